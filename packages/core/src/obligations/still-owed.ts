import { ProblemError, type Row } from '@phoihop/platform';

/**
 * Refuses what is for reports that nobody has handed in and from which nobody was excused.
 * @throws ProblemError OBLIGATION_MET, OBLIGATION_WAIVED
 */
export function requireStillOwed(obligation: Row): void {
  const handedIn = obligation['handedInOn'] as string | null;
  if (handedIn !== null)
    throw new ProblemError('OBLIGATION_MET', { field: 'input.obligation', given: handedIn });
  if (obligation['waivedAt'] !== null)
    throw new ProblemError('OBLIGATION_WAIVED', { field: 'input.obligation' });
}

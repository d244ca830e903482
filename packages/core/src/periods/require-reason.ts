import { ProblemError } from '@phoihop/platform';

/**
 * The reason a person gave, without blanks around it.
 * @throws ProblemError REASON_REQUIRED where there is none.
 */
export function requireReason(text: string | null | undefined, field: string): string {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') throw new ProblemError('REASON_REQUIRED', { field });
  return trimmed;
}

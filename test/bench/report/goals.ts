import type { ContestantId } from '../contestants.ts';
import type { WorkloadName } from '../workloads.ts';

type Goals = Partial<Record<ContestantId, number>>;

/** How many times a peer's requests a second the product shall answer, its access rules on and theirs absent. */
export const goals: Readonly<Partial<Record<WorkloadName, Goals>>> = {
  point: { postgraphile: 2, mercurius: 1, limit: 0.5 },
  nested: { postgraphile: 2, mercurius: 2.2, limit: 0.9 },
  list: { postgraphile: 2, mercurius: 1.7, limit: 0.9 },
  'roll-up': { postgraphile: 5, mercurius: 5, limit: 1 },
  write: { postgraphile: 0.9, mercurius: 0.8, limit: 0.5 },
};

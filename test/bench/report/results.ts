import type { ContestantId } from '../contestants.ts';
import type { Checked } from '../measure/check.ts';
import type { Slices } from '../measure/rounds.ts';
import type { Pace } from '../options.ts';
import type { WorkloadName } from '../workloads.ts';

/** All that a run has found out. */
export interface Results {
  readonly machine: Machine;
  readonly pace: Pace;
  readonly contestants: readonly ContestantId[];
  readonly workloads: readonly WorkloadName[];
  readonly versions: ReadonlyMap<ContestantId, readonly string[]>;
  /** Milliseconds from the start of the process to the first right answer, of each start. */
  readonly starts: ReadonlyMap<ContestantId, readonly number[]>;
  /** The most memory held, in megabytes. */
  readonly memory: ReadonlyMap<ContestantId, number>;
  readonly checked: ReadonlyMap<ContestantId, ReadonlyMap<WorkloadName, Checked>>;
  readonly slices: Slices;
}

/** Where and on what it ran. */
export interface Machine {
  readonly cores: number;
  readonly node: string;
  readonly postgres: string;
  /** How many processes wanted the processors when the measuring began, besides us. */
  readonly load: number;
  readonly reports: number;
  readonly values: number;
}

/** As JSON: without the answers themselves. */
export function asJson({ checked, slices, versions, starts, memory, ...rest }: Results): string {
  return JSON.stringify(
    {
      ...rest,
      versions: Object.fromEntries(versions),
      starts: Object.fromEntries(starts),
      memory: Object.fromEntries(memory),
      statements: Object.fromEntries(
        [...checked].map(([id, byWorkload]) => [
          id,
          Object.fromEntries([...byWorkload].map(([name, { statements }]) => [name, statements])),
        ]),
      ),
      slices: Object.fromEntries(
        [...slices].map(([name, byContestant]) => [name, Object.fromEntries(byContestant)]),
      ),
    },
    null,
    2,
  );
}

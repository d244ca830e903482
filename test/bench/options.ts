import { parseArgs } from 'node:util';
import { contestantIds, type ContestantId } from './contestants.ts';
import { workloadNames, type WorkloadName } from './workloads.ts';

/** What a run does and how long it takes over it. */
export interface Options {
  readonly workloads: readonly WorkloadName[];
  readonly contestants: readonly ContestantId[];
  /** Where the figures go as JSON, besides the table. */
  readonly json: string | undefined;
  /** Where the filled database is kept for the next run; a temporary folder when not given. */
  readonly data: string | undefined;
  readonly pace: Pace;
}

/** How much is measured. A round goes through all servers, each time beginning with another one. */
export interface Pace {
  readonly rounds: number;
  /** Before the first round of a workload, until compilers and caches are warm. */
  readonly firstWarmUpSeconds: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  readonly singleSeconds: number;
}

const thorough: Pace = {
  rounds: 3,
  firstWarmUpSeconds: 1.5,
  warmUpSeconds: 0.4,
  seconds: 2,
  singleSeconds: 0.5,
};
const quick: Pace = {
  rounds: 1,
  firstWarmUpSeconds: 0.5,
  warmUpSeconds: 0,
  seconds: 0.6,
  singleSeconds: 0.2,
};

export const usage = `npm run bench -- [options]

  --quick               one short round: whether all is well, not how fast
  --only <workloads>    of ${workloadNames.join(', ')}; separated by commas
  --only-server <ids>   of ${contestantIds.join(', ')}; separated by commas
  --json <file>         the figures as JSON, too
  --data <folder>       keep the filled database there, and use it when it is there: for work on the benchmark
  --help                this text`;

/**
 * Reads the command line.
 * @returns null where help was asked for.
 * @throws Error with a sentence for the one who typed it.
 */
export function readOptions(words: string[]): Options | null {
  const { values } = parseArgs({
    args: words,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      'only-server': { type: 'string' },
      json: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  return {
    workloads: chosen('--only', values.only, workloadNames),
    contestants: chosen('--only-server', values['only-server'], contestantIds),
    json: values.json,
    data: values.data,
    pace: values.quick ? quick : thorough,
  };
}

/** The names given, in the order of the list; all where none is given. */
function chosen<T extends string>(option: string, given: string | undefined, known: readonly T[]): T[] {
  const names = given?.split(',').map((name) => name.trim());
  const strange = names?.find((name) => !known.includes(name as T));
  if (strange !== undefined)
    throw new Error(`${option}: there is no "${strange}". Choose of ${known.join(', ')}.`);
  return known.filter((name) => !names || names.includes(name));
}

import type { Run } from './many-operations.js';

/** What a run has come to, in words, for people. */
export function report(run: Run, seed: number): string {
  const share = ((100 * run.withRows) / run.operations).toFixed(1);
  return [
    `${run.operations} operations (seed ${seed}): ${share} % with rows, ${run.withErrors} with errors; ${run.found.length} differences told`,
    `and ${run.aimed} aimed at fields that chance did not reach`,
    `asked for: ${listed(run.byIntent)}`,
    `by: ${listed(run.byAsker)}`,
    `errors: ${listed(run.byCode)}`,
    `fields reached: ${run.reached.length} of ${run.reached.length + run.unreached.length}`,
    ...(['resolvers', 'compiled'] as const).flatMap((reading) => [
      `SQL statements, ${reading}, no JavaScript: ${statements(run.statements[reading].plain)}`,
      `SQL statements, ${reading}, with JavaScript: ${statements(run.statements[reading].withJavaScript)}`,
    ]),
    `CPU of this process: resolvers ${seconds(run.cpu.resolvers)} s with making the operations, compiled ${seconds(run.cpu.compiled)} s`,
    ...run.masked.map((one) => `\nInternal error, asked by ${one}`),
    ...run.found.map((one) => `\n${described(one)}`),
  ].join('\n');
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

const statements = (counts: ReadonlyMap<number, number>): string =>
  [...counts]
    .sort(([a], [b]) => a - b)
    .map(([sent, operations]) => `${sent} (${operations}×)`)
    .join(', ');

const described = ({ number, asker, locale, difference, source, variables }: Run['found'][number]): string =>
  `Operation ${number}, asked by ${asker} in ${locale}:\n${source}\nvariables: ${JSON.stringify(variables)}\n${JSON.stringify(difference, null, 2)}`;

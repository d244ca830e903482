/** What is compiled answers as graphql-js does over resolvers, in data and in errors, whatever is asked by whom. */
import { readFileSync } from 'node:fs';
import { createGround, type Ground } from './ground.js';
import { report } from './report.js';
import { runDifferential, type Run } from './many-operations.js';

/** Some in every test run; thousands by `npm run differential`. */
const operations = Number(process.env['DIFFERENTIAL_OPERATIONS'] ?? 150);
/** Whether fields that chance does not reach are aimed at: with many operations only, for it takes as many again. */
const aims = operations >= 1000;
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 2021);

/** Fields that no data can give a value, each with the reason. */
const unreachable = JSON.parse(
  readFileSync(new URL('unreachable-fields.json', import.meta.url), 'utf8'),
) as Record<string, string>;

let ground: Ground;
let run: Run;
beforeAll(async () => {
  ground = await createGround(seed);
  run = await runDifferential(ground, {
    operations,
    seed,
    expected: new Set(aims ? Object.keys(unreachable) : ground.graph.fields),
  });
  console.log(report(run, seed));
}, 7_200_000);
afterAll(() => ground?.close());

test('every operation is answered alike, by value, key order, and what the errors say and where', () => {
  expect(run.found).toEqual([]);
});

test('at least 80 of 100 operations return rows', () => {
  expect(run.operations).toBeGreaterThanOrEqual(operations);
  expect(run.withRows / run.operations).toBeGreaterThanOrEqual(0.8);
});

test('fields of the query side are answered with something: each that can be, most where few operations run', () => {
  if (aims) expect(run.unreached.filter((coordinate) => !(coordinate in unreachable))).toEqual([]);
  expect(run.reached.length).toBeGreaterThan(aims ? 780 : 300);
});

test('errors of all kinds are among the answers', () => {
  const codes = ['BAD_USER_INPUT', 'FORBIDDEN', ...(aims ? ['UNAUTHENTICATED'] : [])];
  const intents = ['reads', 'curious', 'refused', 'wrong'];
  expect(intents.filter((intent) => !run.byIntent.has(intent))).toEqual([]);
  expect(codes.filter((code) => !run.byCode.has(code))).toEqual([]);
});

test('an operation that touches no JavaScript is one statement', () => {
  const { plain } = run.statements.compiled;
  expect([...plain.keys()]).toEqual([1]);
  expect(plain.get(1)).toBeGreaterThan(run.operations / 3);
});

test('what touches JavaScript sends no more SQL statements compiled than by resolvers', () => {
  const sent = (counts: ReadonlyMap<number, number>): number =>
    [...counts].reduce((sum, [statements, times]) => sum + statements * times, 0);
  const { compiled, resolvers } = run.statements;
  expect(sent(compiled.withJavaScript)).toBeLessThanOrEqual(sent(resolvers.withJavaScript));
});

test('nothing fails inside', () => {
  expect(run.masked).toEqual([]);
});

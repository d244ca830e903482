import type { ContestantId } from '../contestants.ts';
import type { Slice } from '../measure/slice.ts';
import type { WorkloadName } from '../workloads.ts';
import { report } from './report.ts';
import { asJson, type Results } from './results.ts';

const slice = (requestsPerSecond: number): Slice => ({
  requestsPerSecond,
  refused: requestsPerSecond === 50 ? 0.25 : 0,
  p50: 1,
  p99: 2,
  cpu: 0.5,
  delay: 3,
  single: 0.9,
});

const speeds: Record<string, Partial<Record<WorkloadName, number[]>>> = {
  product: { point: [200, 100, 300], overview: [4, 5, 6] },
  postgraphile: { point: [100, 50, 100], overview: [2, 2, 2] },
  mercurius: { point: [400, 100, 300] },
};
const ids = Object.keys(speeds) as ContestantId[];
const names: WorkloadName[] = ['point', 'overview'];
const results: Results = {
  machine: { cores: 2, node: '24', postgres: '18.4', load: 0.5, reports: 10, values: 80 },
  pace: { rounds: 3, firstWarmUpSeconds: 1, warmUpSeconds: 1, seconds: 2, singleSeconds: 1 },
  contestants: ids,
  workloads: names,
  versions: new Map(ids.map((id) => [id, ['graphql 16.15.0']])),
  starts: new Map(ids.map((id) => [id, [1000, 2000]])),
  memory: new Map(ids.map((id) => [id, 123.4])),
  checked: new Map(
    ids.map((id) => [
      id,
      new Map(
        names
          .filter((name) => speeds[id]![name])
          .map((name) => [name, { answers: ['secret'], statements: { work: 4, framing: 2 } }]),
      ),
    ]),
  ),
  slices: new Map(
    names.map((name) => [
      name,
      new Map(ids.flatMap((id) => (speeds[id]![name] ? [[id, speeds[id]![name]!.map(slice)]] : []))),
    ]),
  ),
};

test('ratios are those of the rounds, beside what is wanted; who does not answer a workload has none', () => {
  const text = report(results);
  expect(text).toContain('| point | 2.00 (2.00 to 3.00), wanted 2 | 1.00 (0.500 to 1.00), wanted 1 |');
  expect(text).toContain('| overview | 2.50 (2.00 to 3.00) |  |');
});

test('figures are medians with the least and the most', () => {
  expect(report(results)).toContain('| Phối Hợp | 200 (100 to 300) | 1.00 | 2.00 | 0.900 | 0.500 | 3.00 |');
});

test('who turned requests away is told', () => {
  expect(report(results)).toContain('| PostGraphile 5 | 100 (50.0 to 100), up to 25.0 % refused |');
});

test('statements are told with what frames them', () => {
  expect(report(results)).toContain('| Mercurius + JIT | 4 + 2 |  |');
});

test('the JSON has the figures and not the answers', () => {
  const told = JSON.parse(asJson(results)) as any;
  expect(told.slices.point.product).toHaveLength(3);
  expect(told.statements.product.point).toEqual({ work: 4, framing: 2 });
  expect(JSON.stringify(told)).not.toContain('secret');
});

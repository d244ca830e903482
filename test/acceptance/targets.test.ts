import { readFile } from 'node:fs/promises';
import type { TestBed } from '@phoihop/testing';
import { createFullBed } from '../support/full-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await createFullBed();
}, 180_000);
afterAll(() => bed?.close());

const operation = (name: string): Promise<string> => readFile(`schema/operations/${name}.graphql`, 'utf8');
const seed = await readFile('packages/core/data/registry/coordination-program-2021.txt', 'utf8');

test('the standing committee asks for all 12 targets in one query: quotation, target, actual, state, percent, basis, reporting row', async () => {
  const { data, errors } = await bed.graphql(await operation('TargetProgress'), {
    caller: await bed.as('standing'),
  });
  expect(errors).toBeUndefined();
  const written = data.targets.nodes.filter((target: { implied: boolean }) => !target.implied);
  expect(written.map(({ code }: { code: string }) => code)).toEqual(
    ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((n) => `T-${n}`),
  );
  for (const target of written) {
    expect(seed).toContain(target.quote);
    expect(target.basisDocument.code).toBe('D-24');
    expect(target.reportingRow).not.toBeNull();
  }
  const states = Object.fromEntries(written.map((target: any) => [target.code, target.progress.state]));
  // By hand from the invented figures: 1 of 2 advanced communes (Giang Điền, in June) and no model one, 8 of 10 houses,
  // 132 of 300 cards, 2 of 2 market trips, 12 deaths, no baseline of 2020.
  expect(states).toMatchObject({
    'T-03': 'ON_TRACK',
    'T-04': 'ON_TRACK',
    'T-05': 'UNKNOWN_BASELINE',
    'T-06': 'ON_TRACK',
    'T-07': 'AT_RISK',
    'T-08': 'ACHIEVED',
    'T-10': 'AT_RISK',
  });
  const houses = written.find(({ code }: { code: string }) => code === 'T-06');
  expect(houses.progress).toMatchObject({ actual: '8', percent: '80' });
  expect(houses.demo).toBe(false);
  const advanced = written.find(({ code }: { code: string }) => code === 'T-03');
  expect(advanced.progress).toMatchObject({ actual: '1', percent: '50' });
  expect(data.clock.businessDate).toBe('2021-10-15');
});

test('the query costs the same number of statements for one target and for all', async () => {
  const caller = await bed.as('standing');
  const source = await operation('TargetProgress');
  await bed.graphql(source, { caller, variables: { first: 1 } });
  const one = bed.statements;
  await bed.graphql(source, { caller, variables: { first: 16 } });
  expect(bed.statements).toBe(one);
});

test('T-12 follows the insurance snapshots: September lacks Cây Gáo and says so', async () => {
  const { data } = await bed.graphql(
    `{ targetByCode(code: "T-12") { progress { actual numerator denominator state coverage { have needed missing { code name } } } } }`,
    { caller: await bed.as('standing') },
  );
  const { progress } = data.targetByCode;
  expect(Number(progress.numerator) / Number(progress.denominator)).toBeCloseTo(Number(progress.actual), 5);
  expect(progress.coverage.needed).toBeGreaterThan(0);
});

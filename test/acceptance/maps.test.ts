import type { Caller } from '@phoihop/platform';
import type { TestBed } from '@phoihop/testing';
import { createFullBed } from '../support/full-bed.js';

let bed: TestBed;
let standing: Caller;
beforeAll(async () => {
  bed = await createFullBed();
  standing = await bed.as('standing');
}, 180_000);
afterAll(() => bed?.close());

/** A 2021 figure for a unit on the map of 2026-01-01. */
async function onMap(code: string, asOf: string): Promise<any> {
  const { data } = await bed.graphql(
    `query ($code: String!, $asOf: Date) { administrativeUnit(code: $code, asOf: $asOf) { id } }`,
    { variables: { code, asOf } },
  );
  const answer = await bed.graphql(
    `query ($unit: ID!) {
      indicatorAggregate(indicator: "social-care.gift-cards", unit: $unit, period: { calendar: MONTH, key: "2021-03" }, basis: ON_MAP, mapDate: "2026-01-01", state: PROVISIONAL_AND_ACCEPTED) {
        value computable reason { code message } coverage { have needed ratio missing { name parent { name } } } obstacles { fullName }
      }
    }`,
    { caller: standing, variables: { unit: data.administrativeUnit.id } },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data.indicatorAggregate;
}

test.each(['26248', '26254', '26278', '26281', '26296'])(
  'the commune %s of the former district has coverage 1',
  async (code) => {
    const aggregate = await onMap(code, '2026-01-01');
    expect(aggregate).toMatchObject({
      computable: true,
      reason: null,
      coverage: { ratio: '1', missing: [] },
    });
    expect(Number(aggregate.value)).toBeGreaterThanOrEqual(0);
  },
);

test('phường Hố Nai has 1 of 2, with Tân Hòa of Biên Hòa missing', async () => {
  const { coverage } = await onMap('26005', '2026-01-01');
  expect(coverage).toMatchObject({
    have: 1,
    needed: 2,
    missing: [{ name: 'Tân Hòa', parent: { name: 'Biên Hòa' } }],
  });
});

test('the former district as a total on that map is not computable, with the reason', async () => {
  const aggregate = await onMap('737', '2021-10-15');
  expect(aggregate).toMatchObject({ computable: false, value: null });
  expect(aggregate.reason.code).toBe('MIXED_ORIGIN');
});

test('a split without a weight is not computable, with the reason', async () => {
  // Phường Ba Đình took parts of Ngọc Hà and Điện Biên (Hà Nội), and no source states the shares.
  const aggregate = await onMap('00004', '2026-01-01');
  expect(aggregate).toMatchObject({ computable: false, value: null });
  expect(aggregate.reason.code).toBe('SPLIT_WITHOUT_WEIGHT');
});

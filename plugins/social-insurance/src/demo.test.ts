import { loadDemo } from './demo.js';
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import socialInsurance from './plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([socialInsurance]);
}, 300_000);
afterAll(() => bed?.close());

const tables = ['coverage_snapshot', 'outreach_session', 'collection_agent', 'gap_household'];

/** Everything but ids and times, in a stable order. */
const contents = async () =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => {
        const [row] = await bed.sql<{ n: number; hash: string }>(
          `select count(*)::int as n, md5(string_agg(fact, '|' order by fact)) as hash from (
             select (to_jsonb(t) - 'id' - 'unit_id' - 'group_id' - 'recorded_at' || jsonb_build_object('unit', unit.reference_key))::text as fact
               from social_insurance.${table} t join core.administrative_unit unit on unit.id = t.unit_id) facts`,
        );
        return [table, row];
      }),
    ),
  );

test('it is the same everywhere: this is what Trảng Bom 2021 looks like', async () => {
  expect(await contents()).toMatchInlineSnapshot(`
   {
     "collection_agent": {
       "hash": "fa2e6be3bf89b04077ef4dbf2a513a81",
       "n": 17,
     },
     "coverage_snapshot": {
       "hash": "dd3550033e1c815381d1758215caf937",
       "n": 400,
     },
     "gap_household": {
       "hash": "045d05906076cc41b1fc58c070c35eec",
       "n": 51,
     },
     "outreach_session": {
       "hash": "97a3827e2c876bae5eb27f11d3e14474",
       "n": 17,
     },
   }
  `);
});

test('every row says that it was invented', async () => {
  for (const table of tables) {
    expect(await bed.sql(`select from social_insurance.${table} where not demo`)).toEqual([]);
  }
  const names = await bed.sql<{ name: string }>(
    `select head_name as name from social_insurance.gap_household union all select name from social_insurance.collection_agent union all select topic from social_insurance.outreach_session`,
  );
  for (const { name } of names) expect(name).toMatch(/\((dữ liệu )?minh họa\)$/);
  const derived = await bed.sql(
    `select from core.data_value v join core.indicator i on i.id = v.indicator_id where i.key = 'social-insurance.health-insurance-rate' and not v.demo`,
  );
  expect(derived).toEqual([]);
});

test('loading it again changes nothing', async () => {
  const before = await contents();
  await loadDemo(bed.engine.servicesFor('social-insurance'));
  expect(await contents()).toEqual(before);
});

test('nothing in it lies after the business date', async () => {
  for (const [table, column] of [
    ['coverage_snapshot', 'date'],
    ['outreach_session', 'held_on'],
    ['collection_agent', 'valid_from'],
    ['gap_household', 'noted_on'],
  ]) {
    expect(await bed.sql(`select from social_insurance.${table} where ${column} > '2021-10-15'`)).toEqual([]);
  }
});

test('Cây Gáo sends nothing for September: 16 of 17, and it is named', async () => {
  const { data } = await bed.ask(
    `{ indicatorAggregate(indicator: "social-insurance.health-insurance-rate", period: { calendar: MONTH, key: "2021-09" }, unit: "${await bed.unit('737')}") { coverage { have needed missing { fullName } } } }`,
    'standing',
  );
  expect(data.indicatorAggregate.coverage).toEqual({
    have: 16,
    needed: 17,
    missing: [{ fullName: 'Xã Cây Gáo' }],
  });
});

test('the groups of September come to exactly the total of each unit', async () => {
  const uneven = await bed.sql(
    `select unit_id from social_insurance.coverage_snapshot where date = '2021-09-30' and insurance = 'HEALTH' group by unit_id
     having sum(insured) filter (where group_id is null) is distinct from sum(insured) filter (where group_id is not null)
         or sum(population) filter (where group_id is null) is distinct from sum(population) filter (where group_id is not null)`,
  );
  expect(uneven).toEqual([]);
});

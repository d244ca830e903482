import type { Caller } from '@phoihop/platform';
import { scopeSettings } from '../access/scopes.js';
import { startObligationsBed, type ObligationsBed } from '../obligations/test-bed.js';
import type { Answer } from '../values/test-bed.js';

let bed: ObligationsBed;
let administrator: Caller;
beforeAll(async () => {
  bed = await startObligationsBed();
  administrator = await bed.holder(1, ['core:period.manage'], '737');
  const rule = { template: 'test-campaign', rule: 'WORKING_DAYS', days: 2, validFrom: '2021-10-15' };
  expect((await bed.setDeadline('2021-10-15', rule)).errors).toBeUndefined();
}, 600_000);
afterAll(() => bed?.stop());

/** A drive that was added to the district, in October and November. */
async function added(key: string, series = key.toLowerCase()): Promise<string> {
  const { data, errors } = await bed.ask(
    `mutation ($input: AddPeriodInput!) { addPeriod(input: $input) { id } }`,
    administrator,
    {
      input: {
        calendar: 'CAMPAIGN',
        key,
        series,
        labelVi: 'Đợt thi đua',
        labelEn: 'Drive',
        startsOn: '2021-10-01',
        endsOn: '2021-11-30',
        unit: await bed.unitId('737'),
        basis: 'Kế hoạch 5',
        reason: 'theo kế hoạch',
      },
    },
  );
  expect(errors).toBeUndefined();
  return data.addPeriod.id as string;
}
const correct = (period: string, more: object, caller = administrator): Promise<Answer> =>
  bed.ask(
    `mutation ($input: CorrectPeriodInput!) { correctPeriod(input: $input) { key label startsOn endsOn basis position } }`,
    caller,
    { input: { period, reason: 'gõ nhầm', ...more } },
  );
const withdraw = (period: string, more: object = {}, caller = administrator): Promise<Answer> =>
  bed.ask(`mutation ($input: WithdrawPeriodInput!) { withdrawPeriod(input: $input) }`, caller, {
    input: { period, reason: 'thêm nhầm', ...more },
  });
const refusalOf = ({ errors }: Answer): object => errors![0]!.extensions as object;
const owed = (key: string) =>
  bed.place.sql<{ n: number; due: string }>(
    `select count(*)::int as n, min(due_on)::text as due from core.obligation join core.period on period.id = period_id
      where period.key = $1 having count(*) > 0`,
    [key],
  );
const audited = async (action: string): Promise<object> => {
  const [row] = await bed.place.sql<{ facts: object }>(
    `select facts from platform.audit_event where action = $1 order by id desc limit 1`,
    [action],
  );
  return row!.facts;
};

test('days that were entered wrongly are corrected, what is owed follows, and what it said before is kept', async () => {
  const period = await added('DRIVE-ONE');
  expect(await owed('DRIVE-ONE')).toEqual([{ n: 17, due: '2021-12-02' }]);
  const { data, errors } = await correct(period, { endsOn: '2021-12-10', labelEn: 'The drive' });
  expect(errors).toBeUndefined();
  expect(data.correctPeriod).toMatchObject({
    key: 'DRIVE-ONE',
    label: 'The drive',
    startsOn: '2021-10-01',
    endsOn: '2021-12-10',
    basis: 'Kế hoạch 5',
  });
  // Two working days after Friday 10 December.
  expect(await owed('DRIVE-ONE')).toEqual([{ n: 17, due: '2021-12-14' }]);
  expect(await audited('core:period.correct')).toMatchObject({
    key: 'DRIVE-ONE',
    before: { endsOn: '2021-11-30', labelEn: 'Drive' },
    after: { endsOn: '2021-12-10', labelEn: 'The drive' },
    reason: 'gõ nhầm',
  });
});

test('a period that should not be there is withdrawn with what was owed for it, and its key is free again', async () => {
  const period = await added('DRIVE-TWO');
  const { data, errors } = await withdraw(period);
  expect(errors).toBeUndefined();
  expect(data.withdrawPeriod).toBe('DRIVE-TWO');
  expect(await owed('DRIVE-TWO')).toEqual([]);
  expect(await audited('core:period.withdraw')).toMatchObject({
    key: 'DRIVE-TWO',
    before: { startsOn: '2021-10-01', basis: 'Kế hoạch 5' },
    reason: 'thêm nhầm',
  });
  await added('DRIVE-TWO');
});

describe('what refers to a period keeps it as it is', () => {
  let period: string;
  beforeAll(async () => {
    period = await added('DRIVE-THREE');
  });
  const inTheWay = async (insert: string, by: string[]): Promise<void> => {
    await bed.place.sql(insert);
    for (const refused of [await correct(period, { endsOn: '2021-12-10' }), await withdraw(period)])
      expect(refusalOf(refused)).toMatchObject({ code: 'PERIOD_REFERRED', given: 'DRIVE-THREE', by });
    expect(await owed('DRIVE-THREE')).toEqual([{ n: 17, due: '2021-12-02' }]);
  };

  test('an obligation that was waived; a report; a lock', async () => {
    const id = `(select id from core.period where key = 'DRIVE-THREE')`;
    await inTheWay(
      `update core.obligation set waived_at = now(), waive_reason = 'lũ' where id = (select min(id) from core.obligation where period_id = ${id})`,
      ['Obligation'],
    );
    await inTheWay(
      `insert into core.report (template_id, unit_id, period_id, as_of)
       select template_id, unit_id, period_id, as_of from core.obligation where period_id = ${id} order by id desc limit 1`,
      ['Obligation', 'Report'],
    );
    await inTheWay(`insert into core.period_lock (period_id, reason, locked_by) values (${id}, 'xong', 1)`, [
      'Obligation',
      'PeriodLock',
      'Report',
    ]);
    // Whoever reads it reads words.
    expect((await withdraw(period)).errors![0]!.message).toMatch(
      /by obligations to report, locks, reports\.$/,
    );
  });
});

test('it is refused where it would be wrong, or not one’s own, and nothing is written', async () => {
  const period = await added('DRIVE-FOUR', 'drives');
  const later = await bed.ask(
    `mutation ($input: AddPeriodInput!) { addPeriod(input: $input) { id } }`,
    administrator,
    {
      input: {
        calendar: 'CAMPAIGN',
        key: 'DRIVE-FIVE',
        series: 'drives',
        labelVi: 'Đợt sau',
        labelEn: 'Later',
        startsOn: '2021-12-01',
        endsOn: '2021-12-31',
        unit: await bed.unitId('737'),
        basis: 'Kế hoạch 6',
        reason: 'x',
      },
    },
  );
  expect(later.errors).toBeUndefined();
  const state = () => bed.place.sql('select * from core.period where year is null order by id');
  const before = await state();
  const idOf = async (key: string): Promise<string> => {
    const { data } = await bed.ask(
      `{ periods(filter: { key: ["${key}"] }) { nodes { id } } }`,
      administrator,
    );
    return data.periods.nodes[0].id as string;
  };
  const clerk = await bed.holder(2, ['core:period.manage'], '26254');
  const reader = await bed.holder(3, ['core:value.read'], '737');
  const refusals = [
    await correct(period, { endsOn: '2021-12-01' }),
    await correct(period, { endsOn: '2021-09-30' }),
    await correct(period, { labelVi: ' ' }),
    await correct(period, { reason: ' ' }),
    await correct(period, { endsOn: '2021-11-29' }, clerk),
    await withdraw(period, {}, clerk),
    await withdraw(period, {}, reader),
    await withdraw(await idOf('2021-09')),
    await withdraw(
      await idOf('PEAK-MONTH-FOR-THE-POOR-2021'),
      {},
      await bed.holder(4, ['core:period.manage'], '75'),
    ),
  ].map(refusalOf);
  expect(refusals.map((one) => (one as { code: string }).code)).toEqual([
    'PERIOD_OVERLAPS',
    'PERIOD_REVERSED',
    'TEXT_LENGTH',
    'REASON_REQUIRED',
    'OUT_OF_SCOPE',
    'OUT_OF_SCOPE',
    'FORBIDDEN',
    'PERIOD_CALENDAR_RULED',
    'OUT_OF_SCOPE',
  ]);
  await expect(
    bed.engine.database.transaction(
      { settings: { held: '', scopes: '[]', business_date: '2021-10-15' } },
      (session) =>
        session.query(`select core.withdraw_set_period(id) from core.period where key = 'DRIVE-FOUR'`),
    ),
  ).rejects.toThrow('MAY_NOT_MEND_PERIODS');
  expect(await state()).toEqual(before);
});

test('a period of the registry is mended in the registry', async () => {
  const [root] = await bed.place.sql<{ path: string }>('select core.country_unit()::text as path');
  const scopes = { 'core:period.manage': { subtree: [`any.${root!.path}`], exact: [] } };
  const country: Caller = {
    ...administrator,
    settings: { ...administrator.settings, ...scopeSettings(scopes) },
  };
  const { data } = await bed.ask(
    '{ period(calendar: CAMPAIGN, key: "PEAK-MONTH-FOR-THE-POOR-2021") { id } }',
    country,
  );
  expect(refusalOf(await withdraw(data.period.id, {}, country))).toMatchObject({ code: 'PERIOD_REGISTERED' });
});

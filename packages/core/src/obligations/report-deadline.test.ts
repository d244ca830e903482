/** Deadlines: who sets them, and what is owed by them as rules, units and periods change. */
import type { Caller } from '@phoihop/platform';
import { codeOf, startObligationsBed, type ObligationsBed } from './test-bed.js';

let bed: ObligationsBed;
let standing: Caller;
beforeAll(async () => {
  bed = await startObligationsBed();
  standing = await bed.person('standing', '737');
}, 600_000);
afterAll(() => bed?.stop());

describe('a deadline', () => {
  test('is set by who manages deadlines there, and the reports that follow are owed', async () => {
    expect(await bed.count()).toBe(0);
    const { data, errors } = await bed.setDeadline('2021-01-04', { validFrom: '2021-01-04' });
    expect(errors).toBeUndefined();
    expect(data.setReportDeadline).toMatchObject({
      rule: 'DAY_OF_MONTH',
      months: 1,
      freeDay: 'NEXT_WORKING_DAY',
      noticeDays: 5,
      validTo: null,
      setOn: '2021-01-04',
      demo: false,
      unit: { name: 'Trảng Bom' },
      template: { key: 'test-monthly' },
    });
    // 17 communes, the months of 2021 and 2022.
    expect(await bed.count()).toBe(17 * 24);
    const owed = await bed.ofUnit('26254', '2021-01-04');
    expect(
      Object.entries(owed)
        .map(([period, { dueOn }]) => [period, dueOn])
        .slice(0, 12),
    ).toEqual([
      ['2021-01', '2021-02-05'],
      ['2021-02', '2021-03-05'],
      ['2021-03', '2021-04-05'],
      ['2021-04', '2021-05-05'],
      ['2021-05', '2021-06-07'], // 5 June is a Saturday
      ['2021-06', '2021-07-05'],
      ['2021-07', '2021-08-05'],
      ['2021-08', '2021-09-06'], // 5 September is a Sunday
      ['2021-09', '2021-10-05'],
      ['2021-10', '2021-11-05'],
      ['2021-11', '2021-12-06'],
      ['2021-12', '2022-01-05'],
    ]);
    const [audited] = await bed.place.sql<{ facts: any }>(
      `select facts from platform.audit_event where action = 'core:deadline.set'`,
    );
    expect(audited!.facts).toMatchObject({ template: 'test-monthly', days: 5, reason: 'theo quy chế' });
  });

  test('is made good once: again changes nothing', async () => {
    expect(await bed.generate('2021-01-04')).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await bed.count()).toBe(17 * 24);
  });

  test.each([
    ['another district', { unit: '731' }, 'OUT_OF_SCOPE'],
    ['the whole country', { unit: null }, 'OUT_OF_SCOPE'],
    ['an unknown form', { template: 'nothing' }, 'NOT_FOUND'],
    ['a day that has passed', { validFrom: '2021-01-03' }, 'BAD_USER_INPUT'],
    ['the day of another rule', { validFrom: '2021-01-04' }, 'DEADLINE_LATER_RULE'],
    ['the 32nd', { days: 32 }, 'BAD_USER_INPUT'],
    ['months without a day of the month', { rule: 'WORKING_DAYS', months: 1 }, 'BAD_USER_INPUT'],
    ['no reason', { reason: ' ' }, 'REASON_REQUIRED'],
    ['no basis', { basis: ' ' }, 'TEXT_LENGTH'],
  ])('is refused for %s, and nothing is written', async (_what, { unit, ...input }: any, code) => {
    const audits = await bed.count('platform.audit_event');
    const answer = await bed.setDeadline('2021-01-04', {
      validFrom: '2021-02-01',
      ...input,
      ...(unit === undefined ? {} : { unit: unit && (await bed.unitId(unit)) }),
    });
    expect(codeOf(answer)).toBe(code);
    expect(await bed.count('core.report_deadline')).toBe(1);
    expect(await bed.count('platform.audit_event')).toBe(audits);
  });

  test('is not for who only reads', async () => {
    expect(
      codeOf(
        await bed.setDeadline('2021-01-04', { validFrom: '2021-02-01' }, await bed.person('clerk', '26254')),
      ),
    ).toBe('FORBIDDEN');
  });

  test('is closed to the serving role but for its function, which asks by itself', async () => {
    const { database } = bed.engine;
    const asClerk = (sql: string) =>
      database.transaction({ settings: { business_date: '2021-01-04' } }, (session) => session.query(sql));
    await expect(
      asClerk(
        `select core.set_report_deadline(1, null, 'WORKING_DAYS', 1, null, 'STAYS', 1, '2021-02-01', 'x', null)`,
      ),
    ).rejects.toThrow('MAY_NOT_SET_DEADLINES');
    await expect(asClerk(`update core.report_deadline set days = 1`)).rejects.toMatchObject({
      code: 'ROW_SECURITY',
    });
    await expect(asClerk(`delete from core.obligation`)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
  });
});

describe('a deadline that changes', () => {
  beforeAll(async () => {
    await bed.handIn('26254', '2021-09', '2021-10-05');
    await bed.handIn('26257', '2021-09', '2021-10-06');
  });

  test('moves what is not yet due, and keeps the old rule with its end', async () => {
    const before = await bed.ofUnit('26254', '2021-10-15');
    const { errors } = await bed.setDeadline('2021-10-15', {
      rule: 'WORKING_DAYS',
      days: 3,
      noticeDays: 2,
      validFrom: '2021-10-31',
      basis: 'Quyết định 02',
    });
    expect(errors).toBeUndefined();
    const after = await bed.ofUnit('26254', '2021-10-15');
    expect(after['2021-09']).toEqual(before['2021-09']);
    expect([before['2021-10']!.dueOn, after['2021-10']!.dueOn]).toEqual(['2021-11-05', '2021-11-03']);
    expect(after['2021-12']!.dueOn).toBe('2022-01-06'); // 31 December a Friday; 1 and 3 January are off
    const { data } = await bed.ask(
      `{ reportDeadlines(filter: { validOn: "2021-10-30" }) { nodes { basis validTo } } all: reportDeadlines { nodes { basis } } }`,
      standing,
    );
    expect(data.reportDeadlines.nodes).toEqual([{ basis: 'Quyết định 01', validTo: '2021-10-31' }]);
    expect(data.all.nodes).toHaveLength(2);
    expect(await bed.generate('2021-10-15')).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  test('leaves what is due where it was, whatever a load changes', async () => {
    const change = (days: number) =>
      bed.place.sql(`update core.report_deadline set days = $1 where basis = 'Quyết định 01'`, [days]);
    await change(12);
    expect(await bed.generate('2021-10-15')).toEqual({ added: 0, changed: 0, removed: 0 });
    expect((await bed.ofUnit('26260', '2021-10-15'))['2021-09']!.dueOn).toBe('2021-10-05');
    // On the deadline itself it is not yet late, and moves; what was handed in does not.
    expect((await bed.generate('2021-10-05')).changed).toBe(17 - 2);
    expect((await bed.ofUnit('26260', '2021-10-05'))['2021-09']!.dueOn).toBe('2021-10-12');
    expect((await bed.ofUnit('26254', '2021-10-05'))['2021-09']!.dueOn).toBe('2021-10-05');
    await change(5);
    expect((await bed.generate('2021-10-05')).changed).toBe(17 - 2);
  });

  test('never makes late at once: nothing is due before it was set', async () => {
    const communeRule = {
      unit: await bed.unitId('26254'),
      rule: 'CALENDAR_DAYS',
      days: -20,
      validFrom: '2021-10-16',
      basis: 'Quyết định 03',
    };
    expect((await bed.setDeadline('2021-10-15', communeRule)).errors).toBeUndefined();
    // Of the nearest unit: it stands before the rule of the district. 11 October has passed.
    const own = await bed.ofUnit('26254', '2021-10-15');
    expect([own['2021-10']!.dueOn, own['2021-10']!.status]).toEqual(['2021-10-15', 'DUE']);
    expect(own['2021-11']!.dueOn).toBe('2021-11-10');
    expect((await bed.ofUnit('26257', '2021-10-15'))['2021-10']!.dueOn).toBe('2021-11-03');
  });
});

test('of a year whose holidays are not known the answer says so', async () => {
  const [row] = await bed.place.sql<{ known: number; unknown: number }>(
    `select count(*) filter (where holidays_known)::int as known, count(*) filter (where not holidays_known)::int as unknown
       from core.obligation where as_of = '2022-12-31'`,
  );
  // December 2022 is due in January 2023; the one commune whose rule is 20 days before has it in 2022.
  expect(row).toEqual({ known: 1, unknown: 16 });
});

test('a unit that ends inside a period owes a report of its last days, its successor one of the whole', async () => {
  const yearly = {
    template: 'test-yearly',
    rule: 'CALENDAR_DAYS',
    days: 15,
    freeDay: 'STAYS',
    validFrom: '2025-01-02',
    unit: await bed.unitId('75'),
  };
  const province = await bed.person('standing', '75');
  expect((await bed.setDeadline('2025-01-02', yearly, province)).errors).toBeUndefined();
  // The province of 2025 is another unit than the one of the same code before.
  await bed.place.sql(
    `insert into core.report_deadline (template_id, unit_id, rule, days, free_day, notice_days, valid_from, basis)
     select template_id, $1, rule, days, free_day, notice_days, valid_from, basis from core.report_deadline where rule = 'CALENDAR_DAYS' and days = 15`,
    [await bed.unit('75', '2025-08-01')],
  );
  await bed.generate('2025-01-02');
  const of = async (code: string, on: string) =>
    bed.place.sql(
      `select o.as_of::text, o.closes_early, o.due_on::text, o.holidays_known, p.key from core.obligation o
        join core.report_template t on t.id = o.template_id and t.key = 'test-yearly' join core.period p on p.id = o.period_id
       where o.unit_id = $1 order by o.as_of`,
      [await bed.unit(code, on)],
    );
  const whole = { closes_early: false, holidays_known: false };
  expect(await of('26254', '2025-06-01')).toEqual([
    { key: '2025', as_of: '2025-06-30', closes_early: true, due_on: '2025-07-15', holidays_known: false },
  ]);
  expect(await of('26254', '2025-08-01')).toEqual([
    { ...whole, key: '2025', as_of: '2025-12-31', due_on: '2026-01-15' },
    { ...whole, key: '2026', as_of: '2026-12-31', due_on: '2027-01-15' },
  ]);
  bed.setBusinessDate('2025-06-30');
  const { data } = await bed.ask(
    `query ($unit: ID!) { obligations(filter: { unit: $unit, closesEarly: true }) { nodes { status unit { name } } } }`,
    province,
    { unit: await bed.unitId('26254') },
  );
  expect(data.obligations.nodes).toEqual([{ status: 'NOT_YET_DUE', unit: { name: 'Cây Gáo' } }]);
});

test('a period that is added is owed at once, within the unit that it is for', async () => {
  const rule = { template: 'test-campaign', rule: 'WORKING_DAYS', days: 2, validFrom: '2021-10-15' };
  expect((await bed.setDeadline('2021-10-15', rule)).errors).toBeUndefined();
  // The peak month for the poor, of the registry, is one of these periods: it ends on Thursday 18 November.
  const ofCampaigns = () =>
    bed.place.sql<{ key: string; n: number; due_on: string }>(
      `select p.key, count(*)::int as n, min(o.due_on)::text as due_on from core.obligation o join core.period p on p.id = o.period_id
        where p.calendar_key = 'CAMPAIGN' group by p.key, p.ends_on order by p.ends_on`,
    );
  const peak = { key: 'PEAK-MONTH-FOR-THE-POOR-2021', n: 17, due_on: '2021-11-22' };
  expect(await ofCampaigns()).toEqual([peak]);
  const add = async (key: string, endsOn: string) =>
    bed.ask(
      `mutation ($input: AddPeriodInput!) { addPeriod(input: $input) { key } }`,
      await bed.holder(70, ['core:period.manage'], '26257'),
      {
        input: {
          calendar: 'CAMPAIGN',
          key,
          series: key.toLowerCase(),
          labelVi: 'Đợt',
          labelEn: 'Drive',
          startsOn: '2021-11-01',
          endsOn,
          unit: await bed.unitId('26257'),
          basis: 'Kế hoạch 5',
          reason: 'x',
        },
      },
    );
  expect((await add('BAU-HAM-DRIVE', '2021-12-03')).errors).toBeUndefined();
  expect((await add('BAU-HAM-FAR-DRIVE', '2023-12-03')).errors).toBeUndefined();
  // Friday 3 December: due on Tuesday 7. What ends after the next year is made when its time comes.
  expect(await ofCampaigns()).toEqual([peak, { key: 'BAU-HAM-DRIVE', n: 1, due_on: '2021-12-07' }]);
});

test('what turns out not to be owed is taken away, and what is missing is made again', async () => {
  const before = await bed.count();
  const unit = await bed.unit('26296');
  // It becomes known that the commune ended in May 2022.
  await bed.place.sql(
    `update core.administrative_unit_version set valid_to = '2022-05-10' where unit_id = ${unit} and superseded_at is null`,
  );
  const { removed, changed } = await bed.generate('2021-10-15');
  // June to December 2022; May 2022 became a stub. What is due later than the next year is not looked at yet.
  expect({ removed, changed }).toEqual({ removed: 7, changed: 1 });
  expect(await bed.count()).toBe(before - 7);
  const [stub] = await bed.place.sql<{ as_of: string; closes_early: boolean }>(
    `select as_of::text, closes_early from core.obligation where unit_id = ${unit} and as_of < '2023-01-01' order by as_of desc limit 1`,
  );
  expect(stub).toEqual({ as_of: '2022-05-09', closes_early: true });
  await bed.place.sql(`delete from core.obligation where as_of = '2021-12-31' and report_id is null`);
  expect((await bed.generate('2021-10-15')).added).toBe(17);
});

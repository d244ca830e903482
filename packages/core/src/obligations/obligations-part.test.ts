import type { Caller } from '@phoihop/platform';
import { generateObligations } from './load.js';
import { codeOf, startObligationsBed, type ObligationsBed } from './test-bed.js';

let bed: ObligationsBed;
let standing: Caller;
beforeAll(async () => {
  bed = await startObligationsBed();
  standing = await bed.person('standing', '737');
}, 600_000);
afterAll(() => bed?.stop());

const count = async (table = 'core.obligation'): Promise<number> => {
  const [row] = await bed.place.sql<{ n: number }>(`select count(*)::int as n from ${table}`);
  return row!.n;
};
const generate = (today: string) =>
  bed.engine.database.asSystem('make obligations', (session) => generateObligations(session, today));

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly dueOn: string;
  readonly daysLate: number | null;
  readonly workingDaysLate: number | null;
}
/** The obligations of one unit as of a day, by period. */
async function ofUnit(code: string, today: string, caller = standing): Promise<Record<string, Shown>> {
  bed.setBusinessDate(today);
  const { data, errors } = await bed.ask(
    `query ($unit: ID!) { obligations(first: 200, filter: { unit: $unit }) { nodes {
       id version status dueOn daysLate workingDaysLate handedInOn period { key } } } }`,
    caller,
    { unit: await bed.unitId(code) },
  );
  expect(errors).toBeUndefined();
  return Object.fromEntries(data.obligations.nodes.map((node: any) => [node.period.key, node]));
}
const standings = async (period: string, days: readonly string[], code = '26254') => {
  const found = [];
  for (const day of days) {
    const { status, daysLate, workingDaysLate } = (await ofUnit(code, day))[period]!;
    found.push([day, status, daysLate, workingDaysLate]);
  }
  return found;
};

describe('a deadline', () => {
  test('is set by who manages deadlines there, and the reports that follow are owed', async () => {
    expect(await count()).toBe(0);
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
    expect(await count()).toBe(17 * 24);
    const owed = await ofUnit('26254', '2021-01-04');
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
    expect(await generate('2021-01-04')).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await count()).toBe(17 * 24);
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
    const audits = await count('platform.audit_event');
    const answer = await bed.setDeadline('2021-01-04', {
      validFrom: '2021-02-01',
      ...input,
      ...(unit === undefined ? {} : { unit: unit && (await bed.unitId(unit)) }),
    });
    expect(codeOf(answer)).toBe(code);
    expect(await count('core.report_deadline')).toBe(1);
    expect(await count('platform.audit_event')).toBe(audits);
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
        `select core.set_report_deadline(1, null, 'WORKING_DAYS', 1, null, 'STAYS', 1, '2021-02-01', 'x')`,
      ),
    ).rejects.toThrow('MAY_NOT_SET_DEADLINES');
    await expect(asClerk(`update core.report_deadline set days = 1`)).rejects.toMatchObject({
      code: 'ROW_SECURITY',
    });
    await expect(asClerk(`delete from core.obligation`)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
  });
});

describe('where an obligation stands', () => {
  test('is decided by the day: before the notice, in it, on the deadline, after', async () => {
    // September, due on Tuesday 5 October, five days of notice.
    expect(
      await standings('2021-09', ['2021-09-29', '2021-09-30', '2021-10-05', '2021-10-06', '2021-10-11']),
    ).toEqual([
      ['2021-09-29', 'NOT_YET_DUE', 0, 0],
      ['2021-09-30', 'DUE', 0, 0],
      ['2021-10-05', 'DUE', 0, 0],
      ['2021-10-06', 'OVERDUE', 1, 1],
      ['2021-10-11', 'OVERDUE', 6, 4],
    ]);
  });

  test('handed in on the deadline is in time, the day after is late', async () => {
    await bed.handIn('26254', '2021-09', '2021-10-05');
    await bed.handIn('26257', '2021-09', '2021-10-06');
    await bed.handIn('26260', '2021-05', '2021-06-12'); // due on Monday 7, handed in on Saturday 12
    expect(await standings('2021-09', ['2021-10-15'])).toEqual([['2021-10-15', 'HANDED_IN', 0, 0]]);
    expect(await standings('2021-09', ['2021-10-15'], '26257')).toEqual([
      ['2021-10-15', 'HANDED_IN_LATE', 1, 1],
    ]);
    expect(await standings('2021-05', ['2021-10-15'], '26260')).toEqual([
      ['2021-10-15', 'HANDED_IN_LATE', 5, 4],
    ]);
  });

  test('a draft is not a hand-in; the first hand-in counts when it is returned and handed in again', async () => {
    const report = await bed.handIn('26263', '2021-08', '2021-09-06');
    bed.setBusinessDate('2021-09-20');
    const officer = await bed.person('officer', '737');
    const returned = await bed.ask(
      `mutation ($input: ReturnReportInput!) { returnReport(input: $input) { id version firstSubmittedOn obligation { status dueOn } } }`,
      officer,
      { input: { report: report.id, expectedVersion: report.version, reason: 'thiếu' } },
    );
    expect(returned.data.returnReport).toMatchObject({
      firstSubmittedOn: '2021-09-06',
      obligation: { status: 'RETURNED', dueOn: '2021-09-06' },
    });
    const { data: desk } = await bed.ask(
      '{ reminders { task sentence obligation { status period { key } } } }',
      await bed.person('chair', '26263'),
    );
    expect(desk.reminders).toContainEqual({
      task: 'HAND_IN',
      sentence: expect.stringContaining('was given back, to be mended and handed in again'),
      obligation: { status: 'RETURNED', period: { key: '2021-08' } },
    });
    const again = await bed.ask(
      `mutation ($input: ReportStepInput!) { submitReport(input: $input) { id version firstSubmittedOn } }`,
      await bed.person('chair', '26263'),
      { input: { report: report.id, expectedVersion: returned.data.returnReport.version } },
    );
    expect(again.data.submitReport.firstSubmittedOn).toBe('2021-09-06');
    const accepted = await bed.ask(
      `mutation ($input: ReportStepInput!) { acceptReport(input: $input) { id obligation { status daysLate report { state } } } }`,
      await bed.holder(
        90,
        ['core:value.read', 'core:report.read', 'core:report.accept', 'core:value.accept'],
        '737',
      ),
      { input: { report: report.id, expectedVersion: again.data.submitReport.version } },
    );
    expect(accepted.data.acceptReport.obligation).toEqual({
      status: 'ACCEPTED',
      daysLate: 0,
      report: { state: 'ACCEPTED' },
    });
  });

  test('a report that was there before its deadline was known is found', async () => {
    await bed.place.sql(`delete from core.obligation where false`);
    await bed.place.sql(`update core.report set obligation_id = null;
      update core.obligation set report_id = null, handed_in_on = null, accepted = false;
      delete from core.obligation`);
    const { added } = await generate('2021-10-15');
    expect(added).toBe(17 * 24);
    expect(await standings('2021-09', ['2021-10-15'], '26257')).toEqual([
      ['2021-10-15', 'HANDED_IN_LATE', 1, 1],
    ]);
    expect(await standings('2021-08', ['2021-10-15'], '26263')).toEqual([['2021-10-15', 'ACCEPTED', 0, 0]]);
    const [linked] = await bed.place.sql<{ n: number }>(
      `select count(*)::int as n from core.report r join core.obligation o on o.id = r.obligation_id and o.report_id = r.id`,
    );
    expect(linked!.n).toBe(await count('core.report'));
  });
});

describe('excusing', () => {
  const waive = async (
    period: string,
    caller: Caller,
    more: Record<string, unknown> = {},
    locale?: 'vi' | 'en',
  ) => {
    const { id, version } = (await ofUnit('26266', '2021-10-15'))[period]!;
    return bed.ask(
      `mutation ($input: WaiveObligationInput!) { waiveObligation(input: $input) { id status daysLate workingDaysLate waiveReason version } }`,
      caller,
      { input: { obligation: id, reason: 'chống dịch', expectedVersion: version, ...more } },
      locale,
    );
  };
  const nothingWritten = async (work: () => Promise<void>) => {
    const fingerprint = async () =>
      bed.place.sql(
        `select md5(string_agg(o::text, '' order by id)) as o, (select count(*) from platform.audit_event) as audits from core.obligation o`,
      );
    const before = await fingerprint();
    await work();
    expect(await fingerprint()).toEqual(before);
  };

  test('is for the level above, with a reason', async () => {
    const { data, errors } = await waive('2021-07', await bed.person('officer', '737'));
    expect(errors).toBeUndefined();
    expect(data.waiveObligation).toMatchObject({
      status: 'WAIVED',
      daysLate: null,
      workingDaysLate: null,
      waiveReason: 'chống dịch',
    });
    const [audited] = await bed.place.sql<{ facts: any }>(
      `select facts from platform.audit_event where action = 'core:obligation.waive'`,
    );
    expect(audited!.facts).toMatchObject({ dueOn: '2021-08-05', reason: 'chống dịch' });
  });

  test('is not for whoever may hand in the unit’s reports, in either language', async () => {
    const both = await bed.holder(
      80,
      ['core:report.read', 'core:obligation.waive', 'core:report.submit'],
      '737',
    );
    await nothingWritten(async () => {
      const english = await waive('2021-08', both);
      expect([codeOf(english), english.errors![0]!.message]).toEqual([
        'OBLIGATION_OWN',
        'Whoever may hand in the reports of a unit cannot excuse it from them: the level above has to.',
      ]);
      const vietnamese = await waive('2021-08', both, {}, 'vi');
      expect(vietnamese.errors![0]!.message).toMatch(/không được tự miễn/);
      // The row rule says the same to SQL that asks nobody.
      const { settings } = both;
      const rows = await bed.engine.database.transaction(
        { settings: { ...settings, business_date: '2021-10-15' } },
        (session) =>
          session.query(`update core.obligation set waive_reason = 'x', waived_at = now() returning id`),
      );
      expect(rows).toEqual([]);
    });
  });

  test.each([
    ['without a reason', '2021-08', { reason: ' ' }, 'REASON_REQUIRED', 'Cần ghi lý do ở input.reason.'],
    ['with an old version', '2021-08', { expectedVersion: 9 }, 'CONFLICT', null],
    ['twice', '2021-07', {}, 'OBLIGATION_WAIVED', 'Đơn vị đã được miễn báo cáo này trước đó.'],
  ])('is refused %s', async (_what, period, more, code, vietnamese) => {
    await nothingWritten(async () => {
      expect(codeOf(await waive(period, standing, more))).toBe(code);
      if (vietnamese)
        expect((await waive(period, standing, more, 'vi')).errors![0]!.message).toBe(vietnamese);
    });
  });

  test('is refused once the report was handed in, and to who has no right', async () => {
    await bed.handIn('26266', '2021-06', '2021-07-20');
    await nothingWritten(async () => {
      const met = await waive('2021-06', standing);
      expect([codeOf(met), met.errors![0]!.extensions['given']]).toEqual(['OBLIGATION_MET', '2021-07-20']);
      expect(codeOf(await waive('2021-08', await bed.person('chair', '26266')))).toBe('FORBIDDEN');
    });
  });

  test('of another district is not found', async () => {
    const foreign = await bed.person('standing', '731');
    await nothingWritten(async () => {
      expect(codeOf(await waive('2021-08', foreign))).toBe('NOT_FOUND');
    });
  });
});

describe('a list of obligations', () => {
  const ask = async (args: string, caller = standing): Promise<any> => {
    bed.setBusinessDate('2021-10-15');
    const answer = await bed.ask(
      `{ obligations(${args}) { totalCount nodes { dueOn status daysLate unit { code } period { key } deadline { basis } } } }`,
      caller,
    );
    expect(answer.errors).toBeUndefined();
    return answer.data.obligations;
  };

  test('is one statement, statuses, lateness and report included', async () => {
    bed.setBusinessDate('2021-10-15');
    const before = bed.singleReads;
    const { data, errors } = await bed.ask(
      `{ obligations(first: 200, filter: { status: [OVERDUE, HANDED_IN_LATE] }, orderBy: DAYS_LATE_DESC) { totalCount nodes {
           status daysLate workingDaysLate dueOn unit { name } template { title } period { label } report { state } deadline { days } } } }`,
      standing,
    );
    expect(errors).toBeUndefined();
    expect(data.obligations.nodes.length).toBeGreaterThan(100);
    expect(bed.singleReads - before).toBe(1);
    const days = data.obligations.nodes.map(({ daysLate }: any) => daysLate);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect(days[0]).toBe(252); // January, due on 5 February
  });

  test('is filtered by what stands and by where', async () => {
    // Nine months have ended: 153 reports, of which 5 handed in, 1 waived.
    const overdue = await ask('filter: { overdue: true }');
    expect(overdue.totalCount).toBe(9 * 17 - 6);
    expect((await ask('filter: { overdue: false }')).totalCount).toBe(17 * 24 - (9 * 17 - 6));
    expect((await ask('filter: { status: [WAIVED] }')).nodes).toMatchObject([
      { unit: { code: '26266' }, daysLate: null },
    ]);
    expect((await ask('filter: { daysLateMin: 250 }')).totalCount).toBe(17);
    const under = await bed.unitId('737');
    expect((await ask(`filter: { under: "${under}", dueOnTo: "2021-02-28" }`)).totalCount).toBe(17);
    expect((await ask(`filter: { under: "${await bed.unitId('731')}" }`)).totalCount).toBe(0);
    expect((await ask('filter: { program: ["PRG-90"] }')).totalCount).toBe(0);
  });

  test('shows each caller what is theirs: a commune its own, another district nothing', async () => {
    const own = await ask('first: 200', await bed.person('chair', '26254'));
    expect(new Set(own.nodes.map(({ unit }: any) => unit.code))).toEqual(new Set(['26254']));
    expect(own.totalCount).toBe(24);
    expect((await ask('first: 200', await bed.person('standing', '731'))).totalCount).toBe(0);
  });

  test('hangs on units, forms and reports', async () => {
    bed.setBusinessDate('2021-10-15');
    const { data, errors } = await bed.ask(
      `{ administrativeUnit(code: "26254") { obligations(filter: { overdue: true }) { totalCount } }
         reportTemplate(key: "test-monthly") { deadlines { nodes { basis } } } }`,
      standing,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      administrativeUnit: { obligations: { totalCount: 8 } },
      reportTemplate: { deadlines: { nodes: [{ basis: 'Quyết định 01' }] } },
    });
  });
});

describe('a deadline that changes', () => {
  test('moves what is not yet due, and keeps the old rule with its end', async () => {
    const before = await ofUnit('26254', '2021-10-15');
    const { errors } = await bed.setDeadline('2021-10-15', {
      rule: 'WORKING_DAYS',
      days: 3,
      noticeDays: 2,
      validFrom: '2021-10-31',
      basis: 'Quyết định 02',
    });
    expect(errors).toBeUndefined();
    const after = await ofUnit('26254', '2021-10-15');
    expect(after['2021-09']).toEqual(before['2021-09']);
    expect([before['2021-10']!.dueOn, after['2021-10']!.dueOn]).toEqual(['2021-11-05', '2021-11-03']);
    expect(after['2021-12']!.dueOn).toBe('2022-01-06'); // 31 December a Friday; 1 and 3 January are off
    const { data } = await bed.ask(
      `{ reportDeadlines(filter: { validOn: "2021-10-30" }) { nodes { basis validTo } } all: reportDeadlines { nodes { basis } } }`,
      standing,
    );
    expect(data.reportDeadlines.nodes).toEqual([{ basis: 'Quyết định 01', validTo: '2021-10-31' }]);
    expect(data.all.nodes).toHaveLength(2);
    expect(await generate('2021-10-15')).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  test('leaves what is due where it was, whatever a load changes', async () => {
    const change = (days: number) =>
      bed.place.sql(`update core.report_deadline set days = $1 where basis = 'Quyết định 01'`, [days]);
    await change(12);
    expect(await generate('2021-10-15')).toEqual({ added: 0, changed: 0, removed: 0 });
    expect((await ofUnit('26260', '2021-10-15'))['2021-09']!.dueOn).toBe('2021-10-05');
    // On the deadline itself it is not yet late, and moves; what was handed in does not.
    expect((await generate('2021-10-05')).changed).toBe(17 - 2);
    expect((await ofUnit('26260', '2021-10-05'))['2021-09']!.dueOn).toBe('2021-10-12');
    expect((await ofUnit('26254', '2021-10-05'))['2021-09']!.dueOn).toBe('2021-10-05');
    await change(5);
    expect((await generate('2021-10-05')).changed).toBe(17 - 2);
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
    const own = await ofUnit('26254', '2021-10-15');
    expect([own['2021-10']!.dueOn, own['2021-10']!.status]).toEqual(['2021-10-15', 'DUE']);
    expect(own['2021-11']!.dueOn).toBe('2021-11-10');
    expect((await ofUnit('26257', '2021-10-15'))['2021-10']!.dueOn).toBe('2021-11-03');
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
  await generate('2025-01-02');
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
  const before = await count();
  const unit = await bed.unit('26296');
  // It becomes known that the commune ended in May 2022.
  await bed.place.sql(
    `update core.administrative_unit_version set valid_to = '2022-05-10' where unit_id = ${unit} and superseded_at is null`,
  );
  const { removed, changed } = await generate('2021-10-15');
  // June to December 2022; May 2022 became a stub. What is due later than the next year is not looked at yet.
  expect({ removed, changed }).toEqual({ removed: 7, changed: 1 });
  expect(await count()).toBe(before - 7);
  const [stub] = await bed.place.sql<{ as_of: string; closes_early: boolean }>(
    `select as_of::text, closes_early from core.obligation where unit_id = ${unit} and as_of < '2023-01-01' order by as_of desc limit 1`,
  );
  expect(stub).toEqual({ as_of: '2022-05-09', closes_early: true });
  await bed.place.sql(`delete from core.obligation where as_of = '2021-12-31' and report_id is null`);
  expect((await generate('2021-10-15')).added).toBe(17);
});

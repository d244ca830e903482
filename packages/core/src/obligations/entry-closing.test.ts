import type { Caller } from '@phoihop/platform';
import { codeOf, startObligationsBed, type ObligationsBed } from './test-bed.js';

// The report for March is due on Monday 5 April 2021; entry closes 10 days later, on the 15th.
const dueOn = '2021-04-05';
const lastDay = '2021-04-15';
const dayAfter = '2021-04-16';

let bed: ObligationsBed;
let clerk: Caller;
let chair: Caller;
let officer: Caller;
/** The report for March, as a draft. */
let begun: { id: string; version: number };
beforeAll(async () => {
  bed = await startObligationsBed();
  clerk = await bed.person('clerk', '26254');
  chair = await bed.person('chair', '26254');
  officer = await bed.person('officer', '737');
  const set = await bed.setDeadline('2021-01-04', { validFrom: '2021-01-04', closesAfter: 10 });
  expect(set.errors).toBeUndefined();
}, 600_000);
afterAll(() => bed?.stop());

interface Owed {
  readonly id: string;
  readonly version: number;
  readonly closesOn: string | null;
  readonly extensions: { nodes: { openUntil: string; reason: string; obligation: { id: string } }[] };
}
async function owed(code: string, period: string): Promise<Owed> {
  const { data, errors } = await bed.ask(
    `query ($unit: ID!) { obligations(first: 200, filter: { unit: $unit }) { nodes {
       id version closesOn period { key } extensions { nodes { openUntil reason obligation { id } } } } } }`,
    officer,
    { unit: await bed.unitId(code) },
  );
  expect(errors).toBeUndefined();
  return data.obligations.nodes.find((one: any) => one.period.key === period);
}
const draft = async (
  on: string,
  period: string,
  more: Record<string, unknown> = {},
  language: 'en' | 'vi' = 'en',
) => {
  bed.setBusinessDate(on);
  return bed.ask(
    `mutation ($input: SaveReportDraftInput!) { saveReportDraft(input: $input) { id version state } }`,
    clerk,
    {
      input: {
        template: 'test-monthly',
        unit: await bed.unitId('26254'),
        period: { calendar: 'MONTH', key: period },
        items: [{ indicator: 'works.houses', value: '3' }],
        ...more,
      },
    },
    language,
  );
};
const submit = async (on: string, report: { id: string; version: number }) => {
  bed.setBusinessDate(on);
  return bed.ask(
    `mutation ($input: ReportStepInput!) { submitReport(input: $input) { id version state } }`,
    chair,
    { input: { report: report.id, expectedVersion: report.version } },
  );
};
const extendEntry = async (
  on: string,
  obligation: Owed,
  more: Record<string, unknown> = {},
  caller = officer,
) => {
  bed.setBusinessDate(on);
  return bed.ask(
    `mutation ($input: ExtendReportEntryInput!) { extendReportEntry(input: $input) { id version closesOn } }`,
    caller,
    {
      input: {
        obligation: obligation.id,
        until: '2021-04-30',
        reason: 'mưa lũ, mất điện',
        expectedVersion: obligation.version,
        ...more,
      },
    },
  );
};
const record = async (on: string, period: string) => {
  bed.setBusinessDate(on);
  return bed.ask(
    `mutation ($input: RecordDataValueInput!) { recordDataValue(input: $input) { id } }`,
    clerk,
    {
      input: {
        indicator: 'works.houses',
        unit: await bed.unitId('26254'),
        period: { calendar: 'MONTH', key: period },
        value: '4',
      },
    },
  );
};
const told = ({ errors }: Awaited<ReturnType<typeof draft>>) => {
  const { code, field, given, closedOn } = errors![0]!.extensions as Record<string, unknown>;
  return { code, field, given, closedOn };
};
const counts = async (): Promise<unknown> => {
  const [row] = await bed.place.sql(
    `select (select count(*) from core.report) as reports, (select count(*) from core.data_value) as figures,
       (select count(*) from core.entry_extension) as extensions, (select max(version) from core.obligation) as version`,
  );
  return row;
};

test('an obligation says on which day entry closes: ten days after it is due', async () => {
  bed.setBusinessDate(dueOn);
  expect(await owed('26254', '2021-03')).toMatchObject({ closesOn: lastDay, extensions: { nodes: [] } });
});

test('of a form whose deadline does not say so entry stays open', async () => {
  await bed.setDeadline('2021-01-04', { template: 'test-yearly', validFrom: '2021-01-04' });
  const [row] = await bed.place.sql<{ closed: number }>(
    `select count(*)::int as closed from core.report_deadline where closes_after is null`,
  );
  expect(row!.closed).toBe(1);
  expect((await owed('26254', '2021')).closesOn).toBeNull();
  bed.setBusinessDate('2022-12-30');
  const extended = await extendEntry('2022-12-30', await owed('26254', '2021'), { until: '2022-12-31' });
  expect(codeOf(extended)).toBe('ENTRY_STAYS_OPEN');
});

test('a report can be drawn up on the last day and not on the next, nor can its figures one by one', async () => {
  const before = await draft(lastDay, '2021-02');
  // February is due on 5 March: entry closed on the 15th of that month.
  expect(told(before)).toEqual({
    code: 'ENTRY_CLOSED',
    field: 'input.period',
    given: '2021-02',
    closedOn: '2021-03-15',
  });
  const counted = await counts();
  expect(told(await record(dayAfter, '2021-03'))).toEqual({
    code: 'ENTRY_CLOSED',
    field: 'input.period',
    given: '2021-03',
    closedOn: lastDay,
  });
  expect(codeOf(await draft(dayAfter, '2021-03'))).toBe('ENTRY_CLOSED');
  const vietnamese = await draft(dayAfter, '2021-03', {}, 'vi');
  expect(vietnamese.errors![0]!.message).toBe(
    'Đã hết hạn nhập báo cáo kỳ 2021-03: ngày cuối là 2021-04-15. Cấp trên có thể gia hạn, có nêu lý do.',
  );
  expect(await counts()).toEqual(counted);
  const inTime = await draft(lastDay, '2021-03');
  expect(inTime.errors).toBeUndefined();
  begun = inTime.data.saveReportDraft;
});

test('a draft that was begun in time cannot be handed in after it, until it is kept open with a reason', async () => {
  const late = await submit(dayAfter, begun);
  expect(told(late)).toEqual({
    code: 'ENTRY_CLOSED',
    field: 'input.report',
    given: '2021-03',
    closedOn: lastDay,
  });

  const obligation = await owed('26254', '2021-03');
  const extended = await extendEntry(dayAfter, obligation);
  expect(extended.errors).toBeUndefined();
  expect(extended.data.extendReportEntry).toEqual({
    id: obligation.id,
    version: obligation.version + 1,
    closesOn: '2021-04-30',
  });
  expect((await owed('26254', '2021-03')).extensions.nodes).toEqual([
    { openUntil: '2021-04-30', reason: 'mưa lũ, mất điện', obligation: { id: obligation.id } },
  ]);
  const audited = await bed.place.sql(
    `select facts ->> 'until' as until, facts ->> 'reason' as reason from platform.audit_event
     where action = 'core:obligation.extend'`,
  );
  expect(audited).toEqual([{ until: '2021-04-30', reason: 'mưa lũ, mất điện' }]);

  const again = await draft('2021-04-30', '2021-03', {
    expectedVersion: begun.version,
    items: [{ indicator: 'works.houses', value: '5' }],
  });
  expect(again.errors).toBeUndefined();
  const handedIn = await submit('2021-04-30', again.data.saveReportDraft);
  expect(handedIn.data.submitReport.state).toBe('SUBMITTED');
  // Late all the same.
  const [late2] = await bed.place.sql<{ days: number }>(
    `select handed_in_on - due_on as days from core.obligation where handed_in_on is not null`,
  );
  expect(late2!.days).toBe(25);
});

test('what was returned is mended after the last day, because somebody asked for it', async () => {
  const { data } = await bed.ask(
    `query ($unit: ID!) { reports(filter: { unit: $unit, state: [SUBMITTED] }) { nodes { id version } } }`,
    officer,
    { unit: await bed.unitId('26254') },
  );
  const [report] = data.reports.nodes;
  bed.setBusinessDate('2021-06-01');
  const returned = await bed.ask(
    `mutation ($input: ReturnReportInput!) { returnReport(input: $input) { id version } }`,
    officer,
    { input: { report: report.id, expectedVersion: report.version, reason: 'thiếu một thôn' } },
  );
  const mended = await draft('2021-06-02', '2021-03', {
    expectedVersion: returned.data.returnReport.version,
    items: [{ indicator: 'works.houses', value: '6' }],
  });
  expect(mended.errors).toBeUndefined();
  expect((await submit('2021-06-02', mended.data.saveReportDraft)).errors).toBeUndefined();
});

test('an accepted figure is corrected whenever it turns out to be wrong', async () => {
  bed.setBusinessDate('2021-05-10');
  const recorded = await record('2021-05-10', '2021-04');
  expect(recorded.errors).toBeUndefined();
  const { id } = recorded.data.recordDataValue;
  const accepted = await bed.ask(
    `mutation ($input: AcceptDataValuesInput!) { acceptDataValues(input: $input) { id state } }`,
    await bed.holder(902, ['core:value.read', 'core:value.accept'], '737'),
    { input: { dataValues: [id] } },
  );
  const [figure] = accepted.data.acceptDataValues;
  expect(figure.state).toBe('ACCEPTED');
  bed.setBusinessDate('2021-08-01');
  const corrected = await bed.ask(
    `mutation ($input: CorrectDataValueInput!) { correctDataValue(input: $input) { id } }`,
    clerk,
    { input: { dataValue: figure.id, value: '7', reason: 'đếm sót' } },
  );
  expect(corrected.errors).toBeUndefined();
});

describe('entry is not kept open', () => {
  test('by who may hand the report in, nor by who has no right over the unit', async () => {
    bed.setBusinessDate('2021-06-20');
    const obligation = await owed('26254', '2021-05');
    const counted = await counts();
    const both = await bed.holder(
      901,
      ['core:report.read', 'core:report.submit', 'core:obligation.waive'],
      '26254',
    );
    const ask = (caller: Caller) => extendEntry('2021-06-20', obligation, { until: '2021-06-30' }, caller);
    expect(codeOf(await ask(both))).toBe('OBLIGATION_OWN');
    expect(codeOf(await ask(chair))).toBe('FORBIDDEN');
    expect(codeOf(await ask(await bed.person('officer', '731')))).toBe('NOT_FOUND');
    // The row rule says the same to SQL that asks nobody.
    const settings = { ...both.settings, business_date: '2021-06-20' };
    const past = bed.engine.database.transaction({ settings }, (session) =>
      session.query(
        `insert into core.entry_extension (obligation_id, open_until, reason, granted_at)
         select id, '2021-12-31', 'x', now() from core.obligation limit 1`,
      ),
    );
    await expect(past).rejects.toThrow(/row-level security/);
    expect(await counts()).toEqual(counted);
  });

  test.each([
    ['to a day that has passed', { until: '2021-06-19' }, 'BAD_USER_INPUT', '2021-06-20 … 2022-06-21'],
    ['further than a year', { until: '2022-06-22' }, 'BAD_USER_INPUT', '2021-06-20 … 2022-06-21'],
    ['without a reason', { reason: '  ' }, 'REASON_REQUIRED', undefined],
    ['by who read another version', { until: '2021-06-30', expectedVersion: 9 }, 'CONFLICT', undefined],
  ])('%s', async (_what, more, code, allowed) => {
    bed.setBusinessDate('2021-06-20');
    const obligation = await owed('26254', '2021-05');
    const counted = await counts();
    const answer = await extendEntry('2021-06-20', obligation, more);
    expect(codeOf(answer)).toBe(code);
    expect(answer.errors![0]!.extensions['allowed']).toBe(allowed);
    expect(await counts()).toEqual(counted);
  });

  test('for a report that was handed in', async () => {
    bed.setBusinessDate('2021-06-20');
    expect(codeOf(await extendEntry('2021-06-20', await owed('26254', '2021-03')))).toBe('OBLIGATION_MET');
  });

  test('shorter than it is open already', async () => {
    bed.setBusinessDate('2021-06-20');
    // May is due on 7 June, a Monday: entry closes on the 17th; June's is open until 15 July.
    const june = await owed('26254', '2021-06');
    expect(june.closesOn).toBe('2021-07-15');
    const answer = await extendEntry('2021-06-20', june, { until: '2021-07-15' });
    expect(answer.errors![0]!.extensions['allowed']).toBe('2021-07-16 … 2022-06-21');
  });
});

test('a deadline closes entry 0 to 366 days after it', async () => {
  for (const closesAfter of [-1, 367]) {
    const answer = await bed.setDeadline('2021-09-01', { validFrom: '2021-12-01', closesAfter });
    expect([codeOf(answer), answer.errors![0]!.extensions['field']]).toEqual([
      'BAD_USER_INPUT',
      'input.closesAfter',
    ]);
  }
});

import type { Caller } from '@phoihop/platform';
import { startFiguresBed, type Answer, type FiguresBed } from '../values/test-bed.js';
import { loadReportTemplates } from './load.js';
import { reportWorkflow } from './report-state.js';
import type { ReportTemplateDeclaration } from '../programs/contribution.js';

const monthly: ReportTemplateDeclaration = {
  key: 'test-monthly',
  program: null,
  calendar: 'month',
  level: 'commune',
  title: { vi: 'Báo cáo tháng', en: 'Monthly report' },
  items: [
    { indicator: 'works.houses' },
    { indicator: 'works.houses', part: 'work:build', required: false },
    { indicator: 'works.money' },
    { indicator: 'works.visits', required: false },
    { indicator: 'works.absent' },
  ],
};

let bed: FiguresBed;
let clerk: Caller;
let committee: Caller;
let district: Caller;
const load = (templates: readonly ReportTemplateDeclaration[]) =>
  bed.engine.database.asSystem('load forms', (session) => loadReportTemplates(session, templates));

beforeAll(async () => {
  bed = await startFiguresBed();
  await load([monthly]);
  const reads = ['core:value.read', 'core:report.read', 'core:person.read'];
  clerk = await bed.holder(1, [...reads, 'core:value.record'], '26254');
  committee = await bed.holder(2, [...reads, 'core:report.submit'], '26254');
  district = await bed.holder(
    3,
    [...reads, 'core:value.accept', 'core:report.accept', 'core:report.verify'],
    '737',
  );
}, 600_000);
afterAll(() => bed?.stop());

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'] as string | undefined;
const shown = `id state version note submittedAt acceptedAt returnReason asOf unit { name } period { key } template { key title }
  dataValues(filter: { current: true }) { nodes { value numerator denominator disaggregation state indicator { key } } }`;

async function save(
  key: string,
  items: Record<string, unknown>[],
  more: Record<string, unknown> = {},
  caller = clerk,
): Promise<Answer> {
  const input = {
    template: 'test-monthly',
    unit: await bed.unitId('26254'),
    period: { calendar: 'MONTH', key },
    items,
    ...more,
  };
  return bed.ask(
    `mutation ($input: SaveReportDraftInput!) { saveReportDraft(input: $input) { ${shown} } }`,
    caller,
    { input },
  );
}
const step = (
  name: string,
  report: { id: string; version: number },
  caller: Caller,
  more: Record<string, unknown> = {},
): Promise<Answer> =>
  bed.ask(
    `mutation ($input: ${name === 'returnReport' ? 'ReturnReportInput' : 'ReportStepInput'}!) { ${name}(input: $input) { ${shown} } }`,
    caller,
    {
      input: { report: report.id, expectedVersion: report.version, ...more },
    },
  );
const figures = [
  { indicator: 'works.houses', value: 3 },
  { indicator: 'works.money', value: '12.5' },
];
const count = async (): Promise<number> => {
  const [row] = await bed.place.sql<{ n: number }>('select count(*)::int as n from core.data_value');
  return row!.n;
};

test('forms are reference data: lines of indicators that are there, loaded once', async () => {
  const { data } = await bed.ask(
    `{ reportTemplate(key: "test-monthly") { title calendar level version items { nodes { position required disaggregation indicator { key } } } }
       reportTemplates { nodes { key } } }`,
    clerk,
  );
  expect(
    data.reportTemplate.items.nodes.map((item: any) => [
      item.indicator.key,
      item.disaggregation,
      item.required,
    ]),
  ).toEqual([
    ['works.houses', '', true],
    ['works.houses', 'work:build', false],
    ['works.money', '', true],
    ['works.visits', '', false],
  ]);
  expect(data.reportTemplates.nodes).toContainEqual({ key: 'commune-monthly' });
  expect(await load([monthly])).toEqual({ alreadyLoaded: true });
});

describe('a report on its way', () => {
  let report: { id: string; version: number };
  const keep = (answer: Answer, field: string) => {
    expect(answer.errors).toBeUndefined();
    report = answer.data[field];
    return answer.data[field];
  };

  test('is begun with some figures, gone on with, and changed', async () => {
    const begun = keep(
      await save('2021-09', [{ indicator: 'works.houses', value: 2, note: 'chờ bàn giao' }], {
        note: 'Tháng 9',
      }),
      'saveReportDraft',
    );
    expect(begun).toMatchObject({
      state: 'DRAFT',
      version: 1,
      note: 'Tháng 9',
      asOf: '2021-09-30',
      unit: { name: 'Cây Gáo' },
    });
    const saved = keep(await save('2021-09', figures, { expectedVersion: 1 }), 'saveReportDraft');
    expect(saved).toMatchObject({ version: 2, note: 'Tháng 9' });
    expect(saved.dataValues.nodes).toEqual([
      {
        value: '3',
        numerator: null,
        denominator: null,
        disaggregation: '',
        state: 'PROVISIONAL',
        indicator: { key: 'works.houses' },
      },
      {
        value: '12.5',
        numerator: null,
        denominator: null,
        disaggregation: '',
        state: 'PROVISIONAL',
        indicator: { key: 'works.money' },
      },
    ]);
    const before = await count();
    keep(await save('2021-09', figures, { expectedVersion: 2 }), 'saveReportDraft');
    expect(await count()).toBe(before);
  });

  test('is refused with an old version, and without one', async () => {
    expect((await save('2021-09', figures, { expectedVersion: 1 })).errors![0]!.extensions).toMatchObject({
      code: 'CONFLICT',
      current: 3,
    });
    expect(codeOf(await save('2021-09', figures))).toBe('CONFLICT');
  });

  test('cannot be accepted before it is handed in, nor handed in by who may not', async () => {
    const early = await step('acceptReport', report, district);
    expect(early.errors![0]!.extensions).toMatchObject({
      code: 'REPORT_STATE',
      given: 'DRAFT',
      allowed: 'saveReportDraft, submitReport',
    });
    expect(codeOf(await step('submitReport', report, clerk))).toBe('FORBIDDEN');
  });

  test('is handed in, and then nothing of it changes', async () => {
    keep(await step('submitReport', report, committee), 'submitReport');
    expect(report).toMatchObject({ state: 'SUBMITTED', submittedAt: '2026-11-23T08:00:00.000Z' });
    expect(codeOf(await save('2021-09', figures, { expectedVersion: report.version }))).toBe('REPORT_STATE');
    expect(codeOf(await step('submitReport', report, committee))).toBe('REPORT_STATE');
    const { data } = await bed.ask(
      `{ dataValues(filter: { current: true, report: "${report.id}" }) { nodes { id } } }`,
      clerk,
    );
    const corrected = await bed.ask(
      `mutation ($input: CorrectDataValueInput!) { correctDataValue(input: $input) { id } }`,
      clerk,
      {
        input: { dataValue: data.dataValues.nodes[0].id, value: 9, reason: 'x' },
      },
    );
    expect(codeOf(corrected)).toBe('REPORT_STATE');
  });

  test('is returned with a reason, mended and handed in again', async () => {
    expect(codeOf(await step('returnReport', report, district, { reason: ' ' }))).toBe('REASON_REQUIRED');
    expect(
      keep(await step('returnReport', report, district, { reason: 'thiếu giải trình' }), 'returnReport'),
    ).toMatchObject({
      state: 'RETURNED',
      returnReason: 'thiếu giải trình',
    });
    keep(
      await save('2021-09', [{ indicator: 'works.houses', value: 4 }], { expectedVersion: report.version }),
      'saveReportDraft',
    );
    keep(await step('submitReport', report, committee), 'submitReport');
  });

  test('is accepted by another than who handed it in, and its figures with it', async () => {
    const also: Caller = { ...district, userId: 2 };
    expect(codeOf(await step('acceptReport', report, also))).toBe('SAME_PERSON');
    const entered: Caller = { ...district, userId: 1 };
    expect(['SAME_PERSON', 'VALUES_NOT_ACCEPTED']).toContain(
      codeOf(await step('acceptReport', report, entered)),
    );
    const accepted = keep(await step('acceptReport', report, district), 'acceptReport');
    expect(accepted).toMatchObject({ state: 'ACCEPTED', acceptedAt: '2026-11-23T08:00:00.000Z' });
    expect(
      accepted.dataValues.nodes.map((value: any) => [value.indicator.key, value.value, value.state]).sort(),
    ).toEqual([
      ['works.houses', '4', 'ACCEPTED'],
      ['works.money', '12.5', 'ACCEPTED'],
    ]);
    const again = await step('acceptReport', report, district);
    expect(again.errors![0]!.extensions).toMatchObject({
      code: 'REPORT_STATE',
      given: 'ACCEPTED',
      allowed: 'reopenReport, sendReport',
    });
    const audited = await bed.place.sql<{ action: string }>(
      `select action from platform.audit_event where action like 'core:report.%' order by id`,
    );
    expect(audited.map(({ action }) => action)).toEqual([
      ...Array(3).fill('core:report.save'),
      'core:report.submit',
      'core:report.return',
      'core:report.save',
      'core:report.submit',
      'core:report.accept',
    ]);
  });
});

describe('a draft is refused', () => {
  let before: number;
  beforeEach(async () => {
    before = await count();
  });
  afterEach(async () => {
    expect(await count()).toBe(before);
    expect(
      await bed.place.sql(
        `select 1 from core.report r join core.period p on p.id = r.period_id where p.key = '2021-08'`,
      ),
    ).toEqual([]);
  });

  test('with every wrong figure named, and nothing half-written', async () => {
    const answer = await save('2021-08', [
      { indicator: 'works.houses', value: -1 },
      { indicator: 'works.money', value: '7' },
      { indicator: 'works.visits', numerator: 5, denominator: 4 },
      { indicator: 'works.series', value: 1 },
      { indicator: 'works.money', value: '8' },
      { indicator: 'works.nothing', value: '8' },
    ]);
    expect(codeOf(answer)).toBe('REPORT_ITEMS_INVALID');
    const { problems } = answer.errors![0]!.extensions;
    expect(problems.map(({ code, field }: any) => [code, field])).toEqual([
      ['NEGATIVE_VALUE', 'input.items[0].value'],
      ['RATIO_ABOVE_ONE', 'input.items[2].numerator'],
      ['REPORT_ITEM_NOT_ASKED', 'input.items[3].indicator'],
      ['REPORT_ITEM_TWICE', 'input.items[4]'],
      ['INDICATOR_NOT_FOUND', 'input.items[5].indicator'],
    ]);
    expect(problems.every(({ message }: any) => typeof message === 'string' && message.length > 10)).toBe(
      true,
    );
  });

  test('for another unit, level, calendar, time or form', async () => {
    expect(codeOf(await save('2021-08', figures, { unit: await bed.unitId('26257') }))).toBe('OUT_OF_SCOPE');
    const wide = await bed.holder(
      4,
      ['core:value.read', 'core:report.read', 'core:value.record', 'core:person.read'],
      '737',
    );
    expect(codeOf(await save('2021-08', figures, { unit: await bed.unitId('737') }, wide))).toBe(
      'REPORT_LEVEL_MISMATCH',
    );
    expect(codeOf(await save('2021-08', figures, { period: { calendar: 'QUARTER', key: '2021-Q1' } }))).toBe(
      'PERIOD_CALENDAR_MISMATCH',
    );
    expect(codeOf(await save('2021-11', figures))).toBe('PERIOD_IN_FUTURE');
    expect(codeOf(await save('2021-08', figures, { template: 'nothing' }))).toBe('NOT_FOUND');
  });

  test('to whoever may record for one program only: the form gathers several', async () => {
    const one = await bed.holder(
      5,
      ['core:value.read', 'core:report.read', 'core:value.record', 'core:person.read'],
      '26254',
      'PRG-90',
    );
    expect(codeOf(await save('2021-08', figures, {}, one))).toBe('OUT_OF_SCOPE');
  });
});

test('cannot be handed in while a required figure is missing', async () => {
  const { data } = await save('2021-07', [{ indicator: 'works.houses', value: 0 }]);
  const answer = await step('submitReport', data.saveReportDraft, committee);
  expect(answer.errors![0]!.extensions).toMatchObject({ code: 'REPORT_INCOMPLETE', given: ['works.money'] });
});

test('takes in figures that were recorded before it, but not those of others’ reports or accepted ones', async () => {
  const record = (period: string, value: number) =>
    bed.unitId('26254').then((unit) =>
      bed.ask(`mutation ($input: RecordDataValueInput!) { recordDataValue(input: $input) { id } }`, clerk, {
        input: { indicator: 'works.houses', unit, period: { calendar: 'MONTH', key: period }, value },
      }),
    );
  await record('2021-06', 5);
  const { data } = await save('2021-06', [{ indicator: 'works.houses', value: 6 }]);
  expect(data.saveReportDraft.dataValues.nodes).toMatchObject([{ value: '6' }]);
  const taken = await record('2021-05', 5);
  await bed.ask(
    `mutation ($input: AcceptDataValuesInput!) { acceptDataValues(input: $input) { id } }`,
    district,
    {
      input: { dataValues: [taken.data.recordDataValue.id] },
    },
  );
  const refused = await save('2021-05', [{ indicator: 'works.houses', value: 6 }]);
  expect(refused.errors![0]!.extensions['problems'][0]).toMatchObject({
    code: 'VALUE_STATE',
    field: 'input.items[0]',
  });
});

test('reports are seen within the scope only', async () => {
  const stranger = await bed.holder(6, ['core:report.read'], '26257');
  const ask = `{ reports { totalCount nodes { id } } }`;
  expect((await bed.ask(ask, stranger)).data.reports).toEqual({ totalCount: 0, nodes: [] });
  expect((await bed.ask(ask, district)).data.reports.totalCount).toBeGreaterThan(0);
});

test('the steps from each state are as told', () => {
  const { stepsFrom } = reportWorkflow;
  for (const state of ['DRAFT', 'RETURNED', 'REOPENED'] as const)
    expect(stepsFrom(state)).toEqual(['saveReportDraft', 'submitReport']);
  expect(stepsFrom('SUBMITTED')).toEqual(['verifyReport', 'returnReport', 'acceptReport', 'sendReport']);
  expect(stepsFrom('VERIFIED')).toEqual(['returnReport', 'acceptReport', 'sendReport']);
  expect(stepsFrom('ACCEPTED')).toEqual(['reopenReport', 'sendReport']);
});

/** What figures are checked by: each other, and the unit's own history. */
import type { Caller } from '@phoihop/platform';
import type { ReportTemplateDeclaration, ValueCheckDeclaration } from '../programs/contribution.js';
import { loadReportTemplates } from '../reports/load.js';
import { startFiguresBed, type Answer, type FiguresBed } from '../values/test-bed.js';
import { loadQuality, type OutlierRuleRow } from './load.js';

const form: ReportTemplateDeclaration = {
  key: 'checked',
  program: null,
  calendar: 'month',
  level: 'commune',
  title: { vi: 'Báo cáo', en: 'Report' },
  items: [
    { indicator: 'works.houses' },
    { indicator: 'works.houses', part: 'work:build', required: false },
    { indicator: 'works.houses', part: 'work:repair', required: false },
    { indicator: 'works.money', required: false },
  ],
};
const check = (given: Partial<ValueCheckDeclaration> & Pick<ValueCheckDeclaration, 'key'>) =>
  ({
    severity: 'ERROR',
    relation: 'AT_MOST',
    figure: { indicator: 'works.houses' },
    title: { vi: `Quy tắc ${given.key}`, en: `Rule ${given.key}` },
    basis: 'thử',
    validFrom: '2016-01-01',
    ...given,
  }) as ValueCheckDeclaration;
const checks = [
  check({ key: 'add-up', relation: 'PARTS_ADD_UP', dimension: 'work' }),
  check({ key: 'no-house-without-money', severity: 'WARNING', other: { indicator: 'works.money' } }),
  check({ key: 'over', other: { indicator: 'works.money' }, validTo: '2020-01-01' }),
  check({ key: 'of-a-plugin-that-is-not-there', other: { indicator: 'elsewhere.figure' } }),
];
const rule: OutlierRuleRow = {
  indicator: null,
  history: 24,
  leastHistory: 6,
  threshold: '3.5',
  leastSpread: '0.1',
  basis: 'thử',
  validFrom: '2016-01-01',
  validTo: null,
};

let bed: FiguresBed;
let clerk: Caller;
let chair: Caller;
beforeAll(async () => {
  bed = await startFiguresBed();
  await bed.engine.database.asSystem('load forms and rules', async (session) => {
    await loadReportTemplates(session, [form]);
    await loadQuality(session, checks, [rule]);
  });
  const reads = ['core:value.read', 'core:report.read'];
  clerk = await bed.holder(1, [...reads, 'core:value.record'], '26254');
  chair = await bed.holder(2, [...reads, 'core:report.submit'], '26254');
}, 600_000);
afterAll(() => bed?.stop());

const shown = `id version state findings { kind severity message disaggregation given against usualFrom usualTo history
  indicator { key } check { key } }`;

interface Told {
  readonly houses?: string;
  readonly build?: string;
  readonly repair?: string;
  readonly money?: string;
}

async function draft(month: string, told: Told, more: object = {}): Promise<Record<string, any>> {
  const of = {
    houses: ['works.houses'],
    build: ['works.houses', 'work:build'],
    repair: ['works.houses', 'work:repair'],
    money: ['works.money'],
  };
  const { data, errors } = await bed.ask(
    `mutation ($input: SaveReportDraftInput!) { saveReportDraft(input: $input) { ${shown} } }`,
    clerk,
    {
      input: {
        template: 'checked',
        unit: await bed.unitId('26254'),
        period: { calendar: 'MONTH', key: month },
        items: Object.entries(told).map(([name, value]) => {
          const [indicator, disaggregation] = of[name as keyof Told] as [string, string?];
          return { indicator, disaggregation, value };
        }),
        ...more,
      },
    },
  );
  expect(errors).toBeUndefined();
  return data.saveReportDraft;
}

const submit = (report: Record<string, any>, locale?: 'vi' | 'en'): Promise<Answer> =>
  bed.ask(
    'mutation ($input: ReportStepInput!) { submitReport(input: $input) { state } }',
    chair,
    { input: { report: report['id'], expectedVersion: report['version'] } },
    locale,
  );

describe('figures that must fit together', () => {
  test('parts: more than the whole is an error, less while some are missing is not', async () => {
    let report = await draft('2021-01', { houses: '5', build: '6' });
    expect(report['findings']).toMatchObject([
      { kind: 'CHECK', severity: 'ERROR', given: '6', against: '5', check: { key: 'add-up' } },
    ]);
    report = await draft('2021-01', { build: '3' }, { expectedVersion: report['version'] });
    expect(report['findings']).toEqual([]);
    report = await draft('2021-01', { repair: '1' }, { expectedVersion: report['version'] });
    expect(report['findings']).toMatchObject([{ given: '4', against: '5' }]);
    const { errors } = await submit(report, 'vi');
    expect(errors![0]!.extensions).toMatchObject({
      code: 'REPORT_FINDINGS',
      given: 1,
      field: 'input.report',
    });
    expect(errors![0]!.message).toContain('Quy tắc add-up (4 / 5)');
    report = await draft('2021-01', { repair: '2' }, { expectedVersion: report['version'] });
    expect((await submit(report)).data.submitReport.state).toBe('SUBMITTED');
  });

  test('two indicators: a warning is shown and does not stop anybody; a rule that no longer holds is silent', async () => {
    const report = await draft('2021-02', { houses: '5', money: '4.5' });
    expect(report['findings']).toMatchObject([
      {
        severity: 'WARNING',
        given: '5',
        against: '4.5',
        check: { key: 'no-house-without-money' },
        message: 'Rule no-house-without-money (given: 5; held against: 4.5).',
      },
    ]);
    expect((await submit(report)).errors).toBeUndefined();
  });

  test('rules of indicators that are not installed are left out', async () => {
    const { data } = await bed.ask('{ valueChecks { nodes { key title basis } } }', clerk);
    expect(data.valueChecks.nodes.map(({ key }: { key: string }) => key)).toEqual([
      'add-up',
      'no-house-without-money',
      'over',
    ]);
  });
});

describe('a figure far from the unit’s history', () => {
  test('is pointed out with what is usual, once there is a history', async () => {
    // 5, 6, 4, 5, 6, 400: median 5.5, median deviation 0.5; 0.5 / 0.6745 × 3.5 = 2.594 on either side.
    for (let month = 1; month <= 5; month += 1)
      await draft(`2020-${String(month).padStart(2, '0')}`, { houses: String(4 + (month % 3)) });
    expect((await draft('2020-06', { houses: '400' }))['findings']).toEqual([]);
    const report = await draft('2020-07', { houses: '11' });
    expect(report['findings']).toMatchObject([
      { kind: 'OUTLIER', severity: 'WARNING', given: '11', usualFrom: '2.91', usualTo: '8.09', history: 6 },
    ]);
    expect((await draft('2020-08', { houses: '10' }))['findings']).toEqual([]);
  });

  test('flat figures leave room for a tenth of the median', async () => {
    const flat = (month: number, money: string) =>
      draft(`2019-${String(month).padStart(2, '0')}`, { houses: '0', money });
    for (let month = 1; month <= 6; month += 1) await flat(month, '100');
    expect((await flat(7, '134'))['findings']).toEqual([]);
    expect((await flat(8, '136'))['findings']).toMatchObject([
      { indicator: { key: 'works.money' }, usualFrom: '65', usualTo: '135' },
    ]);
  });
});

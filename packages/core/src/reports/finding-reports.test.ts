/** How reports are found: one by its id, and those of a place by the unit that it is. */
import type { Caller } from '@phoihop/platform';
import type { ReportTemplateDeclaration } from '../programs/contribution.js';
import { startReportsBed, type Known, type ReportsBed } from './test-bed.js';

const forms: readonly ReportTemplateDeclaration[] = [
  {
    key: 'monthly',
    program: null,
    calendar: 'month',
    level: 'commune',
    title: { vi: 'Báo cáo tháng', en: 'Monthly report' },
    items: [{ indicator: 'works.houses' }],
  },
];

let bed: ReportsBed;
const people: Record<string, Caller> = {};
const made: Known[] = [];

beforeAll(async () => {
  const reads = ['core:report.read', 'core:value.read', 'core:person.read'];
  bed = await startReportsBed({ forms, people, shown: 'id' });
  people['clerk'] = await bed.holder(1, [...reads, 'core:value.record'], '737');
  people['commune'] = await bed.holder(2, reads, '26257');
  people['elsewhere'] = await bed.holder(3, reads, '740');
  for (const [code, key] of [
    ['26254', '2021-03'],
    ['26254', '2021-04'],
    ['26257', '2021-03'],
  ] as const) {
    const input = {
      template: 'monthly',
      unit: await bed.unitId(code),
      period: { calendar: 'MONTH', key },
      items: [{ indicator: 'works.houses', value: '1' }],
    };
    made.push(await bed.done('saveReportDraft', 'clerk', input, 'id version'));
  }
}, 600_000);
afterAll(() => bed?.stop());

const under = async (code: string, who = 'clerk') => {
  const { data, errors } = await bed.ask(
    `query ($unit: ID!) { reports(filter: { under: $unit }) { totalCount nodes { id } } }`,
    people[who]!,
    { unit: await bed.unitId(code) },
  );
  expect(errors).toBeUndefined();
  const ids: string[] = data.reports.nodes.map(({ id }: Known) => id);
  expect(data.reports.totalCount).toBe(ids.length);
  return new Set(ids);
};
const ids = (...places: number[]) => new Set(places.map((place) => made[place]!.id));

test('all reports of a district and of what is below it, as far as the caller sees them', async () => {
  expect(await under('737')).toEqual(ids(0, 1, 2));
  expect(await under('26254')).toEqual(ids(0, 1));
  expect(await under('740')).toEqual(new Set());
  expect(await under('737', 'commune')).toEqual(ids(2));
  expect(await under('737', 'elsewhere')).toEqual(new Set());
});

test('one report by its id, and null for who may not see it or where there is none', async () => {
  const ask = async (id: string, who: string) =>
    (await bed.ask('query ($id: ID!) { report(id: $id) { id period { key } } }', people[who]!, { id })).data
      .report;
  expect(await ask(made[1]!.id, 'clerk')).toEqual({ id: made[1]!.id, period: { key: '2021-04' } });
  expect(await ask(made[1]!.id, 'commune')).toBeNull();
  expect(await ask(made[2]!.id, 'commune')).toMatchObject({ id: made[2]!.id });
  expect(await ask(await bed.unitId('737'), 'clerk')).toBeNull();
});

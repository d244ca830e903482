/** The quarterly report of a commune: figures, the supervision visits, words; nothing of ballots. */
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import newRuralAreas from './plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([newRuralAreas]);
}, 300_000);
afterAll(() => bed?.close());

const sections = `sections { key narrative list { columns { field } rows } }`;
const listOf = (report: any, key: string): string[][] =>
  report.sections.find((section: any) => section.key === key).list.rows;

test('lists the visits of the quarter that stand, with what was found and recommended', async () => {
  const report = await bed.change(
    'saveReportDraft',
    {
      template: 'new-rural-quarterly',
      unit: await bed.unit('26257'),
      period: { calendar: 'QUARTER', key: '2021-Q1' },
      items: [{ indicator: 'new-rural-areas.communication-sessions', value: '3' }],
    },
    'clerk.bau-ham',
    sections,
  );
  expect(report.sections.map(({ key }: any) => key)).toEqual(['figures', 'visits', 'difficulties']);
  expect(listOf(report, 'visits')).toEqual([
    [
      '2021-03-23',
      'Bàu Hàm',
      'Huy động, sử dụng đóng góp của dân làm đường ấp (minh họa)',
      'Thu chi công khai, còn một tuyến chưa quyết toán (minh họa)',
      'Quyết toán và niêm yết tại nhà văn hóa ấp (minh họa)',
    ],
  ]);
  await bed.sql(
    `update new_rural_areas.supervision_visit set withdrawn = true, withdrawal_reason = 'x' where visited_on = '2021-03-23'`,
  );
  const { data } = await bed.ask(
    `query ($unit: ID!) { reports(filter: { unit: $unit }) { nodes { template { key } ${sections} } } }`,
    'clerk.bau-ham',
    { unit: await bed.unit('26257') },
  );
  const again = data.reports.nodes.find(({ template }: any) => template.key === 'new-rural-quarterly');
  expect(listOf(again, 'visits')).toEqual([]);
});

import { coreProgram } from '../programs/core-program.js';
import { loadReportTemplates } from '../reports/load.js';
import { startFiguresBed, type FiguresBed } from '../values/test-bed.js';
import { demoReports } from './reports-plan.js';
import { loadDemoReports } from './reports.js';

let bed: FiguresBed;
beforeAll(async () => {
  bed = await startFiguresBed();
  await bed.engine.database.asSystem('load forms', (session) =>
    loadReportTemplates(session, coreProgram.reports!),
  );
}, 600_000);
afterAll(() => bed?.stop());

const load = () => {
  const { database, clock } = bed.engine;
  return loadDemoReports({ database, clock, log: () => {} } as never);
};

test('invents one report at most for a commune and month, none of October, none handed in after the business date', () => {
  const { reports, waivers } = demoReports();
  const keys = reports.map(({ unit, period }) => `${unit} ${period}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(reports.some(({ on, period }) => on > '2021-10-15' || period > '2021-09')).toBe(false);
  expect(waivers.some(({ unit, period }) => keys.includes(`${unit} ${period}`))).toBe(false);
});

test('shows reports in time, late, missing and excused, marked as invented', async () => {
  await load();
  const { data, errors } = await bed.ask(
    `query ($unit: ID!) {
       lateness(unit: $unit, year: 2021) { all { owed onTime late missing open waived medianDaysLate } }
       reportDeadlines { nodes { demo basis } }
       reports(first: 200) { nodes { demo } }
       overdue: obligations(filter: { status: [OVERDUE] }, orderBy: DUE_ON_ASC) { nodes { unit { code } period { key } daysLate } }
       waived: obligations(filter: { status: [WAIVED] }) { nodes { unit { code } waiveReason } } }`,
    await bed.holder(1, ['core:report.read'], '737'),
    { unit: await bed.unitId('737') },
  );
  expect(errors).toBeUndefined();
  const { all } = data.lateness;
  // Nine months of 17 communes: seven late, six missing, one excused. By the 5th, or the next working day.
  expect(all).toEqual({
    owed: 204,
    onTime: 153 - 7 - 6 - 1,
    late: 7,
    missing: 6,
    open: 51,
    waived: 1,
    medianDaysLate: '6',
  });
  expect(data.reportDeadlines.nodes).toHaveLength(1);
  expect(data.reportDeadlines.nodes[0]).toMatchObject({
    demo: true,
    basis: expect.stringContaining('Giả định'),
  });
  expect(data.reports.nodes.length).toBe(153 - 7);
  expect(data.reports.nodes.every(({ demo }: any) => demo)).toBe(true);
  expect(data.overdue.nodes.map(({ unit, period }: any) => `${period.key} ${unit.code}`).sort()).toEqual([
    '2021-08 26257',
    '2021-08 26275',
    '2021-09 26254',
    '2021-09 26257',
    '2021-09 26275',
    '2021-09 26296',
  ]);
  expect(data.waived.nodes).toMatchObject([
    { unit: { code: '26272' }, waiveReason: expect.stringContaining('Minh họa') },
  ]);
});

test('is done once: what people change stays', async () => {
  const state = () =>
    bed.place.sql(
      `select (select count(*) from core.report) as reports, (select count(*) from core.obligation where waived_at is null) as owed`,
    );
  await bed.place.sql(`update core.obligation set waived_at = null, waive_reason = null`);
  const before = await state();
  await load();
  expect(await state()).toEqual(before);
});

import { corePlugin } from '../plugin.js';
import { loadIndicators } from '../indicators/load.js';
import { startFiguresBed, testIndicators, worksPlugin, type FiguresBed } from '../values/test-bed.js';
import { demoFigures } from './figures-plan.js';
import { loadDemoFigures } from './figures.js';

let bed: FiguresBed;
const like = (key: string, from: string, more: object = {}) => ({
  ...testIndicators.find((one) => one.key === from)!,
  key,
  ...more,
});

/** A plugin called as the real one, with an indicator that the demonstration knows. */
const named = (id: string, indicator: (typeof testIndicators)[number]) => ({
  ...worksPlugin([indicator]),
  id,
  program: { ...worksPlugin([indicator]).program!, programs: [] },
});

beforeAll(async () => {
  bed = await startFiguresBed();
  const plugins = [
    corePlugin,
    worksPlugin(),
    named('fund-for-the-poor', like('fund-for-the-poor.houses', 'works.houses')),
    named('traffic-safety', like('traffic-safety.traffic-deaths', 'works.deaths')),
    named('social-insurance', like('social-insurance.health-insurance-rate', 'works.insured')),
  ];
  await bed.engine.database.asSystem('load indicators', (session) =>
    loadIndicators(session, plugins, '2021-10-15'),
  );
}, 600_000);
afterAll(() => bed?.stop());

const load = () => loadDemoFigures({ database: bed.engine.database, log: () => {} });
const planned = (key: string): number => demoFigures().filter(({ indicator }) => indicator === key).length;

test('enters the figures of the indicators that are there, flagged, once', async () => {
  expect(await load()).toEqual({
    added: planned('fund-for-the-poor.houses') + planned('traffic-safety.traffic-deaths'),
  });
  expect(await load()).toEqual({ added: 0 });
  const [row] = await bed.place.sql<{
    n: number;
    accepted: number;
    units: number;
  }>(`select count(*)::int as n,
    count(distinct unit_id)::int as units, count(*) filter (where state = 'ACCEPTED')::int as accepted from core.data_value where demo`);
  expect(row!.units).toBe(17);
  expect(row!.accepted).toBeGreaterThan(row!.n / 2);
});

test('leaves what a plugin feeds to the plugin, and what people changed to them', async () => {
  expect(
    await bed.place.sql(
      `select 1 from core.data_value d join core.indicator i on i.id = d.indicator_id where i.plugin = 'social-insurance'`,
    ),
  ).toEqual([]);
  await bed.place.sql(
    `update core.data_value set superseded_at = now() where id = (select min(id) from core.data_value)`,
  );
  expect(await load()).toEqual({ added: 0 });
});

test('shows totals with gaps', async () => {
  const reader = await bed.holder(1, ['core:value.read'], '737');
  const unit = await bed.unitId('737');
  const { data } = await bed.ask(
    `{ deaths: reportingRow(indicator: "traffic-safety.traffic-deaths", unit: "${unit}", period: { calendar: TRAFFIC_MONTH, key: "2021-T09" }) {
         inPeriod cumulative cumulativeChange { samePeriodLastYear difference relativeChange } }
       houses: indicatorAggregate(indicator: "fund-for-the-poor.houses", unit: "${unit}", period: { calendar: YEAR, key: "2021" }) { value coverage { have needed } } }`,
    reader,
  );
  expect(data.deaths).toEqual({
    inPeriod: '1',
    cumulative: '12',
    cumulativeChange: { samePeriodLastYear: '16', difference: '-4', relativeChange: '-25' },
  });
  expect(data.houses.value).toBe('8');
  expect(data.houses.coverage.needed).toBe(153);
  expect(data.houses.coverage.have).toBeLessThan(153);
});

import { createTemporaryDatabase } from '@phoihop/database/testing';
import { Engine, encodeGlobalId } from '@phoihop/platform/engine';
import { corePlugin } from '../plugin.js';
import { readdirSync } from 'node:fs';

test('e2e', async () => {
  const ids = readdirSync('/work/main/plugins');
  const plugins: any[] = [];
  for (const id of ids) {
    try { if (id === 'social-insurance') { const { definePlugin } = await import('@phoihop/platform'); const { program } = await import('/work/main/plugins/social-insurance/src/program.ts'); plugins.push(definePlugin({ id, version: '1.0.0', core: '^1.0.0', title: { vi: 'x', en: 'x' }, program })); } else plugins.push((await import(`/work/main/plugins/${id}/src/plugin.ts`)).default); } catch (e) { console.log(id, String(e).slice(0, 300)); }
  }
  const place = await createTemporaryDatabase();
  const t0 = performance.now();
  const engine = await Engine.start({ plugins: [corePlugin, ...plugins.filter(Boolean)], pluginOptions: { core: { demo: true }, 'social-insurance': { demo: true } }, database: { ...place }, clock: { businessDate: '2021-10-15', now: () => new Date() }, log: (m, f) => console.log(m, f) });
  console.log('start', performance.now() - t0, [...engine.statuses.values()].filter((s) => s.state !== 'ENABLED'));
  const [{ id }] = await place.sql<{ id: number }>(`select unit_id::int as id from core.administrative_unit_version where code = '737' and valid_from = '2021-01-01'`) as any;
  const unit = encodeGlobalId('AdministrativeUnit', id);
  const caller = { userId: 1, roles: [], permissions: new Set(['core:value.read', 'core:target.read']), settings: { scopes: '{}', organizations: '' } };
  const { data } = await engine.graphql({ source: '{ indicators { nodes { key } } }', caller, locale: 'vi' }) as any;
  for (const { key } of data.indicators.nodes) {
    const cal = key.startsWith('traffic') ? 'TRAFFIC_YEAR, key: "2021-T"' : 'YEAR, key: "2021"';
    const r = await engine.graphql({ source: `{ indicatorAggregate(indicator: "${key}", unit: "${unit}", period: { calendar: ${cal} }) { value numerator denominator state suppressed reason { message } coverage { have needed ratio } carriedForward { name } } }`, caller, locale: 'vi' }) as any;
    console.log(key, JSON.stringify(r.data?.indicatorAggregate ?? r.errors));
  }
  const t = performance.now();
  const r = await engine.graphql({ source: `{ targets { nodes { code progress { state percent reason { code } } } } }`, caller, locale: 'vi' }) as any;
  console.log(performance.now() - t, JSON.stringify(r.errors ?? r.data.targets.nodes.map((n: any) => [n.code, n.progress?.state, n.progress?.percent, n.progress?.reason?.code]), null, 0));
  console.log(await place.sql('select count(*)::int as n, count(*) filter (where demo)::int as demo, count(*) filter (where superseded_at is not null)::int as superseded from core.data_value'));
  const row = await engine.graphql({ source: `{ reportingRow(indicator: "traffic-safety.traffic-deaths", unit: "${unit}", period: { calendar: TRAFFIC_MONTH, key: "2021-T09" }) { inPeriod cumulative inPeriodChange { samePeriodLastYear difference relativeChange } cumulativeChange { samePeriodLastYear difference relativeChange } } }`, caller, locale: 'vi' }) as any;
  console.log(JSON.stringify(row));
  const [{ path }] = await place.sql<{ path: string }>(`select path::text from core.unit_reach where unit_id = ${id} and own limit 1`) as any;
  const scoped = { ...caller, settings: { scopes: JSON.stringify({ 'core:value.read': { subtree: ['any.' + path], exact: [] } }), organizations: '' } };
  for (let i = 0; i < 3; i++) { const a = performance.now(); const x = await engine.graphql({ source: '{ dataValues { totalCount } }', caller: scoped }) as any; console.log('count', JSON.stringify(x.data), performance.now() - a);
  const b = performance.now(); const y = await engine.graphql({ source: '{ dataValues(first: 200) { nodes { value indicator { key } unit { name } period { key } } } }', caller: scoped }) as any; console.log('page', y.data.dataValues.nodes.length, performance.now() - b); }
  await engine.stop(); await place.drop();
}, 240000);

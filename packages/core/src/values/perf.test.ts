import { startFiguresBed } from './test-bed.js';
import { aggregateIndicators } from './aggregate.js';
import { loadDemoFigures } from '../demo/figures.js';

test('perf', async () => {
  const bed = await startFiguresBed();
  const codes = Array.from({ length: 17 }, (_, n) => String(26248 + 3 * n));
  const months = Array.from({ length: 12 }, (_, n) => `2020-${String(n + 1).padStart(2, '0')}`);
  const t00 = performance.now();
  await bed.enter(['works.houses','works.money','works.series','works.weighted'].flatMap((k) => codes.flatMap((c) => months.map((m) => [k, c, m, { value: 3 }] as const))));
  console.log('enter 816 ms', performance.now() - t00);
  await bed.place.sql('analyze core.data_value');
  const district = await bed.unit('737');
  const reqs = Array.from({ length: 12 }, (_, i) => ({ indicator: ['works.houses','works.money','works.series','works.weighted'][i % 4]!, units: [district], period: '2020' }));
  for (let i = 0; i < 6; i++) {
    const t = performance.now();
    await bed.session((session) => aggregateIndicators({ session, businessDate: '2021-10-15' }, reqs));
    console.log('12 reqs', performance.now() - t);
    const t2 = performance.now();
    await bed.session((session) => aggregateIndicators({ session, businessDate: '2021-10-15' }, reqs.slice(0,1)));
    console.log('1 req', performance.now() - t2);
  }
  const p = bed.session(async (session) => {
    const orig = session.query.bind(session);
    const s = { query: async (sql: string, params: any[]) => { const t = performance.now(); const r = await orig(sql, params); console.log((performance.now() - t).toFixed(1), sql.slice(0, 80)); if (sql.includes('aggregate_figures')) console.log(params[0]); return r; } };
    await aggregateIndicators({ session: s as any, businessDate: '2021-10-15' }, reqs);
  });
  await p;
  const [{ body }] = await bed.place.sql<{ body: string }>(`select prosrc as body from pg_proc where proname = 'aggregate_figures'`) as any;
  const sample = JSON.stringify(reqs.slice(0, 12).map((_, n) => ({ n, indicator: 1, source: 'front-report', disaggregation: '', accepted_only: false, latest: false, roots: [district], kinds: ['COMMUNE','TOWN','WARD','SPECIAL_ZONE'], slots: [], cells: null })));
  const slots = await bed.place.sql(`select id::int as period, ends_on::text as day, true as due from core.period where key like '2020-__' and calendar_key='MONTH'`);
  const ind = await bed.place.sql<{id:number}>(`select id::int from core.indicator where key like 'works.%' and kind='SUM' and calendar='MONTH'`);
  const real = JSON.parse(sample).map((r: any, i: number) => ({ ...r, slots, indicator: ind[i % ind.length]!.id }));
  const plan = await bed.place.sql<any>(`explain (analyze, buffers off) ${body.replaceAll('requests', `'${JSON.stringify(real)}'::jsonb`).replace(/^[\s\S]*?return query/, '').replace(/;\s*end\s*$/, '')}`);
  console.log(plan.map((r: any) => r['QUERY PLAN']).join('\n'));
  const t = performance.now();
  console.log(await loadDemoFigures({ database: bed.engine.database, log: () => {} }), performance.now() - t);
  const t3 = performance.now();
  console.log(await loadDemoFigures({ database: bed.engine.database, log: () => {} }), performance.now() - t3);
  await bed.stop();
}, 240000);

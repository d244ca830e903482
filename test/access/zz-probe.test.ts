import { rowSecurityOf } from '@phoihop/platform/engine';
import { createFullBed } from '../support/full-bed.js';
import { writeFileSync } from 'node:fs';
test('probe', async () => {
  const t0 = Date.now();
  const bed = await createFullBed();
  const t1 = Date.now();
  const rows = rowSecurityOf(bed.engine.composition.plugins);
  const counts: any = {};
  for (const r of rows) {
    const [c] = await bed.sql<any>(`select count(*)::int as n from "${r.schema}"."${r.table}"`);
    counts[`${r.schema}.${r.table}`] = c.n;
  }
  writeFileSync('/tmp/probe.json', JSON.stringify({ seconds: (t1 - t0) / 1000, rows, counts, states: [...bed.engine.statuses] }, null, 1));
  await bed.close();
}, 600_000);

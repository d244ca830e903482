import { Rights } from './rights.js';
import { become, checkOn, differences, installProbe, type Check } from './row-check.js';
import { Ground, tablePromises } from './row-oracle.js';
import { createWorld, personas, type World } from './world.js';

let world: World;
let checks: Check[];

beforeAll(async () => {
  world = await createWorld();
  await installProbe(world);
  await world.sql(`delete from core.data_value d using (
      select id, row_number() over (partition by unit_id, program, organization_id, state order by id) as nth from core.data_value) its
    where its.id = d.id and its.nth > 1`);
  const now = await Ground.of(world, await Rights.on(world, '2021-10-15'));
  const later = now.under(await Rights.on(world, '2026-05-01'));
  checks = [
    await checkOn(world, now, personas),
    await checkOn(world, later, ['successor.clerk', 'clerk.bau-ham', 'standing']),
  ];
}, 120_000);
afterAll(() => world?.close());

test('probe times', async () => {
  const out: string[] = [];
  await world.bed.engine.database.asSystem('probe', async (session) => {
  for (const check of checks) {
    for (const promise of tablePromises) {
      const start = performance.now();
      let worst = 0, name = '';
      for (const one of check.askers) {
        const t = performance.now();
        await become(session, one.caller, check.ground.rights.date);
        const found = await differences(session, check, promise, one);
        await session.query('reset role');
        out.push(...found);
        if (performance.now() - t > worst) { worst = performance.now() - t; name = one.who.name; }
      }
      out.push(`${promise.table} ${Math.round(performance.now() - start)} ms, worst ${Math.round(worst)} ${name} rows ${check.ground.rows(promise.table).length} samples ${check.samples.get(promise.table)!.length}`);
    }
  }
  throw new Error('undo');
  }).catch((e) => out.push(String(e)));
  console.log(out.join('\n'));
}, 300_000);

import type { Caller } from '@phoihop/platform';
import { startFiguresBed, type FiguresBed } from '../values/test-bed.js';
import { scopeSettings } from './scopes.js';

let bed: FiguresBed;
beforeAll(async () => {
  bed = await startFiguresBed();
}, 600_000);
afterAll(() => bed?.stop());

const permission = 'core:value.record';

/** Somebody with these scopes, written `any.737` or `PRG_90.737` with the code of a unit. */
async function holder(scopes: { subtree?: string[]; exact?: string[] }): Promise<Caller['settings']> {
  const written = async (list: string[] = []) =>
    Promise.all(
      list.map(async (text) => {
        const [program, code] = text.split('.') as [string, string];
        const [row] = await bed.place.sql<{ path: string }>(
          'select path::text from core.unit_reach where unit_id = $1 and own order by valid_from desc limit 1',
          [await bed.unit(code)],
        );
        return `${program}.${row!.path}`;
      }),
    );
  const setting = { subtree: await written(scopes.subtree), exact: await written(scopes.exact) };
  return scopeSettings({ [permission]: setting });
}

/** Every unit of Đồng Nai, then and now, with three programs and none; where the four ways to ask differ. */
const differences = /* sql */ `
with pair as (
  select reach.unit_id as unit, program
  from (select distinct part.unit_id from core.unit_reach part join core.unit_reach root on part.path operator(public.<@) root.path
    where root.unit_id = $2) reach
  cross join unnest(array['PRG-90', 'PRG-91', 'PRG-27', null]) as program
),
each as (
  select * from core.may_change_each($1, (select array_agg(unit) from pair), (select array_agg(program) from pair))
)
select count(*)::int as asked, count(*) filter (where one)::int as allowed,
  count(*) filter (where one is distinct from each.allowed or one is distinct from in_set)::int as different
from (
  select unit, program, core.may_change($1, unit, program) as one,
    unit in (select changed from core.units_changed($1) as changed)
      or coalesce((unit, core.program_label(program)) in
        (select changed.unit_id, changed.program from core.program_units_changed($1) as changed), false) as in_set
  from pair
) answer
join each on each.unit_id = answer.unit and coalesce(each.program, '') = coalesce(answer.program, '')`;

test.each([
  [{ subtree: ['any.737'] }, 18],
  [{ exact: ['any.737'] }, 1],
  [{ subtree: ['PRG_90.737'], exact: ['PRG_91.26254', 'any.26257'] }, 19],
  [{ subtree: ['any.26254', 'PRG_27.75'] }, 100],
  [{}, 0],
])('asked of a set or of one row, %j may change the same', async (scopes, least) => {
  const settings = await holder(scopes);
  for (const business_date of ['2021-10-15', '2025-08-01']) {
    const [answer] = await bed.engine.database.transaction(
      { settings: { ...settings, business_date } },
      async (session) => {
        // Asking row by row is what takes its time.
        await session.query(`select set_config('statement_timeout', '60s', true)`);
        return session.query<{ asked: number; allowed: number; different: number }>(differences, [
          permission,
          await bed.unit('75'),
        ]);
      },
    );
    expect(answer!.different).toBe(0);
    expect(answer!.asked).toBeGreaterThan(700);
    if (business_date === '2021-10-15') expect(answer!.allowed).toBeGreaterThanOrEqual(least);
    if (least === 0) expect(answer!.allowed).toBe(0);
  }
});

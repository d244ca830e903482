import * as fc from 'fast-check';
import { becomesBauHam, startTestBed, type TestBed } from '../people/test-bed.js';
import { contains, scopeSettings, scopesOf, scopesOfSettings, type Scope } from './scopes.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed();
  await bed.place.sql(becomesBauHam);
}, 600_000);
afterAll(() => bed?.stop());

/** Names that begin or end like another. */
const permissions = [
  'core:report.read',
  'core:report.reads',
  'core:report',
  'xcore:report.read',
  'report.read',
];
const programs = ['PRG-2', 'PRG-27', 'PRG-27-A', null];

const scope = (reach: 'subtree' | 'exact') =>
  fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom('any', 'any', 'PRG_27', 'PRG_27_A', 'PRG_2'),
        fc.constantFrom(
          '1',
          '1.2',
          '1.2.3',
          '1.2.4',
          '1.2.3.5',
          '1.2.3.6',
          '1.2.4.8',
          '1.2.9',
          '1.2.40',
          '7.8',
        ),
      )
      .map(([label, path]) => `${label}.${path}`),
    { maxLength: reach === 'subtree' ? 3 : 4 },
  );
const held = fc.dictionary(
  fc.constantFrom(...permissions),
  fc.record({ subtree: scope('subtree'), exact: scope('exact') }),
);

/** Where a unit stands on a day, or what became of it does. */
interface Place {
  readonly unit: number;
  readonly path: string;
  readonly own: boolean;
}

/** Each permission, unit and program, asked one by one and as a set. */
const asked = /* sql */ `
select permission, unit, program, core.may_see(permission, unit, program) as sees,
  unit in (select core.units_seen(permission, program)) or coalesce(core.sees_whole_country(permission, program), false) as "seesInSet",
  core.may_change(permission, unit, program) as changes,
  unit in (select core.units_changed(permission)) or coalesce((unit, core.program_label(program)) in
    (select changed.unit_id, changed.program from core.program_units_changed(permission) as changed), false) as "changesInSet"
from unnest($1::text[]) as permission cross join generate_series(1, 9) as unit cross join unnest($2::text[]) as program`;

test('SQL says of units what the scopes say, however settings are made up of them', async () => {
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(held, fc.constantFrom('2021-10-15', '2025-07-01'), async (scopes, business_date) => {
      const settings = { ...scopeSettings(scopes), business_date };
      const caller = { userId: 4, roles: [], permissions: new Set(permissions), settings };
      for (const [permission, { subtree, exact }] of Object.entries(scopes))
        expect(scopesOfSettings(settings)[permission]).toEqual({
          subtree: subtree.toSorted(),
          exact: exact.toSorted(),
        });
      const { places, answers } = await bed.engine.database.transaction({ settings }, async (session) => ({
        places: await session.query<Place>(
          `select unit_id as unit, path::text as path, own from core.unit_reach
            where valid_from <= $1::date and (valid_to is null or valid_to > $1::date)`,
          [business_date],
        ),
        answers: await session.query<Record<string, any>>(asked, [permissions, programs]),
      }));
      for (const { permission, unit, program, ...answer } of answers) {
        const scopesHeld = scopesOf(caller, permission);
        const within = ({ path, own }: Place): boolean => {
          const meant: Scope = { path, reach: 'EXACT', program };
          // Through what became of it a unit is reached by who holds all below that, not by who holds that alone.
          return scopesHeld.some((one) => (own || one.reach === 'SUBTREE') && contains(one, meant));
        };
        const its = places.filter((place) => place.unit === unit);
        const country = scopesHeld.some((one) => contains(one, { path: '1', reach: 'SUBTREE', program }));
        const sees = country || its.some(within);
        const changes = its.some((place) => place.own && within(place));
        expect({ permission, unit, program, ...answer }).toEqual({
          permission,
          unit,
          program,
          sees,
          seesInSet: sees,
          changes,
          changesInSet: changes,
        });
        allowed += changes ? 1 : 0;
      }
    }),
    { numRuns: 40 },
  );
  expect(allowed).toBeGreaterThan(100);
});

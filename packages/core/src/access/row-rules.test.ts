import type { Caller, RequestContext } from '@phoihop/platform';
import type { CorePart } from '../part.js';
import { becomesBauHam, startTestBed, type TestBed } from '../people/test-bed.js';
import { requireOneScope } from './one-scope.js';
import { outOfScope, requireScope } from './scope.js';
import { scopeSettings, type ScopesByPermission } from './scopes.js';
import { requireAnotherPerson } from './separation.js';
import { unitRows } from './unit-rows.js';

/** Two tables as plugins have them: of one program, and of a program each row names. */
const sheets: CorePart = {
  migrations: [
    {
      name: '0100_sheets',
      up: `create table core.sheet (id bigint generated always as identity primary key, unit_id bigint not null, organization_id bigint, note text);
           create table core.mixed_sheet (id bigint generated always as identity primary key, unit_id bigint not null, program text);`,
      down: 'drop table core.sheet, core.mixed_sheet',
    },
  ],
  tables: {
    sheet: unitRows({
      unit: 'unit_id',
      program: 'PRG-27',
      organization: 'organization_id',
      read: 'core:value.read',
      write: 'core:value.record',
      updateColumns: ['note'],
      explanation: 'Sheets of a unit.',
    }),
    mixed_sheet: unitRows({
      unit: 'unit_id',
      program: { column: 'program' },
      read: 'core:value.read',
      explanation: 'Sheets of a unit and a program.',
    }),
  },
};

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({ extra: [sheets] });
  await bed.place.sql(`
    insert into core.sheet (unit_id, organization_id) select id, case when id = 8 then 2 end from core.administrative_unit;
    insert into core.mixed_sheet (unit_id, program) select id, program from core.administrative_unit, unnest(array['PRG-27', 'PRG-28', null]) as program;
    ${becomesBauHam}`);
}, 600_000);
afterAll(() => bed?.stop());

/** Someone with rights over these scopes. */
const holder = (scopes: ScopesByPermission, more: Record<string, string> = {}, userId = 4): Caller => ({
  userId,
  roles: [],
  permissions: new Set(Object.keys(scopes)),
  settings: { ...scopeSettings(scopes), ...more },
});
const reader = (subtree: string[], exact: string[] = []) => holder({ 'core:value.read': { subtree, exact } });

async function within<T>(
  caller: Caller,
  work: (context: RequestContext) => Promise<T>,
  businessDate = '2021-10-15',
): Promise<T> {
  const settings = {
    ...caller.settings,
    permissions: [...caller.permissions].join(','),
    user_id: String(caller.userId),
    business_date: businessDate,
  };
  return bed.engine.database.transaction({ settings }, (session) =>
    work({
      session,
      caller,
      clock: { businessDate, now: () => new Date() },
      services: (plugin) => bed.engine.servicesFor(plugin),
    } as RequestContext),
  );
}
const query = <R = any>(caller: Caller, sql: string, businessDate?: string) =>
  within(caller, ({ session }) => session.query<R>(sql), businessDate);
const units = async (caller: Caller, businessDate?: string) =>
  (await query(caller, 'select unit_id from core.sheet order by unit_id', businessDate)).map(
    (row) => row.unit_id,
  );

test('a subtree, a unit alone, nothing', async () => {
  expect(await units(reader(['any.1.2.3']))).toEqual([3, 5, 6, 7]);
  expect(await units(reader([], ['any.1.2.3']))).toEqual([3]);
  expect(await units(reader([], ['any.1.2.3', 'any.1.2.4.8']))).toEqual([3, 8]);
  expect(await units(reader([]))).toEqual([]);
  expect(await units(holder({}))).toEqual([]);
  expect(await units({ userId: null, roles: [], permissions: new Set(), settings: {} })).toEqual([]);
});

test('the program of the rule: its own scopes and those over all programs', async () => {
  expect(await units(reader(['PRG_27.1.2.3.5', 'PRG_28.1.2.3.6', 'any.1.2.4']))).toEqual([4, 5, 8]);
});

test('the program of each row; rows of no program are for those who hold all', async () => {
  const caller = reader(['PRG_27.1.2.3.5', 'any.1.2.4.8'], ['PRG_28.1.2.3']);
  const rows = await query(
    caller,
    'select unit_id, program from core.mixed_sheet order by unit_id, program nulls last',
  );
  expect(rows.map(({ unit_id, program }) => [unit_id, program])).toEqual([
    [3, 'PRG-28'],
    [5, 'PRG-27'],
    [8, 'PRG-27'],
    [8, 'PRG-28'],
    [8, null],
  ]);
});

test('the people of the organization that reported a row always see it', async () => {
  expect(await units(holder({}, { organizations: '2,77' }))).toEqual([8]);
});

test('a successor reads the history of what went into it and does not change it', async () => {
  const successor = holder({
    'core:value.read': { subtree: ['any.1.2.9'], exact: [] },
    'core:value.record': { subtree: ['any.1.2.9'], exact: [] },
  });
  expect(await units(successor, '2025-07-01')).toEqual([5]);
  expect(await units(successor, '2025-06-30')).toEqual([]);
  const insert = (unit: number, day: string) =>
    query(successor, `insert into core.sheet (unit_id) values (${unit}) returning id`, day);
  await expect(insert(5, '2026-01-01')).rejects.toMatchObject({ code: 'ROW_SECURITY' });
  await expect(insert(9, '2021-10-15')).rejects.toMatchObject({ code: 'ROW_SECURITY' });
  expect(await insert(9, '2026-01-01')).toHaveLength(1);
  // The code passed from one unit to another; the right did not pass with it.
  expect(
    await query(successor, `update core.sheet set note = 'x' where unit_id = 5 returning id`, '2026-01-01'),
  ).toEqual([]);
});

test('the whole country sees every unit, also one without a place on the day', async () => {
  expect(await units(reader(['any.1']))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await units(reader(['PRG_27.1']))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  // Of another program, of the country's own rows alone, of nearly everything: none of these is the whole country.
  expect(await units(reader(['PRG_28.1']))).toEqual([]);
  expect(await units(reader([], ['any.1']))).toEqual([1]);
  expect(await units(reader(['any.1.2']))).toEqual([2, 3, 4, 5, 6, 7, 8]);
});

test('what is the whole of one tree is not the whole country where there is another', async () => {
  await bed.place.sql(
    `insert into core.unit_reach (unit_id, path, own, valid_from) values (9, '10', true, '2000-01-01')`,
  );
  try {
    expect(await units(reader(['any.1']))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  } finally {
    await bed.place.sql(`delete from core.unit_reach where path = '10'`);
  }
});

test('rows are changed within the scope, in the columns named, and never removed', async () => {
  const clerk = holder({
    'core:value.read': { subtree: ['any.1.2.3'], exact: [] },
    'core:value.record': { subtree: ['any.1.2.3.5'], exact: [] },
  });
  expect(await query(clerk, `update core.sheet set note = 'mine' returning unit_id`)).toEqual([
    { unit_id: 5 },
  ]);
  await expect(query(clerk, `update core.sheet set unit_id = 6 where unit_id = 5`)).rejects.toMatchObject({
    code: 'ROW_SECURITY',
  });
  await expect(query(clerk, 'delete from core.sheet')).rejects.toMatchObject({ code: 'ROW_SECURITY' });
});

test('asked for one row or for the set, the answer is the same', async () => {
  const callers = [
    reader(['any.1']),
    reader(['any.1.2.3', 'PRG_28.1.2.4']),
    reader(['PRG_27.1.2'], ['any.1.2.4.8', 'PRG_28.1.2.3.5']),
    reader(['any.1.2.9']),
    reader([]),
  ];
  for (const caller of callers) {
    const [row] = await query(
      caller,
      `select count(*) filter (where one <> whole)::int as different, count(*) filter (where one)::int as seen
         from (select core.may_see('core:value.read', unit.id, program) as one,
                      (core.sees_whole_country('core:value.read', program)
                        or unit.id in (select seen from core.units_seen('core:value.read', program) as seen)) as whole
                 from core.administrative_unit unit, unnest(array['PRG-27', 'PRG-28', null]) as program) both_ways`,
    );
    expect(row.different).toBe(0);
  }
});

test('a function of the rules does not depend on the search path of who calls it', async () => {
  const caller = reader(['any.1.2.3']);
  const rows = await within(caller, async ({ session }) => {
    await session.query(`set local search_path = ''`);
    return session.query<{ unit_id: number }>('select unit_id from core.sheet order by unit_id');
  });
  expect(rows.map(({ unit_id }) => unit_id)).toEqual([3, 5, 6, 7]);
});

describe('requireScope', () => {
  const clerk = holder({ 'core:value.record': { subtree: ['PRG_27.1.2.3.5'], exact: ['any.1.2.3.6'] } });
  const wanted = (unitId: number, program: string | null = null, day?: string) =>
    within(
      clerk,
      (context) => requireScope(context, 'core:value.record', { unitId, program, field: 'input.unit' }),
      day,
    );

  test('passes within the scope', async () => {
    await wanted(5, 'PRG-27');
    await wanted(6);
  });

  test('says what is allowed outside of it', async () => {
    await expect(wanted(5)).rejects.toMatchObject({
      code: 'OUT_OF_SCOPE',
      details: { field: 'input.unit', given: 'Xã Cây Gáo', allowed: ['Xã Cây Gáo (PRG-27)', 'Xã Bàu Hàm'] },
    });
    await expect(wanted(5, 'PRG-28')).rejects.toMatchObject({
      code: 'OUT_OF_SCOPE',
      details: { given: 'Xã Cây Gáo (PRG-28)' },
    });
  });

  test('is over for a unit that has ended', async () => {
    await expect(wanted(6, null, '2025-07-01')).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  });

  test('finds nothing where there is nothing', async () => {
    await expect(wanted(999)).rejects.toMatchObject({ code: 'NOT_FOUND', details: { field: 'input.unit' } });
  });

  test('a permission that nobody declares is the author’s mistake, not the caller’s', async () => {
    const mistake = {
      name: 'Error',
      message:
        'The permission core:value.rceord is asked for, but no plugin declares it. Did you mean core:value.record? Correct the name, or declare it under access.permissions.',
    };
    const at = { unitId: 5, program: 'PRG-27' };
    await expect(
      within(clerk, (context) => requireScope(context, 'core:value.rceord', at)),
    ).rejects.toMatchObject(mistake);
    const several = ['core:value.rceord', 'core:value.record'];
    await expect(within(clerk, (context) => requireOneScope(context, several, at))).rejects.toMatchObject(
      mistake,
    );
    await expect(
      within(clerk, (context) => outOfScope(context, 'core:value.rceord', at)),
    ).rejects.toMatchObject(mistake);
  });
});

describe('who entered does not approve', () => {
  const approve = async (username: string, enteredBy: (string | null)[]) => {
    const users = await bed.place.sql<{ id: number; username: string; person_id: number }>(
      'select id::int, username, person_id::int from core.user_account',
    );
    const of = (name: string) => users.find((user) => user.username === name)!;
    const caller = holder({}, { person: String(of(username).person_id) }, of(username).id);
    return within(caller, (context) =>
      requireAnotherPerson(
        context,
        enteredBy.map((name) => (name === null ? null : of(name).id)),
        'input.report',
      ),
    );
  };

  test('another person may', async () => {
    await approve('standing', ['clerk', null]);
    await approve('standing', [null]);
  });

  test('the same person may not, nor by a second account', async () => {
    await expect(approve('clerk', ['neighbor', 'clerk'])).rejects.toMatchObject({
      code: 'SAME_PERSON',
      details: { field: 'input.report' },
    });
    await expect(approve('twin', ['clerk'])).rejects.toMatchObject({ code: 'SAME_PERSON' });
  });
});

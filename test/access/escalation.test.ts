/** Nobody becomes more than they are; and whatever is taken away is gone at once. */
import { randomUUID } from 'node:crypto';
import { loadCaller } from '@phoihop/core';
import { anonymous, type Caller } from '@phoihop/platform';
import { encodeGlobalId } from '@phoihop/platform/engine';
import type { Answer } from '@phoihop/testing';
import { codeOf, createWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 120_000);
afterAll(() => world?.close());
afterEach(() => world.bed.setBusinessDate('2021-10-15'));

const userId = async (username: string): Promise<string> =>
  encodeGlobalId(
    'User',
    await world.value('select id::int from core.user_account where username = $1', [username]),
  );
const personId = async (username: string): Promise<string> =>
  encodeGlobalId(
    'Person',
    await world.value('select person_id::int from core.user_account where username = $1', [username]),
  );
const idByKey = async (type: string, table: string, key: string): Promise<string> =>
  encodeGlobalId(type, await world.value(`select id::int from ${table} where key = $1`, [key]));

/** Gives a role as somebody: what was answered. */
async function appoint(as: string | Caller, input: Record<string, unknown>): Promise<Answer> {
  return world.ask(
    'mutation ($input: CreateAssignmentInput!) { createAssignment(input: $input) { id version role { code } } }',
    as,
    { input },
  );
}
/** Everybody’s roles: what must not grow by what is refused. */
const assignments = (): Promise<number> => world.value('select count(*)::int from core.assignment');

/** Makes an account with one role, past all rules. */
async function make(
  username: string,
  role: string,
  over: { unit?: number; group?: number; programs?: string[]; from?: string; to?: string; home?: number },
): Promise<void> {
  await world.sql(
    `with person as (insert into core.person (full_name, unit_id) values ($1, $2) returning id),
      account as (insert into core.user_account (username, person_id) select $1, id from person returning id)
     insert into core.assignment (user_id, role_id, unit_id, group_id, programs, reach, valid_from, valid_to)
     select account.id, role.id, $4, $5, $6, 'SUBTREE', $7, $8 from account, core.role where role.code = $3`,
    [
      username,
      over.home ?? (await world.unit('737')),
      role,
      over.unit ?? null,
      over.group ?? null,
      over.programs ?? null,
      over.from ?? '2021-01-01',
      over.to ?? null,
    ],
  );
}

describe('a district’s administrator', () => {
  /** Who the district’s standing committee has the administrator appoint, and further administrators. */
  const grantable = [
    'cluster-lead',
    'commune-clerk',
    'commune-standing',
    'counterpart-reader',
    'district-administrator',
    'district-officer',
    'member-representative',
    'residential-head',
  ];

  test('gives these roles in the district and no other', async () => {
    const [user, unit] = [await userId('jobless'), await world.unitId('737')];
    const roles = (await world.sql<{ code: string }>('select code from core.role order by code')).map(
      ({ code }) => code,
    );
    const before = await assignments();
    const given: string[] = [];
    for (const role of roles) {
      const answer = await appoint('admin', { user, role, unit });
      if (answer.errors) {
        expect([role, codeOf(answer), answer.errors[0]!.extensions['allowed']]).toEqual([
          role,
          'ROLE_NOT_GRANTABLE',
          grantable,
        ]);
      } else given.push(role);
    }
    expect(given).toEqual(grantable);
    expect(await assignments()).toBe(before + grantable.length);
    expect(roles.length).toBe(17);
    await world.sql(
      `delete from core.assignment where user_id = (select id from core.user_account where username = 'jobless')`,
    );
  });

  test('gives none outside of it: another district, a commune of one, the province, the country', async () => {
    const user = await userId('jobless');
    const before = await assignments();
    const foreignCommune = encodeGlobalId(
      'AdministrativeUnit',
      await world.value(`select unit_id::int from core.person where full_name = 'Nguyễn Văn foreign.clerk'`),
    );
    for (const unit of [
      await world.unitId('740'),
      foreignCommune,
      await world.unitId('75'),
      encodeGlobalId('AdministrativeUnit', 1),
    ]) {
      for (const role of grantable) {
        const answer = await appoint('admin', { user, role, unit });
        expect([role, codeOf(answer)]).toEqual([role, 'OUT_OF_SCOPE']);
        expect(answer.errors![0]!.extensions['allowed']).toEqual(['Huyện Trảng Bom']);
      }
    }
    const group = await idByKey('UnitGroup', 'core.unit_group', 'foreign-cluster');
    expect(codeOf(await appoint('admin', { user, role: 'cluster-lead', group }))).toBe('OUT_OF_SCOPE');
    // Whoever acts for an organization sees what it reported: giving that is giving the unit it sits in.
    const organization = await idByKey('Organization', 'core.organization', 'front-foreign');
    const mixed = await appoint('admin', {
      user,
      role: 'commune-clerk',
      unit: await world.unitId('26257'),
      organization,
    });
    expect([codeOf(mixed), mixed.errors![0]!.extensions['field']]).toEqual([
      'OUT_OF_SCOPE',
      'input.organization',
    ]);
    expect(await assignments()).toBe(before);
  });

  test('gives nothing to the own account, nor to a second one of the own person', async () => {
    await world.sql(
      `insert into core.user_account (username, person_id) select 'admin.two', person_id from core.user_account where username = 'admin'`,
    );
    for (const name of ['admin', 'admin.two']) {
      const answer = await appoint('admin', {
        user: await userId(name),
        role: 'commune-clerk',
        unit: await world.unitId('26257'),
      });
      expect([name, codeOf(answer)]).toEqual([name, 'SELF_APPOINTMENT']);
    }
  });

  test('of one program gives roles of that program, not of another, nor of all, nor of whatever an organization joins', async () => {
    await make('admin.insurance', 'district-administrator', {
      unit: await world.unit('737'),
      programs: ['PRG-27'],
    });
    const input = {
      user: await userId('admin.insurance'),
      role: 'commune-clerk',
      unit: await world.unitId('26257'),
    };
    // Who manages users of one program sees nobody but the own person: people belong to no program.
    expect(codeOf(await appoint('admin.insurance', { ...input, user: await userId('jobless') }))).toBe(
      'NOT_FOUND',
    );
    // So let there be somebody to see: the rights are the same with one’s own commune’s people in view.
    await world.sql(
      `insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
       select account.id, role.id, $1, 'SUBTREE', '2021-01-01' from core.user_account account, core.role
        where username = 'admin.insurance' and role.code = 'commune-standing'`,
      [await world.unit('737')],
    );
    const user = await userId('jobless');
    const clerk = { ...input, user };
    expect((await appoint('admin.insurance', { ...clerk, programs: ['PRG-27'] })).errors).toBeUndefined();
    const organization = await idByKey('Organization', 'core.organization', 'social-insurance-district');
    for (const more of [
      {},
      { programs: ['PRG-24'] },
      { programs: ['PRG-24', 'PRG-27'] },
      { organization, organizationPrograms: true },
      { organization, programs: ['PRG-27'] },
    ]) {
      const answer = await appoint('admin.insurance', { ...clerk, ...more });
      expect([more, codeOf(answer)]).toEqual([more, 'OUT_OF_SCOPE']);
    }
  });

  test('takes over no account that may do more: its password, its roles, its sessions', async () => {
    const standing = await userId('standing');
    const reset = (user: string) =>
      world.ask(
        'mutation ($user: ID!) { resetPassword(input: { user: $user, newPassword: "tre xanh dau lang" }) { id } }',
        'admin',
        { user },
      );
    expect(codeOf(await reset(standing))).toBe('ROLE_NOT_GRANTABLE');
    expect((await reset(await userId('clerk.tay-hoa'))).errors).toBeUndefined();
    const ending = await world.ask(
      `mutation ($assignment: ID!) { endAssignment(input: { assignment: $assignment, expectedVersion: 1, reason: "x" }) { id } }`,
      'admin',
      {
        assignment: encodeGlobalId(
          'Assignment',
          await world.value(
            `select its.id::int from core.assignment its join core.user_account a on a.id = user_id where username = 'standing'`,
          ),
        ),
      },
    );
    expect(codeOf(ending)).toBe('ROLE_NOT_GRANTABLE');
    // Another account of that person may be made, and may do nothing.
    const made = await world.ask(
      'mutation ($person: ID!) { createUser(input: { person: $person, username: "standing.three", password: "tre xanh dau lang" }) { username } }',
      'admin',
      { person: await personId('standing') },
    );
    expect(made.errors).toBeUndefined();
    expect((await world.as('standing.three')).permissions.size).toBe(0);
  });

  test('lets no foreign unit into a group whose roles reach its members', async () => {
    const group = await idByKey('UnitGroup', 'core.unit_group', 'trang-bom-cluster-4-2021');
    const foreign = encodeGlobalId(
      'AdministrativeUnit',
      await world.value(`select unit_id::int from core.person where full_name = 'Nguyễn Văn foreign.clerk'`),
    );
    const change = (of: string, add: string) =>
      world.ask(
        `mutation ($of: ID!, $add: ID!) { changeUnitGroupMembers(input: { group: $of, add: [$add], expectedVersion: 1 }) { id } }`,
        'admin',
        { of, add },
      );
    expect(codeOf(await change(group, foreign))).toBe('OUT_OF_SCOPE');
    expect(
      codeOf(
        await change(
          await idByKey('UnitGroup', 'core.unit_group', 'foreign-cluster'),
          await world.unitId('26257'),
        ),
      ),
    ).toBe('OUT_OF_SCOPE');
  });
});

test('who appoints nobody is refused before anything is looked at', async () => {
  const input = { user: await userId('jobless'), role: 'commune-clerk', unit: await world.unitId('26257') };
  for (const name of [
    'chair.bau-ham',
    'clerk.bau-ham',
    'officer.cluster4',
    'farmers',
    'auditor',
    'jobless',
  ]) {
    expect([name, codeOf(await appoint(name, input))]).toEqual([name, 'FORBIDDEN']);
  }
  expect(codeOf(await appoint('nobody', input))).toBe('UNAUTHENTICATED');
});

test('the standing committee gives no role it may not give, its own among them', async () => {
  const [user, unit] = [await userId('jobless'), await world.unitId('737')];
  for (const role of ['district-standing', 'public', 'commune-clerk']) {
    const answer = await appoint('standing', { user, role, unit });
    expect([role, codeOf(answer)]).toEqual([role, 'ROLE_NOT_GRANTABLE']);
  }
});

describe('what is taken away is gone at once', () => {
  /** A token’s bearer, as the gateway loads them with every request. */
  const bearer = async (username: string) => {
    const [identity] = await world.sql<{ userId: number; sessionVersion: number }>(
      `select id::int as "userId", session_version as "sessionVersion" from core.user_account where username = $1`,
      [username],
    );
    return () => loadCaller(world.bed.engine.servicesFor('core'), identity!);
  };
  const reads = '{ dataValues(first: 1) { totalCount } targets(first: 0) { totalCount } }';
  const seenBy = async (caller: Caller | null): Promise<Answer> => world.ask(reads, caller ?? anonymous);

  test('a role that is ended: no permission, no row', async () => {
    const load = await bearer('youth');
    const before = await seenBy(await load());
    expect(before.data.dataValues.totalCount).toBeGreaterThan(100);
    const assignment = encodeGlobalId(
      'Assignment',
      await world.value(
        `select its.id::int from core.assignment its join core.user_account a on a.id = user_id where username = 'youth'`,
      ),
    );
    const ended = await world.ask(
      'mutation ($assignment: ID!) { endAssignment(input: { assignment: $assignment, expectedVersion: 1, reason: "x" }) { revokedAt } }',
      'admin',
      { assignment },
    );
    expect(ended.errors).toBeUndefined();
    const after = await load();
    expect([
      after!.permissions.size,
      after!.roles,
      after!.settings['scopes'],
      after!.settings['organizations'],
    ]).toEqual([0, [], '{}', '']);
    expect((await seenBy(after)).errors!.map(({ extensions }) => extensions['code'])).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    await world.within(after!, async (session) => {
      expect(await session.query('select id from core.data_value')).toEqual([]);
      expect(await session.query('select id from core.target')).toEqual([]);
    });
  });

  test.each([
    [
      'a disabled account',
      'red-cross',
      'mutation ($user: ID!) { setUserDisabled(input: { user: $user, expectedVersion: 1, disabled: true, reason: "x" }) { id } }',
    ],
    [
      'revoked sessions',
      'elderly',
      'mutation ($user: ID!) { revokeSessions(input: { user: $user }) { id } }',
    ],
    [
      'a password set by another',
      'labor',
      'mutation ($user: ID!) { resetPassword(input: { user: $user, newPassword: "tre xanh dau lang" }) { id } }',
    ],
  ])('%s: the token stands for nobody', async (_, username, mutation) => {
    const load = await bearer(username);
    expect((await seenBy(await load())).data.dataValues.totalCount).toBeGreaterThan(0);
    expect((await world.ask(mutation, 'admin', { user: await userId(username) })).errors).toBeUndefined();
    expect(await load()).toBeNull();
    expect((await seenBy(await load())).errors!.map(({ extensions }) => extensions['code'])).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
  });

  test('an account switched on again begins with a new session', async () => {
    const load = await bearer('red-cross');
    expect(await load()).toBeNull();
    const enable =
      'mutation ($user: ID!) { setUserDisabled(input: { user: $user, expectedVersion: 2, disabled: false, reason: "x" }) { id } }';
    expect((await world.ask(enable, 'admin', { user: await userId('red-cross') })).errors).toBeUndefined();
    expect(await load()).toBeNull();
    expect(await (await bearer('red-cross'))()).not.toBeNull();
  });
});

describe('a role is held on its days', () => {
  const seen = async (name: string, on: string): Promise<number> => {
    world.bed.setBusinessDate(on);
    const { data } = await world.ask('{ dataValues(first: 0) { totalCount } }', name);
    return data?.dataValues?.totalCount ?? 0;
  };

  test('from its first day to the day before its end', async () => {
    await make('season', 'auditor', {
      unit: await world.unit('26257'),
      from: '2021-10-16',
      to: '2021-11-01',
    });
    const days = ['2021-10-15', '2021-10-16', '2021-10-31', '2021-11-01'];
    const counts = [];
    for (const day of days) counts.push((await seen('season', day)) > 0);
    expect(counts).toEqual([false, true, true, false]);
  });

  test('over a group, while the group and its member last', async () => {
    expect(await seen('officer.cluster4', '2021-12-31')).toBeGreaterThan(0);
    expect(await seen('officer.cluster4', '2022-01-01')).toBe(0);
    const group = await world.value(
      `select id::int from core.unit_group where key = 'trang-bom-cluster-3-2021'`,
    );
    const all = await seen('officer.cluster3', '2021-10-15');
    await world.sql(
      `update core.unit_group_member set valid_to = '2021-10-20' where group_id = $1 and unit_id = $2`,
      [group, await world.unit('26275')],
    );
    expect(await seen('officer.cluster3', '2021-10-19')).toBe(all);
    const left = await seen('officer.cluster3', '2021-10-20');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all);
  });

  test('for the programs of an organization, while it takes part', async () => {
    const all = await seen('environment', '2021-10-15');
    await world.sql(
      `update core.program_participant set valid_to = '2021-10-20' where organization_id = (select id from core.organization where key = 'environment-district')`,
    );
    expect(all).toBe(await seen('environment', '2021-10-19'));
    expect(await seen('environment', '2021-10-20')).toBe(0);
  });

  test('over a unit, while it stands there: one that moves takes its figures along', async () => {
    // Hưng Thịnh goes from Trảng Bom to Long Thành on 2021-11-01.
    const [moving, from, to] = [await world.unit('26287'), await world.unit('737'), await world.unit('740')];
    await make('stays', 'auditor', { unit: from });
    await make('gets', 'auditor', { unit: to });
    const count = async (name: string, on: string): Promise<number> => {
      world.bed.setBusinessDate(on);
      return world.within(await world.as(name), async (session) => {
        const [row] = await session.query<{ n: number }>(
          'select count(*)::int as n from core.data_value where unit_id = $1',
          [moving],
        );
        return row!.n;
      });
    };
    expect(await count('stays', '2021-11-02')).toBeGreaterThan(100);
    await world.sql(
      `update core.administrative_unit_version set valid_to = '2021-11-01' where unit_id = ${moving} and valid_to = '2025-07-01'`,
    );
    await world.sql(
      `insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from, valid_to)
       select unit_id, code, name, full_name, kind, ${to}, '2021-11-01', '2025-07-01' from core.administrative_unit_version where unit_id = ${moving}`,
    );
    await world.sql('select core.rebuild_unit_reach()');
    const figures = await world.value('select count(*)::int from core.data_value where unit_id = $1', [
      moving,
    ]);
    expect([await count('stays', '2021-10-31'), await count('gets', '2021-10-31')]).toEqual([figures, 0]);
    expect([await count('stays', '2021-11-01'), await count('gets', '2021-11-01')]).toEqual([0, figures]);
  });
});

describe('lineage: a code passes from unit to unit, the right does not pass with it', () => {
  const [then, now] = ['2021-10-15', '2026-05-01'];
  /** 26254 is Cây Gáo in 2021 and Bàu Hàm in 2026, of which Cây Gáo became a part. */
  const cayGao = () => world.unit('26254', then);
  const newBauHam = () => world.unit('26254', now);
  const record = async (as: string, unit: number, key: string): Promise<Answer> =>
    world.ask(
      `mutation ($unit: ID!) { recordDataValue(input: { indicator: "social-care.gift-cards", unit: $unit, period: { calendar: MONTH, key: "${key}" }, value: "3", idempotencyKey: "${randomUUID()}" }) { id unit { fullName } } }`,
      as,
      { unit: encodeGlobalId('AdministrativeUnit', unit) },
    );
  const figuresOf = async (as: string, unit: number): Promise<number> =>
    (
      await world.ask(
        'query ($unit: ID!) { dataValues(first: 0, filter: { unit: $unit }) { totalCount } }',
        as,
        {
          unit: encodeGlobalId('AdministrativeUnit', unit),
        },
      )
    ).data.dataValues.totalCount;

  test('they are two units', async () => {
    expect(await cayGao()).not.toBe(await newBauHam());
    const names = `select full_name from core.administrative_unit_version where code = '26254' order by valid_from`;
    expect(await world.sql(names)).toEqual([{ full_name: 'Xã Cây Gáo' }, { full_name: 'Xã Bàu Hàm' }]);
  });

  test('who holds the new commune reads the figures of each that went into it, and of no other', async () => {
    world.bed.setBusinessDate(now);
    for (const code of ['26254', '26251', '26257', '26260']) {
      const unit = await world.unit(code, then);
      const figures = await world.value('select count(*)::int from core.data_value where unit_id = $1', [
        unit,
      ]);
      expect(figures).toBeGreaterThan(50);
      expect([code, await figuresOf('successor.clerk', unit)]).toEqual([code, figures]);
    }
    const all = await world.within(await world.as('successor.clerk'), (session) =>
      session.query<{ code: string }>(
        `select distinct v.code from core.data_value d join core.administrative_unit_version v using (unit_id)
          where v.valid_from <= '${then}' and v.code !~ '\\.' order by 1`,
      ),
    );
    expect(all.map(({ code }) => code)).toEqual(['26251', '26254', '26257', '26260']);
  });

  test('and enters nothing for them, however it is tried', async () => {
    world.bed.setBusinessDate(now);
    const unit = await cayGao();
    expect(codeOf(await record('successor.clerk', unit, '2021-09'))).toBe('OUT_OF_SCOPE');
    expect(codeOf(await record('successor.clerk', unit, '2026-03'))).toBe('OUT_OF_SCOPE');
    const value = await world.value('select min(id)::int from core.data_value where unit_id = $1', [unit]);
    const correct = await world.ask(
      `mutation ($value: ID!) { correctDataValue(input: { dataValue: $value, value: "9", reason: "x y z" }) { id } }`,
      'successor.clerk',
      { value: encodeGlobalId('DataValue', value) },
    );
    expect(codeOf(correct)).toBe('OUT_OF_SCOPE');
    const caller = await world.as('successor.clerk');
    const run = (sql: string) => world.within(caller, (session) => session.query(sql));
    expect(
      await run(`update core.data_value set superseded_at = now() where unit_id = ${unit} returning id`),
    ).toEqual([]);
    await expect(
      run(
        `insert into core.data_value (indicator_id, unit_id, period_id, as_of, program, source, value)
         select indicator.id, ${unit}, period.id, period.ends_on, indicator.program, 'front-report', 1
           from core.indicator, core.period where indicator.key = 'social-care.gift-cards' and period.key = '2021-11'`,
      ),
    ).rejects.toMatchObject({ code: 'ROW_SECURITY' });
  });

  test('but does for the own unit', async () => {
    world.bed.setBusinessDate(now);
    const answer = await record('successor.clerk', await newBauHam(), '2026-03');
    expect(answer.errors).toBeUndefined();
    expect(answer.data.recordDataValue.unit.fullName).toBe('Xã Bàu Hàm');
    expect(await figuresOf('successor.clerk', await newBauHam())).toBe(1);
  });

  test('in 2021 the successor’s clerk is nobody yet, and in 2026 Cây Gáo’s is nobody any more', async () => {
    const early = await world.as('successor.clerk');
    expect(early.permissions.size).toBe(0);
    world.bed.setBusinessDate(now);
    const late = await world.as('clerk.cay-gao');
    expect(late.permissions.size).toBe(0);
    expect(codeOf(await record('clerk.cay-gao', await newBauHam(), '2026-03'))).toBe('FORBIDDEN');
    for (const caller of [late, await world.as('chair.cay-gao')]) {
      await world.within(caller, async (session) => {
        expect(await session.query('select id from core.data_value')).toEqual([]);
      });
    }
  });

  test('who is given the unit of a code is given the unit of that day', async () => {
    const unitOn = async (date: string): Promise<string> =>
      (
        await world.ask(
          'query ($date: Date!) { administrativeUnit(code: "26254", asOf: $date) { id } }',
          'admin',
          { date },
        )
      ).data.administrativeUnit.id;
    const given = await appoint('admin', {
      user: await userId('jobless'),
      role: 'commune-clerk',
      unit: await unitOn(then),
    });
    expect(given.errors).toBeUndefined();
    expect((await record('jobless', await cayGao(), '2021-08')).errors?.[0]?.extensions['code']).not.toBe(
      'OUT_OF_SCOPE',
    );
    expect(codeOf(await record('jobless', await newBauHam(), '2021-08'))).toBe('OUT_OF_SCOPE');
    // The new unit is not there yet, so there is nothing to give.
    const early = await appoint('admin', {
      user: await userId('farmers'),
      role: 'commune-clerk',
      unit: await unitOn(now),
    });
    expect([codeOf(early), early.errors![0]!.extensions['allowed']]).toEqual([
      'BAD_USER_INPUT',
      'what exists on the business date',
    ]);
    world.bed.setBusinessDate(now);
    expect((await world.as('jobless')).permissions.size).toBe(0);
  });

  test('what the new commune reports is not seen from the old', async () => {
    world.bed.setBusinessDate(now);
    expect(await figuresOf('successor.clerk', await newBauHam())).toBe(1);
    world.bed.setBusinessDate(then);
    expect(await figuresOf('clerk.cay-gao', await newBauHam())).toBe(0);
    expect(await figuresOf('standing', await newBauHam())).toBe(0);
  });
});

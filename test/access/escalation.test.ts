/** Nobody becomes more than they are, nor makes anybody more than they may. */
import { encodeGlobalId } from '@phoihop/platform/engine';
import { appointingIn } from './appointing.js';
import { codeOf, createWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());

const { userId, personId, idByKey, appoint, assignments, make } = appointingIn(() => world);

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

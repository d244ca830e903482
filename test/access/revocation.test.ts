/** Whatever is taken away is gone at once, and what is given for a time ends with it. */
import { loadCaller } from '@phoihop/core';
import { anonymous, type Caller } from '@phoihop/platform';
import { encodeGlobalId } from '@phoihop/platform/engine';
import type { Answer } from '@phoihop/testing';
import { appointingIn } from './appointing.js';
import { createWorld, type World } from './world.js';
import { toldOneByOne } from './places.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());
afterEach(() => world.bed.setBusinessDate('2021-10-15'));

const { userId, make } = appointingIn(() => world);

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
    ]).toEqual([0, [], '[]', '']);
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
    const figures = await world.value(`select count(*)::int from core.data_value d ${toldOneByOne}`, [
      moving,
    ]);
    expect([await count('stays', '2021-10-31'), await count('gets', '2021-10-31')]).toEqual([figures, 0]);
    expect([await count('stays', '2021-11-01'), await count('gets', '2021-11-01')]).toEqual([0, figures]);
  });
});

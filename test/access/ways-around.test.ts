/** Ways around: keys that others used, aliases, fragments, many attempts in one operation. */
import { randomUUID } from 'node:crypto';
import { getNamedType, type GraphQLObjectType } from 'graphql';
import type { Caller } from '@phoihop/platform';
import { codeOf, createWorld, NOBODY, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());

const count = (table: string): Promise<number> => world.value(`select count(*)::int from ${table}`);

describe('idempotency keys', () => {
  const outreach = async (as: string | Caller, key: string, topic: string, unit?: string) =>
    world.ask(
      `mutation ($unit: ID!, $key: ID!, $topic: String!) { socialInsuranceRecordOutreach(input: { unit: $unit, heldOn: "2021-10-01", topic: $topic, attendance: 5, registered: 1, idempotencyKey: $key }) { id topic } }`.replace(
        '$key: ID!',
        `$key: ${keyType()}!`,
      ),
      as,
      { unit: unit ?? (await world.unitId('26257')), key, topic },
    );
  const keyType = (): string => {
    const input = world.bed.engine.schema.getType('SocialInsuranceRecordOutreachInput') as GraphQLObjectType;
    return getNamedType(input.getFields()['idempotencyKey']!.type).name;
  };
  const idOf = (answer: { data?: any }): string => answer.data.socialInsuranceRecordOutreach.id;

  test('the same key of another user, with the same request: an effect of its own', async () => {
    const key = randomUUID();
    const before = await count('social_insurance.outreach_session');
    const first = await outreach('clerk.bau-ham', key, 'Tuyên truyền');
    const again = await outreach('clerk.bau-ham', key, 'Tuyên truyền');
    const another = await outreach('clerk.insurance', key, 'Tuyên truyền');
    expect([first.errors, again.errors, another.errors]).toEqual([undefined, undefined, undefined]);
    expect(idOf(again)).toBe(idOf(first));
    expect(idOf(another)).not.toBe(idOf(first));
    expect(await count('social_insurance.outreach_session')).toBe(before + 2);
  });

  test('and with another request: it is not said that the key was used', async () => {
    const key = randomUUID();
    await outreach('clerk.bau-ham', key, 'Tuyên truyền');
    expect(codeOf(await outreach('clerk.bau-ham', key, 'Khác'))).toBe('IDEMPOTENCY_MISMATCH');
    const another = await outreach('clerk.insurance', key, 'Khác');
    expect([another.errors, another.data.socialInsuranceRecordOutreach.topic]).toEqual([undefined, 'Khác']);
  });

  test('of who may not do it: what was refused without the key is refused with it', async () => {
    const key = randomUUID();
    await outreach('clerk.bau-ham', key, 'Tuyên truyền');
    for (const [name, code] of [
      ['clerk.tay-hoa', 'OUT_OF_SCOPE'],
      ['foreign.clerk', 'OUT_OF_SCOPE'],
      ['farmers', 'FORBIDDEN'],
      [NOBODY, 'UNAUTHENTICATED'],
    ] as const) {
      const used = await outreach(name, key, 'Tuyên truyền');
      expect([name, codeOf(used)]).toEqual([name, code]);
      expect(used).toEqual(await outreach(name, randomUUID(), 'Tuyên truyền'));
    }
  });

  test('of one’s own, once the right is gone: nothing is answered from memory', async () => {
    const key = randomUUID();
    const first = await outreach('clerk.tay-hoa', key, 'Tuyên truyền', await world.unitId('26275'));
    expect(first.errors).toBeUndefined();
    const ofClerk = `user_id = (select id from core.user_account where username = 'clerk.tay-hoa')`;
    await world.sql(`update core.assignment set revoked_at = now() where ${ofClerk}`);
    expect(codeOf(await outreach('clerk.tay-hoa', key, 'Tuyên truyền', await world.unitId('26275')))).toBe(
      'FORBIDDEN',
    );
    // The same right elsewhere passes ring 1; the object itself is out of sight.
    await world.sql(`update core.assignment set revoked_at = null, unit_id = $1 where ${ofClerk}`, [
      await world.unit('26272'),
    ]);
    const replayed = await outreach('clerk.tay-hoa', key, 'Tuyên truyền', await world.unitId('26275'));
    expect(replayed.data?.socialInsuranceRecordOutreach ?? null).toBeNull();
  });

  test('in the table: each user’s own and nobody else’s', async () => {
    const keys = (name: string) =>
      world
        .as(name)
        .then((caller) =>
          world.within(caller, (session) =>
            session.query<{ actor_id: number }>('select actor_id from platform.idempotency_key'),
          ),
        );
    for (const name of ['clerk.bau-ham', 'clerk.insurance', 'admin', 'auditor', NOBODY]) {
      const { userId } = await world.as(name);
      const seen = await keys(name);
      expect([name, seen.every(({ actor_id }) => actor_id === userId)]).toEqual([name, true]);
      expect([name, seen.length > 0]).toEqual([
        name,
        ['clerk.bau-ham', 'clerk.insurance', 'admin'].includes(name),
      ]);
    }
  });
});

describe('aliases', () => {
  const person = (name: string, unit: string): string =>
    `createPerson(input: { fullName: "${name}", unit: ${JSON.stringify(unit)} }) { fullName }`;

  test('of a mutation: each is asked for itself, and what one may not do does not hinder the other', async () => {
    const [own, foreign] = [await world.unitId('26257'), await world.unitId('740')];
    const before = await count('core.person');
    const { data, errors } = await world.ask(
      `mutation { a: ${person('Nguyễn Văn A', own)} b: ${person('Nguyễn Văn B', foreign)} c: ${person('Nguyễn Văn C', own)} }`,
      'admin',
    );
    expect([data.a.fullName, data.b, data.c.fullName]).toEqual(['Nguyễn Văn A', null, 'Nguyễn Văn C']);
    expect(errors!.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['b'], 'OUT_OF_SCOPE'],
    ]);
    expect(await count('core.person')).toBe(before + 2);
  });

  test('one that ring 1 refuses stops the whole operation before anything is done, wherever it stands', async () => {
    const own = await world.unitId('26257');
    const before = await count('core.person');
    const denied = `createPlan(input: { unit: ${JSON.stringify(own)}, year: 2021, title: "x" }) { id }`;
    const fragment = `fragment hidden on Mutation { z: ${denied} }`;
    for (const source of [
      `mutation { a: ${person('Nguyễn Văn A', own)} b: ${denied} }`,
      `mutation { b: ${denied} a: ${person('Nguyễn Văn A', own)} }`,
      `mutation { a: ${person('Nguyễn Văn A', own)} ... on Mutation { ... { b: ${denied} } } }`,
      `mutation { a: ${person('Nguyễn Văn A', own)} ...hidden } ${fragment}`,
      `mutation { a: ${person('Nguyễn Văn A', own)} b: ${denied.replace(') {', ') @skip(if: true) {')} }`,
    ]) {
      const { data, errors } = await world.ask(source, 'admin');
      expect([
        source,
        data ?? null,
        errors?.map(({ extensions }) => [extensions['code'], extensions['field']]),
      ]).toEqual([source, null, [['FORBIDDEN', 'Mutation.createPlan']]]);
    }
    expect(await count('core.person')).toBe(before);
  });

  test('of one key in one document: one effect', async () => {
    const own = await world.unitId('26257');
    const key = randomUUID();
    const before = await count('core.person');
    const input = `{ fullName: "Nguyễn Văn Khóa", unit: ${JSON.stringify(own)}, idempotencyKey: "${key}" }`;
    const { data, errors } = await world.ask(
      `mutation { a: createPerson(input: ${input}) { id } b: createPerson(input: ${input}) { id } c: createPerson(input: ${input}) { id } }`,
      'admin',
    );
    expect(errors).toBeUndefined();
    expect(new Set([data.a.id, data.b.id, data.c.id]).size).toBe(1);
    expect(await count('core.person')).toBe(before + 1);
  });

  test('of signing in: one attempt an operation', async () => {
    const attempts = Array.from(
      { length: 5 },
      (_, n) => `a${n}: signIn(input: { username: "standing", password: "guess ${n} at it" }) { token }`,
    );
    const before = await count('platform.audit_event');
    const { data, errors } = await world.ask(`mutation { ${attempts.join(' ')} }`);
    expect(Object.values(data)).toEqual([null, null, null, null, null]);
    expect(errors!.map(({ extensions }) => extensions['code'])).toEqual([
      'SIGN_IN_FAILED',
      ...Array.from({ length: 4 }, () => 'LIMIT_EXCEEDED'),
    ]);
    expect(await count('platform.audit_event')).toBe(before + 1);
  });

  test('of a field under another name, and names of JavaScript’s own: the field’s rule', async () => {
    for (const alias of ['clock', 'node', '__proto__', 'constructor', 'hasOwnProperty', 'then']) {
      const { data, errors } = await world.ask(`{ ${alias}: people { totalCount } }`);
      expect([alias, Object.values(data)[0], errors?.map(({ extensions }) => extensions['code'])]).toEqual([
        alias,
        null,
        ['UNAUTHENTICATED'],
      ]);
    }
    expect(({} as Record<string, unknown>)['totalCount']).toBeUndefined();
  });
});

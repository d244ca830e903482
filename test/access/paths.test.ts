/** Ways around: keys that others used, aliases, and long walks from what is public to what is not. */
import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import type { Caller } from '@phoihop/platform';
import { decodeGlobalId } from '@phoihop/platform/engine';
import { readAccessMatrix } from './access-matrix.js';
import { flatSelection, idsByType, isList, plausibleCall } from './plausible.js';
import { codeOf, createWorld, NOBODY, type World } from './world.js';

const matrix = readAccessMatrix();
let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 120_000);
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

type Step = GraphQLField<unknown, unknown>;

describe('long walks', () => {
  const depth = 6;
  const typeOf = (field: Step): GraphQLObjectType | undefined => {
    const type = getNamedType(field.type);
    return isObjectType(type) ? type : undefined;
  };
  /** Fields that can be walked through: they need no argument, and lead to an object. */
  const steps = (type: GraphQLObjectType): Step[] =>
    Object.values(type.getFields()).filter(
      (field) =>
        isCompositeType(getNamedType(field.type)) &&
        field.args.every(({ type: its, defaultValue }) => !isNonNullType(its) || defaultValue !== undefined),
    );
  const may = (role: string, type: string, field: string): boolean =>
    matrix.fields.get(`${type}.${field}`)!.has(role);

  /** Root fields, each with what it takes to get an object of the demonstration. */
  async function entrances(role: string): Promise<{ written: string; field: Step }[]> {
    const ids = new Map([...(await idsByType(world)), ['AdministrativeUnit', await world.unitId('26257')]]);
    const figure = `indicator: "social-care.gift-cards", unit: "${await world.unitId('737')}", period: { calendar: MONTH, key: "2021-08" }`;
    const given: Record<string, string> = {
      indicatorAggregate: `indicatorAggregate(${figure})`,
      reportingRow: `reportingRow(${figure})`,
      administrativeUnit: 'administrativeUnit(code: "737")',
      indicator: 'indicator(key: "social-care.gift-cards")',
      programByCode: 'programByCode(code: "PRG-27")',
      organization: 'organization(key: "farmers-union")',
      period: 'period(calendar: YEAR, key: "2021")',
    };
    const query = world.bed.engine.schema.getQueryType()!;
    return Object.values(query.getFields())
      .filter((field) => field.name !== 'node' && may(role, 'Query', field.name) && typeOf(field))
      .map((field) => ({
        field,
        written: given[field.name] ?? plausibleCall(field, ids).replace('first: 1', 'first: 3'),
      }));
  }

  const write = (field: Step): string => `${field.name}${isList(field) ? '(first: 3)' : ''}`;

  interface Walk {
    readonly path: readonly string[];
    /** What each step is written as; the last one is the field of the question. */
    readonly written: readonly string[];
    readonly last: GraphQLObjectType;
  }

  /** Walks through fields that a role may select, breadth first: for each way into a type the shortest few. */
  async function walks(role: string, most: number): Promise<Walk[]> {
    const reached = new Map<string, number>();
    const found: Walk[] = [];
    let edge: Walk[] = (await entrances(role)).map(({ field, written }) => ({
      path: [field.name],
      written: [written],
      last: typeOf(field)!,
    }));
    for (let length = 1; length < depth && edge.length > 0; length += 1) {
      found.push(...edge);
      edge = edge.flatMap(({ path, written, last }) =>
        steps(last).flatMap((field) => {
          const key = `${last.name}.${field.name}`;
          const times = reached.get(key) ?? 0;
          const next = typeOf(field);
          if (!next || times >= most || !may(role, last.name, field.name)) return [];
          reached.set(key, times + 1);
          return [{ path: [...path, field.name], written: [...written, write(field)], last: next }];
        }),
      );
    }
    return [...found, ...edge];
  }

  const source = ({ written }: Walk, selection: string): string =>
    `${written.join(' { ')} { ${selection} ${'}'.repeat(written.length)}`;

  /** Everything that was answered at the end of a walk. `path` goes from what the root field gave. */
  function* ends(value: unknown, path: readonly string[]): Generator<Record<string, unknown>> {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      for (const one of value) yield* ends(one, path);
      return;
    }
    const [step, ...rest] = path;
    if (step === undefined) yield value as Record<string, unknown>;
    else yield* ends((value as Record<string, unknown>)[step], rest);
  }

  test('nobody gets from what is public to what is not, by any way six fields long', async () => {
    let asked = 0;
    let refused = 0;
    const guarded = new Set<string>();
    const asking: { walk: Walk; fields: readonly Step[] }[] = (await walks('public', 3)).flatMap((walk) => {
      const closed = Object.values(walk.last.getFields()).filter(
        ({ name, args }) =>
          !may('public', walk.last.name, name) && args.every(({ type }) => !isNonNullType(type)),
      );
      const nullable = closed.filter(({ type }) => !isNonNullType(type));
      const strict = closed.filter(({ type }) => isNonNullType(type)).map((field) => [field]);
      return [...(nullable.length > 0 ? [nullable] : []), ...strict].map((fields) => ({ walk, fields }));
    });
    const answered = await world.askEach(
      asking.map(({ walk, fields }) => source(walk, `__typename ${fields.map(flatSelection).join(' ')}`)),
      NOBODY,
    );
    asking.forEach(({ walk: { path, last }, fields }, index) => {
      const { data, errors } = answered[index]!;
      const at = [path, fields.map(({ name }) => name)];
      asked += fields.length;
      const answers = [...ends(data, path.slice(1))];
      expect([at, answers.filter((one) => fields.some(({ name }) => (one[name] ?? null) !== null))]).toEqual([
        at,
        [],
      ]);
      // Where there was an object to ask, it was refused and not merely empty.
      if (answers.length === 0 && errors.length === 0) return;
      const named = new Set(errors.map(({ extensions }) => `${extensions['code']} ${extensions['field']}`));
      expect([at, named]).toEqual([
        at,
        new Set(fields.map(({ name }) => `UNAUTHENTICATED ${last.name}.${name}`)),
      ]);
      refused += fields.length;
      for (const { name } of fields) guarded.add(`${last.name}.${name}`);
    });
    console.log(
      `${asked} ways from public to protected fields, ${refused} with an object at the end, ${guarded.size} fields`,
    );
    expect(refused).toBeGreaterThan(100);
    // Every protected field of a type that has public ones was refused on a real object.
    const mixed = [...matrix.fields].filter(
      ([coordinate, roles]) =>
        !roles.has('public') &&
        [...matrix.fields].some(
          ([other, its]) => other.split('.')[0] === coordinate.split('.')[0] && its.has('public'),
        ) &&
        !/^(Query|Mutation)\./.test(coordinate),
    );
    expect(mixed.map(([coordinate]) => coordinate).filter((coordinate) => !guarded.has(coordinate))).toEqual(
      [],
    );
  }, 60_000);

  test.each([
    ['commune-clerk', 'clerk.bau-ham'],
    ['member-representative', 'farmers'],
    ['district-administrator', 'admin'],
  ])(
    '%s meets on every way only objects that its own rows have',
    async (role, name) => {
      const caller = await world.as(name);
      const { entityOfType, readModel } = world.bed.engine.composition;
      const tables = [...entityOfType].map(
        ([type, entity]) => [type, readModel.plans.get(entity)!.table] as const,
      );
      const rows = await world.within(caller, (session) =>
        session.query<{ type: string; ids: number[] }>(
          tables
            .map(([type, table]) => `select '${type}' as type, array(select id::int from ${table}) as ids`)
            .join(' union all '),
        ),
      );
      const visible = new Map(rows.map(({ type, ids }) => [type, new Set(ids)]));
      const met = new Map<string, Set<number>>();
      const asking = (await walks(role, 2)).filter(
        ({ last }) => entityOfType.has(last.name) && may(role, last.name, 'id'),
      );
      const answered = await world.askEach(
        asking.map((walk) => source(walk, 'id')),
        caller,
      );
      asking.forEach(({ path }, index) => {
        const { data, errors } = answered[index]!;
        expect([path, errors]).toEqual([path, []]);
        for (const { id } of ends(data, path.slice(1))) {
          const decoded = decodeGlobalId(id as string)!;
          expect([path, decoded.type, visible.get(decoded.type)!.has(decoded.id)]).toEqual([
            path,
            decoded.type,
            true,
          ]);
          met.set(decoded.type, (met.get(decoded.type) ?? new Set()).add(decoded.id));
        }
      });
      console.log(
        `${name}: ${asking.length} ways, ${[...met.values()].reduce((sum, ids) => sum + ids.size, 0)} objects of ${met.size} types`,
      );
      expect(asking.length).toBeGreaterThan(100);
      expect(met.size).toBeGreaterThan(8);
    },
    60_000,
  );

  test('a person’s number is not had by way of the organization, its people’s roles, or the unit', async () => {
    const ways = [
      'administrativeUnit(code: "737") { organizations(first: 50) { nodes { assignments(first: 50) { nodes { user { person { fullName phone email } } } } } } }',
      'administrativeUnit(code: "737") { children(first: 20) { nodes { people(first: 50) { nodes { fullName phone } } assignments(first: 50) { nodes { user { username person { phone } } } } } } }',
      'unitGroups { nodes { assignments { nodes { user { person { phone users { nodes { username } } } } } } } }',
      'roles { nodes { code } } people(first: 200) { nodes { phone } } users(first: 200) { nodes { person { phone } } }',
      'dataValues(first: 50) { nodes { enteredBy { person { phone } } acceptedBy { username } } }',
    ];
    const [own] = await world.sql<{ phone: string }>(
      `select phone from core.person join core.user_account on person.id = person_id where username = 'clerk.bau-ham'`,
    );
    for (const way of ways) {
      const answer = await world.ask(`{ ${way} }`, 'clerk.bau-ham');
      const phones = [...JSON.stringify(answer).matchAll(/"phone":"([^"]+)"/g)].map(([, phone]) => phone);
      expect([way, phones.filter((phone) => phone !== own!.phone)]).toEqual([way, []]);
    }
    // The same ways do lead somewhere for who may read personal data.
    const answer = await world.ask(`{ ${ways[0]} }`, 'standing');
    expect([...JSON.stringify(answer).matchAll(/"phone":"([^"]+)"/g)].length).toBeGreaterThan(20);
  });
});

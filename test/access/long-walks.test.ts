/** Long walks through the graph, from what is public to what is not, and from what is one’s own to what is not. */
import {
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { decodeGlobalId, encodeGlobalId } from '@phoihop/platform/engine';
import { readAccessMatrix } from './access-matrix.js';
import { flatSelection, idsByType, isList, plausibleCall } from './plausible.js';
import { createWorld, NOBODY, type World } from './world.js';

const matrix = readAccessMatrix();
/** Refusals that say nothing of the object that was asked about. */
const mistakes = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
  'LIMIT_EXCEEDED',
  'TIMEOUT',
  'UNAUTHENTICATED',
]);
let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());

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
  async function entrances(
    role: string,
    seen: ReadonlyMap<string, ReadonlySet<number>>,
  ): Promise<{ written: string; field: Step }[]> {
    const own = [...seen].flatMap(([type, [id]]) =>
      id === undefined ? [] : [[type, encodeGlobalId(type, id)] as const],
    );
    const ids = new Map([
      ...(await idsByType(world)),
      ...own,
      ['AdministrativeUnit', await world.unitId('26257')] as const,
    ]);
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
  async function walks(
    role: string,
    most: number,
    seen: ReadonlyMap<string, ReadonlySet<number>> = new Map(),
  ): Promise<Walk[]> {
    const reached = new Map<string, number>();
    const found: Walk[] = [];
    let edge: Walk[] = (await entrances(role, seen)).map(({ field, written }) => ({
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
  });

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
      const asking = (await walks(role, 2, visible)).filter(
        ({ last }) => entityOfType.has(last.name) && may(role, last.name, 'id'),
      );
      const answered = await world.askEach(
        asking.map((walk) => source(walk, 'id')),
        caller,
      );
      asking.forEach(({ path }, index) => {
        const { data, errors } = answered[index]!;
        // A question may be refused for what it is about (hidden, foreign, not there yet); nothing else may go wrong.
        const wrong = errors.filter(({ extensions }) => mistakes.has(extensions['code'] as string));
        expect([path, wrong]).toEqual([path, []]);
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

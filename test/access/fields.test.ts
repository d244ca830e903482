import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { isNonNullType, type GraphQLObjectType } from 'graphql';
import { allow, type Caller, type Plugin } from '@phoihop/platform';
import { accessMatrix, coordinatesOf, encodeGlobalId } from '@phoihop/platform/engine';
import { coverFields } from '../../packages/platform/src/access/coverage.js';
import { readAccessMatrix } from './access-matrix.js';
import { flatSelection, idsByType, plausibleSelection } from './plausible.js';
import { createWorld, userOfRole, type World } from './world.js';

const matrix = readAccessMatrix();
let world: World;
/** Role → whoever holds it in the demonstration, and no other role. */
const callers = new Map<string, Caller>();

beforeAll(async () => {
  world = await createWorld();
  for (const role of matrix.roles) callers.set(role, await world.as(userOfRole[role]!));
}, 600_000);
afterAll(() => world?.close());

const composition = () => world.bed.engine.composition;
const objectType = (name: string): GraphQLObjectType =>
  composition().schema.getType(name) as GraphQLObjectType;
const may = (role: string, coordinate: string): boolean => matrix.fields.get(coordinate)!.has(role);
const refusalFor = (role: string): string => (role === 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN');

describe('the matrix', () => {
  test('is the one that the plugins make: run `npm run phoihop -- schema` and review what has changed', () => {
    expect(matrix.text).toBe(accessMatrix(composition().plugins, composition().rules));
  });

  test('has every field of the schema, and no other: 0 fields without a rule', () => {
    expect([...matrix.fields.keys()].sort()).toEqual(coordinatesOf(composition().schema).sort());
    expect(matrix.fields.size).toBeGreaterThan(800);
  });

  test('has a user of the demonstration for every role, who holds that role alone', () => {
    expect(Object.keys(userOfRole).sort()).toEqual([...matrix.roles].sort());
    expect([...callers].map(([role, { roles }]) => [role, roles])).toEqual(
      matrix.roles.map((role) => [role, [role]]),
    );
  });
});

describe('what the public may read', () => {
  test('is what was reviewed', () => {
    const reviewed = JSON.parse(readFileSync(new URL('public-fields.json', import.meta.url), 'utf8')) as {
      fields: Record<string, string[]>;
    };
    const open: Record<string, string[]> = {};
    for (const [coordinate, rule] of composition().rules.entries()) {
      if (rule.kind === 'public') (open[rule.reason] ??= []).push(coordinate);
    }
    try {
      expect(open).toEqual(reviewed.fields);
    } catch (difference) {
      throw new Error(
        `What anybody may read without signing in has changed. If that is meant, have it reviewed as a change of rights, then change test/access/public-fields.json.\n${(difference as Error).message}`,
        { cause: difference },
      );
    }
  });

  test('is all that passes ring 1 for nobody', () => {
    const passed = [...matrix.fields]
      .filter(([, roles]) => roles.has('public'))
      .map(([coordinate]) => coordinate);
    const open = composition()
      .rules.entries()
      .filter(([, rule]) => rule.kind === 'public');
    expect(passed.sort()).toEqual(open.map(([coordinate]) => coordinate).sort());
  });
});

/** What ring 1 answers to somebody for a field: a code, or null where it lets pass. */
type Decide = (coordinate: string, role: string) => string | null;

/** Every field and role for which ring 1 does not answer what the matrix says. */
function* disagreements(
  decide: Decide,
  coordinates: Iterable<string> = matrix.fields.keys(),
): Generator<string> {
  for (const coordinate of coordinates) {
    for (const role of matrix.roles) {
      const expected = may(role, coordinate) ? null : refusalFor(role);
      const found = decide(coordinate, role);
      if (found !== expected) yield `${coordinate} for ${role}: ${found}, the matrix says ${expected}`;
    }
  }
}
const agrees = (decide: Decide, coordinates?: Iterable<string>): boolean =>
  disagreements(decide, coordinates).next().done!;

/** Asks the very function that runs when the field is selected, with nothing behind it: it refuses first or not at all. */
const asRunning: Decide = (coordinate, role) => {
  const [type, name] = coordinate.split('.') as [string, string];
  const caller = callers.get(role)!;
  const flags = composition().rules.flagsFor({
    signedIn: caller.userId !== null,
    permissions: caller.permissions,
  });
  const operation = new Proxy(
    { caller, flags },
    { get: (known, key) => known[key as 'caller'] ?? unreachable(key) },
  );
  try {
    const running: unknown = objectType(type).getFields()[name]!.resolve!({}, {}, operation, {
      path: {},
    } as never);
    if (running instanceof Promise) running.catch(() => {});
    return null;
  } catch (error) {
    const { code, details } = error as { code?: string; details?: { field?: string } };
    return (code === 'FORBIDDEN' || code === 'UNAUTHENTICATED') && details?.field === coordinate
      ? code
      : null;
  }
};
const unreachable = (key: PropertyKey): never => {
  throw new Error(`beyond ring 1: ${String(key)}`);
};

describe('ring 1 answers what the matrix says', () => {
  test('for every field and role, in what runs when the field is selected', () => {
    expect([...disagreements(asRunning)]).toEqual([]);
  });

  test('for every root query and role', async () => {
    const ids = await idsByType(world);
    const fields = Object.values(objectType('Query').getFields());
    const found = new Map<string, string | null>();
    for (const [role, caller] of callers) {
      for (let from = 0; from < fields.length; from += 20) {
        const some = fields.slice(from, from + 20);
        const { errors = [] } = await world.ask(
          `{ ${some.map((field) => plausibleSelection(field, ids)).join('\n')} }`,
          caller,
        );
        for (const { name } of some) found.set(`Query.${name} ${role}`, refused(errors, `Query.${name}`));
      }
    }
    const coordinates = fields.map(({ name }) => `Query.${name}`);
    expect([
      ...disagreements((coordinate, role) => found.get(`${coordinate} ${role}`)!, coordinates),
    ]).toEqual([]);
  });

  test('for every mutation and role; what is refused has no effect', async () => {
    const ids = await idsByType(world);
    const fields = Object.values(objectType('Mutation').getFields());
    const coordinates = fields.map(({ name }) => `Mutation.${name}`);
    const found = new Map<string, string | null>();
    const run = async (role: string, { name }: { name: string }): Promise<void> => {
      const source = `mutation { ${plausibleSelection(objectType('Mutation').getFields()[name]!, ids)} }`;
      const { errors = [] } = await world.ask(source, callers.get(role)!);
      expect(errors.map(({ extensions }) => extensions['code'])).not.toContain('GRAPHQL_VALIDATION_FAILED');
      found.set(`Mutation.${name} ${role}`, refused(errors, `Mutation.${name}`));
    };
    const before = await everything();
    const pairs = matrix.roles.flatMap((role) => fields.map((field) => ({ role, field })));
    for (const { role, field } of pairs) if (!may(role, `Mutation.${field.name}`)) await run(role, field);
    expect(await everything()).toBe(before);
    for (const { role, field } of pairs) if (may(role, `Mutation.${field.name}`)) await run(role, field);
    // Else the comparison above could not have failed.
    expect(await everything()).not.toBe(before);
    expect([
      ...disagreements((coordinate, role) => found.get(`${coordinate} ${role}`)!, coordinates),
    ]).toEqual([]);
  });

  test('for the fields of every object that a role sees', async () => {
    const { entityOfType } = composition();
    let asked = 0;
    for (const [role, caller] of callers) {
      const visible = await visibleIds(caller);
      // An object whose id one may not read is not there: existence.test.ts.
      const types = [...entityOfType.keys()].filter((type) => visible.has(type) && may(role, `${type}.id`));
      const fieldsOf = (type: string, kind: 'allowed' | 'null' | 'strict') =>
        Object.values(objectType(type).getFields()).filter(({ name, type: its }) =>
          may(role, `${type}.${name}`)
            ? kind === 'allowed'
            : kind === (isNonNullType(its) ? 'strict' : 'null'),
        );
      const ask = async (kind: 'allowed' | 'null' | 'strict') => {
        const some = types.filter((type) => fieldsOf(type, kind).length > 0);
        const written = some.map(
          (type) =>
            `node(id: "${visible.get(type)}") { ... on ${type} { ${fieldsOf(type, kind).map(flatSelection).join(' ')} } }`,
        );
        const answers = await world.askEach(written, caller);
        return some.map((type, index) => {
          const fields = fieldsOf(type, kind).map(({ name }) => name);
          asked += fields.length;
          return { at: [role, type], fields, ...answers[index]! };
        });
      };
      for (const { at, fields, data, errors } of await ask('allowed')) {
        expect([at, errors.map(({ extensions }) => extensions)]).toEqual([at, []]);
        expect([at, Object.keys(data)]).toEqual([at, fields]);
      }
      for (const { at, fields, data, errors } of await ask('null')) {
        expect([at, errors.map(({ path, extensions }) => [path[0], extensions['code']])]).toEqual([
          at,
          fields.map((name) => [name, refusalFor(role)]),
        ]);
        expect([at, data]).toEqual([at, Object.fromEntries(fields.map((name) => [name, null]))]);
      }
      for (const { at, data, errors } of await ask('strict')) {
        expect([at, data, new Set(errors.map(({ extensions }) => extensions['code']))]).toEqual([
          at,
          null,
          new Set([refusalFor(role)]),
        ]);
      }
    }
    console.log(`${asked} fields of real objects selected`);
    expect(asked).toBeGreaterThan(2000);
  });
});

/** The code with which ring 1 refused a field itself. */
function refused(errors: readonly { extensions: Record<string, any> }[], coordinate: string): string | null {
  const error = errors.find(({ extensions }) => extensions['field'] === coordinate);
  const code = error?.extensions['code'] as string | undefined;
  return code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' ? code : null;
}

/** A fingerprint of all that can be written. */
async function everything(): Promise<string> {
  const tables = await world.sql<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema !~ '^(pg_|information_schema|public|phoihop|probe)' and table_name !~ '^(administrative_unit|unit_reach|period$)' order by 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) as n, sum(hashtext(its::text)::bigint) as h from ${name} its`,
  );
  return JSON.stringify(await world.sql(`${parts.join(' union all ')} order by name`));
}

/** An object of each type that somebody sees. */
async function visibleIds(caller: Caller): Promise<Map<string, string>> {
  const { entityOfType, readModel } = composition();
  const parts = [...entityOfType].map(
    ([type, entity]) =>
      `select '${type}' as type, (select id from ${readModel.plans.get(entity)!.table} order by id limit 1) as id`,
  );
  const rows = await world.within(caller, (session) =>
    session.query<{ type: string; id: number | null }>(parts.join(' union all ')),
  );
  return new Map(
    rows.flatMap(({ type, id }) => (id === null ? [] : [[type, encodeGlobalId(type, id)] as const])),
  );
}

describe('take any one rule away, or open it, and a check above finds it', () => {
  type Rules = Readonly<Record<string, ReturnType<typeof allow.signedIn>>>;

  /** The rules as they would be, had one of a plugin’s been written otherwise. */
  function rewritten(plugin: Plugin, change: (rules: Rules) => Rules) {
    const { schema, owners, plugins } = composition();
    const changed: Plugin = {
      ...plugin,
      access: { ...plugin.access, fields: change(plugin.access!.fields!) },
    };
    return coverFields({
      schema,
      owners,
      plugins: plugins.map((one) => (one === plugin ? changed : one)),
      properties: new Map(),
    });
  }

  const written = () =>
    composition().plugins.flatMap((plugin) =>
      Object.entries(plugin.access?.fields ?? {}).map(([key, rule]) => ({ plugin, key, rule })),
    );
  const permits = (rules: ReturnType<typeof coverFields>['rules']): Decide => {
    const flags = new Map(
      [...callers].map(([role, { userId, permissions }]) => [
        role,
        rules.flagsFor({ signedIn: userId !== null, permissions }),
      ]),
    );
    return (coordinate, role) => (flags.get(role)![rules.indexOf(coordinate)!] ? null : refusalFor(role));
  };

  test('as they are written, they make the matrix', () => {
    expect([...disagreements(permits(composition().rules))]).toEqual([]);
  });

  test('each rule opened', () => {
    const closed = written().filter(({ rule }) => rule.kind !== 'public');
    const unnoticed = closed.filter(({ plugin, key }) => {
      const { rules } = rewritten(plugin, (fields) => ({ ...fields, [key]: allow.public('Mutated.') }));
      return agrees(permits(rules));
    });
    expect(unnoticed.map(({ key }) => key)).toEqual([]);
    expect(closed.length).toBeGreaterThan(100);
    console.log(`${closed.length} rules opened, each found`);
  });

  test('each rule removed: the composition is refused, or the matrix is another', () => {
    const unnoticed = written().filter(({ plugin, key }) => {
      const { rules, problems } = rewritten(plugin, ({ [key]: _removed, ...fields }) => fields);
      return !problems.some(({ code }) => code === 'FIELD_WITHOUT_RULE') && agrees(permits(rules));
    });
    // What is written twice changes nothing when it is written once: the rule of the whole type is the same.
    const twice = written().filter(
      ({ plugin, key, rule }) =>
        key.includes('.') && isDeepStrictEqual(plugin.access!.fields![key.split('.')[0]!], rule),
    );
    expect(unnoticed.map(({ key }) => key).sort()).toEqual(twice.map(({ key }) => key).sort());
    expect(written().length - unnoticed.length).toBeGreaterThan(150);
  });

  test('each field that would not ask its rule', () => {
    const closed = [...matrix.fields]
      .filter(([, roles]) => roles.size < matrix.roles.length)
      .map(([coordinate]) => coordinate);
    const unnoticed = closed.filter((open) => {
      const decide: Decide = (coordinate, role) => (coordinate === open ? null : asRunning(coordinate, role));
      return agrees(decide, [open]);
    });
    expect(unnoticed).toEqual([]);
    expect(closed.length).toBeGreaterThan(600);
  });
});

/** A foreign row and a missing row answer alike, whatever way one asks. */
import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
} from 'graphql';
import type { Caller } from '@phoihop/platform';
import { encodeGlobalId, rowSecurityOf } from '@phoihop/platform/engine';
import type { Answer } from '@phoihop/testing';
import { plausible, typeOfId } from './plausible.js';
import { codeOf, createWorld, personas, type World } from './world.js';

/** What no row has. */
const MISSING = 987_654_321;

interface Eyes {
  readonly name: string;
  readonly caller: Caller;
  /** Ids of visible rows, by type. */
  readonly visible: ReadonlyMap<string, ReadonlySet<number>>;
}

let world: World;
let eyes: Eyes[];
/** Ids of all rows of the types whose rows are hidden from some. */
let all: ReadonlyMap<string, readonly number[]>;

beforeAll(async () => {
  world = await createWorld();
  const { entityOfType, readModel, plugins } = world.bed.engine.composition;
  const hidden = new Set(
    rowSecurityOf(plugins).flatMap(({ schema, table, select }) =>
      typeof select === 'object' ? [`"${schema}"."${table}"`] : [],
    ),
  );
  const types = [...entityOfType].flatMap(([type, entity]) => {
    const { table } = readModel.plans.get(entity)!;
    return hidden.has(table) ? [[type, table] as const] : [];
  });
  const sql = types
    .map(
      ([type, table]) => `select '${type}' as type, array(select id::int from ${table} order by id) as ids`,
    )
    .join(' union all ');
  all = new Map((await world.sql<{ type: string; ids: number[] }>(sql)).map(({ type, ids }) => [type, ids]));
  eyes = [];
  for (const name of personas) {
    const caller = await world.as(name);
    const rows = await world.within(caller, (session) => session.query<{ type: string; ids: number[] }>(sql));
    eyes.push({ name, caller, visible: new Map(rows.map(({ type, ids }) => [type, new Set(ids)])) });
  }
}, 120_000);
afterAll(() => world?.close());

const composition = () => world.bed.engine.composition;
const mayRead = ({ caller }: Eyes, coordinate: string): boolean => {
  const { rules } = composition();
  return (
    rules.flagsFor({ signedIn: caller.userId !== null, permissions: caller.permissions })[
      rules.indexOf(coordinate)!
    ] === 1
  );
};
const of = (name: string): Eyes => eyes.find((one) => one.name === name)!;
const rootField = (name: string) =>
  (composition().schema.getType('Query') as GraphQLObjectType).getFields()[name]!;
/** How the type of object is stored that a root field gives, one or a page of them. */
const planOf = (name: string) => {
  const given = getNamedType(rootField(name).type) as GraphQLObjectType;
  const type = getNamedType(given.getFields()['nodes']?.type ?? given).name;
  return composition().readModel.plans.get(composition().entityOfType.get(type)!)!;
};
/** A row that somebody cannot see, and one that can be seen. */
const hiddenRow = ({ visible }: Eyes, type: string): number | undefined =>
  all.get(type)!.find((id) => !visible.get(type)!.has(id));
const visibleRow = ({ visible }: Eyes, type: string): number | undefined => [...visible.get(type)!].at(-1);

/** An answer in which the id asked for is the same whatever it was. */
const plain = (answer: unknown, id: string): unknown =>
  JSON.parse(JSON.stringify(answer).replaceAll(id, '…'));

/** A question about an object that somebody cannot see. */
interface Question {
  /** What is asked, for the report. */
  readonly about: string;
  /** What stands for the hidden object, and for one that is not there. */
  readonly hidden: string;
  readonly missing: string;
  readonly write: (id: string) => string;
}

const byId = (about: string, type: string, hidden: number, write: (id: string) => string): Question => ({
  about,
  hidden: encodeGlobalId(type, hidden),
  missing: encodeGlobalId(type, MISSING),
  write,
});

/** Asks each question twice; the answers must not differ. @returns how many were asked */
async function alike({ name, caller }: Eyes, questions: readonly Question[]): Promise<number> {
  const foreign = await world.askEach(
    questions.map(({ hidden, write }) => write(hidden)),
    caller,
  );
  const none = await world.askEach(
    questions.map(({ missing, write }) => write(missing)),
    caller,
  );
  questions.forEach(({ about, hidden, missing }, index) => {
    expect([name, about, plain(foreign[index], hidden)]).toEqual([name, about, plain(none[index], missing)]);
    expect([name, about, none[index]!.data?.totalCount ?? null]).toEqual([
      name,
      about,
      none[index]!.data && 'totalCount' in none[index]!.data ? 0 : null,
    ]);
  });
  return questions.length;
}

test('there is something to hide from everybody but those who see all', () => {
  expect(all.size).toBeGreaterThan(13);
  for (const one of eyes)
    expect([
      one.name,
      [...all.keys()].filter((type) => hiddenRow(one, type) !== undefined).length > 5,
    ]).toEqual([one.name, true]);
});

describe('by id', () => {
  test('node: of every type, for everybody', async () => {
    let compared = 0;
    for (const one of eyes) {
      const questions = [...all.keys()].flatMap((type) => {
        const hidden = hiddenRow(one, type);
        if (hidden === undefined) return [];
        return [
          byId(
            type,
            type,
            hidden,
            (id) => `node(id: "${id}") { __typename id ... on ${type} { again: id } }`,
          ),
        ];
      });
      compared += await alike(one, questions);
    }
    console.log(`${compared} hidden objects asked for by node(id)`);
    expect(compared).toBeGreaterThan(250);
  });

  test('node: of a type one may not read, a row that is there for all is not there', async () => {
    const { entityOfType, readModel } = composition();
    let compared = 0;
    for (const one of eyes) {
      const closed = [...entityOfType].filter(([type]) => !mayRead(one, `${type}.id`));
      const rows = await world.within(one.caller, (session) =>
        session.query<{ type: string; id: number | null }>(
          closed
            .map(
              ([type, entity]) =>
                `select '${type}' as type, (select id::int from ${readModel.plans.get(entity)!.table} limit 1) as id`,
            )
            .join(' union all '),
        ),
      );
      const questions = rows.flatMap(({ type, id }) =>
        id === null
          ? []
          : ['__typename', 'id', `... on ${type} { __typename }`].map((selection) =>
              byId(
                `${type} { ${selection} }`,
                type,
                id,
                (global) => `node(id: "${global}") { ${selection} }`,
              ),
            ),
      );
      compared += await alike(one, questions);
    }
    expect(compared).toBeGreaterThan(60);
  });

  test('root fields that find one by what identifies it', async () => {
    const questions = new Map<Eyes, Question[]>();
    const add = (one: Eyes, question: Question) =>
      questions.set(one, [...(questions.get(one) ?? []), question]);
    for (const [coordinate, its] of composition().declared) {
      if (its.kind !== 'one') continue;
      const field = coordinate.split('.')[1]!;
      const plan = planOf(field);
      const type = plan.typeName!;
      if (!all.has(type)) continue;
      const [by] = its.read.by;
      for (const one of eyes) {
        const ids = all.get(type)!.filter((id) => !one.visible.get(type)!.has(id));
        if (ids.length === 0) continue;
        const write = (value: string) => `${field}(${by}: ${JSON.stringify(value)}) { __typename }`;
        if (by === 'id') add(one, byId(coordinate, type, ids[0]!, write));
        else {
          const column = plan.columns.get(by!)!.column;
          const [row] = await world.sql<{ value: string }>(
            `select "${column}" as value from ${plan.table} where id = any ($1) and "${column}" is not null limit 1`,
            [ids],
          );
          if (row) add(one, { about: coordinate, hidden: row.value, missing: 'X-99', write });
        }
      }
    }
    let compared = 0;
    for (const [one, its] of questions) compared += await alike(one, its);
    console.log(`${compared} hidden objects asked for by root fields`);
    expect(compared).toBeGreaterThan(60);
  });
});

describe('in lists', () => {
  const lists = () =>
    [...composition().declared].flatMap(([coordinate, its]) => {
      if (its.kind !== 'list') return [];
      const field = coordinate.split('.')[1]!;
      return [{ coordinate, field, read: its.read, plan: planOf(field) }];
    });

  test('totalCount and the pages have the visible rows and no other, in every order', async () => {
    let pages = 0;
    for (const one of [of('clerk.bau-ham'), of('farmers'), of('officer.insurance'), of('foreign.clerk')]) {
      for (const { coordinate, field, read, plan } of lists()) {
        const visible = one.visible.get(plan.typeName!);
        if (!visible || visible.size > 400 || !mayRead(one, coordinate)) continue;
        const orders = getNamedType(
          rootField(field).args.find(({ name }) => name === 'orderBy')!.type,
        ) as GraphQLEnumType;
        for (const { name: order } of orders.getValues()) {
          const seen: string[] = [];
          let after: string | null = null;
          do {
            const { data, errors }: Answer = await world.ask(
              `query ($after: String) { ${field}(first: 120, after: $after, orderBy: ${order}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
              one.caller,
              { after },
            );
            expect(errors).toBeUndefined();
            expect([coordinate, data[field].totalCount]).toEqual([coordinate, visible.size]);
            seen.push(...data[field].nodes.map(({ id }: { id: string }) => id));
            after = data[field].pageInfo.hasNextPage ? data[field].pageInfo.endCursor : null;
            pages += 1;
          } while (after);
          expect([coordinate, order, seen.sort()]).toEqual([
            coordinate,
            order,
            [...visible].map((id) => encodeGlobalId(plan.typeName!, id)).sort(),
          ]);
        }
        expect(read.order?.length ?? 0).toBeGreaterThan(0);
      }
    }
    console.log(`${pages} pages in every order`);
    expect(pages).toBeGreaterThan(80);
  }, 60_000);

  test('everybody counts what everybody sees', async () => {
    let counted = 0;
    for (const one of eyes) {
      const mine = lists().filter(
        ({ coordinate, plan }) => all.has(plan.typeName!) && mayRead(one, coordinate),
      );
      if (mine.length === 0) continue;
      const { data, errors } = await world.ask(
        `{ ${mine.map(({ field }) => `${field}(first: 0) { totalCount }`).join(' ')} }`,
        one.caller,
      );
      expect(errors).toBeUndefined();
      for (const { field, plan } of mine) {
        expect([one.name, field, data[field].totalCount]).toEqual([
          one.name,
          field,
          one.visible.get(plan.typeName!)!.size,
        ]);
        counted += 1;
      }
    }
    expect(counted).toBeGreaterThan(100);
  });

  test('a filter by a hidden object finds what a filter by a missing one finds: nothing', async () => {
    const references = lists().flatMap(({ coordinate, field, read, plan }) =>
      (read.filter ?? []).flatMap((property) => {
        const column = plan.columns.get(property);
        const type = column?.references && composition().readModel.plans.get(column.references)!.typeName;
        return type && all.has(type)
          ? [{ coordinate, field, property, table: plan.table, column: column.column, type }]
          : [];
      }),
    );
    let compared = 0;
    let telling = 0;
    for (const one of eyes) {
      const mine = references.filter(({ coordinate }) => mayRead(one, coordinate));
      if (mine.length === 0) continue;
      // Visible rows that refer to a hidden object are those that would tell.
      const referring = await world.within(one.caller, (session) =>
        session.query<{ n: number; ids: number[] }>(
          mine
            .map(({ table, column, type }, n) => {
              const hidden = all.get(type)!.filter((id) => !one.visible.get(type)!.has(id));
              return `select ${n} as n, array(select distinct "${column}"::int from ${table} where "${column}" = any ('{${hidden}}'::bigint[])) as ids`;
            })
            .join(' union all '),
        ),
      );
      const questions = mine.flatMap(({ coordinate, field, property, type }, n) => {
        const [teller] = referring.find((row) => row.n === n)!.ids;
        const hidden = teller ?? hiddenRow(one, type);
        if (hidden === undefined) return [];
        telling += teller === undefined ? 0 : 1;
        const write = (id: string) =>
          `${field}(filter: { ${property}: "${id}" }) { totalCount nodes { __typename } pageInfo { hasNextPage startCursor } }`;
        return [byId(`${coordinate} by ${property}`, type, hidden, write)];
      });
      compared += await alike(one, questions);
    }
    console.log(`${compared} filters by a hidden object, ${telling} of which a visible row refers to`);
    expect(compared).toBeGreaterThan(50);
    expect(telling).toBeGreaterThan(5);
  });

  test('a cursor of a row that somebody else gave is a place in the order, whether the row is there or not', async () => {
    const foreign = of('foreign.clerk');
    const clerk = of('clerk.bau-ham');
    for (const [field, type, table] of [
      ['dataValues', 'DataValue', 'core.data_value'],
      [
        'socialInsuranceOutreachSessions',
        'SocialInsuranceOutreachSession',
        'social_insurance.outreach_session',
      ],
      ['reports', 'Report', 'core.report'],
      ['targets', 'Target', 'core.target'],
    ] as const) {
      const page = (caller: Caller, after: string | null) =>
        world.ask(
          `query ($after: String) { ${field}(first: 20, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
          caller,
          { after },
        );
      const given = (await page(foreign.caller, null)).data[field].edges.find(
        ({ node }: { node: { id: string } }) => hiddenTo(clerk, type, node.id),
      );
      const before = await page(clerk.caller, given.cursor);
      expect(before.errors).toBeUndefined();
      for (const { node } of before.data[field].edges) expect(hiddenTo(clerk, type, node.id)).toBe(false);
      const id = all.get(type)!.find((one) => encodeGlobalId(type, one) === given.node.id);
      await world.sql(`delete from ${table} where id = $1`, [id]);
      expect(await page(clerk.caller, given.cursor)).toEqual(before);
      expect((await page(foreign.caller, null)).data[field].edges).not.toContainEqual(given);
    }
  });
  const hiddenTo = ({ visible }: Eyes, type: string, globalId: string): boolean =>
    ![...visible.get(type)!].some((id) => encodeGlobalId(type, id) === globalId);
});

describe('in mutations', () => {
  /** Who tries: everybody whom some mutation is for. Each gives ids of what is theirs for the rest of the input. */
  const trying = ['standing', 'admin', 'officer.cluster4', 'chair.bau-ham', 'clerk.bau-ham', 'farmers'];

  /** Inputs without which the object in question is not come to. */
  const besides: Readonly<Record<string, string>> = {
    'createPlan.parent': 'year: 2021',
    'createPlan.basisDocument': 'year: 2021',
    'linkDocument.document': 'activity: $activity',
    'createTarget.basisDocument':
      'unit: $unit, indicator: $houses, operator: AT_LEAST, period: { calendar: YEAR, key: "2021" }',
    'createTarget.derivedFrom':
      'unit: $unit, indicator: $houses, operator: AT_LEAST, period: { calendar: YEAR, key: "2021" }',
    'createAssignment.actingFor': 'unit: $unit',
    'adjustPlan.basisDocument': 'plan: $approved',
  };

  /** Every place in a mutation’s input that takes the id of an object which is hidden from some. */
  function places(): { mutation: string; path: string[]; type: string }[] {
    const found: { mutation: string; path: string[]; type: string }[] = [];
    const walk = (mutation: string, input: GraphQLInputObjectType, path: string[]): void => {
      for (const field of Object.values(input.getFields())) {
        const type = getNamedType(field.type);
        if (isInputObjectType(type)) walk(mutation, type, [...path, field.name]);
        else if (type.name === 'ID' && field.name !== 'idempotencyKey') {
          const wanted = field.name === 'id' ? typeOfId(path.at(-1)!) : typeOfId(field.name, mutation);
          // An id of nothing known is a new kind of reference: say in plausible.ts of what.
          expect([mutation, field.name, isObjectType(composition().schema.getType(wanted))]).toEqual([
            mutation,
            field.name,
            true,
          ]);
          if (all.has(wanted)) found.push({ mutation, path: [...path, field.name], type: wanted });
        }
      }
    };
    const mutations = (composition().schema.getType('Mutation') as GraphQLObjectType).getFields();
    for (const { name, args } of Object.values(mutations)) {
      for (const { type } of args)
        if (isInputObjectType(getNamedType(type)))
          walk(name, getNamedType(type) as GraphQLInputObjectType, []);
    }
    return found;
  }

  /** Asks twice, for the hidden and for the missing; both answers, comparable. */
  async function both(
    ask: (id: string) => Promise<Answer>,
    type: string,
    hidden: number,
  ): Promise<[unknown, unknown]> {
    const [foreign, missing] = [encodeGlobalId(type, hidden), encodeGlobalId(type, MISSING)];
    return [plain(await ask(foreign), foreign), plain(await ask(missing), missing)];
  }

  test('every id of an object in an input: the same code, field and message', async () => {
    const notFound = new Set<string>();
    let compared = 0;
    for (const one of trying.map(of)) {
      const { ids, named } = await own(one);
      for (const { mutation, path, type } of places()) {
        const hidden = hiddenRow(one, type);
        if (hidden === undefined || !mayRead(one, `Mutation.${mutation}`)) continue;
        const ask = (id: string) => world.ask(mutationWith(mutation, path, id, ids, named), one.caller);
        const [foreign, missing] = await both(ask, type, hidden);
        expect([one.name, mutation, path, foreign]).toEqual([one.name, mutation, path, missing]);
        const { errors } = missing as Answer;
        expect(['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED']).not.toContain(
          errors?.[0]?.extensions['code'],
        );
        if (
          errors?.[0]?.extensions['code'] === 'NOT_FOUND' &&
          String(errors[0].extensions['field']).startsWith(`input.${path.join('.')}`)
        ) {
          notFound.add(`${mutation}.${path.join('.')}`);
        }
        compared += 1;
      }
    }
    // Each place was really come to by somebody: it is that object which is not found.
    expect(
      places()
        .map(({ mutation, path }) => `${mutation}.${path.join('.')}`)
        .filter((place) => !notFound.has(place)),
    ).toEqual([]);
    console.log(`${compared} inputs with a hidden object, at ${notFound.size} places`);
    expect(notFound.size).toBeGreaterThan(25);
  });

  /** Ids of what somebody can see, and of some things by name. */
  async function own(one: Eyes): Promise<{ ids: Map<string, string>; named: Record<string, string> }> {
    const unit = await world.unitId(
      ['standing', 'admin', 'officer.cluster4', 'farmers'].includes(one.name) ? '737' : '26257',
    );
    const ids = new Map<string, string>([
      ['AdministrativeUnit', unit],
      [
        'Organization',
        encodeGlobalId(
          'Organization',
          await world.value(`select id::int from core.organization where key = 'farmers-union'`),
        ),
      ],
      [
        'Indicator',
        encodeGlobalId(
          'Indicator',
          await world.value(`select id::int from core.indicator where key = 'social-care.gift-cards'`),
        ),
      ],
      [
        'Program',
        encodeGlobalId(
          'Program',
          await world.value(`select id::int from core.program where code = 'PRG-27'`),
        ),
      ],
      ['UnitGroup', encodeGlobalId('UnitGroup', 1)],
      ['Period', encodeGlobalId('Period', 1)],
      ['PeriodLock', encodeGlobalId('PeriodLock', 1)],
    ]);
    for (const type of all.keys()) {
      const row = visibleRow(one, type);
      if (row !== undefined) ids.set(type, encodeGlobalId(type, row));
    }
    // Not the own account, of which nobody gives roles.
    const other = [...one.visible.get('User')!].find((id) => id !== one.caller.userId);
    if (other) ids.set('User', encodeGlobalId('User', other));
    const [activity] = await world.sql<{ id: number }>(
      `select id::int from core.activity where code is null and unit_id = $1 and program_code = 'PRG-27'`,
      [await world.unit(one.name.includes('bau-ham') ? '26257' : '737')],
    );
    const [approved] = await world.sql<{ id: number }>(
      `select id::int from core.plan where state = 'APPROVED' and unit_id = $1 and program_code is null`,
      [await world.unit(one.name.includes('bau-ham') ? '26257' : '737')],
    );
    const named = {
      unit,
      houses: encodeGlobalId(
        'Indicator',
        await world.value(`select id::int from core.indicator where key = 'fund-for-the-poor.houses'`),
      ),
      activity: encodeGlobalId('Activity', activity!.id),
      approved: encodeGlobalId('Plan', approved!.id),
    };
    return { ids, named };
  }

  /** A mutation that could be a client’s, but for the one id. */
  function mutationWith(
    mutation: string,
    path: readonly string[],
    id: string,
    ids: ReadonlyMap<string, string>,
    named: Record<string, string>,
  ): string {
    const field = (composition().schema.getType('Mutation') as GraphQLObjectType).getFields()[mutation]!;
    const inputType = getNamedType(field.args[0]!.type) as GraphQLInputObjectType;
    const extra = (besides[`${mutation}.${path.join('.')}`] ?? '').replaceAll(/\$(\w+)/g, (_, name: string) =>
      JSON.stringify(named[name]),
    );
    const given = new Set([...extra.matchAll(/(?:^|, )(\w+):/g)].map(([, name]) => name!));
    const at = path[0]!;
    const rest = Object.values(inputType.getFields()).filter(
      ({ name, type, defaultValue }) =>
        String(type).endsWith('!') && defaultValue === undefined && name !== at && !given.has(name),
    );
    const written = rest.map(
      ({ name, type }) =>
        `${name}: ${plausible(name, type, ids, /^id$/i.test(name) ? undefined : typeFor(mutation, name))}`,
    );
    const value = String(inputType.getFields()[at]!.type).startsWith('[')
      ? JSON.stringify([id])
      : JSON.stringify(id);
    const input = [`${at}: ${value}`, ...written, ...(extra ? [extra] : [])].join(', ');
    return `mutation { ${mutation}(input: { ${input} }) { __typename } }`;
  }
  const typeFor = (mutation: string, name: string): string | undefined => {
    const type = typeOfId(name, mutation);
    return composition().schema.getType(type) ? type : undefined;
  };

  test('what is entered for a foreign unit is refused alike, whether there is such a row already or not', async () => {
    const clerk = of('clerk.bau-ham');
    const foreign = encodeGlobalId(
      'AdministrativeUnit',
      await world.value(
        `select unit_id::int from social_insurance.gap_household where head_name = 'Nguyễn Văn Xa'`,
      ),
    );
    const at = (key: string): string => `unit: "${foreign}", period: { calendar: MONTH, key: "${key}" }`;
    // There is a figure for February 2018 and a report for September 2021, and none for May and July.
    const inputs = [
      [
        '2018-02',
        '2018-05',
        (key: string) =>
          `recordDataValue(input: { indicator: "social-care.gift-cards", ${at(key)}, value: "3" }) { id }`,
      ],
      [
        '2021-09',
        '2021-07',
        (key: string) =>
          `saveReportDraft(input: { template: "commune-monthly", ${at(key)}, items: [] }) { id }`,
      ],
    ] as const;
    for (const [taken, free, write] of inputs) {
      const answer = await world.ask(`mutation { ${write(taken)} }`, clerk.caller);
      expect(codeOf(answer)).toBe('OUT_OF_SCOPE');
      expect(await world.ask(`mutation { ${write(free)} }`, clerk.caller)).toEqual(answer);
    }
  });
});

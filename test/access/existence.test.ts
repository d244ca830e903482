/** A foreign row and a missing row answer alike, whatever way one asks. */
import { getNamedType, type GraphQLEnumType, type GraphQLObjectType } from 'graphql';
import type { Caller } from '@phoihop/platform';
import { encodeGlobalId } from '@phoihop/platform/engine';
import type { Answer } from '@phoihop/testing';
import { Looking, MISSING, plain, type Eyes } from './eyes.js';
import type { World } from './world.js';

let looking: Looking;
let world: World;
beforeAll(async () => {
  looking = await Looking.begin();
  ({ world } = looking);
}, 600_000);
afterAll(() => world?.close());

/** How the type of object is stored that a root field gives, one or a page of them. */
const planOf = (name: string) => {
  const given = getNamedType(looking.rootField(name).type) as GraphQLObjectType;
  const type = getNamedType(given.getFields()['nodes']?.type ?? given).name;
  const { readModel, entityOfType } = looking.composition;
  return readModel.plans.get(entityOfType.get(type)!)!;
};

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
  expect(looking.all.size).toBeGreaterThan(13);
  for (const one of looking.eyes)
    expect([
      one.name,
      [...looking.all.keys()].filter((type) => looking.hiddenRow(one, type) !== undefined).length > 5,
    ]).toEqual([one.name, true]);
});

describe('by id', () => {
  test('node: of every type, for everybody', async () => {
    let compared = 0;
    for (const one of looking.eyes) {
      const questions = [...looking.all.keys()].flatMap((type) => {
        const hidden = looking.hiddenRow(one, type);
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
    const { entityOfType, readModel } = looking.composition;
    let compared = 0;
    for (const one of looking.eyes) {
      const closed = [...entityOfType].filter(([type]) => !looking.mayRead(one, `${type}.id`));
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
    for (const [coordinate, its] of looking.composition.declared) {
      if (its.kind !== 'one') continue;
      const field = coordinate.split('.')[1]!;
      const plan = planOf(field);
      const type = plan.typeName!;
      if (!looking.all.has(type)) continue;
      const [by] = its.read.by;
      for (const one of looking.eyes) {
        const ids = looking.hiddenRows(one, type);
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
    [...looking.composition.declared].flatMap(([coordinate, its]) => {
      if (its.kind !== 'list') return [];
      const field = coordinate.split('.')[1]!;
      return [{ coordinate, field, read: its.read, plan: planOf(field) }];
    });

  test('totalCount and the pages have the visible rows and no other, in every order', async () => {
    let pages = 0;
    for (const one of [
      looking.of('clerk.bau-ham'),
      looking.of('farmers'),
      looking.of('officer.insurance'),
      looking.of('foreign.clerk'),
    ]) {
      for (const { coordinate, field, read, plan } of lists()) {
        const visible = one.visible.get(plan.typeName!);
        if (!visible || visible.size > 400 || !looking.mayRead(one, coordinate)) continue;
        const orders = getNamedType(
          looking.rootField(field).args.find(({ name }) => name === 'orderBy')!.type,
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
  });

  test('everybody counts what everybody sees', async () => {
    let counted = 0;
    for (const one of looking.eyes) {
      const mine = lists().filter(
        ({ coordinate, plan }) => looking.all.has(plan.typeName!) && looking.mayRead(one, coordinate),
      );
      if (mine.length === 0) continue;
      const answers = await world.askEach(
        mine.map(({ field }) => `${field}(first: 0) { totalCount }`),
        one.caller,
      );
      mine.forEach(({ field, plan }, index) => {
        const { data, errors } = answers[index]!;
        expect([one.name, field, errors, data?.totalCount]).toEqual([
          one.name,
          field,
          [],
          one.visible.get(plan.typeName!)!.size,
        ]);
        counted += 1;
      });
    }
    expect(counted).toBeGreaterThan(100);
  });

  test('a filter by a hidden object finds what a filter by a missing one finds: nothing', async () => {
    const references = lists().flatMap(({ coordinate, field, read, plan }) =>
      (read.filter ?? []).flatMap((property) => {
        const column = plan.columns.get(property);
        const type =
          column?.references && looking.composition.readModel.plans.get(column.references)!.typeName;
        return type && looking.all.has(type)
          ? [{ coordinate, field, property, table: plan.table, column: column.column, type }]
          : [];
      }),
    );
    let compared = 0;
    let telling = 0;
    for (const one of looking.eyes) {
      const mine = references.filter(({ coordinate }) => looking.mayRead(one, coordinate));
      if (mine.length === 0) continue;
      // Visible rows that refer to a hidden object are those that would tell.
      const referring = await world.within(one.caller, (session) =>
        session.query<{ n: number; ids: number[] }>(
          mine
            .map(({ table, column, type }, n) => {
              const hidden = looking.hiddenRows(one, type);
              return `select ${n} as n, array(select distinct "${column}"::int from ${table} where "${column}" = any ('{${hidden}}'::bigint[])) as ids`;
            })
            .join(' union all '),
        ),
      );
      const questions = mine.flatMap(({ coordinate, field, property, type }, n) => {
        const [teller] = referring.find((row) => row.n === n)!.ids;
        const hidden = teller ?? looking.hiddenRow(one, type);
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
    const foreign = looking.of('foreign.clerk');
    const clerk = looking.of('clerk.bau-ham');
    for (const [field, type, table] of [
      ['dataValues', 'DataValue', 'core.data_value'],
      [
        'socialInsuranceOutreachSessions',
        'SocialInsuranceOutreachSession',
        'social_insurance.outreach_session',
      ],
      ['reports', 'Report', 'core.report'],
      ['obligations', 'Obligation', 'core.obligation'],
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
      const id = looking.all.get(type)!.find((one) => encodeGlobalId(type, one) === given.node.id);
      if (type === 'Obligation')
        await world.sql('delete from core.entry_extension where obligation_id = $1', [id]);
      await world.sql(`delete from ${table} where id = $1`, [id]);
      expect(await page(clerk.caller, given.cursor)).toEqual(before);
      expect((await page(foreign.caller, null)).data[field].edges).not.toContainEqual(given);
    }
  });
  const hiddenTo = ({ visible }: Eyes, type: string, globalId: string): boolean =>
    ![...visible.get(type)!].some((id) => encodeGlobalId(type, id) === globalId);
});

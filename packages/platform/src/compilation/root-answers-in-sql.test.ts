import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { changed, problemsOf } from '../../test-kit/composing.js';
import {
  BridgeResolver,
  River,
  bridges,
  callerOf,
  engineer,
  reader,
  rivers,
  upper,
} from '../../test-kit/rivers.js';
import { start, type Running } from '../../test-kit/running.js';
import {
  allow,
  ProblemError,
  rootAnsweredInSql,
  type RequestContext,
  type SqlObject,
  type SqlRootAnswer,
} from '../index.js';

@ObjectType('BridgesRemark', { description: 'Something to be said.' })
class Remark {
  @Field(() => String, { description: 'In the language of the caller.' })
  text!: string;
}

@ObjectType('BridgesCount', { description: 'What bridges come to, and what to say about it.' })
class Count {
  @Field(() => Int, { description: 'The numbers of those the caller sees, added up.' })
  bridges!: number;

  @Field(() => Remark, { nullable: true, description: 'What is to be said where it is little.' })
  remark!: Remark | null;

  @Field(() => River, { nullable: true, description: 'What they lead over.' })
  over!: number;

  @Field(() => String, { nullable: true, description: 'Only code knows it.' })
  mood!: string;

  @Field(() => String, { nullable: true, description: 'For the council only.' })
  secret!: string;
}

let calls = 0;

@Resolver()
class CountResolver {
  @Query(() => Count, { nullable: true, description: 'What the bridges over a river come to.' })
  async bridgesCount(
    @Arg('river', () => String, { description: 'Its name.' }) river: string,
    @Ctx() context: RequestContext,
    @Arg('odd', () => Boolean, { defaultValue: false, description: 'Whether to ask oddly.' }) odd: boolean,
    @Arg('few', () => Int, { nullable: true, description: 'What is little.' }) few?: number | null,
  ): Promise<Count> {
    calls += 1;
    if (few !== null && few !== undefined && few < 0)
      throw new ProblemError('BAD_USER_INPUT', { field: 'few', given: few });
    const [found] = await context.session.query<{ n: number; river: number }>(counted('$1'), [river]);
    if (!found) throw new ProblemError('NOT_FOUND', { field: 'river', given: river });
    const text = context.locale === 'vi' ? 'Ít cầu' : 'Few bridges';
    return {
      bridges: found.n + (odd ? 100_000 : 0),
      remark: found.n <= (few ?? 0) ? { text } : null,
      over: found.river,
      mood: 'cheerful',
      secret: 'hidden',
    };
  }
}

const counted = (river: string): string =>
  `select river.id::int as river, (select coalesce(sum(id), 0)::int from bridges.bridge where river_id = river.id) as n from core.river where name = ${river}`;

const fields: SqlObject['fields'] = {
  bridges: { sqlType: 'int', sql: (of) => `${of}.n` },
  secret: { sqlType: 'text', sql: () => `'hidden'` },
  over: { id: (of) => `${of}.river`, asOf: () => `'2021-10-15'::date` },
  remark: {
    exists: (of) => `${of}.n <= ${of}.few`,
    fields: {
      text: { sqlType: 'text', sql: (_, locale) => (locale === 'vi' ? `'Ít cầu'` : `'Few bridges'`) },
    },
  },
};
const from: SqlRootAnswer['from'] = (parameter) => {
  const few = parameter('int', ({ few: given }) => {
    if (Number(given) < 0) throw new ProblemError('BAD_USER_INPUT', { field: 'few' });
    return given ?? 0;
  });
  return `select found.*, ${few} as few from (${counted(parameter('text', ({ river }) => river))}) found`;
};
const answer = { fits: ({ odd }: { odd?: unknown }) => odd === false, from, fields };

const read = allow.permission('bridges:read');
const withCounts = (answers: readonly SqlRootAnswer[]) =>
  changed(bridges, {
    graphql: { ...bridges.graphql, resolvers: [BridgeResolver, CountResolver], answers },
    access: {
      ...bridges.access,
      fields: {
        ...bridges.access!.fields,
        BridgesCount: read,
        BridgesRemark: read,
        'Query.bridgesCount': read,
        'BridgesCount.secret': allow.permission('bridges:council'),
      },
    },
    translations: {
      vi: {
        ...bridges.translations!.vi,
        'Query.bridgesCount': 'Có bao nhiêu cầu qua một con sông.',
        'Query.bridgesCount(river)': 'Tên sông.',
        'Query.bridgesCount(odd)': 'Có hỏi lạ không.',
        'Query.bridgesCount(few)': 'Bao nhiêu là ít.',
        BridgesCount: 'Số cầu và điều cần nói.',
        'BridgesCount.bridges': 'Số cầu.',
        'BridgesCount.remark': 'Điều cần nói khi có ít cầu.',
        'BridgesCount.over': 'Cầu bắc qua sông nào.',
        'BridgesCount.mood': 'Chỉ mã nguồn biết.',
        'BridgesCount.secret': 'Chỉ dành cho hội đồng.',
        BridgesRemark: 'Một lời nhận xét.',
        'BridgesRemark.text': 'Bằng ngôn ngữ của người hỏi.',
      },
    },
  });

let running: Running;

beforeAll(async () => {
  running = await start([rivers, withCounts([rootAnsweredInSql('bridgesCount', answer)])]);
});

afterAll(() => running?.stop());

const variablesOf = { river: 'String = "river 1"', odd: 'Boolean = false', few: 'Int' };
const operation = (selection: string, args: string): string => {
  const declared = Object.entries(variablesOf).filter(([name]) => args.includes(`$${name}`));
  return `query (${declared.map(([name, type]) => `$${name}: ${type}`).join(', ')}) { bridgesCount(${args}) { ${selection} } }`;
};

/** The answer, and what it took; held against what the resolvers answer. */
async function asked(
  selection: string,
  {
    caller = upper,
    variables = {},
    args = 'river: $river, odd: $odd, few: $few',
    locale = 'en' as 'en' | 'vi',
  } = {},
) {
  const request = { source: operation(selection, args), caller, variables, locale };
  calls = 0;
  const compiled = JSON.stringify(await running.engine.graphql(request));
  const { statements } = running;
  const took = { calls, statements };
  expect(compiled).toBe(JSON.stringify(await running.engine.graphql({ ...request, reading: 'resolvers' })));
  return { took, ...(JSON.parse(compiled) as { data: any; errors?: any[] }) };
}

const atOnce = { calls: 0, statements: 1 };

test('a root field whose code has given SQL is a statement, whatever its arguments', async () => {
  const first = await asked('__typename n: bridges');
  expect(first.took).toEqual(atOnce);
  expect(first.data.bridgesCount).toEqual({ __typename: 'BridgesCount', n: expect.any(Number) });
  const other = await asked('bridges', { variables: { river: 'river 29' } });
  expect(other.took).toEqual(atOnce);
  expect(other.data.bridgesCount.bridges).not.toBe(first.data.bridgesCount.n);
});

test('an object inside is there or not, its text in the language of the caller', async () => {
  const few = (locale: 'vi' | 'en', n: number) => asked('remark { text }', { variables: { few: n }, locale });
  expect((await few('vi', 9999)).data.bridgesCount.remark).toEqual({ text: 'Ít cầu' });
  expect((await few('en', 9999)).data.bridgesCount.remark).toEqual({ text: 'Few bridges' });
  expect((await few('en', 0)).data.bridgesCount.remark).toBeNull();
  expect((await few('en', 0)).took).toEqual(atOnce);
});

test('a row that it names is read in the same statement, as far as the caller may see it', async () => {
  const { took, data } = await asked('bridges over { name bridges(first: 1) { nodes { label } } }');
  expect([took, data.bridgesCount.over.bridges.nodes]).toEqual([atOnce, [{ label: expect.any(String) }]]);
  expect(data.bridgesCount.over.name).toBe('river 1');
  const refused = await asked('bridges over { name depth }');
  expect(refused.errors![0].extensions.code).toBe('FORBIDDEN');
  const told = await asked('over { depth }', { caller: engineer });
  expect([told.took, told.errors]).toEqual([atOnce, undefined]);
});

test('several of them are one statement, beside lists', async () => {
  const source = `{ a: bridgesCount(river: "river 1") { bridges } b: bridgesCount(river: "river 2") { bridges } rivers(first: 1) { nodes { name } } }`;
  calls = 0;
  const { data } = await running.run(source, upper);
  expect([calls, running.statements]).toEqual([0, 1]);
  expect(data).toMatchObject({ a: { bridges: expect.any(Number) }, b: { bridges: expect.any(Number) } });
});

describe('the code answers', () => {
  test('where one thing more is selected', async () => {
    expect((await asked('bridges mood')).took.calls).toBe(1);
  });

  test('where the arguments do not fit, also of a plan that was made for others', async () => {
    expect((await asked('bridges', { variables: { odd: true } })).took.calls).toBe(1);
    expect((await asked('bridges')).took).toEqual(atOnce);
    expect((await asked('bridges', { args: 'river: $river, odd: true' })).took.calls).toBe(1);
  });

  test('what is wrong: with an argument, or with what it names', async () => {
    expect((await asked('bridges', { variables: { few: 3 } })).took).toEqual(atOnce);
    const { errors } = await asked('bridges', { variables: { few: -1 } });
    expect(errors![0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'few' });
    const unknown = await asked('bridges', { variables: { river: 'nowhere' } });
    expect(unknown.errors![0].extensions).toMatchObject({ code: 'NOT_FOUND', field: 'river' });
    // What was wrong with one request is not held against the next.
    expect((await asked('bridges', { variables: { few: 4 } })).took).toEqual(atOnce);
  });
});

test('what the caller may not have is refused, as by the resolvers', async () => {
  const { data, errors } = await asked('bridges secret');
  expect([data.bridgesCount.secret, errors![0].extensions.code]).toEqual([null, 'FORBIDDEN']);
  const council = callerOf(71, 'upper', 'bridges:read', 'bridges:council');
  expect(await asked('bridges secret', { caller: council })).toMatchObject({
    took: atOnce,
    data: { bridgesCount: { secret: 'hidden' } },
  });
});

test('its SQL runs with the caller’s rights', async () => {
  const seen = async (caller: typeof upper) => (await asked('bridges', { caller })).data.bridgesCount.bridges;
  expect(await seen(reader)).not.toBe(await seen(upper));
});

test('an answer to what is no root field with code is told', () => {
  const nowhere = rootAnsweredInSql('bridgesHeight', answer);
  const unknown = rootAnsweredInSql('bridgesCount', {
    ...answer,
    fields: { ...fields, years: { fields: {} } },
  });
  expect(problemsOf(rivers, withCounts([nowhere, unknown])).map(({ message }) => message)).toEqual([
    'graphql.answers of bridges answers what no resolver does: Query.bridgesHeight.',
    'graphql.answers of bridges answers what no resolver does: BridgesCount.years.',
  ]);
});

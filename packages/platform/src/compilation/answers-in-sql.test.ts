import { parse } from 'graphql';
import { Arg, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { changed, problemsOf } from '../../test-kit/composing.js';
import { Bridge, BridgeResolver, bridges, callerOf, reader, rivers, upper } from '../../test-kit/rivers.js';
import { start, type Running } from '../../test-kit/running.js';
import {
  allow,
  answeredInSql,
  DateScalar,
  DecimalScalar,
  type Row,
  type SqlAnswer,
  type SqlObject,
} from '../index.js';

@ObjectType('BridgesMeasure', { description: 'A number, and what it means.' })
class Measure {
  @Field(() => DecimalScalar, { nullable: true, description: 'How many there are of them.' })
  number!: string;

  @Field(() => String, { nullable: true, description: 'Of what it is the number.' })
  meaning!: string;
}

@ObjectType('BridgesAge', { description: 'How old a bridge is.' })
class Age {
  @Field(() => DateScalar, { description: 'The day it was opened.' })
  since!: string;

  @Field(() => String, { nullable: true, description: 'For the council only.' })
  secret!: string;

  @Field(() => Measure, { description: 'The letters of its label.' })
  letters!: Measure;
}

let calls = 0;

@Resolver(() => Bridge)
class AgeResolver {
  @FieldResolver(() => Age, { nullable: true, description: 'How old it is.' })
  age(
    @Root() bridge: Row,
    @Arg('loud', () => Boolean, { nullable: true, description: 'Whether to shout.' }) loud: boolean | null,
  ): Age | null {
    calls += 1;
    const label = String(bridge['label']);
    return {
      since: String(bridge['openedOn']),
      secret: 'hidden',
      letters: { number: String(label.length), meaning: loud ? 'LETTERS' : 'letters' },
    };
  }
}

const fields: SqlObject['fields'] = {
  since: { sqlType: 'date', sql: (of) => `${of}.opened` },
  secret: { sqlType: 'text', sql: () => `'hidden'` },
  letters: { fields: { number: { sqlType: 'int', sql: (of) => `${of}.letters` } } },
};
const from: SqlAnswer['from'] = (row) =>
  `select ${row('openedOn')} as opened, length(${row('label')}) as letters`;

const read = allow.permission('bridges:read');
const withAges = (answers: readonly SqlAnswer[]) =>
  changed(bridges, {
    graphql: { ...bridges.graphql, resolvers: [BridgeResolver, AgeResolver], answers },
    access: {
      ...bridges.access,
      fields: {
        ...bridges.access!.fields,
        BridgesAge: read,
        BridgesMeasure: read,
        'BridgesAge.secret': allow.permission('bridges:council'),
      },
    },
    translations: {
      vi: {
        ...bridges.translations!.vi,
        'BridgesBridge.age': 'Cầu bao nhiêu tuổi.',
        'BridgesBridge.age(loud)': 'Có nói to không.',
        BridgesAge: 'Tuổi của cầu.',
        'BridgesAge.since': 'Ngày khánh thành.',
        'BridgesAge.secret': 'Chỉ dành cho hội đồng.',
        'BridgesAge.letters': 'Số chữ của tên cầu.',
        BridgesMeasure: 'Một con số và ý nghĩa của nó.',
        'BridgesMeasure.number': 'Con số.',
        'BridgesMeasure.meaning': 'Ý nghĩa.',
      },
    },
  });

let running: Running;

beforeAll(async () => {
  running = await start([rivers, withAges([answeredInSql(Bridge, 'age', { from, fields })])]);
});

afterAll(() => running?.stop());

/** The answer, and what it took; held against what the resolvers answer. */
async function asked(selection: string, caller = upper, variables: Record<string, unknown> = {}) {
  const declared = ['loud', 'with'].filter((name) => selection.includes(`$${name}`));
  const head =
    declared.length > 0 ? `query (${declared.map((name) => `$${name}: Boolean!`).join(', ')})` : '';
  const source = `${head} { bridges(first: 2) { nodes { label ${selection} } } }`;
  const given = Object.fromEntries(declared.map((name) => [name, variables[name]]));
  const request = { source, caller, variables: given, locale: 'en' as const };
  calls = 0;
  const compiled = JSON.stringify(await running.engine.graphql(request));
  const { statements } = running;
  const took = { calls, statements };
  expect(compiled).toBe(JSON.stringify(await running.engine.graphql({ ...request, reading: 'resolvers' })));
  return { ...took, compiled };
}

test('a field whose code has given SQL for what is selected is a part of the statement', async () => {
  const { compiled, ...took } = await asked('age { __typename since letters { n: number } }');
  expect(took).toEqual({ calls: 0, statements: 1 });
  expect(JSON.parse(compiled).data.bridges.nodes[0].age).toEqual({
    __typename: 'BridgesAge',
    since: expect.any(String),
    letters: { n: expect.any(String) },
  });
});

test.each([
  ['one thing more is selected', 'age { since letters { number meaning } }'],
  ['an argument is given', 'age(loud: true) { since }'],
  ['an argument is given by a variable', 'age(loud: $loud) { since }'],
])('where %s, the code answers', async (_, selection) => {
  expect((await asked(selection, upper, { loud: true })).calls).toBe(2);
});

test('what is left out by a directive is not selected', async () => {
  const selection = 'age { since letters { number meaning @include(if: $with) } }';
  expect((await asked(selection, upper, { with: false })).calls).toBe(0);
  expect((await asked(selection, upper, { with: true })).calls).toBe(2);
});

test('what the caller may not have is refused, as by the resolvers', async () => {
  const refused = await asked('age { since secret }');
  expect(refused.compiled).toContain('FORBIDDEN');
  expect(refused.compiled).not.toContain('hidden');
  const council = callerOf(71, 'upper', 'bridges:read', 'bridges:council');
  const told = await asked('age { since secret }', council);
  expect(told.compiled).toContain('hidden');
  expect(told.calls).toBe(0);
});

test('its SQL runs with the caller’s rights', async () => {
  expect((await asked('age { since }', reader)).compiled).not.toBe((await asked('age { since }')).compiled);
  const document = parse('{ bridges { nodes { age { since } } } }');
  expect((await running.engine.explain({ document, caller: upper })).needsSession).toBe(true);
});

test('an answer to what no resolver answers, or of fields that are not there, is told', () => {
  const nowhere = answeredInSql(Bridge, 'height', { from, fields: {} });
  const unknown = answeredInSql(Bridge, 'age', { from, fields: { ...fields, years: { fields: {} } } });
  expect(problemsOf(rivers, withAges([nowhere, unknown])).map(({ message }) => message)).toEqual([
    'graphql.answers of bridges answers what no resolver does: BridgesBridge.height.',
    'graphql.answers of bridges answers what no resolver does: BridgesAge.years.',
  ]);
});

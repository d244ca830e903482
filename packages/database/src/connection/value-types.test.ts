import { openDatabase } from './open-database.js';
import type { Database } from './database.js';
import { createTemporaryDatabase, type TemporaryDatabase } from './temporary-database.js';

let temporary: TemporaryDatabase;
let database: Database;

beforeAll(async () => {
  temporary = await createTemporaryDatabase();
  database = await openDatabase({ ...temporary, entities: [] });
});

afterAll(async () => {
  await database?.close();
  await temporary?.drop();
});

async function value(expression: string): Promise<unknown> {
  const rows = await database.transaction({}, (session) =>
    session.query<{ value: unknown }>(`select ${expression} as value`),
  );
  return rows[0]!.value;
}

test.each([
  ['a bigint that a number holds exactly is a number', '9007199254740991::bigint', 9007199254740991],
  ['a larger bigint keeps its digits', '9007199254740993::bigint', '9007199254740993'],
  ['a count is a number', '(select count(*) from generate_series(1, 3))', 3],
  ['numeric keeps its digits', '0.10000000000000000001::numeric', '0.10000000000000000001'],
  ['a date is the day as text', `'2021-10-15'::date`, '2021-10-15'],
  ['a timestamptz is a Date', `'2021-10-15T00:30:00+07'::timestamptz`, new Date('2021-10-14T17:30:00Z')],
  ['bigint[]', 'array[1, 9007199254740993]::bigint[]', [1, '9007199254740993']],
  ['numeric[]', `'{0.1,NULL}'::numeric[]`, ['0.1', null]],
  ['date[]', `array['2021-10-15'::date]`, ['2021-10-15']],
  ['json', `'{"a":[1]}'::jsonb`, { a: [1] }],
])('%s', async (_, expression, expected) => {
  expect(await value(expression)).toEqual(expected);
});

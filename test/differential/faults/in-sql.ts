/** Mistakes in the SQL that is written. */
import { parse, print } from 'graphql';
import type { Session } from '@phoihop/platform';
import type { Execute, Ground } from '../ground.js';
import type { Fault } from './fault.js';

const rewritten = (name: string, description: string, rewrite: (sql: string) => string): Fault => ({
  name,
  description,
  plant: (ground, execute) => async (operation) =>
    withRewrittenSql(ground, rewrite, () => execute(operation)),
});

/** Runs with every statement of an operation’s session changed before it is sent. */
async function withRewrittenSql<T>(
  { world }: Ground,
  rewrite: (sql: string) => string,
  run: () => Promise<T>,
): Promise<T> {
  const { database } = world.bed.engine;
  const { transaction, read } = database;
  // Under no name: the connection would keep the wrong statement for the right one.
  database.read = (options, sql, parameters) =>
    read.call(database, { ...options, name: undefined }, rewrite(sql), parameters) as never;
  database.transaction = (options, work) =>
    transaction.call(database, options, (session) => work(rewriting(session, rewrite))) as never;
  try {
    return await run();
  } finally {
    database.transaction = transaction;
    database.read = read;
  }
}

const rewriting = (session: Session, rewrite: (sql: string) => string): Session =>
  new Proxy(session, {
    get(target, key) {
      if (key === 'query')
        return (sql: string, parameters?: readonly unknown[]) => target.query(rewrite(sql), parameters);
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

/** Runs with what is known of entities changed; on a document of its own, whose plan nobody else will use. */
const withoutOwnDates =
  ({ graph }: Ground, execute: Execute): Execute =>
  async (operation) => {
    const plans = [...graph.composition.readModel.plans.values()] as { asOf?: string }[];
    const dates = plans.map(({ asOf }) => asOf);
    for (const plan of plans) plan.asOf = undefined;
    try {
      return await execute({ ...operation, document: parse(print(operation.document)) });
    } finally {
      for (const [index, plan] of plans.entries()) plan.asOf = dates[index];
    }
  };

/**
 * Not among them: a filter by an object that the caller may not see. Chance hardly names one; test/access/existence
 * asks for each.
 */
export const faultsInSql: readonly Fault[] = [
  rewritten('tie-break-reversed', 'Rows that are equal in the order are the wrong way round.', (sql) =>
    sql.replaceAll('t."id" asc', 't."id" desc'),
  ),
  rewritten('nulls-first', 'Rows without a value stand first in the order, not last.', (sql) =>
    sql.replaceAll('nulls last', 'nulls first'),
  ),
  rewritten('version-not-limited', 'A version that was superseded is read.', (sql) =>
    sql.replaceAll(/and [vn]\."superseded_at" is null/g, ''),
  ),
  rewritten('validity-inclusive', 'A version is still read on the day it ends.', (sql) =>
    sql.replaceAll('v."valid_to" > ', 'v."valid_to" >= '),
  ),
  rewritten('cursor-includes-its-row', 'A page begins with the row the cursor is of.', (sql) =>
    sql.replaceAll('t."id" > ', 't."id" >= '),
  ),
  rewritten(
    'narrowing-without-units',
    'Lists of callers who see little have none of their units’ rows.',
    (sql) => sql.replaceAll(/\(select core\.units_within\('[^']+'\)\)::bigint\[\]/g, `'{}'::bigint[]`),
  ),
  rewritten('found-by-each-way', 'A row that is found in two ways is listed twice.', (sql) =>
    sql.replaceAll(') is not true', ') is not unknown'),
  ),
  rewritten('condition-lost', 'A filter by a list of values finds every row that has a value.', (sql) =>
    sql.replaceAll(/ = any\((\$\d+::text\[\])\)/g, ' is not null and $1 is not null'),
  ),
  rewritten('next-page-promised', 'A page that ends with the last row says that there is another.', (sql) =>
    sql.replaceAll('g."found" > ', 'g."found" >= '),
  ),
  rewritten('other-language', 'Texts come in the language that was not asked for.', (sql) =>
    sql.replaceAll(/t\."(\w+)_vi" as/g, 't."$1_en" as'),
  ),
  rewritten('decimals-as-numbers', 'Exact decimals come as JSON numbers.', (sql) =>
    sql.replaceAll(/(r\d+\."\w+")::text as/g, '$1 as'),
  ),
  {
    name: 'own-date-ignored',
    description: 'What hangs on a figure is read as of today, not as of the figure’s own date.',
    plant: withoutOwnDates,
  },
];

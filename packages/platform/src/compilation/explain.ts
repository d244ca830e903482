import type { Database } from '@phoihop/database';
import { describeRule, type RuleBook } from '../access/rules.js';
import type { Hole, Work } from './plan.js';
import type { PlannedQuery } from './plans.js';
import { valuesFor } from './run-plan.js';

/** What a query becomes for one caller: how it is read, what is left to JavaScript, which rules were asked. */
export interface QueryExplanation {
  /** The one statement; null where resolvers alone answer, with {@link reason}. */
  readonly sql: string | null;
  readonly reason: string | null;
  readonly parameters: readonly unknown[];
  /** Fields whose value JavaScript gives, by their place in the answer. Each batches its reads over all rows. */
  readonly javascript: readonly string[];
  /** Types whose objects, read by it, are written down: one statement more, which writes. */
  readonly audited: readonly string[];
  /** Tables the statement reads. */
  readonly tables: readonly string[];
  /** Whether the caller's rights are set in the database, because row security decides about one of the tables. */
  readonly needsSession: boolean;
  /** The rule of every selected field. */
  readonly rules: Readonly<Record<string, string>>;
  /** PostgreSQL's own plan, with estimated costs and with the conditions that row security adds. */
  readonly databasePlan: readonly string[];
}

/** What an explanation is made from. */
export interface ExplainParts {
  readonly database: Database;
  readonly rules: RuleBook;
  readonly settings: Record<string, string>;
}

/** Explains a plan, asking PostgreSQL as the caller would. */
export async function explainPlan(
  { plan, bound }: PlannedQuery,
  { database, rules, settings }: ExplainParts,
): Promise<QueryExplanation> {
  const parameters = valuesFor(plan, bound);
  const rows = plan.statement
    ? await database.read<{ 'QUERY PLAN': string }>(
        { settings },
        `explain (costs on, verbose off) ${plan.statement.text}`,
        parameters,
      )
    : [];
  return {
    sql: plan.statement?.text ?? null,
    reason: plan.statement ? null : 'Every root field is answered by JavaScript.',
    parameters,
    javascript: plan.work ? holesIn(plan.work, '') : [],
    audited: plan.work ? [...new Set(auditedIn(plan.work))] : [],
    tables: plan.tables,
    needsSession: plan.needsSession,
    rules: Object.fromEntries(
      plan.coordinates.map((coordinate) => [coordinate, describeRule(rules.ruleOf(coordinate)!)]),
    ),
    databasePlan: rows.map((row) => row['QUERY PLAN']),
  };
}

const auditedIn = ({ audited, inner }: Work): string[] => [
  ...(audited ? [audited.typeName ?? audited.key] : []),
  ...inner.flatMap(({ work }) => auditedIn(work)),
];

function holesIn({ holes, inner }: Work, path: string): string[] {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  return [
    ...holes.map(({ key, coordinate }: Hole) => `${at(key)} (${coordinate})`),
    ...inner.flatMap(({ key, work }) => holesIn(work, at(key))),
  ];
}

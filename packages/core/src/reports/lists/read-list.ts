import { ProblemError, type PluginServices, type RequestContext } from '@phoihop/platform';
import { contributionsOf } from '../../programs/contributions.js';
import { planList, type ListPlan } from './plan-list.js';

/** Rows of a list as a report shows them: text, or nothing where a record has none. */
export interface ListRows {
  readonly columns: readonly { readonly field: string; readonly title: string }[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** Of rows put together: names of the units whose signed report had no such list. */
  readonly without?: readonly string[];
}

/** The unit and the days of a report. */
export interface ListSpan {
  readonly unit: number;
  readonly from: string;
  readonly to: string;
}

const plans = new WeakMap<PluginServices['database'], ReadonlyMap<string, ListPlan>>();

/** The lists of all plugins by key, made once for each composition. */
export function listPlans({
  database,
  plugins,
}: Pick<PluginServices, 'database' | 'plugins'>): ReadonlyMap<string, ListPlan> {
  const known = plans.get(database);
  if (known) return known;
  const entities = { plugins, metadata: database.orm.getMetadata() };
  const made = new Map(
    contributionsOf(plugins)
      .flatMap(({ contribution }) => contribution.reportLists ?? [])
      .map((list) => [list.key, planList(entities, list)]),
  );
  plans.set(database, made);
  return made;
}

/**
 * Reads a list for a unit and all below it, as far as the caller may see it, by one statement.
 * @throws ProblemError REPORT_LIST_MISSING where its plugin is gone, REPORT_LIST_TOO_LONG.
 */
export async function readList(
  context: RequestContext,
  key: string,
  { unit, from, to }: ListSpan,
): Promise<ListRows> {
  const plan = listPlans(context.services('core')).get(key);
  if (!plan) throw new ProblemError('REPORT_LIST_MISSING', { given: key });
  const rows = await context.session.query<{ cells: (string | null)[] }>(plan.sql, [
    unit,
    from,
    to,
    ...plan.values,
  ]);
  if (rows.length > plan.maximum) throw tooLong(key, plan.maximum);
  return {
    columns: plan.columns.map(({ field, title }) => ({ field, title: title.vi })),
    rows: rows.map(({ cells }) => cells),
  };
}

/** More rows than anybody reads are refused: what is signed is never a part of what there is. */
export const tooLong = (key: string, allowed: number): ProblemError =>
  new ProblemError('REPORT_LIST_TOO_LONG', { given: key, allowed });

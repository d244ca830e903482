import { ProblemError, type Session } from '@phoihop/platform';
import type { ValueState } from './value-rules-kinds.js';

/** A figure to be written; program and period end follow from indicator and period. */
export interface ValueToStore {
  readonly indicator: number;
  readonly unit: number;
  readonly organization: number | null;
  readonly period: number;
  readonly source: string;
  readonly disaggregation: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly status: string | null;
  readonly state: ValueState;
  readonly report: number | null;
  readonly enteredBy: number | null;
  readonly acceptedBy: number | null;
  readonly origin: string | null;
  readonly note: string | null;
  readonly reason: string | null;
  readonly demo: boolean;
  /** The figure it takes the place of, which must still count. */
  readonly supersedes: number | null;
}

const supersede = /* sql */ `
update core.data_value old set superseded_at = now(), superseded_by = pair.fresh
from unnest($1::bigint[], $2::bigint[]) as pair (old, fresh)
where old.id = pair.old and old.superseded_at is null`;

const insert = /* sql */ `
insert into core.data_value (id, indicator_id, unit_id, organization_id, period_id, source, disaggregation, value, numerator,
  denominator, status, state, report_id, entered_by, accepted_by, origin, note, reason, demo)
select coalesce(given.id, nextval(pg_get_serial_sequence('core.data_value', 'id'))), indicator, unit, organization, period, source, disaggregation, value, numerator, denominator, status, state,
  report, "enteredBy", "acceptedBy", origin, note, reason, demo
from json_to_recordset($1::json) as given (id bigint, indicator bigint, unit bigint, organization bigint, period bigint,
  source text, disaggregation text, value numeric, numerator numeric, denominator numeric, status text, state text,
  report bigint, "enteredBy" bigint, "acceptedBy" bigint, origin text, note text, reason text, demo boolean)
returning id`;

/**
 * Writes figures with the rights of the session, superseding what each replaces: one statement however many, three
 * where some are replaced.
 * @returns their ids, in order.
 * @throws ProblemError VALUE_SUPERSEDED where somebody was faster with a change, VALUE_ALREADY_RECORDED with a first
 *   figure, PERIOD_LOCKED with a lock.
 */
export async function storeValues(
  session: Pick<Session, 'query'>,
  values: readonly ValueToStore[],
  field: string,
): Promise<number[]> {
  if (values.length === 0) return [];
  return namingConflicts(field, async () => {
    const named = values.some(({ supersedes }) => supersedes !== null)
      ? await superseding(session, values, field)
      : values;
    const stored = await session.query<{ id: number }>(insert, [JSON.stringify(named)]);
    // Numbers are drawn in the order of the rows.
    return stored.map(({ id }) => id).sort((a, b) => a - b);
  });
}

/** Takes the place of the figures before: these are told who does, so the new ones are numbered first. */
async function superseding(
  session: Pick<Session, 'query'>,
  values: readonly ValueToStore[],
  field: string,
): Promise<(ValueToStore & { id: number })[]> {
  const ids = await session.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('core.data_value', 'id')) as id from generate_series(1, $1)`,
    [values.length],
  );
  const named = values.map((value, index) => ({ ...value, id: ids[index]!.id }));
  const replacing = named.filter(({ supersedes }) => supersedes !== null);
  const superseded = await session.query(`${supersede} returning old.id`, [
    replacing.map(({ supersedes }) => supersedes),
    replacing.map(({ id }) => id),
  ]);
  if (superseded.length < replacing.length) throw new ProblemError('VALUE_SUPERSEDED', { field });
  return named;
}

/** Runs a write of figures; what the table itself refuses because somebody was faster gets its name. */
export async function namingConflicts<T>(field: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const {
      code,
      message = '',
      constraint,
    } = error as { code?: string; message?: string; constraint?: string };
    if (code === 'UNIQUE' && constraint === 'data_value_current')
      throw new ProblemError('VALUE_ALREADY_RECORDED', { field });
    if (code === 'RAISED' && message.includes('PERIOD_LOCKED'))
      throw new ProblemError('PERIOD_LOCKED', { field });
    throw error;
  }
}

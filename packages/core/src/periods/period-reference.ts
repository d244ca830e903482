import { inWords, ProblemError, type RequestContext, type Session } from '@phoihop/platform';
import { Field, ID, InputType } from 'type-graphql';
import type { CalendarKey } from './calendars-definitions.js';
import { PeriodCalendarKey } from './period-enums.js';
import { Period } from './period.js';

/** How a client names a period: by its id, or by calendar and key. */
@InputType({ description: 'Names one period: by its id, or by its calendar and key.' })
export class PeriodReference {
  @Field(() => ID, { nullable: true, description: 'Global id of the period; give nothing else beside it.' })
  id?: string | null;

  @Field(() => PeriodCalendarKey, {
    nullable: true,
    description: 'Calendar of the period, together with `key`.',
  })
  calendar?: PeriodCalendarKey | null;

  @Field(() => String, {
    nullable: true,
    description: 'Short name in that calendar: "2021-09", "2021-T09", "2021".',
  })
  key?: string | null;
}

/** A period as the rules read it. */
export interface PeriodFact {
  readonly id: number;
  readonly calendar: CalendarKey;
  readonly key: string;
  readonly start: string;
  readonly end: string;
  readonly position: number;
  readonly parentId: number | null;
}

/** Of a period, the columns of a {@link PeriodFact}. */
export const periodColumns = `id, calendar_key as calendar, key, starts_on as start, ends_on as "end", position, parent_id as "parentId"`;

/** Periods by id or key, in one statement; what does not exist is not in the answer. */
export async function periodFacts(
  session: Pick<Session, 'query'>,
  wanted: { readonly ids?: readonly number[]; readonly keys?: readonly string[] },
): Promise<PeriodFact[]> {
  return session.query<PeriodFact>(
    `select ${periodColumns} from core.period where id = any($1::bigint[]) or key = any($2::text[])`,
    [wanted.ids ?? [], wanted.keys ?? []],
  );
}

/**
 * The period a client names.
 * @param field Where the reference stands in the input, for the error.
 * @throws ProblemError as {@link wantedPeriod} and {@link foundPeriod} do.
 */
export async function resolvePeriod(
  context: Pick<RequestContext, 'session' | 'read'>,
  reference: PeriodReference,
  field: string,
): Promise<PeriodFact> {
  const { id, key } = wantedPeriod(context, reference, field);
  const [found] = await periodFacts(context.session, id === null ? { keys: [key!] } : { ids: [id] });
  return foundPeriod(found, reference, field);
}

/**
 * By what the period is to be looked up: its id or its key.
 * @throws ProblemError BAD_USER_INPUT where it is named in two ways or by half.
 */
export function wantedPeriod(
  context: Pick<RequestContext, 'read'>,
  { id, calendar, key }: PeriodReference,
  field: string,
): { readonly id: number | null; readonly key: string | null } {
  const byId = id !== undefined && id !== null;
  const byKey = Boolean(calendar && key);
  if (byId === byKey || (byId && (calendar || key))) {
    throw new ProblemError('BAD_USER_INPUT', {
      field,
      given: JSON.stringify({ id, calendar, key }),
      allowed: inWords({ vi: 'id, hoặc calendar và key', en: 'id, or calendar and key' }),
    });
  }
  return { id: byId ? context.read.localId(Period, id, `${field}.id`) : null, key: key ?? null };
}

/**
 * The period that was looked up for a reference.
 * @throws ProblemError PERIOD_NOT_FOUND; PERIOD_CALENDAR_MISMATCH where the key is one of another calendar.
 */
export function foundPeriod(
  found: PeriodFact | null | undefined,
  { id, calendar, key }: PeriodReference,
  field: string,
): PeriodFact {
  if (!found) {
    const given = id ?? `${calendar} ${key}`;
    throw new ProblemError('PERIOD_NOT_FOUND', {
      field,
      given,
      allowed: inWords({ vi: 'một kỳ trong danh mục kỳ báo cáo', en: 'a period of Query.periods' }),
    });
  }
  if (key && found.calendar !== calendar) {
    throw new ProblemError('PERIOD_CALENDAR_MISMATCH', {
      field: `${field}.calendar`,
      given: calendar,
      allowed: found.calendar,
      period: key,
    });
  }
  return found;
}

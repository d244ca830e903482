import { ProblemError, type RequestContext, type Session } from '@phoihop/platform';
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

const columns = `id, calendar_key as calendar, key, starts_on as start, ends_on as "end", position, parent_id as "parentId"`;

/** Periods by id or key, in one statement; what does not exist is not in the answer. */
export async function periodFacts(
  session: Pick<Session, 'query'>,
  wanted: { readonly ids?: readonly number[]; readonly keys?: readonly string[] },
): Promise<PeriodFact[]> {
  return session.query<PeriodFact>(
    `select ${columns} from core.period where id = any($1::bigint[]) or key = any($2::text[])`,
    [wanted.ids ?? [], wanted.keys ?? []],
  );
}

/**
 * The period a client names.
 * @param field Where the reference stands in the input, for the error.
 * @throws ProblemError BAD_USER_INPUT where it is named in two ways or by half; PERIOD_NOT_FOUND; PERIOD_CALENDAR_MISMATCH
 *   where the key is one of another calendar.
 */
export async function resolvePeriod(
  context: Pick<RequestContext, 'session' | 'read'>,
  reference: PeriodReference,
  field: string,
): Promise<PeriodFact> {
  const { id, calendar, key } = reference;
  const byId = id !== undefined && id !== null;
  const byKey = Boolean(calendar && key);
  if (byId === byKey || (byId && (calendar || key))) {
    throw new ProblemError('BAD_USER_INPUT', {
      field,
      given: JSON.stringify(reference),
      allowed: 'id, or calendar and key',
    });
  }
  const wanted = byId ? { ids: [context.read.localId(Period, id, `${field}.id`)] } : { keys: [key!] };
  const [found] = await periodFacts(context.session, wanted);
  if (!found) {
    const given = byId ? id : `${calendar} ${key}`;
    throw new ProblemError('PERIOD_NOT_FOUND', { field, given, allowed: 'a period of Query.periods' });
  }
  if (byKey && found.calendar !== calendar) {
    throw new ProblemError('PERIOD_CALENDAR_MISMATCH', {
      field: `${field}.calendar`,
      given: calendar,
      allowed: found.calendar,
      period: key,
    });
  }
  return found;
}

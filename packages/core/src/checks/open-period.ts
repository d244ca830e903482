import { ProblemError, type RequestContext } from '@phoihop/platform';
import type { RegularCalendarKey } from '../periods/calendars-definitions.js';

/** What is about to be written, and when it happened. */
export interface WantedPeriod {
  readonly unitId: number;
  /** `PRG-27`. */
  readonly program: string;
  /** The day that the record is about. */
  readonly day: string;
  /** The calendar in which figures about it are reported; a lock of a larger period closes the smaller ones too. */
  readonly calendar: RegularCalendarKey;
  /** The input field that named the day, for the error: `input.heldOn`. */
  readonly field: string;
}

/**
 * Refuses to record or change what belongs to a closed period: figures that have been handed in would no longer be
 * those of the records. A lock that somebody makes at this moment waits until the operation has ended.
 * @throws ProblemError PERIOD_NOT_FOUND where core keeps no period of the day; PERIOD_LOCKED with the lock's reason.
 */
export async function requireOpenPeriod(
  { session }: Pick<RequestContext, 'session'>,
  { unitId, program, day, calendar, field }: WantedPeriod,
): Promise<void> {
  await session.query('select core.hold_period_locks(false)');
  const [period] = await session.query<{ key: string; reason: string | null }>(
    `select period.key, lock.reason
       from core.period period
       left join core.period_lock lock on lock.id = core.period_lock_on(period.id, $1, $2)
      where period.calendar_key = $3 and period.starts_on <= $4 and period.ends_on >= $4`,
    [unitId, program, calendar, day],
  );
  if (!period) throw new ProblemError('PERIOD_NOT_FOUND', { field, given: `${calendar} ${day}` });
  if (period.reason === null) return;
  throw new ProblemError('PERIOD_LOCKED', { field, given: period.key, reason: period.reason });
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { explicitPeriods, type Period } from './calendars.js';
import { EXPLICIT_CALENDARS } from './calendars-definitions.js';

const file = new URL('../../data/registry/periods.json', import.meta.url);
const calendarKeys = EXPLICIT_CALENDARS.map(({ key }) => key);

const registered = z.strictObject({
  periods: z.array(
    z.strictObject({
      calendar: z.enum(calendarKeys),
      series: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      key: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/),
      label: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
      start: z.iso.date(),
      end: z.iso.date(),
      basis: z.string().min(1),
    }),
  ),
  // What the source names and gives no days for: kept, so that nobody has to look again. Years are not turned into days.
  withoutDays: z.array(
    z.strictObject({ series: z.string(), named: z.string().min(1), why: z.string().min(1) }),
  ),
});

/** A period whose days a decision or custom sets, with what it rests on. */
export interface SetPeriod extends Period {
  /** Which row of periods it belongs to; those of one series do not overlap. */
  readonly series: string;
  readonly basis: string;
}

/**
 * The periods of explicit calendars whose days are known, from the registry of the source program.
 * @throws ZodError where the file is not what it should be; RangeError where a period cannot be one.
 */
export function setPeriods(): SetPeriod[] {
  const { periods } = registered.parse(JSON.parse(readFileSync(file, 'utf8')));
  return calendarKeys.flatMap((calendar) => {
    const given = periods.filter((period) => period.calendar === calendar);
    return explicitPeriods(calendar, given).map((period) => {
      const { series, basis } = given.find(({ key }) => key === period.key)!;
      return { ...period, series, basis };
    });
  });
}

import { addDays, dayNumber, isIsoDate, isoDate, vietnameseDate } from './calendars-dates.js';
import {
  REGULAR_CALENDARS,
  type CalendarKey,
  type ExplicitCalendarKey,
  type LocalText,
  type RegularCalendar,
  type RegularCalendarKey,
} from './calendars-definitions.js';

/** A stretch of days that figures are reported for. */
export interface Period {
  calendar: CalendarKey;
  /** Unique over all calendars: '2021', '2021-H1', '2021-Q3', '2021-09', '2021-T', '2021-T09'. */
  key: string;
  label: LocalText;
  /** First and last day, both inside. */
  start: string;
  end: string;
  /** The period of the parent calendar that this one lies in. */
  parentKey?: string;
  /** Place in its calendar's year, from 1; in an explicit calendar, place by start date. */
  position: number;
}

/** Years have four digits, and the Gregorian calendar is whole, from here to there. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 9998;

/**
 * The periods of a regular calendar's years, in order.
 *
 * Period n of year y starts on `firstDay` of month `firstMonth + (n - 1) * monthsPerPeriod` of y and ends on the
 * day before the next one starts, so the periods tile the year whatever the months' lengths.
 *
 * @throws RangeError on a calendar whose periods are listed, not computed, and on years outside 1600 to 9998.
 */
export function generatePeriods(calendar: RegularCalendarKey, fromYear: number, toYear: number): Period[] {
  const definition = definitionOf(calendar);
  for (const year of [fromYear, toYear]) {
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
      throw new RangeError(`Not a year from ${FIRST_YEAR} to ${LAST_YEAR}: ${year}.`);
    }
  }
  const periods: Period[] = [];
  for (let year = fromYear; year <= toYear; year++) periods.push(...periodsOfYear(definition, year));
  return periods;
}

/** Years that are remembered: enough for all calendars of three decades, and an end to what strange dates may ask for. */
const YEARS_REMEMBERED = 180;
const remembered = new Map<string, readonly Period[]>();

/** A year's periods never change, and figures ask for the same few again and again: each is written once. */
function periodsOfYear(definition: RegularCalendar, year: number): readonly Period[] {
  const name = `${definition.key} ${year}`;
  const known = remembered.get(name);
  if (known) return known;
  const periods = Array.from({ length: perYear(definition) }, (_, index) =>
    Object.freeze(periodAt(definition, year, index + 1)),
  );
  if (remembered.size >= YEARS_REMEMBERED) remembered.clear();
  remembered.set(name, periods);
  return periods;
}

/** Periods that a decision sets: a term, a campaign, a span of years. Campaigns may overlap. */
export interface GivenPeriod {
  key: string;
  label: LocalText;
  start: string;
  end: string;
}

/**
 * The periods of an explicit calendar, in order of their start.
 *
 * @throws RangeError on a date that does not exist, a reversed stretch, a key given twice, or a key that a regular
 * calendar already uses.
 */
export function explicitPeriods(calendar: ExplicitCalendarKey, given: readonly GivenPeriod[]): Period[] {
  const keys = new Set<string>();
  for (const { key, start, end } of given) {
    if (dayNumber(end) < dayNumber(start)) {
      throw new RangeError(`Period ${key} of ${calendar} ends on ${end}, before it starts on ${start}.`);
    }
    if (keys.has(key)) throw new RangeError(`Period ${key} of ${calendar} is given twice.`);
    if (periodOfKey(key))
      throw new RangeError(`Period key ${key} of ${calendar} already names a regular period.`);
    keys.add(key);
  }
  return [...given]
    .sort((a, b) => dayNumber(a.start) - dayNumber(b.start) || dayNumber(a.end) - dayNumber(b.end))
    .map(({ key, label, start, end }, index) => ({ calendar, key, label, start, end, position: index + 1 }));
}

/**
 * The one period of a regular calendar that a date lies in: 2021-12-16 is in traffic month 2022-T01.
 *
 * @throws RangeError when the date does not exist.
 */
export function periodContaining(calendar: RegularCalendarKey, date: string): Period {
  if (!isIsoDate(date)) throw new RangeError(`Not a date: ${JSON.stringify(date)}. Write it as 2021-10-15.`);
  const year = Number(date.slice(0, 4));
  return generatePeriods(calendar, year, year + 1).find(({ start, end }) => start <= date && date <= end)!;
}

/** The regular period a key names, or null: explicit periods are known to reference data only. */
export function periodOfKey(key: string): Period | null {
  const year = Number(/^[0-9]{4}/.exec(key)?.[0]);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  for (const { key: calendar } of REGULAR_CALENDARS) {
    const period = generatePeriods(calendar, year, year).find((candidate) => candidate.key === key);
    if (period) return period;
  }
  return null;
}

/** The period at the same place of the year before; null for a term, campaign or span, which have none. */
export function samePeriodLastYear(key: string): Period | null {
  const period = periodOfKey(key);
  if (!period) return null;
  const years = periodsOfYear(definitionOf(period.calendar as RegularCalendarKey), yearOf(period) - 1);
  return years[period.position - 1]!;
}

/**
 * The periods that "cumulative since the start of the year" adds up: all of the same calendar's year up to and
 * including this one. September's are January to September; 2021-T09's start on 2020-12-16. An explicit period
 * stands alone.
 */
export function cumulativePeriods(period: Period): Period[] {
  if (!isRegular(period.calendar)) return [period];
  return generatePeriods(period.calendar, yearOf(period), yearOf(period)).slice(0, period.position);
}

function periodAt(definition: RegularCalendar, year: number, position: number): Period {
  const start = startOf(definition, year, position);
  const end = addDays(startOf(definition, year, position + 1), -1);
  const parent = definition.parent && definitionOf(definition.parent);
  const period: Period = {
    calendar: definition.key,
    key: fill(definition.periodKey, { year, position }),
    label: {
      vi: fill(definition.label.vi, {
        year,
        position,
        name: definition.names?.vi?.[position - 1],
        start: vietnameseDate(start),
        end: vietnameseDate(end),
      }),
      en: fill(definition.label.en, {
        year,
        position,
        name: definition.names?.en?.[position - 1],
        start,
        end,
      }),
    },
    start,
    end,
    position,
  };
  if (parent) {
    const parentPosition = Math.ceil((position * definition.monthsPerPeriod) / parent.monthsPerPeriod);
    period.parentKey = fill(parent.periodKey, { year, position: parentPosition });
  }
  return period;
}

function startOf(definition: RegularCalendar, year: number, position: number): string {
  const month = definition.firstMonth - 1 + (position - 1) * definition.monthsPerPeriod;
  return isoDate(year + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, definition.firstDay);
}

interface Filling {
  year: number;
  position: number;
  name?: string;
  start?: string;
  end?: string;
}

function fill(template: string, { year, position, name = '', start = '', end = '' }: Filling): string {
  const values: Record<string, string> = {
    year: String(year),
    n: String(position),
    nn: String(position).padStart(2, '0'),
    name,
    start,
    end,
  };
  return template.replace(/\{([a-z]+)\}/g, (_, token: string) => values[token]!);
}

function definitionOf(calendar: RegularCalendarKey): RegularCalendar {
  const definition = REGULAR_CALENDARS.find(({ key }) => key === calendar);
  if (!definition) {
    const known = REGULAR_CALENDARS.map(({ key }) => key).join(', ');
    throw new RangeError(`The periods of ${calendar} are not computed; those of ${known} are.`);
  }
  return definition;
}

function isRegular(calendar: CalendarKey): calendar is RegularCalendarKey {
  return REGULAR_CALENDARS.some(({ key }) => key === calendar);
}

function perYear(definition: RegularCalendar): number {
  return 12 / definition.monthsPerPeriod;
}

/** Regular keys begin with the year they are counted in, which for traffic is the year they end in. */
function yearOf(period: Period): number {
  return Number(period.key.slice(0, 4));
}

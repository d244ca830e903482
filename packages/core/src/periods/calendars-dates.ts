/**
 * Calendar dates as ISO strings ('2021-10-15'), counted in whole days.
 *
 * No `Date` and so no time zone: a reporting period is a row of days on a wall calendar. Which day it is now in
 * Asia/Ho_Chi_Minh is settled once, where the business date is injected; past that point hours do not exist.
 *
 * Day numbers follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil and
 * civil_from_days), proleptic Gregorian, day 0 = 1970-01-01.
 */

const ISO_DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const DAYS_IN_400_YEARS = 146_097;
const DAYS_FROM_YEAR_0_TO_1970 = 719_468;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, January being 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a text is a date that exists: '2021-02-29' is not. */
export function isIsoDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const [year, month, day] = parts(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number of a day. @throws RangeError when the text is not a date. */
export function dayNumber(date: string): number {
  if (!isIsoDate(date)) throw new RangeError(`Not a date: ${JSON.stringify(date)}. Write it as 2021-10-15.`);
  const [year, month, day] = parts(date);
  // Years are counted from March, so that the leap day is the last one.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_FROM_YEAR_0_TO_1970;
}

/** The date of a day number. */
export function dateOfDay(number: number): string {
  const shifted = number + DAYS_FROM_YEAR_0_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Days of a stretch, both ends counted; 0 or less when it is reversed. */
export function daysInclusive(start: string, end: string): number {
  return dayNumber(end) - dayNumber(start) + 1;
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** '2021-09-15' as a Vietnamese writes it: '15/9/2021'. */
export function vietnameseDate(date: string): string {
  const [year, month, day] = parts(date);
  return `${day}/${month}/${year}`;
}

function parts(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

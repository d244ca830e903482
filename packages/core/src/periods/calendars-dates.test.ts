import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dateOfDay,
  dayNumber,
  daysInclusive,
  daysInMonth,
  isIsoDate,
  isLeapYear,
  vietnameseDate,
} from './calendars-dates.js';

const anyDay = fc.integer({ min: dayNumber('1600-01-01'), max: dayNumber('9999-12-31') });

describe('calendar dates', () => {
  it('knows leap years', () => {
    expect([1900, 2000, 2020, 2021, 2100].map(isLeapYear)).toEqual([false, true, true, false, false]);
    expect(daysInMonth(2020, 2)).toBe(29);
    expect(daysInMonth(2021, 2)).toBe(28);
  });

  it.each([
    '2021-02-29',
    '2021-13-01',
    '2021-00-01',
    '2021-01-00',
    '2021-04-31',
    '21-01-01',
    '2021-1-1',
    '',
    '2021-01-01T00:00',
  ])('refuses %j', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
  });

  it('numbers days as the platform does, and back', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const date = dateOfDay(number);
        expect(dayNumber(date)).toBe(number);
        expect(date).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it('counts over a leap day', () => {
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
    expect(addDays('2021-02-28', 1)).toBe('2021-03-01');
    expect(addDays('2021-01-01', -1)).toBe('2020-12-31');
    expect(daysInclusive('2020-01-01', '2020-12-31')).toBe(366);
    expect(daysInclusive('2021-01-01', '2021-01-01')).toBe(1);
  });

  it('writes Vietnamese dates', () => {
    expect(vietnameseDate('2020-12-16')).toBe('16/12/2020');
    expect(vietnameseDate('2021-09-05')).toBe('5/9/2021');
  });
});

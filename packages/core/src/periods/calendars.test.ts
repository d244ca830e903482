import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  cumulativePeriods,
  explicitPeriods,
  generatePeriods,
  periodContaining,
  periodOfKey,
  samePeriodLastYear,
  type Period,
} from './calendars.js';
import { addDays, dateOfDay, dayNumber, daysInclusive } from './calendars-dates.js';
import { CALENDARS, REGULAR_CALENDARS } from './calendars-definitions.js';

const anyCalendar = fc.constantFrom(...REGULAR_CALENDARS.map(({ key }) => key));
const anyYear = fc.integer({ min: 1601, max: 9990 });
const anyDate = fc.integer({ min: dayNumber('1601-01-01'), max: dayNumber('9990-12-31') }).map(dateOfDay);

/** Each starts the day after the one before ends. */
function expectTiling(periods: readonly Period[], start: string, end: string): void {
  expect(periods[0]!.start).toBe(start);
  expect(periods.at(-1)!.end).toBe(end);
  periods.slice(1).forEach((period, index) => expect(period.start).toBe(addDays(periods[index]!.end, 1)));
}

describe('definitions', () => {
  it('have a title in both languages and one key each', () => {
    expect(CALENDARS.map(({ key }) => key)).toEqual([
      'YEAR',
      'HALF',
      'QUARTER',
      'MONTH',
      'TRAFFIC_YEAR',
      'TRAFFIC_MONTH',
      'MULTI_YEAR',
      'TERM',
      'CAMPAIGN',
    ]);
    for (const { title } of CALENDARS) {
      expect(title.vi).toBe(title.vi.normalize('NFC'));
      expect(title.en).not.toBe('');
    }
  });

  it('leave no template unfilled', () => {
    for (const { key } of REGULAR_CALENDARS) {
      for (const period of generatePeriods(key, 2021, 2021)) {
        expect(`${period.key} ${period.label.vi} ${period.label.en}`).not.toMatch(/[{}]|undefined| {2}/);
      }
    }
  });
});

describe('generatePeriods', () => {
  it.each([
    ['YEAR', 0, '2021', '2021-01-01', '2021-12-31', undefined, 'Năm 2021', 'Year 2021'],
    ['HALF', 0, '2021-H1', '2021-01-01', '2021-06-30', '2021', '6 tháng đầu năm 2021', 'First half of 2021'],
    ['QUARTER', 2, '2021-Q3', '2021-07-01', '2021-09-30', '2021-H2', 'Quý III/2021', 'Quarter 3 of 2021'],
    ['MONTH', 8, '2021-09', '2021-09-01', '2021-09-30', '2021-Q3', 'Tháng 9/2021', 'September 2021'],
    [
      'TRAFFIC_YEAR',
      0,
      '2021-T',
      '2020-12-16',
      '2021-12-15',
      undefined,
      'Năm 2021 (giao thông, 16/12/2020 – 15/12/2021)',
      'Traffic year 2021 (2020-12-16 to 2021-12-15)',
    ],
    [
      'TRAFFIC_MONTH',
      8,
      '2021-T09',
      '2021-08-16',
      '2021-09-15',
      '2021-T',
      'Tháng 9/2021 (giao thông, 16/8/2021 – 15/9/2021)',
      'Traffic month September 2021 (2021-08-16 to 2021-09-15)',
    ],
    [
      'TRAFFIC_MONTH',
      0,
      '2021-T01',
      '2020-12-16',
      '2021-01-15',
      '2021-T',
      'Tháng 1/2021 (giao thông, 16/12/2020 – 15/1/2021)',
      'Traffic month January 2021 (2020-12-16 to 2021-01-15)',
    ],
  ] as const)('%s, number %i', (calendar, index, key, start, end, parentKey, vi, en) => {
    const period = generatePeriods(calendar, 2021, 2021)[index]!;
    expect(period).toEqual({
      calendar,
      key,
      start,
      end,
      ...(parentKey && { parentKey }),
      label: { vi, en },
      position: index + 1,
    });
  });

  it('gives February its leap day', () => {
    expect(periodOfKey('2020-02')!.end).toBe('2020-02-29');
    expect(periodOfKey('2021-02')!.end).toBe('2021-02-28');
    expect(periodOfKey('1900-02')!.end).toBe('1900-02-28');
    const marchTraffic = periodOfKey('2020-T03')!;
    expect(daysInclusive(marchTraffic.start, marchTraffic.end)).toBe(29);
  });

  it('runs over several years, none when reversed', () => {
    expect(generatePeriods('QUARTER', 2019, 2021)).toHaveLength(12);
    expect(generatePeriods('QUARTER', 2021, 2019)).toEqual([]);
  });

  it('refuses odd years and listed calendars', () => {
    expect(() => generatePeriods('YEAR', 21, 21)).toThrow(/Not a year/);
    expect(() => generatePeriods('YEAR', 2021.5, 2022)).toThrow(/Not a year/);
    expect(() => generatePeriods('TERM' as 'YEAR', 2021, 2021)).toThrow(/TERM are not computed/);
  });

  it('tiles years without gap or overlap', () => {
    fc.assert(
      fc.property(anyCalendar, anyYear, fc.integer({ min: 0, max: 3 }), (calendar, year, more) => {
        const [start, end] = calendar.startsWith('TRAFFIC')
          ? [`${year - 1}-12-16`, `${year + more}-12-15`]
          : [`${year}-01-01`, `${year + more}-12-31`];
        expectTiling(generatePeriods(calendar, year, year + more), start, end);
      }),
    );
  });

  it('tiles every parent by its children', () => {
    fc.assert(
      fc.property(anyCalendar, anyYear, (calendar, year) => {
        const { parent } = REGULAR_CALENDARS.find(({ key }) => key === calendar)!;
        const children = generatePeriods(calendar, year, year);
        if (!parent) return expect(children.every(({ parentKey }) => parentKey === undefined)).toBe(true);
        for (const { key, start, end } of generatePeriods(parent, year, year)) {
          expectTiling(
            children.filter(({ parentKey }) => parentKey === key),
            start,
            end,
          );
        }
      }),
    );
  });

  it('gives every period a key of its own over all calendars', () => {
    const keys = REGULAR_CALENDARS.flatMap(({ key }) => generatePeriods(key, 2019, 2022)).map(
      ({ key }) => key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('periodContaining', () => {
  it('follows the calendar over the turn of the year', () => {
    expect(periodContaining('TRAFFIC_MONTH', '2021-12-15').key).toBe('2021-T12');
    expect(periodContaining('TRAFFIC_MONTH', '2021-12-16').key).toBe('2022-T01');
    expect(periodContaining('TRAFFIC_YEAR', '2021-12-16').key).toBe('2022-T');
    expect(periodContaining('MONTH', '2021-12-16').key).toBe('2021-12');
    expect(periodContaining('HALF', '2021-06-30').key).toBe('2021-H1');
    expect(periodContaining('HALF', '2021-07-01').key).toBe('2021-H2');
  });

  it('refuses a day that does not exist', () => {
    expect(() => periodContaining('MONTH', '2021-02-29')).toThrow(RangeError);
  });

  it('finds the period of any date', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, (calendar, date) => {
        const { calendar: found, start, end } = periodContaining(calendar, date);
        expect(found).toBe(calendar);
        expect(start <= date && date <= end).toBe(true);
      }),
    );
  });
});

describe('periodOfKey', () => {
  it('is the inverse of a key', () => {
    fc.assert(
      fc.property(anyCalendar, anyYear, (calendar, year) => {
        for (const period of generatePeriods(calendar, year, year))
          expect(periodOfKey(period.key)).toEqual(period);
      }),
      { numRuns: 20 },
    );
  });

  it.each(['', '2021-13', '2021-Q5', '2021-9', 'NHIEM-KY-IV', '2021-T13', '2021-H', '0021'])(
    'knows no %j',
    (key) => {
      expect(periodOfKey(key)).toBeNull();
    },
  );
});

describe('samePeriodLastYear', () => {
  it.each([
    ['2021', '2020'],
    ['2021-H1', '2020-H1'],
    ['2021-Q3', '2020-Q3'],
    ['2021-02', '2020-02'],
    ['2021-T01', '2020-T01'],
    ['2021-T', '2020-T'],
  ])('%s: %s', (key, before) => {
    expect(samePeriodLastYear(key)!.key).toBe(before);
  });

  it('ends February on its own last day', () => {
    expect(samePeriodLastYear('2021-02')!.end).toBe('2020-02-29');
    expect(samePeriodLastYear('2020-02')!.end).toBe('2019-02-28');
  });

  it('has none for a term', () => {
    expect(samePeriodLastYear('NHIEM-KY-2019-2024')).toBeNull();
  });
});

describe('cumulativePeriods', () => {
  it('runs from the start of the calendar’s year', () => {
    const keys = cumulativePeriods(periodOfKey('2021-T03')!).map(({ key }) => key);
    expect(keys).toEqual(['2021-T01', '2021-T02', '2021-T03']);
    expect(cumulativePeriods(periodOfKey('2021-T03')!)[0]!.start).toBe('2020-12-16');
    expect(cumulativePeriods(periodOfKey('2021')!).map(({ key }) => key)).toEqual(['2021']);
  });

  it('tiles from the first day of the year to the end of the period', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, (calendar, date) => {
        const period = periodContaining(calendar, date);
        const periods = cumulativePeriods(period);
        expectTiling(periods, periods[0]!.start, period.end);
        expect(periods[0]!.position).toBe(1);
        expect(periods).toHaveLength(period.position);
      }),
    );
  });
});

describe('explicitPeriods', () => {
  const term = {
    key: 'TERM-2019-2024',
    label: { vi: 'Nhiệm kỳ', en: 'Term' },
    start: '2019-05-01',
    end: '2024-04-30',
  };
  const peak = {
    key: 'PEAK-2021',
    label: { vi: 'Tháng cao điểm', en: 'Peak' },
    start: '2021-10-17',
    end: '2021-11-18',
  };

  it('keeps what is given, in order of start', () => {
    expect(explicitPeriods('CAMPAIGN', [peak, term])).toEqual([
      { calendar: 'CAMPAIGN', ...term, position: 1 },
      { calendar: 'CAMPAIGN', ...peak, position: 2 },
    ]);
    expect(cumulativePeriods(explicitPeriods('TERM', [term])[0]!)).toHaveLength(1);
  });

  it('refuses what cannot be a period', () => {
    expect(() => explicitPeriods('TERM', [{ ...term, end: '2019-04-30' }])).toThrow(/before it starts/);
    expect(() => explicitPeriods('TERM', [{ ...term, end: '2021-02-29' }])).toThrow(/Not a date/);
    expect(() => explicitPeriods('TERM', [term, term])).toThrow(/twice/);
    expect(() => explicitPeriods('TERM', [{ ...term, key: '2021-Q1' }])).toThrow(/already names/);
  });
});

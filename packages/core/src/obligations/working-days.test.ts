import { startFiguresBed, type FiguresBed } from '../values/test-bed.js';
import { holidays, type HolidayRegistry } from './holidays.js';
import { loadHolidays } from './load.js';

let bed: FiguresBed;
beforeAll(async () => {
  bed = await startFiguresBed();
}, 600_000);
afterAll(() => bed?.stop());

const value = async (sql: string): Promise<unknown> =>
  Object.values((await bed.place.sql<Record<string, unknown>>(`select ${sql} as it`))[0]!)[0];
const day = (sql: string): Promise<unknown> => value(`(${sql})::text`);

describe('a working day', () => {
  test.each([
    ['2021-02-09', true, 'the Tuesday before Tết'],
    ['2021-02-10', false, 'the first day of Tết'],
    ['2021-02-13', false, 'the Saturday in it'],
    ['2021-02-16', false, 'its last day'],
    ['2021-02-17', true, 'the Wednesday after'],
    ['2021-05-01', false, 'a holiday on a Saturday'],
    ['2021-05-03', false, 'the day in lieu of it'],
    ['2021-05-04', true, 'the day after that'],
    ['2022-04-11', false, 'in lieu of the Hùng Kings’ Sunday'],
    ['2022-05-03', false, 'in lieu of 1 May 2022'],
    ['2022-09-01', false, 'the day beside 2 September 2022'],
    ['2021-09-04', false, 'a plain Saturday'],
    ['2023-09-01', true, 'a Friday of a year whose holidays are not known'],
    ['2023-09-02', false, 'a Saturday of such a year'],
  ])('%s: %s, %s', async (date, expected) => {
    expect(await value(`core.is_working_day('${date}')`)).toBe(expected);
  });

  test('is also a weekend day that is made up for', async () => {
    const made = {
      kind: 'WORKING_WEEKEND',
      title_vi: 'Làm bù',
      title_en: 'Made up',
      basis: 'x',
      source_note: null,
    } as const;
    const load = (days: Parameters<typeof loadHolidays>[1]) =>
      bed.engine.database.asSystem('load holidays', (session) => loadHolidays(session, days));
    await load([...holidays(), { ...made, date: '2021-02-20', to_check: true }]);
    expect(await value(`core.is_working_day('2021-02-20')`)).toBe(true);
    expect(await day(`core.add_working_days('2021-02-19', 1)`)).toBe('2021-02-20');
    expect(await value(`core.working_days_after('2021-02-19', '2021-02-22')`)).toBe(2);
    await load(holidays());
    expect(await value(`core.is_working_day('2021-02-20')`)).toBe(false);
    expect(await load(holidays())).toEqual({ alreadyLoaded: true });
  });
});

describe('working days are counted', () => {
  test.each([
    ['2021-02-09', 1, '2021-02-17'], // over Tết
    ['2021-02-05', 3, '2021-02-17'], // Fri 5 → Mon 8, Tue 9, Wed 17
    ['2021-02-17', -1, '2021-02-09'],
    ['2021-02-17', -3, '2021-02-05'],
    ['2021-02-12', -1, '2021-02-09'], // from inside Tết
    ['2021-02-12', 2, '2021-02-18'],
    ['2021-04-29', 1, '2021-05-04'], // Thu → Fri 30/4 off, weekend, Mon 3/5 in lieu
    ['2022-04-29', 1, '2022-05-04'],
    ['2021-12-31', 1, '2022-01-04'], // over the year: 1 January a Saturday, in lieu on Monday
    ['2021-10-01', 5, '2021-10-08'],
    ['2021-10-02', 0, '2021-10-02'], // a Saturday: nothing is counted
    ['2021-01-01', 247, '2021-12-28'],
  ])('%s and %i more: %s', async (from, days, expected) => {
    expect(await day(`core.add_working_days('${from}', ${days})`)).toBe(expected);
  });

  test('between two days as one by one, over two years and beyond those that are known', async () => {
    const [row] = await bed.place.sql<{ different: number; asked: number }>(`
      with asked as (
        select date '2020-12-20' + a * 3 as from_day, date '2020-12-20' + a * 3 + b as to_day
          from generate_series(0, 260) as a, unnest(array[-4, 0, 1, 2, 5, 6, 7, 13, 40, 400]) as b)
      select count(*)::int as asked, count(*) filter (where core.working_days_after(from_day, to_day) <>
          (select count(*) from generate_series(from_day + 1, to_day, interval '1 day') as d where core.is_working_day(d::date)))::int as different
        from asked`);
    expect(row).toEqual({ asked: 2610, different: 0 });
  });

  test('and found as many days after as are between', async () => {
    const [row] = await bed.place.sql<{ different: number }>(`
      select count(*)::int as different from generate_series(date '2021-01-01', date '2022-12-31', interval '11 days') as d,
          unnest(array[1, 2, 7, 30, 200]) as n
       where core.working_days_after(d::date, core.add_working_days(d::date, n)) <> n`);
    expect(row!.different).toBe(0);
  });
});

test('whether the holidays of a stretch are known is said', async () => {
  expect(await value(`core.holidays_known('2021-12-30', '2022-01-05')`)).toBe(true);
  expect(await value(`core.holidays_known('2022-12-30', '2023-01-05')`)).toBe(false);
  expect(await value(`core.holidays_known('2021-01-05', '2020-12-30')`)).toBe(false);
});

describe('a deadline', () => {
  test.each([
    // rule, days, months, free day, last day of the report, due
    ['CALENDAR_DAYS', 3, null, 'STAYS', '2021-09-30', '2021-10-03'], // a Sunday
    ['CALENDAR_DAYS', 3, null, 'NEXT_WORKING_DAY', '2021-09-30', '2021-10-04'],
    ['CALENDAR_DAYS', 3, null, 'PREVIOUS_WORKING_DAY', '2021-09-30', '2021-10-01'],
    ['CALENDAR_DAYS', -5, null, 'NEXT_WORKING_DAY', '2021-09-30', '2021-09-27'], // Sat 25 → Mon 27
    ['CALENDAR_DAYS', 0, null, 'PREVIOUS_WORKING_DAY', '2021-02-14', '2021-02-09'],
    ['WORKING_DAYS', 5, null, 'STAYS', '2021-01-31', '2021-02-05'],
    ['WORKING_DAYS', 8, null, 'STAYS', '2021-01-31', '2021-02-17'], // 1–5, 8, 9, then Tết
    ['WORKING_DAYS', -2, null, 'STAYS', '2021-04-30', '2021-04-28'],
    ['DAY_OF_MONTH', 5, 1, 'NEXT_WORKING_DAY', '2021-08-31', '2021-09-06'], // Sun 5
    ['DAY_OF_MONTH', 3, 1, 'NEXT_WORKING_DAY', '2021-08-31', '2021-09-06'], // the holiday, then the weekend
    ['DAY_OF_MONTH', 31, 1, 'STAYS', '2021-01-31', '2021-02-28'], // a month that is too short
    ['DAY_OF_MONTH', 20, 0, 'NEXT_WORKING_DAY', '2021-10-31', '2021-10-20'],
    ['DAY_OF_MONTH', 15, 2, 'NEXT_WORKING_DAY', '2021-12-31', '2022-02-15'],
  ])('%s %i (month %s, %s) of %s is on %s', async (rule, days, months, free, last, due) => {
    expect(await day(`core.deadline_day('${rule}', ${days}, ${months}, '${free}', '${last}')`)).toBe(due);
  });
});

describe('the registry of holidays', () => {
  const registry = (change: Partial<HolidayRegistry>): HolidayRegistry => ({
    about: 'x',
    bases: [{ key: 'law', citation: 'Luật', validFrom: '2021-01-01', validTo: null }],
    years: [2021],
    holidays: [
      {
        dates: ['2021-01-01'],
        kind: 'HOLIDAY',
        title: { vi: 'x', en: 'x' },
        basis: 'law',
        note: null,
        toCheck: false,
      },
    ],
    ...change,
  });
  const one = registry({}).holidays[0]!;

  test('is read day by day', () => {
    expect(holidays(registry({}))).toMatchObject([{ date: '2021-01-01', basis: 'Luật' }]);
    expect(holidays().filter(({ date }) => date.startsWith('2021-02'))).toHaveLength(7);
    expect(holidays()).toHaveLength(29);
  });

  test('refuses a day named twice, of another year, or resting on a law not in force', () => {
    expect(() => holidays(registry({ holidays: [one, one] }))).toThrow('named twice');
    expect(() => holidays(registry({ years: [2022] }))).toThrow('does not name');
    expect(() =>
      holidays(registry({ bases: [{ key: 'law', citation: 'x', validFrom: '2021-01-02', validTo: null }] })),
    ).toThrow('not in force');
    expect(() =>
      holidays(
        registry({ bases: [{ key: 'law', citation: 'x', validFrom: '2020-01-01', validTo: '2021-01-01' }] }),
      ),
    ).toThrow('not in force');
  });
});

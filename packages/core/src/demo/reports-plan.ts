import { addDays } from '../periods/calendars-dates.js';
import { generatePeriods } from '../periods/calendars.js';
import { imaginedCommunes } from './figures-communes.js';

/** One invented report: when it was first handed in, and how far it has come. */
export interface DemoReport {
  readonly unit: string;
  readonly period: string;
  readonly on: string;
  readonly state: 'SUBMITTED' | 'ACCEPTED';
}

/** A commune excused from one report. */
export interface DemoWaiver {
  readonly unit: string;
  readonly period: string;
  readonly on: string;
  readonly reason: string;
}

/** Invented as the rest: a commune locked down in the epidemic of the summer did not report of that month. */
const waivers: readonly DemoWaiver[] = [
  {
    unit: '26272',
    period: '2021-07',
    on: '2021-08-04',
    reason: 'Minh họa, không có thật: xã thực hiện giãn cách, cán bộ tham gia chống dịch.',
  },
];

/** Communes that were late, by so many days after the month; and those that never reported of it. */
const handedInAfter: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '2021-03': { '26284': 9 },
  '2021-06': { '26296': 12, '26266': 8 },
  '2021-07': { '26296': 16, '26269': 11 },
  '2021-08': { '26296': 20, '26263': 9 },
};
const missing: Readonly<Record<string, readonly string[]>> = {
  '2021-08': ['26257', '26275'],
  '2021-09': ['26257', '26275', '26296', '26254'],
};

/** The last month that has ended by the demonstration's business date. */
const LAST_MONTH = '2021-09';
/** Reports of months up to this one have been accepted; later ones wait. */
const ACCEPTED_UNTIL = '2021-06';

/**
 * Reports of January to September 2021: most on one of the first four days of the next month, some late, some missing.
 * By the deadline of the demonstration, the 5th, so that every status is there to be seen.
 */
export function demoReports(): { reports: DemoReport[]; waivers: readonly DemoWaiver[] } {
  const months = generatePeriods('MONTH', 2021, 2021).filter(({ key }) => key <= LAST_MONTH);
  const reports = months.flatMap(({ key, end, position }) =>
    imaginedCommunes.flatMap(({ code }, place): DemoReport[] => {
      const excused = waivers.some(({ unit, period }) => unit === code && period === key);
      if (excused || missing[key]?.includes(code)) return [];
      const after = handedInAfter[key]?.[code] ?? 1 + ((place + position) % 4);
      return [
        {
          unit: code,
          period: key,
          on: addDays(end, after),
          state: key <= ACCEPTED_UNTIL ? 'ACCEPTED' : 'SUBMITTED',
        },
      ];
    }),
  );
  return { reports, waivers };
}

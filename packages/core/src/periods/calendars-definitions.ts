/**
 * The calendars reports are written in, as data. A regular calendar cuts its year into periods of equal months;
 * an explicit one (a term, a campaign, a stretch of years) has its periods listed in reference data, each with
 * the document that sets it.
 *
 * Keys and labels are templates: {year}, {n} (position), {nn} (two digits), {name} (the position's name),
 * {start} and {end} (the period's first and last day).
 *
 * Periods are data because not all are calendar months: see docs/reference/periods.md.
 */
export interface LocalText {
  vi: string;
  en: string;
}

export type RegularCalendarKey = 'YEAR' | 'HALF' | 'QUARTER' | 'MONTH' | 'TRAFFIC_YEAR' | 'TRAFFIC_MONTH';
export type ExplicitCalendarKey = 'MULTI_YEAR' | 'TERM' | 'CAMPAIGN';
export type CalendarKey = RegularCalendarKey | ExplicitCalendarKey;

export interface RegularCalendar {
  readonly key: RegularCalendarKey;
  readonly kind: 'REGULAR';
  readonly title: LocalText;
  readonly monthsPerPeriod: 1 | 3 | 6 | 12;
  /** Which month of its year the first period starts in: 1 is January, 0 December of the year before. */
  readonly firstMonth: 0 | 1;
  /** The day of the month on which a period starts. */
  readonly firstDay: number;
  /** The calendar whose periods this one's periods fill without a rest. */
  readonly parent?: RegularCalendarKey;
  readonly periodKey: string;
  readonly label: LocalText;
  /** Names of the positions, where the label asks for {name}. */
  readonly names?: { readonly vi?: readonly string[]; readonly en?: readonly string[] };
}

export interface ExplicitCalendar {
  readonly key: ExplicitCalendarKey;
  readonly kind: 'EXPLICIT';
  readonly title: LocalText;
}

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const REGULAR_CALENDARS: readonly RegularCalendar[] = [
  {
    key: 'YEAR',
    kind: 'REGULAR',
    title: { vi: 'Năm', en: 'Year' },
    monthsPerPeriod: 12,
    firstMonth: 1,
    firstDay: 1,
    periodKey: '{year}',
    label: { vi: 'Năm {year}', en: 'Year {year}' },
  },
  {
    key: 'HALF',
    kind: 'REGULAR',
    title: { vi: 'Nửa năm', en: 'Half year' },
    monthsPerPeriod: 6,
    firstMonth: 1,
    firstDay: 1,
    parent: 'YEAR',
    periodKey: '{year}-H{n}',
    label: { vi: '6 tháng {name} năm {year}', en: '{name} half of {year}' },
    names: { vi: ['đầu', 'cuối'], en: ['First', 'Second'] },
  },
  {
    key: 'QUARTER',
    kind: 'REGULAR',
    title: { vi: 'Quý', en: 'Quarter' },
    monthsPerPeriod: 3,
    firstMonth: 1,
    firstDay: 1,
    parent: 'HALF',
    periodKey: '{year}-Q{n}',
    label: { vi: 'Quý {name}/{year}', en: 'Quarter {n} of {year}' },
    names: { vi: ['I', 'II', 'III', 'IV'] },
  },
  {
    key: 'MONTH',
    kind: 'REGULAR',
    title: { vi: 'Tháng', en: 'Month' },
    monthsPerPeriod: 1,
    firstMonth: 1,
    firstDay: 1,
    parent: 'QUARTER',
    periodKey: '{year}-{nn}',
    label: { vi: 'Tháng {n}/{year}', en: '{name} {year}' },
    names: { en: MONTH_NAMES },
  },
  // Traffic safety counts from the 16th to the 15th (baophutho 146459, kinhtevadubao 16264). Some sources after
  // 2020 use the 14th or 15th: confirm with the traffic police before the first real year is loaded.
  {
    key: 'TRAFFIC_YEAR',
    kind: 'REGULAR',
    title: { vi: 'Năm thống kê giao thông', en: 'Traffic year' },
    monthsPerPeriod: 12,
    firstMonth: 0,
    firstDay: 16,
    periodKey: '{year}-T',
    label: {
      vi: 'Năm {year} (giao thông, {start} – {end})',
      en: 'Traffic year {year} ({start} to {end})',
    },
  },
  {
    key: 'TRAFFIC_MONTH',
    kind: 'REGULAR',
    title: { vi: 'Tháng thống kê giao thông', en: 'Traffic month' },
    monthsPerPeriod: 1,
    firstMonth: 0,
    firstDay: 16,
    parent: 'TRAFFIC_YEAR',
    periodKey: '{year}-T{nn}',
    label: {
      vi: 'Tháng {n}/{year} (giao thông, {start} – {end})',
      en: 'Traffic month {name} {year} ({start} to {end})',
    },
    names: { en: MONTH_NAMES },
  },
];

export const EXPLICIT_CALENDARS: readonly ExplicitCalendar[] = [
  { key: 'MULTI_YEAR', kind: 'EXPLICIT', title: { vi: 'Giai đoạn nhiều năm', en: 'Span of years' } },
  { key: 'TERM', kind: 'EXPLICIT', title: { vi: 'Nhiệm kỳ', en: 'Term of office' } },
  { key: 'CAMPAIGN', kind: 'EXPLICIT', title: { vi: 'Đợt cao điểm', en: 'Campaign' } },
];

export const CALENDARS: readonly (RegularCalendar | ExplicitCalendar)[] = [
  ...REGULAR_CALENDARS,
  ...EXPLICIT_CALENDARS,
];

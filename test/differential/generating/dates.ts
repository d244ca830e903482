/**
 * Days on which the tree of units was another one: before, on and after the reform of 1 July 2025, the business date of
 * the demonstration, ends of months, a leap day, and days before and after everything.
 */
export const days: readonly string[] = [
  '2021-10-15',
  '2021-09-30',
  '2021-01-01',
  '2020-02-29',
  '2019-12-31',
  '2024-12-31',
  '2025-06-30',
  '2025-07-01',
  '2026-01-01',
  // Again, because a day on which something changed tells more than others.
  '2021-09-30',
  '2025-07-01',
];

/** Days on which hardly anything was valid. */
export const remoteDays: readonly string[] = ['1900-01-01', '2100-01-01'];

/**
 * SQL: the last day of entry of a report that was never handed in, where that day is over; no row where entry is open.
 * @param unit SQL of its unit; `period` and `template` likewise.
 */
export const closedEntry = (unit: string, period: string, template: string): string =>
  `select entry.closes_on::text from core.closed_entries(array[${unit}], array[${period}]) entry
    where entry.template = ${template} and entry.closed`;

import { GraphQLBoolean } from 'graphql';
import { allow, extend, list, many, readOnlyRows, rowRule, type CustomFilter } from '@phoihop/platform';
import type { CorePart } from '../part.js';
import { AddPeriodResolver } from './add-period.resolver.js';
import { loadPeriods } from './load.js';
import { MendPeriodResolver } from './mend-period.resolver.js';
import { mendedPeriodsMigration } from './mended-periods-migration.js';
import { periodMigration } from './migration.js';
import { PeriodCalendar } from './period-calendar.js';
import { PeriodLock } from './period-lock.js';
import { PeriodLockResolver } from './period-lock.resolver.js';
import { periodProblems } from './period-problems.js';
import { periodVietnamese } from './period-vietnamese.js';
import { PeriodResolver } from './period.resolver.js';
import { Period } from './period.js';
import { periodLabels, periodCalendarLabels } from './labels.js';
import { setPeriodsMigration } from './set-periods-migration.js';

const calendar = allow.public('The calendar of reporting periods holds no data of anyone.');
const signedIn = allow.signedIn();
const mayLock = allow.permission('core:period.lock');

const holding: CustomFilter = {
  type: GraphQLBoolean,
  description: 'true: only locks that hold; false: only those that were opened again.',
  sql: (row, parameter) => `(${row}.unlocked_at is null) = ${parameter}::boolean`,
};

/** A lock for the whole country is made by whoever acts for the root of the tree. */
const within = `core.may_change('core:period.lock', coalesce(unit_id, (select core.country_unit())), program)`;

/** Calendars, periods and the locks that close them. */
export const periodsPart: CorePart = {
  entities: [PeriodCalendar, Period, PeriodLock],
  resolvers: [PeriodResolver, PeriodLockResolver, AddPeriodResolver, MendPeriodResolver],
  migrations: [periodMigration, setPeriodsMigration, mendedPeriodsMigration],
  tables: { period_span: readOnlyRows('Derived from the public periods.') },
  rows: {
    PeriodCalendar: readOnlyRows('Calendars are reference data, the same for everyone.'),
    Period: readOnlyRows(
      'Periods are reference data, the same for everyone; `addPeriod` and what mends one ask for the right over the unit.',
    ),
    PeriodLock: rowRule({
      select: 'always',
      insert: { using: within },
      update: { using: within },
      updateColumns: ['unlocked_at', 'unlocked_by', 'unlock_reason'],
      explanation:
        'Everyone signed in sees what is closed; closed and opened by who may lock over the unit and program.',
    }),
  },
  reads: {
    periods: list(Period, {
      description: 'Reporting periods of all calendars, the earliest first.',
      filter: ['calendarKey', 'key', 'startsOn', 'endsOn', 'year', 'parent', 'series', 'unit'],
      order: ['startsOn', 'endsOn'],
    }),
    periodCalendars: list(PeriodCalendar, {
      description: 'Every way of cutting time into periods that reports use.',
      filter: ['key', 'kind'],
      order: ['key'],
    }),
    periodLocks: list(PeriodLock, {
      description:
        'What has been closed, the latest first; opened locks are among them, see `filter.holding`.',
      filter: ['period', 'unit', 'program'],
      filters: { holding },
      order: ['lockedAt'],
      descending: true,
    }),
  },
  extend: [
    periodLabels,
    periodCalendarLabels,
    extend(PeriodCalendar, {
      periods: many(Period, 'calendar', {
        description: 'Its periods in the order of time.',
        filter: ['year', 'startsOn', 'endsOn'],
        order: ['startsOn'],
      }),
    }),
    extend(Period, {
      children: many(Period, 'parent', {
        description: 'The smaller periods that fill this one.',
        filter: ['calendarKey'],
        order: ['startsOn'],
      }),
      locks: many(PeriodLock, 'period', {
        description: 'The times this very period was closed, those opened again included.',
        order: ['lockedAt'],
      }),
    }),
  ],
  fields: {
    PeriodCalendar: calendar,
    Period: calendar,
    'PeriodCalendar.periods': calendar,
    'PeriodCalendar.title': calendar,
    'Period.children': calendar,
    'Period.label': calendar,
    'Query.period': calendar,
    'Query.periods': calendar,
    'Query.periodCalendars': calendar,
    'Mutation.addPeriod': allow.permission('core:period.manage'),
    'Mutation.correctPeriod': allow.permission('core:period.manage'),
    'Mutation.withdrawPeriod': allow.permission('core:period.manage'),
    PeriodLock: signedIn,
    'Period.locks': signedIn,
    'Query.periodLocks': signedIn,
    'Mutation.lockPeriod': mayLock,
    'Mutation.unlockPeriod': mayLock,
  },
  problems: periodProblems,
  vietnamese: periodVietnamese,
  load: async ({ database, log }) => {
    const report = await database.asSystem('load the reporting periods', loadPeriods);
    if (!report.alreadyLoaded) log('periods loaded');
  },
};

import { allow, extend, list, many, readOnlyRows, rowRule } from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';
import { unitsUnder } from '../filters/units-under.js';
import { validOn } from '../filters/valid-on.js';
import { whether } from '../filters/whether.js';
import type { CorePart } from '../part.js';
import { ReportTemplate } from '../reports/report-template.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { entryClosingMigration } from './entry-closing-migration.js';
import { EntryExtension } from './entry-extension.js';
import { ExtendReportEntryResolver } from './extend-report-entry.resolver.js';
import { Holiday } from './holiday.js';
import { holidayLabels } from './labels.js';
import { Lateness, LatenessSummary, UnitLateness } from './lateness-types.js';
import { LatenessResolver } from './lateness.resolver.js';
import { loadObligations } from './load.js';
import { obligationsMigration } from './migration.js';
import { obligationProblems } from './obligation-problems.js';
import { obligationStanding, overdue } from './obligation-status.js';
import { obligationsVietnamese } from './obligations-vietnamese.js';
import { ObligationWaiver } from './obligation-waiver.js';
import { Obligation } from './obligation.js';
import { reminderMailMigration } from './reminder-mail-migration.js';
import { waiversMigration } from './waivers-migration.js';
import { Reminder, RemindersResolver } from './reminders.resolver.js';
import { ReportDeadline } from './report-deadline.js';
import { SetReportDeadlineResolver } from './set-report-deadline.resolver.js';
import { WaiveObligationResolver } from './waive-obligation.resolver.js';
import { WorkingDay, WorkingDays, WorkingDaysResolver } from './working-days.resolver.js';

const signedIn = allow.signedIn();
const readers = allow.permission('core:report.read');

/**
 * Excused by the level above: never by who hands in the unit's reports. Of a unit that has ended, by who holds the right
 * over all it became. That it is no other account of the same person the code asks, which knows what roles may do.
 */
const holds = (permission: string, row: string): string => {
  const asked = `'${permission}', ${row}unit_id, ${row}program`;
  return `(core.may_change(${asked}) or core.may_close(${asked}, ${row}period_id))`;
};
const mayWaive = (row = ''): string =>
  `(${holds('core:obligation.waive', row)} and not ${holds('core:report.submit', row)})`;

/** What hangs on an obligation is seen by who sees that. */
const theirObligation = 'select from core.obligation owed where owed.id = obligation_id';
const withTheirObligation = `exists (${theirObligation})`;

const filters = {
  under: unitsUnder(),
  overdue: whether(
    {
      en: 'true: only those whose deadline has passed with nothing handed in or waived; false: only the others.',
      vi: 'true: chỉ các báo cáo quá hạn mà chưa nộp, chưa được miễn; false: chỉ các báo cáo còn lại.',
    },
    overdue,
  ),
};
const order = ['dueOn', 'asOf', 'daysLate'];
const filter = [
  'template',
  'unit',
  'period',
  'program',
  'status',
  'dueOn',
  'asOf',
  'daysLate',
  'closesEarly',
];

const deadlinesOf = (description: string) => ({
  description,
  filter: ['unit', 'demo'],
  filters: {
    validOn: validOn({
      en: 'Only rules that hold for reports about this day.',
      vi: 'Chỉ các thời hạn áp dụng cho báo cáo tính đến ngày này.',
    }),
  },
  order: ['validFrom'],
});

/** Working days, when reports are due, and who owes which. */
export const obligationsPart: CorePart = {
  entities: [Holiday, ReportDeadline, Obligation, ObligationWaiver, EntryExtension],
  types: [WorkingDays, WorkingDay, Lateness, UnitLateness, LatenessSummary, Reminder],
  resolvers: [
    WorkingDaysResolver,
    SetReportDeadlineResolver,
    WaiveObligationResolver,
    ExtendReportEntryResolver,
    LatenessResolver,
    RemindersResolver,
  ],
  migrations: [obligationsMigration, reminderMailMigration, waiversMigration, entryClosingMigration],
  tables: {
    reminder_mail: rowRule({ explanation: 'Kept by the system; nobody reads or writes it through the API.' }),
  },
  asOf: { Obligation: 'asOf' },
  rows: {
    Holiday: readOnlyRows('Holidays are reference data, the same for everyone.'),
    ReportDeadline: readOnlyRows(
      'When reports are due is known to everyone; `setReportDeadline` asks for the right over the unit before it adds a rule.',
    ),
    Obligation: rowRule({
      select: unitRows({
        unit: 'unit_id',
        program: { column: 'program' },
        large: true,
        read: 'core:report.read',
        explanation: '',
      }).select,
      update: { using: mayWaive() },
      updateColumns: ['waived_at', 'waived_by', 'waive_reason', 'version'],
      explanation:
        'Obligations of units in the caller’s scope (their history included); made by the system, waived by who may waive and does not hand in reports there.',
    }),
    EntryExtension: rowRule({
      select: { using: withTheirObligation },
      insert: { using: `exists (${theirObligation} and ${mayWaive('owed.')})` },
      explanation:
        'With their obligation; granted by who may waive and does not hand in reports there, and kept as they are.',
    }),
    ObligationWaiver: rowRule({
      select: { using: withTheirObligation },
      update: { using: `exists (${theirObligation} and ${mayWaive('owed.')})` },
      updateColumns: ['withdrawn_at', 'withdrawn_by', 'withdraw_reason'],
      explanation:
        'With their obligation; written when it is waived, taken back by who may waive and does not hand in reports there.',
    }),
  },
  reads: {
    holidays: list(Holiday, {
      description: 'Days off, and weekend days that are worked, of the years that are known.',
      filter: ['date', 'kind', 'toCheck'],
      order: ['date'],
    }),
    reportDeadlines: list(ReportDeadline, {
      ...deadlinesOf('When reports are due: all rules, those that no longer hold included.'),
      filter: ['template', 'unit', 'demo'],
    }),
    obligations: list(Obligation, {
      description: 'Which reports are owed by units that the caller may see, the earliest deadline first.',
      filter,
      filters,
      order,
    }),
  },
  extend: [
    holidayLabels,
    obligationStanding,
    extend(Obligation, {
      waivers: many(ObligationWaiver, 'obligation', {
        description:
          'Each time the unit was excused from it, those taken back included, the first one first.',
        order: ['id'],
      }),
    }),
    extend(AdministrativeUnit, {
      obligations: many(Obligation, 'unit', {
        description: 'The reports that this very unit owes, as far as the caller may see.',
        filter: filter.filter((property) => property !== 'unit'),
        filters: { overdue: filters.overdue },
        order,
      }),
    }),
    extend(Obligation, {
      extensions: many(EntryExtension, 'obligation', {
        description: 'For how long entry was kept open, and why; the earliest first.',
        order: ['openUntil'],
      }),
    }),
    extend(ReportTemplate, {
      deadlines: many(
        ReportDeadline,
        'template',
        deadlinesOf('When its reports are due, rules of all times.'),
      ),
    }),
  ],
  fields: {
    Holiday: signedIn,
    'Holiday.title': signedIn,
    'Query.holidays': signedIn,
    WorkingDays: signedIn,
    WorkingDay: signedIn,
    'Query.workingDays': signedIn,
    'Query.workingDayAfter': signedIn,
    ReportDeadline: signedIn,
    'ReportTemplate.deadlines': signedIn,
    'Query.reportDeadlines': signedIn,
    Obligation: readers,
    ObligationWaiver: readers,
    'Obligation.waivers': readers,
    'Obligation.status': readers,
    'Obligation.daysLate': readers,
    'Obligation.workingDaysLate': readers,
    'Obligation.closesOn': readers,
    'Obligation.extensions': readers,
    EntryExtension: readers,
    'AdministrativeUnit.obligations': readers,
    'Query.obligations': readers,
    Lateness: readers,
    UnitLateness: readers,
    LatenessSummary: readers,
    'Query.lateness': readers,
    Reminder: readers,
    'Reminder.agreementObligation': allow.permission('core:agreement.read'),
    'Query.reminders': readers,
    'Mutation.setReportDeadline': allow.permission('core:deadline.manage'),
    'Mutation.waiveObligation': allow.permission('core:obligation.waive'),
    'Mutation.extendReportEntry': allow.permission('core:obligation.waive'),
    'Mutation.withdrawWaiver': allow.permission('core:obligation.waive'),
  },
  problems: obligationProblems,
  vietnamese: obligationsVietnamese,
  load: loadObligations,
};

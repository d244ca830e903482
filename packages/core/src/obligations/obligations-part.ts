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
import { Obligation } from './obligation.js';
import { reminderMailMigration } from './reminder-mail-migration.js';
import { Reminder, RemindersResolver } from './reminders.resolver.js';
import { ReportDeadline } from './report-deadline.js';
import { SetReportDeadlineResolver } from './set-report-deadline.resolver.js';
import { WaiveObligationResolver } from './waive-obligation.resolver.js';
import { WorkingDay, WorkingDays, WorkingDaysResolver } from './working-days.resolver.js';

const signedIn = allow.signedIn();
const readers = allow.permission('core:report.read');

/** Excused by the level above: never by who hands in the unit's reports. */
const mayWaive = `(core.may_change('core:obligation.waive', unit_id, program)
  and not core.may_change('core:report.submit', unit_id, program))`;

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
  entities: [Holiday, ReportDeadline, Obligation, EntryExtension],
  types: [WorkingDays, WorkingDay, Lateness, UnitLateness, LatenessSummary, Reminder],
  resolvers: [
    WorkingDaysResolver,
    SetReportDeadlineResolver,
    WaiveObligationResolver,
    ExtendReportEntryResolver,
    LatenessResolver,
    RemindersResolver,
  ],
  migrations: [obligationsMigration, reminderMailMigration, entryClosingMigration],
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
      update: { using: mayWaive },
      updateColumns: ['waived_at', 'waived_by', 'waive_reason', 'version'],
      explanation:
        'Obligations of units in the caller’s scope (their history included); made by the system, waived by who may waive and does not hand in reports there.',
    }),
    EntryExtension: rowRule({
      select: unitRows({
        unit: 'unit_id',
        program: { column: 'program' },
        read: 'core:report.read',
        explanation: '',
      }).select,
      insert: { using: mayWaive },
      explanation:
        'Extensions for units in the caller’s scope (their history included); granted by who may waive and does not hand in reports there, and kept as they are.',
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
  },
  problems: obligationProblems,
  vietnamese: obligationsVietnamese,
  load: loadObligations,
};

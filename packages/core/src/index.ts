// The core plugin, for hosts
export { corePlugin as default, corePlugin } from './plugin.js';
export type { IssueToken } from './plugin.js';
export { loadCaller } from './access/caller.js';
export { createAccount } from './people/create-account.js';
export type { NewAccount } from './people/create-account.js';
export { demoSignIns } from './demo/people.js';

// Units through time
export { AdministrativeUnit, AdministrativeUnitVersion, UnitKind, loadNationalUnits } from './units/index.js';

// Who acts, to refer to: an account is seen by whoever sees its person
export { Organization } from './organizations/organization.js';
export { UnitGroup } from './organizations/unit-group.js';
export { Person } from './people/person.js';
export { User } from './people/user.js';

// Documents that records rest on or are proved by
export { Document } from './documents/document.js';

// Files as evidence: plugins refer to them by tables of their own; hosts keep the bytes
export { Attachment } from './attachments/attachment.js';
export { AttachmentConfidentiality } from './attachments/attachment-enums.js';
export {
  attachmentToFetch,
  bytesAreUsed,
  placeOfFile,
  recordAttachment,
} from './attachments/record-attachment.js';
export type { FileFacts, FilePlace, FileToFetch, SaidOfFile } from './attachments/record-attachment.js';

// Row rules and scopes of whoever writes, and who sees what reports list
export { unitRows } from './access/unit-rows.js';
export type { UnitRows } from './access/unit-rows.js';
export { requireOneScope } from './access/one-scope.js';
export { requireScope } from './access/scope.js';
export { scopeSettings, type ScopesByPermission, type ScopeSettings } from './access/scopes.js';
export { requireAnotherPerson } from './access/separation.js';
export { listedInReports } from './reports/lists/listed-in-reports.js';

// Checks of what a mutation was given; each refuses with a code, the field, and what is allowed
export { requireCount, requirePastDay } from './checks/amounts-and-days.js';
export type { Bounds } from './checks/amounts-and-days.js';
export { requireOpenPeriod } from './checks/open-period.js';
export type { WantedPeriod } from './checks/open-period.js';
export { refuse } from './checks/refuse.js';
export { requireVersion } from './checks/seen-version.js';
export { communeKinds, localKinds, requireKindOfUnit } from './checks/unit-kind.js';
export type { WantedKind } from './checks/unit-kind.js';
export { requireReason } from './periods/require-reason.js';
export { found, optionalText, requiredText } from './programs/input.js';
export { changeVersion } from './programs/version.js';
export type { VersionedChange } from './programs/version.js';

// Workflows: states and steps, declared once
export { workflow } from './workflows/workflow.js';
export type { Workflow, WorkflowDeclaration, WorkflowStep } from './workflows/workflow.js';
export { joinWords, wordsOfWorkflow } from './workflows/workflow-words.js';
export type { DeclaredWords, WorkflowWords } from './workflows/workflow-words.js';
export { stepsOf } from './workflows/program-steps.js';
export type { RecordedChange, StepSubject, WantedStep } from './workflows/program-steps.js';

// Code lists of a plugin, with validity and legal basis
export { codeLists } from './codes/code-lists.js';
export { readEntries, validity } from './loading/read-entries.js';
/** What files of reference data and the options of plugins are checked with: one version for all. */
export { z } from 'zod';
export type { CodeDeclaration, CodeLists, CodeListsDeclaration, WantedCode } from './codes/code-lists.js';

// Filters that lists of all programs have
export { searchIn } from './filters/search-in.js';
export { unitsUnder } from './filters/units-under.js';
export { validOn } from './filters/valid-on.js';
export { whether } from './filters/whether.js';

// Mails that remind of what is due
export { keepReminderMail, remindable, reminderMail } from './obligations/reminder-mail.js';
export type { Remindable, ReminderMail } from './obligations/reminder-mail.js';

// Files of figures, imported in somebody's name
export { importFile } from './imports/import-file.js';
export type { FileImport } from './imports/import-file.js';
export { csvTable } from './imports/csv-rows.js';
export { neutral } from './imports/formula.js';
export { importFigures } from './imports/import-figures.js';
export type { SentFigures } from './imports/import-figures.js';
export { importReportLines } from './imports/import-report-lines.js';
export { titlesBegin } from './imports/table.js';
export type { TableRow } from './imports/table.js';
export { xlsxTable } from './imports/xlsx-rows.js';
export { importValues } from './imports/import-values.js';
export type { ImportOptions, ImportReport, ImportTarget } from './imports/import-values.js';

// What a plugin tells core (its manifest key `program` is typed by this import), and the figures it derives
export type {} from './programs/plugin-contributions.js';
export type { ProgramContribution } from './programs/contribution.js';
export { aggregateIndicator, aggregateIndicators } from './values/aggregate.js';
export { keepMaps, verifyMaps, type MapsVerdict } from './totals/keep-maps.js';
export { rebuildTotals, verifyTotals } from './totals/look-after-totals.js';
export type { TotalDifference, TotalsVerdict } from './totals/look-after-totals.js';
export type { Aggregate, AggregateRequest } from './values/aggregate-request.js';
export { putDemoDrafts } from './demo/report-drafts.js';
export type { DemoDrafts } from './demo/report-drafts.js';
export { putDerivedValue, putDerivedValues } from './values/derived-value.js';
export type { DerivedValue, DerivedValueTarget } from './values/derived-value.js';

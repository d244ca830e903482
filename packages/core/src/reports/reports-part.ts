import { GraphQLBoolean } from 'graphql';
import {
  allow,
  computed,
  extend,
  label,
  list,
  many,
  one,
  readOnlyRows,
  rowRule,
  type RowRule,
} from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';
import { unitsUnder } from '../filters/units-under.js';
import type { CorePart } from '../part.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { DataValue } from '../values/data-value.js';
import { foundByScopeMigration } from './found-by-scope-migration.js';
import { contributionsOf } from '../programs/contributions.js';
import { loadReportTemplates } from './load.js';
import { reportDayMigration } from './report-day-migration.js';
import { reportMigration } from './migration.js';
import { ReportTemplateItem } from './report-template-item.js';
import { ReportTemplate } from './report-template.js';
import { reportVietnamese } from './report-vietnamese.js';
import { reportRouteMigration } from './report-route-migration.js';
import { record } from './report-place.js';
import { reportWorkflow, summarize, type ReportStep } from './report-state.js';
import { ReportVersion } from './report-version.js';
import { ReportDispatch } from './report-dispatch.js';
import { ReportInclusion } from './report-inclusion.js';
import { ReportSummaryResolver } from './report-summary.resolver.js';
import { ReportSummary, ReportSummaryLine } from './report-summary.js';
import { ReportResolver } from './report.resolver.js';
import { reportWords } from './report-words.js';
import { Report } from './report.js';
import { ReviewRemark } from './review-remark.js';
import { ReviewStep } from './review-step.js';
import { reportTemplateLabels } from './labels.js';
import { SendReportResolver } from './send-report.resolver.js';
import { reportSummariesMigration } from './summary-migration.js';
import { listPlans } from './lists/read-list.js';
import { withInstalledLists } from './sections/declared-sections.js';
import {
  ReportList,
  ReportListColumn,
  ReportSection,
  ReportSectionFigure,
} from './sections/report-section.js';
import {
  ReportListResolver,
  ReportSectionsResolver,
  SignedSectionsResolver,
} from './sections/report-sections.resolver.js';
import { ReportTemplateSection } from './sections/report-template-section.js';
import { reportSectionsMigration } from './sections/sections-migration.js';
import { sectionProblems } from './sections/section-problems.js';
import { sectionVietnamese } from './sections/section-vietnamese.js';

const forms = allow.signedIn();
const readSigned = allow.allOf(allow.permission('core:report.read'), allow.permission('core:value.read'));
const readFigures = allow.permission('core:value.read');
const readReports = allow.permission('core:report.read');
/** While the unit stands, or for what is left to be handed in once it has ended. */
const mayChange = (permission: string, row = ''): string => {
  const asked = `'${permission}', ${row}unit_id, ${row}program`;
  return `core.may_change(${asked}) or core.may_close(${asked}, ${row}period_id)`;
};
const explanation =
  'Reports of units in the caller’s scope (their history included) or of the own organization; begun by who records there, moved on by who submits, verifies or accepts; the last ones of a unit that has ended by who holds that over all it became.';
const ofUnit = {
  unit: 'unit_id',
  program: { column: 'program' },
  organization: 'organization_id',
  explanation,
} as const;
/** Whoever may take some step with a report may change its row: which step that is, the code says. */
const steps = [...new Set(Object.values(reportWorkflow.steps).flatMap(({ permissions }) => permissions))];
const mayTake = (...taken: ReportStep[]): string =>
  [...new Set(taken.flatMap((step) => reportWorkflow.steps[step].permissions))]
    .map((permission) => mayChange(permission, 'report.'))
    .join(' or ');
const reviews: ReportStep[] = [
  'submitReport',
  'verifyReport',
  'returnReport',
  'acceptReport',
  'reopenReport',
];

/** What was signed holds all figures of a report: it is not enough to see some, as an organization does its own. */
const figuresSeen = (
  unitRows({
    unit: 'report.unit_id',
    program: { column: 'report.program' },
    read: 'core:value.read',
    explanation: '',
  }).select as { using: string }
).using;

/** Rows that belong to a report: seen with it, and added by whoever takes a step with it. */
const ofReport = (report: string, taken: readonly ReportStep[], whose: string): RowRule =>
  rowRule({
    select: { using: `exists (select from core.report report where report.id = ${report})` },
    insert: {
      using: `exists (select from core.report report where report.id = ${report} and (${mayTake(...taken)}))`,
    },
    explanation: whose,
  });

const reportOfVersion = '(select made.report_id from core.report_version made where made.id = version_id)';

/** Forms, and the reports made with them. */
export const reportsPart: CorePart = {
  entities: [
    ReportTemplate,
    ReportTemplateSection,
    ReportTemplateItem,
    Report,
    ReportVersion,
    ReportInclusion,
    ReportDispatch,
    ReviewStep,
    ReviewRemark,
  ],
  types: [ReportSummary, ReportSummaryLine, ReportSection, ReportSectionFigure, ReportList, ReportListColumn],
  resolvers: [
    ReportResolver,
    ReportSummaryResolver,
    SendReportResolver,
    ReportSectionsResolver,
    SignedSectionsResolver,
    ReportListResolver,
  ],
  migrations: [
    reportMigration,
    reportRouteMigration,
    foundByScopeMigration,
    reportSummariesMigration,
    reportSectionsMigration,
    reportDayMigration,
  ],
  asOf: { Report: 'asOf' },
  rows: {
    ReportTemplate: readOnlyRows('Forms are reference data, the same for everyone.'),
    ReportTemplateSection: readOnlyRows('Sections of forms are reference data, the same for everyone.'),
    ReportTemplateItem: readOnlyRows('Lines of forms are reference data, the same for everyone.'),
    Report: rowRule({
      select: unitRows({ ...ofUnit, read: 'core:report.read', large: true }).select,
      // Who puts reports together begins none that figures are entered into.
      insert: {
        using: `(${mayChange(record)} or ((${mayChange(summarize)})
          and template_id in (select form.id from core.report_template form where form.summarizes_id is not null)))`,
      },
      update: { using: `(${steps.map((permission) => mayChange(permission)).join(' or ')})` },
      updateColumns: [
        'state',
        'note',
        'organization_id',
        'submitted_at',
        'submitted_by',
        'accepted_at',
        'accepted_by',
        'verified_at',
        'verified_by',
        'return_reason',
        'reopen_reason',
        'missing_reason',
        'version',
      ],
      explanation,
    }),
    ReportVersion: {
      ...ofReport(
        'report_id',
        ['submitReport'],
        'With their report, by who sees all figures of its unit and program; added when it is signed, never changed.',
      ),
      select: {
        using: `exists (select from core.report report where report.id = report_id and ${figuresSeen})`,
      },
    },
    ReportInclusion: {
      ...ofReport(
        reportOfVersion,
        ['submitReport'],
        'With both signed reports; added when the one is signed that was made of the other, never changed.',
      ),
      select: {
        using: `exists (select from core.report_version made where made.id = version_id)
          and exists (select from core.report_version part where part.id = included_id)`,
      },
    },
    ReportDispatch: ofReport(
      'report_id',
      ['sendReport'],
      'With their report; added when it is sent, never changed.',
    ),
    ReviewStep: ofReport('report_id', reviews, 'With their report; added with each step, never changed.'),
    ReviewRemark: ofReport(
      '(select step.report_id from core.review_step step where step.id = step_id)',
      ['returnReport'],
      'With their report; added when it is returned, never changed.',
    ),
  },
  tables: {
    report_narrative: {
      ...ofReport(
        'report_id',
        ['saveReportDraft'],
        'With their report; written by who fills it in. What was signed stands in its versions.',
      ),
      update: {
        using: `exists (select from core.report report where report.id = report_id and (${mayTake('saveReportDraft')}))`,
      },
      updateColumns: ['content'],
    },
  },
  reads: {
    reportTemplates: list(ReportTemplate, {
      description: 'The forms that units fill in.',
      filter: ['program', 'calendar', 'level'],
      order: ['key'],
    }),
    reportTemplate: one(ReportTemplate, {
      by: 'key',
      description: 'The form of this key; null where there is none.',
    }),
    report: one(Report, { by: 'id', description: 'One report, by its global id.' }),
    reports: list(Report, {
      description: 'Reports that the caller may see, the latest period first.',
      filter: ['template', 'unit', 'period', 'program', 'state', 'asOf', 'organization', 'demo'],
      filters: { under: unitsUnder() },
      order: ['asOf', 'submittedAt'],
      descending: true,
    }),
  },
  extend: [
    reportTemplateLabels,
    extend(ReportTemplateSection, {
      title: label('title', {
        description: 'Heading of the section in the language of the caller.',
        required: true,
      }),
      items: many(ReportTemplateItem, 'section', {
        description: 'Its lines in the order of the form; none but of sections of figures.',
        order: ['position'],
      }),
    }),
    extend(ReportTemplate, {
      sections: many(ReportTemplateSection, 'template', {
        description: 'Its parts in the order of the printed form.',
        filter: ['kind'],
        order: ['position'],
      }),
      items: many(ReportTemplateItem, 'template', {
        description: 'Its lines in the order of the printed form.',
        order: ['position'],
      }),
    }),
    extend(Report, {
      dataValues: many(DataValue, 'report', {
        description: 'Figures entered in this report that the caller may see, superseded ones included.',
        filter: ['indicator', 'state'],
        filters: {
          current: {
            type: GraphQLBoolean,
            description: 'true: only figures that count now; false: only those that were superseded.',
            sql: (row, parameter) => `(${row}.superseded_at is null) = ${parameter}::boolean`,
          },
        },
        order: ['recordedAt'],
      }),
    }),
    extend(Report, {
      versions: many(ReportVersion, 'report', {
        description: 'It as it was signed, once for each time it was handed in, the first one first.',
        order: ['number'],
      }),
      dispatches: many(ReportDispatch, 'report', {
        description: 'To whom it was sent, the first one first.',
        filter: ['sentOn', 'organization'],
        order: ['sentOn'],
      }),
      steps: many(ReviewStep, 'report', {
        description: 'The steps it has taken, the first one first.',
        filter: ['action'],
        order: ['takenAt'],
      }),
    }),
    extend(ReportVersion, {
      intact: computed(GraphQLBoolean, {
        description: 'Whether the content still has the hash it was signed with; computed anew each time.',
        sqlType: 'boolean',
        required: true,
        sql: (row) => `(${row}.sha256 = encode(sha256(convert_to(${row}.content, 'UTF8')), 'hex'))`,
      }),
    }),
    extend(ReportVersion, {
      madeOf: many(ReportInclusion, 'version', {
        description: 'The signed reports it was made of; none of reports that figures are entered into.',
        order: ['id'],
      }),
      includedIn: many(ReportInclusion, 'included', {
        description: 'The signed reports of the level above that were made of it.',
        order: ['id'],
      }),
    }),
    extend(ReviewStep, {
      remarks: many(ReviewRemark, 'step', {
        description: 'What was wrong with single figures and sections; none but where it was returned.',
        order: ['id'],
      }),
    }),
    extend(AdministrativeUnit, {
      reports: many(Report, 'unit', {
        description: 'Reports of this very unit that the caller may see.',
        filter: ['template', 'period', 'state', 'asOf'],
        order: ['asOf'],
        descending: true,
      }),
    }),
  ],
  fields: {
    ReportTemplate: forms,
    ReportTemplateItem: forms,
    'ReportTemplate.items': forms,
    ReportTemplateSection: forms,
    'ReportTemplate.sections': forms,
    'Query.reportTemplates': forms,
    'Query.reportTemplate': forms,
    Report: readReports,
    // What is or would be signed holds the figures.
    ReportSection: readSigned,
    ReportSectionFigure: readSigned,
    ReportList: readSigned,
    ReportListColumn: readSigned,
    'Report.sections': readFigures,
    'ReportVersion.sections': readSigned,
    ReportVersion: readSigned,
    'Report.versions': readReports,
    'ReportVersion.intact': readSigned,
    ReportInclusion: readSigned,
    'ReportVersion.madeOf': readSigned,
    'ReportVersion.includedIn': readSigned,
    ReportDispatch: readReports,
    'Report.dispatches': readReports,
    ReportSummary: readFigures,
    ReportSummaryLine: readFigures,
    'Report.summary': readFigures,
    ReviewStep: readReports,
    'Report.steps': readReports,
    ReviewRemark: readReports,
    'ReviewRemark.dataValue': readFigures,
    'ReviewStep.remarks': readReports,
    'Report.dataValues': readFigures,
    'AdministrativeUnit.reports': readReports,
    'Query.report': readReports,
    'Query.reports': readReports,
    ...Object.fromEntries(
      Object.entries(reportWorkflow.steps).map(([step, { permissions }]) => [
        `Mutation.${step}`,
        permissions.length === 1
          ? allow.permission(permissions[0]!)
          : allow.anyOf(...permissions.map(allow.permission)),
      ]),
    ),
  },
  problems: {
    ...reportWords.problems,
    ...sectionProblems,
    REPORT_ITEMS_INVALID: {
      vi: 'Chưa ghi gì: có {given} mục không hợp lệ, xem chi tiết từng mục.',
      en: 'Nothing was saved: {given} entries are not valid; each one says why.',
    },
    REPORT_ITEM_NOT_ASKED: {
      vi: 'Mẫu báo cáo không có chỉ số {given}; gồm: {allowed}.',
      en: 'The form does not ask for {given}; it asks for: {allowed}.',
    },
    REPORT_ITEM_TWICE: {
      vi: 'Chỉ số {given} được nêu hai lần trong báo cáo.',
      en: 'The report names {given} twice.',
    },
    REPORT_LEVEL_MISMATCH: {
      vi: 'Mẫu này do đơn vị cấp {allowed} lập; đơn vị này thuộc loại {given}.',
      en: 'This form is filled in by units of the level {allowed}; this unit is a {given}.',
      says: { given: 'UnitKind', allowed: 'CollectionLevel' },
    },
    REPORT_NOT_VERIFIED: {
      vi: 'Mẫu báo cáo này phải được cán bộ phụ trách thẩm tra trước khi duyệt; báo cáo đang ở trạng thái {given}.',
      en: 'An officer has to verify a report of this form before it is accepted; it is {given}.',
      says: { given: 'ReportState' },
    },
    REVIEW_REMARK_TWICE: {
      vi: 'Số liệu hoặc mục {given} được nêu hai lần trong phần cần sửa.',
      en: 'The remarks name {given} twice.',
    },
    REVIEW_REMARK_ELSEWHERE: {
      vi: 'Số liệu {given} không phải số liệu đang tính của báo cáo này.',
      en: 'The figure {given} is not one of this report that counts now.',
    },
    REPORT_SUMMARIZES: {
      vi: 'Báo cáo này được tổng hợp từ báo cáo cấp dưới nên không nhập số liệu; đã nhận {given} số liệu.',
      en: 'This report is made of those of the units below: no figures are entered into it, and {given} were given.',
    },
    REPORT_NOT_SUMMARIZING: {
      vi: 'Mẫu {given} không tổng hợp báo cáo cấp dưới nên không có báo cáo nào bị thiếu.',
      en: 'The form {given} puts no other reports together, so none of them is missing.',
    },
    SUMMARY_INCOMPLETE: {
      vi: 'Còn {given} đơn vị chưa có báo cáo được duyệt: {missing}. Muốn ký phải nêu lý do (missingReason).',
      en: 'The reports of {given} units are not accepted yet: {missing}. To sign without them, say why (missingReason).',
    },
    REPORT_RECIPIENT: {
      vi: 'Nơi nhận là một tổ chức hoặc một tên gọi, đúng một trong hai.',
      en: 'A recipient is an organization or a name, one of the two.',
    },
    REPORT_NEVER_SIGNED: {
      vi: 'Báo cáo này chưa có bản ký nào được lưu nên không có gì để gửi.',
      en: 'Nothing of this report was signed and kept, so there is nothing to send.',
    },
    REPORT_BELOW_PREDECESSORS: {
      vi: 'Có {given} số liệu nhỏ hơn số các đơn vị nhập vào đã báo cáo đến ngày sáp nhập: {findings}. Báo cáo của đơn vị mới tính cho cả kỳ.',
      en: '{given} figures are less than what the units that went into this one had told until then: {findings}. Its report is about the whole period.',
    },
    REPORT_INCOMPLETE: {
      vi: 'Chưa nộp được: còn thiếu số liệu hoặc mục bắt buộc: {given}.',
      en: 'It cannot be handed in yet: required figures or sections are missing: {given}.',
    },
  },
  shortNames: reportWords.shortNames,
  vietnamese: { ...reportVietnamese, ...sectionVietnamese },
  load: async ({ database, plugins, log }) => {
    const declared = withInstalledLists(
      contributionsOf(plugins).flatMap(({ contribution }) => contribution.reports ?? []),
      listPlans({ database, plugins }),
    );
    const report = await database.asSystem('load the report forms', (session) =>
      loadReportTemplates(session, declared),
    );
    if (!report.alreadyLoaded) log('report forms loaded');
  },
};

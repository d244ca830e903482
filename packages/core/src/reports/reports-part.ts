import { GraphQLBoolean } from 'graphql';
import { allow, extend, list, many, one, readOnlyRows, rowRule } from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';
import type { CorePart } from '../part.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { DataValue } from '../values/data-value.js';
import { foundByScopeMigration } from './found-by-scope-migration.js';
import { loadReportTemplates } from './load.js';
import { reportMigration } from './migration.js';
import { ReportTemplateItem } from './report-template-item.js';
import { ReportTemplate } from './report-template.js';
import { reportVietnamese } from './report-vietnamese.js';
import { ReportResolver } from './report.resolver.js';
import { Report } from './report.js';
import { reportTemplateLabels } from './labels.js';

const forms = allow.signedIn();
const readReports = allow.permission('core:report.read');
const mayChange = (permission: string): string => `core.may_change('${permission}', unit_id, program)`;
const explanation =
  'Reports of units in the caller’s scope (their history included) or of the own organization; begun by who records there, moved on by who submits, verifies or accepts.';
const ofUnit = {
  unit: 'unit_id',
  program: { column: 'program' },
  organization: 'organization_id',
  explanation,
} as const;
const steps = ['core:value.record', 'core:report.submit', 'core:report.verify', 'core:report.accept'];

/** Forms, and the reports made with them. */
export const reportsPart: CorePart = {
  entities: [ReportTemplate, ReportTemplateItem, Report],
  resolvers: [ReportResolver],
  migrations: [reportMigration, foundByScopeMigration],
  asOf: { Report: 'asOf' },
  rows: {
    ReportTemplate: readOnlyRows('Forms are reference data, the same for everyone.'),
    ReportTemplateItem: readOnlyRows('Lines of forms are reference data, the same for everyone.'),
    Report: rowRule({
      select: unitRows({ ...ofUnit, read: 'core:report.read' }).select,
      insert: { using: mayChange('core:value.record') },
      update: { using: `(${steps.map(mayChange).join(' or ')})` },
      updateColumns: [
        'state',
        'note',
        'organization_id',
        'submitted_at',
        'submitted_by',
        'accepted_at',
        'accepted_by',
        'return_reason',
        'version',
      ],
      explanation,
    }),
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
    reports: list(Report, {
      description: 'Reports that the caller may see, the latest period first.',
      filter: ['template', 'unit', 'period', 'program', 'state', 'asOf', 'organization', 'demo'],
      order: ['asOf', 'submittedAt'],
      descending: true,
    }),
  },
  extend: [
    reportTemplateLabels,
    extend(ReportTemplate, {
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
    'Query.reportTemplates': forms,
    'Query.reportTemplate': forms,
    Report: readReports,
    'Report.dataValues': allow.permission('core:value.read'),
    'AdministrativeUnit.reports': readReports,
    'Query.reports': readReports,
    'Mutation.saveReportDraft': allow.permission('core:value.record'),
    'Mutation.submitReport': allow.permission('core:report.submit'),
    'Mutation.returnReport': allow.permission('core:report.verify'),
    'Mutation.acceptReport': allow.permission('core:report.accept'),
  },
  problems: {
    REPORT_STATE: {
      vi: 'Báo cáo đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The report is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    REPORT_ITEMS_INVALID: {
      vi: 'Chưa ghi gì: có {given} số liệu không hợp lệ, xem chi tiết từng mục.',
      en: 'Nothing was saved: {given} figures are not valid; each one says why.',
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
    },
    REPORT_INCOMPLETE: {
      vi: 'Chưa nộp được: còn thiếu số liệu bắt buộc: {given}.',
      en: 'It cannot be handed in yet: required figures are missing: {given}.',
    },
  },
  vietnamese: reportVietnamese,
  load: async ({ database, log }) => {
    const report = await database.asSystem('load the report forms', (session) =>
      loadReportTemplates(session),
    );
    if (!report.alreadyLoaded) log('report forms loaded');
  },
};

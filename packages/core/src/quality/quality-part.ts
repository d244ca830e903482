import { allow, extend, label, list, many, readOnlyRows } from '@phoihop/platform';
import { validOn } from '../filters/valid-on.js';
import { Indicator } from '../indicators/indicator.js';
import type { CorePart } from '../part.js';
import { contributionsOf } from '../programs/contributions.js';
import { FindingsResolver } from './findings.resolver.js';
import { loadQuality } from './load.js';
import { qualityMigration } from './migration.js';
import { OutlierRule } from './outlier-rule.js';
import { qualityVietnamese } from './quality-vietnamese.js';
import { ReportFinding } from './report-finding.js';
import { ValueCheck } from './value-check.js';

const signedIn = allow.signedIn();
const readFigures = allow.permission('core:value.read');

const ruleFilters = {
  validOn: validOn({
    en: 'Only rules that hold for figures about this day.',
    vi: 'Chỉ các quy tắc áp dụng cho số liệu tính đến ngày này.',
  }),
};

/** What figures are checked by: each other, and the unit's own history. */
export const qualityPart: CorePart = {
  entities: [ValueCheck, OutlierRule],
  types: [ReportFinding],
  resolvers: [FindingsResolver],
  migrations: [qualityMigration],
  rows: {
    ValueCheck: readOnlyRows('Rules that figures are checked by are reference data, the same for everyone.'),
    OutlierRule: readOnlyRows('How outliers are told is reference data, the same for everyone.'),
  },
  reads: {
    valueChecks: list(ValueCheck, {
      description: 'The rules that figures must satisfy together, those that no longer hold included.',
      filter: ['indicator', 'otherIndicator', 'severity', 'relation'],
      filters: ruleFilters,
      order: ['key'],
    }),
    outlierRules: list(OutlierRule, {
      description: 'How far figures may be from a unit’s own history, by indicator.',
      filter: ['indicator'],
      filters: ruleFilters,
      order: ['validFrom'],
    }),
  },
  extend: [
    extend(ValueCheck, {
      title: label('title', {
        description: 'The rule as a sentence, in the language of the caller.',
        required: true,
      }),
    }),
    extend(Indicator, {
      valueChecks: many(ValueCheck, 'indicator', {
        description: 'The rules whose first figure is one of this indicator.',
        filter: ['severity'],
        filters: ruleFilters,
        order: ['key'],
      }),
    }),
  ],
  fields: {
    ValueCheck: signedIn,
    'ValueCheck.title': signedIn,
    'Query.valueChecks': signedIn,
    'Indicator.valueChecks': signedIn,
    OutlierRule: signedIn,
    'Query.outlierRules': signedIn,
    ReportFinding: readFigures,
    'Report.findings': readFigures,
  },
  problems: {
    FINDING_CHECK: {
      vi: '{title} (số liệu: {given}; đem so: {against}).',
      en: '{title} (given: {given}; held against: {against}).',
    },
    FINDING_OUTLIER: {
      vi: 'Số liệu {given} nằm ngoài khoảng thường gặp của đơn vị, từ {from} đến {to} (xét {history} kỳ trước).',
      en: 'The figure {given} lies outside what is usual for the unit, {from} to {to} (by {history} periods before).',
    },
    REPORT_FINDINGS: {
      vi: 'Chưa nộp được: có {given} chỗ số liệu không khớp: {findings}.',
      en: 'It cannot be handed in yet: figures do not fit together in {given} places: {findings}.',
    },
  },
  vietnamese: qualityVietnamese,
  load: async ({ database, plugins, log }) => {
    const checks = contributionsOf(plugins).flatMap(({ contribution }) => contribution.checks ?? []);
    const rules = await database.asSystem('load the rules of figures', (session) =>
      loadQuality(session, checks),
    );
    if (!rules.alreadyLoaded) log('rules of figures loaded', { checks: checks.length });
  },
};

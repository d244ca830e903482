import { allow, extend, list, many, one, rowRule } from '@phoihop/platform';
import type { CorePart } from '../part.js';
import { IndicatorFeeder } from './indicator-feeder.js';
import { IndicatorMutationsResolver } from './indicator-mutations.resolver.js';
import { indicatorNames } from './indicator-names.js';
import { indicatorVietnamese } from './indicator-vietnamese.js';
import {
  IndicatorComponents,
  IndicatorPart,
  IndicatorResolver,
  IndicatorStatus,
} from './indicator.resolver.js';
import { Indicator } from './indicator.js';
import { loadIndicators } from './load.js';
import { indicatorMigration } from './migration.js';
import { indicatorLabels } from './labels.js';

const definition = allow.public('What is measured, and how, is told to everyone; no figure is in it.');
const mayManage = allow.permission('core:indicator.manage');
const ofProgram = `core.may_manage('core:indicator.manage', program)`;
const ofIndicator = `exists (select from core.indicator whole where whole.id = indicator_id
  and core.may_manage('core:indicator.manage', whole.program))`;

/** What is measured, and where its figures come from. */
export const indicatorsPart: CorePart = {
  entities: [Indicator, IndicatorFeeder],
  types: [IndicatorComponents, IndicatorStatus, IndicatorPart],
  resolvers: [IndicatorResolver, IndicatorMutationsResolver],
  migrations: [indicatorMigration],
  rows: {
    Indicator: rowRule({
      select: 'always',
      insert: { using: ofProgram },
      update: { using: ofProgram },
      updateColumns: [
        'title_vi',
        'title_en',
        'description_vi',
        'description_en',
        'applies_to',
        'split_rule',
        'decimals',
        'sources',
        'small_cell_threshold',
        'reported_by',
        'version',
      ],
      explanation: 'Definitions are public; added and changed by who manages indicators of the program.',
    }),
    IndicatorFeeder: rowRule({
      select: 'always',
      insert: { using: ofIndicator },
      update: { using: ofIndicator },
      updateColumns: ['valid_to'],
      explanation: 'Public; switched by who manages indicators of the program, and what was before is kept.',
    }),
  },
  reads: {
    indicators: list(Indicator, {
      description: 'Everything that is measured, by key.',
      filter: ['kind', 'plugin', 'program', 'calendar', 'collectionLevel', 'reportedBy', 'demo'],
      order: ['key', 'program'],
    }),
    indicator: one(Indicator, {
      by: 'key',
      description: 'The indicator of this key; null where there is none.',
    }),
  },
  extend: [
    indicatorLabels,
    extend(Indicator, {
      feeders: many(IndicatorFeeder, 'indicator', {
        description: 'Where its figures came from over time, and come from now.',
        order: ['validFrom'],
      }),
    }),
  ],
  fields: {
    Indicator: definition,
    IndicatorFeeder: definition,
    IndicatorComponents: definition,
    IndicatorStatus: definition,
    IndicatorPart: definition,
    'Indicator.feeders': definition,
    'Query.indicators': definition,
    'Query.indicator': definition,
    'Mutation.createIndicator': mayManage,
    'Mutation.changeIndicator': mayManage,
  },
  problems: {
    INDICATOR_NOT_FOUND: {
      vi: 'Không có chỉ số {given}. Hãy chọn một chỉ số trong danh mục chỉ số.',
      en: 'There is no indicator {given}. Choose one from the list of indicators.',
    },
    INDICATOR_UNSOUND: {
      vi: 'Chỉ số chưa hợp lệ, trước hết ở {field}: {allowed}',
      en: 'The indicator is not sound, first of all in {field}: {allowed}',
    },
  },
  shortNames: indicatorNames,
  vietnamese: indicatorVietnamese,
  load: async ({ database, plugins, clock, log }) => {
    const { loaded } = await database.asSystem('load the declared indicators', (session) =>
      loadIndicators(session, plugins, clock.businessDate),
    );
    if (loaded.length > 0) log('indicators loaded', { indicators: loaded.length });
  },
};

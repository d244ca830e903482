import { GraphQLBoolean } from 'graphql';
import { allow, extend, list, many, rowRule, type CustomFilter, type RowPredicate } from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';
import { Indicator } from '../indicators/indicator.js';
import type { CorePart } from '../part.js';
import { keepingCheaperMigration } from '../totals/keeping-cheaper-migration.js';
import { keepMaps } from '../totals/keep-maps.js';
import { totalsOnMapMigration } from '../totals/on-map-migration.js';
import { ownFiguresMigration } from '../totals/own-figures-migration.js';
import { totalsMigration } from '../totals/totals-migration.js';
import { totalsTables } from '../totals/totals-tables.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { indicatorAggregateAnswer, rootReportingRowAnswer } from './aggregate-answers.js';
import { AggregateResolver } from './aggregate.resolver.js';
import {
  FigureCoverage,
  FigureReason,
  IndicatorAggregate,
  IndicatorReportingRow,
  MissingFigure,
  ReportingChange,
} from './aggregate-types.js';
import { aggregatesAtOnceMigration } from './aggregates-at-once-migration.js';
import { DataValueResolver } from './data-value.resolver.js';
import { dataValueShare } from './data-value-share.js';
import { DataValue } from './data-value.js';
import { figuresOfUnitsMigration } from './figures-of-units-migration.js';
import { figuresOfWholeMigration } from './figures-of-whole-migration.js';
import { plannedOnceMigration } from './planned-once-migration.js';
import { RankedUnit, UnitRanking } from './unit-ranking-types.js';
import { UnitRankingResolver } from './unit-ranking.resolver.js';
import { valueMigration } from './migration.js';
import { valueProblems } from './value-problems.js';
import { valueVietnamese } from './value-vietnamese.js';
import { figuresInSetsMigration } from './writes-migration.js';

const readFigures = allow.permission('core:value.read');

const current: CustomFilter = {
  type: GraphQLBoolean,
  description: 'true: only figures that count now; false: only those that were superseded.',
  sql: (row, parameter) => `(${row}.superseded_at is null) = ${parameter}::boolean`,
};

const explanation =
  'Figures of units and programs in the caller’s scope (their history included) or of the own organization, but none that a plugin computed where small counts are withheld; entered by who records there, accepted by who accepts there, in reports of a unit that has ended by who holds that over all it became; superseded, never changed.';
const ofUnit = {
  unit: 'unit_id',
  program: { column: 'program' },
  organization: 'organization_id',
  explanation,
} as const;
/** Where the caller may write: the set, because figures are written many at a time. The same answer as may_change, and
 * in reports of units that have ended, who may close them. */
const written = (
  permission: string,
): string => `(unit_id in (select changed from core.units_changed('${permission}') as changed)
  or (unit_id, core.program_label(program)) in
    (select changed.unit_id, changed.program from core.program_units_changed('${permission}') as changed)
  or (report_id is not null and core.may_close('${permission}', unit_id, program, period_id)))`;
const recorded = written('core:value.record');
const accepted = written('core:value.accept');

const seen = unitRows({ ...ofUnit, read: 'core:value.read', large: true }).select as Exclude<
  RowPredicate,
  string
>;
/**
 * What a plugin has counted over rows that are not for everybody nobody reads one by one where small counts are
 * withheld: an aggregate gives it out, or withholds it. Whoever enters a figure of such an indicator knows it anyway.
 */
const notCountedInSecret = `(origin is null or indicator_id <> all (array(
  select its.id from core.indicator its where its.small_cell_threshold is not null)))`;

/** Figures, and what is computed from them. */
export const valuesPart: CorePart = {
  entities: [DataValue],
  types: [
    FigureReason,
    FigureCoverage,
    MissingFigure,
    IndicatorAggregate,
    ReportingChange,
    IndicatorReportingRow,
    RankedUnit,
    UnitRanking,
  ],
  resolvers: [DataValueResolver, AggregateResolver, UnitRankingResolver],
  migrations: [
    valueMigration,
    totalsMigration,
    figuresInSetsMigration,
    totalsOnMapMigration,
    keepingCheaperMigration,
    aggregatesAtOnceMigration,
    figuresOfUnitsMigration,
    figuresOfWholeMigration,
    ownFiguresMigration,
    plannedOnceMigration,
  ],
  answers: [indicatorAggregateAnswer, rootReportingRowAnswer],
  tables: totalsTables,
  asOf: { DataValue: 'asOf' },
  rows: {
    DataValue: rowRule({
      select: { ...seen, using: `(${seen.using}) and ${notCountedInSecret}` },
      insert: { using: `case state when 'ACCEPTED' then ${accepted} else ${recorded} end` },
      update: { using: `(${recorded} or ${accepted})` },
      updateColumns: ['superseded_at', 'superseded_by'],
      explanation,
    }),
  },
  reads: {
    dataValues: list(DataValue, {
      description:
        'Figures that the caller may see, superseded ones included unless `filter.current` is true.',
      filter: [
        'indicator',
        'unit',
        'period',
        'program',
        'source',
        'state',
        'asOf',
        'report',
        'organization',
        'demo',
      ],
      filters: { current },
      order: ['asOf', 'recordedAt'],
      descending: true,
    }),
  },
  extend: [
    dataValueShare,
    extend(AdministrativeUnit, {
      dataValues: many(DataValue, 'unit', {
        description: 'Figures of this very unit that the caller may see, superseded ones included.',
        filter: ['indicator', 'period', 'program', 'source', 'state', 'asOf'],
        filters: { current },
        order: ['asOf', 'recordedAt'],
        descending: true,
      }),
    }),
    extend(Indicator, {
      dataValues: many(DataValue, 'indicator', {
        description: 'Figures of this indicator that the caller may see, superseded ones included.',
        filter: ['unit', 'period', 'source', 'state', 'asOf'],
        filters: { current },
        order: ['asOf', 'recordedAt'],
        descending: true,
      }),
    }),
  ],
  fields: {
    RankedUnit: readFigures,
    UnitRanking: readFigures,
    'Query.unitRanking': readFigures,
    DataValue: readFigures,
    'AdministrativeUnit.dataValues': readFigures,
    'Indicator.dataValues': readFigures,
    'Query.dataValues': readFigures,
    FigureReason: readFigures,
    FigureCoverage: readFigures,
    MissingFigure: readFigures,
    IndicatorAggregate: readFigures,
    ReportingChange: readFigures,
    IndicatorReportingRow: readFigures,
    'Query.indicatorAggregate': readFigures,
    'Query.reportingRow': readFigures,
    'Mutation.recordDataValue': allow.permission('core:value.record'),
    'Mutation.correctDataValue': allow.permission('core:value.record'),
    'Mutation.acceptDataValues': allow.permission('core:value.accept'),
  },
  // After units and indicators: it follows from both.
  load: async ({ database, clock, log }) => {
    const units = await keepMaps(database, clock.businessDate);
    if (units) log('units of maps worked out', { units });
  },
  problems: valueProblems,
  shortNames: {
    'ValueState.PROVISIONAL': { vi: 'chưa duyệt', en: 'not accepted yet' },
    'ValueState.ACCEPTED': { vi: 'đã duyệt', en: 'accepted' },
  },
  vietnamese: valueVietnamese,
};

import { GraphQLInt } from 'graphql';
import { allow, extend, list, many, one, rowRule, type CustomFilter, type RowRule } from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';
import { whether } from '../filters/whether.js';
import type { CorePart } from '../part.js';
import { Program } from '../programs/program.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { PlanBelow, PlanComparison, PlanItemCoverage } from './plan-comparison-types.js';
import { PlanComparisonResolver } from './plan-comparison.resolver.js';
import { PlanContentResolver } from './plan-content.resolver.js';
import { PlanItem } from './plan-item.js';
import { PlanMutations } from './plan-mutations.resolver.js';
import { planWorkflow } from './plan-state.js';
import { PlanVersion } from './plan-version.js';
import { planVersionsMigration } from './plan-versions-migration.js';
import { planWords } from './plan-words.js';
import { Plan } from './plan.js';
import { plansVietnamese } from './vietnamese.js';

const readers = allow.permission('core:plan.read');
const managers = allow.permission('core:plan.manage');

const inScope = unitRows({
  unit: 'unit_id',
  program: { column: 'program_code' },
  read: 'core:plan.read',
  write: 'core:plan.manage',
  updateColumns: ['state', 'title', 'basis_document_id', 'created_by', 'items_by', 'version'],
  explanation:
    'Within the scope of plan.read, drafts only within that of plan.manage; drawn up and changed within the scope of plan.manage.',
});

const drafts = unitRows({
  unit: 'unit_id',
  program: { column: 'program_code' },
  read: 'core:plan.manage',
  explanation: '',
});

const using = (rule: RowRule): string => (rule.select as { using: string }).using;

/** A draft is its authors' until it is approved. */
const planRows: RowRule = {
  ...inScope,
  select: { using: `(${using(inScope)}) and (state <> 'DRAFT' or ${using(drafts)})` },
};

/** Rows that belong to a plan: seen with it, and added by who manages it. */
const managed = `plan_id in (select its.id from core.plan its where core.may_change('core:plan.manage', its.unit_id, its.program_code))`;
const withPlan = { using: 'plan_id in (select id from core.plan)' } as const;

const inVersion: CustomFilter = {
  type: GraphQLInt,
  description: 'Only what the plan contained in this version of it; the latest one for what it contains now.',
  vietnamese: 'Chỉ những gì kế hoạch có ở phiên bản này; phiên bản mới nhất là những gì đang có.',
  sql: (row, version) =>
    `(${row}.added_version <= ${version}::int and (${row}.removed_version is null or ${row}.removed_version > ${version}::int))`,
};
const current = whether(
  {
    en: 'true: only what it contains now; false: only what it once did.',
    vi: 'true: chỉ những gì đang có; false: chỉ những gì đã bỏ ra.',
  },
  (row) => `${row}.removed_version is null`,
);

const filter = ['unit', 'program', 'year', 'state', 'parent', 'demo'];
const order = ['year', 'title'];

/** Work plans and their way from draft to close. */
export const plansPart: CorePart = {
  entities: [Plan, PlanItem, PlanVersion],
  types: [PlanComparison, PlanItemCoverage, PlanBelow],
  resolvers: [PlanMutations, PlanContentResolver, PlanComparisonResolver],
  migrations: [planVersionsMigration],
  rows: {
    Plan: planRows,
    PlanItem: rowRule({
      select: withPlan,
      insert: { using: managed },
      update: { using: managed },
      updateColumns: ['removed_version'],
      explanation: 'With their plan; added and taken out by who manages it, never deleted.',
    }),
    PlanVersion: rowRule({
      select: withPlan,
      insert: { using: managed },
      explanation: 'With their plan; added when it is adjusted, never changed.',
    }),
  },
  reads: {
    plan: one(Plan, { by: 'id', description: 'One work plan, by its global id.' }),
    plans: list(Plan, { description: 'The work plans that the caller may see.', filter, order }),
  },
  extend: [
    extend(Plan, {
      children: many(Plan, 'parent', {
        description: 'The plans that carry this one out.',
        filter: ['unit', 'state'],
        order,
      }),
      items: many(PlanItem, 'plan', {
        description: 'The targets and activities it contains, and those it once did.',
        filter: ['target', 'activity'],
        filters: { current, inVersion },
        order: ['id'],
      }),
      earlierVersions: many(PlanVersion, 'plan', {
        description: 'It as it was before each adjustment, the first first.',
        order: ['version'],
      }),
    }),
    extend(Program, {
      plans: many(Plan, 'program', {
        description: 'The plans that carry this line out.',
        filter: ['unit', 'year', 'state'],
        order,
      }),
    }),
    extend(AdministrativeUnit, {
      plans: many(Plan, 'unit', {
        description: 'The work plans of the Front of the unit.',
        filter: ['program', 'year', 'state'],
        order,
      }),
    }),
  ],
  fields: {
    Plan: readers,
    PlanItem: readers,
    PlanVersion: readers,
    PlanComparison: readers,
    PlanItemCoverage: readers,
    PlanBelow: readers,
    'Plan.children': readers,
    'Plan.items': readers,
    'Plan.earlierVersions': readers,
    'Program.plans': readers,
    'AdministrativeUnit.plans': readers,
    'Query.plan': readers,
    'Query.plans': readers,
    'Query.planComparison': readers,
    'Mutation.createPlan': managers,
    ...Object.fromEntries(Object.keys(planWorkflow.steps).map((name) => [`Mutation.${name}`, managers])),
  },
  problems: {
    ...planWords.problems,
    PLAN_ITEM_ELSEWHERE: {
      vi: 'Chỉ tiêu, hoạt động trong kế hoạch phải là của chính đơn vị hoặc của một đơn vị cấp trên.',
      en: 'A target or activity of a plan must be one of the same unit or of a unit above it.',
    },
    PLAN_PARENT_NOT_ABOVE: {
      vi: 'Kế hoạch được triển khai phải là của chính đơn vị hoặc của một đơn vị cấp trên.',
      en: 'The plan that is carried out must be one of the same unit or of a unit above it.',
    },
  },
  shortNames: planWords.shortNames,
  vietnamese: plansVietnamese,
};

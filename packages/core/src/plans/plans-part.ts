import { allow, extend, list, many, one, type RowRule } from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';
import type { CorePart } from '../part.js';
import { Program } from '../programs/program.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { PlanMutations } from './plan-mutations.resolver.js';
import { Plan } from './plan.js';
import { plansVietnamese } from './vietnamese.js';

const readers = allow.permission('core:plan.read');
const managers = allow.permission('core:plan.manage');

const inScope = unitRows({
  unit: 'unit_id',
  program: { column: 'program_code' },
  read: 'core:plan.read',
  write: 'core:plan.manage',
  updateColumns: ['state', 'title', 'basis_document_id', 'created_by', 'version'],
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

const filter = ['unit', 'program', 'year', 'state', 'parent', 'demo'];
const order = ['year', 'title'];

/** Work plans and their way from draft to close. */
export const plansPart: CorePart = {
  entities: [Plan],
  resolvers: [PlanMutations],
  rows: { Plan: planRows },
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
    'Plan.children': readers,
    'Program.plans': readers,
    'AdministrativeUnit.plans': readers,
    'Query.plan': readers,
    'Query.plans': readers,
    'Mutation.createPlan': managers,
    'Mutation.approvePlan': managers,
    'Mutation.adjustPlan': managers,
    'Mutation.closePlan': managers,
  },
  problems: {
    PLAN_STEP_REFUSED: {
      vi: 'Không thực hiện được bước “{step}” khi kế hoạch đang ở trạng thái {given}. Bước này chỉ thực hiện được từ: {allowed}.',
      en: 'The step “{step}” cannot be taken while the plan is {given}. It can be taken from: {allowed}.',
    },
    PLAN_PARENT_NOT_ABOVE: {
      vi: 'Kế hoạch được triển khai phải là của chính đơn vị hoặc của một đơn vị cấp trên.',
      en: 'The plan that is carried out must be one of the same unit or of a unit above it.',
    },
  },
  vietnamese: plansVietnamese,
};

import { allow, extend, list, many, one, rowRule } from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';
import { unitsUnder } from '../filters/units-under.js';
import { whether } from '../filters/whether.js';
import { Indicator } from '../indicators/indicator.js';
import { Organization } from '../organizations/organization.js';
import { UnitGroup } from '../organizations/unit-group.js';
import type { CorePart } from '../part.js';
import { Program } from '../programs/program.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AllocationPart, AllocationRow } from './allocation-table-types.js';
import { AllocationTableResolver } from './allocation-table.resolver.js';
import { AllocateTargetResolver } from './allocate-target.resolver.js';
import { loadTargets } from './load.js';
import { figuresOfTargetsMigration } from './figures-of-targets-migration.js';
import { targetsMigration } from './migration.js';
import { progressAnswer } from './progress-answer.js';
import { reportingRowAnswer } from './reporting-row-answer.js';
import { TargetAllocation } from './target-allocation.js';
import { TargetMutations } from './target-mutations.resolver.js';
import { targetNames } from './target-names.js';
import { targetProblemTexts } from './target-problems.js';
import { TargetBaseline, TargetProgressAnswer, TargetReason } from './target-progress.js';
import { TargetVersion } from './target-version.js';
import { Target } from './target.js';
import { TargetResolver } from './target.resolver.js';
import { targetsVietnamese } from './vietnamese.js';
import { targetLabels } from './labels.js';

const readers = allow.permission('core:target.read');
const managers = allow.permission('core:target.manage');

/** Everything a unit and those below it answer for. */
const under = unitsUnder(
  {
    en: 'Only targets that this unit, or one below it at any depth on the date of the list, answers for.',
    vi: 'Chỉ các chỉ tiêu do đơn vị này, hoặc các đơn vị bên dưới ở mọi cấp, chịu trách nhiệm.',
  },
  'home_unit_id',
);

const handedDown = whether(
  {
    en: 'true: only parts of targets that were handed down; false: only targets that are no part of another.',
    vi: 'true: chỉ các phần được giao của chỉ tiêu khác; false: chỉ các chỉ tiêu không phải là phần của chỉ tiêu khác.',
  },
  (row) => `${row}.parent_target_id is not null`,
);

const order = ['code', 'deadline'];
const ofSubject = (description: string) => ({
  description,
  filter: ['program', 'indicator', 'period', 'operator', 'deadline'],
  order,
});

/** What was promised in figures, how it stands, and how it was handed down. */
export const targetsPart: CorePart = {
  entities: [Target, TargetVersion],
  types: [
    TargetReason,
    TargetBaseline,
    TargetProgressAnswer,
    TargetAllocation,
    AllocationPart,
    AllocationRow,
  ],
  resolvers: [TargetResolver, TargetMutations, AllocateTargetResolver, AllocationTableResolver],
  migrations: [targetsMigration, figuresOfTargetsMigration],
  rows: {
    Target: unitRows({
      unit: 'home_unit_id',
      program: { column: 'program_code' },
      organization: 'organization_id',
      read: 'core:target.read',
      write: 'core:target.manage',
      updateColumns: [
        'operator',
        'value',
        'value_max',
        'baseline_kind',
        'baseline_value',
        'baseline_note_vi',
        'baseline_note_en',
        'deadline',
        'path',
        'tolerance',
        'weight',
        'version',
      ],
      explanation:
        'Targets of units and programs within the scope of target.read, and those of one’s own organization; set and changed within the scope of target.manage.',
    }),
    TargetVersion: rowRule({
      select: { using: 'target_id in (select id from core.target)' },
      insert: {
        using: `target_id in (select its.id from core.target its
          where core.may_change('core:target.manage', its.home_unit_id, its.program_code))`,
      },
      explanation: 'With their target; added when it is changed, never changed themselves.',
    }),
  },
  reads: {
    target: one(Target, { by: 'id', description: 'One target, by its global id.' }),
    targetByCode: one(Target, {
      by: 'code',
      description: 'The target of the source program called so, as in "T-12".',
    }),
    targets: list(Target, {
      description: 'The targets that the caller may see.',
      filter: [
        'unit',
        'unitGroup',
        'organization',
        'homeUnit',
        'program',
        'indicator',
        'period',
        'operator',
        'deadline',
        'code',
        'parentTarget',
        'implied',
        'demo',
      ],
      filters: { under, handedDown },
      order,
    }),
  },
  extend: [
    targetLabels,
    extend(AdministrativeUnit, { targets: many(Target, 'unit', ofSubject('What the unit is to reach.')) }),
    extend(UnitGroup, {
      targets: many(Target, 'unitGroup', ofSubject('What the units of the group are to reach together.')),
    }),
    extend(Organization, {
      targets: many(Target, 'organization', ofSubject('What the organization is to reach.')),
    }),
    extend(Program, {
      targets: many(Target, 'program', {
        description: 'What is to be reached under this line.',
        filter: ['unit', 'indicator', 'period', 'operator', 'deadline', 'parentTarget'],
        order,
      }),
    }),
    extend(Indicator, {
      targets: many(Target, 'indicator', {
        description: 'What is to be reached of this indicator.',
        filter: ['unit', 'period', 'operator', 'deadline', 'parentTarget'],
        order,
      }),
    }),
    extend(Target, {
      earlierVersions: many(TargetVersion, 'target', {
        description: 'What it asked for before it was changed, the first first.',
        order: ['version'],
      }),
      parts: many(Target, 'parentTarget', {
        description: 'The parts that were handed down, as far as the caller may see them.',
        filter: ['unit', 'organization'],
        order,
      }),
    }),
  ],
  answers: [progressAnswer, reportingRowAnswer],
  fields: {
    Target: readers,
    TargetReason: readers,
    TargetBaseline: readers,
    TargetProgress: readers,
    TargetAllocation: readers,
    TargetVersion: readers,
    AllocationPart: readers,
    AllocationRow: readers,
    'Target.earlierVersions': readers,
    'Target.parts': readers,
    'AdministrativeUnit.targets': readers,
    'UnitGroup.targets': readers,
    'Organization.targets': readers,
    'Program.targets': readers,
    'Indicator.targets': readers,
    'Query.target': readers,
    'Query.targetByCode': readers,
    'Query.targets': readers,
    'Query.targetAllocations': readers,
    'Mutation.createTarget': managers,
    'Mutation.changeTarget': managers,
    'Mutation.allocateTarget': managers,
  },
  problems: targetProblemTexts,
  shortNames: targetNames,
  vietnamese: targetsVietnamese,
  load: loadTargets,
};

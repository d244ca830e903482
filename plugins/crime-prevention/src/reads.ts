import { AdministrativeUnit, searchIn, unitsUnder, validOn } from '@phoihop/core';
import { extend, label, list, many, one } from '@phoihop/platform';
import { CaseReview } from './cases/case-review.js';
import { RehabilitationCase } from './cases/rehabilitation-case.js';
import { Code } from './codes/code.js';
import { ModelEquipment } from './models/model-equipment.js';
import { SecurityModel } from './models/security-model.js';
import { CriterionResult } from './safe-areas/criterion-result.js';
import { SafeAreaAssessment } from './safe-areas/safe-area-assessment.js';
import { TipStepTaken } from './tips/tip-step.js';
import { Tip } from './tips/tip.js';

const under = unitsUnder();

const models = {
  filter: ['kind', 'state', 'startedOn', 'members', 'demo'],
  filters: {
    search: searchIn(
      {
        en: 'Only models with these words in their name; accents and case do not matter.',
        vi: 'Chỉ lấy mô hình có những từ này trong tên; không phân biệt dấu và chữ hoa, chữ thường.',
      },
      ['name'],
    ),
  },
  order: ['startedOn', 'name', 'members'],
  descending: true,
};

const assessments = {
  filter: ['year', 'state', 'demo'],
  order: ['year', 'decidedOn'],
  descending: true,
};

/** Root lists. */
export const reads = {
  crimePreventionCodes: list(Code, {
    description:
      'The program’s code lists, entries no longer in force included: filter by `list` and `validOn`.',
    filter: ['list', 'code'],
    filters: {
      validOn: validOn({
        en: 'Only entries in force on this day.',
        vi: 'Chỉ lấy các mục có hiệu lực vào ngày này.',
      }),
    },
    order: ['list', 'code', 'validFrom'],
  }),
  crimePreventionSecurityModels: list(SecurityModel, {
    description:
      'Self-managed models the caller may see, the latest first, ended ones included: filter by `state`.',
    ...models,
    filter: ['unit', ...models.filter],
    filters: { under, ...models.filters },
  }),
  crimePreventionTips: list(Tip, {
    description:
      'Tips of the units whose police liaison the caller is, the latest first; every look is recorded.',
    filter: ['unit', 'topic', 'state', 'receivedOn', 'result', 'demo'],
    filters: { under },
    order: ['receivedOn', 'closedOn'],
    descending: true,
  }),
  crimePreventionTip: one(Tip, {
    by: 'receipt',
    description:
      'The tip with this number, for the police liaison of its unit; null for everybody else, its sender included.',
  }),
  crimePreventionRehabilitationCases: list(RehabilitationCase, {
    description:
      'Cases of people who are helped in the community: those the caller is named for, and those of units where the caller names helpers. Every look is recorded.',
    filter: ['unit', 'ground', 'state', 'openedOn', 'handler', 'demo'],
    filters: { under },
    order: ['openedOn', 'endedOn'],
    descending: true,
  }),
  crimePreventionSafeAreaAssessments: list(SafeAreaAssessment, {
    description: 'Assessments of communes as safe in security and order, the latest year first.',
    ...assessments,
    filter: ['unit', ...assessments.filter],
    filters: { under },
  }),
};

/** What hangs on other types. Sealed rows hang on no unit: nobody meets them by following a link. */
export const extensions = [
  extend(Code, {
    title: label('title', {
      description: 'What it is called, in the language of the caller.',
      required: true,
    }),
  }),
  extend(SecurityModel, {
    equipment: many(ModelEquipment, 'model', {
      description: 'What the model has, by kind.',
      order: ['pieces'],
      descending: true,
    }),
  }),
  extend(Tip, {
    steps: many(TipStepTaken, 'tip', {
      description: 'What was done with the tip, the first step first.',
      order: ['takenOn'],
    }),
  }),
  extend(RehabilitationCase, {
    reviews: many(CaseReview, 'rehabilitationCase', {
      description: 'What the helpers have seen, the latest first.',
      filter: ['progress'],
      order: ['reviewedOn'],
      descending: true,
    }),
  }),
  extend(SafeAreaAssessment, {
    results: many(CriterionResult, 'assessment', {
      description: 'What the commune says of each criterion.',
      filter: ['met'],
      order: ['met'],
    }),
  }),
  extend(AdministrativeUnit, {
    crimePreventionSecurityModels: many(SecurityModel, 'unit', {
      description: 'Self-managed models of this very unit, ended ones included: filter by `state`.',
      ...models,
    }),
    crimePreventionSafeAreaAssessments: many(SafeAreaAssessment, 'unit', {
      description: 'Assessments of this unit as safe in security and order, the latest year first.',
      ...assessments,
    }),
  }),
];

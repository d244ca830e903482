import { AdministrativeUnit, Organization, searchIn, unitsUnder, validOn } from '@phoihop/core';
import { extend, label, list, many } from '@phoihop/platform';
import { EnvironmentAction } from './actions/environment-action.js';
import { Code } from './codes/code.js';
import { CommitmentReview } from './commitments/commitment-review.js';
import { ReligiousCommitment } from './commitments/religious-commitment.js';
import { EnvironmentModel } from './models/environment-model.js';

const under = unitsUnder();

const models = {
  filter: ['organization', 'kind', 'state', 'startedOn', 'demo'],
  filters: {
    search: searchIn(
      {
        en: 'Only models with these words in their name; accents and case do not matter.',
        vi: 'Chỉ lấy mô hình có những từ này trong tên; không phân biệt dấu và chữ hoa, chữ thường.',
      },
      ['name'],
    ),
  },
  order: ['startedOn', 'name', 'households'],
  descending: true,
};

const actions = {
  filter: ['purpose', 'kind', 'state', 'heldOn', 'demo'],
  filters: {
    search: searchIn(
      {
        en: 'Only actions at a place with these words; accents and case do not matter.',
        vi: 'Chỉ lấy hoạt động ở nơi có những từ này; không phân biệt dấu và chữ hoa, chữ thường.',
      },
      ['place'],
    ),
  },
  order: ['heldOn', 'participants', 'wasteKg'],
  descending: true,
};

const commitments = { filter: ['state', 'since', 'demo'], order: ['since'], descending: true };

/** Root lists. */
export const reads = {
  environmentCodes: list(Code, {
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
  environmentModels: list(EnvironmentModel, {
    description:
      'Models of environmental protection the caller may see, the latest first, ended ones included.',
    ...models,
    filter: ['unit', ...models.filter],
    filters: { under, ...models.filters },
  }),
  environmentActions: list(EnvironmentAction, {
    description:
      'Actions for the environment the caller may see, the latest first, withdrawn ones included: filter by `state`.',
    ...actions,
    filter: ['unit', 'organization', ...actions.filter],
    filters: { under, ...actions.filters },
  }),
  environmentCommitments: list(ReligiousCommitment, {
    description:
      'What religious organizations have pledged, the latest first, ended ones included: filter by `state`.',
    ...commitments,
    filter: ['unit', 'organization', ...commitments.filter],
    filters: { under },
  }),
};

/** What hangs on other types. */
export const extensions = [
  extend(Code, {
    title: label('title', {
      description: 'What it is called, in the language of the caller.',
      required: true,
    }),
  }),
  extend(ReligiousCommitment, {
    reviews: many(CommitmentReview, 'commitment', {
      description: 'How it was kept, the latest year first.',
      filter: ['result'],
      order: ['year'],
      descending: true,
    }),
  }),
  extend(AdministrativeUnit, {
    environmentModels: many(EnvironmentModel, 'unit', {
      description: 'Models of this very unit, ended ones included: filter by `state`.',
      ...models,
    }),
    environmentActions: many(EnvironmentAction, 'unit', {
      description: 'Actions in this very unit, the latest first, withdrawn ones included: filter by `state`.',
      ...actions,
    }),
    environmentCommitments: many(ReligiousCommitment, 'unit', {
      description: 'What religious organizations have pledged for this very unit, the latest first.',
      ...commitments,
    }),
  }),
  extend(Organization, {
    environmentActions: many(EnvironmentAction, 'organization', {
      description:
        'Actions that the organization led, the latest first, withdrawn ones included: filter by `state`.',
      ...actions,
    }),
    environmentCommitments: many(ReligiousCommitment, 'organization', {
      description: 'What the organization has pledged for the environment, the latest first.',
      ...commitments,
    }),
  }),
];

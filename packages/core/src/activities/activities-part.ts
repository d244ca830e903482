import { GraphQLString } from 'graphql';
import {
  allow,
  extend,
  list,
  many,
  one,
  readOnlyRows,
  type CustomFilter,
  type RowRule,
} from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';
import type { CorePart } from '../part.js';
import { Program } from '../programs/program.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { ActivityMutations } from './activity-mutations.resolver.js';
import { Activity } from './activity.js';
import { Duty } from './duty.js';
import { activitiesVietnamese } from './vietnamese.js';
import { activityLabels, dutyLabels } from './labels.js';

const readers = allow.permission('core:activity.read');
const managers = allow.permission('core:activity.manage');

const search: CustomFilter = {
  type: GraphQLString,
  description: 'Only activities whose Vietnamese title contains this; accents and case do not matter.',
  sql: (row, parameter) =>
    `core.search_key(${row}.title_vi) like '%' || core.search_key(${parameter}) || '%'`,
};

const inScope = unitRows({
  unit: 'unit_id',
  program: { column: 'program_code' },
  read: 'core:activity.read',
  write: 'core:activity.manage',
  updateColumns: ['state', 'held_on', 'attendance', 'place', 'version'],
  explanation:
    'Activities of the published program by every reader, others within the scope; entered and recorded within the scope of activity.manage.',
});

/** What the published program announces is known to every unit; what a unit plans beyond it stays within scopes. */
const activityRows: RowRule = {
  ...inScope,
  select: { using: `(code is not null or ${(inScope.select as { using: string }).using})` },
};

const order = ['startsOn', 'endsOn', 'code', 'heldOn'];

/** What is planned and what was held, and the standing duties to report and plan. */
export const activitiesPart: CorePart = {
  entities: [Activity, Duty],
  resolvers: [ActivityMutations],
  rows: {
    Activity: activityRows,
    Duty: readOnlyRows(
      'Duties are quoted from the published program; they change with the plugins that contribute them.',
    ),
  },
  reads: {
    activity: one(Activity, { by: 'id', description: 'One activity, by its global id.' }),
    activityByCode: one(Activity, {
      by: 'code',
      description: 'The activity of the source program called so, as in "E-12".',
    }),
    activities: list(Activity, {
      description: 'The activities of the published program, and those within the scope of the caller.',
      filter: ['program', 'unit', 'kind', 'level', 'state', 'startsOn', 'endsOn', 'heldOn', 'code', 'demo'],
      filters: { search },
      order,
    }),
    dutyByCode: one(Duty, { by: 'code', description: 'The duty called so, as in "R-01".' }),
    duties: list(Duty, {
      description: 'The standing duties to report and plan.',
      filter: ['program', 'frequency', 'code'],
      order: ['code'],
    }),
  },
  extend: [
    activityLabels,
    dutyLabels,
    extend(Program, {
      activities: many(Activity, 'program', {
        description: 'What is planned and was held under this line.',
        filter: ['unit', 'kind', 'level', 'state', 'startsOn', 'heldOn'],
        order,
      }),
      duties: many(Duty, 'program', {
        description: 'The duties to report and plan that follow from this line.',
        order: ['code'],
      }),
    }),
    extend(AdministrativeUnit, {
      activities: many(Activity, 'unit', {
        description: 'What the Front of the unit plans and has held.',
        filter: ['program', 'kind', 'level', 'state', 'startsOn', 'heldOn'],
        order,
      }),
    }),
  ],
  fields: {
    Activity: readers,
    Duty: allow.signedIn(),
    'Program.activities': readers,
    'Program.duties': allow.signedIn(),
    'AdministrativeUnit.activities': readers,
    'Query.activity': readers,
    'Query.activityByCode': readers,
    'Query.activities': readers,
    'Query.duties': allow.signedIn(),
    'Query.dutyByCode': allow.signedIn(),
    'Mutation.planActivity': managers,
    'Mutation.recordActivityHeld': managers,
    'Mutation.cancelActivity': managers,
  },
  problems: {
    ACTIVITY_ALREADY_HELD: {
      vi: 'Hoạt động đã được ghi nhận tổ chức ngày {heldOn}. Muốn sửa bản ghi, hãy nêu lý do ở trường reason.',
      en: 'The activity is recorded as held on {heldOn}. To correct the record, give a reason in the field reason.',
    },
    ACTIVITY_CANCELLED: {
      vi: 'Hoạt động đã bị hủy nên không ghi nhận được nữa. Hãy lập hoạt động mới.',
      en: 'The activity was called off, so nothing more can be recorded of it. Plan a new one.',
    },
  },
  vietnamese: activitiesVietnamese,
};

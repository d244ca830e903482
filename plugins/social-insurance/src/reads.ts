import { AdministrativeUnit, searchIn, unitsUnder, validOn, whether } from '@phoihop/core';
import { extend, list, many } from '@phoihop/platform';
import { CollectionAgent } from './agents/collection-agent.js';
import { CoverageSnapshot } from './coverage/coverage-snapshot.js';
import { GapHousehold } from './gaps/gap-household.js';
import { ParticipantGroup } from './groups/participant-group.js';
import { OutreachSession } from './outreach/outreach-session.js';

const under = unitsUnder();

const snapshots = {
  filter: ['insurance', 'group', 'source', 'date', 'demo'],
  filters: {
    current: whether(
      {
        en: 'Only figures that count (true), or only replaced ones (false).',
        vi: 'Chỉ lấy số liệu còn được tính (true), hoặc chỉ số liệu đã bị thay thế (false).',
      },
      (row) => `${row}.superseded_at is null`,
    ),
    whole: whether(
      {
        en: 'Only figures of all groups together (true), or only those of one group (false).',
        vi: 'Chỉ lấy số liệu tính chung mọi nhóm (true), hoặc chỉ số liệu của từng nhóm (false).',
      },
      (row) => `${row}.group_id is null`,
    ),
  },
  order: ['date', 'insured'],
  descending: true,
};

const sessions = {
  filter: ['heldOn', 'withdrawn', 'demo'],
  filters: {
    search: searchIn(
      {
        en: 'Only sessions whose topic has these words; accents and case do not matter.',
        vi: 'Chỉ lấy các buổi có những từ này trong nội dung; không phân biệt dấu và chữ hoa, chữ thường.',
      },
      ['topic'],
    ),
  },
  order: ['heldOn', 'attendance', 'registered'],
  descending: true,
};

const agents = {
  filter: ['demo'],
  filters: {
    validOn: validOn({
      en: 'Only agents that have a contract on this day.',
      vi: 'Chỉ lấy các đại lý còn hợp đồng vào ngày này.',
    }),
    search: searchIn(
      {
        en: 'Only agents with these words in name or address; accents and case do not matter.',
        vi: 'Chỉ lấy các đại lý có những từ này trong tên hoặc địa chỉ; không phân biệt dấu và chữ hoa, chữ thường.',
      },
      ['name', 'address'],
    ),
  },
  order: ['name', 'validFrom'],
};

/** Root lists. */
export const reads = {
  socialInsuranceParticipantGroups: list(ParticipantGroup, {
    description: 'The groups of insured people that the law knows, past ones included.',
    filter: ['insurance', 'code'],
    filters: {
      validOn: validOn({
        en: 'Only groups in force on this day.',
        vi: 'Chỉ lấy các nhóm có hiệu lực vào ngày này.',
      }),
    },
    order: ['code', 'validFrom'],
  }),
  socialInsuranceCoverageSnapshots: list(CoverageSnapshot, {
    description:
      'Coverage figures the caller may see, the latest day first, replaced ones included: filter by `current`.',
    ...snapshots,
    filter: ['unit', ...snapshots.filter],
    filters: { under, ...snapshots.filters },
  }),
  socialInsuranceOutreachSessions: list(OutreachSession, {
    description:
      'Outreach sessions the caller may see, the latest first, withdrawn ones included: filter by `withdrawn`.',
    ...sessions,
    filter: ['unit', ...sessions.filter],
    filters: { under, ...sessions.filters },
  }),
  socialInsuranceCollectionAgents: list(CollectionAgent, {
    description:
      'Where people can pay, in the units the caller may see, agents without a contract any more included.',
    ...agents,
    filter: ['unit', ...agents.filter],
    filters: { under, ...agents.filters },
  }),
  socialInsuranceGapHouseholds: list(GapHousehold, {
    description:
      'Households with members who lack health insurance, for those who call on them; every look is recorded.',
    filter: ['unit', 'state', 'notedOn', 'uninsured', 'demo'],
    filters: {
      under,
      search: searchIn(
        {
          en: 'Only households with these words in name or address; accents and case do not matter.',
          vi: 'Chỉ lấy các hộ có những từ này trong họ tên chủ hộ hoặc địa chỉ; không phân biệt dấu và chữ hoa, chữ thường.',
        },
        ['head_name', 'address'],
      ),
    },
    order: ['notedOn', 'uninsured', 'headName'],
  }),
};

/** What hangs on an administrative unit. Households do not: nobody meets them by following a link. */
export const extensions = [
  extend(AdministrativeUnit, {
    socialInsuranceCoverageSnapshots: many(CoverageSnapshot, 'unit', {
      description:
        'Coverage figures of this unit, the latest day first, replaced ones included: filter by `current`.',
      ...snapshots,
    }),
    socialInsuranceOutreachSessions: many(OutreachSession, 'unit', {
      description:
        'Outreach sessions held in this unit, the latest first, withdrawn ones included: filter by `withdrawn`.',
      ...sessions,
    }),
    socialInsuranceCollectionAgents: many(CollectionAgent, 'unit', {
      description:
        'Where people of this unit can pay, agents without a contract any more included: filter by `validOn`.',
      ...agents,
    }),
  }),
];

import { AdministrativeUnit, searchIn, unitsUnder, validOn, whether } from '@phoihop/core';
import { computed, DecimalScalar, extend, list, many, one } from '@phoihop/platform';
import { GraphQLInt } from 'graphql';
import { FundEntry } from './fund/fund-entry.js';
import { Fund } from './fund/fund.js';
import { QuarantineSupport } from './help/quarantine-support.js';
import { VaccinationOutreach } from './help/vaccination-outreach.js';
import { OutbreakLevel } from './outbreaks/outbreak-level.js';
import { Outbreak } from './outbreaks/outbreak.js';
import { Disease } from './reference/disease.js';
import { ResponseLevel } from './reference/response-level.js';
import { SupportPackage } from './reference/support-package.js';
import { SupportComplaint } from './support/support-complaint.js';
import { SupportHousehold } from './support/support-household.js';
import { SupportList } from './support/support-list.js';
import { AreaHouseholds } from './teams/area-households.js';
import { CommunityTeam } from './teams/community-team.js';

const under = unitsUnder();
const inForceOn = validOn({
  en: 'Only what was in force on this day.',
  vi: 'Chỉ lấy những gì có hiệu lực vào ngày này.',
});
const words = (en: string, vi: string, columns: readonly string[]) => searchIn({ en, vi }, columns);

const outbreaks = {
  filter: ['disease', 'state', 'fromDay', 'demo'],
  filters: {
    search: words(
      'Only outbreaks with these words in their name; accents and case do not matter.',
      'Chỉ lấy các đợt dịch có những từ này trong tên; không phân biệt dấu và chữ hoa.',
      ['name'],
    ),
  },
  order: ['fromDay', 'name'],
  descending: true,
};

const teams = {
  filter: ['formedOn', 'demo'],
  filters: {
    working: whether(
      {
        en: 'Only teams that work, or only dissolved ones.',
        vi: 'Chỉ lấy tổ đang hoạt động, hoặc chỉ tổ đã giải thể.',
      },
      (row) => `${row}.dissolved_on is null`,
    ),
  },
  order: ['formedOn', 'households', 'name'],
};

const lists = {
  filter: ['package', 'state', 'postedOn', 'approvedOn', 'demo'],
  order: ['postedOn', 'approvedOn', 'title'],
};
const funds = { filter: ['measure', 'demo'], order: ['openedOn', 'name'] };

/** A count that might tell who is meant is not told, and what they get together neither. */
const unlessFew = (value: string) => (row: string) =>
  `case when ${row}.household_count = 0 or ${row}.household_count >= ${row}.small_cell_threshold then ${row}.${value} end`;

/** Root lists. */
export const reads = {
  covid19Diseases: list(Disease, {
    description: 'Diseases with the class they have by law, past ones included.',
    filter: ['code', 'class'],
    filters: { validOn: inForceOn },
    order: ['code', 'validFrom'],
  }),
  covid19ResponseLevels: list(ResponseLevel, {
    description: 'Levels of measures that directives and resolutions have, past ones included.',
    filter: ['code'],
    filters: { validOn: inForceOn },
    order: ['rank', 'code'],
  }),
  covid19SupportPackages: list(SupportPackage, {
    description: 'What the government gives to whom in an epidemic, past packages included.',
    filter: ['code', 'policy'],
    filters: { validOn: inForceOn },
    order: ['code', 'validFrom'],
  }),
  covid19Outbreak: one(Outbreak, { by: 'id', description: 'One outbreak, by its global id.' }),
  covid19Outbreaks: list(Outbreak, {
    description: 'Outbreaks of all units, the latest first.',
    ...outbreaks,
    filter: ['unit', ...outbreaks.filter],
    filters: { under, ...outbreaks.filters },
  }),
  covid19AreaHouseholds: list(AreaHouseholds, {
    description: 'How many households areas have, replaced counts included: filter by `current`.',
    filter: ['unit', 'countedOn', 'demo'],
    filters: {
      under,
      current: whether(
        {
          en: 'Only counts that hold, or only replaced ones.',
          vi: 'Chỉ lấy số đang dùng, hoặc chỉ số đã bị thay.',
        },
        (row) => `${row}.superseded_at is null`,
      ),
    },
    order: ['countedOn', 'households'],
    descending: true,
  }),
  covid19CommunityTeams: list(CommunityTeam, {
    description: 'Community teams of the units the caller may see, dissolved ones included.',
    ...teams,
    filter: ['unit', ...teams.filter],
    filters: { under, ...teams.filters },
  }),
  covid19SupportList: one(SupportList, { by: 'id', description: 'One support list, by its global id.' }),
  covid19SupportLists: list(SupportList, {
    description: 'Support lists of the units the caller may see, without the names on them.',
    ...lists,
    filter: ['unit', ...lists.filter],
    filters: { under },
  }),
  covid19SupportHouseholds: list(SupportHousehold, {
    description:
      'Households on support lists, for those who make, check and supervise them; every look is recorded.',
    filter: ['list', 'unit', 'receivedOn', 'demo'],
    filters: {
      under,
      removed: whether(
        {
          en: 'Only households that were taken off, or only those on a list.',
          vi: 'Chỉ lấy hộ đã đưa ra khỏi danh sách, hoặc chỉ hộ đang có tên.',
        },
        (row) => `${row}.removed_reason is not null`,
      ),
      search: words(
        'Only households with these words in name or address; accents and case do not matter.',
        'Chỉ lấy hộ có những từ này trong họ tên hoặc địa chỉ; không phân biệt dấu và chữ hoa.',
        ['head_name', 'address'],
      ),
    },
    order: ['headName', 'amount'],
  }),
  covid19SupportComplaints: list(SupportComplaint, {
    description:
      'Complaints about posted lists, for those who make, check and supervise them; every look is recorded.',
    filter: ['list', 'unit', 'receivedOn', 'demo'],
    filters: {
      under,
      answered: whether(
        {
          en: 'Only answered complaints, or only open ones.',
          vi: 'Chỉ lấy khiếu nại đã trả lời, hoặc chỉ khiếu nại chưa trả lời.',
        },
        (row) => `${row}.answer is not null`,
      ),
    },
    order: ['receivedOn'],
    descending: true,
  }),
  covid19Funds: list(Fund, {
    description: 'Funds of money and goods of the units the caller may see, with what they hold.',
    ...funds,
    filter: ['unit', ...funds.filter],
    filters: { under },
  }),
  covid19FundEntries: list(FundEntry, {
    description: 'What funds of the units the caller may see have received and given, reversals included.',
    filter: ['fund', 'unit', 'direction', 'day', 'demo'],
    filters: {
      under,
      reversal: whether(
        {
          en: 'Only entries that take others back, or only ordinary ones.',
          vi: 'Chỉ lấy bút toán đảo, hoặc chỉ bút toán thường.',
        },
        (row) => `${row}.reverses_id is not null`,
      ),
    },
    order: ['day', 'amount'],
    descending: true,
  }),
  covid19QuarantineSupports: list(QuarantineSupport, {
    description:
      'Help brought to people in quarantine in the units the caller may see, withdrawn records included.',
    filter: ['unit', 'outbreak', 'place', 'givenOn', 'withdrawn', 'demo'],
    filters: { under },
    order: ['givenOn', 'parcels'],
    descending: true,
  }),
  covid19VaccinationOutreaches: list(VaccinationOutreach, {
    description: 'Meetings for vaccination in the units the caller may see, withdrawn ones included.',
    filter: ['unit', 'outbreak', 'heldOn', 'withdrawn', 'demo'],
    filters: { under },
    order: ['heldOn', 'reached'],
    descending: true,
  }),
};

/** What hangs on other things. Households and complaints do not: nobody meets them by following a link. */
export const extensions = [
  extend(Outbreak, {
    levels: many(OutbreakLevel, 'outbreak', {
      description: 'Which measures held from which day on, the latest first.',
      order: ['fromDay'],
      descending: true,
    }),
  }),
  extend(SupportList, {
    householdCount: computed(GraphQLInt, {
      description:
        'How many households are on it; null where they are so few that they might be known by it.',
      sqlType: 'integer',
      sql: unlessFew('household_count'),
    }),
    totalAmount: computed(DecimalScalar, {
      description: 'What they are to get together, in dong; null where they are few.',
      sqlType: 'numeric',
      sql: unlessFew('amount'),
    }),
  }),
  extend(Fund, {
    entries: many(FundEntry, 'fund', {
      description: 'What it has received and given, the latest first.',
      filter: ['direction', 'day'],
      order: ['day', 'amount'],
      descending: true,
    }),
  }),
  extend(AdministrativeUnit, {
    covid19Outbreaks: many(Outbreak, 'unit', {
      description: 'Outbreaks of this unit, the latest first.',
      ...outbreaks,
    }),
    covid19CommunityTeams: many(CommunityTeam, 'unit', {
      description: 'Community teams of this unit.',
      ...teams,
    }),
    covid19SupportLists: many(SupportList, 'unit', { description: 'Support lists of this unit.', ...lists }),
    covid19Funds: many(Fund, 'unit', { description: 'Funds of this unit.', ...funds }),
  }),
];

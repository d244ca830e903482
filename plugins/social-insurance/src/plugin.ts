import { AdministrativeUnit } from '@phoihop/core';
import { definePlugin, extend, list, many, type PluginServices } from '@phoihop/platform';
import { fields, grants, permissions, rows } from './access.js';
import { CollectionAgent } from './agents/collection-agent.js';
import { CoverageSnapshot } from './coverage/coverage-snapshot.js';
import { SnapshotResolver } from './coverage/snapshot.resolver.js';
import { loadDemo } from './demo.js';
import { GapHousehold } from './gaps/gap-household.js';
import { GapResolver } from './gaps/gap.resolver.js';
import { loadGroups } from './groups/load-groups.js';
import { ParticipantGroup } from './groups/participant-group.js';
import { migrations } from './migrations.js';
import { OutreachResolver } from './outreach/outreach.resolver.js';
import { OutreachSession } from './outreach/outreach-session.js';
import { problems } from './problems.js';
import { program } from './program.js';
import { vietnamese } from './vietnamese.js';

const snapshots = { filter: ['insurance', 'group', 'source', 'date'], order: ['date'], descending: true };
const sessions = { filter: ['heldOn'], order: ['heldOn', 'attendance'], descending: true };

/** The host says under this plugin's options whether it runs the demonstration. */
async function loadDemoWhereAsked(services: PluginServices): Promise<void> {
  if ((services.options as { demo?: boolean } | undefined)?.demo) await loadDemo(services);
}

/** Health and social insurance (PRG-27, T-12): the model of a whole program. */
export default definePlugin({
  id: 'social-insurance',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Bảo hiểm y tế, bảo hiểm xã hội', en: 'Health and social insurance' },
  description: {
    vi: 'Vận động toàn dân tham gia bảo hiểm y tế và bảo hiểm xã hội: số liệu tham gia, hộ chưa tham gia, tuyên truyền, đại lý thu.',
    en: 'Winning people for health and social insurance: coverage, households without it, outreach, collection agents.',
  },
  program,
  graphql: {
    prefix: 'socialInsurance',
    resolvers: [SnapshotResolver, OutreachResolver, GapResolver],
    reads: {
      socialInsuranceParticipantGroups: list(ParticipantGroup, {
        description: 'The groups of insured people that the law knows, past ones included.',
        filter: ['insurance'],
        order: ['code'],
      }),
      socialInsuranceCoverageSnapshots: list(CoverageSnapshot, {
        description: 'Coverage figures the caller may see, the latest day first; superseded ones have a date of replacement.',
        ...snapshots,
        filter: ['unit', ...snapshots.filter],
      }),
      socialInsuranceOutreachSessions: list(OutreachSession, {
        description: 'Outreach sessions the caller may see, the latest first.',
        ...sessions,
        filter: ['unit', ...sessions.filter],
      }),
      socialInsuranceCollectionAgents: list(CollectionAgent, {
        description: 'Where people can pay, in the units the caller may see.',
        filter: ['unit'],
        order: ['name'],
      }),
      socialInsuranceGapHouseholds: list(GapHousehold, {
        description: 'Households with members who lack health insurance, for those who call on them; every look is recorded.',
        filter: ['unit', 'state', 'notedOn'],
        order: ['notedOn', 'uninsured'],
      }),
    },
    extend: [
      extend(AdministrativeUnit, {
        socialInsuranceCoverageSnapshots: many(CoverageSnapshot, 'unit', {
          description: 'Coverage figures of this unit, the latest day first.',
          ...snapshots,
        }),
        socialInsuranceOutreachSessions: many(OutreachSession, 'unit', {
          description: 'Outreach sessions held in this unit, the latest first.',
          ...sessions,
        }),
      }),
    ],
  },
  data: {
    entities: [ParticipantGroup, CoverageSnapshot, OutreachSession, CollectionAgent, GapHousehold],
    migrations,
    rows,
    asOf: { CoverageSnapshot: 'date' },
    audited: [GapHousehold],
    load: loadGroups,
  },
  hooks: { ready: loadDemoWhereAsked },
  access: { permissions, grants, fields },
  problems,
  translations: { vi: vietnamese },
});

import { definePlugin, type PluginServices } from '@phoihop/platform';
import { fields, grants, permissions, rows } from './access.js';
import { AgentResolver } from './agents/agent.resolver.js';
import { CollectionAgent } from './agents/collection-agent.js';
import { CoverageResolver } from './coverage/coverage.resolver.js';
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
import { gapNames, problems } from './problems.js';
import { program } from './program.js';
import { extensions, reads } from './reads.js';
import { vietnamese } from './vietnamese.js';

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
    resolvers: [CoverageResolver, SnapshotResolver, OutreachResolver, GapResolver, AgentResolver],
    reads,
    extend: extensions,
  },
  data: {
    entities: [ParticipantGroup, CoverageSnapshot, OutreachSession, CollectionAgent, GapHousehold],
    migrations,
    rows,
    // A figure, a session and a household name their unit as it was on their own day.
    asOf: { CoverageSnapshot: 'date', OutreachSession: 'heldOn', GapHousehold: 'notedOn' },
    audited: [GapHousehold],
    load: (services) => loadGroups(services),
  },
  hooks: { ready: loadDemoWhereAsked },
  access: { permissions, grants, fields },
  problems,
  shortNames: gapNames,
  translations: { vi: vietnamese },
});

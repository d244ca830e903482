import { definePlugin, type PluginServices } from '@phoihop/platform';
import { fields, grants, permissions } from './access.js';
import { loadDemo } from './demo/load-demo.js';
import { RewardForm } from './honors/reward-form.js';
import { Title } from './honors/title.js';
import { isDemo, loadReferences } from './load-references.js';
import { MeetingResolver } from './meetings/meeting.resolver.js';
import { ReviewMeeting } from './meetings/review-meeting.js';
import { migrations } from './migrations.js';
import { problems } from './problems.js';
import { program } from './program.js';
import { CouncilVote } from './proposals/council-vote.js';
import { CouncilResolver } from './proposals/council.resolver.js';
import { DecisionResolver } from './proposals/decision.resolver.js';
import { DossierResolver } from './proposals/dossier.resolver.js';
import { NominateResolver } from './proposals/nominate.resolver.js';
import { Opinion } from './proposals/opinion.js';
import { ProposalStepTaken } from './proposals/proposal-step-taken.js';
import { Proposal } from './proposals/proposal.js';
import { RankResolver } from './ranking/rank.resolver.js';
import { Ranking } from './ranking/ranking.js';
import { extensions, reads } from './reads.js';
import { rows, tables } from './row-rules.js';
import { ComputedScoreResolver } from './scores/computed-score.resolver.js';
import { ScoreResolver } from './scores/score.resolver.js';
import { Score } from './scores/score.js';
import { Criterion } from './sheets/criterion.js';
import { ScoreSheet } from './sheets/score-sheet.js';
import { SheetStepTaken } from './sheets/sheet-step-taken.js';
import { SheetResolver } from './sheets/sheet.resolver.js';
import { vietnamese } from './vietnamese/index.js';
import { VoteCast } from './vote/vote-cast.js';
import { VoteResult } from './vote/vote-result.js';
import { VoteResolver } from './vote/vote.resolver.js';
import { ClusterYear } from './years/cluster-year.js';
import { ClusterResolver } from './years/cluster.resolver.js';
import { EmulationYear } from './years/emulation-year.js';
import { Entry } from './years/entry.js';
import { PactSignature } from './years/pact-signature.js';
import { PactResolver } from './years/pact.resolver.js';
import { Pact } from './years/pact.js';
import { RegistrationResolver } from './years/registration.resolver.js';
import { Registration } from './years/registration.js';
import { YearResolver } from './years/year.resolver.js';
import { emulationNames, workflowWords } from './vietnamese/workflow-words.js';

/** The host says under this plugin's options whether it runs the demonstration. */
async function loadDemoWhereAsked(services: PluginServices): Promise<void> {
  if (isDemo(services)) await loadDemo(services);
}

/** Emulation and commendation (PRG-45, PRG-47): the emulation year (W-10) and proposals for awards (W-11). */
export default definePlugin({
  id: 'emulation-awards',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Thi đua, khen thưởng', en: 'Emulation and commendation' },
  description: {
    vi: 'Phát động thi đua, cụm thi đua, ký kết giao ước và khen thưởng.',
    en: 'Emulation launches, clusters, pacts and commendation.',
  },
  program,
  graphql: {
    prefix: 'emulationAwards',
    resolvers: [
      SheetResolver,
      YearResolver,
      ClusterResolver,
      RegistrationResolver,
      PactResolver,
      ScoreResolver,
      ComputedScoreResolver,
      RankResolver,
      VoteResolver,
      MeetingResolver,
      NominateResolver,
      DossierResolver,
      CouncilResolver,
      DecisionResolver,
    ],
    reads,
    extend: extensions,
  },
  data: {
    entities: [
      ScoreSheet,
      Criterion,
      SheetStepTaken,
      Title,
      RewardForm,
      EmulationYear,
      ClusterYear,
      Entry,
      Registration,
      Pact,
      PactSignature,
      Score,
      Ranking,
      VoteCast,
      VoteResult,
      ReviewMeeting,
      Proposal,
      ProposalStepTaken,
      Opinion,
      CouncilVote,
    ],
    migrations,
    rows,
    tables,
    asOf: { ReviewMeeting: 'heldOn', Proposal: 'nominatedOn' },
    // Both tell of persons.
    audited: [Proposal, Opinion],
    load: loadReferences,
  },
  hooks: { ready: loadDemoWhereAsked },
  access: { permissions, grants, fields },
  problems,
  shortNames: { ...workflowWords.shortNames, ...emulationNames },
  translations: { vi: vietnamese },
});

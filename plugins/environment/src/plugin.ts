import { definePlugin, type PluginServices } from '@phoihop/platform';
import { fields, grants, permissions, rows } from './access.js';
import { ActionResolver } from './actions/action.resolver.js';
import { EnvironmentAction } from './actions/environment-action.js';
import { TotalsResolver } from './actions/totals.resolver.js';
import { Code } from './codes/code.js';
import { codes } from './codes/codes.js';
import { CommitmentResolver } from './commitments/commitment.resolver.js';
import { CommitmentReview } from './commitments/commitment-review.js';
import { ReligiousCommitment } from './commitments/religious-commitment.js';
import { loadDemo } from './demo/load-demo.js';
import { migrations } from './migrations.js';
import { EnvironmentModel } from './models/environment-model.js';
import { ModelResolver } from './models/model.resolver.js';
import { problems } from './problems.js';
import { program } from './program.js';
import { extensions, reads } from './reads.js';
import { vietnamese } from './words/vietnamese.js';
import { workflowWords } from './words/workflow-words.js';

/** The host says under this plugin's options whether it runs the demonstration. */
async function loadDemoWhereAsked(services: PluginServices): Promise<void> {
  if ((services.options as { demo?: boolean } | undefined)?.demo) await loadDemo(services);
}

/** Environmental protection, climate change and the role of religions (PRG-26). */
export default definePlugin({
  id: 'environment',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Bảo vệ môi trường', en: 'Environment' },
  description: {
    vi: 'Bảo vệ môi trường, ứng phó với biến đổi khí hậu và vai trò của các tôn giáo.',
    en: 'Environmental protection, climate change and the role of religions.',
  },
  program,
  graphql: {
    prefix: 'environment',
    resolvers: [ModelResolver, ActionResolver, TotalsResolver, CommitmentResolver],
    reads,
    extend: extensions,
  },
  data: {
    entities: [Code, EnvironmentModel, EnvironmentAction, ReligiousCommitment, CommitmentReview],
    migrations,
    rows,
    // An action names its unit and its organization as they were on its day.
    asOf: { EnvironmentAction: 'heldOn', ReligiousCommitment: 'since' },
    load: codes.load,
  },
  hooks: { ready: loadDemoWhereAsked },
  access: { permissions, grants, fields },
  problems,
  shortNames: workflowWords.shortNames,
  translations: { vi: vietnamese },
});

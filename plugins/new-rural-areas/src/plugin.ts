import { definePlugin, type PluginServices } from '@phoihop/platform';
import { grants, permissions } from './access.js';
import { AssessmentResult } from './assessments/assessment-result.js';
import { Assessment } from './assessments/assessment.js';
import { AssessmentResolver } from './assessments/assessment.resolver.js';
import { Evidence } from './assessments/evidence.js';
import { CriteriaResolver } from './criteria/criteria.resolver.js';
import { CriteriaSet } from './criteria/criteria-set.js';
import { Criterion } from './criteria/criterion.js';
import { loadCriteria, readCriteriaSets } from './criteria/load-criteria.js';
import { loadDemo } from './demo/load-demo.js';
import { DossierStep } from './dossiers/dossier-step.js';
import { Dossier } from './dossiers/dossier.js';
import { DossierResolver } from './dossiers/dossier.resolver.js';
import { fields } from './fields.js';
import { migrations } from './migrations/migrations.js';
import { OverviewResolver } from './overview/overview.resolver.js';
import { loadPollRules } from './polls/load-poll-rules.js';
import { PollArea } from './polls/poll-area.js';
import { PollQuestion } from './polls/poll-question.js';
import { PollRule } from './polls/poll-rule.js';
import { PollTally } from './polls/poll-tally.js';
import { Poll } from './polls/poll.js';
import { PollResolver } from './polls/poll.resolver.js';
import { problems } from './problems.js';
import { program } from './program.js';
import { extensions, reads } from './reads.js';
import { fillQuarters } from './recognitions/fill-quarters.js';
import { Recheck } from './recognitions/recheck.js';
import { Recognition } from './recognitions/recognition.js';
import { RecognitionResolver } from './recognitions/recognition.resolver.js';
import { rows, tables } from './rows.js';
import { SupervisionVisit } from './visits/supervision-visit.js';
import { VisitResolver } from './visits/visit.resolver.js';
import { vietnamese } from './words/vietnamese.js';
import { levelNames, workflowWords } from './words/workflow-words.js';

/** The decisions that everything is judged by. */
async function loadReferences(services: PluginServices): Promise<void> {
  await loadCriteria(services, await readCriteriaSets('criteria-sets'), false);
  await loadPollRules(services);
}

/** The host says under this plugin's options whether it runs the demonstration. */
async function ready(services: PluginServices): Promise<void> {
  if ((services.options as { demo?: boolean } | undefined)?.demo) await loadDemo(services);
  await fillQuarters(services);
}

/** New rural areas (PRG-12, PRG-21, T-03, T-04). */
export default definePlugin({
  id: 'new-rural-areas',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Xây dựng nông thôn mới', en: 'New rural areas' },
  description: {
    vi: 'Giám sát, lấy ý kiến sự hài lòng và phối hợp xây dựng nông thôn mới, nâng cao, kiểu mẫu.',
    en: 'Supervision, the citizen-satisfaction poll and coordination for new rural communes: basic, advanced and model.',
  },
  program,
  graphql: {
    prefix: 'newRuralAreas',
    resolvers: [
      CriteriaResolver,
      AssessmentResolver,
      PollResolver,
      DossierResolver,
      RecognitionResolver,
      OverviewResolver,
      VisitResolver,
    ],
    reads,
    extend: extensions,
  },
  data: {
    entities: [
      CriteriaSet,
      Criterion,
      Assessment,
      AssessmentResult,
      Evidence,
      PollRule,
      PollQuestion,
      Poll,
      PollArea,
      PollTally,
      Dossier,
      DossierStep,
      Recognition,
      Recheck,
      SupervisionVisit,
    ],
    migrations,
    rows,
    tables,
    // Each names its unit as it was on its own day.
    asOf: {
      Assessment: 'begunOn',
      Evidence: 'addedOn',
      Poll: 'openedOn',
      PollArea: 'openedOn',
      Dossier: 'registeredOn',
      DossierStep: 'takenOn',
      Recognition: 'decidedOn',
      Recheck: 'checkedOn',
      SupervisionVisit: 'visitedOn',
    },
    load: loadReferences,
  },
  hooks: { ready },
  access: { permissions, grants, fields },
  problems,
  shortNames: { ...workflowWords.shortNames, ...levelNames },
  translations: { vi: vietnamese },
});

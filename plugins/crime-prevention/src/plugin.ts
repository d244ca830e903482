import { definePlugin, type PluginServices } from '@phoihop/platform';
import { fields, grants, permissions, rows } from './access.js';
import { CaseReview } from './cases/case-review.js';
import { CaseResolver } from './cases/case.resolver.js';
import { RehabilitationCase } from './cases/rehabilitation-case.js';
import { Code } from './codes/code.js';
import { codes } from './codes/codes.js';
import { loadDemo } from './demo/load-demo.js';
import { migrations } from './migrations.js';
import { ModelEquipment } from './models/model-equipment.js';
import { ModelResolver } from './models/model.resolver.js';
import { SecurityModel } from './models/security-model.js';
import { problems } from './problems.js';
import { program } from './program.js';
import { extensions, reads } from './reads.js';
import { CriterionResult } from './safe-areas/criterion-result.js';
import { SafeAreaAssessment } from './safe-areas/safe-area-assessment.js';
import { SafeAreaResolver } from './safe-areas/safe-area.resolver.js';
import { SubmitTipResolver } from './tips/submit-tip.resolver.js';
import { TipReceipt } from './tips/tip-receipt.js';
import { TipStepTaken } from './tips/tip-step.js';
import { TipResolver } from './tips/tip.resolver.js';
import { Tip } from './tips/tip.js';
import { vietnamese } from './words/vietnamese.js';
import { workflowWords } from './words/workflow-words.js';

/** The host says under this plugin's options whether it runs the demonstration. */
async function loadDemoWhereAsked(services: PluginServices): Promise<void> {
  if ((services.options as { demo?: boolean } | undefined)?.demo) await loadDemo(services);
}

/** Crime prevention and the movement for national security (PRG-22, D-17). */
export default definePlugin({
  id: 'crime-prevention',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Phòng, chống tội phạm', en: 'Crime prevention' },
  description: {
    vi: 'Phòng, chống tội phạm, tố giác tội phạm, cảm hóa người lầm lỗi, phong trào bảo vệ an ninh Tổ quốc.',
    en: 'Crime prevention, denunciation of crime, community re-education and the national-security movement.',
  },
  program,
  graphql: {
    prefix: 'crimePrevention',
    resolvers: [ModelResolver, SubmitTipResolver, TipResolver, CaseResolver, SafeAreaResolver],
    types: [TipReceipt],
    reads,
    extend: extensions,
  },
  data: {
    entities: [
      Code,
      SecurityModel,
      ModelEquipment,
      Tip,
      TipStepTaken,
      RehabilitationCase,
      CaseReview,
      SafeAreaAssessment,
      CriterionResult,
    ],
    migrations,
    rows,
    // A tip and a case name their unit as it was on their own day.
    asOf: { Tip: 'receivedOn', RehabilitationCase: 'openedOn' },
    audited: [Tip, TipStepTaken, RehabilitationCase, CaseReview],
    load: codes.load,
  },
  hooks: { ready: loadDemoWhereAsked },
  access: { permissions, grants, fields },
  problems,
  shortNames: workflowWords.shortNames,
  translations: { vi: vietnamese },
});

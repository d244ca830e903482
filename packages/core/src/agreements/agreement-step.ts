import type { RequestContext, Row } from '@phoihop/platform';
import { found } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import type { AgreementState } from './agreement-enums.js';
import { agreementWorkflow, type AgreementStep } from './agreement-state.js';
import type { AgreementStepInput } from './agreement-step-inputs.js';
import { Agreement } from './agreement.js';
import { requireManager } from './keeper.js';

/** A step that somebody may take with an agreement, as far as that can be told without the rules of the step itself. */
export interface AskedStep {
  readonly agreement: Row;
  readonly step: AgreementStep;
  readonly expectedVersion: number;
  readonly to: AgreementState;
}

/**
 * The agreement, if the caller may take the step with it.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, AGREEMENT_STATE
 */
export async function agreementAt(
  context: RequestContext,
  { agreement: id, expectedVersion }: AgreementStepInput,
  step: AgreementStep,
): Promise<AskedStep> {
  const agreement = await found(context, Agreement, id, 'input.agreement');
  await requireManager(context, {
    unitId: agreement['unit'] as number,
    program: agreement['programCode'] as string | null,
    field: 'input.agreement',
  });
  const to = agreementWorkflow.after(step, agreement['state'] as AgreementState, 'input.agreement');
  return { agreement, step, expectedVersion, to };
}

/**
 * Takes the step and leaves its trace.
 * @param set Columns that change besides the state.
 * @throws ProblemError CONFLICT
 */
export async function takeStep(
  context: RequestContext,
  { agreement, step, expectedVersion, to }: AskedStep,
  set: Readonly<Record<string, unknown>> = {},
  facts: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  await changeVersion(context, {
    table: 'core.agreement',
    id: agreement.id,
    expected: expectedVersion,
    set: { ...set, state: to },
  });
  await context.audit(
    `core:agreement.${step.replace(/Agreement(Draft)?/, '')}`,
    { type: 'Agreement', id: agreement.id },
    { from: agreement['state'], to, ...facts },
  );
  return agreement.id;
}

import { changeVersion, found, requireOneScope } from '@phoihop/core';
import type { RequestContext, Row } from '@phoihop/platform';
import { program } from '../access.js';
import { DossierState, dossierWorkflow, type DossierStepName } from './dossier-state.js';
import { Dossier } from './dossier.js';

/** A step that somebody may take with a dossier, as far as that can be told without the rules of the step itself. */
export interface AskedStep {
  readonly dossier: Row;
  readonly unitId: number;
  readonly step: DossierStepName;
  readonly expectedVersion: number;
  readonly to: DossierState;
}

/**
 * The dossier, if the caller may take the step with it.
 * @param find Finds what else the input names, before the state is looked at: what is not there is told first.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, NEW_RURAL_DOSSIER_STATE
 */
export async function dossierAt<T>(
  context: RequestContext,
  { dossier: id, expectedVersion }: { dossier: string; expectedVersion: number },
  step: DossierStepName,
  find?: () => Promise<T>,
): Promise<AskedStep & { readonly named: T }> {
  const field = 'input.dossier';
  const dossier = await found(context, Dossier, id, field);
  const unitId = dossier['unit'] as number;
  await requireOneScope(context, dossierWorkflow.steps[step].permissions, { unitId, program, field });
  const named = (await find?.()) as T;
  const to = dossierWorkflow.after(step, dossier['state'] as DossierState, field);
  return { dossier, unitId, step, expectedVersion, to, named };
}

/**
 * Takes the step and writes down who took it and why.
 * @param set Column → new value, besides the state.
 * @returns the id of the dossier.
 * @throws ProblemError CONFLICT
 */
export async function takeStep(
  context: RequestContext,
  { dossier, unitId, step, expectedVersion, to }: AskedStep,
  { set = {}, reason = null }: { set?: Readonly<Record<string, unknown>>; reason?: string | null } = {},
): Promise<number> {
  const from = dossier['state'] as DossierState;
  await changeVersion(context, {
    table: 'new_rural_areas.dossier',
    id: dossier.id,
    expected: expectedVersion,
    set: { ...set, state: to },
  });
  await writeStep(context, { dossierId: dossier.id, unitId, step, from, to, reason });
  return dossier.id;
}

/** Writes a step down, in the history of the dossier and in the audit trail. */
export async function writeStep(
  context: RequestContext,
  taken: {
    readonly dossierId: number;
    readonly unitId: number;
    readonly step: string;
    readonly from: DossierState | null;
    readonly to: DossierState;
    readonly reason: string | null;
  },
): Promise<void> {
  const { dossierId, unitId, step, from, to, reason } = taken;
  await context.session.query(
    `insert into new_rural_areas.dossier_step (dossier_id, unit_id, step, from_state, to_state, reason, taken_on, taken_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [dossierId, unitId, step, from, to, reason, context.clock.businessDate, context.caller.userId],
  );
  await context.audit(
    `new-rural-areas:${step
      .replace('newRuralAreas', '')
      .replaceAll(/(?<!^)[A-Z]/g, '-$&')
      .toLowerCase()}`,
    { type: 'NewRuralAreasDossier', id: dossierId },
    { from, to, ...(reason ? { reason } : {}) },
  );
}

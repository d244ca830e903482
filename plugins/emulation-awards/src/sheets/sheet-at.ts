import { changeVersion, found, requireScope } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { yearProgram } from '../program-code.js';
import { ScoreSheet } from './score-sheet.js';
import { sheetWorkflow, type SheetAction, type SheetState, type SheetStep } from './sheet-state.js';
import { writeSheetStep } from './write-sheet.js';

const field = 'input.sheet';

/** A sheet as it is, held until the operation ends. */
export interface HeldSheet {
  readonly id: number;
  readonly unit: number;
  readonly year: number;
  readonly state: SheetState;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/**
 * Holds a sheet: who changes it and who runs a year by it wait for each other.
 * @throws ProblemError NOT_FOUND
 */
async function held(context: RequestContext, id: number, how: 'to change' | 'to use'): Promise<HeldSheet> {
  const lock = how === 'to use' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await context.session.query(`select ${lock}(hashtext('emulation-awards sheet'), $1::int)`, [id]);
  const [sheet] = await context.session.query<HeldSheet>(
    `select id, unit_id as unit, year, state, valid_from::text as "validFrom", valid_to::text as "validTo"
       from emulation_awards.score_sheet where id = $1`,
    [id],
  );
  if (!sheet) throw new ProblemError('NOT_FOUND', { field });
  return sheet;
}

/**
 * The sheet, if the caller may take the step with it.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, EMULATION_SHEET_STATE
 */
export async function sheetAt(context: RequestContext, id: string, step: SheetStep): Promise<HeldSheet> {
  const seen = await found(context, ScoreSheet, id, field);
  const unitId = seen['unit'] as number;
  const [permission] = sheetWorkflow.steps[step].permissions;
  await requireScope(context, permission!, { unitId, program: yearProgram, field });
  const sheet = await held(context, seen.id, 'to change');
  sheetWorkflow.after(step, sheet.state, field);
  return sheet;
}

/**
 * The sheet by which the caller wants to run a year of its district: issued, and valid on the business date.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, EMULATION_SHEET_STATE, EMULATION_SHEET_NOT_IN_FORCE
 */
export async function sheetToUse(context: RequestContext, id: string): Promise<HeldSheet> {
  const seen = await found(context, ScoreSheet, id, field);
  const unitId = seen['unit'] as number;
  await requireScope(context, 'emulation-awards:manage', { unitId, program: yearProgram, field });
  const sheet = await held(context, seen.id, 'to use');
  if (sheet.state !== 'IN_FORCE') {
    const allowed = sheetWorkflow.stepsFrom(sheet.state).join(', ') || '-';
    throw new ProblemError('EMULATION_SHEET_STATE', { field, given: sheet.state, allowed });
  }
  const today = context.clock.businessDate;
  const [from, to] = [sheet.validFrom, sheet.validTo];
  if (today < from || (to !== null && today >= to))
    throw new ProblemError('EMULATION_SHEET_NOT_IN_FORCE', {
      field,
      given: today,
      allowed: `${from} – ${to ?? '…'}`,
    });
  return sheet;
}

/** What is changed of a sheet, and what is written down of it. */
export interface SheetChange {
  readonly expected: number;
  readonly set: Readonly<Record<string, unknown>>;
  readonly action: SheetAction;
  readonly reason?: string;
  /** What the audit trail says besides. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Changes a sheet that has been looked at, and writes down by whom.
 * @returns its id. @throws ProblemError CONFLICT
 */
export async function changeSheet(
  context: RequestContext,
  sheet: HeldSheet,
  { expected, set, action, reason, facts = {} }: SheetChange,
): Promise<number> {
  await changeVersion(context, { table: 'emulation_awards.score_sheet', id: sheet.id, expected, set });
  await writeSheetStep(context, sheet, action, reason);
  await context.audit(
    'emulation-awards:sheet-step',
    { type: 'EmulationAwardsScoreSheet', id: sheet.id },
    { action, from: sheet.state, to: set['state'] ?? sheet.state, ...facts },
  );
  return sheet.id;
}

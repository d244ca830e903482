import { changeVersion, found, requireScope } from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { yearProgram } from '../program-code.js';
import { EmulationYear } from './emulation-year.js';
import { Entry } from './entry.js';
import type { YearStepInput } from './year-inputs.js';
import { yearWorkflow, type YearStep } from './year-state.js';

/**
 * The year, held as it is until the operation ends: who works in a state of it and who takes it to the next one wait
 * for each other.
 */
async function held(context: RequestContext, id: number, step: YearStep, field: string): Promise<Row> {
  const lock =
    yearWorkflow.steps[step].to === null ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await context.session.query(`select ${lock}(hashtext('emulation-awards year'), $1::int)`, [id]);
  const year = await context.read.byId(EmulationYear, id);
  if (!year) throw new ProblemError('NOT_FOUND', { field });
  return year;
}

const workIn = async (context: RequestContext, id: number, step: YearStep, field: string): Promise<Row> => {
  const year = await held(context, id, step, field);
  yearWorkflow.after(step, year['state'] as never, field);
  return year;
};

/** What somebody works on in a year. */
export interface EntryAt {
  readonly entry: Row;
  readonly year: Row;
  readonly unitId: number;
}

/**
 * The entry that an input names, if the caller may take the step with it and the year is where the step belongs.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, EMULATION_YEAR_STATE
 */
export async function entryAt(
  context: RequestContext,
  entryId: string,
  step: YearStep,
  field = 'input.entry',
): Promise<EntryAt> {
  const entry = await found(context, Entry, entryId, field);
  const unitId = entry['unit'] as number;
  await requireScope(context, yearWorkflow.steps[step].permissions[0]!, {
    unitId,
    program: yearProgram,
    field,
  });
  const year = await workIn(context, entry['emulationYear'] as number, step, field);
  return { entry, year, unitId };
}

/** The year of something that stands in it, held and in a state in which the step is possible. */
export async function yearOf(context: RequestContext, row: Row, step: YearStep, field: string): Promise<Row> {
  return workIn(context, row['emulationYear'] as number, step, field);
}

/**
 * The year itself, if the caller manages it and the step is possible.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, EMULATION_YEAR_STATE
 */
export async function yearAt(
  context: RequestContext,
  yearId: string,
  step: YearStep,
  field = 'input.emulationYear',
): Promise<Row> {
  const { id, unit } = await found(context, EmulationYear, yearId, field);
  await requireScope(context, 'emulation-awards:manage', {
    unitId: unit as number,
    program: yearProgram,
    field,
  });
  return workIn(context, id, step, field);
}

/** What a step asks of the year, and what it changes besides the state. */
export interface YearStepMore {
  readonly check?: (year: Row) => Promise<void>;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly after?: (year: Row) => Promise<void>;
}

/**
 * Takes the year one step on, and writes down who did it.
 * @returns the id of the year.
 * @throws ProblemError as {@link yearAt}, and CONFLICT
 */
export async function takeYearStep(
  context: RequestContext,
  { emulationYear, expectedVersion }: YearStepInput,
  step: YearStep,
  { check, set = {}, after }: YearStepMore = {},
): Promise<number> {
  const year = await yearAt(context, emulationYear, step);
  await check?.(year);
  const from = year['state'] as keyof typeof yearWorkflow.states;
  const to = yearWorkflow.after(step, from as never, 'input.emulationYear');
  await changeVersion(context, {
    table: 'emulation_awards.emulation_year',
    id: year.id,
    expected: expectedVersion,
    set: { ...set, state: to },
  });
  await after?.(year);
  await context.audit(
    'emulation-awards:year-step',
    { type: 'EmulationAwardsYear', id: year.id },
    { from, to },
  );
  return year.id;
}

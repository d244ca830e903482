import { changeVersion, requireScope, requireVersion, type Workflow } from '@phoihop/core';
import { ProblemError, type ClassType, type RequestContext } from '@phoihop/platform';

/** The line of the program that everything here belongs to. */
export const program = 'PRG-22';

/** What has a state, a unit and a version. */
interface Subject<State extends string> {
  readonly id: number;
  readonly unit: { readonly id: number };
  readonly version: number;
  readonly state: State;
}

/** A step that somebody asks to take with a row. */
export interface WantedStep<State extends string, Step extends string> {
  readonly workflow: Workflow<State, Step>;
  readonly step: Step;
  /** Global id of the row, and where the input has it. */
  readonly id: string;
  readonly field: string;
  readonly expectedVersion: number;
}

/**
 * The row, if the caller may take the step with it, and the state that it leads to. Nothing is changed yet.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, CONFLICT, or the workflow's own.
 */
export async function rowAt<State extends string, Step extends string, Row extends Subject<State>>(
  context: RequestContext,
  entity: ClassType<Row>,
  { workflow, step, id: globalId, field, expectedVersion }: WantedStep<State, Step>,
): Promise<{ row: Row; to: State }> {
  const id = context.read.localId(entity, globalId, field);
  const row = (await context.session.em.findOne(entity as never, { id } as never)) as Subject<State> | null;
  if (!row) throw new ProblemError('NOT_FOUND', { field, given: globalId });
  const [permission] = workflow.steps[step].permissions;
  await requireScope(context, permission!, { unitId: row.unit.id, program, field });
  requireVersion(row, expectedVersion);
  return { row: row as Row, to: workflow.after(step, row.state, field) };
}

/** A change of a row that has been looked at, and what the audit trail says of it. */
export interface RecordedChange {
  /** Its name in the schema `crime_prevention`, and its GraphQL type. */
  readonly table: string;
  readonly type: string;
  readonly row: { readonly id: number; readonly version: number };
  readonly set: Readonly<Record<string, unknown>>;
  readonly action: string;
  readonly facts?: Record<string, unknown>;
}

/**
 * Writes the change and its audit row. The version grows with every change, whatever of the row or below it changes.
 * @returns the row's id, for it to be read anew.
 * @throws ProblemError CONFLICT where somebody was faster.
 */
export async function record(
  context: RequestContext,
  { table, type, row, set, action, facts = {} }: RecordedChange,
): Promise<number> {
  const { id, version: expected } = row;
  await changeVersion(context, { table: `crime_prevention.${table}`, id, expected, set });
  await context.audit(`crime-prevention:${action}`, { type, id }, facts);
  return id;
}

import { ProblemError, type ClassType, type RequestContext } from '@phoihop/platform';
import { requireScope } from '../access/scope.js';
import { requireVersion } from '../checks/seen-version.js';
import { changeVersion } from '../programs/version.js';
import type { Workflow } from './workflow.js';

/** What has a state, a unit and a version. */
export interface StepSubject<State extends string> {
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

/** A change of a row that has been looked at, and what the audit trail says of it. */
export interface RecordedChange {
  /** Its name in the plugin's schema, and its GraphQL type. */
  readonly table: string;
  readonly type: string;
  readonly row: { readonly id: number; readonly version: number };
  readonly set: Readonly<Record<string, unknown>>;
  /** What was done, after the plugin's id: `register-model`. */
  readonly action: string;
  readonly facts?: Record<string, unknown>;
}

/**
 * How the steps of a program's workflows are taken: looked at, then recorded.
 * @param plugin The plugin's id; its tables lie in the schema of that name, its audit actions begin with it.
 * @param program The line that all its rows belong to, for the scope.
 */
export function stepsOf({ plugin, program }: { readonly plugin: string; readonly program: string }) {
  const schema = plugin.replaceAll('-', '_');

  /**
   * The row, if the caller may take the step with it, and the state that it leads to. Nothing is changed yet.
   * @param mayTake Refuses who may not take the step with this very row; without it, who does not hold the step's
   *   first permission over the row's unit.
   * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, CONFLICT, the workflow's own, or what `mayTake` refuses with.
   */
  async function rowAt<State extends string, Step extends string, Row extends StepSubject<State>>(
    context: RequestContext,
    entity: ClassType<Row>,
    { workflow, step, id: globalId, field, expectedVersion }: WantedStep<State, Step>,
    mayTake: (row: Row) => Promise<void> = (row) =>
      requireScope(context, workflow.steps[step].permissions[0]!, { unitId: row.unit.id, program, field }),
  ): Promise<{ row: Row; to: State }> {
    const id = context.read.localId(entity, globalId, field);
    const row = (await context.session.em.findOne(entity as never, { id } as never)) as Row | null;
    if (!row) throw new ProblemError('NOT_FOUND', { field, given: globalId });
    await mayTake(row);
    requireVersion(row, expectedVersion);
    return { row, to: workflow.after(step, row.state, field) };
  }

  /**
   * Writes the change and its audit row. The version grows with every change, whatever of the row or below it changes.
   * @returns the row's id, for it to be read anew.
   * @throws ProblemError CONFLICT where somebody was faster.
   */
  async function record(
    context: RequestContext,
    { table, type, row, set, action, facts = {} }: RecordedChange,
  ): Promise<number> {
    const { id, version: expected } = row;
    await changeVersion(context, { table: `${schema}.${table}`, id, expected, set });
    await context.audit(`${plugin}:${action}`, { type, id }, facts);
    return id;
  }

  return { rowAt, record };
}

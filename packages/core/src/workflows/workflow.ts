import { ProblemError } from '@phoihop/platform';

/** A step of a workflow: from which states it may be taken, where it leads, and what it takes to take it. */
export interface WorkflowStep<State extends string> {
  readonly from: readonly State[];
  /** `null` where the state stays as it is. */
  readonly to: State | null;
  /** One of these permissions, held over the subject's unit and program. */
  readonly permissions: readonly string[];
}

/** The states of something on its way, and the steps between them. Declared once; everything else is derived from it. */
export interface WorkflowDeclaration<State extends string, Step extends string> {
  /** Id in the source inventory, as in "W-02". */
  readonly id: string;
  readonly initial: State;
  readonly states: readonly State[];
  /** By the name of the mutation that takes the step. */
  readonly steps: Readonly<Record<Step, WorkflowStep<State>>>;
  /** Code of the refusal of a step that is not possible from a state. */
  readonly problem: string;
}

/** A workflow with the questions that are asked of it. */
export interface Workflow<State extends string, Step extends string>
  extends WorkflowDeclaration<State, Step> {
  /** The steps that may be taken from a state. */
  stepsFrom(state: State): Step[];
  /** Every state with every step that may not be taken from it: what tests try. */
  readonly impossible: readonly (readonly [State, Step])[];
  /**
   * Where a step leads from a state.
   * @param field The input field that named the subject.
   * @throws ProblemError with the workflow's own code, the state it is in (`given`) and the steps that are possible.
   */
  after(step: Step, state: State, field: string): State;
  /** The same as a Mermaid state diagram, for documents. */
  diagram(): string;
}

/**
 * Makes a workflow of its declaration.
 * @throws Error where a step names a state that is not declared, or a state cannot be reached: a mistake of ours.
 */
export function workflow<State extends string, Step extends string>(
  declaration: WorkflowDeclaration<State, Step>,
): Workflow<State, Step> {
  const { id, initial, states, problem } = declaration;
  const steps = Object.entries(declaration.steps) as [Step, WorkflowStep<State>][];
  for (const [name, { from, to }] of steps) {
    const unknown = [...from, ...(to === null ? [] : [to])].find((state) => !states.includes(state));
    if (unknown !== undefined) throw new Error(`${id}: the step ${name} names the state ${unknown}.`);
  }
  const lost = states.filter((state) => state !== initial && !steps.some(([, { to }]) => to === state));
  if (lost.length > 0) throw new Error(`${id}: no step leads to ${lost.join(', ')}.`);
  const stepsFrom = (state: State): Step[] =>
    steps.filter(([, { from }]) => from.includes(state)).map(([name]) => name);
  return {
    ...declaration,
    stepsFrom,
    impossible: states.flatMap((state) =>
      steps.flatMap(([name, { from }]) => (from.includes(state) ? [] : [[state, name] as const])),
    ),
    after: (step, state, field) => {
      const { from, to } = declaration.steps[step];
      if (from.includes(state)) return to ?? state;
      throw new ProblemError(problem, { field, given: state, allowed: stepsFrom(state).join(', ') || '-' });
    },
    diagram: () =>
      [
        'stateDiagram-v2',
        `  [*] --> ${initial}`,
        ...steps.flatMap(([name, { from, to }]) =>
          from.map((state) => `  ${state} --> ${to ?? state}: ${name}`),
        ),
      ].join('\n'),
  };
}

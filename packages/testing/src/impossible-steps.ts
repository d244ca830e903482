import type { Workflow } from '@phoihop/core';
import type { Answer } from './test-bed.js';

/** How a workflow is tried. */
export interface ImpossibleSteps<State extends string, Step extends string> {
  readonly workflow: Workflow<State, Step>;
  /** Everybody who tries, with the permissions they hold over the subject. */
  readonly people: Readonly<Record<string, ReadonlySet<string>>>;
  /** Puts the subject into a state, past all rules. */
  put(state: State): Promise<void>;
  /** Takes a step with the subject as somebody, through the API. */
  take(step: Step, who: string): Promise<Answer>;
  /** Everything that a step could write, audit rows included. */
  written(): Promise<unknown>;
  /** The code of the refusal of those who hold the permission, but not over the subject; nothing for the others. */
  outside?(who: string, step: Step): string | undefined;
}

/**
 * Takes every step that a workflow does not have, from every state, as everybody; and every step it has as whoever
 * does not hold its permission. A new state or step is tried as soon as it is declared.
 * @returns A sentence for each that was not refused as it must be, or that left something behind.
 */
export async function tryImpossibleSteps<State extends string, Step extends string>(
  trial: ImpossibleSteps<State, Step>,
): Promise<string[]> {
  const { workflow, people } = trial;
  const tried = workflow.states.flatMap((state) =>
    (Object.keys(workflow.steps) as Step[]).map((step) => [state, step] as const),
  );
  const wrong: string[] = [];
  for (const [state, step] of tried) {
    const possible = workflow.stepsFrom(state).includes(step);
    await trial.put(state);
    const before = JSON.stringify(await trial.written());
    for (const [who, permissions] of Object.entries(people)) {
      const holds = workflow.steps[step].permissions.some((permission) => permissions.has(permission));
      if (possible && holds) continue;
      const expected = holds ? (trial.outside?.(who, step) ?? workflow.problem) : 'FORBIDDEN';
      const { errors } = await trial.take(step, who);
      const code = errors?.[0]?.extensions['code'] as string | undefined;
      if (code !== expected)
        wrong.push(`${state}: ${step} by ${who} answered ${code ?? 'no error'}, not ${expected}.`);
    }
    if (JSON.stringify(await trial.written()) !== before)
      wrong.push(`${state}: ${step} left something behind.`);
  }
  return wrong;
}

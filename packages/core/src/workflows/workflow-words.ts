import type { ProblemText, Translated } from '@phoihop/platform';
import type { Workflow } from './workflow.js';

/** What people call the states and steps of a workflow, within a sentence; none is left out. */
export interface WorkflowWords<State extends string, Step extends string> {
  /** GraphQL name of the enum of its states. */
  readonly type: string;
  /** What a step that is not possible is refused with: `{given}` is the state, `{allowed}` what is possible from it. */
  readonly refusal: Translated;
  readonly states: Readonly<Record<State, Translated>>;
  readonly steps: Readonly<Record<Step, Translated>>;
}

/** For a manifest, under the keys of these names. */
export interface DeclaredWords {
  readonly problems: Readonly<Record<string, ProblemText>>;
  readonly shortNames: Readonly<Record<string, Translated>>;
}

/** The refusal of a workflow and the short names that stand in it. */
export function wordsOfWorkflow<State extends string, Step extends string>(
  { problem, states, steps }: Pick<Workflow<State, Step>, 'problem' | 'states' | 'steps'>,
  words: WorkflowWords<State, Step>,
): DeclaredWords {
  const stateNames = states.map((state) => [`${words.type}.${state}`, words.states[state]] as const);
  const stepNames = (Object.keys(steps) as Step[]).map(
    (step) => [`Mutation.${step}`, words.steps[step]] as const,
  );
  const coordinates = [...stateNames, ...stepNames].map(([coordinate]) => coordinate);
  return {
    // A rule of its own may refuse by what state is wanted, instead of by what step.
    problems: { [problem]: { ...words.refusal, says: { given: words.type, allowed: coordinates } } },
    shortNames: Object.fromEntries([...stateNames, ...stepNames]),
  };
}

/** The words of several workflows as one. */
export function joinWords(...declared: readonly DeclaredWords[]): DeclaredWords {
  return {
    problems: Object.assign({}, ...declared.map(({ problems }) => problems)) as DeclaredWords['problems'],
    shortNames: Object.assign(
      {},
      ...declared.map(({ shortNames }) => shortNames),
    ) as DeclaredWords['shortNames'],
  };
}

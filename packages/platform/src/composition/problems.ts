/** One mistake in how plugins fit together: what, whose, where, and how to mend it. */
export interface CompositionProblem {
  readonly code: CompositionProblemCode;
  readonly message: string;
  /** Plugin ids concerned, the first owner first. */
  readonly owners: readonly string[];
  /** `file:line` of each owner's definePlugin call. */
  readonly places: readonly string[];
  readonly mend: string;
}

/** Every way composition can fail; docs/reference/errors.md lists them with the same codes. */
export const compositionProblemCodes = [
  'PLUGIN_ID_INVALID',
  'PLUGIN_ID_TAKEN',
  'PLUGIN_VERSION_INVALID',
  'PLUGIN_REQUIRES_MISSING',
  'PLUGIN_REQUIRES_VERSION',
  'PLUGIN_CORE_VERSION',
  'PLUGIN_CYCLE',
  'PLUGIN_TITLE_MISSING',
  'TYPE_TAKEN',
  'FIELD_TAKEN',
  'ROOT_FIELD_TAKEN',
  'ROOT_FIELD_PREFIX',
  'TYPE_PREFIX',
  'FIELD_NOT_NULLABLE',
  'RELATION_UNKNOWN',
  'TABLE_TAKEN',
  'ENTITY_WITHOUT_TABLE',
  'ENTITY_WRONG_SCHEMA',
  'ENTITY_WITHOUT_ROW_RULE',
  'PERMISSION_TAKEN',
  'PERMISSION_PREFIX',
  'PERMISSION_UNKNOWN',
  'ROLE_UNKNOWN',
  'PROBLEM_CODE_TAKEN',
  'TRANSLATION_TAKEN',
  'FIELD_WITHOUT_RULE',
  'RULE_WITHOUT_FIELD',
  'VALUE_RULE_MISPLACED',
  'DESCRIPTION_MISSING',
  'TRANSLATION_MISSING',
  'SHORT_NAME_MISSING',
  'SHORT_NAME_OF_NOTHING',
  'CONTRIBUTION_INVALID',
] as const;

export type CompositionProblemCode = (typeof compositionProblemCodes)[number];

/** All the problems of one composition, in one go. Nothing has been started when it is thrown. */
export class CompositionError extends Error {
  readonly problems: readonly CompositionProblem[];

  constructor(problems: readonly CompositionProblem[]) {
    super(reportOf(problems));
    this.name = 'CompositionError';
    this.problems = problems;
  }
}

function reportOf(problems: readonly CompositionProblem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [
    `The plugins do not fit together: ${count}.`,
    ...problems.map(
      (problem, index) =>
        `\n${index + 1}. ${problem.code}: ${problem.message}\n   where: ${problem.places.join(' and ') || 'unknown'}\n   mend:  ${problem.mend}`,
    ),
  ].join('\n');
}

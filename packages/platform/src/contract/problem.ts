import type { Translated } from './translated.js';

/** What a plugin, a reader or a rule says when it must refuse: a stable code and the facts a person needs to mend it. */
export interface ProblemDetails {
  /** The input field or argument at fault, as the client wrote it: `input.value`. */
  field?: string;
  /** What was given. Never a secret, never another person's data. */
  given?: unknown;
  /** What would have been accepted. */
  allowed?: unknown;
  /** Further facts for the message template and the client. */
  [fact: string]: unknown;
}

/**
 * An error with a code of the closed, documented list. Its message is made at the edge from the translation
 * `error.<code>` in the caller's language; `details` fill the template's `{name}` places and reach the client
 * under `extensions`.
 */
export class ProblemError extends Error {
  readonly code: string;
  readonly details: ProblemDetails;

  constructor(code: string, details: ProblemDetails = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }
}

/** Several problems of one input at once (an import by row, a form): `BAD_USER_INPUT` with all of them listed. */
export class ProblemListError extends ProblemError {
  readonly problems: readonly { code: string; details: ProblemDetails }[];

  constructor(
    code: string,
    problems: readonly { code: string; details: ProblemDetails }[],
    details: ProblemDetails = {},
  ) {
    super(code, details);
    this.name = 'ProblemListError';
    this.problems = problems;
  }
}

/** A fact in words: the message has it in the caller's language, `extensions` in English, which does not change. */
export class Wording implements Translated {
  readonly vi: string;
  readonly en: string;

  constructor({ vi, en }: Translated) {
    this.vi = vi;
    this.en = en;
  }

  toJSON(): string {
    return this.en;
  }
}

/** Words where no code or number says what would be allowed: `allowed: inWords({ vi: 'một đơn vị khác', en: 'another unit' })`. */
export const inWords = (text: Translated): Wording => new Wording(text);

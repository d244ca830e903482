import { ProblemError, type RequestContext } from '@phoihop/platform';
import type { CodeList } from './code-list.js';

/** A code that an input names. */
export interface WantedCode {
  readonly list: CodeList;
  readonly code: string;
  /** The day on which it must be in force: that of what is recorded. */
  readonly on: string;
  readonly field: string;
}

/**
 * The id of the entry that is in force on a day.
 * @throws ProblemError CRIME_CODE_NOT_IN_FORCE with the codes of the list that are.
 */
export async function codeInForce(
  { session }: Pick<RequestContext, 'session'>,
  { list, code, on, field }: WantedCode,
): Promise<number> {
  const entries = await session.query<{ id: number; code: string }>(
    `select id, code from crime_prevention.code
      where list = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) order by code`,
    [list, on],
  );
  const found = entries.find((entry) => entry.code === code);
  if (found) return found.id;
  throw new ProblemError('CRIME_CODE_NOT_IN_FORCE', {
    field,
    given: code.slice(0, 40),
    allowed: entries.map((entry) => entry.code).join(', '),
    on,
  });
}

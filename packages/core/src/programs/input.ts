import { ProblemError, type ClassType, type RequestContext, type Row } from '@phoihop/platform';
import type { Bounds } from '../checks/amounts-and-days.js';

/** The longest text that is taken: a title, a citation, a paragraph that is quoted. */
const LONGEST = 4000;

/**
 * The row behind a global id given in an input.
 * @throws ProblemError BAD_USER_INPUT for an id of another type, NOT_FOUND where there is none that the caller may see.
 */
export async function found(
  context: RequestContext,
  entity: ClassType,
  globalId: string,
  field: string,
): Promise<Row> {
  const row = await context.read.byId(entity, context.read.localId(entity, globalId, field));
  if (!row) throw new ProblemError('NOT_FOUND', { field, given: globalId });
  return row;
}

/**
 * Text without space around it. NFC and control characters have been seen to before: the platform does it to all input.
 * @param bounds How many characters it may have (UTF-16 code units, as JavaScript counts them).
 * @throws ProblemError TEXT_LENGTH with how many there are.
 */
export function requiredText(text: string, field: string, bounds: Partial<Bounds> = {}): string {
  const { minimum = 1, maximum = LONGEST } = bounds;
  const trimmed = text.trim();
  const { length } = trimmed;
  if (length >= minimum && length <= maximum) return trimmed;
  throw new ProblemError('TEXT_LENGTH', { field, given: length, allowed: `${minimum}–${maximum}` });
}

/** The same for a text that may be left out: null where nothing is given, or blanks alone. */
export function optionalText(
  text: string | null | undefined,
  field: string,
  bounds: Partial<Bounds> = {},
): string | null {
  return text?.trim() ? requiredText(text, field, bounds) : null;
}

/** The same without a bound; for new code prefer {@link optionalText}. */
export function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

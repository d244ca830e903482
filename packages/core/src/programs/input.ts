import { ProblemError, type ClassType, type RequestContext, type Row } from '@phoihop/platform';

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

/** Text without space around it. @throws ProblemError BAD_USER_INPUT where nothing, or too much, is left. */
export function requiredText(text: string, field: string): string {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > LONGEST) {
    throw new ProblemError('BAD_USER_INPUT', { field, given: trimmed.length, allowed: `1..${LONGEST}` });
  }
  return trimmed;
}

/** Text without space around it; null where nothing is given. @throws ProblemError BAD_USER_INPUT where it is too much. */
export function optionalText(text: string | null | undefined, field: string): string | null {
  const trimmed = text?.trim() || null;
  if (trimmed && trimmed.length > LONGEST) {
    throw new ProblemError('BAD_USER_INPUT', { field, given: trimmed.length, allowed: `0..${LONGEST}` });
  }
  return trimmed;
}

/** The same without a bound; for new code prefer {@link optionalText}. */
export function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

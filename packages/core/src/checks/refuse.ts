import { ProblemError } from '@phoihop/platform';

/**
 * Refuses one value of an input.
 * @param field Where it stands, as the client wrote it: `input.validTo`.
 * @param given What was given, as far as it may be repeated: no names of people, no secrets.
 * @param allowed What would be taken: a bound (`≤ 2021-10-15`), a range (`1–50`), or a list.
 * @throws ProblemError BAD_USER_INPUT with these.
 */
export function refuse(field: string, given: unknown, allowed: unknown): never {
  throw new ProblemError('BAD_USER_INPUT', { field, given, allowed });
}

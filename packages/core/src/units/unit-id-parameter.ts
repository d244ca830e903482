import { localId } from '@phoihop/platform';

/**
 * Turns a unit's global id, given in a filter, into the row id that SQL compares.
 * The decoder throws ProblemError BAD_USER_INPUT where it is the id of something else.
 */
export const unitIdParameter =
  (field: string) =>
  (value: unknown): number =>
    localId('AdministrativeUnit', String(value), field);

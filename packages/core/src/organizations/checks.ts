import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { ProblemError } from '@phoihop/platform';

/** @throws ProblemError BAD_USER_INPUT where it is not a key: small letters and digits, with single hyphens between. */
export function requireKey(value: string, field: string): string {
  if (value.length > 80 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) {
    throw new ProblemError('BAD_USER_INPUT', {
      field,
      given: value.slice(0, 80),
      allowed: 'a-z 0-9 -: "farmers-union"',
    });
  }
  return value;
}

/** Runs a write; where another row already has the key, `ALREADY_EXISTS` says which field is at fault. */
export async function refuseDuplicate<T>(field: string, given: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException)
      throw new ProblemError('ALREADY_EXISTS', { field, given });
    throw error;
  }
}

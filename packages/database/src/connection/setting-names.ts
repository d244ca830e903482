import { DatabaseError } from './database-error.js';

/** @throws DatabaseError SETTING_INVALID */
export function refuseWrongSettings(settings: Readonly<Record<string, string>>): void {
  const wrong = Object.keys(settings).find((key) => !/^[a-z][a-z0-9_]*$/.test(key));
  if (wrong === undefined) return;
  throw new DatabaseError(
    'SETTING_INVALID',
    `A transaction’s setting is named "${wrong}"; lower-case letters, digits and _ are allowed, a letter first.`,
  );
}

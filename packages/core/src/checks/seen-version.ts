import { ProblemError } from '@phoihop/platform';

/**
 * Nobody overwrites what another has written since: compares the version of a row just read with the one that the
 * client has seen. For an entity whose `version` MikroORM counts; `changeVersion` is the same for plain SQL.
 * @throws ProblemError CONFLICT at `input.expectedVersion`, with the version that counts now.
 */
export function requireVersion(row: { readonly version: number }, expected: number | null): void {
  if (row.version === expected) return;
  throw new ProblemError('CONFLICT', {
    field: 'input.expectedVersion',
    given: expected,
    current: row.version,
  });
}

import { AdministrativeUnit, UnitKind } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';

/** Refuses one field of a mutation's input: what was given, what is allowed. */
export function refuse(field: string, given: unknown, allowed: unknown): never {
  throw new ProblemError('BAD_USER_INPUT', { field: `input.${field}`, given, allowed });
}

/**
 * A text without blanks around it, of a length that is allowed.
 * @throws ProblemError SOCIAL_INSURANCE_TEXT_LENGTH with the length that was given.
 */
export function requireText(field: string, text: string, minimum: number, maximum: number): string {
  const trimmed = text.trim();
  const { length } = trimmed;
  if (length >= minimum && length <= maximum) return trimmed;
  const allowed = `${minimum}–${maximum}`;
  throw new ProblemError('SOCIAL_INSURANCE_TEXT_LENGTH', { field: `input.${field}`, given: length, allowed });
}

/** The same where the text may be left out; blanks alone are none. */
export function optionalText(field: string, text: string | null | undefined, maximum: number): string | null {
  return text?.trim() ? requireText(field, text, 1, maximum) : null;
}

/** A whole number within bounds that are allowed. */
export function requireCount(field: string, count: number, minimum: number, maximum: number): number {
  if (count < minimum || count > maximum) refuse(field, count, `${minimum}–${maximum}`);
  return count;
}

/** What has happened lies in the past: not after the business date. */
export function requirePastDay({ clock }: RequestContext, field: string, day: string): string {
  if (day > clock.businessDate) refuse(field, day, `≤ ${clock.businessDate}`);
  return day;
}

/** Why something recorded is changed: kept in the audit trail. @throws ProblemError REASON_REQUIRED, a code of core. */
export function requireReason(reason: string): string {
  if (reason.trim() === '') throw new ProblemError('REASON_REQUIRED', { field: 'input.reason' });
  return requireText('reason', reason, 3, 500);
}

/** Nobody overwrites what another has written since. @throws ProblemError CONFLICT with the version that counts now. */
export function requireVersion(row: { readonly version: number }, expected: number): void {
  if (row.version === expected) return;
  throw new ProblemError('CONFLICT', {
    field: 'input.expectedVersion',
    given: expected,
    current: row.version,
  });
}

/**
 * The unit must be of a kind that such a record can belong to, on the day the record is about.
 * @throws ProblemError SOCIAL_INSURANCE_UNIT_KIND naming the unit and the kinds that are allowed.
 */
export async function requireKindOfUnit(
  context: RequestContext,
  unitId: number,
  on: string,
  kinds: readonly UnitKind[],
): Promise<void> {
  const unit = await context.read.byId(AdministrativeUnit, unitId, on);
  if (unit && kinds.includes(unit['kind'] as UnitKind)) return;
  throw new ProblemError('SOCIAL_INSURANCE_UNIT_KIND', {
    field: 'input.unit',
    given: unit?.['fullName'] ?? null,
    allowed: kinds,
  });
}

/** Kinds of unit whose people are counted, and whom a collection agent serves. */
export const communeKinds: readonly UnitKind[] = [
  UnitKind.COMMUNE,
  UnitKind.WARD,
  UnitKind.TOWN,
  UnitKind.SPECIAL_ZONE,
];

/** Kinds of unit in which people are met: the same and the residential areas in them. */
export const localKinds: readonly UnitKind[] = [...communeKinds, UnitKind.RESIDENTIAL_AREA];

import { ProblemError, type RequestContext } from '@phoihop/platform';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { UnitKind } from '../units/unit-kind.js';

/** Kinds of unit whose people are counted: the lowest that the state's lists have. */
export const communeKinds: readonly UnitKind[] = [
  UnitKind.COMMUNE,
  UnitKind.WARD,
  UnitKind.TOWN,
  UnitKind.SPECIAL_ZONE,
];

/** Kinds of unit in which people are met: the same, and the residential areas in them. */
export const localKinds: readonly UnitKind[] = [...communeKinds, UnitKind.RESIDENTIAL_AREA];

/** Which unit, on which day, and what it may be. */
export interface WantedKind {
  readonly unitId: number;
  /** The day that the record is about: a unit's kind changes in time. */
  readonly on: string;
  readonly kinds: readonly UnitKind[];
  readonly field: string;
}

/**
 * Refuses a unit of a kind to which such a record cannot belong. To be called after `requireScope`.
 * @throws ProblemError UNIT_KIND naming the unit and the kinds that are allowed.
 */
export async function requireKindOfUnit(
  context: Pick<RequestContext, 'read'>,
  { unitId, on, kinds, field }: WantedKind,
): Promise<void> {
  const unit = await context.read.byId(AdministrativeUnit, unitId, on);
  if (unit && kinds.includes(unit['kind'] as UnitKind)) return;
  throw new ProblemError('UNIT_KIND', { field, given: unit?.['fullName'] ?? null, allowed: kinds, on });
}

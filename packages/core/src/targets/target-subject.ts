import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Organization } from '../organizations/organization.js';
import { UnitGroup } from '../organizations/unit-group.js';
import { found } from '../programs/input.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';

/** Who is to reach a target, and the unit that answers for it. */
export interface TargetSubject {
  readonly unit: number | null;
  readonly unitGroup: number | null;
  readonly organization: number | null;
  readonly homeUnit: number;
  /** The input field that named it. */
  readonly field: string;
}

/** Global ids of which exactly one is given. */
export interface GivenSubject {
  readonly unit?: string | null;
  readonly unitGroup?: string | null;
  readonly organization?: string | null;
}

const nobody = { unit: null, unitGroup: null, organization: null };

/**
 * The subject that an input names.
 * @throws ProblemError BAD_USER_INPUT where it names none or several, NOT_FOUND where there is none such.
 */
export async function subjectOf(
  context: RequestContext,
  given: GivenSubject,
  field: string,
): Promise<TargetSubject> {
  const named = (['unit', 'unitGroup', 'organization'] as const).filter((one) => given[one]);
  const [kind] = named;
  if (named.length !== 1 || !kind) {
    throw new ProblemError('BAD_USER_INPUT', {
      field,
      given: named.join(', ') || null,
      allowed: 'unit | unitGroup | organization',
    });
  }
  const at = `${field}.${kind}`;
  const row = await found(
    context,
    { unit: AdministrativeUnit, unitGroup: UnitGroup, organization: Organization }[kind],
    given[kind]!,
    at,
  );
  // A group and an organization show the unit they stand under; a unit is its own.
  const homeUnit = kind === 'unit' ? row.id : (row['unit'] as number);
  return { ...nobody, [kind]: row.id, homeUnit, field: at };
}

import { found, Organization, requireScope } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { program } from './step.js';

/** For whom somebody records, and where. */
export interface Recording {
  readonly unitId: number;
  /** Global id; nothing for the Front of the place, or the own organization of whoever reports for one. */
  readonly organization?: string | null;
  readonly unitField: string;
}

/**
 * The organization that something is recorded for, if the caller may: the Front’s people for everybody in their
 * units, an organization’s people for that organization alone.
 * @returns its id; null for the Front of the place.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, ENVIRONMENT_NOT_OWN_ORGANIZATION
 */
export async function organizationFor(
  context: RequestContext,
  { unitId, organization, unitField }: Recording,
): Promise<number | null> {
  const wanted = organization
    ? (await found(context, Organization, organization, 'input.organization')).id
    : null;
  if (context.caller.permissions.has('environment:record')) {
    await requireScope(context, 'environment:record', { unitId, program, field: unitField });
    return wanted;
  }
  await requireScope(context, 'environment:report', { unitId, program, field: unitField });
  const own = await ownOrganizations(context);
  const id = wanted ?? own[0] ?? null;
  if (id !== null && own.includes(id)) return id;
  throw new ProblemError('ENVIRONMENT_NOT_OWN_ORGANIZATION', {
    field: 'input.organization',
    given: organization ?? null,
  });
}

/**
 * Refuses a caller who may neither record in the unit nor report for the row’s own organization.
 * @throws ProblemError OUT_OF_SCOPE, ENVIRONMENT_NOT_OWN_ORGANIZATION
 */
export async function requireMayChange(
  context: RequestContext,
  { unit, organization }: { unit: { id: number }; organization: { id: number } | null },
  field: string,
): Promise<void> {
  const scope = { unitId: unit.id, program, field };
  if (context.caller.permissions.has('environment:record'))
    return requireScope(context, 'environment:record', scope);
  await requireScope(context, 'environment:report', scope);
  if (organization && (await ownOrganizations(context)).includes(organization.id)) return;
  throw new ProblemError('ENVIRONMENT_NOT_OWN_ORGANIZATION', { field, given: null });
}

async function ownOrganizations({ session }: RequestContext): Promise<number[]> {
  const rows = await session.query<{ id: number }>(
    'select unnest(core.own_organizations()) as id order by 1',
  );
  return rows.map(({ id }) => id);
}

import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { grants } from '../access.js';
import { assignmentsOfPerson } from '../assignments-of-person.js';
import { yearProgram } from '../program-code.js';

/** Who judges whom. */
export interface Judging {
  readonly entry: Row;
  readonly byUnit: number;
  readonly field: string;
}

const rolesWith = (permission: string): string[] =>
  Object.entries(grants).flatMap(([role, held]) =>
    (held as readonly string[]).includes(permission) ? [role] : [],
  );

/** Whether the person who asks holds one of the roles $6 over the unit $2, with whichever account. */
const actsForJudged = /* sql */ `exists (
  select from ${assignmentsOfPerson} its
    cross join lateral unnest(its.paths) as held (path)
    join core.unit_reach reach on reach.unit_id = $2::bigint and reach.own
     and reach.valid_from <= platform.business_date() and (reach.valid_to is null or reach.valid_to > platform.business_date())
     and case its.reach when 'SUBTREE' then reach.path operator(public.<@) held.path::public.ltree
       else reach.path operator(public.=) held.path::public.ltree end
   where its.role = any ($6::text[]) and (its.programs is null or $4 = any (its.programs)))`;

/**
 * Nobody judges itself, and only members of one cluster judge each other. Whoever acts for both units acts for the one
 * that is judged, too; with a second account as well.
 * @throws ProblemError EMULATION_OWN_UNIT, EMULATION_OTHER_CLUSTER
 */
export async function requireNotOwnUnit(
  context: RequestContext,
  permission: string,
  { entry, byUnit, field }: Judging,
): Promise<void> {
  const [answer] = await context.session.query<{ own: boolean; together: boolean; name: string | null }>(
    `select $1::bigint = $2::bigint or core.may_change($3, $2::bigint, $4) or ${actsForJudged} as own,
        exists (select from emulation_awards.entry beside where beside.cluster_id = $5 and beside.unit_id = $1) as together,
        (select full_name from core.administrative_unit_version version where version.unit_id = $1 and version.superseded_at is null
          order by valid_from desc limit 1) as name`,
    [byUnit, entry['unit'], permission, yearProgram, entry['cluster'], rolesWith(permission)],
  );
  const facts = { field, given: answer!.name };
  if (answer!.own) throw new ProblemError('EMULATION_OWN_UNIT', facts);
  if (!answer!.together) throw new ProblemError('EMULATION_OTHER_CLUSTER', facts);
}

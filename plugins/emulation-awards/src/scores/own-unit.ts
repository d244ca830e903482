import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { yearProgram } from '../program-code.js';

/** Who judges whom. */
export interface Judging {
  readonly entry: Row;
  readonly byUnit: number;
  readonly field: string;
}

/**
 * Nobody judges itself, and only members of one cluster judge each other. Whoever acts for both units acts for the one
 * that is judged, too.
 * @throws ProblemError EMULATION_OWN_UNIT, EMULATION_OTHER_CLUSTER
 */
export async function requireNotOwnUnit(
  context: RequestContext,
  permission: string,
  { entry, byUnit, field }: Judging,
): Promise<void> {
  const [answer] = await context.session.query<{ own: boolean; together: boolean; name: string | null }>(
    `select $1::bigint = $2::bigint or core.may_change($3, $2::bigint, $4) as own,
        exists (select from emulation_awards.entry beside where beside.cluster_id = $5 and beside.unit_id = $1) as together,
        (select full_name from core.administrative_unit_version version where version.unit_id = $1 and version.superseded_at is null
          order by valid_from desc limit 1) as name`,
    [byUnit, entry['unit'], permission, yearProgram, entry['cluster']],
  );
  const facts = { field, given: answer!.name };
  if (answer!.own) throw new ProblemError('EMULATION_OWN_UNIT', facts);
  if (!answer!.together) throw new ProblemError('EMULATION_OTHER_CLUSTER', facts);
}

import { requireScope } from '@phoihop/core';
import type { RequestContext, Row } from '@phoihop/platform';
import { computedPoints } from './computed-points.js';

/**
 * Writes the final scores of every unit: of the review where people judge, computed otherwise.
 * @throws ProblemError OUT_OF_SCOPE for whoever does not see all reports of the district: too few would be late.
 */
export async function lockYear(context: RequestContext, year: Row): Promise<void> {
  const scope = { unitId: year['unit'] as number, field: 'input.emulationYear' };
  await requireScope(context, 'core:report.read', scope);
  await context.session.query(
    `insert into emulation_awards.score (entry_id, emulation_year_id, group_id, unit_id, criterion_id, kind, author_unit_id,
       points, explanation, recorded_by)
     select given.entry_id, given.emulation_year_id, given.group_id, given.unit_id, given.criterion_id, 'FINAL', given.author_unit_id,
         given.points, given.explanation, $2
       from emulation_awards.score given
      where given.emulation_year_id = $1 and given.kind = 'REVIEW' and given.superseded_at is null`,
    [year.id, context.caller.userId],
  );
  const computed = await computedPoints(context, year);
  await context.session.query(
    `insert into emulation_awards.score (entry_id, emulation_year_id, group_id, unit_id, criterion_id, kind, author_unit_id,
       points, explanation, recorded_by)
     select entry.id, entry.emulation_year_id, entry.group_id, entry.unit_id, given.criterion, 'FINAL', $2, given.points,
         given.explanation, $3
       from jsonb_to_recordset($1::jsonb) as given (entry bigint, criterion bigint, points numeric, explanation text)
       join emulation_awards.entry entry on entry.id = given.entry`,
    [JSON.stringify(computed), year['unit'], context.caller.userId],
  );
}

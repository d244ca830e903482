import { ProblemError, ProblemListError, type RequestContext } from '@phoihop/platform';
import { deriveCoverage } from './derive-coverage.js';
import { problem, readSnapshotFile, type RowProblem, type SnapshotRow } from './read-snapshot-file.js';

/** What an import brings. */
export interface SnapshotImport {
  readonly date: string;
  readonly source: string;
  readonly csv: string;
}

/** What an import did. */
export interface SnapshotImportResult {
  readonly imported: number;
  /** Rows that replaced an earlier figure of the same day, unit, group and source. */
  readonly replaced: number;
}

const sources = ['social-insurance-agency', 'front-report'];

/**
 * Imports a snapshot: all rows or none. A row that stands already for its day, unit, group and source supersedes the
 * earlier one; the derived indicator of every unit touched is brought up to date in the same transaction.
 * @throws ProblemListError SNAPSHOT_REJECTED with every mistake by line; nothing is written then.
 * @throws ProblemError BAD_USER_INPUT for an unknown source, SNAPSHOT_IN_FUTURE for a day after the business date.
 */
export async function importSnapshot(context: RequestContext, input: SnapshotImport): Promise<SnapshotImportResult> {
  if (!sources.includes(input.source)) {
    throw new ProblemError('BAD_USER_INPUT', { field: 'input.source', given: input.source, allowed: sources });
  }
  if (input.date > context.clock.businessDate) {
    throw new ProblemError('SNAPSHOT_IN_FUTURE', { field: 'input.date', given: input.date, allowed: context.clock.businessDate });
  }
  const { rows, problems } = readSnapshotFile(input.csv);
  const looked = await lookUp(context, input.date, rows);
  const all = [...problems, ...looked.problems].sort((a, b) => a.details.line - b.details.line);
  if (all.length > 0) throw new ProblemListError('SNAPSHOT_REJECTED', all, { field: 'input.csv', given: all.length });
  const result = await write(context, input, looked.rows);
  await deriveCoverage(context, { unitIds: [...new Set(looked.rows.map((row) => row.unitId))], date: input.date });
  await context.audit('social-insurance:import', { type: 'SocialInsuranceCoverageSnapshot', id: null }, { ...result, date: input.date, source: input.source });
  return result;
}

interface FoundRow extends SnapshotRow {
  readonly unitId: number;
  readonly groupId: number | null;
}

/** Finds units and groups as of the day, and whether the caller may write there; one statement for all rows. */
async function lookUp(context: RequestContext, date: string, rows: readonly SnapshotRow[]): Promise<{ rows: FoundRow[]; problems: RowProblem[] }> {
  const found = await context.session.query<{ line: number; unit_id: number | null; kind: string | null; group_id: number | null; may: boolean }>(
    `select row.line, version.unit_id, version.kind, participant.id as group_id,
            coalesce(core.may_change('social-insurance:record', version.unit_id, 'PRG-27'), false) as may
       from jsonb_to_recordset($1::jsonb) as row (line int, code text, insurance text, "group" text)
       left join core.administrative_unit_version version
         on version.tree = 'ADMIN' and version.code = row.code and version.superseded_at is null
        and version.valid_from <= $2 and (version.valid_to is null or version.valid_to > $2)
       left join social_insurance.participant_group participant
         on participant.code = row."group" and participant.insurance = row.insurance
        and participant.valid_from <= $2 and (participant.valid_to is null or participant.valid_to > $2)`,
    [JSON.stringify(rows), date],
  );
  const byLine = new Map(found.map((row) => [row.line, row]));
  const problems: RowProblem[] = [];
  const complete: FoundRow[] = [];
  for (const row of rows) {
    const { unit_id: unitId, kind, group_id: groupId, may } = byLine.get(row.line)!;
    const before = problems.length;
    // A unit outside the caller's scope answers like one that is not there.
    if (unitId === null || !may) problems.push(problem('SNAPSHOT_UNIT_UNKNOWN', row.line, 'code', row.code, date));
    else if (!['COMMUNE', 'WARD', 'TOWN', 'SPECIAL_ZONE'].includes(kind!)) {
      problems.push(problem('SNAPSHOT_UNIT_KIND', row.line, 'code', row.code, 'COMMUNE, WARD, TOWN, SPECIAL_ZONE'));
    }
    if (row.group !== '' && groupId === null) problems.push(problem('SNAPSHOT_GROUP_UNKNOWN', row.line, 'group', row.group, date));
    if (problems.length === before) complete.push({ ...row, unitId: unitId!, groupId });
  }
  return { rows: complete, problems };
}

async function write(context: RequestContext, input: SnapshotImport, rows: readonly FoundRow[]): Promise<SnapshotImportResult> {
  const facts = JSON.stringify(rows);
  const superseded = await context.session.query<{ id: number }>(
    `update social_insurance.coverage_snapshot old set superseded_at = clock_timestamp()
       from jsonb_to_recordset($1::jsonb) as row ("unitId" bigint, insurance text, "groupId" bigint)
      where old.unit_id = row."unitId" and old.insurance = row.insurance and old.group_id is not distinct from row."groupId"
        and old.date = $2 and old.source = $3 and old.superseded_at is null
      returning old.id`,
    [facts, input.date, input.source],
  );
  await context.session.query(
    `insert into social_insurance.coverage_snapshot (unit_id, date, insurance, group_id, insured, population, source)
     select "unitId", $2, insurance, "groupId", insured, population, $3
       from jsonb_to_recordset($1::jsonb) as row ("unitId" bigint, insurance text, "groupId" bigint, insured int, population int)`,
    [facts, input.date, input.source],
  );
  return { imported: rows.length, replaced: superseded.length };
}

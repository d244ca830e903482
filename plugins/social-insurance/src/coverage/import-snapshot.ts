import { communeKinds } from '@phoihop/core';
import { ProblemError, ProblemListError, type RequestContext } from '@phoihop/platform';
import { deriveCoverage } from './derive-coverage.js';
import { problem, readSnapshotFile, type RowProblem, type SnapshotRow } from './read-snapshot-file.js';
import { sources } from './sources.js';

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

/** Mistakes that are told one by one; whoever has more has made the same one many times. */
const maximumListed = 200;

/**
 * Imports a snapshot: all rows or none. A row that stands already for its day, unit, group and source supersedes the
 * earlier one; the derived indicator of every unit touched is brought up to date in the same transaction.
 * @throws ProblemListError SOCIAL_INSURANCE_SNAPSHOT_REJECTED with the mistakes by line; nothing is written then.
 * @throws ProblemError BAD_USER_INPUT for an unknown source, SOCIAL_INSURANCE_SNAPSHOT_IN_FUTURE for a day after the business date,
 *   PERIOD_NOT_FOUND from core where it keeps no such month.
 */
export async function importSnapshot(
  context: RequestContext,
  input: SnapshotImport,
): Promise<SnapshotImportResult> {
  const { date, source, csv } = input;
  if (!(sources as readonly string[]).includes(source)) {
    throw new ProblemError('BAD_USER_INPUT', { field: 'input.source', given: source, allowed: sources });
  }
  if (date > context.clock.businessDate) {
    throw new ProblemError('SOCIAL_INSURANCE_SNAPSHOT_IN_FUTURE', {
      field: 'input.date',
      given: date,
      allowed: context.clock.businessDate,
    });
  }
  const rows = await checkedRows(context, date, csv);
  const result = await write(context, input, rows);
  await deriveCoverage(context, { unitIds: [...new Set(rows.map((row) => row.unitId))], date });
  await context.audit(
    'social-insurance:import',
    { type: 'SocialInsuranceCoverageSnapshot', id: null },
    { ...result, date, source },
  );
  return result;
}

interface FoundRow extends SnapshotRow {
  readonly unitId: number;
  readonly groupId: number | null;
}

/** What the database knows of a row. */
interface KnownOfRow {
  readonly line: number;
  readonly unit_id: number | null;
  readonly kind: string;
  readonly group_id: number | null;
  readonly may: boolean;
  readonly closed: boolean;
}

async function checkedRows(context: RequestContext, date: string, csv: string): Promise<FoundRow[]> {
  const read = readSnapshotFile(csv);
  const found = await lookUp(context, date, read.rows);
  const all = [...read.problems, ...found.problems].sort((a, b) => a.details.line - b.details.line);
  if (all.length === 0) return found.rows;
  const listed = all.slice(0, maximumListed);
  throw new ProblemListError('SOCIAL_INSURANCE_SNAPSHOT_REJECTED', listed, {
    field: 'input.csv',
    given: all.length,
    listed: listed.length,
  });
}

/** Finds units and groups as of the day, and whether the caller may write there; one statement for all rows. */
async function lookUp(
  context: RequestContext,
  date: string,
  rows: readonly SnapshotRow[],
): Promise<{ rows: FoundRow[]; problems: RowProblem[] }> {
  // Whoever closes the month in this moment waits for the import, or the import for the lock.
  await context.session.query('select core.hold_period_locks(false)');
  const found = await context.session.query<KnownOfRow>(
    `select given.line, version.unit_id, version.kind, participant.id as group_id,
            core.may_change('social-insurance:record', version.unit_id, 'PRG-27') as may,
            core.period_lock_on(month.id, version.unit_id, 'PRG-27') is not null as closed
       from jsonb_to_recordset($1::jsonb) as given (line int, code text, insurance text, "group" text)
       left join core.administrative_unit_version version
         on version.tree = 'ADMIN' and version.code = given.code and version.superseded_at is null
        and version.valid_from <= $2 and (version.valid_to is null or version.valid_to > $2)
       left join core.period month on month.calendar_key = 'MONTH' and month.starts_on <= $2 and month.ends_on >= $2
       left join social_insurance.participant_group participant
         on participant.code = given."group" and participant.insurance = given.insurance
        and participant.valid_from <= $2 and (participant.valid_to is null or participant.valid_to > $2)`,
    [JSON.stringify(rows), date],
  );
  const byLine = new Map(found.map((row) => [row.line, row]));
  const checked = rows.map((row) => {
    const { unit_id: unitId, kind, group_id: groupId, may, closed } = byLine.get(row.line)!;
    const problems: RowProblem[] = [];
    // A unit outside the caller's scope answers like one that is not there.
    if (unitId === null || !may)
      problems.push(problem('SOCIAL_INSURANCE_SNAPSHOT_UNIT_UNKNOWN', row.line, 'code', row.code, date));
    else if (!(communeKinds as readonly string[]).includes(kind)) {
      problems.push(
        problem('SOCIAL_INSURANCE_SNAPSHOT_UNIT_KIND', row.line, 'code', row.code, communeKinds.join(', ')),
      );
    } else if (closed)
      problems.push(
        problem('SOCIAL_INSURANCE_SNAPSHOT_PERIOD_CLOSED', row.line, 'code', row.code, date.slice(0, 7)),
      );
    if (row.group !== '' && groupId === null) {
      problems.push(problem('SOCIAL_INSURANCE_SNAPSHOT_GROUP_UNKNOWN', row.line, 'group', row.group, date));
    }
    return { row: { ...row, unitId: unitId!, groupId }, problems };
  });
  return { rows: checked.map(({ row }) => row), problems: checked.flatMap(({ problems }) => problems) };
}

async function write(
  { session }: RequestContext,
  { date, source }: SnapshotImport,
  rows: readonly FoundRow[],
): Promise<SnapshotImportResult> {
  // Two imports for one month take turns: whichever comes second sees what the first has written, and the month's
  // figure is derived from both.
  await session.query('select pg_advisory_xact_lock(hashtext($1))', [
    `social-insurance import ${source} ${date.slice(0, 7)}`,
  ]);
  const facts = JSON.stringify(rows);
  const superseded = await session.query<{ id: number }>(
    `update social_insurance.coverage_snapshot old set superseded_at = clock_timestamp()
       from jsonb_to_recordset($1::jsonb) as given ("unitId" bigint, insurance text, "groupId" bigint)
      where old.unit_id = given."unitId" and old.insurance = given.insurance
        and old.group_id is not distinct from given."groupId"
        and old.date = $2 and old.source = $3 and old.superseded_at is null
      returning old.id`,
    [facts, date, source],
  );
  await session.query(
    `insert into social_insurance.coverage_snapshot (unit_id, date, insurance, group_id, insured, population, source)
     select "unitId", $2, insurance, "groupId", insured, population, $3
       from jsonb_to_recordset($1::jsonb)
         as given ("unitId" bigint, insurance text, "groupId" bigint, insured int, population int)`,
    [facts, date, source],
  );
  return { imported: rows.length, replaced: superseded.length };
}

import { optionalText, refuse } from '@phoihop/core';
import { inWords, ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import type { ScoreLineInput } from './score-inputs.js';
import type { ScoreKind } from './score-kind.js';

/** Most criteria that are scored at once. */
const MOST = 100;

/** A line that has been checked against the year’s sheet. */
export interface ScoreLine {
  readonly criterion: number;
  readonly points: string;
  readonly explanation: string | null;
}

interface KnownCriterion {
  readonly id: number;
  readonly number: string;
  readonly maximum: string;
  readonly source: string;
}

/**
 * The lines of an input, each for a criterion of the sheet that people judge.
 * @throws ProblemError EMULATION_CRITERION_UNKNOWN, EMULATION_COMPUTED, BAD_USER_INPUT with the line’s field
 */
export async function checkedLines(
  context: RequestContext,
  year: Row,
  lines: readonly ScoreLineInput[],
): Promise<ScoreLine[]> {
  if (lines.length < 1 || lines.length > MOST) refuse('input.scores', lines.length, `1–${MOST}`);
  const known = await context.session.query<KnownCriterion>(
    'select id, number, maximum::text, source from emulation_awards.criterion where sheet_id = $1 order by id',
    [year['sheet']],
  );
  const seen = new Set<string>();
  return lines.map(({ criterion: number, points, explanation }, index) => {
    const field = `input.scores[${index}]`;
    const criterion = known.find((one) => one.number === number);
    if (!criterion) {
      const allowed = known.flatMap((one) => (one.source === 'MANUAL' ? [one.number] : [])).join(', ');
      throw new ProblemError('EMULATION_CRITERION_UNKNOWN', {
        field: `${field}.criterion`,
        given: number,
        allowed,
      });
    }
    if (criterion.source !== 'MANUAL')
      throw new ProblemError('EMULATION_COMPUTED', {
        field: `${field}.criterion`,
        given: number,
        source: criterion.source,
        allowed: '-',
      });
    if (seen.has(number)) refuse(`${field}.criterion`, number, inWords({ vi: 'một lần', en: 'once' }));
    seen.add(number);
    return {
      criterion: criterion.id,
      points: requirePoints(points, `${field}.points`, criterion.maximum),
      explanation: optionalText(explanation, `${field}.explanation`, { maximum: 1000 }),
    };
  });
}

/**
 * Points within 0 and the maximum, with two decimals at most, given back.
 * @throws ProblemError BAD_USER_INPUT with the bounds.
 */
export function requirePoints(points: string, field: string, maximum: string): string {
  const hundredths = /^\d{1,4}(\.\d{1,2})?$/.test(points) ? Math.round(Number(points) * 100) : -1;
  if (hundredths < 0 || hundredths > Math.round(Number(maximum) * 100))
    refuse(field, points, `0–${maximum}, 0.01`);
  return points;
}

/** Whose score it is, and of whom. */
export interface ScoreOf {
  readonly entry: Row;
  readonly kind: ScoreKind;
  readonly authorUnit: number;
}

/** Writes the lines: each supersedes what the same side gave for the criterion before. */
export async function writeScores(
  context: RequestContext,
  { entry, kind, authorUnit }: ScoreOf,
  lines: readonly (ScoreLine & { readonly reason?: string })[],
): Promise<void> {
  const { session, caller } = context;
  // Two people of one side at once: the second supersedes what the first gave.
  await session.query(`select pg_advisory_xact_lock(hashtext('emulation-awards scores'), $1::int)`, [
    entry.id,
  ]);
  await session.query(
    `update emulation_awards.score set superseded_at = clock_timestamp()
      where entry_id = $1 and kind = $2 and author_unit_id = $3 and criterion_id = any ($4::bigint[]) and superseded_at is null`,
    [entry.id, kind, authorUnit, lines.map(({ criterion }) => criterion)],
  );
  await session.query(
    `insert into emulation_awards.score (entry_id, emulation_year_id, group_id, unit_id, criterion_id, kind, author_unit_id,
       points, explanation, reason, recorded_by)
     select $1, $2, $3, $4, line.criterion, $5, $6, line.points, line.explanation, line.reason, $7
       from jsonb_to_recordset($8::jsonb) as line (criterion bigint, points numeric, explanation text, reason text)`,
    [
      entry.id,
      entry['emulationYear'],
      entry['group'],
      entry['unit'],
      kind,
      authorUnit,
      caller.userId,
      JSON.stringify(lines),
    ],
  );
}

/** Accounts that gave scores of some kinds to an entry, or to any of a year; those superseded included. */
export async function scorers(
  context: RequestContext,
  of: { entry?: number; year?: number; kinds: readonly ScoreKind[] },
): Promise<(number | null)[]> {
  const rows = await context.session.query<{ recorded_by: number | null }>(
    `select distinct recorded_by from emulation_awards.score
      where kind = any ($1::text[]) and ($2::bigint is null or entry_id = $2) and ($3::bigint is null or emulation_year_id = $3)`,
    [of.kinds, of.entry ?? null, of.year ?? null],
  );
  return rows.map(({ recorded_by: user }) => user);
}

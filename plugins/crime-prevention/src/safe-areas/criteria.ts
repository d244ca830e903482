import { optionalText, refuse } from '@phoihop/core';
import { inWords, ProblemError, type RequestContext, type Translated } from '@phoihop/platform';
import { codes } from '../codes/codes.js';
import { CodeList } from '../codes/code-list.js';
import type { CriterionAnswerInput } from './assessment-inputs.js';
import type { SafeAreaAssessment } from './safe-area-assessment.js';

/** The criteria of a year are those in force on its last day. */
export const lastDayOf = (year: number): string => `${year}-12-31`;

/** The first year that has criteria: before, there was no standard to be assessed by. */
export async function firstYear({ session }: Pick<RequestContext, 'session'>): Promise<number> {
  const [first] = await session.query<{ year: number }>(
    `select extract(year from min(valid_from))::int as year from crime_prevention.code where list = 'SAFE_AREA_CRITERION'`,
  );
  return first!.year;
}

/**
 * Writes what is said of some criteria; the others stay.
 * @throws ProblemError BAD_USER_INPUT for a criterion named twice; CRIME_CODE_NOT_IN_FORCE.
 */
export async function answer(
  context: RequestContext,
  { id, unit, year }: Pick<SafeAreaAssessment, 'id' | 'unit' | 'year'>,
  answers: readonly CriterionAnswerInput[],
): Promise<void> {
  const named = new Set<string>();
  for (const [index, given] of answers.entries()) {
    const at = `input.answers.${index}`;
    if (named.has(given.criterion))
      refuse(
        `${at}.criterion`,
        given.criterion,
        inWords({ vi: 'mỗi tiêu chí một lần', en: 'each criterion once' }),
      );
    named.add(given.criterion);
    const criterion = await codes.inForce(context, {
      list: CodeList.SAFE_AREA_CRITERION,
      code: given.criterion,
      on: lastDayOf(year),
      field: `${at}.criterion`,
    });
    const note = optionalText(given.note, `${at}.note`, { maximum: 1000 });
    await context.session.query(
      `insert into crime_prevention.criterion_result (assessment_id, unit_id, criterion_id, met, note, recorded_by)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (assessment_id, criterion_id) do update set met = excluded.met, note = excluded.note, recorded_by = excluded.recorded_by`,
      [id, unit.id, criterion, given.met, note, context.caller.userId],
    );
  }
}

/** Where an assessment stands with the criteria of its year. */
export interface Standing {
  /** Criterion → whether it is met; null where nothing is said. */
  readonly answers: Readonly<Record<string, boolean | null>>;
  /** Criterion → what it is called. */
  readonly titles: Readonly<Record<string, Translated>>;
  /** Everybody who has said something. */
  readonly answeredBy: readonly number[];
}

export async function standingOf(
  { session }: Pick<RequestContext, 'session'>,
  { id, year }: Pick<SafeAreaAssessment, 'id' | 'year'>,
): Promise<Standing> {
  const rows = await session.query<{
    code: string;
    vi: string;
    en: string;
    met: boolean | null;
    by: number | null;
  }>(
    `select code.code, code.title_vi as vi, code.title_en as en, result.met, result.recorded_by as by from crime_prevention.code
       left join crime_prevention.criterion_result result on result.criterion_id = code.id and result.assessment_id = $1
      where code.list = 'SAFE_AREA_CRITERION' and code.valid_from <= $2 and (code.valid_to is null or code.valid_to > $2)
      order by code.code`,
    [id, lastDayOf(year)],
  );
  return {
    answers: Object.fromEntries(rows.map(({ code, met }) => [code, met])),
    titles: Object.fromEntries(rows.map(({ code, vi, en }) => [code, { vi, en }])),
    answeredBy: [...new Set(rows.flatMap(({ by }) => (by === null ? [] : [by])))],
  };
}

/** @throws ProblemError CRIME_SAFE_AREA_INCOMPLETE naming the criteria of which nothing is said. */
export function requireComplete({ answers, titles }: Standing, field: string): void {
  const open = Object.entries(answers).flatMap(([code, met]) => (met === null ? [code] : []));
  if (open.length > 0)
    throw new ProblemError('CRIME_SAFE_AREA_INCOMPLETE', {
      field,
      missing: open.join(', '),
      titles: called(open, titles),
    });
}

/** @throws ProblemError CRIME_SAFE_AREA_NOT_MET naming the criteria that are not met. */
export function requireMet({ answers, titles }: Standing, field: string): void {
  const unmet = Object.entries(answers).flatMap(([code, met]) => (met ? [] : [code]));
  if (unmet.length > 0)
    throw new ProblemError('CRIME_SAFE_AREA_NOT_MET', {
      field,
      unmet: unmet.join(', '),
      titles: called(unmet, titles),
    });
}

/** Criteria as people call them. */
const called = (named: readonly string[], titles: Standing['titles']) =>
  inWords({
    vi: named.map((code) => titles[code]!.vi).join('; '),
    en: named.map((code) => titles[code]!.en).join('; '),
  });

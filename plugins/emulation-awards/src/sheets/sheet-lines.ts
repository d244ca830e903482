import { refuse, requiredText } from '@phoihop/core';
import { inWords, ProblemError, type RequestContext } from '@phoihop/platform';
import { CriterionSource } from './sheet-enums.js';
import type { CriterionInput } from './sheet-inputs.js';

/** Most lines of a sheet, and most rules by which a tie is decided. */
const LINES = 100;
const RULES = 20;

const once = inWords({ vi: 'một lần', en: 'once' });
const titleBounds = { minimum: 3, maximum: 300 };

/** Which fields a line has besides, by where its points come from. */
const wanted = {
  [CriterionSource.MANUAL]: [],
  [CriterionSource.INDICATOR]: ['indicator', 'zeroAt', 'fullAt'],
  [CriterionSource.LATENESS]: ['perLate', 'perMissing'],
} as const;
const besides = ['indicator', 'zeroAt', 'fullAt', 'perLate', 'perMissing'] as const;

/** A line as it is written. */
export type SheetLine = Readonly<
  Pick<CriterionInput, 'number' | 'titleVi' | 'titleEn' | 'kind' | 'maximum' | 'source'> &
    Record<(typeof besides)[number], string | null>
>;

/**
 * The lines of a sheet that somebody writes: numbered once each, with what their source wants and nothing else.
 * @throws ProblemError BAD_USER_INPUT, TEXT_LENGTH, EMULATION_INDICATOR_UNKNOWN with the line’s field
 */
export async function checkedSheetLines(
  context: RequestContext,
  given: readonly CriterionInput[],
): Promise<SheetLine[]> {
  if (given.length > LINES) refuse('input.criteria', given.length, `0–${LINES}`);
  const lines = given.map((line, index) => checkedLine(line, `input.criteria[${index}]`));
  lines.forEach(({ number }, index) => {
    if (lines.findIndex((one) => one.number === number) !== index)
      refuse(`input.criteria[${index}].number`, number, once);
  });
  await requireIndicators(context, lines);
  return lines;
}

function checkedLine(line: CriterionInput, field: string): SheetLine {
  const { number, kind, source, maximum } = line;
  if (!/^\d{1,3}(\.\d{1,3}){0,3}$/.test(number)) refuse(`${field}.number`, number, '1, 2.3');
  requirePoints(maximum, `${field}.maximum`, 0.01);
  const its: readonly string[] = wanted[source];
  const values = Object.fromEntries(
    besides.map((name) => {
      const value = line[name] ?? null;
      if ((value !== null) !== its.includes(name))
        refuse(`${field}.${name}`, value, its.includes(name) ? source : null);
      return [name, value];
    }),
  ) as Record<(typeof besides)[number], string | null>;
  const { zeroAt, fullAt, perLate, perMissing } = values;
  if (zeroAt !== null && Number(zeroAt) === Number(fullAt)) refuse(`${field}.fullAt`, fullAt, `≠ ${zeroAt}`);
  if (perLate !== null) requirePoints(perLate, `${field}.perLate`, 0);
  if (perMissing !== null) requirePoints(perMissing, `${field}.perMissing`, 0);
  const titleVi = requiredText(line.titleVi, `${field}.titleVi`, titleBounds);
  const titleEn = requiredText(line.titleEn, `${field}.titleEn`, titleBounds);
  return { number, titleVi, titleEn, kind, source, maximum, ...values };
}

/** Points of a sheet have two decimals at most. @throws ProblemError BAD_USER_INPUT with the bounds */
function requirePoints(points: string, field: string, minimum: number): void {
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(points) || Number(points) < minimum)
    refuse(field, points, `${minimum}–9999.99, 0.01`);
}

/** @throws ProblemError EMULATION_INDICATOR_UNKNOWN where no plugin has the indicator of a line. */
async function requireIndicators(
  { session }: RequestContext,
  lines: readonly { number: string; indicator: string | null }[],
): Promise<void> {
  const keys = lines.flatMap(({ indicator }) => (indicator === null ? [] : [indicator]));
  const known = await session.query<{ key: string }>(
    'select key from core.indicator where key = any ($1::text[])',
    [keys],
  );
  const at = lines.findIndex(
    ({ indicator }) => indicator !== null && !known.some(({ key }) => key === indicator),
  );
  if (at < 0) return;
  throw new ProblemError('EMULATION_INDICATOR_UNKNOWN', {
    field: `input.criteria[${at}].indicator`,
    given: lines[at]!.indicator,
    criterion: lines[at]!.number,
    allowed: '-',
  });
}

/**
 * How a tie is decided: by lines that the sheet has, or by points lost or earned on top.
 * @throws ProblemError BAD_USER_INPUT with the rules that there are
 */
export function checkedTieOrder(rules: readonly string[], numbers: readonly string[]): readonly string[] {
  const field = 'input.tieOrder';
  const allowed = ['LEAST_MINUS', 'MOST_BONUS', ...numbers];
  if (rules.length > RULES) refuse(field, rules.length, `0–${RULES}`);
  rules.forEach((rule, index) => {
    if (!allowed.includes(rule)) refuse(`${field}[${index}]`, rule, allowed);
    if (rules.indexOf(rule) !== index) refuse(`${field}[${index}]`, rule, once);
  });
  return rules;
}

import type { Decimal } from 'decimal.js';
import { decimal, isDecimal } from './value-rules-decimal.js';
import { INDICATOR_KINDS, type FigureField, type IndicatorKind } from './value-rules-kinds.js';

/** What the rules need to know of an indicator. */
export interface IndicatorRules {
  key: string;
  kind: IndicatorKind;
  /** How many decimals an entered figure may carry, the parts of a ratio included: 0 for whole things. */
  decimals: number;
  /** The statuses a STATUS_COUNT knows, the one that means "none yet" included. */
  statuses?: readonly string[];
}

/** One entered figure; null and absent are the same. */
export type GivenFigure = { readonly [field in FigureField]?: string | null };

export type FigureProblemCode =
  | 'VALUE_KIND_MISMATCH'
  | 'NOT_A_NUMBER'
  | 'OUT_OF_RANGE'
  | 'COUNT_NOT_WHOLE'
  | 'TOO_MANY_DECIMALS'
  | 'NEGATIVE_VALUE'
  | 'RATIO_DENOMINATOR_ZERO'
  | 'RATIO_ABOVE_ONE'
  | 'UNKNOWN_STATUS';

export interface FigureProblem {
  code: FigureProblemCode;
  field: FigureField;
  /** What was given, at most 40 characters of it; null when nothing was. */
  given: string | null;
  allowed: string;
}

const FIELDS: readonly FigureField[] = ['value', 'numerator', 'denominator', 'status'];
/** `numeric(20,6)`: fourteen digits before the point, six after. */
const WHOLE_DIGITS = 14;
const MOST_DECIMALS = 6;
const LARGEST = '99999999999999.999999';

/**
 * Everything that is wrong with an entered figure; an empty list when it may be stored.
 *
 * - A figure of the wrong kind (VALUE_KIND_MISMATCH) says which fields the kind takes; nothing is entered for a
 *   derived indicator.
 * - Decimals are counted as written: "1.000" is refused where whole numbers are wanted, because a Vietnamese hand
 *   may well have meant one thousand.
 * - No figure is negative: a correction replaces the old value, it is not subtracted.
 * - A ratio counts a part of its denominator, so it is at most one. Nothing out of nothing (0 / 0) is a fact worth
 *   reporting (no child was weighed) and is accepted; it adds nothing to a roll-up. Something out of nothing is
 *   refused with RATIO_DENOMINATOR_ZERO.
 */
export function validateFigure(indicator: IndicatorRules, given: GivenFigure): FigureProblem[] {
  const enters: readonly FigureField[] = INDICATOR_KINDS[indicator.kind].enters;
  const mismatches = FIELDS.filter((field) => enters.includes(field) !== isGiven(given[field])).map((field) =>
    problem(
      'VALUE_KIND_MISMATCH',
      field,
      given[field],
      `${indicator.kind} takes ${enters.join(' and ') || 'no entry'}`,
    ),
  );
  if (mismatches.length > 0) return mismatches;

  if (indicator.kind === 'STATUS_COUNT') return statusProblems(indicator, given.status);
  const problems = enters.flatMap((field) => numberProblems(indicator, field, given[field]));
  if (problems.length > 0 || indicator.kind !== 'RATIO') return problems;
  return ratioProblems(decimal(given.numerator!), decimal(given.denominator!), given);
}

function isGiven(value: string | null | undefined): boolean {
  return value !== undefined && value !== null;
}

function statusProblems(indicator: IndicatorRules, status: string | null | undefined): FigureProblem[] {
  const known = indicator.statuses ?? [];
  return known.includes(status!) ? [] : [problem('UNKNOWN_STATUS', 'status', status, known.join(', '))];
}

function numberProblems(indicator: IndicatorRules, field: FigureField, text: unknown): FigureProblem[] {
  if (!isDecimal(text))
    return [problem('NOT_A_NUMBER', field, text, 'digits with a decimal point, as in 12.5')];
  const [whole, decimals = ''] = text.replace('-', '').split('.') as [string, string?];
  const problems: FigureProblem[] = [];
  if (whole.replace(/^0+/, '').length > WHOLE_DIGITS) {
    problems.push(problem('OUT_OF_RANGE', field, text, `0 to ${LARGEST}`));
  }
  const places = Math.min(indicator.decimals, MOST_DECIMALS);
  if (decimals.length > places) {
    problems.push(
      places === 0
        ? problem('COUNT_NOT_WHOLE', field, text, 'a whole number, without point or separators')
        : problem('TOO_MANY_DECIMALS', field, text, `at most ${places} decimals`),
    );
  }
  if (text.startsWith('-') && /[1-9]/.test(text))
    problems.push(problem('NEGATIVE_VALUE', field, text, '0 or more'));
  return problems;
}

function ratioProblems(numerator: Decimal, denominator: Decimal, given: GivenFigure): FigureProblem[] {
  if (denominator.isZero() && !numerator.isZero()) {
    return [
      problem(
        'RATIO_DENOMINATOR_ZERO',
        'denominator',
        given.denominator,
        'more than 0, or 0 with a numerator of 0',
      ),
    ];
  }
  if (numerator.greaterThan(denominator)) {
    return [
      problem(
        'RATIO_ABOVE_ONE',
        'numerator',
        given.numerator,
        `at most the denominator, ${given.denominator}`,
      ),
    ];
  }
  return [];
}

function problem(
  code: FigureProblemCode,
  field: FigureField,
  given: unknown,
  allowed: string,
): FigureProblem {
  return {
    code,
    field,
    given: given === undefined || given === null ? null : String(given).slice(0, 40),
    allowed,
  };
}

import { ProblemListError } from '@phoihop/platform';
import type { IndicatorFact } from '../indicators/indicator-facts.js';
import { decimal } from '../values/value-rules-decimal.js';
import { targetProblems } from './progress-definition.js';
import { BaselineKind } from './target-enums.js';
import { definitionOf, isChange, isRelative, type TargetFacts } from './target-facts.js';

/** What of a target is set by people and has to fit together. */
export type TargetDraft = Pick<
  TargetFacts,
  'operator' | 'value' | 'valueMax' | 'path' | 'tolerance' | 'deadline' | 'baselineKind' | 'baselineValue'
> & { readonly weight: string | null };

type Problem = ProblemListError['problems'][number];

/**
 * Refuses a target that could not be computed, or that asks of an indicator what its kind has not; every mistake at
 * once, each with a code of its own.
 * @param place Where in the input the target stands, for the errors.
 * @throws ProblemListError TARGET_UNSOUND
 */
export function requireSound(
  draft: TargetDraft,
  indicator: IndicatorFact,
  period: { start: string; end: string },
  place = 'input',
): void {
  const found = [
    ...definitionProblems(draft, period),
    ...kindProblems(draft, indicator),
    ...baselineProblems(draft),
  ];
  if (draft.weight !== null && decimal(draft.weight).lessThanOrEqualTo(0)) {
    found.push({ code: 'BAD_USER_INPUT', details: { field: 'weight', given: draft.weight, allowed: '> 0' } });
  }
  if (found.length === 0) return;
  const problems = found.map(({ code, details }) => ({
    code,
    details: { ...details, field: `${place}.${details.field}` },
  }));
  const { field, given } = problems[0]!.details;
  throw new ProblemListError('TARGET_UNSOUND', problems, { field, given });
}

/** What the pure rules say, with the values as they were given: fractions, not percent. */
function definitionProblems(draft: TargetDraft, period: { start: string; end: string }): Problem[] {
  return targetProblems(definitionOf(draft, period)).map(({ code, field }) => ({
    code: `TARGET_${code}`,
    details: {
      field,
      given: field in draft ? draft[field as keyof TargetDraft] : period.end,
      start: period.start,
      value: draft.value,
    },
  }));
}

/** Operators that only one kind of indicator can answer. */
const kindOf: Partial<Record<TargetDraft['operator'], IndicatorFact['kind']>> = {
  REACH_STATUS: 'STATUS_COUNT',
  HOLD_EVENTS: 'EVENT_COUNT',
};

function kindProblems({ operator, value, valueMax }: TargetDraft, indicator: IndicatorFact): Problem[] {
  const needed = kindOf[operator];
  if (needed && needed !== indicator.kind) {
    return [
      {
        code: 'TARGET_OPERATOR_KIND',
        details: { field: 'operator', given: operator, allowed: needed, kind: indicator.kind },
      },
    ];
  }
  if (indicator.kind !== 'RATIO' || isRelative(operator)) return [];
  return Object.entries({ value, valueMax })
    .filter(([, given]) => given !== null && decimal(given).abs().greaterThan(1))
    .map(([field, given]) => ({ code: 'TARGET_SHARE_ABOVE_ONE', details: { field, given } }));
}

function baselineProblems({ operator, baselineKind, baselineValue }: TargetDraft): Problem[] {
  const given = { field: 'baseline', given: baselineKind };
  if (isChange(operator) && baselineKind === BaselineKind.NONE) {
    return [{ code: 'TARGET_BASELINE_MISSING', details: given }];
  }
  if ((baselineKind === BaselineKind.VALUE) !== (baselineValue !== null)) {
    return [{ code: 'TARGET_BASELINE_VALUE', details: { field: 'baseline.value', given: baselineValue } }];
  }
  return [];
}

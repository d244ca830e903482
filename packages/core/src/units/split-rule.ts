import { Decimal } from 'decimal.js';
import { isWhole, LineageType } from './lineage-type.js';
import type { LineageFact } from './unit-history.js';

/**
 * How the figures of a divided unit are shared out among those that got its parts. The indicator declares it;
 * NONE, the default, answers "not computable" instead of guessing.
 */
export type SplitRule = 'NONE' | 'PRIMARY' | 'WEIGHT_POPULATION' | 'WEIGHT_AREA';

/** One of the ways a unit went on a day: along an edge, or (no edge) staying what it was. */
export interface Part {
  readonly to: number;
  readonly edge: LineageFact | null;
}

/** Weights multiply along a chain of splits without losing a digit. */
export const Weight = Decimal.clone({ precision: 200 });

const one = new Weight(1);
const zero = new Weight(0);

/** Whether everything went one way, so that no rule is needed. */
export const goesWhole = (parts: readonly Part[]): boolean =>
  parts.length === 1 && (parts[0]!.edge === null || isWhole(parts[0]!.edge.type));

/**
 * The weight of each part under a rule, or null where the rule has nothing to go by. Weights add up to exactly one:
 * shares that leave something over, or that are missing for one part, are no basis for any.
 */
export function weightsOf(parts: readonly Part[], rule: SplitRule): Decimal[] | null {
  if (goesWhole(parts)) return [one];
  switch (rule) {
    case 'NONE':
      return null;
    case 'PRIMARY': {
      const primary = primaryPart(parts);
      return primary && parts.map((part) => (part === primary ? one : zero));
    }
    case 'WEIGHT_POPULATION':
      return shares(parts, (edge) => edge.populationShare);
    case 'WEIGHT_AREA':
      return shares(parts, (edge) => edge.areaShare);
  }
}

/** The part that got all the people, or by declared shares more of them than any other part. */
function primaryPart(parts: readonly Part[]): Part | null {
  const wholePeople = parts.filter((part) => part.edge?.type === LineageType.POPULATION_ONLY);
  if (wholePeople.length === 1) return wholePeople[0]!;
  const weights = shares(parts, (edge) => edge.populationShare);
  if (!weights) return null;
  const most = Weight.max(...weights);
  const largest = parts.filter((_, index) => weights[index]!.equals(most));
  return largest.length === 1 ? largest[0]! : null;
}

function shares(parts: readonly Part[], share: (edge: LineageFact) => string | null): Decimal[] | null {
  const declared = parts.map(({ edge }) => (edge ? share(edge) : null));
  const known = declared.filter((value) => value !== null).map((value) => new Weight(value));
  const rest = one.minus(Weight.sum(zero, ...known));
  const remainder = parts.findIndex((part) => part.edge === null);
  // What a unit that goes on keeps is what it did not give away.
  const unknown = declared.filter((value, index) => value === null && index !== remainder).length;
  if (unknown > 0 || rest.isNegative() || (remainder < 0 && !rest.isZero())) return null;
  return declared.map((value) => (value === null ? rest : new Weight(value)));
}

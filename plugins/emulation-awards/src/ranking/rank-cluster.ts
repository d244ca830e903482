/** What a unit of a cluster has, in hundredths of a point. */
export interface Standing {
  readonly entry: number;
  readonly total: number;
  readonly bonus: number;
  readonly minus: number;
  /** By the number of the criterion. */
  readonly points: Readonly<Record<string, number>>;
}

export interface Placed {
  readonly entry: number;
  readonly rank: number;
  readonly total: number;
  readonly tied: boolean;
  /** The rule that decided the tie for this unit; null where there was none, or where it shares its rank. */
  readonly decidedBy: string | null;
}

/** More is better in each; fewer points lost is turned round. */
function measure(standing: Standing, rule: string): number {
  if (rule === 'LEAST_MINUS') return -standing.minus;
  if (rule === 'MOST_BONUS') return standing.bonus;
  return standing.points[rule] ?? 0;
}

/**
 * The places in a cluster: by the total, and where that is equal by the rules of the sheet, one after the other. What is
 * equal in all of them shares its place, and the next place is left out (1, 2, 2, 4).
 * @param tieOrder `LEAST_MINUS`, `MOST_BONUS`, or numbers of criteria.
 */
export function rankCluster(standings: readonly Standing[], tieOrder: readonly string[]): Placed[] {
  const keys = (one: Standing): number[] => [one.total, ...tieOrder.map((rule) => measure(one, rule))];
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : b[at]! - a[at]!;
  };
  return standings
    .map((one) => {
      const mine = keys(one);
      const better = standings.filter((other) => compare(keys(other), mine) < 0).length;
      const equals = standings.filter((other) => other !== one && other.total === one.total);
      return {
        entry: one.entry,
        rank: better + 1,
        total: one.total,
        tied: equals.length > 0,
        decidedBy: decidedBy(one, equals, tieOrder),
      };
    })
    .sort((a, b) => a.rank - b.rank || a.entry - b.entry);
}

/** The rule after which nobody else is left who is equal so far. */
function decidedBy(one: Standing, equals: readonly Standing[], tieOrder: readonly string[]): string | null {
  let left = equals;
  for (const rule of left.length > 0 ? tieOrder : []) {
    left = left.filter((other) => measure(other, rule) === measure(one, rule));
    if (left.length === 0) return rule;
  }
  return null;
}

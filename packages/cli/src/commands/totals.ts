import { rebuildTotals, verifyTotals, type TotalDifference } from '@phoihop/core';
import type { Host } from '../host.js';
import { CommandError } from '../project.js';
import { withEngine } from '../with-engine.js';

/** Counts all totals anew from the figures. */
export async function rebuildTotalsCommand(host: Host): Promise<string> {
  return withEngine(host, async ({ database }) => {
    const indicators = await rebuildTotals(database);
    return `the totals of ${indicators} indicators are counted anew`;
  });
}

/**
 * Adds up all figures again and compares the sums with the totals that are kept.
 * @throws CommandError naming what differs, so that the command fails.
 */
export async function verifyTotalsCommand(host: Host): Promise<string> {
  return withEngine(host, async ({ database }) => {
    const { indicators, totals, wrong, differences, stale } = await verifyTotals(database);
    const waiting = stale
      ? '\nThe tree of units has changed since it was derived: totals are computed from the figures until `phoihop totals rebuild` is run.'
      : '';
    if (wrong === 0)
      return `${totals} totals of ${indicators} indicators are what their figures add up to${waiting}`;
    throw new CommandError(
      `${wrong} of ${totals} totals are not what their figures add up to:\n${differences.map(line).join('\n')}\n` +
        `Count them anew with \`phoihop totals rebuild\`, and tell what wrote the figures.${waiting}`,
    );
  });
}

function line({
  indicator,
  unit,
  period,
  source,
  disaggregation,
  part,
  kept,
  counted,
}: TotalDifference): string {
  const measures = Object.keys(counted) as (keyof typeof counted)[];
  const differing = measures.filter((measure) => kept[measure] !== counted[measure]);
  const facts = differing.map((measure) => `${measure} ${kept[measure]} instead of ${counted[measure]}`);
  return `  ${indicator}${disaggregation && ` (${disaggregation})`}, unit ${unit}, ${period}, ${source}, ${part}: ${facts.join(', ')}`;
}

import { keepMaps, rebuildTotals, verifyMaps, verifyTotals, type TotalDifference } from '@phoihop/core';
import type { Host } from '../host.js';
import { CommandError } from '../project.js';
import { withEngine } from '../with-engine.js';

/** Counts all totals anew from the figures, and works out from the tree what makes up the units of maps. */
export async function rebuildTotalsCommand(host: Host): Promise<string> {
  return withEngine(host, async ({ database, clock }) => {
    const indicators = await rebuildTotals(database);
    const units = await keepMaps(database, clock.businessDate, true);
    return `the totals of ${indicators} indicators are counted anew, and what makes up ${units} units of maps is worked out anew`;
  });
}

/**
 * Adds up all figures again and compares the sums with the totals that are kept.
 * @throws CommandError naming what differs, so that the command fails.
 */
export async function verifyTotalsCommand(host: Host): Promise<string> {
  return withEngine(host, async ({ database, clock }) => {
    const { indicators, totals, wrong, differences, stale } = await verifyTotals(database);
    const maps = await verifyMaps(database, clock.businessDate);
    const waiting = stale
      ? '\nThe tree of units has changed since it was derived: totals are computed from the figures until `phoihop totals rebuild` is run.'
      : maps.isKept
        ? ''
        : '\nWhat makes up the units of maps is not kept: totals on maps are put together from the figures by the lineage.';
    if (wrong === 0 && maps.wrong === 0)
      return (
        `${totals} totals of ${indicators} indicators are what their figures add up to, ` +
        `and ${maps.units} units of maps are made up as their lineage says${waiting}`
      );
    const mistaken =
      maps.wrong === 0 ? '' : `\n${maps.wrong} units of maps are not made up as their lineage says.`;
    throw new CommandError(
      `${wrong} of ${totals} totals are not what their figures add up to:\n${differences.map(line).join('\n')}${mistaken}\n` +
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

import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '@phoihop/platform';
import { indicatorFacts } from '../indicators/indicator-facts.js';
import type { IndicatorKind } from '../values/value-rules-kinds.js';
import type { ComputedReportingRow } from '../values/reporting-row-of.js';
import { asksForNames } from '../values/asks-for-names.js';
import { figuresOf } from './progress-figures.js';
import { progressOfTarget, type ComputedProgress } from './progress-of-target.js';
import { partsOf } from './target-allocation.js';
import type { TargetFacts } from './target-facts.js';
import { reportingRowsOf } from './target-reporting-row.js';

/** Loads for all targets of one root field together; another root field may come after a change, so it loads anew. */
function loaderFor<V>(
  context: RequestContext,
  info: GraphQLResolveInfo,
  name: string,
  load: (targets: readonly TargetFacts[]) => Promise<V[]>,
): DataLoader<TargetFacts, V, number> {
  let root = info.path;
  while (root.prev) root = root.prev;
  return context.once(
    `core:target:${name}:${root.key}`,
    () => new DataLoader<TargetFacts, V, number>(load, { cacheKeyFn: ({ id }) => id, maxBatchSize: 200 }),
  );
}

/** How a target stands on a day; batched over all targets that are asked for the same day. */
export function loadProgress(
  context: RequestContext,
  info: GraphQLResolveInfo,
  target: TargetFacts,
  day: string,
): Promise<ComputedProgress> {
  const source = { session: context.session, businessDate: day };
  const names = asksForNames(info);
  return loaderFor(context, info, `progress:${day}:${names}`, async (targets) => {
    const figures = await figuresOf(source, targets, names);
    return targets.map((one, index) => progressOfTarget(one, figures[index]!, day));
  }).load(target);
}

/** The row of a report for a target on a day; batched like progress. Null where no such period is kept. */
export function loadReportingRow(
  context: RequestContext,
  info: GraphQLResolveInfo,
  target: TargetFacts,
  day: string,
): Promise<ComputedReportingRow | null> {
  const source = { session: context.session, businessDate: day };
  const names = asksForNames(info);
  return loaderFor<ComputedReportingRow | null>(context, info, `row:${day}:${names}`, (targets) =>
    reportingRowsOf(source, targets, names),
  ).load(target);
}

/** What of a target was handed down, and the kind of its indicator, which says whether parts add up. */
export interface LoadedParts {
  readonly kind: IndicatorKind;
  readonly parts: { count: number; sum: string; visible: number[] } | undefined;
}

export function loadParts(
  context: RequestContext,
  info: GraphQLResolveInfo,
  target: TargetFacts,
): Promise<LoadedParts> {
  return loaderFor<LoadedParts>(context, info, 'parts', async (targets) => {
    const indicators = await indicatorFacts(context.session, {
      ids: [...new Set(targets.map(({ indicator }) => indicator))],
    });
    const parts = await partsOf(
      context.session,
      targets.map(({ id }) => id),
    );
    return targets.map((one) => ({
      kind: indicators.find(({ id }) => id === one.indicator)!.kind,
      parts: parts.get(one.id),
    }));
  }).load(target);
}

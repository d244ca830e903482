import { DecimalScalar, type RequestContext, type Session } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import type { IndicatorKind } from '../values/value-rules-kinds.js';
import { reconcile, type NotAdditiveReason } from './allocation.js';
import type { TargetOperator } from './progress-types.js';
import { explain } from './progress-reasons.js';
import { TargetReason } from './target-progress.js';
import type { TargetFacts } from './target-facts.js';
import { Target } from './target.js';

@ObjectType('TargetAllocation', {
  description:
    'What of a target was handed down to lower units and member organizations, held against the whole. Sums are over all parts; the list shows those the caller may see.',
})
export class TargetAllocation {
  @Field(() => Boolean, { description: 'Whether parts of this target can be added up at all.' })
  additive!: boolean;

  @Field(() => TargetReason, { nullable: true, description: 'Why they cannot; null where they can.' })
  reason!: TargetReason | null;

  @Field(() => Int, { description: 'How many parts were handed down, seen or not.' })
  count!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'All parts together; null where they do not add up.',
  })
  sum!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What of the whole (of a range: of its lower end) no part has; 0 when all of it is handed down.',
  })
  rest!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What the parts have beyond the whole (of a range: beyond its upper end); 0 when they do not.',
  })
  excess!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether more was handed down than was promised. That is allowed, to be safe, and shown.',
  })
  overAllocated!: boolean | null;

  @Field(() => [Target], { description: 'The parts that the caller may see.' })
  parts!: number[];
}

/** Parts of many targets: their number and sum, and which of them the caller may see. Two statements. */
export async function partsOf(
  session: Pick<Session, 'query'>,
  targets: readonly number[],
): Promise<Map<number, { count: number; sum: string; visible: number[] }>> {
  const totals = await session.query<{ target_id: number; parts: number; allocated: string }>(
    'select * from core.target_allocated($1::bigint[])',
    [targets],
  );
  const visible = await session.query<{ id: number; parent: number }>(
    `select id, parent_target_id as parent from core.target where parent_target_id = any ($1::bigint[]) order by id`,
    [targets],
  );
  return new Map(
    totals.map(({ target_id, parts, allocated }) => [
      target_id,
      {
        count: parts,
        sum: allocated,
        visible: visible.filter(({ parent }) => parent === target_id).map(({ id }) => id),
      },
    ]),
  );
}

/** Whether parts of such a target add up; if not, why not. */
export function whyNotAdditive(kind: IndicatorKind, operator: TargetOperator): NotAdditiveReason | null {
  const answer = reconcile('0', [], kind, operator);
  return answer.additive ? null : answer.reason;
}

/** Holds the parts against the whole. Of a range the sum may lie anywhere inside it. */
export function allocationAnswer(
  context: Pick<RequestContext, 'translate' | 'locale'>,
  target: Pick<TargetFacts, 'operator' | 'value' | 'valueMax'>,
  kind: IndicatorKind,
  parts: { count: number; sum: string; visible: number[] } | undefined,
): TargetAllocation {
  const { count, sum, visible } = parts ?? { count: 0, sum: '0', visible: [] };
  const toWhole = reconcile(target.value, [{ value: sum }], kind, target.operator);
  if (!toWhole.additive) {
    const reason = explain(context, toWhole.reason);
    return {
      additive: false,
      reason,
      count,
      sum: null,
      rest: null,
      excess: null,
      overAllocated: null,
      parts: visible,
    };
  }
  const toUpperEnd =
    target.valueMax === null ? toWhole : reconcile(target.valueMax, [{ value: sum }], kind, target.operator);
  const above = toUpperEnd.additive ? toUpperEnd : toWhole;
  return {
    additive: true,
    reason: null,
    count,
    sum: toWhole.allocated,
    rest: toWhole.unallocated,
    excess: above.excess,
    overAllocated: above.overAllocated,
    parts: visible,
  };
}

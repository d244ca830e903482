import type { RequestContext } from '@phoihop/platform';
import { kindsAtLevel } from '../indicators/indicator-facts.js';
import type { CollectionLevel } from '../indicators/indicator-enums.js';
import type { UnitKind } from '../units/unit-kind.js';
import type { IndicatorKind } from '../values/value-rules-kinds.js';
import type {
  AllocationMeaning,
  AllocationPart,
  AllocationRow,
  AllocationState,
} from './allocation-table-types.js';
import type { TargetOperator } from './progress-types.js';
import { allocationAnswer } from './target-allocation.js';

/** Which targets are asked for: a unit's own, of a year, a program, a plan. */
export interface AllocationQuestion {
  readonly unit: number;
  readonly year: number;
  readonly program: string | null;
  /** Only those that this plan contains. */
  readonly plan: number | null;
}

/** How many targets one table has at most; a district's program has a dozen. */
export const MOST_ROWS = 200;

interface Found {
  readonly id: number;
  readonly kind: IndicatorKind;
  readonly operator: TargetOperator;
  readonly value: string;
  readonly valueMax: string | null;
  readonly level: CollectionLevel;
  readonly unitKind: UnitKind | null;
  readonly count: number;
  readonly sum: string;
  readonly parts: AllocationPart[];
  readonly below: { readonly id: number; readonly counts: boolean }[];
}

/** The table of what of a unit's targets was handed down. One statement, however many targets. */
export async function allocationTable(
  context: RequestContext,
  { unit, year, program, plan }: AllocationQuestion,
): Promise<AllocationRow[]> {
  const rows = await context.session.query<Found>(wanted, [
    unit,
    year,
    program,
    plan,
    context.clock.businessDate,
    MOST_ROWS,
  ]);
  return rows.map((row) => rowOf(context, row));
}

function rowOf(context: RequestContext, found: Found): AllocationRow {
  const { id, kind, operator, value, valueMax, count, sum, parts, below } = found;
  const visible = parts.map(({ target }) => target);
  const answer = allocationAnswer(context, { operator, value, valueMax }, kind, { count, sum, visible });
  const { additive, reason, rest, excess } = answer;
  const ownLevel = found.unitKind !== null && kindsAtLevel(found.level).includes(found.unitKind);
  const held = new Set(parts.map((part) => part.unit));
  const without = below.filter((one) => one.counts && !held.has(one.id)).map((one) => one.id);
  return {
    target: id,
    meaning: additive ? meaningOf[operator] : 'NOT_ADDITIVE',
    state: additive ? stateOf(answer, ownLevel) : 'NOT_ADDITIVE',
    reasonCode: reason?.code ?? null,
    reason: reason?.message ?? null,
    whole: value,
    wholeMax: valueMax,
    sum: answer.sum,
    rest,
    excess,
    partCount: count,
    parts,
    withoutPart: !additive || parts.length < count ? null : ownLevel ? [] : without,
  };
}

const meaningOf: Readonly<Record<TargetOperator, AllocationMeaning>> = {
  AT_LEAST: 'LEVELS',
  AT_MOST: 'CEILINGS',
  RANGE: 'MINIMA',
  ABSOLUTE_CHANGE: 'CHANGES',
  REACH_STATUS: 'UNITS',
  HOLD_EVENTS: 'EVENTS',
  RELATIVE_INCREASE: 'NOT_ADDITIVE',
  RELATIVE_DECREASE: 'NOT_ADDITIVE',
};

function stateOf(
  { count, rest, overAllocated }: { count: number; rest: string | null; overAllocated: boolean | null },
  ownLevel: boolean,
): AllocationState {
  if (count === 0) return ownLevel ? 'OWN_LEVEL' : 'NOTHING';
  if (overAllocated) return 'BEYOND';
  return rest === '0' ? 'WHOLLY' : 'PARTLY';
}

/** Numbers as text, so that none passes through a binary float. */
const wanted = /* sql */ `
with chosen as (
  select target.id, target.code, target.operator, target.value, target.value_max, target.deadline, indicator.kind,
      indicator.collection_level, indicator.applies_to
    from core.target target
    join core.indicator indicator on indicator.id = target.indicator_id
    join core.period period on period.id = target.period_id
   where target.unit_id = $1 and coalesce(period.year, extract(year from period.ends_on)::int) = $2
     and ($3::text is null or target.program_code = $3)
     and ($4::bigint is null or target.id in (
       select item.target_id from core.plan_item item where item.plan_id = $4 and item.removed_version is null))
   order by target.code nulls last, target.deadline, target.id limit $6
),
place as (
  select version.unit_id, version.parent_id, version.kind, version.code
    from core.administrative_unit_version version
   where version.tree = 'ADMIN' and version.superseded_at is null and version.valid_from <= $5::date
     and (version.valid_to is null or version.valid_to > $5::date)
     and (version.unit_id = $1 or version.parent_id = $1)
),
total as (
  select * from core.target_allocated(array(select id from chosen))
)
select chosen.id, chosen.kind, chosen.operator, chosen.value::text, chosen.value_max::text as "valueMax",
    chosen.collection_level as level, (select kind from place where unit_id = $1) as "unitKind",
    coalesce(total.parts, 0) as count, coalesce(total.allocated, 0)::text as sum,
    (select coalesce(json_agg(json_build_object('target', part.id, 'unit', part.unit_id, 'organization', part.organization_id,
         'value', part.value::text, 'valueMax', part.value_max::text) order by place.code nulls last, part.id), '[]')
       from core.target part left join place on place.unit_id = part.unit_id
      where part.parent_target_id = chosen.id) as parts,
    (select coalesce(json_agg(json_build_object('id', place.unit_id,
         'counts', chosen.applies_to is null or place.kind = any (chosen.applies_to)) order by place.code), '[]')
       from place where place.parent_id = $1) as below
  from chosen left join total on total.target_id = chosen.id
 order by chosen.code nulls last, chosen.deadline, chosen.id`;

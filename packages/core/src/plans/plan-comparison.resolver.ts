import type { RequestContext } from '@phoihop/platform';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { found } from '../programs/input.js';
import { PlanComparison } from './plan-comparison-types.js';
import { Plan } from './plan.js';

interface Found {
  readonly items: { id: number; takenUpBy: number[] }[];
  readonly plans: { id: number; size: number }[];
  readonly without: number[];
}

@Resolver()
export class PlanComparisonResolver {
  @Query(() => PlanComparison, {
    nullable: true,
    description:
      'Holds a plan against the plans that carry it out (R-13): what of it each takes up, what it adds, and which units have none.',
  })
  async planComparison(
    @Arg('plan', () => ID, { description: 'The plan above: the program of the district for the year.' })
    plan: string,
    @Ctx() context: RequestContext,
  ): Promise<PlanComparison> {
    const above = await found(context, Plan, plan, 'plan');
    const [answer] = await context.session.query<Found>(compared, [above.id, context.clock.businessDate]);
    const { items, plans, without } = answer!;
    return {
      items: items.map(({ id, takenUpBy }) => ({
        item: id,
        takenUp: takenUpBy.length,
        leftOutBy: plans.filter((below) => !takenUpBy.includes(below.id)).map((below) => below.id),
      })),
      plans: plans.map(({ id, size }) => {
        const takenUp = items.filter(({ takenUpBy }) => takenUpBy.includes(id)).length;
        return { plan: id, takenUp, own: size - takenUp };
      }),
      unitsWithoutPlan: without,
    };
  }
}

/**
 * A plan below takes up a target of the plan above with the target itself or with a part of it. In one statement, under
 * the row rules of plans and targets.
 */
const compared = /* sql */ `
with below as (
  select plan.id, plan.unit_id, version.code
    from core.plan plan
    left join core.administrative_unit_version version on version.unit_id = plan.unit_id and version.superseded_at is null
     and version.valid_from <= $2::date and (version.valid_to is null or version.valid_to > $2::date)
   where plan.parent_id = $1
),
content as (
  select item.id, item.plan_id, item.activity_id, item.target_id, part.parent_target_id
    from core.plan_item item left join core.target part on part.id = item.target_id
   where item.removed_version is null and item.plan_id in (select id from below union all select $1)
),
item as (
  select own.id, coalesce(array_agg(distinct other.plan_id) filter (where other.plan_id is not null), '{}') as taken_up_by
    from content own
    left join content other on other.plan_id <> $1
     and (other.activity_id = own.activity_id or other.target_id = own.target_id or other.parent_target_id = own.target_id)
   where own.plan_id = $1 group by own.id
)
select
  (select coalesce(json_agg(json_build_object('id', item.id, 'takenUpBy', item.taken_up_by) order by item.id), '[]') from item) as items,
  (select coalesce(json_agg(json_build_object('id', below.id,
      'size', (select count(*) from content where content.plan_id = below.id)) order by below.code, below.id), '[]') from below) as plans,
  (select coalesce(json_agg(child.unit_id order by child.code), '[]') from core.administrative_unit_version child
    where child.tree = 'ADMIN' and child.superseded_at is null and child.valid_from <= $2::date
      and (child.valid_to is null or child.valid_to > $2::date)
      and child.parent_id = (select unit_id from core.plan where id = $1)
      and child.unit_id not in (select unit_id from below)) as without`;

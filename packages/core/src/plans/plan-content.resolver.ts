import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Activity } from '../activities/activity.js';
import { requireCount } from '../checks/amounts-and-days.js';
import { refuse } from '../checks/refuse.js';
import { found, optionalText } from '../programs/input.js';
import { isWithin } from '../programs/unit-order.js';
import { Target } from '../targets/target.js';
import { SetPlanItemsInput, type PlanItemInput } from './plan-inputs.js';
import { ownPlan, step } from './plan-mutations.resolver.js';
import { Plan } from './plan.js';

const MOST_ITEMS = 200;

interface Item {
  readonly target: number | null;
  readonly activity: number | null;
  readonly note: string | null;
}

@Resolver()
export class PlanContentResolver {
  @Mutation(() => Plan, {
    nullable: true,
    description:
      'Says which targets and activities a draft or an adjusted plan contains, all of them. What it no longer contains stays readable in its earlier versions. Who says so does not approve it.',
  })
  async setPlanItems(
    @Arg('input', () => SetPlanItemsInput, { description: 'The plan, and everything it is to contain.' })
    input: SetPlanItemsInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { plan, to } = await ownPlan(context, input.plan, 'setPlanItems');
    requireCount(input.items.length, 'input.items', { minimum: 0, maximum: MOST_ITEMS });
    const items: Item[] = [];
    for (const [index, given] of input.items.entries())
      items.push(await itemOf(context, plan, given, `input.items[${index}]`));
    const keys = items.map(({ target, activity }) => `${target}|${activity}`);
    const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
    if (twice >= 0) throw new ProblemError('ALREADY_EXISTS', { field: `input.items[${twice}]` });
    const set = { state: to, items_by: context.caller.userId };
    await step(context, plan, input.expectedVersion, set, { action: 'items', items: items.length });
    await put(context, plan.id, input.expectedVersion + 1, items);
    return plan.id;
  }
}

/** A unit plans what it, or a unit above, is to reach or hold. */
async function itemOf(
  context: RequestContext,
  plan: Row,
  { target, activity, note }: PlanItemInput,
  field: string,
): Promise<Item> {
  if (!target === !activity) refuse(field, target ? 'target, activity' : null, 'target | activity');
  const at = target ? `${field}.target` : `${field}.activity`;
  const row = await found(context, target ? Target : Activity, (target ?? activity)!, at);
  // What the published program announces belongs to no unit.
  const home = (target ? row['homeUnit'] : row['unit']) as number | null;
  if (home !== null && !(await isWithin(context, plan['unit'] as number, home)))
    throw new ProblemError('PLAN_ITEM_ELSEWHERE', { field: at });
  return {
    target: target ? row.id : null,
    activity: activity ? row.id : null,
    note: optionalText(note, `${field}.note`, { maximum: 1000 }),
  };
}

/** Items that stay as they are stay; the others are taken out, or come in, with this version. */
async function put(
  { session }: RequestContext,
  plan: number,
  version: number,
  items: readonly Item[],
): Promise<void> {
  const given = JSON.stringify(items);
  await session.query(
    `update core.plan_item known set removed_version = $2
      where plan_id = $1 and removed_version is null and not exists (
        select from json_to_recordset($3::json) as given (target bigint, activity bigint, note text)
         where (given.target, given.activity, given.note) is not distinct from (known.target_id, known.activity_id, known.note))`,
    [plan, version, given],
  );
  await session.query(
    `insert into core.plan_item (plan_id, target_id, activity_id, note, added_version)
     select $1, given.target, given.activity, given.note, $2
       from json_to_recordset($3::json) as given (target bigint, activity bigint, note text)
      where not exists (select from core.plan_item known where known.plan_id = $1 and known.removed_version is null
        and (given.target, given.activity) is not distinct from (known.target_id, known.activity_id))`,
    [plan, version, given],
  );
}

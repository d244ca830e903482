import {
  AdministrativeUnit,
  changeVersion,
  communeKinds,
  refuse,
  requireAnotherPerson,
  requiredText,
  requireKindOfUnit,
  requirePastDay,
  requireReason,
  requireScope,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { inForce } from '../reference/reference-of.js';
import { SupportPackage } from '../reference/support-package.js';
import {
  ApproveSupportListInput,
  CreateSupportListInput,
  DeliverSupportListInput,
  PostSupportListInput,
  ReturnSupportListInput,
  ReviewSupportListInput,
} from './support-list-inputs.js';
import { SupportListState, type SupportListStep } from './support-list-state.js';
import { SupportList } from './support-list.js';
import { listFor, listTable, listType } from './support-place.js';

@Resolver()
export class SupportListResolver {
  @Mutation(() => SupportList, {
    nullable: true,
    description: 'Begins a list of those who are to get a package.',
  })
  async covid19CreateSupportList(
    @Arg('input', () => CreateSupportListInput, { description: 'Whose list it is, and of what.' })
    input: CreateSupportListInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'covid-19:list', { unitId, program: 'PRG-28', field: 'input.unit' });
    const day = context.clock.businessDate;
    await requireKindOfUnit(context, { unitId, on: day, kinds: communeKinds, field: 'input.unit' });
    const given = await inForce(context, SupportPackage, { id: input.package, field: 'input.package', day });
    const [row] = await context.session.query<{ id: number }>(
      `insert into ${listTable} (unit_id, package_id, title, small_cell_threshold, created_by, drawn_up_on) values ($1, $2, $3, $4, $5, $6) returning id`,
      [
        unitId,
        given.id,
        requiredText(input.title, 'input.title', { minimum: 3, maximum: 200 }),
        given['smallCellThreshold'],
        context.caller.userId,
        day,
      ],
    );
    await context.audit('covid-19:create-list', { type: listType, id: row!.id });
    return row!.id;
  }

  @Mutation(() => SupportList, {
    nullable: true,
    description: 'Enters that a list hangs out for everybody to see; from then on complaints are taken.',
  })
  async covid19PostSupportList(
    @Arg('input', () => PostSupportListInput, { description: 'The list, since when, and for how long.' })
    input: PostSupportListInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const list = await listFor(context, input.list, 'covid19PostSupportList');
    const posted = requirePastDay(context, input.postedOn, 'input.postedOn');
    const [facts] = await context.session.query<{
      until: string;
      households: number;
      drawn: string | null;
      workers: number[];
    }>(
      `select ($2::date + package.complaint_days)::text as until, list.household_count as households,
              list.drawn_up_on::text as drawn, list.worked_on_by as workers
         from ${listTable} list join covid_19.support_package package on package.id = list.package_id where list.id = $1`,
      [list.id, posted],
    );
    if (facts!.households === 0) throw new ProblemError('COVID_SUPPORT_LIST_EMPTY', { field: 'input.list' });
    if (facts!.drawn !== null && posted < facts!.drawn) refuse('input.postedOn', posted, `≥ ${facts!.drawn}`);
    const until = input.complaintsUntil ?? facts!.until;
    if (until < facts!.until) refuse('input.complaintsUntil', until, `≥ ${facts!.until}`);
    // Entered late, it must still be open today: otherwise nobody could have complained here.
    const today = context.clock.businessDate;
    if (until < today) refuse('input.complaintsUntil', until, `≥ ${today}`);
    const { userId } = context.caller;
    const workers = userId === null ? facts!.workers : [...facts!.workers, userId];
    const set = { posted_on: posted, complaints_until: until, posted_by: userId, worked_on_by: workers };
    return step(context, list.id, input.expectedVersion, 'covid19PostSupportList', {
      state: SupportListState.POSTED,
      ...set,
    });
  }

  @Mutation(() => SupportList, {
    nullable: true,
    description: 'Enters that the days for complaints are over and all complaints are answered.',
  })
  async covid19ReviewSupportList(
    @Arg('input', () => ReviewSupportListInput, {
      description: 'The list, and the version of it that was seen.',
    })
    input: ReviewSupportListInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const list = await listFor(context, input.list, 'covid19ReviewSupportList');
    const today = context.clock.businessDate;
    if (today <= String(list['complaintsUntil']))
      throw new ProblemError('COVID_COMPLAINTS_OPEN', {
        field: 'input.list',
        given: today,
        allowed: list['complaintsUntil'],
      });
    const [open] = await context.session.query<{ n: number }>(
      'select count(*)::int as n from covid_19.support_complaint where list_id = $1 and answer is null',
      [list.id],
    );
    if (open!.n > 0)
      throw new ProblemError('COVID_COMPLAINTS_UNANSWERED', { field: 'input.list', given: open!.n });
    const set = { state: SupportListState.REVIEWED };
    return step(context, list.id, input.expectedVersion, 'covid19ReviewSupportList', set);
  }

  @Mutation(() => SupportList, {
    nullable: true,
    description: 'Gives a posted or reviewed list back to be drawn up again, with a reason.',
  })
  async covid19ReturnSupportList(
    @Arg('input', () => ReturnSupportListInput, { description: 'The list, and what is to be mended.' })
    input: ReturnSupportListInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const list = await listFor(context, input.list, 'covid19ReturnSupportList');
    const set = {
      state: SupportListState.DRAFT,
      return_reason: reason,
      drawn_up_on: context.clock.businessDate,
      posted_on: null,
      complaints_until: null,
    };
    return step(context, list.id, input.expectedVersion, 'covid19ReturnSupportList', set, { reason });
  }

  @Mutation(() => SupportList, {
    nullable: true,
    description: 'Approves a reviewed list by a decision. Who drew it up or posted it cannot.',
  })
  async covid19ApproveSupportList(
    @Arg('input', () => ApproveSupportListInput, { description: 'The list, and the decision.' })
    input: ApproveSupportListInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const list = await listFor(context, input.list, 'covid19ApproveSupportList');
    const [by] = await context.session.query<{ users: (number | null)[] }>(
      `select array[created_by, posted_by] || worked_on_by as users from ${listTable} where id = $1`,
      [list.id],
    );
    await requireAnotherPerson(context, by!.users, 'input.list');
    const decision = requiredText(input.decision, 'input.decision', { minimum: 3, maximum: 300 });
    return step(context, list.id, input.expectedVersion, 'covid19ApproveSupportList', {
      state: SupportListState.APPROVED,
      decision,
      approved_on: context.clock.businessDate,
      approved_by: context.caller.userId,
    });
  }

  @Mutation(() => SupportList, {
    nullable: true,
    description: 'Enters that all households of a list have received their support.',
  })
  async covid19DeliverSupportList(
    @Arg('input', () => DeliverSupportListInput, {
      description: 'The list, and the version of it that was seen.',
    })
    input: DeliverSupportListInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const list = await listFor(context, input.list, 'covid19DeliverSupportList');
    const [left] = await context.session.query<{ n: number; last: string | null }>(
      `select count(*) filter (where received_on is null)::int as n, max(received_on)::text as last
         from covid_19.support_household where list_id = $1 and removed_reason is null`,
      [list.id],
    );
    if (left!.n > 0)
      throw new ProblemError('COVID_SUPPORT_NOT_RECEIVED', { field: 'input.list', given: left!.n });
    return step(context, list.id, input.expectedVersion, 'covid19DeliverSupportList', {
      state: SupportListState.DELIVERED,
      delivered_on: left!.last,
      delivered_by: context.caller.userId,
    });
  }
}

async function step(
  context: RequestContext,
  id: number,
  expected: number,
  name: SupportListStep,
  set: Record<string, unknown>,
  facts: Record<string, unknown> = {},
): Promise<number> {
  await changeVersion(context, { table: listTable, id, expected, set });
  const action = name.replace('covid19', '').replace('SupportList', '').toLowerCase();
  await context.audit(`covid-19:${action}-list`, { type: listType, id }, facts);
  return id;
}

import { requireScope, AdministrativeUnit } from '@phoihop/core';
import { DateScalar, ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { GapHousehold, GapState } from './gap-household.js';

@InputType('SocialInsuranceNoteGapInput', { description: 'A household found to lack health insurance.' })
export class NoteGapInput {
  @Field(() => ID, { description: 'Global id of the residential area or commune in which it lives.' })
  unit!: string;

  @Field(() => String, { description: 'Name of the person who heads it; 2 to 120 characters.' })
  headName!: string;

  @Field(() => String, { nullable: true, description: 'House and road, where known.' })
  address?: string | null;

  @Field(() => Int, { description: 'How many people live there; 1 or more.' })
  members!: number;

  @Field(() => Int, { description: 'How many of them have no health insurance; at most the members.' })
  uninsured!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was noted; the business date when not given.' })
  notedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'UUID under which a repeated request has no second effect.' })
  idempotencyKey?: string;
}

@InputType('SocialInsuranceChangeGapInput', { description: 'News of a household that lacked health insurance.' })
export class ChangeGapInput {
  @Field(() => ID, { description: 'Global id of the household.' })
  household!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => GapState, { description: 'How far the talk has come now.' })
  state!: GapState;

  @Field(() => Int, { nullable: true, description: 'How many members still lack insurance; unchanged when not given, 0 when all have joined.' })
  uninsured?: number | null;

  @Field(() => String, { nullable: true, description: 'UUID under which a repeated request has no second effect.' })
  idempotencyKey?: string;
}

@Resolver()
export class GapResolver {
  @Mutation(() => GapHousehold, { nullable: true, description: 'Notes a household that lacks health insurance, so that someone calls on it.' })
  async socialInsuranceNoteGap(
    @Arg('input', () => NoteGapInput, { description: 'Where it lives and how many lack insurance.' }) input: NoteGapInput,
    @Ctx() context: RequestContext,
  ): Promise<GapHousehold> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'social-insurance:gaps', { unitId: unit, program: 'PRG-27' });
    checkCounts(input.members, input.uninsured);
    const headName = input.headName.trim();
    if (headName.length < 2 || headName.length > 120) refuse('headName', headName.slice(0, 20), '2–120');
    const notedOn = input.notedOn ?? context.clock.businessDate;
    if (notedOn > context.clock.businessDate) refuse('notedOn', notedOn, `≤ ${context.clock.businessDate}`);
    const { members, uninsured, address = null } = input;
    const household = context.session.em.create(GapHousehold, { unit, headName, address, members, uninsured, notedOn, state: GapState.OPEN, demo: false, version: 1 });
    await context.session.em.flush();
    await context.audit('social-insurance:note-gap', { type: 'SocialInsuranceGapHousehold', id: household.id });
    return household;
  }

  @Mutation(() => GapHousehold, { nullable: true, description: 'Records how the talk with a household came out.' })
  async socialInsuranceChangeGap(
    @Arg('input', () => ChangeGapInput, { description: 'The household, the version seen and the news.' }) input: ChangeGapInput,
    @Ctx() context: RequestContext,
  ): Promise<GapHousehold> {
    const id = context.read.localId(GapHousehold, input.household, 'input.household');
    const household = await context.session.em.findOne(GapHousehold, { id });
    if (!household) throw new ProblemError('NOT_FOUND', { field: 'input.household' });
    await requireScope(context, 'social-insurance:gaps', { unitId: household.unit.id, program: 'PRG-27' });
    if (household.version !== input.expectedVersion) {
      throw new ProblemError('CONFLICT', { field: 'input.expectedVersion', given: input.expectedVersion, current: household.version });
    }
    const before = { state: household.state, uninsured: household.uninsured };
    household.state = input.state;
    household.uninsured = input.state === GapState.JOINED ? 0 : (input.uninsured ?? household.uninsured);
    checkCounts(household.members, household.uninsured);
    await context.session.em.flush();
    await context.audit('social-insurance:change-gap', { type: 'SocialInsuranceGapHousehold', id }, { before, after: { state: household.state, uninsured: household.uninsured } });
    return household;
  }
}

function checkCounts(members: number, uninsured: number): void {
  if (members < 1 || members > 50) refuse('members', members, '1–50');
  if (uninsured < 0 || uninsured > members) refuse('uninsured', uninsured, `0–${members}`);
}

function refuse(field: string, given: unknown, allowed: string): never {
  throw new ProblemError('BAD_USER_INPUT', { field: `input.${field}`, given, allowed });
}

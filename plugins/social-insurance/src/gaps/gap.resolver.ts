import {
  AdministrativeUnit,
  localKinds,
  optionalText,
  requireCount,
  requiredText,
  requireKindOfUnit,
  requirePastDay,
  requireScope,
  requireVersion,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { GapHousehold } from './gap-household.js';
import { ChangeGapInput, NoteGapInput } from './gap-inputs.js';
import { GapState, requireStep } from './gap-state.js';

@Resolver()
export class GapResolver {
  @Mutation(() => GapHousehold, {
    nullable: true,
    description: 'Notes a household that lacks health insurance, so that someone calls on it.',
  })
  async socialInsuranceNoteGap(
    @Arg('input', () => NoteGapInput, { description: 'Where it lives and how many lack insurance.' })
    input: NoteGapInput,
    @Ctx() context: RequestContext,
  ): Promise<GapHousehold> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'social-insurance:gaps', {
      unitId: unit,
      program: 'PRG-27',
      field: 'input.unit',
    });
    const notedOn = requirePastDay(context, input.notedOn ?? context.clock.businessDate, 'input.notedOn');
    await requireKindOfUnit(context, { unitId: unit, on: notedOn, kinds: localKinds, field: 'input.unit' });
    const members = requireCount(input.members, 'input.members', { minimum: 1, maximum: 50 });
    const household = context.session.em.create(GapHousehold, {
      unit,
      headName: requiredText(input.headName, 'input.headName', { minimum: 2, maximum: 120 }),
      address: optionalText(input.address, 'input.address', { maximum: 200 }),
      members,
      uninsured: requireCount(input.uninsured, 'input.uninsured', { minimum: 1, maximum: members }),
      notedOn,
      state: GapState.OPEN,
      demo: false,
      version: 1,
    });
    await context.session.em.flush();
    await context.audit('social-insurance:note-gap', {
      type: 'SocialInsuranceGapHousehold',
      id: household.id,
    });
    return household;
  }

  @Mutation(() => GapHousehold, {
    nullable: true,
    description: 'Records how the talk with a household came out.',
  })
  async socialInsuranceChangeGap(
    @Arg('input', () => ChangeGapInput, { description: 'The household, the version seen and the news.' })
    input: ChangeGapInput,
    @Ctx() context: RequestContext,
  ): Promise<GapHousehold> {
    const id = context.read.localId(GapHousehold, input.household, 'input.household');
    const household = await context.session.em.findOne(GapHousehold, { id });
    if (!household) throw new ProblemError('NOT_FOUND', { field: 'input.household' });
    const scope = { unitId: household.unit.id, program: 'PRG-27', field: 'input.household' };
    await requireScope(context, 'social-insurance:gaps', scope);
    requireVersion(household, input.expectedVersion);
    requireStep(household.state, input.state);
    const before = { state: household.state, uninsured: household.uninsured };
    household.state = input.state;
    household.uninsured = stillUninsured(household, input);
    await context.session.em.flush();
    const after = { state: household.state, uninsured: household.uninsured };
    await context.audit(
      'social-insurance:change-gap',
      { type: 'SocialInsuranceGapHousehold', id },
      { before, after },
    );
    return household;
  }
}

/** Nobody is left when the household has joined; before that, somebody is. */
function stillUninsured({ members, uninsured }: GapHousehold, input: ChangeGapInput): number {
  const joined = input.state === GapState.JOINED;
  const given = input.uninsured ?? (joined ? 0 : uninsured);
  return requireCount(given, 'input.uninsured', { minimum: joined ? 0 : 1, maximum: joined ? 0 : members });
}

import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { GapState } from './gap-state.js';

@InputType('SocialInsuranceNoteGapInput', { description: 'A household found to lack health insurance.' })
export class NoteGapInput {
  @Field(() => ID, {
    description: 'Global id of the residential area, commune, ward or town in which it lives.',
  })
  unit!: string;

  @Field(() => String, { description: 'Name of the person who heads it; 2 to 120 characters.' })
  headName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'House and road, where known; at most 200 characters.',
  })
  address?: string | null;

  @Field(() => Int, { description: 'How many people live there; 1 to 50.' })
  members!: number;

  @Field(() => Int, {
    description: 'How many of them have no health insurance; from 1 to the number of members.',
  })
  uninsured!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was noted, not after the business date, which is taken when none is given.',
  })
  notedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('SocialInsuranceChangeGapInput', {
  description: 'News of a household that lacked health insurance.',
})
export class ChangeGapInput {
  @Field(() => ID, { description: 'Global id of the household.' })
  household!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => GapState, {
    description:
      'How far the talk has come now: the same as before, or one step on (OPEN, APPROACHED, then JOINED or DECLINED).',
  })
  state!: GapState;

  @Field(() => Int, {
    nullable: true,
    description: 'How many members still lack insurance; unchanged when not given, and always 0 once JOINED.',
  })
  uninsured?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

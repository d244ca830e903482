import { DateScalar, DecimalScalar } from '@phoihop/platform';
import { Field, ID, InputType } from 'type-graphql';
import { FundDirection, FundMeasure } from './fund-enums.js';

@InputType('Covid19OpenFundInput', { description: 'A fund to be opened.' })
export class OpenFundInput {
  @Field(() => ID, { description: 'The unit whose Front keeps it.' })
  unit!: string;

  @Field(() => String, { description: 'What it is called; 3 to 200 characters.' })
  name!: string;

  @Field(() => FundMeasure, { description: 'What it is counted in.' })
  measure!: FundMeasure;

  @Field(() => DateScalar, { description: 'The day it was opened; not after the business date.' })
  openedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19RecordFundEntryInput', { description: 'Something that a fund has received or given.' })
export class RecordFundEntryInput {
  @Field(() => ID, { description: 'The fund, by its global id.' })
  fund!: string;

  @Field(() => FundDirection, { description: 'Whether it came in or went out.' })
  direction!: FundDirection;

  @Field(() => DecimalScalar, { description: 'How much, above 0, with at most two decimals.' })
  amount!: string;

  @Field(() => DateScalar, { description: 'The day; from the opening of the fund to the business date.' })
  day!: string;

  @Field(() => String, {
    description: 'From which organization or to which place; 2 to 200 characters, no private person.',
  })
  counterpart!: string;

  @Field(() => String, { description: 'What it was for; 3 to 300 characters.' })
  purpose!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19ReverseFundEntryInput', { description: 'An entry that was wrong.' })
export class ReverseFundEntryInput {
  @Field(() => ID, { description: 'The entry, by its global id.' })
  entry!: string;

  @Field(() => String, { description: 'Why it is taken back; kept with the reversal.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

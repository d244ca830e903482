import { Field, ID, InputType, Int } from 'type-graphql';

const keyWords = 'UUID under which a repeated request has no second effect.';

@InputType('EmulationAwardsOpenYearInput', { description: 'By which sheet a district judges a year.' })
export class OpenYearInput {
  @Field(() => ID, {
    description:
      'Global id of the score sheet; it says of which district and year. It must be issued, and valid on the business date.',
  })
  sheet!: string;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsAddClusterInput', {
  description: 'A group of units as a cluster of an emulation year.',
})
export class AddClusterInput {
  @Field(() => ID, { description: 'Global id of the emulation year.' })
  emulationYear!: string;

  @Field(() => ID, {
    description:
      'Global id of the group of units: formed by the same district for the same year, for emulation. Its members at the end of the year compete.',
  })
  group!: string;

  @Field(() => Int, { description: 'Number of the cluster in the district; 1 to 99.' })
  number!: number;

  @Field(() => ID, {
    description:
      'Global id of the member that leads the cluster; not the one that led the cluster of this number the year before.',
  })
  leadUnit!: string;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsYearStepInput', { description: 'The emulation year that goes one step on.' })
export class YearStepInput {
  @Field(() => ID, { description: 'Global id of the emulation year.' })
  emulationYear!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsChooseSheetInput', {
  description: 'The emulation year that is judged by another edition of its sheet.',
})
export class ChooseSheetInput extends YearStepInput {
  @Field(() => ID, {
    description:
      'Global id of the sheet: of the same district and year, issued, and valid on the business date.',
  })
  sheet!: string;
}

@InputType('EmulationAwardsRegisterInput', { description: 'A title for which a unit strives this year.' })
export class RegisterInput {
  @Field(() => ID, { description: 'Global id of the unit’s entry in the emulation year.' })
  entry!: string;

  @Field(() => String, {
    description: 'Code of the title; one that units can be given and that is in force on the business date.',
  })
  title!: string;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsWithdrawRegistrationInput', {
  description: 'A title for which a unit strives no more.',
})
export class WithdrawRegistrationInput {
  @Field(() => ID, { description: 'Global id of the registration.' })
  registration!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, {
    description: 'Why it is withdrawn; 3 to 500 characters, shown with the registration.',
  })
  reason!: string;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsDrawUpPactInput', {
  description: 'What the members of a cluster promise each other.',
})
export class DrawUpPactInput {
  @Field(() => ID, { description: 'Global id of the cluster in its emulation year.' })
  cluster!: string;

  @Field(() => String, {
    description: 'The promises; 10 to 4000 characters. Once drawn up they do not change.',
  })
  content!: string;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsSignPactInput', { description: 'A unit that signs the pact of its cluster.' })
export class SignPactInput {
  @Field(() => ID, { description: 'Global id of the unit’s entry in the emulation year.' })
  entry!: string;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

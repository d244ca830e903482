import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A work plan to be drawn up.' })
export class CreatePlanInput {
  @Field(() => ID, { description: 'The unit whose Front plans its work.' })
  unit!: string;

  @Field(() => ID, { nullable: true, description: 'The line it plans; leave out for a plan of all work.' })
  program?: string | null;

  @Field(() => Int, { description: 'The calendar year it is for, 1945 to 2200.' })
  year!: number;

  @Field(() => String, { description: 'What it is called, in Vietnamese.' })
  title!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The plan it carries out: of the same year, of the same unit or one above.',
  })
  parent?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document it rests on.' })
  basisDocument?: string | null;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A step of a plan on its way: approving or closing it.' })
export class PlanStepInput {
  @Field(() => ID, { description: 'Which plan takes the step.' })
  plan!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change of a plan in force, which is then to be approved again.' })
export class AdjustPlanInput {
  @Field(() => ID, { description: 'Which plan is changed.' })
  plan!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its new name, in Vietnamese; the old one stays when not given.',
  })
  title?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The document it rests on now; the old one stays when not given.',
  })
  basisDocument?: string | null;

  @Field(() => String, { description: 'Why it is changed; kept with the old values in the audit trail.' })
  reason!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A target or an activity that a plan is to contain: exactly one of them.' })
export class PlanItemInput {
  @Field(() => ID, { nullable: true, description: 'A target of the unit, or of a unit above it.' })
  target?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An activity of the unit, of a unit above it, or of the published program.',
  })
  activity?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the unit means to go about it, in Vietnamese; 1,000 characters at most.',
  })
  note?: string | null;
}

@InputType({ description: 'Everything that a plan is to contain from now on.' })
export class SetPlanItemsInput {
  @Field(() => ID, { description: 'Which plan: a draft, or one that is being adjusted.' })
  plan!: string;

  @Field(() => [PlanItemInput], { description: 'Its targets and activities, each once; 200 at most.' })
  items!: PlanItemInput[];

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

import { Field, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { PlanItem } from './plan-item.js';
import { Plan } from './plan.js';

@ObjectType({ description: 'One item of a plan, and which plans below take it up.' })
export class PlanItemCoverage {
  @Field(() => PlanItem, { nullable: true, description: 'The item of the plan above.' })
  item!: number;

  @Field(() => Int, {
    description: 'How many plans below contain it: the activity, the target, or a part of the target.',
  })
  takenUp!: number;

  @Field(() => [Plan], { description: 'The plans below that do not.' })
  leftOutBy!: number[];
}

@ObjectType({ description: 'One of the plans below, held against the plan above.' })
export class PlanBelow {
  @Field(() => Plan, { nullable: true, description: 'The plan that carries out the one above.' })
  plan!: number;

  @Field(() => Int, { description: 'How many items of the plan above it takes up.' })
  takenUp!: number;

  @Field(() => Int, { description: 'How many items it has beyond those.' })
  own!: number;
}

@ObjectType({
  description:
    'A plan held against the plans that carry it out, as far as the caller sees those; by what each contains now.',
})
export class PlanComparison {
  @Field(() => [PlanItemCoverage], { description: 'Item by item of the plan above.' })
  items!: PlanItemCoverage[];

  @Field(() => [PlanBelow], { description: 'Plan by plan below, in the order of units.' })
  plans!: PlanBelow[];

  @Field(() => [AdministrativeUnit], {
    description: 'The units directly below, on the business date, of which no plan carries it out.',
  })
  unitsWithoutPlan!: number[];
}

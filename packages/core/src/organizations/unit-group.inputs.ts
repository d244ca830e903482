import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { UnitGroupPurpose } from './unit-group.js';

@InputType({ description: 'A new group of units with its first members.' })
export class CreateUnitGroupInput {
  @Field(() => String, {
    description: 'Lasting name for machines: small letters, digits and hyphens; no other group has it.',
  })
  key!: string;

  @Field(() => String, { description: 'What people call the group, in Vietnamese.' })
  nameVi!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the group is called in English; the Vietnamese name when not given.',
  })
  nameEn?: string | null;

  @Field(() => UnitGroupPurpose, { description: 'What the units are grouped for.' })
  purpose!: UnitGroupPurpose;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar year it is set up for, where it is for one year.',
  })
  year?: number | null;

  @Field(() => ID, {
    description: 'The unit whose Front committee forms the group; the caller manages organizations there.',
  })
  unit!: string;

  @Field(() => ID, { nullable: true, description: 'The organization that leads it, where one is named.' })
  lead?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of it; the business date when not given.',
  })
  validFrom?: string | null;

  @Field(() => [ID], {
    description: 'The units that belong to it from its first day; the caller manages organizations of each.',
  })
  members!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repetition of the request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which units enter a group and which leave it, from a day on.' })
export class ChangeUnitGroupMembersInput {
  @Field(() => ID, { description: 'The group whose members change.' })
  group!: string;

  @Field(() => Int, {
    description: 'The version of the group that was read; CONFLICT where it has changed since.',
  })
  expectedVersion!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of the change; the business date when not given.',
  })
  from?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Units that enter; none of them belongs to the group from that day on.',
  })
  add?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Units that leave; each belongs to the group on the day before.',
  })
  remove?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repetition of the request has no second effect.',
  })
  idempotencyKey?: string | null;
}

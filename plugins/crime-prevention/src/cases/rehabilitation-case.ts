import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, User } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Code } from '../codes/code.js';
import { CaseState } from './case-state.js';

/** Somebody who has broken the law and is helped back into the community. The person is sealed. */
@ObjectType('CrimePreventionRehabilitationCase', {
  implements: Node,
  description:
    'Somebody who has broken the law and is helped and educated in the community: sealed, for the named helper and for the standing committee that charged the helper. Every read is recorded.',
})
@Entity({ schema: 'crime_prevention', tableName: 'rehabilitation_case' })
export class RehabilitationCase {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Residential area or commune in which the person lives.',
  })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who is helped; sealed personal data.' })
  personName!: string;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Year of birth; null where not known; sealed.' })
  birthYear: number | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Where the person lives; null where not noted; sealed.',
  })
  address: string | null = null;

  @ManyToOne({ entity: () => Code, fieldName: 'ground_id' })
  @Field(() => Code, { nullable: true, description: 'Why the person is helped, from the list CASE_GROUND.' })
  ground!: Rel<Code>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which the case was opened.' })
  openedOn!: string;

  @Property({ type: new BigIntType('number') })
  openedBy!: number;

  @ManyToOne({ entity: () => User, fieldName: 'handler_id' })
  @Field(() => User, {
    nullable: true,
    description:
      'The helper who has the case: at first whoever opened it. Null where the account may not be seen.',
  })
  handler!: Rel<User>;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the present helper was charged with it; null until somebody is.',
  })
  assignedOn: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  assignedBy: number | null = null;

  @Property({ type: 'text' })
  @Field(() => CaseState, { description: 'How far the help has come.' })
  state: CaseState = CaseState.OPENED;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the help ended; null while it goes on.',
  })
  endedOn: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  endedBy: number | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why and how it ended; null while it goes on; sealed.',
  })
  endReason: string | null = null;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'transferred_to_id', nullable: true })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The commune the person has moved to; null unless it was transferred.',
  })
  transferredTo: Rel<AdministrativeUnit> | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

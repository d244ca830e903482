import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';

/** A visit by which the Front supervises new-rural work (PRG-12). */
@ObjectType('NewRuralAreasSupervisionVisit', {
  implements: Node,
  description:
    'A visit by which the Front supervises new-rural work: what was looked at, found and recommended.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'supervision_visit' })
export class SupervisionVisit {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The commune that was visited.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day of the visit.' })
  visitedOn!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was looked at: a road, the use of contributions, a criterion.' })
  subject!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was found, in the words of the team.' })
  findings!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What was recommended; null where nothing had to be.',
  })
  recommendation: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What became of the recommendation; null until something has.',
  })
  followUp: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day of that; null until something has.' })
  followedUpOn: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, {
    description: 'Whether it was withdrawn because it should not have been recorded; it counts nowhere then.',
  })
  withdrawn: boolean = false;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null while it stands.' })
  withdrawalReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

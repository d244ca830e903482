import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { CriteriaSet } from '../criteria/criteria-set.js';
import { AssessmentState } from './assessment-state.js';

/** How a commune judges itself by a set of criteria, for a year. */
@ObjectType('NewRuralAreasAssessment', {
  implements: Node,
  description: 'How a commune judges itself by a set of criteria for a year: one result a criterion.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'assessment' })
export class Assessment {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The commune that judges itself.' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => CriteriaSet, fieldName: 'set_id' })
  @Field(() => CriteriaSet, { nullable: true, description: 'The criteria that it judges itself by.' })
  set!: Rel<CriteriaSet>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The year that it is about.' })
  year!: number;

  @Property({ type: 'text' })
  @Field(() => AssessmentState, { description: 'Whether it is being filled in or has been signed.' })
  state!: AssessmentState;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which the first result was entered.' })
  begunOn!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the commune signed it; null for a draft.',
  })
  submittedOn: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  submittedBy: number | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

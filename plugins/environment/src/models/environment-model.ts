import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, Organization } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Code } from '../codes/code.js';
import { ModelState } from './model-state.js';

/** A lasting way in which people of a place keep it clean. */
@ObjectType('EnvironmentModel', {
  implements: Node,
  description:
    'A lasting way in which the people of a place protect the environment: sorting waste, a green Sunday.',
})
@Entity({ schema: 'environment', tableName: 'model' })
export class EnvironmentModel {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Residential area, commune, ward or town that it belongs to.',
  })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id', nullable: true })
  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that keeps it up; null where the Front of the place does.',
  })
  organization: Rel<Organization> | null = null;

  @ManyToOne({ entity: () => Code, fieldName: 'kind_id' })
  @Field(() => Code, { nullable: true, description: 'Its kind, from the list MODEL_KIND.' })
  kind!: Rel<Code>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What its people call it.' })
  name!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many households take part.' })
  households!: number;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it began.' })
  startedOn!: string;

  @Property({ type: 'text' })
  @Field(() => ModelState, { description: 'Whether it goes on at present.' })
  state: ModelState = ModelState.ACTIVE;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is no more; null while it goes on.',
  })
  endedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was given up; null while it goes on.' })
  endReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

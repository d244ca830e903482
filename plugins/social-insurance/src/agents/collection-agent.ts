import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';

/** A body that takes contributions on behalf of the agency (đại lý thu): a post office, an association, a health station. */
@ObjectType('SocialInsuranceCollectionAgent', {
  implements: Node,
  description:
    'A body that takes contributions for the social insurance agency (đại lý thu): where people can pay.',
})
@Entity({ schema: 'social_insurance', tableName: 'collection_agent' })
export class CollectionAgent {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'Commune, ward or town it serves.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the body is called.' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where people find it; null where not noted.' })
  address: string | null = null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day of its contract with the agency.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day without a contract; null while it has one.',
  })
  validTo: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

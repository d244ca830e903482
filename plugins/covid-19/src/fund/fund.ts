import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { FundMeasure } from './fund-enums.js';

@ObjectType('Covid19Fund', {
  implements: Node,
  description:
    'Money or goods that were gathered against an epidemic; what it holds is what its entries come to.',
})
@Entity({ schema: 'covid_19', tableName: 'fund' })
export class Fund {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit whose Front keeps it.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Property({ type: 'text' })
  @Field(() => FundMeasure, { description: 'What it is counted in: dong, kilograms, sets, pieces.' })
  measure!: FundMeasure;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day it was opened.' })
  openedOn!: string;

  @Property({ type: 'decimal', precision: 16, scale: 2 })
  @Field(() => DecimalScalar, { description: 'What it holds now, by all its entries.' })
  balance!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

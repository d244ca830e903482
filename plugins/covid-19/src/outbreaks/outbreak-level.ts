import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { ResponseLevel } from '../reference/response-level.js';
import { Outbreak } from './outbreak.js';

@ObjectType('Covid19OutbreakLevel', {
  implements: Node,
  description: 'Which level of measures held in an outbreak from which day on, by which decision.',
})
@Entity({ schema: 'covid_19', tableName: 'outbreak_level' })
export class OutbreakLevel {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Outbreak, fieldName: 'outbreak_id' })
  @Field(() => Outbreak, { nullable: true, description: 'The outbreak in which it held.' })
  outbreak!: Rel<Outbreak>;

  @ManyToOne({ entity: () => ResponseLevel, fieldName: 'level_id' })
  @Field(() => ResponseLevel, { nullable: true, description: 'The level of measures that held.' })
  level!: Rel<ResponseLevel>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day on which it held; until the next one’s.' })
  fromDay!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The decision that set it, as it is cited.' })
  decision!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was entered here.' })
  recordedAt!: Date;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

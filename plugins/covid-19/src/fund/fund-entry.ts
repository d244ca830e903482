import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { FundDirection } from './fund-enums.js';
import { Fund } from './fund.js';

@ObjectType('Covid19FundEntry', {
  implements: Node,
  description:
    'Something received or given by a fund. An entry is never changed: a wrong one is reversed by another.',
})
@Entity({ schema: 'covid_19', tableName: 'fund_entry' })
export class FundEntry {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Fund, fieldName: 'fund_id' })
  @Field(() => Fund, { nullable: true, description: 'The fund that received or gave.' })
  fund!: Rel<Fund>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit of the fund.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => FundDirection, { description: 'Whether it came in or went out.' })
  direction!: FundDirection;

  @Property({ type: 'decimal', precision: 16, scale: 2 })
  @Field(() => DecimalScalar, { description: 'How much, in the measure of the fund.' })
  amount!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day it was received or given.' })
  day!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'From which organization or to which place; no private person.' })
  counterpart!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it was for.' })
  purpose!: string;

  @ManyToOne({ entity: () => FundEntry, fieldName: 'reverses_id', nullable: true })
  @Field(() => FundEntry, {
    nullable: true,
    description: 'The entry that it takes back; null for an ordinary one.',
  })
  reverses: Rel<FundEntry> | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why that one is taken back; null for an ordinary one.',
  })
  reason: string | null = null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was entered here.' })
  recordedAt!: Date;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

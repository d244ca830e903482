import { BigIntType, Collection, DecimalType, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Form, Indicator, Period } from './reference.js';
import { Unit } from './unit.js';

@ObjectType()
@Entity({ schema: 'core', tableName: 'report' })
export class Report {
  @PrimaryKey({ type: new BigIntType('string'), autoincrement: true })
  id!: string;

  @ManyToOne({ entity: () => Form, fieldName: 'template_id', ref: true })
  form!: Ref<Form>;

  @ManyToOne({ entity: () => Unit, fieldName: 'unit_id', ref: true })
  unit!: Ref<Unit>;

  @ManyToOne({ entity: () => Period, fieldName: 'period_id', ref: true })
  period!: Ref<Period>;

  @Field(() => String)
  @Property({ type: 'date' })
  asOf!: string;

  @Property({ type: 'text', nullable: true })
  program: string | null = null;

  @Field(() => String)
  @Property({ type: 'text' })
  state: string = 'DRAFT';

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Property({ type: 'boolean' })
  demo: boolean = true;

  @Field(() => Int)
  @Property({ type: 'int', version: true })
  version!: number;

  @OneToMany({ entity: () => DataValue, mappedBy: 'report' })
  values = new Collection<DataValue>(this);
}

@ObjectType()
@Entity({ schema: 'core', tableName: 'data_value' })
export class DataValue {
  @PrimaryKey({ type: new BigIntType('string'), autoincrement: true })
  id!: string;

  @ManyToOne({ entity: () => Report, fieldName: 'report_id', ref: true })
  report!: Ref<Report>;

  @ManyToOne({ entity: () => Indicator, fieldName: 'indicator_id', ref: true })
  indicator!: Ref<Indicator>;

  @ManyToOne({ entity: () => Unit, fieldName: 'unit_id', ref: true })
  unit!: Ref<Unit>;

  @ManyToOne({ entity: () => Period, fieldName: 'period_id', ref: true })
  period!: Ref<Period>;

  @Property({ type: 'date' })
  asOf!: string;

  @Property({ type: 'text' })
  program!: string;

  @Property({ type: 'text' })
  source: string = 'front-report';

  @Field(() => String, { nullable: true })
  @Property({ type: new DecimalType('string'), columnType: 'numeric', nullable: true })
  value: string | null = null;

  @Field(() => String)
  @Property({ type: 'text' })
  state: string = 'PROVISIONAL';

  @Property({ type: 'boolean' })
  demo: boolean = true;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  recordedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null = null;
}

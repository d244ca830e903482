import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Code } from '../codes/code.js';
import { TipState } from './tip-state.js';

/**
 * What somebody told of a crime, without saying who. Nothing of the sender is kept: no account, no address, no time of
 * day. Whoever adds a column here asks first whether it could tell.
 */
@ObjectType('CrimePreventionTip', {
  implements: Node,
  description:
    'What somebody told of a crime: sealed, for the police liaison of the place alone. Nothing of the sender is kept, and every read is recorded.',
})
@Entity({ schema: 'crime_prevention', tableName: 'tip' })
export class Tip {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, {
    description: 'The number that the sender was given, in case the sender calls; it opens nothing.',
  })
  receipt!: string;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Commune, ward or town that the tip is about.',
  })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Code, fieldName: 'topic_id', nullable: true })
  @Field(() => Code, {
    nullable: true,
    description: 'What it is about, from the list TIP_TOPIC; null where the sender did not say.',
  })
  topic: Rel<Code> | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the sender wrote, as it was written; sealed.' })
  content!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Where it happened, in the sender’s words; null where the sender did not say; sealed.',
  })
  place: string | null = null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it came in; no time of day is kept.' })
  receivedOn!: string;

  @Property({ type: 'text' })
  @Field(() => TipState, { description: 'How far it has come.' })
  state: TipState = TipState.RECEIVED;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The police body it was forwarded to; null where it was to none.',
  })
  forwardedTo: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was forwarded; null where it was not.' })
  forwardedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why it was put away without action; null unless it is filed.',
  })
  filedReason: string | null = null;

  @ManyToOne({ entity: () => Code, fieldName: 'result_id', nullable: true })
  @Field(() => Code, {
    nullable: true,
    description: 'What came of it, from the list TIP_RESULT; null until it is closed.',
  })
  result: Rel<Code> | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What the police said of the result; null without words.',
  })
  resultNote: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day of the result; null until it is closed.' })
  closedOn: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

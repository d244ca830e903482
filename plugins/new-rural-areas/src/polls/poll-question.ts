import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';

/** A question that every household is asked. Reference data with validity, loaded from `data/`. */
@ObjectType('NewRuralAreasPollQuestion', {
  implements: Node,
  description: 'A question that every household is asked in a satisfaction poll: yes, no, or neither.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'poll_question' })
export class PollQuestion {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Stable name in capitals: OVERALL.' })
  code!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Its place on the ballot, from 1.' })
  position!: number;

  @Property({ type: 'text' })
  textVi!: string;

  @Property({ type: 'text' })
  textEn!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether a poll passes or fails by the answers to it.' })
  decisive!: boolean;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day on which it is asked.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer is; null while it is.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The guidance it comes from, as cited.' })
  legalBasis!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether its words must be checked against the ballot before use.' })
  toBeChecked!: boolean;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What is not certain about it, in Vietnamese; null where nothing is.',
  })
  note: string | null = null;
}

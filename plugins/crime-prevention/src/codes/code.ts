import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { CodeList } from './code-list.js';

/** An entry of a code list with its validity: what a decree gives up is ended, never taken out. */
@ObjectType('CrimePreventionCode', {
  implements: Node,
  description:
    'An entry of one of the program’s code lists, in force between two days, with its legal basis.',
})
@Entity({ schema: 'crime_prevention', tableName: 'code' })
export class Code {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => CodeList, { description: 'The list that it stands in.' })
  list!: CodeList;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Stable name in capitals, given in inputs: SECURITY_CAMERA.' })
  code!: string;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day on which it can be used.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer can; null while it is in force.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The law, circular or custom it follows, as cited.' })
  legalBasis!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What is to be checked before it is applied officially; null where nothing is.',
  })
  note: string | null = null;
}

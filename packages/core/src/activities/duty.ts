import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Program } from '../programs/program.js';
import { DutyFrequency } from './duty-frequency.js';

/** Who owes what to whom, how often. Obligations are generated from it (reports/). */
@ObjectType({
  implements: Node,
  description: 'A standing duty to report or plan: who owes it to whom, and how often.',
})
@Entity({ schema: 'core', tableName: 'duty' })
export class Duty extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, { description: 'Stable short name, as in "R-01".' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => Program, {
    nullable: true,
    description:
      'The line of the coordination program it follows from; null while the plugin of that line is not installed.',
  })
  @ManyToOne({ entity: () => Program, fieldName: 'program_id', nullable: true })
  program: Rel<Program> | null = null;

  @Property({ type: 'text' })
  programCode!: string;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The Vietnamese text of the source document, word for word; null where there is none.',
  })
  @Property({ type: 'text', nullable: true })
  quote: string | null = null;

  @Property({ type: 'text' })
  reporterVi!: string;

  @Property({ type: 'text' })
  reporterEn!: string;

  @Property({ type: 'text' })
  recipientVi!: string;

  @Property({ type: 'text' })
  recipientEn!: string;

  @Field(() => DutyFrequency, {
    description: 'How often it falls due, as far as that can be put in one word.',
  })
  @Property({ type: 'text' })
  frequency!: DutyFrequency;

  @Property({ type: 'text' })
  frequencyTextVi!: string;

  @Property({ type: 'text' })
  frequencyTextEn!: string;
}

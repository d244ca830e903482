import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { ProgramKind, ProgramLevel, ProgramStatus } from './program-enums.js';

/**
 * One line of the coordination program. Reference data: it comes from the plugins' contributions and is changed by
 * changing them, never through the API.
 */
@ObjectType({
  implements: Node,
  description:
    'One line of the coordination program of a Front committee: what is to be done together, word for word and as a title.',
})
@Entity({ schema: 'core', tableName: 'program' })
export class Program extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, {
    description: 'Stable short name, as in "PRG-27"; scopes of access and figures refer to it.',
  })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Id of the plugin that carries this line, as in "social-insurance".' })
  @Property({ type: 'text' })
  plugin!: string;

  @Field(() => ProgramKind, { description: 'What sort of work the line is.' })
  @Property({ type: 'text' })
  kind!: ProgramKind;

  @Field(() => String, { description: 'Short Vietnamese name of the line, for lists and menus.' })
  @Property({ type: 'text' })
  titleVi!: string;

  @Field(() => String, { description: 'Short English name of the line.' })
  @Property({ type: 'text' })
  titleEn!: string;

  @Field(() => String, {
    description:
      'The Vietnamese text of the source document; " … " stands between pieces where it was shortened.',
  })
  @Property({ type: 'text' })
  quote!: string;

  @Field(() => Boolean, {
    description:
      'Whether the quotation is one unbroken piece of the source; false where pieces were left out.',
  })
  @Property({ type: 'boolean' })
  quoteIsExact!: boolean;

  @Field(() => String, {
    description: 'Section of the source document where the line stands, as in "I.2.7".',
  })
  @Property({ type: 'text' })
  source!: string;

  @Field(() => Program, {
    nullable: true,
    description: 'The line that contains this one; null for lines that stand by themselves.',
  })
  @ManyToOne({ entity: () => Program, fieldName: 'parent_id', nullable: true })
  parent: Rel<Program> | null = null;

  @Field(() => ProgramLevel, {
    nullable: true,
    description:
      'Where the work is really done. It differs from the quotation in lines carried over from the central template; null where nobody has said.',
  })
  @Property({ type: 'text', nullable: true })
  effectiveLevel: ProgramLevel | null = null;

  @Field(() => ProgramStatus, {
    description: 'Whether the plugin has software of its own for it, or reports only.',
  })
  @Property({ type: 'text' })
  status!: ProgramStatus;
}

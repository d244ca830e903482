import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';

/** How trees are counted. Reference data with validity, loaded from `data/tree-kinds.json`. */
@ObjectType('TreePlantingKind', {
  implements: Node,
  description: 'How trees are counted, as the decision in force says.',
})
@Entity({ schema: 'tree_planting', tableName: 'tree_kind' })
export class TreeKind {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Stable name in capitals: SCATTERED.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called in Vietnamese.' })
  titleVi!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called in English.' })
  titleEn!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day on which it was in force.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer was; null while it is.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The decision that says so, as cited.' })
  legalBasis!: string;
}

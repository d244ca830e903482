import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Covid19CommunityTeam', {
  implements: Node,
  description:
    'A community team (tổ Covid cộng đồng) that goes from door to door in its area; nobody is named.',
})
@Entity({ schema: 'covid_19', tableName: 'community_team' })
export class CommunityTeam {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The residential area, commune or ward in which it works.',
  })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many people are in it.' })
  members!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many households it looks after.' })
  households!: number;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day from which on it works.' })
  formedOn!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Its last day; null while it works.' })
  dissolvedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was dissolved; null while it works.' })
  dissolveReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

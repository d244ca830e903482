import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, Document } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Level } from '../criteria/level.js';
import { Dossier } from '../dossiers/dossier.js';

/** That a commune holds a level, from a decision until it is withdrawn. It belongs to that unit and passes to no other. */
@ObjectType('NewRuralAreasRecognition', {
  implements: Node,
  description:
    'That a commune holds a level, from the day of the decision until it is withdrawn. A commune made by a merger holds nothing of its predecessors’.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'recognition' })
export class Recognition {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The commune that was recognized.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => Level, { description: 'The level that it was recognized for.' })
  level!: Level;

  @ManyToOne({ entity: () => Dossier, fieldName: 'dossier_id' })
  @Field(() => Dossier, { nullable: true, description: 'The dossier that led to it.' })
  dossier!: Rel<Dossier>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Number of the decision as written on it.' })
  decisionNumber!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, {
    description: 'The day the decision was signed; the title is held from then on.',
  })
  decidedOn!: string;

  @ManyToOne({ entity: () => Document, fieldName: 'document_id', nullable: true })
  @Field(() => Document, {
    nullable: true,
    description: 'The decision among the documents; null where it is not there, or not for the caller.',
  })
  document: Rel<Document> | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was published; null until it is.',
  })
  publishedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which the title is no longer held; null while it is.',
  })
  withdrawnOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision that withdrew it; null while it is held.',
  })
  withdrawalDecision: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null while it is held.' })
  withdrawalReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change of the title.' })
  version!: number;
}

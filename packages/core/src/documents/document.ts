import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { DocumentConfidentiality } from './document-enums.js';

/** A document that is referred to: by its citation always, by number and date where it has them. */
@ObjectType({
  implements: Node,
  description:
    'A document that programs, targets and plans rest on, as it is cited. Its text is not kept here.',
})
@Entity({ schema: 'core', tableName: 'document' })
export class Document extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Stable short name of a document of the registry, as in "D-24"; null for those entered since.',
  })
  @Property({ type: 'text', nullable: true })
  code: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Number as written on it, as in "02-NQ/HU"; null where it is cited without one.',
  })
  @Property({ type: 'text', nullable: true })
  number: string | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was signed; null where it is cited without one.',
  })
  @Property({ type: 'date', nullable: true })
  date: string | null = null;

  @Field(() => String, { description: 'How the source cites it, word for word, slips included.' })
  @Property({ type: 'text' })
  citedAs!: string;

  @Property({ type: 'text', nullable: true })
  typeVi: string | null = null;

  @Property({ type: 'text', nullable: true })
  typeEn: string | null = null;

  @Property({ type: 'text', nullable: true })
  issuerVi: string | null = null;

  @Property({ type: 'text', nullable: true })
  issuerEn: string | null = null;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text', nullable: true })
  titleEn: string | null = null;

  @Property({ type: 'text', nullable: true })
  noteVi: string | null = null;

  @Property({ type: 'text', nullable: true })
  noteEn: string | null = null;

  @Field(() => DocumentConfidentiality, {
    description: 'Its class of confidentiality, which says who may read it.',
  })
  @Property({ type: 'text' })
  confidentiality!: DocumentConfidentiality;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit whose Front keeps it; null for published documents that are nobody’s own.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id', nullable: true })
  unit: Rel<AdministrativeUnit> | null = null;

  @Field(() => Date, { description: 'When it was entered here.' })
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  recordedAt!: Date;
}

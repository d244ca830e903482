import { ArrayType, BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Document } from '../documents/document.js';
import { Program } from '../programs/program.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AgreementState, AgreementSuccession } from './agreement-enums.js';

/** What organizations have signed together: a joint regulation, resolution or coordination program (PRG-40). */
@ObjectType({
  implements: Node,
  description:
    'A joint agreement: which organizations do what together, over which term. What was signed does not change; a later agreement amends, replaces or renews it.',
})
@Entity({ schema: 'core', tableName: 'agreement' })
export class Agreement extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit whose Front keeps it and answers for its reviews.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Field(() => Program, {
    nullable: true,
    description:
      'The line in which its parties take part while it is in force; null where it is about no single one.',
  })
  @ManyToOne({ entity: () => Program, fieldName: 'program_id', nullable: true })
  program: Rel<Program> | null = null;

  /** Code of the program, repeated for row rules. */
  @Property({ type: 'text', nullable: true })
  programCode: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Its number as written: "03/CTPH-MTTQ-TCTV"; null where it has none.',
  })
  @Property({ type: 'text', nullable: true })
  number: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'How documents cite it, word for word; one of this and the number is there once signed.',
  })
  @Property({ type: 'text', nullable: true })
  citedAs: string | null = null;

  @Field(() => String, { description: 'What it is about, in Vietnamese.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was signed; a draft may have one to come.',
  })
  @Property({ type: 'date', nullable: true })
  signedOn: string | null = null;

  @Field(() => DateScalar, { description: 'The first day of its term.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day after its term, as signed; null where it has no end.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Field(() => AgreementState, { description: 'Where it stands on its way.' })
  @Property({ type: 'text', default: 'DRAFT' })
  state: AgreementState = 'DRAFT';

  @Field(() => Document, {
    nullable: true,
    description: 'Its text among the documents; null where it is not kept there or you may not read it.',
  })
  @ManyToOne({ entity: () => Document, fieldName: 'document_id', nullable: true })
  document: Rel<Document> | null = null;

  @Field(() => Document, {
    nullable: true,
    description: 'The document it rests on; null where none was named or you may not read it.',
  })
  @ManyToOne({ entity: () => Document, fieldName: 'basis_document_id', nullable: true })
  basisDocument: Rel<Document> | null = null;

  @Field(() => Agreement, {
    nullable: true,
    description: 'The earlier agreement that it renews, replaces or amends; null where there is none.',
  })
  @ManyToOne({ entity: () => Agreement, fieldName: 'predecessor_id', nullable: true })
  predecessor: Rel<Agreement> | null = null;

  @Field(() => AgreementSuccession, {
    nullable: true,
    description: 'Which of these it does to the earlier one.',
  })
  @Property({ type: 'text', nullable: true })
  succession: AgreementSuccession | null = null;

  /** Its parties, repeated for row rules: they see it wherever they sit. */
  @Property({ type: new ArrayType(Number), columnType: 'bigint[]' })
  partyIds: number[] = [];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The business date on which its signing was entered; duties of periods that had ended by then are not kept here.',
  })
  @Property({ type: 'date', nullable: true })
  recordedOn: string | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer held, where it was ended or renewed.',
  })
  @Property({ type: 'date', nullable: true })
  endedOn: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was ended, or why its draft came to nothing; null while neither is so.',
  })
  @Property({ type: 'text', nullable: true })
  endReason: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  createdBy: number | null = null;

  @Field(() => Boolean, {
    description:
      'Whether it, or what is said of its duties, was invented for the demonstration; numbers and dates of quoted documents are theirs.',
  })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;

  @Field(() => Int, {
    description: 'Grows with every change; to be given back as `expectedVersion` with the next one.',
  })
  @Property({ type: 'int', default: 1 })
  version: number = 1;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, Document } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Criterion } from '../criteria/criterion.js';
import { Assessment } from './assessment.js';

/** That a document proves what a commune says about a criterion. */
@ObjectType('NewRuralAreasEvidence', {
  implements: Node,
  description: 'That a document proves what a commune says of itself about a criterion.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'evidence' })
export class Evidence {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Assessment, fieldName: 'assessment_id' })
  @Field(() => Assessment, { nullable: true, description: 'The self-assessment that it belongs to.' })
  assessment!: Rel<Assessment>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The commune that offers it as proof.' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Criterion, fieldName: 'criterion_id' })
  @Field(() => Criterion, { nullable: true, description: 'The criterion that it is a proof for.' })
  criterion!: Rel<Criterion>;

  @ManyToOne({ entity: () => Document, fieldName: 'document_id' })
  @Field(() => Document, {
    nullable: true,
    description: 'The document that proves it; null for those who may not read the document.',
  })
  document!: Rel<Document>;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Which page or figure of the document; null where the whole of it.',
  })
  note: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  addedBy: number | null = null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it was added.' })
  addedOn!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

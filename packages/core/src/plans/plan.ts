import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Document } from '../documents/document.js';
import { Program } from '../programs/program.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { PlanState } from './plan-state.js';

/** A unit's work plan of a year, of one program or of all: the district's program cascades through plans. */
@ObjectType({
  implements: Node,
  description: 'A work plan of the Front of a unit for a year, drawn up from the plan above it.',
})
@Entity({ schema: 'core', tableName: 'plan' })
export class Plan extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit whose Front plans its work.' })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Field(() => Program, { nullable: true, description: 'The line it plans; null for a plan of all work.' })
  @ManyToOne({ entity: () => Program, fieldName: 'program_id', nullable: true })
  program: Rel<Program> | null = null;

  /** Code of the program, repeated for row rules. */
  @Property({ type: 'text', nullable: true })
  programCode: string | null = null;

  @Field(() => Int, { description: 'The calendar year it is for.' })
  @Property({ type: 'int' })
  year!: number;

  @Field(() => String, { description: 'What it is called, in Vietnamese, as its author wrote it.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => Plan, {
    nullable: true,
    description: 'The plan of a unit above, or of the whole year, that it carries out.',
  })
  @ManyToOne({ entity: () => Plan, fieldName: 'parent_id', nullable: true })
  parent: Rel<Plan> | null = null;

  @Field(() => PlanState, { description: 'Where it stands on its way.' })
  @Property({ type: 'text', default: 'DRAFT' })
  state!: PlanState;

  @Field(() => Document, {
    nullable: true,
    description: 'The document it rests on; null where none was named or you may not read it.',
  })
  @ManyToOne({ entity: () => Document, fieldName: 'basis_document_id', nullable: true })
  basisDocument: Rel<Document> | null = null;

  /** Users who wrote what is to be approved; they do not approve it. */
  @Property({ type: new BigIntType('number'), nullable: true })
  createdBy: number | null = null;

  /** User who last said what it contains; not who approves it, either. */
  @Property({ type: new BigIntType('number'), nullable: true })
  itemsBy: number | null = null;

  @Field(() => Boolean, { description: 'Whether the plan was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;

  @Field(() => Int, {
    description: 'Grows with every change; to be given back as `expectedVersion` with the next one.',
  })
  @Property({ type: 'int', default: 1 })
  version: number = 1;
}

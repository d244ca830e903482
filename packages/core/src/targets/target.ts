import { BigIntType, DecimalType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Document } from '../documents/document.js';
import { Indicator } from '../indicators/indicator.js';
import { Organization } from '../organizations/organization.js';
import { UnitGroup } from '../organizations/unit-group.js';
import { Period } from '../periods/period.js';
import { Program } from '../programs/program.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { BaselineKind, TargetOperator, TargetPath } from './target-enums.js';

const numeric = { type: new DecimalType('string'), columnType: 'numeric' } as const;

/** What was promised: of an indicator, for a unit (or group, or organization), over a period. */
@ObjectType({
  implements: Node,
  description:
    'A promise in figures: an indicator, who is to reach what by when, and the words of the document it comes from. Shares and relative changes are fractions: 0.91 is 91 %.',
})
@Entity({ schema: 'core', tableName: 'target' })
export class Target extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Stable short name of a target of the source program, as in "T-12"; null for those set since.',
  })
  @Property({ type: 'text', nullable: true })
  code: string | null = null;

  @Field(() => Indicator, {
    nullable: true,
    description: 'What is measured, with the rules by which its figures add up.',
  })
  @ManyToOne({ entity: () => Indicator, fieldName: 'indicator_id' })
  indicator!: Rel<Indicator>;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit that is to reach it; null where a group or an organization is.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id', nullable: true })
  unit: Rel<AdministrativeUnit> | null = null;

  @Field(() => UnitGroup, {
    nullable: true,
    description: 'The group of units that is to reach it together; null where a unit or an organization is.',
  })
  @ManyToOne({ entity: () => UnitGroup, fieldName: 'unit_group_id', nullable: true })
  unitGroup: Rel<UnitGroup> | null = null;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that is to reach it; null where a unit or a group is.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id', nullable: true })
  organization: Rel<Organization> | null = null;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description:
      'The unit whose Front answers for it and may change it: of a group the one that formed it, of an organization the one it sits in.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'home_unit_id' })
  homeUnit!: Rel<AdministrativeUnit>;

  @Field(() => Program, {
    nullable: true,
    description: 'The line of the coordination program it belongs to: that of its indicator.',
  })
  @ManyToOne({ entity: () => Program, fieldName: 'program_id', nullable: true })
  program: Rel<Program> | null = null;

  /** Code of the program, repeated for row rules. */
  @Property({ type: 'text' })
  programCode!: string;

  @Field(() => Period, { nullable: true, description: 'The days over which the figure is measured.' })
  @ManyToOne({ entity: () => Period, fieldName: 'period_id' })
  period!: Rel<Period>;

  @Field(() => TargetOperator as object, { description: 'What is asked for: at least, at most, a change.' })
  @Property({ type: 'text' })
  operator!: TargetOperator;

  @Field(() => DecimalScalar, {
    description:
      'The level, the lower end of a range, or the change. Shares and relative changes as fractions: "0.91", "0.25".',
  })
  @Property({ ...numeric })
  value!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The upper end of a range, included; null for everything else.',
  })
  @Property({ ...numeric, nullable: true })
  valueMax: string | null = null;

  @Property({ type: 'text', default: 'NONE' })
  baselineKind: BaselineKind = BaselineKind.NONE;

  @Property({ ...numeric, nullable: true })
  baselineValue: string | null = null;

  @Property({ type: 'text', nullable: true })
  baselineNoteVi: string | null = null;

  @Property({ type: 'text', nullable: true })
  baselineNoteEn: string | null = null;

  @Field(() => DateScalar, { description: 'The last day on which it may be reached.' })
  @Property({ type: 'date' })
  deadline!: string;

  @Field(() => TargetPath as object, { description: 'What “on track” is measured by before the deadline.' })
  @Property({ type: 'text' })
  path!: TargetPath;

  @Field(() => DecimalScalar, {
    description: 'How far off the path still counts as on track, as a fraction of the path: "0.1" for 10 %.',
  })
  @Property({ ...numeric })
  tolerance!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The Vietnamese words of the document, exactly; null where it was set without a document.',
  })
  @Property({ type: 'text', nullable: true })
  quote: string | null = null;

  @Property({ type: 'text', nullable: true })
  readingVi: string | null = null;

  @Property({ type: 'text', nullable: true })
  readingEn: string | null = null;

  @Field(() => Document, {
    nullable: true,
    description: 'The document that sets it; null where none was named or you may not read it.',
  })
  @ManyToOne({ entity: () => Document, fieldName: 'basis_document_id', nullable: true })
  basisDocument: Rel<Document> | null = null;

  @Field(() => Target, {
    nullable: true,
    description: 'The target this one is a part of, where it was handed down.',
  })
  @ManyToOne({ entity: () => Target, fieldName: 'parent_target_id', nullable: true })
  parentTarget: Rel<Target> | null = null;

  @Field(() => Target, {
    nullable: true,
    description:
      'The target of a unit that is gone, which a successor took over by decision; null for almost all.',
  })
  @ManyToOne({ entity: () => Target, fieldName: 'derived_from_id', nullable: true })
  derivedFrom: Rel<Target> | null = null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much it counts beside the other targets of an emulation score; null where nobody has said.',
  })
  @Property({ ...numeric, nullable: true })
  weight: string | null = null;

  @Field(() => Boolean, {
    description:
      'Whether the document writes no figure and it follows from words like “monthly” or “each quarter”.',
  })
  @Property({ type: 'boolean', default: false })
  implied: boolean = false;

  @Field(() => Boolean, { description: 'Whether the target was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;

  @Field(() => Int, {
    description: 'Grows with every change; to be given back as `expectedVersion` with the next one.',
  })
  @Property({ type: 'int', default: 1 })
  version: number = 1;
}

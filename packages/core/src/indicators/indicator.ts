import { ArrayType, BigIntType, JsonType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { PeriodCalendarKey } from '../periods/period-enums.js';
import { UnitKind } from '../units/unit-kind.js';
import { CollectionLevel, IndicatorKind, MergeRule, OverTime, SplitRule } from './indicator-enums.js';

/** A code with its title in two languages, as it is stored. */
export interface CodedTitle {
  code: string;
  vi: string;
  en: string;
}

/** A subdivision of an indicator as it is stored. A figure of a part is kept under `<code>:<value>`. */
export interface StoredDisaggregation extends CodedTitle {
  values: CodedTitle[];
}

/**
 * What is measured, and by which rules it may be added up. Plugins declare indicators, administrators may change and
 * add them: nothing in core knows a particular one.
 */
@ObjectType({
  implements: Node,
  description:
    'Something that is measured, in one unit of measure, with the rules by which its figures are added up.',
})
@Entity({ schema: 'core', tableName: 'indicator' })
export class Indicator extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, {
    description: 'Stable name, `<plugin>.<indicator>`: figures and targets refer to it.',
  })
  @Property({ type: 'text', unique: true })
  key!: string;

  @Field(() => String, { description: 'Id of the plugin that answers for it: "fund-for-the-poor".' })
  @Property({ type: 'text' })
  plugin!: string;

  @Field(() => String, { description: 'Code of the line of the coordination program it measures: "PRG-15".' })
  @Property({ type: 'text' })
  program!: string;

  @Field(() => String, { description: 'Name in Vietnamese, as reports print it.' })
  @Property({ type: 'text' })
  titleVi!: string;

  @Field(() => String, { description: 'Name in English, for readers of other languages.' })
  @Property({ type: 'text' })
  titleEn!: string;

  @Field(() => String, {
    description: 'What counts and what does not, in Vietnamese, so that two communes count alike.',
  })
  @Property({ type: 'text' })
  descriptionVi!: string;

  @Field(() => String, { description: 'What counts and what does not, in English.' })
  @Property({ type: 'text' })
  descriptionEn!: string;

  @Field(() => String, { description: 'What one of it is called in Vietnamese: "căn nhà", "%".' })
  @Property({ type: 'text' })
  unitOfMeasureVi!: string;

  @Field(() => String, { description: 'What one of it is called in English: "houses", "%".' })
  @Property({ type: 'text' })
  unitOfMeasureEn!: string;

  @Field(() => IndicatorKind, {
    description: 'What sort of figure it is: decides what is entered and what adds up.',
  })
  @Property({ type: 'text' })
  kind!: IndicatorKind;

  @Property({ type: 'text', nullable: true })
  numeratorVi: string | null = null;

  @Property({ type: 'text', nullable: true })
  numeratorEn: string | null = null;

  @Property({ type: 'text', nullable: true })
  denominatorVi: string | null = null;

  @Property({ type: 'text', nullable: true })
  denominatorEn: string | null = null;

  @Property({ type: new JsonType(), columnType: 'jsonb' })
  statuses: CodedTitle[] = [];

  @Property({ type: new JsonType(), columnType: 'jsonb' })
  disaggregations: StoredDisaggregation[] = [];

  @Field(() => PeriodCalendarKey, {
    description: 'The calendar its figures are entered in; longer periods are computed.',
  })
  @Property({ type: 'text' })
  calendar!: PeriodCalendarKey;

  @Field(() => OverTime, {
    description: 'How figures of several periods become one figure of the longer period.',
  })
  @Property({ type: 'text', default: 'BY_KIND' })
  overTime: OverTime = 'BY_KIND';

  @Field(() => CollectionLevel, {
    description: 'The one level at which figures are entered, so that nothing counts twice.',
  })
  @Property({ type: 'text' })
  collectionLevel!: CollectionLevel;

  @Field(() => [UnitKind], {
    nullable: true,
    description:
      'Kinds of unit it applies to, judged at the end of the period; null: every kind of its level.',
  })
  @Property({ type: new ArrayType(), columnType: 'text[]', nullable: true })
  appliesTo: UnitKind[] | null = null;

  @Field(() => MergeRule, { description: 'What becomes of earlier figures when units merge.' })
  @Property({ type: 'text' })
  mergeRule!: MergeRule;

  @Field(() => SplitRule, { description: 'How figures of a divided unit are shared out on a later map.' })
  @Property({ type: 'text' })
  splitRule!: SplitRule;

  @Field(() => Int, {
    description: 'Digits after the decimal sign that are shown; of a share, those of its percentage.',
  })
  @Property({ type: 'int' })
  decimals!: number;

  @Field(() => [String], {
    description: 'Codes of the sources its figures may come from; the first is the default.',
  })
  @Property({ type: new ArrayType(), columnType: 'text[]' })
  sources!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'A count above zero and below this is withheld from aggregates; null: none is.',
  })
  @Property({ type: 'int', nullable: true })
  smallCellThreshold: number | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the role whose task it is to report it: "commune-clerk".',
  })
  @Property({ type: 'text', nullable: true })
  reportedBy: string | null = null;

  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;

  @Field(() => Int, {
    description: 'Grows with every change; send it along with a change to be told of others.',
  })
  @Property({ type: 'int', version: true })
  version!: number;

  /** Checksum of the plugin's declaration this row was last loaded from; null for indicators made by hand. */
  @Property({ type: 'text', nullable: true })
  declared: string | null = null;
}

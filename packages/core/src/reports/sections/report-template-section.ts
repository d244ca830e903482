import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { ReportSectionKind } from '../report-enums.js';
import { ReportTemplate } from '../report-template.js';

@ObjectType({
  implements: Node,
  description: 'A part of a form: lines of figures, a question answered in words, or a list of records.',
})
@Entity({ schema: 'core', tableName: 'report_template_section' })
export class ReportTemplateSection extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => ReportTemplate, { nullable: true, description: 'The form it is a part of.' })
  @ManyToOne({ entity: () => ReportTemplate, fieldName: 'template_id' })
  template!: Rel<ReportTemplate>;

  @Field(() => Int, { description: 'Its place on the printed form, from 1.' })
  @Property({ type: 'int' })
  position!: number;

  @Field(() => String, { description: 'Stable name within the form, given in inputs: "difficulties".' })
  @Property({ type: 'text' })
  key!: string;

  @Field(() => ReportSectionKind, { description: 'Whether it asks for figures or words, or shows records.' })
  @Property({ type: 'text' })
  kind!: ReportSectionKind;

  @Field(() => String, { description: 'Heading in Vietnamese, as it stands on the form.' })
  @Property({ type: 'text' })
  titleVi!: string;

  @Field(() => String, { description: 'Heading in English, for readers of other languages.' })
  @Property({ type: 'text' })
  titleEn!: string;

  @Field(() => Boolean, {
    description:
      'Of a narrative: whether the report cannot be handed in without it. Lines of figures say it themselves.',
  })
  @Property({ type: 'boolean', default: false })
  required: boolean = false;

  @Field(() => Int, { nullable: true, description: 'Of a narrative: the most characters it may have.' })
  @Property({ type: 'int', nullable: true })
  maximum: number | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a list: its key, "environment.cleanup-actions"; which records that are the plugin says.',
  })
  @Property({ type: 'text', nullable: true })
  list: string | null = null;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Indicator } from '../indicators/indicator.js';
import { ReportTemplateSection } from './sections/report-template-section.js';
import { ReportTemplate } from './report-template.js';

@ObjectType({ implements: Node, description: 'One line of a form: a figure that it asks for.' })
@Entity({ schema: 'core', tableName: 'report_template_item' })
export class ReportTemplateItem extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => ReportTemplate, { nullable: true, description: 'The form it is a line of.' })
  @ManyToOne({ entity: () => ReportTemplate, fieldName: 'template_id' })
  template!: Rel<ReportTemplate>;

  @Field(() => ReportTemplateSection, { nullable: true, description: 'The section of figures it stands in.' })
  @ManyToOne({ entity: () => ReportTemplateSection, fieldName: 'section_id', nullable: true })
  section: Rel<ReportTemplateSection> | null = null;

  @Field(() => Int, { description: 'Place on the form, from 1.' })
  @Property({ type: 'int' })
  position!: number;

  @Field(() => Indicator, {
    nullable: true,
    description: 'The indicator that this line of the form asks for.',
  })
  @ManyToOne({ entity: () => Indicator, fieldName: 'indicator_id' })
  indicator!: Rel<Indicator>;

  @Field(() => String, { description: 'Which part of it ("work:repair"); empty for the whole.' })
  @Property({ type: 'text', default: '' })
  disaggregation: string = '';

  @Field(() => Boolean, { description: 'Whether the report cannot be handed in without it.' })
  @Property({ type: 'boolean', default: true })
  required: boolean = true;
}

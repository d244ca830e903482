import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Code } from '../codes/code.js';
import { SafeAreaAssessment } from './safe-area-assessment.js';

/** What a commune says of one criterion. Its unit is the assessment's, so that one row rule serves both. */
@ObjectType('CrimePreventionCriterionResult', {
  implements: Node,
  description: 'What a commune says of one criterion of the standard “safe in security and order”.',
})
@Entity({ schema: 'crime_prevention', tableName: 'criterion_result' })
export class CriterionResult {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => SafeAreaAssessment, fieldName: 'assessment_id' })
  @Field(() => SafeAreaAssessment, { nullable: true, description: 'The assessment it is a part of.' })
  assessment!: Rel<SafeAreaAssessment>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Code, fieldName: 'criterion_id' })
  @Field(() => Code, { nullable: true, description: 'The criterion, from the list SAFE_AREA_CRITERION.' })
  criterion!: Rel<Code>;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the commune holds it to be met.' })
  met!: boolean;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What shows it, or what is lacking; null without words.',
  })
  note: string | null = null;

  @Property({ type: new BigIntType('number') })
  recordedBy!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

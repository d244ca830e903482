import { BigIntType, DecimalType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateTimeScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Criterion } from '../criteria/criterion.js';
import { Assessment } from './assessment.js';
import { Outcome } from './outcome.js';

/** What a commune says of one criterion. Append-only: a correction supersedes what it corrects. */
@ObjectType('NewRuralAreasAssessmentResult', {
  implements: Node,
  description: 'What a commune says of itself about one criterion; corrected ones are kept, marked.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'assessment_result' })
export class AssessmentResult {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Assessment, fieldName: 'assessment_id' })
  @Field(() => Assessment, { nullable: true, description: 'The self-assessment that it is part of.' })
  assessment!: Rel<Assessment>;

  /** Repeated for row rules. */
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Criterion, fieldName: 'criterion_id' })
  @Field(() => Criterion, { nullable: true, description: 'The criterion that is judged.' })
  criterion!: Rel<Criterion>;

  @Property({ type: 'text' })
  @Field(() => Outcome, { description: 'Whether the criterion is met.' })
  outcome!: Outcome;

  @Property({ type: new DecimalType('string'), columnType: 'numeric', nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What was measured, in the criterion’s unit of measure; null where nothing was.',
  })
  value: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What there is to say about it, in the words of the commune; null where there is nothing.',
  })
  note: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why the earlier result was wrong; null where there was none, or only that of a draft.',
  })
  reason: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  recordedBy: number | null = null;

  @Property({ type: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  recordedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a later result replaced it; null while it counts.',
  })
  supersededAt: Date | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

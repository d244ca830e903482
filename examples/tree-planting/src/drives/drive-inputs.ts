import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('TreePlantingRecordDriveInput', { description: 'A planting day that has been held.' })
export class RecordDriveInput {
  @Field(() => ID, { description: 'Global id of the commune, ward or town.' })
  unit!: string;

  @Field(() => String, { description: 'Code of the kind of trees, in force on the day: SCATTERED.' })
  kind!: string;

  @Field(() => DateScalar, { description: 'The day of planting; not after the business date.' })
  plantedOn!: string;

  @Field(() => Int, { description: 'How many trees; 1 to 1,000,000.' })
  trees!: number;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string;
}

@InputType('TreePlantingCorrectDriveInput', { description: 'What was wrong about a planting day.' })
export class CorrectDriveInput {
  @Field(() => ID, { description: 'Global id of the planting day.' })
  drive!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => Int, { description: 'How many trees it really were; 1 to 1,000,000.' })
  trees!: number;

  @Field(() => String, { description: 'Why the number before was wrong; kept in the audit trail.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string;
}

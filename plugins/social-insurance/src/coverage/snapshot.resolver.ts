import { DateScalar, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { importSnapshot, type SnapshotImportResult } from './import-snapshot.js';

@InputType('SocialInsuranceImportSnapshotInput', {
  description: 'Coverage figures of one day from one source, as a CSV file.',
})
export class ImportSnapshotInput {
  @Field(() => DateScalar, {
    description: 'The day on which the people were counted; not after the business date.',
  })
  date!: string;

  @Field(() => String, { description: 'Who counted: social-insurance-agency or front-report.' })
  source!: string;

  @Field(() => String, {
    description:
      'CSV text with a header line and, in any order, the columns code (of the commune, ward or town on that day), insurance (HEALTH or VOLUNTARY_SOCIAL), group (code of a participant group, empty for all together), insured, population; other columns are passed over. Cells are parted by commas, semicolons or tabs. At most 5000 lines of figures.',
  })
  csv!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@ObjectType('SocialInsuranceImportResult', {
  description: 'What an import did; when a line is wrong nothing is written and the errors name each line.',
})
export class ImportResult {
  @Field(() => Int, { description: 'How many lines were taken in.' })
  imported!: number;

  @Field(() => Int, {
    description:
      'How many of them replaced an earlier figure of the same day, unit, insurance, group and source; that one is kept, marked.',
  })
  replaced!: number;
}

@Resolver()
export class SnapshotResolver {
  @Mutation(() => ImportResult, {
    nullable: true,
    description:
      'Imports the coverage figures of a day, all lines or none; the health insurance rate of every unit touched follows in the same transaction.',
  })
  socialInsuranceImportSnapshot(
    @Arg('input', () => ImportSnapshotInput, { description: 'The figures with their day and source.' })
    input: ImportSnapshotInput,
    @Ctx() context: RequestContext,
  ): Promise<SnapshotImportResult> {
    return importSnapshot(context, input);
  }
}

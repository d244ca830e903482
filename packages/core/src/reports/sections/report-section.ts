import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '@phoihop/platform';
import type { ListRows } from '../lists/read-list.js';
import { ReportSectionKind } from '../report-enums.js';

@ObjectType({ description: 'One figure as a report says it.' })
export class ReportSectionFigure {
  @Field(() => String, { description: 'Key of the indicator: "works.houses".' })
  indicator!: string;

  @Field(() => String, { description: 'Which part of it ("work:repair"); empty for the whole.' })
  part!: string;

  @Field(() => String, { description: 'Name of the indicator in Vietnamese, as on the form.' })
  title!: string;

  @Field(() => String, { description: 'What it is counted in, in Vietnamese, as on the form.' })
  unitOfMeasure!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The quantity; null of a share or a status.' })
  value!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a share: what is counted.' })
  numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a share: out of how many.' })
  denominator!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a count of statuses: the code that was reached.' })
  status?: string | null;

  @Field(() => String, { nullable: true, description: 'What there is to say about the figure.' })
  note?: string | null;
}

@ObjectType({ description: 'A column of a list that a report shows.' })
export class ReportListColumn {
  @Field(() => String, { description: 'Stable name: a property of the record, "place" or "kind.title".' })
  field!: string;

  @Field(() => String, { description: 'Heading in Vietnamese, as on the form.' })
  title!: string;
}

@ObjectType({
  description:
    'Records that a report shows, as columns and rows of text: days as 2021-09-30, figures as they are kept.',
})
export class ReportList {
  @Field(() => [ReportListColumn], {
    description: 'Its columns in order; the first is the unit where reports are put together.',
  })
  columns!: ListRows['columns'];

  @Field(() => [[String]], {
    nullable: 'items',
    description: 'Its rows by day, each with a cell for every column; null where the record says nothing.',
  })
  rows!: ListRows['rows'];

  @Field(() => [String], {
    description: 'Of rows put together: names of units whose signed report has no such list.',
  })
  without!: readonly string[];
}

/** What the root of a section carries: the list is read when it is asked for. */
export interface SectionRoot {
  readonly list: () => Promise<ListRows | null>;
}

@ObjectType({ description: 'A section of a report with what stands in it.' })
export class ReportSection {
  @Field(() => String, { description: 'Stable name within the form: "difficulties".' })
  key!: string;

  @Field(() => ReportSectionKind, { description: 'Which of the three that follow stands in it.' })
  kind!: ReportSectionKind;

  @Field(() => String, { description: 'Heading in Vietnamese, as it stands on the form.' })
  title!: string;

  @Field(() => [ReportSectionFigure], {
    nullable: true,
    description: 'Figures in the order of the form, those that are there; null of other sections.',
  })
  figures!: ReportSectionFigure[] | null;

  @Field(() => String, { nullable: true, description: 'What is said in words; null while nothing is.' })
  narrative!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a narrative in a draft: the most characters it may have.',
  })
  maximum!: number | null;
}

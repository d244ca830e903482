import { DateScalar, DecimalScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { BallotKind, CriterionKind, CriterionSource } from './sheet-enums.js';

const keyWords = 'UUID under which a repeated request has no second effect.';
const idWords = 'Global id of the score sheet.';
const versionWords = 'The version that was seen; another one since then answers CONFLICT.';
const tieWords =
  'How a tie is decided, rule by rule: LEAST_MINUS, MOST_BONUS, or the number of a criterion of the sheet; each once, at most 20.';
const ballotWords = 'How the units of a cluster vote for the best of them.';

@InputType('EmulationAwardsCriterionInput', {
  description:
    'A line of a score sheet that is being written: what is judged, and where its points come from.',
})
export class CriterionInput {
  @Field(() => String, { description: 'Number on the sheet: "1", "2.3"; each once.' })
  number!: string;

  @Field(() => String, { description: 'What is judged, in Vietnamese; 3 to 300 characters.' })
  titleVi!: string;

  @Field(() => String, { description: 'The same in English; 3 to 300 characters.' })
  titleEn!: string;

  @Field(() => CriterionKind, { description: 'Whether its points are earned, earned on top, or lost.' })
  kind!: CriterionKind;

  @Field(() => DecimalScalar, {
    description: 'The most points that it can give or cost: 0.01 to 9999.99.',
  })
  maximum!: string;

  @Field(() => CriterionSource, {
    description:
      'Whether people judge it or the platform computes it. INDICATOR wants `indicator`, `zeroAt` and `fullAt`, LATENESS wants `perLate` and `perMissing`, MANUAL none of them.',
  })
  source!: CriterionSource;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the indicator whose figure of the year counts; one that a plugin has.',
  })
  indicator?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure at which there are no points yet. Shares are written as part of 1.',
  })
  zeroAt?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The figure from which on all points are given: another than `zeroAt`, below it where less is better.',
  })
  fullAt?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What each report handed in late costs: 0 to 9999.99.',
  })
  perLate?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What each report never handed in costs: 0 to 9999.99.',
  })
  perMissing?: string | null;
}

/** What a sheet says above its lines. */
@InputType('EmulationAwardsSheetHeadingInput', { description: 'What a sheet says above its lines.' })
abstract class SheetHeadingInput {
  @Field(() => String, { description: 'Name of the sheet in Vietnamese; 3 to 300 characters.' })
  titleVi!: string;

  @Field(() => String, { description: 'The same in English; 3 to 300 characters.' })
  titleEn!: string;

  @Field(() => DateScalar, { description: 'The first day on which a year may be opened by it.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer may; after `validFrom`. Without an end when not given.',
  })
  validTo?: string | null;

  @Field(() => String, {
    description: 'The decision or rule it rests on, as cited; 3 to 500 characters.',
  })
  legalBasis!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What one must know before it is used in earnest; at most 1000 characters.',
  })
  note?: string | null;
}

@InputType('EmulationAwardsDraftSheetInput', {
  description: 'A score sheet that a district begins to write, new or as a copy of another.',
})
export class DraftSheetInput extends SheetHeadingInput {
  @Field(() => ID, { description: 'Global id of the district that will score by it.' })
  unit!: string;

  @Field(() => Int, {
    description:
      'Calendar year for which it is made: from the year before the business date to five after it.',
  })
  year!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of a sheet of which ballot, order of ties and lines are taken over, as far as they are not given here.',
  })
  copyOf?: string | null;

  @Field(() => BallotKind, { nullable: true, description: `${ballotWords} To be given unless copied.` })
  ballot?: BallotKind | null;

  @Field(() => [String], { nullable: true, description: `${tieWords} None when neither given nor copied.` })
  tieOrder?: string[] | null;

  @Field(() => [CriterionInput], {
    nullable: true,
    description: 'Its lines, at most 100; copied, or to be written later, when not given.',
  })
  criteria?: CriterionInput[] | null;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsChangeSheetInput', {
  description: 'A draft of a score sheet written anew, as a whole: what is left out is no longer on it.',
})
export class ChangeSheetInput extends SheetHeadingInput {
  @Field(() => ID, { description: idWords })
  sheet!: string;

  @Field(() => Int, { description: versionWords })
  expectedVersion!: number;

  @Field(() => BallotKind, { description: ballotWords })
  ballot!: BallotKind;

  @Field(() => [String], { description: tieWords })
  tieOrder!: string[];

  @Field(() => [CriterionInput], { description: 'All of its lines, at most 100.' })
  criteria!: CriterionInput[];

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsIssueSheetInput', { description: 'The draft that is put in force.' })
export class IssueSheetInput {
  @Field(() => ID, { description: idWords })
  sheet!: string;

  @Field(() => Int, { description: versionWords })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsWithdrawSheetInput', {
  description: 'A score sheet that is given up, and why.',
})
export class WithdrawSheetInput extends IssueSheetInput {
  @Field(() => String, { description: 'Why; 3 to 500 characters, shown with the step.' })
  reason!: string;
}

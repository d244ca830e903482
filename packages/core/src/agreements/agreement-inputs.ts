import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  AgreementDutyKind,
  AgreementDutyOwner,
  AgreementPartyRole,
  AgreementRecurrence,
  AgreementSuccession,
} from './agreement-enums.js';

@InputType({ description: 'An organization that is to sign.' })
export class AgreementPartyInput {
  @Field(() => ID, { description: 'Which organization; each is named once.' })
  organization!: string;

  @Field(() => AgreementPartyRole, {
    defaultValue: AgreementPartyRole.PARTY,
    description: 'As what; one of all is to lead.',
  })
  role!: AgreementPartyRole;
}

@InputType({ description: 'A duty that the agreement is to have.' })
export class AgreementDutyInput {
  @Field(() => AgreementDutyKind, {
    defaultValue: AgreementDutyKind.ACTION,
    description: 'Whether it is a review, and which.',
  })
  kind!: AgreementDutyKind;

  @Field(() => AgreementDutyOwner, { description: 'Who is to owe it.' })
  owedBy!: AgreementDutyOwner;

  @Field(() => ID, { nullable: true, description: 'For PARTY: which of the parties.' })
  organization?: string | null;

  @Field(() => String, { description: 'What is to be done, in Vietnamese.' })
  action!: string;

  @Field(() => AgreementRecurrence, { description: 'How often it comes back.' })
  recurrence!: AgreementRecurrence;

  @Field(() => DateScalar, { nullable: true, description: 'For ONCE: the day it is for, inside the term.' })
  onceOn?: string | null;

  @Field(() => Int, {
    defaultValue: 0,
    description: 'How many days after the period or the day it is due, 0 to 366.',
  })
  dueAfter!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether these are working days.' })
  inWorkingDays!: boolean;

  @Field(() => Int, {
    defaultValue: 5,
    description: 'How many days before the deadline one is reminded, 0 to 366.',
  })
  noticeDays!: number;
}

@InputType({ description: 'An agreement that is to be negotiated, as far as it is known.' })
export class DraftAgreementInput {
  @Field(() => ID, { description: 'The unit whose Front keeps it.' })
  unit!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The line in which its parties will take part; cannot be changed later.',
  })
  program?: string | null;

  @Field(() => String, { description: 'What it is about, in Vietnamese.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Its number, where it has one already.' })
  number?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it is cited, where it has no number: "Quy chế phối hợp ngày 01/3/2021 giữa …".',
  })
  citedAs?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was or is to be signed.' })
  signedOn?: string | null;

  @Field(() => DateScalar, { description: 'The first day of its term.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day after its term; left out where it has no end.',
  })
  validTo?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its text among the documents.' })
  document?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document it rests on.' })
  basisDocument?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The signed agreement that it renews, replaces or amends; `succession` says which.',
  })
  predecessor?: string | null;

  @Field(() => AgreementSuccession, {
    nullable: true,
    description: 'What it does to the earlier agreement; given with it.',
  })
  succession?: AgreementSuccession | null;

  @Field(() => [AgreementPartyInput], { defaultValue: [], description: 'Who is to sign; 50 at most.' })
  parties!: AgreementPartyInput[];

  @Field(() => [AgreementDutyInput], {
    defaultValue: [],
    description: 'What is to be done, in order; 100 at most.',
  })
  duties!: AgreementDutyInput[];

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({
  description:
    'What changes in a draft. What is not given stays; a list that is given takes the place of the old one.',
})
export class ChangeAgreementDraftInput {
  @Field(() => ID, { description: 'Which draft.' })
  agreement!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What it is about, in Vietnamese.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The number it is to have; null takes it away.' })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'How it is to be cited; null takes that away.' })
  citedAs?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was or is to be signed.' })
  signedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day of its term.' })
  validFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day after its term.' })
  validTo?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its text among the documents.' })
  document?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document it rests on.' })
  basisDocument?: string | null;

  @Field(() => [AgreementPartyInput], { nullable: true, description: 'Who is to sign, all of them.' })
  parties?: AgreementPartyInput[] | null;

  @Field(() => [AgreementDutyInput], { nullable: true, description: 'What is to be done, all of it.' })
  duties?: AgreementDutyInput[] | null;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

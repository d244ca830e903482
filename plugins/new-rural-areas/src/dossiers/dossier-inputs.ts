import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Level } from '../criteria/level.js';

const key = 'UUID under which a repeated request has no second effect.';
const seen = 'The version that was seen; another one since then answers CONFLICT.';
const theDossier = 'Global id of the dossier.';

@InputType('NewRuralAreasRegisterDossierInput', { description: 'A level that a commune sets out for.' })
export class RegisterDossierInput {
  @Field(() => ID, { description: 'Global id of the commune; never a town or a ward.' })
  unit!: string;

  @Field(() => Level, { description: 'The level that it aims at.' })
  level!: Level;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasAttachAssessmentInput', {
  description: 'The self-assessment that a dossier rests on.',
})
export class AttachAssessmentInput {
  @Field(() => ID, { description: theDossier })
  dossier!: string;

  @Field(() => ID, {
    description:
      'Global id of a signed self-assessment of the same commune and criteria, of the year of registration or later.',
  })
  assessment!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasAttachPollInput', { description: 'The satisfaction poll that a dossier rests on.' })
export class AttachPollInput {
  @Field(() => ID, { description: theDossier })
  dossier!: string;

  @Field(() => ID, {
    description:
      'Global id of a closed poll of the same commune and level that passed, opened after the registration.',
  })
  poll!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasSubmitDossierInput', { description: 'A dossier that the commune hands in.' })
export class SubmitDossierInput {
  @Field(() => ID, { description: theDossier })
  dossier!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasReturnDossierInput', { description: 'A dossier that is given back to the commune.' })
export class ReturnDossierInput {
  @Field(() => ID, { description: theDossier })
  dossier!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, {
    description: 'What is to be mended; 3 to 500 characters, shown with the dossier.',
  })
  reason!: string;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasAppraiseDossierInput', { description: 'What the appraisal of a dossier came to.' })
export class AppraiseDossierInput {
  @Field(() => ID, { description: theDossier })
  dossier!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { description: 'The opinion of the appraisal; 3 to 2000 characters.' })
  opinion!: string;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasCancelDossierInput', { description: 'A registration that the commune gives up.' })
export class CancelDossierInput {
  @Field(() => ID, { description: theDossier })
  dossier!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it is given up; 3 to 500 characters, shown with the dossier.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasDecideRecognitionInput', {
  description: 'The decision by which a commune is recognized.',
})
export class DecideRecognitionInput {
  @Field(() => ID, { description: theDossier })
  dossier!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { description: 'Number of the decision as written on it; 1 to 100 characters.' })
  decisionNumber!: string;

  @Field(() => DateScalar, {
    description: 'The day it was signed: not before the dossier was handed in, not after the business date.',
  })
  decidedOn!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the decision among the documents, where it has been entered.',
  })
  document?: string | null;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasEnterEarlierRecognitionInput', {
  description: 'A decision of an earlier year, whose dossier was never kept here.',
})
export class EnterEarlierRecognitionInput {
  @Field(() => ID, { description: 'Global id of the commune, a commune on the day of the decision.' })
  unit!: string;

  @Field(() => Level, { description: 'The level that it was recognized for.' })
  level!: Level;

  @Field(() => String, { description: 'Number of the decision as written on it; 1 to 100 characters.' })
  decisionNumber!: string;

  @Field(() => DateScalar, {
    description: 'The day it was signed, before the year of the business date: later ones have a dossier.',
  })
  decidedOn!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the decision among the documents, where it has been entered.',
  })
  document?: string | null;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasPublishRecognitionInput', { description: 'A decision that has been published.' })
export class PublishRecognitionInput {
  @Field(() => ID, { description: theDossier })
  dossier!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day it was published, from the decision to the business date, which is taken when none is given.',
  })
  publishedOn?: string | null;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasRecheckRecognitionInput', {
  description: 'What was found when a recognized commune was looked at again.',
})
export class RecheckRecognitionInput {
  @Field(() => ID, { description: theDossier })
  dossier!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => Boolean, { description: 'Whether the criteria are still met.' })
  stillMet!: boolean;

  @Field(() => String, { description: 'What was found; 3 to 2000 characters.' })
  findings!: string;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasWithdrawRecognitionInput', {
  description: 'The decision by which a recognition is withdrawn.',
})
export class WithdrawRecognitionInput {
  @Field(() => ID, { description: theDossier })
  dossier!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { description: 'Number of the decision to withdraw; 1 to 100 characters.' })
  decisionNumber!: string;

  @Field(() => DateScalar, {
    description: 'The day from which the title is no longer held, from the recognition to the business date.',
  })
  withdrawnOn!: string;

  @Field(() => String, { description: 'Why it is withdrawn; 3 to 500 characters, shown with the title.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

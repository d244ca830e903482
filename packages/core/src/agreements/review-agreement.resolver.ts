import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireCount, requirePastDay } from '../checks/amounts-and-days.js';
import { Document } from '../documents/document.js';
import { found, requiredText } from '../programs/input.js';
import { AgreementObligation } from './agreement-obligation.js';
import { ConcludeAgreementInput, ReviewAgreementInput } from './agreement-step-inputs.js';
import { agreementAt, takeStep } from './agreement-step.js';
import { Agreement } from './agreement.js';

@Resolver()
export class ReviewAgreementResolver {
  @Mutation(() => Agreement, {
    nullable: true,
    description:
      'Enters a review on the way (sơ kết), with the obligations to hold it that it fulfills. The agreement goes on.',
  })
  async reviewAgreement(
    @Arg('input', () => ReviewAgreementInput, { description: 'When it was held, and what it came to.' })
    input: ReviewAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = await agreementAt(context, input, 'reviewAgreement');
    requireCount(input.obligations.length, 'input.obligations', { minimum: 0, maximum: 50 });
    const review = await reviewOf(context, input);
    const wanted: number[] = [];
    for (const [index, id] of input.obligations.entries())
      wanted.push((await found(context, AgreementObligation, id, `input.obligations[${index}]`)).id);
    await takeStep(context, step, {}, { heldOn: input.heldOn });
    await addReview(context, step.agreement.id, 'INTERIM', review);
    const met = await meet(context, step.agreement.id, 'INTERIM_REVIEW', review, wanted);
    const unmet = wanted.findIndex((id) => !met.includes(id));
    if (unmet >= 0)
      throw new ProblemError('AGREEMENT_REVIEW_NOT_OWED', {
        field: `input.obligations[${unmet}]`,
        given: input.obligations[unmet],
      });
    return step.agreement.id;
  }

  @Mutation(() => Agreement, {
    nullable: true,
    description:
      'Enters the final review (tổng kết); all open obligations to hold it are fulfilled. The agreement then is to be renewed or ended.',
  })
  async concludeAgreement(
    @Arg('input', () => ConcludeAgreementInput, { description: 'When it was held, and what it came to.' })
    input: ConcludeAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = await agreementAt(context, input, 'concludeAgreement');
    const review = await reviewOf(context, input);
    await takeStep(context, step, {}, { heldOn: input.heldOn });
    await addReview(context, step.agreement.id, 'FINAL', review);
    await meet(context, step.agreement.id, 'FINAL_REVIEW', review, null);
    return step.agreement.id;
  }
}

interface Review {
  readonly heldOn: string;
  readonly conclusion: string;
  readonly document: number | null;
}

async function reviewOf(
  context: RequestContext,
  input: { heldOn: string; conclusion: string; document?: string | null },
): Promise<Review> {
  return {
    heldOn: requirePastDay(context, input.heldOn, 'input.heldOn'),
    conclusion: requiredText(input.conclusion, 'input.conclusion'),
    document: input.document ? (await found(context, Document, input.document, 'input.document')).id : null,
  };
}

async function addReview(
  { session, caller }: RequestContext,
  agreement: number,
  kind: 'INTERIM' | 'FINAL',
  { heldOn, conclusion, document }: Review,
): Promise<void> {
  await session.query(
    `insert into core.agreement_review (agreement_id, kind, held_on, conclusion, document_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [agreement, kind, heldOn, conclusion, document, caller.userId],
  );
}

/** Says of open obligations to review that they were met by it. @param only These; null for all. @returns their ids */
async function meet(
  { session, caller }: RequestContext,
  agreement: number,
  kind: string,
  { heldOn, conclusion, document }: Review,
  only: readonly number[] | null,
): Promise<number[]> {
  const met = await session.query<{ id: number }>(
    `update core.agreement_obligation owed
        set done_on = $3, done_note = $4, evidence_id = $5, done_by = $6, version = owed.version + 1
       from core.agreement_duty duty
      where owed.agreement_id = $1 and duty.id = owed.duty_id and duty.kind = $2
        and owed.done_on is null and owed.waived_at is null and owed.lapsed_on is null
        and ($7::bigint[] is null or owed.id = any ($7::bigint[]))
     returning owed.id`,
    [agreement, kind, heldOn, conclusion, document, caller.userId, only],
  );
  return met.map(({ id }) => id);
}

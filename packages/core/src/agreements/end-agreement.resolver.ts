import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { refuse } from '../checks/refuse.js';
import { requireReason } from '../periods/require-reason.js';
import { found } from '../programs/input.js';
import { goOutOfForce } from './agreement-consequences.js';
import { EndAgreementInput, RenewAgreementInput } from './agreement-step-inputs.js';
import { agreementAt, takeStep } from './agreement-step.js';
import { Agreement } from './agreement.js';

@Resolver()
export class EndAgreementResolver {
  @Mutation(() => Agreement, {
    nullable: true,
    description:
      'Ends an agreement, early or after its final review. What was not due by then is no longer owed, and its parties no longer take part because of it.',
  })
  async endAgreement(
    @Arg('input', () => EndAgreementInput, { description: 'Which agreement, from when on, and why.' })
    input: EndAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = await agreementAt(context, input, 'endAgreement');
    const { agreement } = step;
    const reason = requireReason(input.reason);
    const latest = earlier(context.clock.businessDate, agreement['validTo'] as string | null);
    const endedOn = input.endedOn ?? latest;
    const first = agreement['validFrom'] as string;
    if (endedOn <= first || endedOn > latest) refuse('input.endedOn', endedOn, `> ${first}, ≤ ${latest}`);
    await takeStep(context, step, { ended_on: endedOn, end_reason: reason }, { endedOn, reason });
    await goOutOfForce(context, agreement.id, endedOn);
    return agreement.id;
  }

  @Mutation(() => Agreement, {
    nullable: true,
    description:
      'Says that a concluded agreement is carried on by a later, signed one. It holds until that one’s term begins.',
  })
  async renewAgreement(
    @Arg('input', () => RenewAgreementInput, { description: 'Which agreement, and which one carries it on.' })
    input: RenewAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = await agreementAt(context, input, 'renewAgreement');
    const { agreement } = step;
    const later = await found(context, Agreement, input.renewedBy, 'input.renewedBy');
    requireRenewal(agreement, later, input.renewedBy);
    const endedOn = earlier(later['validFrom'] as string, agreement['validTo'] as string | null);
    await takeStep(context, step, { ended_on: endedOn }, { endedOn, renewedBy: later.id });
    await goOutOfForce(context, agreement.id, endedOn);
    return agreement.id;
  }
}

/** It says so itself, was signed, and begins later. @throws ProblemError AGREEMENT_NOT_RENEWED_BY */
function requireRenewal(agreement: Row, later: Row, given: string): void {
  const says = later['predecessor'] === agreement.id && later['succession'] === 'RENEWS';
  const begins = (later['validFrom'] as string) > (agreement['validFrom'] as string);
  if (says && begins && (later['state'] === 'SIGNED' || later['state'] === 'CONCLUDED')) return;
  throw new ProblemError('AGREEMENT_NOT_RENEWED_BY', { field: 'input.renewedBy', given });
}

const earlier = (day: string, other: string | null): string => (other !== null && other < day ? other : day);

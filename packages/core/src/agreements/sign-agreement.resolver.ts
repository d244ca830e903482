import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requirePastDay } from '../checks/amounts-and-days.js';
import { optionalText } from '../programs/input.js';
import { comeIntoForce } from './agreement-consequences.js';
import { requireFittingDuties } from './agreement-content.js';
import { SignAgreementInput } from './agreement-step-inputs.js';
import { agreementAt, takeStep } from './agreement-step.js';
import { Agreement } from './agreement.js';

@Resolver()
export class SignAgreementResolver {
  @Mutation(() => Agreement, {
    nullable: true,
    description:
      'Enters that the parties have signed. From now on nothing of it changes, its duties are owed, and its parties take part in its program over its term.',
  })
  async signAgreement(
    @Arg('input', () => SignAgreementInput, { description: 'Which draft, and what came with the signing.' })
    input: SignAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = await agreementAt(context, input, 'signAgreement');
    const { agreement } = step;
    const signed = {
      signed_on: input.signedOn ?? (agreement['signedOn'] as string | null),
      number:
        optionalText(input.number, 'input.number', { maximum: 100 }) ??
        (agreement['number'] as string | null),
      cited_as: optionalText(input.citedAs, 'input.citedAs') ?? (agreement['citedAs'] as string | null),
    };
    await requireWhole(context, agreement, signed);
    requirePastDay(context, signed.signed_on!, 'input.signedOn');
    await requireFittingDuties(context, agreement.id);
    await requireFirstRenewal(context, agreement);
    await takeStep(
      context,
      step,
      { ...signed, recorded_on: context.clock.businessDate },
      { number: signed.number, signedOn: signed.signed_on, parties: agreement['partyIds'] },
    );
    await comeIntoForce(context, agreement.id);
    return agreement.id;
  }
}

/** What everybody who reads it later wants to know. @throws ProblemError AGREEMENT_INCOMPLETE with what is missing. */
async function requireWhole(
  { session }: RequestContext,
  agreement: Row,
  signed: { signed_on: string | null; number: string | null; cited_as: string | null },
): Promise<void> {
  const [parties] = await session.query<{ all: number; leading: number }>(
    `select count(*)::int as all, count(*) filter (where role = 'LEAD')::int as leading
       from core.agreement_party where agreement_id = $1 and not dropped`,
    [agreement.id],
  );
  const missing = [
    ...(parties!.all < 2 ? ['parties'] : []),
    ...(parties!.leading < 1 ? ['parties.role: LEAD'] : []),
    ...(signed.number === null && signed.cited_as === null ? ['number | citedAs'] : []),
    ...(signed.signed_on === null ? ['signedOn'] : []),
  ];
  if (missing.length > 0)
    throw new ProblemError('AGREEMENT_INCOMPLETE', { field: 'input.agreement', missing: missing.join(', ') });
}

/** An agreement is renewed by one. */
async function requireFirstRenewal({ session }: RequestContext, agreement: Row): Promise<void> {
  if (agreement['succession'] !== 'RENEWS') return;
  const others = await session.query(
    `select from core.agreement where predecessor_id = $1 and succession = 'RENEWS' and id <> $2
      and state not in ('DRAFT', 'CANCELLED')`,
    [agreement['predecessor'], agreement.id],
  );
  if (others.length > 0) throw new ProblemError('AGREEMENT_RENEWED_ALREADY', { field: 'input.agreement' });
}

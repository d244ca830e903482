import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requirePastDay } from '../checks/amounts-and-days.js';
import { Document } from '../documents/document.js';
import { requireReason } from '../periods/require-reason.js';
import { found, requiredText } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import { AgreementObligation } from './agreement-obligation.js';
import { FulfillAgreementObligationInput, WaiveAgreementObligationInput } from './agreement-step-inputs.js';
import { Agreement } from './agreement.js';
import { requireManager } from './keeper.js';

@Resolver()
export class AgreementObligationResolver {
  @Mutation(() => AgreementObligation, {
    nullable: true,
    description:
      'Says that an obligation was met: by whoever acts for the organization that owes it, or manages the agreement.',
  })
  async fulfillAgreementObligation(
    @Arg('input', () => FulfillAgreementObligationInput, {
      description: 'Which obligation, what was done, when, and the proof of it.',
    })
    input: FulfillAgreementObligationInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { obligation, own } = await openObligation(context, input.obligation);
    if (!own || !context.caller.permissions.has('core:agreement.fulfill'))
      await requireManagerOf(context, obligation);
    const doneOn = requirePastDay(context, input.doneOn, 'input.doneOn');
    const evidence = input.evidence
      ? (await found(context, Document, input.evidence, 'input.evidence')).id
      : null;
    await changeVersion(context, {
      table: 'core.agreement_obligation',
      id: obligation.id,
      expected: input.expectedVersion,
      set: {
        done_on: doneOn,
        done_note: requiredText(input.note, 'input.note', { maximum: 1000 }),
        evidence_id: evidence,
        done_by: context.caller.userId,
      },
    });
    await context.audit(
      'core:agreement.fulfill',
      { type: 'AgreementObligation', id: obligation.id },
      { organization: obligation['organization'], doneOn },
    );
    return obligation.id;
  }

  @Mutation(() => AgreementObligation, {
    nullable: true,
    description:
      'Excuses an organization from what was not done. Nobody excuses the organization that they act for.',
  })
  async waiveAgreementObligation(
    @Arg('input', () => WaiveAgreementObligationInput, { description: 'Which obligation, and why.' })
    input: WaiveAgreementObligationInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason);
    const { obligation, own } = await openObligation(context, input.obligation);
    await requireManagerOf(context, obligation);
    if (own) throw new ProblemError('AGREEMENT_OBLIGATION_OWN', { field: 'input.obligation' });
    await changeVersion(context, {
      table: 'core.agreement_obligation',
      id: obligation.id,
      expected: input.expectedVersion,
      set: { waived_at: context.clock.now(), waived_by: context.caller.userId, waive_reason: reason },
    });
    await context.audit(
      'core:agreement.waive',
      { type: 'AgreementObligation', id: obligation.id },
      { organization: obligation['organization'], dueOn: obligation['dueOn'], reason },
    );
    return obligation.id;
  }
}

/** @throws ProblemError NOT_FOUND; AGREEMENT_OBLIGATION_SETTLED where there is nothing left to do. */
async function openObligation(
  context: RequestContext,
  globalId: string,
): Promise<{ obligation: Row; own: boolean }> {
  const obligation = await found(context, AgreementObligation, globalId, 'input.obligation');
  const settled = (
    [
      ['doneOn', 'DONE'],
      ['waivedAt', 'WAIVED'],
      ['lapsedOn', 'LAPSED'],
    ] as const
  ).find(([property]) => obligation[property] !== null);
  if (settled)
    throw new ProblemError('AGREEMENT_OBLIGATION_SETTLED', { field: 'input.obligation', given: settled[1] });
  return { obligation, own: await actsFor(context, obligation['organization'] as number) };
}

/** Whether the person who asks acts for an organization, with this account or with another. */
async function actsFor({ session, clock }: RequestContext, organization: number): Promise<boolean> {
  const [answer] = await session.query<{ own: boolean }>(
    `select $1::bigint = any (core.own_organizations()) or exists (
       select from core.assignment its join core.user_account account on account.id = its.user_id
        where account.person_id = core.caller_person() and its.organization_id = $1 and its.revoked_at is null
          and its.valid_from <= $2::date and (its.valid_to is null or its.valid_to > $2::date)) as own`,
    [organization, clock.businessDate],
  );
  return answer!.own;
}

async function requireManagerOf(context: RequestContext, obligation: Row): Promise<void> {
  const agreement = await context.read.byId(Agreement, obligation['agreement'] as number);
  await requireManager(context, {
    unitId: agreement!['unit'] as number,
    program: agreement!['programCode'] as string | null,
    field: 'input.obligation',
  });
}

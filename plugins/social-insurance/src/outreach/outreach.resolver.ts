import {
  AdministrativeUnit,
  localKinds,
  requireCount,
  requiredText,
  requireKindOfUnit,
  requirePastDay,
  requireReason,
  requireScope,
  requireVersion,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CorrectOutreachInput, RecordOutreachInput, WithdrawOutreachInput } from './outreach-inputs.js';
import { OutreachSession } from './outreach-session.js';

const type = 'SocialInsuranceOutreachSession';

@Resolver()
export class OutreachResolver {
  @Mutation(() => OutreachSession, {
    nullable: true,
    description: 'Records an outreach session that has been held.',
  })
  async socialInsuranceRecordOutreach(
    @Arg('input', () => RecordOutreachInput, { description: 'Where, when and with how many.' })
    input: RecordOutreachInput,
    @Ctx() context: RequestContext,
  ): Promise<OutreachSession> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'social-insurance:record', {
      unitId: unit,
      program: 'PRG-27',
      field: 'input.unit',
    });
    const facts = checked(context, input);
    await requireKindOfUnit(context, {
      unitId: unit,
      on: facts.heldOn,
      kinds: localKinds,
      field: 'input.unit',
    });
    const session = context.session.em.create(OutreachSession, {
      unit,
      ...facts,
      withdrawn: false,
      withdrawalReason: null,
      demo: false,
      version: 1,
    });
    await context.session.em.flush();
    await context.audit('social-insurance:record-outreach', { type, id: session.id });
    return session;
  }

  @Mutation(() => OutreachSession, {
    nullable: true,
    description: 'Corrects what was recorded of a session; the old figures stay in the audit trail.',
  })
  async socialInsuranceCorrectOutreach(
    @Arg('input', () => CorrectOutreachInput, {
      description: 'The session, the version seen, what is right, and why.',
    })
    input: CorrectOutreachInput,
    @Ctx() context: RequestContext,
  ): Promise<OutreachSession> {
    const session = await standingSession(context, input);
    const reason = requireReason(input.reason);
    const before = factsOf(session);
    const after = checked(context, {
      heldOn: input.heldOn ?? before.heldOn,
      topic: input.topic ?? before.topic,
      attendance: input.attendance ?? before.attendance,
      registered: input.registered ?? before.registered,
    });
    Object.assign(session, after);
    await context.session.em.flush();
    await context.audit(
      'social-insurance:correct-outreach',
      { type, id: session.id },
      { before, after, reason },
    );
    return session;
  }

  @Mutation(() => OutreachSession, {
    nullable: true,
    description:
      'Withdraws a session that should not have been recorded. It stays in the list, marked, and counts nowhere.',
  })
  async socialInsuranceWithdrawOutreach(
    @Arg('input', () => WithdrawOutreachInput, { description: 'The session, the version seen, and why.' })
    input: WithdrawOutreachInput,
    @Ctx() context: RequestContext,
  ): Promise<OutreachSession> {
    const session = await standingSession(context, input);
    const reason = requireReason(input.reason);
    session.withdrawn = true;
    session.withdrawalReason = reason;
    await context.session.em.flush();
    await context.audit('social-insurance:withdraw-outreach', { type, id: session.id }, { reason });
    return session;
  }
}

type SessionFacts = Pick<OutreachSession, 'heldOn' | 'topic' | 'attendance' | 'registered'>;

const factsOf = ({ heldOn, topic, attendance, registered }: OutreachSession): SessionFacts => ({
  heldOn,
  topic,
  attendance,
  registered,
});

/** What is said of a session, put in order. @throws ProblemError BAD_USER_INPUT naming the field. */
function checked(context: RequestContext, given: SessionFacts): SessionFacts {
  const attendance = requireCount(given.attendance, 'input.attendance', { minimum: 0, maximum: 100_000 });
  return {
    heldOn: requirePastDay(context, given.heldOn, 'input.heldOn'),
    topic: requiredText(given.topic, 'input.topic', { minimum: 3, maximum: 500 }),
    attendance,
    registered: requireCount(given.registered, 'input.registered', { minimum: 0, maximum: attendance }),
  };
}

/** The session to change, if the caller may change it, has seen its last version, and it has not been withdrawn. */
async function standingSession(
  context: RequestContext,
  input: { session: string; expectedVersion: number },
): Promise<OutreachSession> {
  const id = context.read.localId(OutreachSession, input.session, 'input.session');
  const session = await context.session.em.findOne(OutreachSession, { id });
  if (!session) throw new ProblemError('NOT_FOUND', { field: 'input.session' });
  const scope = { unitId: session.unit.id, program: 'PRG-27', field: 'input.session' };
  await requireScope(context, 'social-insurance:record', scope);
  requireVersion(session, input.expectedVersion);
  if (session.withdrawn)
    throw new ProblemError('SOCIAL_INSURANCE_OUTREACH_WITHDRAWN', {
      field: 'input.session',
      reason: session.withdrawalReason,
    });
  return session;
}

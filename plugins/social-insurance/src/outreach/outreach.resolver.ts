import { requireScope, AdministrativeUnit } from '@phoihop/core';
import { DateScalar, ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { OutreachSession } from './outreach-session.js';

@InputType('SocialInsuranceRecordOutreachInput', { description: 'A meeting or round of house calls that has been held.' })
export class RecordOutreachInput {
  @Field(() => ID, { description: 'Global id of the commune or residential area where it was held.' })
  unit!: string;

  @Field(() => DateScalar, { description: 'The day it was held; not after the business date.' })
  heldOn!: string;

  @Field(() => String, { description: 'What was spoken about; 3 to 500 characters.' })
  topic!: string;

  @Field(() => Int, { description: 'People who came or were called on; 0 or more.' })
  attendance!: number;

  @Field(() => Int, { description: 'People who registered there and then; at most the attendance.' })
  registered!: number;

  @Field(() => String, { nullable: true, description: 'UUID under which a repeated request has no second effect.' })
  idempotencyKey?: string;
}

@Resolver()
export class OutreachResolver {
  @Mutation(() => OutreachSession, { nullable: true, description: 'Records an outreach session that has been held.' })
  async socialInsuranceRecordOutreach(
    @Arg('input', () => RecordOutreachInput, { description: 'Where, when and with how many.' }) input: RecordOutreachInput,
    @Ctx() context: RequestContext,
  ): Promise<OutreachSession> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'social-insurance:record', { unitId: unit, program: 'PRG-27' });
    check(context, input);
    const { heldOn, topic, attendance, registered } = input;
    const session = context.session.em.create(OutreachSession, { unit, heldOn, topic: topic.trim(), attendance, registered, demo: false, version: 1 });
    await context.session.em.flush();
    await context.audit('social-insurance:record-outreach', { type: 'SocialInsuranceOutreachSession', id: session.id });
    return session;
  }
}

function check(context: RequestContext, { heldOn, topic, attendance, registered }: RecordOutreachInput): void {
  const refuse = (field: string, given: unknown, allowed: string): never => {
    throw new ProblemError('BAD_USER_INPUT', { field: `input.${field}`, given, allowed });
  };
  if (heldOn > context.clock.businessDate) refuse('heldOn', heldOn, `≤ ${context.clock.businessDate}`);
  const { length } = topic.trim();
  if (length < 3 || length > 500) refuse('topic', topic.slice(0, 40), '3–500');
  if (attendance < 0) refuse('attendance', attendance, '≥ 0');
  if (registered < 0 || registered > attendance) refuse('registered', registered, `0–${attendance}`);
}

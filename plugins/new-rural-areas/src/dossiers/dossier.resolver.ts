import {
  AdministrativeUnit,
  found,
  refuse,
  requireAnotherPerson,
  requiredText,
  requireKindOfUnit,
  requireReason,
  requireScope,
  UnitKind,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { program } from '../access.js';
import { Assessment } from '../assessments/assessment.js';
import type { Level } from '../criteria/level.js';
import { setInForce } from '../criteria/set-in-force.js';
import { requireTwoSides } from '../polls/independence.js';
import { Poll } from '../polls/poll.js';
import {
  AppraiseDossierInput,
  AttachAssessmentInput,
  AttachPollInput,
  CancelDossierInput,
  RegisterDossierInput,
  ReturnDossierInput,
  SubmitDossierInput,
} from './dossier-inputs.js';
import { DossierState } from './dossier-state.js';
import { Dossier } from './dossier.js';
import {
  requireCriteriaMet,
  requireNotRecognized,
  requirePrerequisite,
  requireSetInForce,
} from './guards.js';
import { dossierAt, takeStep, writeStep } from './take-step.js';

/** The way of a dossier as far as the appraisal; what follows is in `recognitions/`. */
@Resolver()
export class DossierResolver {
  @Mutation(() => Dossier, {
    nullable: true,
    description:
      'Registers a commune for a level; the criteria in force on the day are those it will be judged by.',
  })
  async newRuralAreasRegisterDossier(
    @Arg('input', () => RegisterDossierInput, { description: 'The commune and the level.' })
    input: RegisterDossierInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { level } = input;
    const field = 'input.unit';
    const on = context.clock.businessDate;
    const unitId = context.read.localId(AdministrativeUnit, input.unit, field);
    await requireScope(context, 'new-rural-areas:submit', { unitId, program, field });
    await requireKindOfUnit(context, { unitId, on, kinds: [UnitKind.COMMUNE], field });
    await requireNotRecognized(context, { unitId, level, field });
    const set = await setInForce(context, { unitId, level, on, field: 'input.level' });
    await requirePrerequisite(context, set.prerequisite, { unitId, level, on, field: 'input.level' });
    const [dossier] = await context.session.query<{ id: number }>(
      `insert into new_rural_areas.dossier (unit_id, level, set_id, registered_on) values ($1, $2, $3, $4)
       on conflict (unit_id, level) where state in ('REGISTERED', 'ASSESSED', 'POLLED', 'SUBMITTED', 'RETURNED', 'APPRAISED')
       do nothing returning id`,
      [unitId, level, set.id, on],
    );
    if (!dossier) throw new ProblemError('ALREADY_EXISTS', { field, given: level });
    await writeStep(context, {
      dossierId: dossier.id,
      unitId,
      step: 'newRuralAreasRegisterDossier',
      from: null,
      to: DossierState.REGISTERED,
      reason: null,
    });
    return dossier.id;
  }

  @Mutation(() => Dossier, {
    nullable: true,
    description: 'Attaches the signed self-assessment that a dossier rests on, for the first time or again.',
  })
  async newRuralAreasAttachAssessment(
    @Arg('input', () => AttachAssessmentInput, { description: 'The dossier and the self-assessment.' })
    input: AttachAssessmentInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const field = 'input.assessment';
    const asked = await dossierAt(context, input, 'newRuralAreasAttachAssessment', () =>
      found(context, Assessment, input.assessment, field),
    );
    const { dossier, named: assessment } = asked;
    if (assessment['unit'] !== dossier['unit'] || assessment['set'] !== dossier['set'])
      throw new ProblemError('NEW_RURAL_ASSESSMENT_OF_ANOTHER', { field });
    if (assessment['state'] !== 'SUBMITTED')
      throw new ProblemError('NEW_RURAL_ASSESSMENT_STATE', {
        field,
        given: assessment['state'],
        allowed: 'SUBMITTED',
      });
    const year = (dossier['registeredOn'] as string).slice(0, 4);
    if ((assessment['year'] as number) < Number(year)) refuse(field, assessment['year'], `≥ ${year}`);
    return takeStep(context, asked, { set: { assessment_id: assessment.id, reason: null } });
  }

  @Mutation(() => Dossier, {
    nullable: true,
    description: 'Attaches the satisfaction poll that a dossier rests on: one that was closed and passed.',
  })
  async newRuralAreasAttachPoll(
    @Arg('input', () => AttachPollInput, { description: 'The dossier and the poll.' })
    input: AttachPollInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const field = 'input.poll';
    const asked = await dossierAt(context, input, 'newRuralAreasAttachPoll', () =>
      found(context, Poll, input.poll, field),
    );
    const { dossier, named: poll } = asked;
    if (poll['unit'] !== dossier['unit'] || poll['level'] !== dossier['level'])
      throw new ProblemError('NEW_RURAL_POLL_OF_ANOTHER', { field });
    if (poll['state'] !== 'CLOSED')
      throw new ProblemError('NEW_RURAL_POLL_NOT_CLOSED', { field, given: poll['state'] });
    if (poll['passed'] !== true) throw new ProblemError('NEW_RURAL_POLL_NOT_PASSED', { field });
    // People are asked about what is to be recognized, not about what was once.
    const since = dossier['registeredOn'] as string;
    if ((poll['openedOn'] as string) < since) refuse(field, poll['openedOn'], `≥ ${since}`);
    const sides = { unitId: asked.unitId, assessmentId: dossier['assessment'] as number, pollId: poll.id };
    await requireTwoSides(context, sides, field);
    return takeStep(context, asked, { set: { poll_id: poll.id } });
  }

  @Mutation(() => Dossier, {
    nullable: true,
    description:
      'Hands a dossier in: all criteria met by the set in force, the poll passed, the level before held on the day.',
  })
  async newRuralAreasSubmitDossier(
    @Arg('input', () => SubmitDossierInput, { description: 'The dossier in the version seen.' })
    input: SubmitDossierInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await dossierAt(context, input, 'newRuralAreasSubmitDossier');
    const { dossier, unitId } = asked;
    const on = context.clock.businessDate;
    const field = 'input.dossier';
    const level = dossier['level'] as Level;
    await requireKindOfUnit(context, { unitId, on, kinds: [UnitKind.COMMUNE], field });
    const prerequisite = await requireSetInForce(context, dossier, on);
    await requirePrerequisite(context, prerequisite, { unitId, level, on, field });
    const assessmentId = dossier['assessment'] as number;
    await requireCriteriaMet(context, assessmentId);
    // Results may have been corrected since the poll was attached.
    await requireTwoSides(context, { unitId, assessmentId, pollId: dossier['poll'] as number }, field);
    const set = {
      submitted_on: on,
      submitted_by: context.caller.userId,
      appraised_on: null,
      appraised_by: null,
    };
    return takeStep(context, asked, { set: { ...set, appraisal_opinion: null } });
  }

  @Mutation(() => Dossier, {
    nullable: true,
    description: 'Gives a dossier back to the commune with reasons; never by who handed it in.',
  })
  async newRuralAreasReturnDossier(
    @Arg('input', () => ReturnDossierInput, { description: 'The dossier in the version seen, and why.' })
    input: ReturnDossierInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await dossierAt(context, input, 'newRuralAreasReturnDossier');
    await requireAnotherPerson(context, [asked.dossier['submittedBy'] as number | null], 'input.dossier');
    const reason = requireReason(input.reason);
    return takeStep(context, asked, { set: { reason }, reason });
  }

  @Mutation(() => Dossier, {
    nullable: true,
    description:
      'Appraises a dossier; never by who handed it in or judged the commune. It then waits for the decision.',
  })
  async newRuralAreasAppraiseDossier(
    @Arg('input', () => AppraiseDossierInput, {
      description: 'The dossier in the version seen, and the opinion.',
    })
    input: AppraiseDossierInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await dossierAt(context, input, 'newRuralAreasAppraiseDossier');
    await requireAnotherPerson(context, await whoMade(context, asked.dossier), 'input.dossier');
    const opinion = requiredText(input.opinion, 'input.opinion', { minimum: 3, maximum: 2000 });
    return takeStep(context, asked, {
      set: {
        appraised_on: context.clock.businessDate,
        appraised_by: context.caller.userId,
        appraisal_opinion: opinion,
      },
    });
  }

  @Mutation(() => Dossier, {
    nullable: true,
    description: 'Gives a registration up with a reason; the dossier stays in the list.',
  })
  async newRuralAreasCancelDossier(
    @Arg('input', () => CancelDossierInput, { description: 'The dossier in the version seen, and why.' })
    input: CancelDossierInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await dossierAt(context, input, 'newRuralAreasCancelDossier');
    const reason = requireReason(input.reason);
    return takeStep(context, asked, { set: { reason }, reason });
  }
}

/** Everybody who made what a dossier says: who handed it in, signed the assessment, or entered results. */
export async function whoMade(
  { session }: Pick<RequestContext, 'session'>,
  dossier: { readonly [property: string]: unknown },
): Promise<(number | null)[]> {
  const entered = await session.query<{ user_id: number | null }>(
    `select submitted_by as user_id from new_rural_areas.assessment where id = $1
     union select recorded_by from new_rural_areas.assessment_result where assessment_id = $1`,
    [dossier['assessment'] ?? null],
  );
  return [dossier['submittedBy'] as number | null, ...entered.map(({ user_id }) => user_id)];
}

import {
  AdministrativeUnit,
  Document,
  found,
  refuse,
  requireAnotherPerson,
  requiredText,
  requireKindOfUnit,
  requireOpenPeriod,
  requirePastDay,
  requireReason,
  requireScope,
  UnitKind,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { program } from '../access.js';
import { levels, type Level } from '../criteria/level.js';
import {
  DecideRecognitionInput,
  EnterEarlierRecognitionInput,
  PublishRecognitionInput,
  RecheckRecognitionInput,
  WithdrawRecognitionInput,
} from '../dossiers/dossier-inputs.js';
import { whoMade } from '../dossiers/dossier.resolver.js';
import { DossierState } from '../dossiers/dossier-state.js';
import { requireNotRecognized, requirePrerequisite, requireSetInForce } from '../dossiers/guards.js';
import { dossierAt, takeStep, writeStep } from '../dossiers/take-step.js';
import { deriveStatuses } from './derive-statuses.js';
import { Recheck } from './recheck.js';
import { Recognition } from './recognition.js';

const numbered = { minimum: 1, maximum: 100 };

@Resolver()
export class RecognitionResolver {
  @Mutation(() => Recognition, {
    nullable: true,
    description:
      'Records the decision by which a commune is recognized; never by who handed the dossier in or appraised it. The targets’ figures follow in the same transaction.',
  })
  async newRuralAreasDecideRecognition(
    @Arg('input', () => DecideRecognitionInput, {
      description: 'The dossier in the version seen, and the decision.',
    })
    input: DecideRecognitionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await dossierAt(context, input, 'newRuralAreasDecideRecognition', () =>
      documentOf(context, input.document),
    );
    const { dossier, unitId, named: document } = asked;
    await requireAnotherPerson(
      context,
      [...(await whoMade(context, dossier)), dossier['appraisedBy'] as number | null],
      'input.dossier',
    );
    const decidedOn = decisionDay(context, input.decidedOn, dossier['submittedOn'] as string);
    const level = dossier['level'] as Level;
    const field = 'input.decidedOn';
    const prerequisite = await requireSetInForce(context, dossier, dossier['submittedOn'] as string);
    await requirePrerequisite(context, prerequisite, { unitId, level, on: decidedOn, field });
    await requireKindOfUnit(context, { unitId, on: decidedOn, kinds: [UnitKind.COMMUNE], field });
    await requireNotRecognized(context, { unitId, level, field: 'input.dossier' });
    await requireOpenPeriod(context, { unitId, program, day: decidedOn, calendar: 'QUARTER', field });
    await takeStep(context, asked, { set: { decided_by: context.caller.userId } });
    return recognize(context, {
      dossierId: dossier.id,
      unitId,
      level,
      decidedOn,
      number: requiredText(input.decisionNumber, 'input.decisionNumber', numbered),
      document,
      publishedOn: null,
    });
  }

  @Mutation(() => Recognition, {
    nullable: true,
    description:
      'Enters the decision of an earlier year by which a commune was recognized, whose dossier was never kept here.',
  })
  async newRuralAreasEnterEarlierRecognition(
    @Arg('input', () => EnterEarlierRecognitionInput, {
      description: 'The commune, the level and the decision.',
    })
    input: EnterEarlierRecognitionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { level, decidedOn } = input;
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'new-rural-areas:decide', { unitId, program, field: 'input.unit' });
    const document = await documentOf(context, input.document);
    const year = context.clock.businessDate.slice(0, 4);
    if (decidedOn >= `${year}-01-01`) refuse('input.decidedOn', decidedOn, `< ${year}-01-01`);
    const field = 'input.decidedOn';
    const on = await dayOfList(context, decidedOn);
    await requireKindOfUnit(context, { unitId, on, kinds: [UnitKind.COMMUNE], field: 'input.unit' });
    await requireNotRecognized(context, { unitId, level, field: 'input.unit' });
    const below = levels[levels.indexOf(level) - 1] ?? null;
    await requirePrerequisite(context, below, { unitId, level, on: decidedOn, field });
    await requireOpenQuarter(context, { unitId, day: decidedOn, field });
    const [dossier] = await context.session.query<{ id: number }>(
      `insert into new_rural_areas.dossier (unit_id, level, state, registered_on, earlier) values ($1, $2, $3, $4, true) returning id`,
      [unitId, level, DossierState.PUBLISHED, decidedOn],
    );
    await writeStep(context, {
      dossierId: dossier!.id,
      unitId,
      step: 'newRuralAreasEnterEarlierRecognition',
      from: null,
      to: DossierState.PUBLISHED,
      reason: null,
    });
    return recognize(context, {
      dossierId: dossier!.id,
      unitId,
      level,
      decidedOn,
      number: requiredText(input.decisionNumber, 'input.decisionNumber', numbered),
      document,
      publishedOn: decidedOn,
    });
  }

  @Mutation(() => Recognition, {
    nullable: true,
    description: 'Records that the decision has been published.',
  })
  async newRuralAreasPublishRecognition(
    @Arg('input', () => PublishRecognitionInput, {
      description: 'The dossier in the version seen, and the day.',
    })
    input: PublishRecognitionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await dossierAt(context, input, 'newRuralAreasPublishRecognition');
    const recognition = await recognitionOf(context, asked.dossier.id);
    const day = input.publishedOn ?? context.clock.businessDate;
    requirePastDay(context, day, 'input.publishedOn');
    if (day < recognition.decided_on) refuse('input.publishedOn', day, `≥ ${recognition.decided_on}`);
    await takeStep(context, asked);
    await context.session.query(
      'update new_rural_areas.recognition set published_on = $2, version = version + 1 where id = $1',
      [recognition.id, day],
    );
    return recognition.id;
  }

  @Mutation(() => Recheck, {
    nullable: true,
    description:
      'Records what was found when a recognized commune was looked at again; the title stays as it is.',
  })
  async newRuralAreasRecheckRecognition(
    @Arg('input', () => RecheckRecognitionInput, {
      description: 'The dossier in the version seen, and the findings.',
    })
    input: RecheckRecognitionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await dossierAt(context, input, 'newRuralAreasRecheckRecognition');
    await requireAnotherPerson(context, await whoMade(context, asked.dossier), 'input.dossier');
    const findings = requiredText(input.findings, 'input.findings', { minimum: 3, maximum: 2000 });
    const recognition = await recognitionOf(context, asked.dossier.id);
    await takeStep(context, asked);
    const [recheck] = await context.session.query<{ id: number }>(
      `insert into new_rural_areas.recheck (recognition_id, unit_id, checked_on, still_met, findings, checked_by)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [
        recognition.id,
        asked.unitId,
        context.clock.businessDate,
        input.stillMet,
        findings,
        context.caller.userId,
      ],
    );
    return recheck!.id;
  }

  @Mutation(() => Recognition, {
    nullable: true,
    description:
      'Withdraws a recognition by another decision; not while the commune holds a level above. It stays in the list.',
  })
  async newRuralAreasWithdrawRecognition(
    @Arg('input', () => WithdrawRecognitionInput, {
      description: 'The dossier in the version seen, and the decision.',
    })
    input: WithdrawRecognitionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await dossierAt(context, input, 'newRuralAreasWithdrawRecognition');
    const { unitId, dossier } = asked;
    const recognition = await recognitionOf(context, dossier.id);
    const reason = requireReason(input.reason);
    const field = 'input.withdrawnOn';
    const day = requirePastDay(context, input.withdrawnOn, field);
    if (day < recognition.decided_on) refuse(field, day, `≥ ${recognition.decided_on}`);
    const above = levels.slice(levels.indexOf(dossier['level'] as Level) + 1);
    const [held] = await context.session.query<{ level: string }>(
      'select level from new_rural_areas.recognition where unit_id = $1 and level = any ($2::text[]) and withdrawn_on is null',
      [unitId, above],
    );
    if (held)
      throw new ProblemError('NEW_RURAL_LEVEL_ABOVE_HELD', { field: 'input.dossier', given: held.level });
    const number = requiredText(input.decisionNumber, 'input.decisionNumber', numbered);
    await takeStep(context, asked, { reason });
    await context.session.query(
      `update new_rural_areas.recognition set withdrawn_on = $2, withdrawal_decision = $3, withdrawal_reason = $4,
         version = version + 1 where id = $1`,
      [recognition.id, day, number, reason],
    );
    await deriveFor(context, unitId, recognition.decided_on);
    return recognition.id;
  }
}

const documentOf = async (context: RequestContext, id: string | null | undefined): Promise<number | null> =>
  id ? (await found(context, Document, id, 'input.document')).id : null;

/** A decision follows the dossier: from the day it was handed in to the business date. */
function decisionDay(context: RequestContext, day: string, submittedOn: string): string {
  const field = 'input.decidedOn';
  requirePastDay(context, day, field);
  if (day < submittedOn) refuse(field, day, `≥ ${submittedOn}`);
  return day;
}

/** A day on which units are known: that day, or the first of the state lists, which do not reach back as far as titles do. */
async function dayOfList({ session }: RequestContext, day: string): Promise<string> {
  const [known] = await session.query<{ on: string }>(
    `select greatest($1::date, min(valid_from))::text as "on" from core.administrative_unit_version where tree = 'ADMIN'`,
    [day],
  );
  return known!.on;
}

/** As for every figure, but that of quarters from before core keeps any there is no figure that could be closed. */
async function requireOpenQuarter(
  context: RequestContext,
  { unitId, day, field }: { unitId: number; day: string; field: string },
): Promise<void> {
  try {
    await requireOpenPeriod(context, { unitId, program, day, calendar: 'QUARTER', field });
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'PERIOD_NOT_FOUND')) throw error;
  }
}

async function recognize(
  context: RequestContext,
  given: {
    readonly dossierId: number;
    readonly unitId: number;
    readonly level: Level;
    readonly number: string;
    readonly decidedOn: string;
    readonly document: number | null;
    readonly publishedOn: string | null;
  },
): Promise<number> {
  const { dossierId, unitId, level, number, decidedOn, document, publishedOn } = given;
  const [recognition] = await context.session.query<{ id: number }>(
    `insert into new_rural_areas.recognition (dossier_id, unit_id, level, decision_number, decided_on, document_id, published_on)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [dossierId, unitId, level, number, decidedOn, document, publishedOn],
  );
  await deriveFor(context, unitId, decidedOn);
  return recognition!.id;
}

const deriveFor = (context: RequestContext, unitId: number, day: string): Promise<void> =>
  deriveStatuses(context, { unitIds: [unitId], from: day, to: day, today: context.clock.businessDate });

/** The title that a dossier has led to. */
async function recognitionOf(
  { session }: RequestContext,
  dossierId: number,
): Promise<{ id: number; decided_on: string }> {
  const [recognition] = await session.query<{ id: number; decided_on: string }>(
    'select id, decided_on::text from new_rural_areas.recognition where dossier_id = $1',
    [dossierId],
  );
  return recognition!;
}

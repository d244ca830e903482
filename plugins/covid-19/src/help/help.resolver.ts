import {
  AdministrativeUnit,
  changeVersion,
  found,
  localKinds,
  requireCount,
  requiredText,
  requireKindOfUnit,
  requirePastDay,
  requireReason,
  requireScope,
} from '@phoihop/core';
import { ProblemError, type ClassType, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { outbreakOn } from '../outbreaks/outbreak.resolver.js';
import {
  RecordQuarantineSupportInput,
  RecordVaccinationOutreachInput,
  WithdrawQuarantineSupportInput,
  WithdrawVaccinationOutreachInput,
} from './help-inputs.js';
import { QuarantineSupport } from './quarantine-support.js';
import { VaccinationOutreach } from './vaccination-outreach.js';

const permission = 'covid-19:record';

@Resolver()
export class HelpResolver {
  @Mutation(() => QuarantineSupport, {
    nullable: true,
    description: 'Enters help that was brought to people in quarantine: how many households, never who.',
  })
  async covid19RecordQuarantineSupport(
    @Arg('input', () => RecordQuarantineSupportInput, { description: 'Where, when, for how many, and what.' })
    input: RecordQuarantineSupportInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const day = requirePastDay(context, input.givenOn, 'input.givenOn');
    const unit = await ownUnit(context, input.unit, day);
    const outbreak = await outbreakOn(context, input.outbreak, { day, field: 'input.givenOn' });
    const [row] = await context.session.query<{ id: number }>(
      `insert into covid_19.quarantine_support (unit_id, outbreak_id, place, given_on, households, parcels, what)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        unit,
        outbreak.id,
        input.place,
        day,
        requireCount(input.households, 'input.households', { minimum: 0, maximum: 100_000 }),
        requireCount(input.parcels, 'input.parcels', { minimum: 1, maximum: 1_000_000 }),
        requiredText(input.what, 'input.what', { minimum: 3, maximum: 300 }),
      ],
    );
    await context.audit('covid-19:quarantine-support', { type: 'Covid19QuarantineSupport', id: row!.id });
    return row!.id;
  }

  @Mutation(() => QuarantineSupport, {
    nullable: true,
    description: 'Withdraws help that was recorded by mistake.',
  })
  async covid19WithdrawQuarantineSupport(
    @Arg('input', () => WithdrawQuarantineSupportInput, {
      description: 'What was recorded, and why it goes.',
    })
    input: WithdrawQuarantineSupportInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return withdraw(context, {
      entity: QuarantineSupport,
      table: 'quarantine_support',
      id: input.support,
      field: 'input.support',
      ...input,
    });
  }

  @Mutation(() => VaccinationOutreach, {
    nullable: true,
    description: 'Enters a meeting or round of calls to win people for vaccination.',
  })
  async covid19RecordVaccinationOutreach(
    @Arg('input', () => RecordVaccinationOutreachInput, { description: 'Where, when, and with how many.' })
    input: RecordVaccinationOutreachInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const day = requirePastDay(context, input.heldOn, 'input.heldOn');
    const unit = await ownUnit(context, input.unit, day);
    const outbreak = await outbreakOn(context, input.outbreak, { day, field: 'input.heldOn' });
    const reached = requireCount(input.reached, 'input.reached', { minimum: 0, maximum: 100_000 });
    const [row] = await context.session.query<{ id: number }>(
      `insert into covid_19.vaccination_outreach (unit_id, outbreak_id, held_on, topic, reached, registered)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [
        unit,
        outbreak.id,
        day,
        requiredText(input.topic, 'input.topic', { minimum: 3, maximum: 300 }),
        reached,
        requireCount(input.registered, 'input.registered', { minimum: 0, maximum: reached }),
      ],
    );
    await context.audit('covid-19:vaccination-outreach', { type: 'Covid19VaccinationOutreach', id: row!.id });
    return row!.id;
  }

  @Mutation(() => VaccinationOutreach, {
    nullable: true,
    description: 'Withdraws a meeting recorded by mistake.',
  })
  async covid19WithdrawVaccinationOutreach(
    @Arg('input', () => WithdrawVaccinationOutreachInput, {
      description: 'What was recorded, and why it goes.',
    })
    input: WithdrawVaccinationOutreachInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return withdraw(context, {
      entity: VaccinationOutreach,
      table: 'vaccination_outreach',
      id: input.session,
      field: 'input.session',
      ...input,
    });
  }
}

async function ownUnit(context: RequestContext, id: string, day: string): Promise<number> {
  const unitId = context.read.localId(AdministrativeUnit, id, 'input.unit');
  await requireScope(context, permission, { unitId, program: 'PRG-28', field: 'input.unit' });
  await requireKindOfUnit(context, { unitId, on: day, kinds: localKinds, field: 'input.unit' });
  return unitId;
}

interface Withdrawal {
  readonly entity: ClassType;
  readonly table: string;
  readonly id: string;
  readonly field: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** @throws ProblemError COVID_HELP_WITHDRAWN */
async function withdraw(context: RequestContext, given: Withdrawal): Promise<number> {
  const { entity, table, id, field, expectedVersion: expected } = given;
  const reason = requireReason(given.reason, 'input.reason');
  const row = await found(context, entity, id, field);
  await requireScope(context, permission, { unitId: row['unit'] as number, program: 'PRG-28', field });
  if (row['withdrawn'] === true) throw new ProblemError('COVID_HELP_WITHDRAWN', { field });
  const set = { withdrawn: true, withdrawal_reason: reason };
  await changeVersion(context, { table: `covid_19.${table}`, id: row.id, expected, set });
  await context.audit(
    `covid-19:withdraw-${table.replace('_', '-')}`,
    { type: entity.name, id: row.id },
    { reason },
  );
  return row.id;
}

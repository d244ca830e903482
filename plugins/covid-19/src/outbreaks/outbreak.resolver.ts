import {
  AdministrativeUnit,
  changeVersion,
  found,
  refuse,
  requiredText,
  requirePastDay,
  requireReason,
  requireScope,
} from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Disease } from '../reference/disease.js';
import { inForce } from '../reference/reference-of.js';
import { ResponseLevel } from '../reference/response-level.js';
import {
  CloseOutbreakInput,
  OpenOutbreakInput,
  ReopenOutbreakInput,
  SetOutbreakLevelInput,
} from './outbreak-inputs.js';
import { OutbreakLevel } from './outbreak-level.js';
import { outbreakWorkflow, type OutbreakStep } from './outbreak-state.js';
import { Outbreak, OutbreakState } from './outbreak.js';

const permission = 'covid-19:declare';
const table = 'covid_19.outbreak';
const type = 'Covid19Outbreak';

@Resolver()
export class OutbreakResolver {
  @Mutation(() => Outbreak, { nullable: true, description: 'Enters an outbreak that has been declared.' })
  async covid19OpenOutbreak(
    @Arg('input', () => OpenOutbreakInput, { description: 'Where, of which disease and since when.' })
    input: OpenOutbreakInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, permission, { unitId: unit, program: 'PRG-28', field: 'input.unit' });
    const day = requirePastDay(context, input.fromDay, 'input.fromDay');
    const disease = await inForce(context, Disease, { id: input.disease, field: 'input.disease', day });
    const [row] = await context.session.query<{ id: number }>(
      `insert into ${table} (unit_id, disease_id, name, from_day) values ($1, $2, $3, $4) returning id`,
      [unit, disease.id, requiredText(input.name, 'input.name', { minimum: 3, maximum: 200 }), day],
    );
    await context.audit('covid-19:open-outbreak', { type, id: row!.id }, { disease: disease['code'] });
    return row!.id;
  }

  @Mutation(() => OutbreakLevel, {
    nullable: true,
    description:
      'Enters which level of measures holds in an outbreak from a day on; earlier ones stay on record.',
  })
  async covid19SetOutbreakLevel(
    @Arg('input', () => SetOutbreakLevelInput, { description: 'The outbreak, the level, and the decision.' })
    input: SetOutbreakLevelInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const outbreak = await ownOutbreak(context, input.outbreak, 'covid19SetOutbreakLevel');
    const day = requirePastDay(context, input.fromDay, 'input.fromDay');
    const [last] = await context.session.query<{ day: string | null }>(
      `select max(from_day)::text as day from covid_19.outbreak_level where outbreak_id = $1`,
      [outbreak.id],
    );
    if (day < String(outbreak['fromDay'])) refuse('input.fromDay', day, `≥ ${outbreak['fromDay']}`);
    if (last?.day && day <= last.day) refuse('input.fromDay', day, `> ${last.day}`);
    const level = await inForce(context, ResponseLevel, { id: input.level, field: 'input.level', day });
    const decision = requiredText(input.decision, 'input.decision', { minimum: 3, maximum: 300 });
    await changeVersion(context, {
      table,
      id: outbreak.id,
      expected: input.expectedVersion,
      set: { level_id: level.id },
    });
    const [row] = await context.session.query<{ id: number }>(
      `insert into covid_19.outbreak_level (outbreak_id, level_id, from_day, decision) values ($1, $2, $3, $4) returning id`,
      [outbreak.id, level.id, day, decision],
    );
    await context.audit('covid-19:set-level', { type, id: outbreak.id }, { level: level['code'], from: day });
    return row!.id;
  }

  @Mutation(() => Outbreak, { nullable: true, description: 'Enters that an outbreak is over.' })
  async covid19CloseOutbreak(
    @Arg('input', () => CloseOutbreakInput, { description: 'The outbreak, and its last day.' })
    input: CloseOutbreakInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const outbreak = await ownOutbreak(context, input.outbreak, 'covid19CloseOutbreak');
    const day = requirePastDay(context, input.toDay, 'input.toDay');
    if (day < String(outbreak['fromDay'])) refuse('input.toDay', day, `≥ ${outbreak['fromDay']}`);
    const set = { state: OutbreakState.CLOSED, to_day: day };
    await changeVersion(context, { table, id: outbreak.id, expected: input.expectedVersion, set });
    await context.audit('covid-19:close-outbreak', { type, id: outbreak.id }, { day });
    return outbreak.id;
  }

  @Mutation(() => Outbreak, {
    nullable: true,
    description: 'Takes back that an outbreak is over, with a reason.',
  })
  async covid19ReopenOutbreak(
    @Arg('input', () => ReopenOutbreakInput, { description: 'The outbreak, and why it goes on.' })
    input: ReopenOutbreakInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const outbreak = await ownOutbreak(context, input.outbreak, 'covid19ReopenOutbreak');
    const set = { state: OutbreakState.ACTIVE, to_day: null };
    await changeVersion(context, { table, id: outbreak.id, expected: input.expectedVersion, set });
    await context.audit(
      'covid-19:reopen-outbreak',
      { type, id: outbreak.id },
      { reason, closedOn: outbreak['toDay'] },
    );
    return outbreak.id;
  }
}

/** An outbreak that the caller may change, in a state in which the step can be taken. */
async function ownOutbreak(context: RequestContext, id: string, step: OutbreakStep): Promise<Row> {
  const outbreak = await found(context, Outbreak, id, 'input.outbreak');
  const scope = { unitId: outbreak['unit'] as number, program: 'PRG-28', field: 'input.outbreak' };
  await requireScope(context, permission, scope);
  outbreakWorkflow.after(step, outbreak['state'] as OutbreakState, 'input.outbreak');
  return outbreak;
}

/** An outbreak that goes on, or went on, on a day, for what is recorded about it. @throws ProblemError COVID_OUTBREAK_DAY */
export async function outbreakOn(
  context: RequestContext,
  id: string,
  { day, field }: { readonly day: string; readonly field: string },
): Promise<Row> {
  const outbreak = await found(context, Outbreak, id, 'input.outbreak');
  const [from, to] = [String(outbreak['fromDay']), outbreak['toDay'] as string | null];
  if (from <= day && (to === null || day <= to)) return outbreak;
  throw new ProblemError('COVID_OUTBREAK_DAY', { field, given: day, allowed: `${from} – ${to ?? '…'}` });
}

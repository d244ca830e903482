import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { vietnameseDate } from '../periods/calendars-dates.js';
import { found, optionalText, requiredText } from '../programs/input.js';
import { Program } from '../programs/program.js';
import { changeVersion } from '../programs/version.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { ActivityState, DatePrecision } from './activity-enums.js';
import { CancelActivityInput, PlanActivityInput, RecordActivityHeldInput } from './activity-inputs.js';
import { Activity } from './activity.js';

const manage = 'core:activity.manage';

@Resolver()
export class ActivityMutations {
  @Mutation(() => Activity, {
    nullable: true,
    description: 'Enters an activity that a unit of yours is to hold.',
  })
  async planActivity(
    @Arg('input', () => PlanActivityInput, { description: 'What is to take place, when and where.' })
    input: PlanActivityInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const program = await found(context, Program, input.program, 'input.program');
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, manage, { unitId, program: program['code'] as string, field: 'input.unit' });
    const endsOn = input.endsOn ?? input.startsOn;
    if (endsOn < input.startsOn) {
      throw new ProblemError('BAD_USER_INPUT', {
        field: 'input.endsOn',
        given: endsOn,
        allowed: `>= ${input.startsOn}`,
      });
    }
    const [row] = await context.session.query<{ id: number }>(
      `insert into core.activity
         (program_id, program_code, unit_id, title_vi, kind, level, when_text, starts_on, ends_on, when_precision, place, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [
        program.id,
        program['code'],
        unitId,
        requiredText(input.title, 'input.title'),
        input.kind,
        input.level,
        optionalText(input.whenText, 'input.whenText') ?? daysInWords(input.startsOn, endsOn),
        input.startsOn,
        endsOn,
        input.precision ?? DatePrecision.DAY,
        optionalText(input.place, 'input.place'),
        context.caller.userId,
      ],
    );
    await context.audit('core:activity.plan', { type: 'Activity', id: row!.id });
    return row!.id;
  }

  @Mutation(() => Activity, {
    nullable: true,
    description:
      'Records that an activity took place. What was recorded wrongly is corrected the same way, with a reason; the old record stays in the audit trail.',
  })
  async recordActivityHeld(
    @Arg('input', () => RecordActivityHeldInput, { description: 'Which activity took place, on which day.' })
    input: RecordActivityHeldInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const activity = await ownActivity(context, input.activity);
    const reason = optionalText(input.reason, 'input.reason');
    const again = activity['state'] === ActivityState.HELD;
    if (activity['state'] === ActivityState.CANCELLED || (again && !reason)) {
      const code = again ? 'ACTIVITY_ALREADY_HELD' : 'ACTIVITY_CANCELLED';
      throw new ProblemError(code, {
        field: again ? 'input.reason' : 'input.activity',
        heldOn: activity['heldOn'],
      });
    }
    checkAttendance(input.attendance);
    await checkDay(context, activity['unit'] as number, input.heldOn);
    await changeVersion(context, {
      table: 'core.activity',
      id: activity.id,
      expected: input.expectedVersion,
      set: {
        state: ActivityState.HELD,
        held_on: input.heldOn,
        attendance: input.attendance ?? null,
        place: optionalText(input.place, 'input.place') ?? activity['place'] ?? null,
      },
    });
    const before = again
      ? { heldOn: activity['heldOn'], attendance: activity['attendance'], place: activity['place'] }
      : undefined;
    await context.audit(
      'core:activity.held',
      { type: 'Activity', id: activity.id },
      { heldOn: input.heldOn, before, reason },
    );
    return activity.id;
  }

  @Mutation(() => Activity, {
    nullable: true,
    description: 'Records that an activity is called off. One that took place cannot be.',
  })
  async cancelActivity(
    @Arg('input', () => CancelActivityInput, { description: 'Which activity is called off, and why.' })
    input: CancelActivityInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const activity = await ownActivity(context, input.activity);
    const reason = requiredText(input.reason, 'input.reason');
    if (activity['state'] !== ActivityState.PLANNED) {
      const held = activity['state'] === ActivityState.HELD;
      throw new ProblemError(held ? 'ACTIVITY_ALREADY_HELD' : 'ACTIVITY_CANCELLED', {
        field: 'input.activity',
        heldOn: activity['heldOn'],
      });
    }
    await changeVersion(context, {
      table: 'core.activity',
      id: activity.id,
      expected: input.expectedVersion,
      set: { state: ActivityState.CANCELLED },
    });
    await context.audit('core:activity.cancel', { type: 'Activity', id: activity.id }, { reason });
    return activity.id;
  }
}

/** An activity that the caller may see and change. */
async function ownActivity(context: RequestContext, globalId: string): Promise<Row> {
  const activity = await found(context, Activity, globalId, 'input.activity');
  if (typeof activity['unit'] !== 'number') throw new ProblemError('FORBIDDEN', { field: 'input.activity' });
  await requireScope(context, manage, {
    unitId: activity['unit'],
    program: activity['programCode'] as string,
    field: 'input.activity',
  });
  return activity;
}

function checkAttendance(attendance: number | null | undefined): void {
  if (attendance === null || attendance === undefined || attendance >= 0) return;
  throw new ProblemError('BAD_USER_INPUT', { field: 'input.attendance', given: attendance, allowed: '>= 0' });
}

/** It took place on a day that has come, and on which its unit existed. */
async function checkDay(context: RequestContext, unitId: number, heldOn: string): Promise<void> {
  const refuse = (allowed: string) =>
    new ProblemError('BAD_USER_INPUT', { field: 'input.heldOn', given: heldOn, allowed });
  if (heldOn > context.clock.businessDate) throw refuse(`<= ${context.clock.businessDate}`);
  const spans = await context.session.query<{ from: string; to: string | null }>(
    `select lower(during) as "from", upper(during) - 1 as "to" from (
       select unnest(range_agg(daterange(valid_from, valid_to))) as during
         from core.administrative_unit_version where unit_id = $1 and superseded_at is null) as spans`,
    [unitId],
  );
  if (spans.some(({ from, to }) => from <= heldOn && (to === null || heldOn <= to))) return;
  throw refuse(spans.map(({ from, to }) => `${from}..${to ?? ''}`).join(', '));
}

const daysInWords = (from: string, to: string): string =>
  from === to
    ? `ngày ${vietnameseDate(from)}`
    : `từ ngày ${vietnameseDate(from)} đến ngày ${vietnameseDate(to)}`;

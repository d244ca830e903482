import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { countryUnit } from '../access/country-unit.js';
import { requireScope } from '../access/scope.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { PeriodLock } from './period-lock.js';
import { PeriodReference, resolvePeriod } from './period-reference.js';
import { requireReason } from './require-reason.js';

@InputType({ description: 'Which figures to close, and why.' })
export class LockPeriodInput {
  @Field(() => PeriodReference, { description: 'The period to close, with all smaller periods inside it.' })
  period!: PeriodReference;

  @Field(() => ID, {
    nullable: true,
    description: 'Close it for this unit and everything below; not given: for the whole country.',
  })
  unit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Close it for this program ("PRG-27"); not given: for all.',
  })
  program?: string | null;

  @Field(() => String, { description: 'Why it is closed; kept with the lock and in the audit trail.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which lock to open, and why.' })
export class UnlockPeriodInput {
  @Field(() => ID, { description: 'The lock to open.' })
  lock!: string;

  @Field(() => String, { description: 'Why it is opened; kept with the lock and in the audit trail.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

interface Held {
  readonly unit_id: number | null;
  readonly program: string | null;
  readonly unlocked_at: Date | null;
}

@Resolver()
export class PeriodLockResolver {
  @Mutation(() => PeriodLock, {
    nullable: true,
    description:
      'Closes the figures of a period for a unit and everything below: from then on nothing is recorded, corrected or accepted there.',
  })
  async lockPeriod(
    @Arg('input', () => LockPeriodInput, { description: 'The period, where, and why.' })
    input: LockPeriodInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const period = await resolvePeriod(context, input.period, 'input.period');
    const unit = input.unit ? context.read.localId(AdministrativeUnit, input.unit, 'input.unit') : null;
    const program = input.program ?? null;
    await requireScope(context, 'core:period.lock', {
      unitId: unit ?? (await countryUnit(context)),
      program,
    });
    await context.session.query('select core.hold_period_locks(true)');
    const [lock] = await context.session.query<{ id: number }>(
      `insert into core.period_lock (period_id, unit_id, program, reason, locked_by) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [period.id, unit, program, reason, context.caller.userId],
    );
    if (!lock) throw new ProblemError('PERIOD_ALREADY_LOCKED', { field: 'input.period', given: period.key });
    await context.audit(
      'core:period.lock',
      { type: 'PeriodLock', id: lock.id },
      { period: period.key, unit, program, reason },
    );
    return lock.id;
  }

  @Mutation(() => PeriodLock, {
    nullable: true,
    description: 'Opens a closed period again. The lock stays as a record, with who opened it and why.',
  })
  async unlockPeriod(
    @Arg('input', () => UnlockPeriodInput, { description: 'The lock, and why it is opened.' })
    input: UnlockPeriodInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const id = context.read.localId(PeriodLock, input.lock, 'input.lock');
    const [lock] = await context.session.query<Held>(
      'select unit_id, program, unlocked_at from core.period_lock where id = $1',
      [id],
    );
    if (!lock) throw new ProblemError('NOT_FOUND', { field: 'input.lock', given: input.lock });
    const unitId = lock.unit_id ?? (await countryUnit(context));
    await requireScope(context, 'core:period.lock', { unitId, program: lock.program });
    if (lock.unlocked_at)
      throw new ProblemError('PERIOD_NOT_LOCKED', { field: 'input.lock', given: input.lock });
    await context.session.query(
      `update core.period_lock set unlocked_at = now(), unlocked_by = $2, unlock_reason = $3 where id = $1`,
      [id, context.caller.userId, reason],
    );
    await context.audit(
      'core:period.unlock',
      { type: 'PeriodLock', id },
      { unit: lock.unit_id, program: lock.program, reason },
    );
    return id;
  }
}

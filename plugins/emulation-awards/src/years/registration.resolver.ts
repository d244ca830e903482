import { changeVersion, found, requireReason, requireScope } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { deriveRegistered } from '../derive-figures.js';
import { honorInForce } from '../honors/honor-in-force.js';
import { yearProgram } from '../program-code.js';
import { Entry } from './entry.js';
import { Registration } from './registration.js';
import { RegisterInput, WithdrawRegistrationInput } from './year-inputs.js';
import { entryAt, yearOf } from './year-step.js';

const permission = 'emulation-awards:register';

@Resolver()
export class RegistrationResolver {
  @Mutation(() => Registration, {
    nullable: true,
    description: 'Registers a title that a unit strives for, while registration is open.',
  })
  async emulationAwardsRegister(
    @Arg('input', () => RegisterInput, { description: 'Which unit, and for which title.' })
    input: RegisterInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { entry, year, unitId } = await entryAt(context, input.entry, 'emulationAwardsRegister');
    const title = await honorInForce(context, 'title', {
      code: input.title,
      subject: 'UNIT',
      field: 'input.title',
    });
    const [made] = await context.session.query<{ id: number }>(
      `insert into emulation_awards.registration (entry_id, group_id, unit_id, title_id, registered_on, registered_by)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [entry.id, entry['group'], unitId, title.id, context.clock.businessDate, context.caller.userId],
    );
    if (!made) throw new ProblemError('ALREADY_EXISTS', { field: 'input.title', given: input.title });
    await deriveRegistered(context, { unitId, year: year['year'] as number });
    await context.audit('emulation-awards:register', { type: 'EmulationAwardsRegistration', id: made.id });
    return made.id;
  }

  @Mutation(() => Registration, {
    nullable: true,
    description: 'Withdraws a registration with a reason, while registration is open. It stays in the list.',
  })
  async emulationAwardsWithdrawRegistration(
    @Arg('input', () => WithdrawRegistrationInput, { description: 'Which one, the version seen, and why.' })
    input: WithdrawRegistrationInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const field = 'input.registration';
    const registration = await found(context, Registration, input.registration, field);
    const scope = { unitId: registration['unit'] as number, program: yearProgram, field };
    await requireScope(context, permission, scope);
    const entry = await context.read.byId(Entry, registration['entry'] as number);
    const year = await yearOf(context, entry!, 'emulationAwardsWithdrawRegistration', field);
    if (registration['withdrawnOn'] !== null) {
      throw new ProblemError('EMULATION_WITHDRAWN', {
        field,
        given: registration['withdrawnOn'],
        allowed: '-',
      });
    }
    await changeVersion(context, {
      table: 'emulation_awards.registration',
      id: registration.id,
      expected: input.expectedVersion,
      set: { withdrawn_on: context.clock.businessDate, withdrawal_reason: requireReason(input.reason) },
    });
    await deriveRegistered(context, { unitId: scope.unitId, year: year['year'] as number });
    await context.audit('emulation-awards:withdraw-registration', {
      type: 'EmulationAwardsRegistration',
      id: registration.id,
    });
    return registration.id;
  }
}

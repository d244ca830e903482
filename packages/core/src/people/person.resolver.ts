import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { requiredText, textOrNull } from '../programs/input.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { Person } from './person.js';

@InputType({ description: 'A person to be entered, with contacts for official use only.' })
export class CreatePersonInput {
  @Field(() => String, { description: 'Family name, middle name and given name in the Vietnamese order.' })
  fullName!: string;

  @Field(() => String, { nullable: true, description: 'Number for official calls.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Address for official mail.' })
  email?: string | null;

  @Field(() => ID, { description: 'The unit that keeps the record; the caller manages users there.' })
  unit!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repetition of the request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@Resolver()
export class PersonResolver {
  @Mutation(() => Person, {
    nullable: true,
    description: 'Enters a person, so that an account can be made. Needs core:user.manage over the unit.',
  })
  async createPerson(
    @Arg('input', () => CreatePersonInput, { description: 'Who it is and which unit keeps the record.' })
    input: CreatePersonInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'core:user.manage', { unitId: unit, field: 'input.unit' });
    const person = context.session.em.create(Person, {
      fullName: requiredText(input.fullName, 'input.fullName').replace(/\s+/gu, ' '),
      phone: requireForm(
        textOrNull(input.phone),
        /^\+?[0-9][0-9 .()-]{5,19}$/,
        'input.phone',
        '"0251 3866 123"',
      ),
      email: requireForm(
        textOrNull(input.email),
        /^[^\s@<>]{1,64}@[^\s@<>]{1,189}$/,
        'input.email',
        '"ten@trangbom.vn"',
      ),
      unit,
      demo: false,
    } as never);
    await context.session.em.persist(person).flush();
    await context.audit('core:person.create', { type: 'Person', id: person.id }, { unit });
    return person.id;
  }
}

function requireForm(text: string | null, form: RegExp, field: string, example: string): string | null {
  if (text !== null && !form.test(text))
    throw new ProblemError('BAD_USER_INPUT', { field, given: text.slice(0, 60), allowed: example });
  return text;
}

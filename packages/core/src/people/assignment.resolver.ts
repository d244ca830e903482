import { inWords, ProblemError, type ClassType, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Organization } from '../organizations/organization.js';
import { UnitGroup } from '../organizations/unit-group.js';
import { found, requiredText } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { requireAppointable, scopesOfTarget, type AppointmentTarget } from './appointment.js';
import { AssignmentReach } from './assignment-reach.js';
import { CreateAssignmentInput, EndAssignmentInput } from './assignment.inputs.js';
import { Assignment } from './assignment.js';
import { Person } from './person.js';
import { User } from './user.js';

@Resolver()
export class AssignmentResolver {
  @Mutation(() => Assignment, {
    nullable: true,
    description:
      'Gives someone a role. It must be a role that the caller appoints to over these units and programs, or one whose every right the caller holds there; never to oneself.',
  })
  async createAssignment(
    @Arg('input', () => CreateAssignmentInput, { description: 'Who, which role, over what, for how long.' })
    input: CreateAssignmentInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const user = await found(context, User, input.user, 'input.user');
    await requireSomeoneElse(context, user.id);
    const role = await roleByCode(context, input.role);
    const actingFor = input.actingFor
      ? (await found(context, Person, input.actingFor, 'input.actingFor')).id
      : null;
    const target = await targetOf(context, input);
    await requireAppointable(context, input.role, await scopesOfTarget(context, target), {
      role: 'input.role',
      unit: input.unit ? 'input.unit' : 'input.group',
      organization: 'input.organization',
    });
    const { em } = context.session;
    const assignment = em.create(Assignment, {
      user: user.id,
      role,
      organization: target.organizationId,
      unit: target.unitId,
      group: target.groupId,
      reach: target.reach,
      programs: target.programs,
      organizationPrograms: target.organizationPrograms,
      ...daysOf(input, context.clock.businessDate),
      actingFor,
      demo: false,
    } as never);
    await em.persist(assignment).flush();
    await context.audit(
      'core:assignment.create',
      { type: 'Assignment', id: assignment.id },
      { user: user.id, role: input.role, ...target },
    );
    return assignment.id;
  }

  @Mutation(() => Assignment, {
    nullable: true,
    description: 'Ends a role of someone else, at once or from a day on. Needs what giving it would need.',
  })
  async endAssignment(
    @Arg('input', () => EndAssignmentInput, { description: 'Which role ends, when and why.' })
    input: EndAssignmentInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const row = await found(context, Assignment, input.assignment, 'input.assignment');
    await requireSomeoneElse(context, row['user'] as number);
    const [role] = await context.session.query<{ code: string }>('select code from core.role where id = $1', [
      row['role'],
    ]);
    const scopes = await scopesOfTarget(context, {
      unitId: row['unit'] as number | null,
      groupId: row['group'] as number | null,
      organizationId: row['organization'] as number | null,
      reach: row['reach'] as AssignmentReach,
      programs: row['programs'] as string[] | null,
      organizationPrograms: row['organizationPrograms'] as boolean,
    });
    await requireAppointable(context, role!.code, scopes, 'input.assignment');
    const reason = requiredText(input.reason, 'input.reason');
    const [from, to] = [row['validFrom'] as string, row['validTo'] as string | null];
    if (input.on && (input.on <= from || (to !== null && input.on > to))) {
      throw new ProblemError('BAD_USER_INPUT', {
        field: 'input.on',
        given: input.on,
        allowed: `${from} < … ≤ ${to ?? '∞'}`,
      });
    }
    const set = input.on ? { valid_to: input.on } : { revoked_at: context.clock.now() };
    await changeVersion(context, {
      table: 'core.assignment',
      id: row.id,
      expected: input.expectedVersion,
      set,
    });
    await context.audit(
      'core:assignment.end',
      { type: 'Assignment', id: row.id },
      { on: input.on ?? null, reason },
    );
    return row.id;
  }
}

/** Persons are compared, so that a second account is no way around. */
async function requireSomeoneElse(context: RequestContext, user: number): Promise<void> {
  const [answer] = await context.session.query<{ same: boolean }>(
    'select core.is_callers_person(array[$1::bigint]) as same',
    [user],
  );
  if (answer!.same) throw new ProblemError('SELF_APPOINTMENT', { field: 'input.user' });
}

async function roleByCode(context: RequestContext, code: string): Promise<number> {
  const roles = await context.session.query<{ id: number; code: string }>(
    'select id, code from core.role order by code',
  );
  const role = roles.find((one) => one.code === code);
  if (role) return role.id;
  throw new ProblemError('BAD_USER_INPUT', {
    field: 'input.role',
    given: code,
    allowed: roles.map((one) => one.code),
  });
}

async function targetOf(context: RequestContext, input: CreateAssignmentInput): Promise<AppointmentTarget> {
  if (Boolean(input.unit) === Boolean(input.group)) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.unit',
      given: input.unit ?? null,
      allowed: inWords({ vi: 'một đơn vị hoặc một cụm', en: 'either a unit or a group' }),
    });
  }
  const idOf = async (
    entity: ClassType,
    id: string | null | undefined,
    field: string,
  ): Promise<number | null> => (id ? (await found(context, entity, id, field)).id : null);
  const target = {
    unitId: await idOf(AdministrativeUnit, input.unit, 'input.unit'),
    groupId: await idOf(UnitGroup, input.group, 'input.group'),
    organizationId: await idOf(Organization, input.organization, 'input.organization'),
    reach: input.reach ?? AssignmentReach.SUBTREE,
    programs: input.programs ? [...new Set(input.programs)].sort() : null,
    organizationPrograms: input.organizationPrograms ?? false,
  };
  requirePrograms(target);
  return target;
}

function requirePrograms({ programs, organizationPrograms, organizationId }: AppointmentTarget): void {
  const wrong = programs?.find((program) => !/^[A-Z]+-[0-9]+$/.test(program));
  if (wrong !== undefined || programs?.length === 0 || (programs && organizationPrograms)) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.programs',
      given: wrong ?? programs,
      allowed: inWords({
        vi: 'ít nhất một mã như "PRG-27", không dùng cùng organizationPrograms',
        en: 'codes as "PRG-27", at least one, and not together with organizationPrograms',
      }),
    });
  }
  if (organizationPrograms && organizationId === null) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.organization',
      given: null,
      allowed: inWords({
        vi: 'một tổ chức, khi dùng organizationPrograms',
        en: 'an organization, for organizationPrograms',
      }),
    });
  }
}

function daysOf(input: CreateAssignmentInput, today: string): { validFrom: string; validTo: string | null } {
  const validFrom = input.validFrom ?? today;
  const validTo = input.validTo ?? null;
  if (validTo !== null && validTo <= validFrom) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.validTo',
      given: validTo,
      allowed: `> ${validFrom}`,
    });
  }
  return { validFrom, validTo };
}

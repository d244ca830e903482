import { inWords, ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { found, requiredText, textOrNull } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { refuseDuplicate, requireKey } from './checks.js';
import { Organization } from './organization.js';
import { ChangeUnitGroupMembersInput, CreateUnitGroupInput } from './unit-group.inputs.js';
import { UnitGroup } from './unit-group.js';

const manage = 'core:organization.manage';

@Resolver(() => UnitGroup)
export class UnitGroupResolver {
  @Mutation(() => UnitGroup, {
    nullable: true,
    description:
      'Forms a group of units, such as an emulation cluster. Needs core:organization.manage over the forming unit and over every member.',
  })
  async createUnitGroup(
    @Arg('input', () => CreateUnitGroupInput, { description: 'What the group is and who belongs to it.' })
    input: CreateUnitGroupInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, manage, { unitId: unit, field: 'input.unit' });
    const members = await managedUnits(context, input.members, 'input.members');
    const lead = input.lead ? (await found(context, Organization, input.lead, 'input.lead')).id : null;
    const key = requireKey(input.key, 'input.key');
    const validFrom = input.validFrom ?? context.clock.businessDate;
    const { em } = context.session;
    const group = em.create(UnitGroup, {
      key,
      nameVi: requiredText(input.nameVi, 'input.nameVi'),
      nameEn: textOrNull(input.nameEn),
      purpose: input.purpose,
      year: requireYear(input.year),
      unit,
      lead,
      validFrom,
    } as never);
    await refuseDuplicate('input.key', key, () => em.persist(group).flush());
    await addMembers(context, group.id, members, validFrom);
    await context.audit(
      'core:unit-group.create',
      { type: 'UnitGroup', id: group.id },
      { key, unit, members },
    );
    return group.id;
  }

  @Mutation(() => UnitGroup, {
    nullable: true,
    description:
      'Lets units enter and leave a group from a day on; what was before stays on record. Needs core:organization.manage over the unit that formed the group and over the units that enter.',
  })
  async changeUnitGroupMembers(
    @Arg('input', () => ChangeUnitGroupMembersInput, {
      description: 'Which group, and who enters and leaves it.',
    })
    input: ChangeUnitGroupMembersInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const group = await found(context, UnitGroup, input.group, 'input.group');
    const { id } = group;
    await requireScope(context, manage, { unitId: group['unit'] as number, field: 'input.group' });
    const entering = await managedUnits(context, input.add ?? [], 'input.add');
    const leaving = (input.remove ?? []).map((unit, index) =>
      context.read.localId(AdministrativeUnit, unit, `input.remove[${index}]`),
    );
    const from = input.from ?? context.clock.businessDate;
    await changeVersion(context, { table: 'core.unit_group', id, expected: input.expectedVersion, set: {} });
    await endMembers(context, id, leaving, from);
    await refuseMembers(context, id, entering, from);
    await addMembers(context, id, entering, from);
    await context.audit(
      'core:unit-group.change-members',
      { type: 'UnitGroup', id },
      { entering, leaving, from },
    );
    return id;
  }
}

/** Ids of units over which the caller manages organizations. @throws ProblemError NOT_FOUND, OUT_OF_SCOPE */
async function managedUnits(
  context: RequestContext,
  given: readonly string[],
  field: string,
): Promise<number[]> {
  const units = new Set<number>();
  for (const [index, unit] of given.entries()) {
    const unitId = context.read.localId(AdministrativeUnit, unit, `${field}[${index}]`);
    await requireScope(context, manage, { unitId, field: `${field}[${index}]` });
    units.add(unitId);
  }
  return [...units];
}

function requireYear(year: number | null | undefined): number | null {
  if (year === null || year === undefined) return null;
  if (year < 1945 || year > 2200) {
    throw new ProblemError('BAD_USER_INPUT', { field: 'input.year', given: year, allowed: '1945..2200' });
  }
  return year;
}

async function addMembers(
  context: RequestContext,
  group: number,
  units: readonly number[],
  from: string,
): Promise<void> {
  await context.session.query(
    'insert into core.unit_group_member (group_id, unit_id, valid_from) select $1, unit, $3::date from unnest($2::bigint[]) as unit',
    [group, units, from],
  );
}

async function endMembers(
  context: RequestContext,
  group: number,
  units: readonly number[],
  from: string,
): Promise<void> {
  const ended = await context.session.query<{ unit_id: number }>(
    `update core.unit_group_member set valid_to = $3::date
      where group_id = $1 and unit_id = any ($2::bigint[])
        and valid_from < $3::date and (valid_to is null or valid_to > $3::date)
      returning unit_id`,
    [group, units, from],
  );
  const missing = units.findIndex((unit) => !ended.some((row) => row.unit_id === unit));
  if (missing >= 0) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: `input.remove[${missing}]`,
      given: context.read.globalId(AdministrativeUnit, units[missing]!),
      allowed: inWords({
        vi: `một thành viên vào ngày trước ${from}`,
        en: `a member on the day before ${from}`,
      }),
    });
  }
}

async function refuseMembers(
  context: RequestContext,
  group: number,
  units: readonly number[],
  from: string,
): Promise<void> {
  const [member] = await context.session.query<{ unit_id: number }>(
    `select unit_id from core.unit_group_member
      where group_id = $1 and unit_id = any ($2::bigint[]) and (valid_to is null or valid_to > $3::date) limit 1`,
    [group, units, from],
  );
  if (!member) return;
  throw new ProblemError('BAD_USER_INPUT', {
    field: `input.add[${units.indexOf(member.unit_id)}]`,
    given: context.read.globalId(AdministrativeUnit, member.unit_id),
    allowed: inWords({
      vi: `một đơn vị không phải là thành viên từ ${from}`,
      en: `a unit that is no member from ${from} on`,
    }),
  });
}

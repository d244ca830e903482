import { AdministrativeUnit, found, requireCount, refuse, UnitGroup } from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { deriveClusters } from '../derive-figures.js';
import { ClusterYear } from './cluster-year.js';
import { AddClusterInput } from './year-inputs.js';
import { yearAt } from './year-step.js';

@Resolver()
export class ClusterResolver {
  @Mutation(() => ClusterYear, {
    nullable: true,
    description:
      'Takes a group of units into an emulation year as a cluster, with the member that leads it. Each member gets its entry.',
  })
  async emulationAwardsAddCluster(
    @Arg('input', () => AddClusterInput, { description: 'Which group, under which number, led by whom.' })
    input: AddClusterInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const group = await found(context, UnitGroup, input.group, 'input.group');
    const lead = context.read.localId(AdministrativeUnit, input.leadUnit, 'input.leadUnit');
    const year = await yearAt(context, input.emulationYear, 'emulationAwardsAddCluster');
    requireGroupOf(year, group);
    const number = requireCount(input.number, 'input.number', { minimum: 1, maximum: 99 });
    const members = await membersOf(context, group, year);
    const leading = members.find(({ unit_id: unit }) => unit === lead);
    if (!leading)
      refuse(
        'input.leadUnit',
        input.leadUnit,
        members.map(({ name }) => name),
      );
    const previous = await clusterBefore(context, year, number);
    if (previous?.lead === lead) {
      throw new ProblemError('EMULATION_LED_BEFORE', {
        field: 'input.leadUnit',
        given: leading.name,
        allowed: members.flatMap(({ unit_id: unit, name }) => (unit === lead ? [] : [name])).join(', '),
      });
    }
    const [made] = await context.session.query<{ id: number }>(
      `insert into emulation_awards.cluster_year (emulation_year_id, unit_id, group_id, number, lead_unit_id, previous_id)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [year.id, year['unit'], group.id, number, lead, previous?.id ?? null],
    );
    if (!made) throw new ProblemError('ALREADY_EXISTS', { field: 'input.number', given: number });
    await enter(context, { year, group, cluster: made.id, members });
    await deriveClusters(context, { unitId: year['unit'] as number, year: year['year'] as number });
    await context.audit('emulation-awards:add-cluster', { type: 'EmulationAwardsCluster', id: made.id });
    return made.id;
  }
}

/** @throws ProblemError EMULATION_GROUP where the group is for something else. */
function requireGroupOf(year: Row, group: Row): void {
  const fits =
    group['purpose'] === 'EMULATION' && group['unit'] === year['unit'] && group['year'] === year['year'];
  if (fits) return;
  throw new ProblemError('EMULATION_GROUP', {
    field: 'input.group',
    given: `${group['key'] as string} (${group['purpose'] as string}, ${(group['year'] as number | null) ?? '-'})`,
    allowed: `EMULATION, ${year['year'] as number}`,
  });
}

interface Member {
  readonly unit_id: number;
  readonly name: string;
}

/** Those who belong to the group at the end of the year, by code. */
async function membersOf(context: RequestContext, group: Row, year: Row): Promise<Member[]> {
  return context.session.query<Member>(
    `select member.unit_id, version.full_name as name
       from core.unit_group_member member
       join core.administrative_unit_version version on version.unit_id = member.unit_id and version.superseded_at is null
        and version.valid_from <= $2::date and (version.valid_to is null or version.valid_to > $2::date)
      where member.group_id = $1 and member.valid_from <= $2::date and (member.valid_to is null or member.valid_to > $2::date)
      order by version.code`,
    [group.id, `${year['year'] as number}-12-31`],
  );
}

async function clusterBefore(
  context: RequestContext,
  year: Row,
  number: number,
): Promise<{ id: number; lead: number } | undefined> {
  const [before] = await context.session.query<{ id: number; lead: number }>(
    `select its.id, its.lead_unit_id as lead from emulation_awards.cluster_year its
       join emulation_awards.emulation_year year on year.id = its.emulation_year_id
      where year.unit_id = $1 and year.year = $2 and its.number = $3`,
    [year['unit'], (year['year'] as number) - 1, number],
  );
  return before;
}

/** @throws ProblemError EMULATION_IN_CLUSTER where a member competes in another cluster already. */
async function enter(
  context: RequestContext,
  { year, group, cluster, members }: { year: Row; group: Row; cluster: number; members: readonly Member[] },
): Promise<void> {
  const entered = await context.session.query<{ unit_id: number }>(
    `insert into emulation_awards.entry (emulation_year_id, cluster_id, group_id, unit_id)
     select $1, $2, $3, unit from unnest($4::bigint[]) as unit
     on conflict (emulation_year_id, unit_id) do nothing returning unit_id`,
    [year.id, cluster, group.id, members.map(({ unit_id: unit }) => unit)],
  );
  const twice = members.filter(({ unit_id: unit }) => !entered.some((one) => one.unit_id === unit));
  if (twice.length === 0) return;
  throw new ProblemError('EMULATION_IN_CLUSTER', {
    field: 'input.group',
    given: twice.map(({ name }) => name).join(', '),
    allowed: '-',
  });
}

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
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AreaHouseholds } from './area-households.js';
import { CommunityTeam } from './community-team.js';
import { deriveTeamCoverage } from './derive-team-coverage.js';
import {
  ChangeTeamInput,
  DissolveTeamInput,
  FormTeamInput,
  RecordAreaHouseholdsInput,
} from './team-inputs.js';

const permission = 'covid-19:record';
const table = 'covid_19.community_team';
const type = 'Covid19CommunityTeam';

@Resolver()
export class TeamResolver {
  @Mutation(() => AreaHouseholds, {
    nullable: true,
    description: 'Enters how many households an area has; an earlier count stays on record, replaced.',
  })
  async covid19RecordAreaHouseholds(
    @Arg('input', () => RecordAreaHouseholdsInput, { description: 'Which area, how many, and when counted.' })
    input: RecordAreaHouseholdsInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const day = requirePastDay(context, input.countedOn, 'input.countedOn');
    const unit = await ownUnit(context, input.unit, day);
    const households = requireCount(input.households, 'input.households', { minimum: 1, maximum: 100_000 });
    const { covered } = await standing(context, unit);
    if (households < covered)
      throw new ProblemError('COVID_TEAM_COVERS_TOO_MANY', {
        field: 'input.households',
        given: covered,
        allowed: households,
      });
    await context.session.query(
      'update covid_19.area_households set superseded_at = clock_timestamp() where unit_id = $1 and superseded_at is null',
      [unit],
    );
    const [row] = await context.session.query<{ id: number }>(
      'insert into covid_19.area_households (unit_id, households, counted_on) values ($1, $2, $3) returning id',
      [unit, households, day],
    );
    await context.audit(
      'covid-19:count-households',
      { type: 'Covid19AreaHouseholds', id: row!.id },
      { households },
    );
    await derive(context, unit);
    return row!.id;
  }

  @Mutation(() => CommunityTeam, {
    nullable: true,
    description: 'Enters a community team that has begun its work.',
  })
  async covid19FormTeam(
    @Arg('input', () => FormTeamInput, {
      description: 'Where it works, with how many, for which households.',
    })
    input: FormTeamInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const day = requirePastDay(context, input.formedOn, 'input.formedOn');
    const unit = await ownUnit(context, input.unit, day);
    const facts = [
      requiredText(input.name, 'input.name', { minimum: 3, maximum: 120 }),
      requireCount(input.members, 'input.members', { minimum: 1, maximum: 100 }),
      await coverable(context, unit, input.households),
    ];
    const [row] = await context.session.query<{ id: number }>(
      `insert into ${table} (unit_id, formed_on, name, members, households) values ($1, $2, $3, $4, $5) returning id`,
      [unit, day, ...facts],
    );
    await context.audit('covid-19:form-team', { type, id: row!.id });
    await derive(context, unit);
    return row!.id;
  }

  @Mutation(() => CommunityTeam, {
    nullable: true,
    description: 'Changes how many a team has and looks after; the old figures stay in the audit trail.',
  })
  async covid19ChangeTeam(
    @Arg('input', () => ChangeTeamInput, { description: 'The team, what is new, and why.' })
    input: ChangeTeamInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const team = await workingTeam(context, input.team);
    const unit = team['unit'] as number;
    const before = { members: team['members'] as number, households: team['households'] as number };
    const after = {
      members: requireCount(input.members ?? before.members, 'input.members', { minimum: 1, maximum: 100 }),
      households: await coverable(context, unit, input.households ?? before.households, before.households),
    };
    await changeVersion(context, { table, id: team.id, expected: input.expectedVersion, set: after });
    await context.audit('covid-19:change-team', { type, id: team.id }, { before, after, reason });
    await derive(context, unit);
    return team.id;
  }

  @Mutation(() => CommunityTeam, { nullable: true, description: 'Ends the work of a team, with a reason.' })
  async covid19DissolveTeam(
    @Arg('input', () => DissolveTeamInput, { description: 'The team, its last day, and why.' })
    input: DissolveTeamInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const team = await workingTeam(context, input.team);
    const day = requirePastDay(context, input.dissolvedOn, 'input.dissolvedOn');
    if (day < String(team['formedOn']))
      throw new ProblemError('BAD_USER_INPUT', {
        field: 'input.dissolvedOn',
        given: day,
        allowed: `≥ ${team['formedOn']}`,
      });
    const set = { dissolved_on: day, dissolve_reason: reason };
    await changeVersion(context, { table, id: team.id, expected: input.expectedVersion, set });
    await context.audit('covid-19:dissolve-team', { type, id: team.id }, { reason });
    await derive(context, team['unit'] as number);
    return team.id;
  }
}

async function ownUnit(context: RequestContext, id: string, day: string): Promise<number> {
  const unitId = context.read.localId(AdministrativeUnit, id, 'input.unit');
  await requireScope(context, permission, { unitId, program: 'PRG-28', field: 'input.unit' });
  await requireKindOfUnit(context, { unitId, on: day, kinds: localKinds, field: 'input.unit' });
  return unitId;
}

/** @throws ProblemError COVID_TEAM_DISSOLVED */
async function workingTeam(context: RequestContext, id: string): Promise<Row> {
  const team = await found(context, CommunityTeam, id, 'input.team');
  const scope = { unitId: team['unit'] as number, program: 'PRG-28', field: 'input.team' };
  await requireScope(context, permission, scope);
  if (team['dissolvedOn'] !== null)
    throw new ProblemError('COVID_TEAM_DISSOLVED', { field: 'input.team', given: team['dissolvedOn'] });
  return team;
}

/** What is counted of an area, and what its teams look after. Holds the count, so that two teams do not share a household. */
async function standing(
  { session }: RequestContext,
  unit: number,
): Promise<{ households: number | null; covered: number }> {
  const [counted] = await session.query<{ households: number }>(
    'select households from covid_19.area_households where unit_id = $1 and superseded_at is null for update',
    [unit],
  );
  const [teams] = await session.query<{ covered: number }>(
    `select coalesce(sum(households), 0)::int as covered from ${table} where unit_id = $1 and dissolved_on is null`,
    [unit],
  );
  return { households: counted?.households ?? null, covered: teams!.covered };
}

/** @throws ProblemError COVID_AREA_NOT_COUNTED, COVID_TEAM_COVERS_TOO_MANY */
async function coverable(context: RequestContext, unit: number, wanted: number, own = 0): Promise<number> {
  const { households, covered } = await standing(context, unit);
  if (households === null) throw new ProblemError('COVID_AREA_NOT_COUNTED', { field: 'input.unit' });
  requireCount(wanted, 'input.households', { minimum: 1, maximum: 100_000 });
  const given = covered - own + wanted;
  if (given <= households) return wanted;
  throw new ProblemError('COVID_TEAM_COVERS_TOO_MANY', {
    field: 'input.households',
    given,
    allowed: households,
  });
}

const derive = (context: RequestContext, unit: number): Promise<void> =>
  deriveTeamCoverage(context, { units: [unit], day: context.clock.businessDate });

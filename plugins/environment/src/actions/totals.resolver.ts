import { AdministrativeUnit, refuse } from '@phoihop/core';
import { DateScalar, ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { program } from '../step.js';
import { OrganizationTotal } from './totals.js';

@Resolver()
export class TotalsResolver {
  @Query(() => [OrganizationTotal], {
    nullable: true,
    description:
      'What each organization did in a unit and all below it over some days, who did most first. For whoever sees the actions of every place in it: the sum of a part would be a wrong one.',
  })
  async environmentTotals(
    @Arg('unit', () => ID, { description: 'Global id of the unit, at any level.' }) unit: string,
    @Arg('from', () => DateScalar, { description: 'The first day.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'The last day, not before the first.' }) to: string,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationTotal[]> {
    const unitId = context.read.localId(AdministrativeUnit, unit, 'unit');
    if (to < from) refuse('to', to, `≥ ${from}`);
    const [places] = await context.session.query<{ ids: number[]; seen: number }>(below, [
      unitId,
      to,
      program,
    ]);
    if (!places || places.ids.length === 0)
      throw new ProblemError('NOT_FOUND', { field: 'unit', given: unit });
    if (places.seen < places.ids.length)
      throw new ProblemError('ENVIRONMENT_PARTLY_SEEN', {
        field: 'unit',
        given: places.seen,
        allowed: places.ids.length,
      });
    return context.session.query<OrganizationTotal & Record<string, unknown>>(totals, [places.ids, from, to]);
  }
}

/** The unit and what lies below it on a day, and how many of these the caller sees the actions of. */
const below = /* sql */ `
with recursive place (unit_id) as (
  select unit_id from core.administrative_unit_version
   where unit_id = $1 and superseded_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)
  union
  select child.unit_id from place join core.administrative_unit_version child on child.parent_id = place.unit_id
     and child.superseded_at is null and child.valid_from <= $2::date and (child.valid_to is null or child.valid_to > $2::date)
)
select coalesce(array_agg(unit_id), '{}')::bigint[] as ids,
       count(*) filter (where unit_id in (select seen from core.units_seen('environment:read', $3) as seen))::int as seen
  from place`;

const totals = /* sql */ `
select organization_id as organization, count(*)::int as actions, count(*) filter (where state = 'CONFIRMED')::int as confirmed,
       sum(participants)::int as participants, trim_scale(sum(waste_kg))::text as "wasteKg", sum(road_meters)::int as "roadMeters",
       sum(canal_meters)::int as "canalMeters", sum(trees)::int as trees
  from environment.action
 where unit_id = any ($1::bigint[]) and held_on between $2::date and $3::date and state <> 'WITHDRAWN'
 group by organization_id
 order by actions desc, participants desc, organization_id nulls first`;

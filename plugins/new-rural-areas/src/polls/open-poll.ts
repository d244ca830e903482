import { AdministrativeUnit, requireCount, requireKindOfUnit, requireScope, UnitKind } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { program } from '../access.js';
import type { OpenPollInput } from './poll-inputs.js';
import { PollScope } from './poll-enums.js';

/** Households of a unit: more than any district has. */
const possible = { minimum: 1, maximum: 1_000_000 };

/**
 * Opens a poll by the rule in force on the business date.
 * @returns its id.
 * @throws ProblemError UNIT_KIND for a town or a ward, NEW_RURAL_POLL_RULE_NOT_FOUND, NEW_RURAL_POLL_AREAS, ALREADY_EXISTS where one is open.
 */
export async function openPoll(context: RequestContext, input: OpenPollInput): Promise<number> {
  const field = 'input.unit';
  const unitId = context.read.localId(AdministrativeUnit, input.unit, field);
  await requireScope(context, 'new-rural-areas:poll', { unitId, program, field });
  const { businessDate } = context.clock;
  const kinds = [UnitKind.COMMUNE, UnitKind.DISTRICT];
  await requireKindOfUnit(context, { unitId, on: businessDate, kinds, field });
  const unit = await context.read.byId(AdministrativeUnit, unitId, businessDate);
  const scope = unit!['kind'] === UnitKind.DISTRICT ? PollScope.DISTRICT : PollScope.COMMUNE;
  const rule = await ruleInForce(context, scope, input.level);
  const households = requireCount(input.households, 'input.households', possible);
  const areas = await checkedAreas(context, { unitId, scope, households }, input.areas);
  const [poll] = await context.session.query<{ id: number }>(
    `insert into new_rural_areas.poll (unit_id, level, rule_id, opened_on, households, opened_by)
     values ($1, $2, $3, $4, $5, $6) on conflict (unit_id, level) where state = 'OPEN' do nothing returning id`,
    [unitId, input.level, rule, businessDate, households, context.caller.userId],
  );
  if (!poll) throw new ProblemError('ALREADY_EXISTS', { field, given: input.level });
  await context.session.query(
    `insert into new_rural_areas.poll_area (poll_id, unit_id, opened_on, households)
     select $1, unit, $3, households from jsonb_to_recordset($2::jsonb) as given (unit bigint, households int)`,
    [poll.id, JSON.stringify(areas), businessDate],
  );
  await context.audit(
    'new-rural-areas:open-poll',
    { type: 'NewRuralAreasPoll', id: poll.id },
    { level: input.level, areas: areas.length },
  );
  return poll.id;
}

async function ruleInForce(
  { session, clock }: RequestContext,
  scope: PollScope,
  level: string,
): Promise<number> {
  const on = clock.businessDate;
  const [rule] = await session.query<{ id: number }>(
    `select id from new_rural_areas.poll_rule
      where scope = $1 and level = $2 and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)`,
    [scope, level, on],
  );
  if (!rule)
    throw new ProblemError('NEW_RURAL_POLL_RULE_NOT_FOUND', {
      field: 'input.level',
      given: level,
      scope,
      on,
    });
  return rule.id;
}

interface GivenArea {
  readonly unit: number;
  readonly households: number;
}

/** The areas of a poll: residential areas of the unit, each once; of a commune all of them, so that nobody is left out. */
async function checkedAreas(
  context: RequestContext,
  { unitId, scope, households }: { unitId: number; scope: PollScope; households: number },
  given: OpenPollInput['areas'],
): Promise<GivenArea[]> {
  const field = 'input.areas';
  const known = await areasOf(context, unitId);
  const areas = given.map(({ unit, households: its }, index) => ({
    unit: context.read.localId(AdministrativeUnit, unit, `${field}[${index}].unit`),
    households: requireCount(its, `${field}[${index}].households`, { minimum: 1, maximum: 100_000 }),
  }));
  const named = new Set(areas.map(({ unit }) => unit));
  const foreign = areas.findIndex(({ unit }, index) => {
    return !known.includes(unit) || areas.findIndex((other) => other.unit === unit) !== index;
  });
  if (foreign >= 0) {
    const at = `${field}[${foreign}].unit`;
    throw new ProblemError('NEW_RURAL_POLL_AREAS', { field: at, given: named.size, allowed: known.length });
  }
  if (areas.length === 0 || (scope === PollScope.COMMUNE && named.size < known.length))
    throw new ProblemError('NEW_RURAL_POLL_AREAS', { field, given: named.size, allowed: known.length });
  const sum = areas.reduce((total, area) => total + area.households, 0);
  if (scope === PollScope.COMMUNE ? sum !== households : sum > households)
    throw new ProblemError('NEW_RURAL_POLL_HOUSEHOLDS', {
      field: 'input.households',
      given: households,
      allowed: sum,
    });
  return areas;
}

/** The residential areas of a unit on the business date. */
async function areasOf({ session, clock }: RequestContext, unitId: number): Promise<number[]> {
  const rows = await session.query<{ unit_id: number }>(
    `select version.unit_id from core.unit_reach whole
       join core.unit_reach part on part.own and part.path operator(public.<@) whole.path
        and part.valid_from <= $2::date and (part.valid_to is null or part.valid_to > $2::date)
       join core.administrative_unit_version version on version.unit_id = part.unit_id and version.superseded_at is null
        and version.kind = 'RESIDENTIAL_AREA'
        and version.valid_from <= $2::date and (version.valid_to is null or version.valid_to > $2::date)
      where whole.unit_id = $1::bigint and whole.own
        and whole.valid_from <= $2::date and (whole.valid_to is null or whole.valid_to > $2::date)`,
    [unitId, clock.businessDate],
  );
  return rows.map(({ unit_id }) => unit_id);
}

import type { PluginServices } from '@phoihop/platform';
import { loadWhereChanged } from '../loading/load-where-changed.js';
import { districtCode } from './people-places.js';
import { adjusted, demoEarlierPart, demoEarlierPlan, demoParts, demoPlans } from './plans-plan.js';

/**
 * Hands targets of the district down and draws up plans of the district and its communes, all flagged `demo`. Done once:
 * what people change afterwards is left alone. Targets and activities of plugins that are not installed are left out.
 */
export async function loadDemoPlans({ database, log }: PluginServices): Promise<void> {
  const made = await database.asSystem('load the demonstration’s plans', (session) =>
    loadWhereChanged(session, {
      key: 'demo-plans',
      checksum: 'once',
      load: async () => {
        const parts = await session.query(handDown, [JSON.stringify(demoParts)]);
        await session.query(keepEarlierPart, [JSON.stringify([demoEarlierPart])]);
        const plans = await session.query(drawUp, [JSON.stringify(demoPlans), districtCode]);
        await session.query(fill, [JSON.stringify(demoPlans), districtCode]);
        const earlier = { ...demoEarlierPlan, unit: adjusted };
        await session.query(keepEarlierPlan, [JSON.stringify([earlier])]);
        return { parts: parts.length, plans: plans.length };
      },
    }),
  );
  if (made) log('demonstration plans loaded', made);
}

const units = /* sql */ `
units as (
  select unit_id, code, parent_id from core.administrative_unit_version where tree = 'ADMIN' and superseded_at is null
    and valid_from <= '2021-06-01' and (valid_to is null or valid_to > '2021-06-01')
)`;

const handDown = /* sql */ `
with ${units}
insert into core.target (indicator_id, unit_id, home_unit_id, program_id, program_code, period_id, operator, value, deadline,
  path, tolerance, parent_target_id, demo)
select whole.indicator_id, units.unit_id, units.unit_id, whole.program_id, whole.program_code, whole.period_id,
    case whole.operator when 'RANGE' then 'AT_LEAST' else whole.operator end, given.value, whole.deadline, whole.path,
    whole.tolerance, whole.id, true
  from json_to_recordset($1::json) as given (target text, unit text, value numeric)
  join core.target whole on whole.code = given.target
  join units on units.code = given.unit and units.parent_id = whole.unit_id
 order by given.target, given.unit
on conflict do nothing
returning id`;

const keepEarlierPart = /* sql */ `
with ${units},
part as (
  select part.id, part.operator, part.deadline, given.value, given.reason
    from json_to_recordset($1::json) as given (target text, unit text, value numeric, reason text)
    join core.target whole on whole.code = given.target
    join units on units.code = given.unit
    join core.target part on part.parent_target_id = whole.id and part.unit_id = units.unit_id
),
kept as (
  insert into core.target_version (target_id, version, operator, value, deadline, reason, replaced_at)
  select id, 1, operator, value, deadline, reason, '2021-04-15 08:00+07' from part
)
update core.target set version = 2 from part where part.id = target.id`;

const given = /* sql */ `
given as (
  select row_number() over () as nth, its.* from json_to_recordset($1::json) as its
    (unit text, program text, title text, state text, parent boolean, items text[])
)`;

/** In the order of the list, so that the ids are always the same; the plan above comes first. */
const drawUp = /* sql */ `
with ${units}, ${given},
made as (
  insert into core.plan (unit_id, program_id, program_code, year, title, state, basis_document_id, demo, version)
  select units.unit_id, program.id, program.code, 2021, given.title, given.state, document.id, true,
      case given.state when 'DRAFT' then 1 when 'ADJUSTED' then 3 else 2 end
    from given
    join units on units.code = coalesce(given.unit, $2)
    left join core.program program on program.code = given.program
    left join core.document document on document.code = 'D-24' and given.unit is null
   order by given.nth
  returning id, unit_id
)
select made.id from made`;

/** A commune's plan carries out the first one of the district; its items are its own parts, where it has them. */
const fill = /* sql */ `
with ${units}, ${given},
district as (
  select min(plan.id) as plan_id from core.plan plan join units on units.unit_id = plan.unit_id and units.code = $2
   where plan.demo
),
drawn as (
  select plan.id, plan.unit_id, given.items, given.parent
    from core.plan plan join units on units.unit_id = plan.unit_id
    join given on coalesce(given.unit, $2) = units.code and given.title = plan.title
   where plan.demo
),
linked as (
  update core.plan set parent_id = district.plan_id from drawn, district where drawn.id = plan.id and drawn.parent
)
insert into core.plan_item (plan_id, target_id, activity_id, added_version)
select drawn.id, case when activity.id is null then coalesce(part.id, own.id) end, activity.id, 1
  from drawn
 cross join unnest(drawn.items) with ordinality as its (code, nth)
  left join core.activity activity on activity.code = its.code
  left join core.target own on own.code = its.code and own.unit_id = drawn.unit_id
  left join core.target whole on whole.code = its.code
  left join core.target part on part.parent_target_id = whole.id and part.unit_id = drawn.unit_id
 where coalesce(activity.id, part.id, own.id) is not null
 order by drawn.id, its.nth`;

const keepEarlierPlan = /* sql */ `
with ${units},
plan as (
  select plan.id, given.title, given.reason, given.removed
    from json_to_recordset($1::json) as given (unit text, title text, removed text, reason text)
    join units on units.code = given.unit
    join core.plan plan on plan.unit_id = units.unit_id and plan.demo
),
kept as (
  insert into core.plan_version (plan_id, version, title, state, basis_document_id, reason, replaced_at)
  select plan.id, 2, plan.title, 'APPROVED', document.id, plan.reason, '2021-08-02 08:00+07'
    from plan left join core.document document on document.code = 'D-24'
)
insert into core.plan_item (plan_id, activity_id, note, added_version, removed_version)
select plan.id, activity.id, 'Minh họa: tổ chức một phiên chợ vào quý III.', 1, 3
  from plan join core.activity activity on activity.code = plan.removed`;

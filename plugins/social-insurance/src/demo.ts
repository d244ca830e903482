import { putDemoDrafts } from '@phoihop/core';
import type { PluginServices } from '@phoihop/platform';
import { deriveCoverage } from './coverage/derive-coverage.js';
import { demoDrafts } from './demo-reports.js';

/**
 * Invented coverage of the 17 units of Trảng Bom, January to September 2021, with sessions, agents and a few
 * households: deterministic, plausible, every row marked as demo. Cây Gáo sends nothing for September, so that a
 * total shows what a missing unit does to its coverage.
 */
export async function loadDemo({ database, clock }: PluginServices): Promise<void> {
  await database.asSystem('load the demonstration of social insurance', async (session) => {
    await session.query('select pg_advisory_xact_lock(hashtext($1))', ['social-insurance demo']);
    const loaded = await session.query('select 1 from social_insurance.coverage_snapshot where demo limit 1');
    if (loaded.length > 0) return;
    const units = await session.query<{ unit_id: number }>(insertSnapshots, [clock.businessDate]);
    await session.query(insertGroupSnapshots);
    await session.query(insertSessions, [clock.businessDate]);
    await session.query(insertAgents);
    await session.query(insertHouseholds, [clock.businessDate]);
    await deriveCoverage({ session }, { unitIds: [...new Set(units.map((row) => row.unit_id))] });
    await putDemoDrafts(session, demoDrafts, clock.businessDate);
  });
}

/** The units of the district, numbered by code, with an invented population that depends on the number only. */
const units = `
  with district as (
    select unit_id from core.administrative_unit_version
     where code = '737' and tree = 'ADMIN' and superseded_at is null and valid_from <= '2021-06-01' and (valid_to is null or valid_to > '2021-06-01')
  ), unit as (
    select version.unit_id, version.code, version.name, row_number() over (order by version.code)::int as n
      from core.administrative_unit_version version join district on version.parent_id = district.unit_id
     where version.superseded_at is null and version.valid_from <= '2021-06-01' and (version.valid_to is null or version.valid_to > '2021-06-01')
       and version.kind in ('COMMUNE', 'TOWN')
  ), people as (
    select *, 9000 + (n * 7919) % 21000 as population from unit
  )`;

const insertSnapshots = `${units}
  insert into social_insurance.coverage_snapshot (unit_id, date, insurance, group_id, insured, population, source, demo)
  select people.unit_id, month.last, kind.insurance, null,
         floor(people.population * (kind.base + (people.n % 5) * kind.spread + extract(month from month.last) * kind.growth))::int,
         people.population, 'social-insurance-agency', true
    from people
   cross join (select (make_date(2021, m, 1) + interval '1 month - 1 day')::date as last from generate_series(1, 9) m) month
   cross join (values ('HEALTH', 0.83, 0.012, 0.006), ('VOLUNTARY_SOCIAL', 0.008, 0.002, 0.001)) kind (insurance, base, spread, growth)
   where month.last <= $1::date and not (people.code = '26254' and month.last = '2021-09-30')
  returning unit_id`;

/**
 * The last figures of September again by who pays: shares of the insured that come to exactly all of them, and
 * everybody without insurance among the households.
 */
const insertGroupSnapshots = `
  with share (code, share) as (
    values ('EMPLOYEE_EMPLOYER', 0.31), ('SOCIAL_INSURANCE_FUND', 0.05), ('STATE_BUDGET', 0.24), ('STATE_SUPPORTED', 0.16), ('EMPLOYER', 0.01)
  ), whole as (
    select * from social_insurance.coverage_snapshot
     where demo and insurance = 'HEALTH' and group_id is null and date = '2021-09-30' and superseded_at is null
  ), part as (
    select whole.unit_id, share.code, floor(whole.insured * share.share)::int as insured, floor(whole.insured * share.share)::int as population
      from whole cross join share
    union all
    select whole.unit_id, 'HOUSEHOLD', whole.insured - others.insured, whole.population - others.insured
      from whole cross join lateral (select sum(floor(whole.insured * share))::int as insured from share) others
  )
  insert into social_insurance.coverage_snapshot (unit_id, date, insurance, group_id, insured, population, source, demo)
  select part.unit_id, '2021-09-30', 'HEALTH', participant.id, part.insured, part.population, 'social-insurance-agency', true
    from part join social_insurance.participant_group participant on participant.code = part.code
     and participant.valid_from <= '2021-09-30' and (participant.valid_to is null or participant.valid_to > '2021-09-30')
   order by part.unit_id, part.code`;

const insertSessions = `${units}
  insert into social_insurance.outreach_session (unit_id, held_on, topic, attendance, registered, demo)
  select unit_id, make_date(2021, 2 + n % 7, 3 + n), 'Tuyên truyền bảo hiểm y tế hộ gia đình (dữ liệu minh họa)', 40 + n * 3, 5 + n % 9, true
    from people where make_date(2021, 2 + n % 7, 3 + n) <= $1::date`;

const insertAgents = `${units}
  insert into social_insurance.collection_agent (unit_id, name, valid_from, demo)
  select unit_id, 'Đại lý thu ' || name || ' (minh họa)', '2020-01-01', true from people`;

const insertHouseholds = `${units}
  insert into social_insurance.gap_household (unit_id, head_name, address, members, uninsured, state, noted_on, demo)
  select unit_id, (array['Nguyễn Văn', 'Trần Thị', 'Lê Văn', 'Phạm Thị'])[1 + (n + k) % 4] || ' ' || (array['An', 'Bình', 'Chi', 'Dũng', 'Hạnh'])[1 + (n * k) % 5] || ' (minh họa)',
         'Tổ ' || k, 3 + k % 3, case (n + k) % 4 when 2 then 0 else 1 + k % 3 end,
         (array['OPEN', 'APPROACHED', 'JOINED', 'DECLINED'])[1 + (n + k) % 4], make_date(2021, 3 + k, 10), true
    from people cross join generate_series(1, 3) k where make_date(2021, 3 + k, 10) <= $1::date`;

import { putDemoDrafts } from '@phoihop/core';
import type { PluginServices, Session } from '@phoihop/platform';
import { demoDrafts } from './demo-reports.js';
import { deriveHouseholdsSupported } from './support/derive-households-supported.js';
import { deriveTeamCoverage } from './teams/derive-team-coverage.js';

/**
 * Invented work against Covid-19 in Trảng Bom, May to October 2021: one outbreak that goes on and one that is over,
 * teams in the communes, lists in every state, a fund of money and one of rice. Deterministic, every row marked as demo.
 */
export async function loadDemo({ database, clock }: PluginServices): Promise<void> {
  await database.asSystem('load the demonstration of epidemic prevention', async (session) => {
    await session.query('select pg_advisory_xact_lock(hashtext($1))', ['covid-19 demo']);
    const loaded = await session.query('select 1 from covid_19.outbreak where demo limit 1');
    if (loaded.length > 0) return;
    const day = clock.businessDate;
    for (const statement of statements) await session.query(statement, [day]);
    await derive(session, day);
    await putDemoDrafts(session, demoDrafts, day);
  });
}

async function derive(session: Session, day: string): Promise<void> {
  const units = await session.query<{ id: number; received: boolean }>(
    `select unit_id as id, false as received from covid_19.area_households where demo
     union all select distinct unit_id, true from covid_19.support_household where demo and received_on is not null`,
  );
  const of = (received: boolean) => units.filter((unit) => unit.received === received).map(({ id }) => id);
  await deriveTeamCoverage({ session }, { units: of(false), day });
  await deriveHouseholdsSupported({ session }, { units: of(true), day: '2021-09-20' });
}

/** The communes and the town of the district, numbered by code, as the plugin of insurance numbers them. */
const places = /* sql */ `
  district as (
    select unit_id from core.administrative_unit_version
     where code = '737' and tree = 'ADMIN' and superseded_at is null and valid_from <= '2021-06-01' and (valid_to is null or valid_to > '2021-06-01')
  ), commune as (
    select version.unit_id, version.code, version.name, row_number() over (order by version.code)::int as n
      from core.administrative_unit_version version join district on version.parent_id = district.unit_id
     where version.superseded_at is null and version.valid_from <= '2021-06-01' and (version.valid_to is null or version.valid_to > '2021-06-01')
       and version.kind in ('COMMUNE', 'TOWN')
  ), area as (
    select version.unit_id, version.name, commune.n, row_number() over (partition by commune.n order by version.code)::int as k
      from core.administrative_unit_version version join commune on version.parent_id = commune.unit_id
     where version.superseded_at is null and version.kind = 'RESIDENTIAL_AREA' and version.valid_from <= '2021-06-01'
  )`;

const statements: readonly string[] = [
  /* sql */ `with ${places}, given (name, from_day, to_day) as (values
      ('Đợt dịch Covid-19 năm 2020 (minh họa)', date '2020-03-01', date '2020-05-15'),
      ('Đợt dịch Covid-19 lần thứ tư (minh họa)', date '2021-05-20', null::date))
    insert into covid_19.outbreak (unit_id, disease_id, name, from_day, to_day, state, demo)
    select district.unit_id, disease.id, given.name, from_day, to_day, case when to_day is null then 'ACTIVE' else 'CLOSED' end, true
      from district, given, covid_19.disease where disease.code = 'COVID_19' and disease.valid_from <= '2020-03-01' and from_day <= $1::date`,
  /* sql */ `insert into covid_19.outbreak_level (outbreak_id, level_id, from_day, decision, demo)
    select outbreak.id, level.id, given.day, given.decision, true
      from covid_19.outbreak, covid_19.response_level level,
        (values ('CT_15', date '2021-06-20', 'Quyết định của UBND tỉnh (minh họa)'), ('CT_16', date '2021-07-09', 'Quyết định của UBND tỉnh (minh họa)'),
          ('LEVEL_3', date '2021-10-12', 'Thông báo của Ban Chỉ đạo huyện (minh họa)')) as given (code, day, decision)
     where outbreak.demo and outbreak.state = 'ACTIVE' and level.code = given.code and given.day <= $1::date
     order by given.day`,
  /* sql */ `update covid_19.outbreak set level_id = latest.level_id
      from (select distinct on (outbreak_id) outbreak_id, level_id from covid_19.outbreak_level where $1::date is not null order by outbreak_id, from_day desc) latest
     where outbreak.id = latest.outbreak_id`,
  // Every commune is counted; where the demonstration has residential areas, those are, and not the commune again.
  /* sql */ `with ${places}
    insert into covid_19.area_households (unit_id, households, counted_on, superseded_at, demo)
    select unit_id, 180 + (n * 37 + k * 53) % 160, date '2021-06-15', null::timestamptz, true from area where $1::date >= '2021-06-15'
    union all
    select unit_id, 1200 + (n * 331) % 1400, '2021-06-15', null, true from commune where n not in (select n from area) and $1::date >= '2021-06-15'
    union all
    select unit_id, 170, '2020-04-01', '2021-06-15', true from area where k = 1`,
  /* sql */ `with ${places}
    insert into covid_19.community_team (unit_id, name, members, households, formed_on, dissolved_on, dissolve_reason, demo)
    select unit_id, 'Tổ Covid cộng đồng ' || name || ' (minh họa)', 3 + (n + k) % 4, 100 + (n * 11 + k * 7) % 60, date '2021-06-20', null::date, null, true from area
    union all
    select unit_id, 'Tổ Covid cộng đồng ' || name || ' (minh họa)', 20 + n, 900 + (n * 97) % 300, '2021-06-20', null, null, true
      from commune where n not in (select n from area) and n % 6 <> 0
    union all
    select unit_id, 'Tổ Covid cộng đồng ' || name || ' 2020 (minh họa)', 4, 80, '2020-04-02', '2020-05-20', 'hết dịch', true from area where k = 1 and $1::date is not null`,
  /* sql */ `with ${places}, state (state, m) as (values ('DRAFT', 0), ('POSTED', 1), ('REVIEWED', 2), ('APPROVED', 3), ('DELIVERED', 4))
    insert into covid_19.support_list (unit_id, package_id, title, state, posted_on, complaints_until, approved_on, delivered_on, decision, small_cell_threshold, demo)
    select commune.unit_id, package.id, 'Lao động tự do, đợt ' || (5 - m) || ' (minh họa)', state.state,
        case when m > 0 then case m when 1 then $1::date - 1 else date '2021-08-20' end end,
        case when m > 0 then case m when 1 then $1::date + 2 else date '2021-08-25' end end,
        case when m >= 3 then date '2021-09-01' end, case when m = 4 then date '2021-09-20' end,
        case when m >= 3 then 'Quyết định của UBND huyện (minh họa)' end, package.small_cell_threshold, true
      from commune, state, covid_19.support_package package
     where package.code = 'NQ68_FREELANCE' and (commune.n + m) % 3 = 0 or package.code = 'NQ68_FREELANCE' and commune.code = '26257'`,
  /* sql */ `insert into covid_19.support_household (list_id, unit_id, head_name, address, people, amount, received_on, demo)
    select list.id, list.unit_id,
        (array['Nguyễn Văn', 'Trần Thị', 'Lê Văn', 'Phạm Thị', 'Hoàng Văn'])[1 + (list.id + k) % 5] || ' ' || (array['An', 'Bình', 'Chi', 'Dũng', 'Hạnh', 'Khoa'])[1 + (list.id * k) % 6] || ' (minh họa)',
        'Tổ ' || k, 1 + k % 2, 1500000 * (1 + k % 2),
        case when list.state = 'DELIVERED' then date '2021-09-10' + k when list.state = 'APPROVED' and k % 2 = 0 and $1::date >= '2021-09-12' then date '2021-09-12' end, true
      from covid_19.support_list list cross join generate_series(1, 9) k
     where list.demo and k <= case when list.id % 4 = 0 then 3 else 7 + list.id % 3 end`,
  /* sql */ `update covid_19.support_list list set household_count = counted.n, amount = counted.amount
      from (select list_id, count(*) as n, sum(amount) as amount from covid_19.support_household where $1::date is not null group by list_id) counted
     where list.id = counted.list_id and list.demo`,
  /* sql */ `insert into covid_19.support_complaint (list_id, unit_id, text, received_on, answer, answered_on, demo)
    select id, unit_id, 'Có hộ đã đi khỏi địa phương mà vẫn có tên (minh họa)', posted_on,
        case when state <> 'POSTED' then 'Đã xác minh: hộ còn cư trú (minh họa)' end, case when state <> 'POSTED' then posted_on + 1 end, true
      from covid_19.support_list where demo and posted_on is not null and id % 2 = 0 and $1::date is not null`,
  /* sql */ `with ${places}
    insert into covid_19.fund (unit_id, name, measure, opened_on, demo)
    select unit_id, 'Quỹ phòng, chống dịch Covid-19 huyện (minh họa)', 'VND', date '2021-05-25', true from district where $1::date >= '2021-05-25'
    union all
    select unit_id, 'Gạo hỗ trợ ' || name || ' (minh họa)', 'KILOGRAM', '2021-07-10', true from commune where n <= 3 or code = '26257'`,
  /* sql */ `insert into covid_19.fund_entry (fund_id, unit_id, direction, amount, day, counterpart, purpose, demo)
    select fund.id, fund.unit_id, given.direction, given.amount * case fund.measure when 'VND' then 1000000 else 10 end, fund.opened_on + given.days, given.counterpart, given.purpose, true
      from covid_19.fund, (values
        (1, 'RECEIVED', 200.0, 3, 'Doanh nghiệp trong khu công nghiệp (minh họa)', 'ủng hộ phòng, chống dịch'),
        (2, 'RECEIVED', 80.0, 10, 'Các cơ sở tôn giáo (minh họa)', 'ủng hộ phòng, chống dịch'),
        (3, 'GIVEN', 120.0, 20, 'Khu phong tỏa (minh họa)', 'lương thực, thực phẩm'),
        (4, 'RECEIVED', 15.0, 25, 'Hội viên nông dân (minh họa)', 'ghi nhầm')) as given (n, direction, amount, days, counterpart, purpose)
     where fund.demo and $1::date is not null order by fund.id, given.n`,
  /* sql */ `insert into covid_19.fund_entry (fund_id, unit_id, direction, amount, day, counterpart, purpose, reverses_id, reason, demo)
    select fund_id, unit_id, 'GIVEN', amount, day + 1, counterpart, purpose, id, 'ghi nhầm quỹ', true
      from covid_19.fund_entry where demo and purpose = 'ghi nhầm' and reverses_id is null and $1::date is not null`,
  /* sql */ `with ${places}
    insert into covid_19.quarantine_support (unit_id, outbreak_id, place, given_on, households, parcels, what, withdrawn, withdrawal_reason, demo)
    select commune.unit_id, outbreak.id, (array['HOME', 'CENTER', 'SEALED_AREA'])[1 + n % 3], date '2021-07-15' + n, 20 + n * 3, 40 + n * 6,
        'Gạo, mì, rau xanh (minh họa)', n % 7 = 0, case when n % 7 = 0 then 'nhập trùng' end, true
      from commune, covid_19.outbreak where outbreak.demo and outbreak.state = 'ACTIVE' and $1::date >= '2021-08-05'`,
  /* sql */ `with ${places}
    insert into covid_19.vaccination_outreach (unit_id, outbreak_id, held_on, topic, reached, registered, withdrawn, withdrawal_reason, demo)
    select commune.unit_id, outbreak.id, date '2021-08-05' + n, 'Vận động tiêm vắc-xin phòng Covid-19 (minh họa)', 60 + n * 4, 30 + n, n % 8 = 0,
        case when n % 8 = 0 then 'nhập trùng' end, true
      from commune, covid_19.outbreak where outbreak.demo and outbreak.state = 'ACTIVE' and $1::date >= '2021-08-25'`,
];

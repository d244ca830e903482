/** Reviews: of all communes at the end of 2020, of most in the middle of 2021, one entered by mistake; and of the district. */
export const insertMeetings = /* sql */ `
with unit as (
  select entry.unit_id, row_number() over (order by version.code)::int as n
    from emulation_awards.entry entry
    join emulation_awards.emulation_year year on year.id = entry.emulation_year_id and year.year = 2021 and year.demo
    join core.administrative_unit_version version on version.unit_id = entry.unit_id and version.superseded_at is null
     and version.valid_from <= '2021-06-01' and (version.valid_to is null or version.valid_to > '2021-06-01')
  union all
  select unit_id, 0 from emulation_awards.emulation_year where year = 2021 and demo
)
insert into emulation_awards.review_meeting (unit_id, held_on, kind, attendance, summary, withdrawn_on, withdrawal_reason, demo)
select unit_id, held_on, kind, 30 + n, summary || ' (minh họa).', withdrawn_on, case when withdrawn_on is not null then 'Ghi trùng (minh họa).' end, true
  from unit cross join lateral (values
    (date '2020-12-20' + n % 8, 'YEAR_END', 'Tổng kết công tác Mặt trận, phong trào thi đua năm 2020', null::date, true),
    (date '2021-06-15' + n % 12, 'MID_YEAR', 'Sơ kết sáu tháng đầu năm 2021', null::date, n % 5 <> 4),
    (date '2021-07-02' + n % 3, 'MID_YEAR', 'Sơ kết sáu tháng đầu năm 2021', date '2021-07-10', n % 6 = 1)) as its (held_on, kind, summary, withdrawn_on, there)
 where there
 order by n, held_on`;

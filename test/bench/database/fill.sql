-- What the benchmark reads besides the demonstration: 12 monthly forms of 8 figures each, filled in by the 170 communes
-- of Đồng Nai for 24 months, and a target for each figure of the district. All invented, and marked so.

insert into core.indicator (key, plugin, program, title_vi, title_en, description_vi, description_en, unit_of_measure_vi,
  unit_of_measure_en, kind, calendar, collection_level, merge_rule, split_rule, decimals, sources, reported_by, demo)
select format('bench-%s.figure-%s', lpad(form::text, 2, '0'), line), program.plugin, program.code,
  format('Số liệu thử tải %s.%s', form, line), format('Benchmark figure %s.%s', form, line), '', '', 'lượt', 'times',
  'SUM', 'MONTH', 'COMMUNE', 'SUM', 'NONE', 0, '{front-report}', null, true
from (select code, plugin, row_number() over (order by code) as form from core.program order by code limit 12) program
cross join generate_series(1, 8) as line;

insert into core.indicator_feeder (indicator_id, kind, valid_from)
select id, 'COLLECTED', '1900-01-01' from core.indicator where key like 'bench-%';

insert into core.report_template (key, program, calendar, level, title_vi, title_en)
select split_part(key, '.', 1), program, 'MONTH', 'COMMUNE', 'Báo cáo thử tải ' || split_part(key, '.', 1), 'Report of the benchmark ' || split_part(key, '.', 1)
from core.indicator where key like 'bench-%.figure-1' order by key;

insert into core.report_template_item (template_id, position, indicator_id)
select template.id, right(indicator.key, 1)::int, indicator.id
from core.report_template template
join core.indicator on indicator.key like template.key || '.figure-%'
where template.key like 'bench-%' order by 1, 2;

create temporary table place on commit drop as
select commune.unit_id
from core.administrative_unit_version province
join core.administrative_unit_version district on district.parent_id = province.unit_id
join core.administrative_unit_version commune on commune.parent_id = district.unit_id
where province.code = '75' and commune.kind in ('COMMUNE', 'WARD', 'TOWN')
  and num_nonnulls(province.superseded_at, district.superseded_at, commune.superseded_at) = 0
  and date '2021-10-15' <@ daterange(province.valid_from, province.valid_to)
  and date '2021-10-15' <@ daterange(district.valid_from, district.valid_to)
  and date '2021-10-15' <@ daterange(commune.valid_from, commune.valid_to);

insert into core.report (template_id, unit_id, period_id, as_of, program, state, note, submitted_at, accepted_at, demo)
select template.id, place.unit_id, period.id, period.ends_on, template.program,
  case when period.ends_on <= '2021-06-30' then 'ACCEPTED' else 'SUBMITTED' end,
  'Số liệu minh họa, không có thật.',
  period.ends_on + interval '5 days',
  case when period.ends_on <= '2021-06-30' then period.ends_on + interval '9 days' end,
  true
from core.report_template template
cross join place
join core.period on period.calendar_key = 'MONTH' and period.starts_on between '2019-10-01' and '2021-09-01'
where template.key like 'bench-%'
order by period.ends_on, template.id, place.unit_id;

-- The guard of the table fills in and checks row by row what is right here from the start.
alter table core.data_value disable trigger data_value_guarded;

insert into core.data_value (indicator_id, unit_id, period_id, as_of, program, source, value, state, report_id, recorded_at, demo)
select item.indicator_id, report.unit_id, report.period_id, report.as_of, report.program, 'front-report',
  (hashint8(report.id * 8 + item.position) & 1023) % 100,
  case report.state when 'ACCEPTED' then 'ACCEPTED' else 'PROVISIONAL' end,
  report.id, report.as_of + interval '3 days' + item.position * interval '1 minute', true
from core.report report
join core.report_template template on template.id = report.template_id and template.key like 'bench-%'
join core.report_template_item item on item.template_id = report.template_id
order by report.id, item.position;

alter table core.data_value enable trigger data_value_guarded;

insert into core.target (code, indicator_id, unit_id, home_unit_id, program_id, program_code, period_id, operator, value, deadline,
  path, tolerance, demo)
select format('B-%s-%s', substr(indicator.key, 7, 2), right(indicator.key, 1)), indicator.id, district.unit_id, district.unit_id,
  program.id, program.code, period.id, 'AT_LEAST', 6000 + 100 * right(indicator.key, 1)::int, '2021-12-31', 'LINEAR', 0.1, true
from core.indicator
join core.program on program.code = indicator.program
join core.period on period.key = '2021' and period.calendar_key = 'YEAR'
join core.administrative_unit_version district on district.code = '737' and district.superseded_at is null
  and date '2021-10-15' <@ daterange(district.valid_from, district.valid_to)
where indicator.key like 'bench-%'
order by indicator.key;

-- Figures are never deleted, except here: what the write workload has left is taken away after each turn.
create index bench_superseded_by on core.data_value (superseded_by) where superseded_by is not null;

// Whether figures should lie in partitions: the figures of a province in one table, in partitions by year, and in
// partitions by unit, with the same indexes; for each question how many pages are read, which does not depend on how
// busy the machine is. The reasons in docs/decisions/0006-scale.md. Run it after a build: node test/bench/partitions.mjs
import { addIndicators, fill } from './scale/fill.mjs';
import { startPlace } from './scale/place.mjs';
import { roots } from './scale/sizes.mjs';

const columns =
  'id, indicator_id, unit_id, period_id, as_of, program, source, disaggregation, value, numerator, denominator, status, state, report_id, recorded_at, superseded_at, superseded_by';
const years = Array.from({ length: 12 }, (_, n) => 2016 + n);
const layouts = {
  'one table': { partition: '', parts: () => [], key: '' },
  'by year of as_of': {
    partition: 'partition by range (as_of)',
    parts: (name) => [
      ...years.map(
        (year) =>
          `create table ${name}_${year} partition of ${name} for values from ('${year}-01-01') to ('${year + 1}-01-01')`,
      ),
      `create table ${name}_default partition of ${name} default`,
    ],
    key: ', as_of',
  },
  'by hash of unit': {
    partition: 'partition by hash (unit_id)',
    parts: (name) =>
      Array.from(
        { length: 16 },
        (_, n) =>
          `create table ${name}_${n} partition of ${name} for values with (modulus 16, remainder ${n})`,
      ),
    key: ', unit_id',
  },
};

const place = await startPlace();
const { sql } = place;
try {
  await addIndicators(sql, 48);
  await fill(sql, { root: roots.province, months: 24 });
  const tables = [];
  for (const [layout, { partition, parts, key }] of Object.entries(layouts)) {
    const table = `public.figures_${tables.length}`;
    tables.push({ layout, table, key });
    await sql(
      `create table ${table} (like core.data_value including defaults including constraints) ${partition}`,
    );
    for (const part of parts(table)) await sql(part);
    await sql(`insert into ${table} (${columns}) select ${columns} from core.data_value`);
    await sql(`alter table ${table} add primary key (id${key})`);
    await sql(
      `create unique index on ${table} (indicator_id, unit_id, period_id, source, disaggregation${key === ', as_of' ? key : ''})
       include (value, numerator, denominator, status, state) where superseded_at is null`,
    );
    await sql(`create index on ${table} (unit_id, as_of)`);
    await sql(`create index on ${table} (period_id, indicator_id)`);
    await sql(`create index on ${table} (report_id) where report_id is not null`);
    await sql(`vacuum analyze ${table}`);
  }
  const [{ unit, indicator, report, ids }] = await sql(
    `select (select unit_id from core.report where demo order by unit_id limit 1) as unit,
       (select id from core.indicator where key = 'scale.indicator-001') as indicator,
       (select id from core.report where demo order by id limit 1) as report,
       (select array_agg(id) from (select id from core.data_value where superseded_at is null order by id desc limit 100) d) as ids`,
  );
  const communes = `(select distinct unit_id from core.report where demo) commune`;
  const year = `(select id, ends_on from core.period where calendar_key = 'MONTH' and year = 2021 and ends_on <= '2021-09-30') month`;
  const found = `d.indicator_id = ${indicator} and d.unit_id = commune.unit_id and d.period_id = month.id
    and d.source = 'front-report' and d.disaggregation = '' and d.superseded_at is null`;
  const questions = {
    'latest 50 figures of a unit': (t) =>
      `select * from ${t} where unit_id = ${unit} and superseded_at is null order by as_of desc limit 50`,
    'a year of one indicator in every commune, found by period': (t) =>
      `select sum(value) from ${communes} cross join ${year} left join lateral (select value from ${t} d where ${found} offset 0) d on true`,
    'the same, the day named too': (t) =>
      `select sum(value) from ${communes} cross join ${year}
       left join lateral (select value from ${t} d where ${found} and d.as_of = month.ends_on offset 0) d on true`,
    'the figures of a report': (t) =>
      `select * from ${t} where report_id = ${report} and superseded_at is null`,
    '100 figures by id, to be superseded': (t) => `select * from ${t} where id = any ('{${ids.join(',')}}')`,
    'all figures of one month': (t) =>
      `select count(*) from ${t} where as_of = '2021-06-30' and indicator_id = ${indicator} and superseded_at is null`,
  };
  const [version] = await sql('show server_version');
  console.log(`PostgreSQL ${version.server_version}; pages read / milliseconds to plan\n`);
  console.log(`| | ${tables.map(({ layout }) => layout).join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(tables.length)}`);
  for (const [name, question] of Object.entries(questions)) {
    const cells = [];
    for (const { table } of tables) {
      let plan;
      // The third time: everything is in memory and in the catalog's caches.
      for (let round = 0; round < 3; round += 1)
        [plan] = (await sql(`explain (analyze, buffers, timing off, format json) ${question(table)}`))[0][
          'QUERY PLAN'
        ];
      const { Plan: top, 'Planning Time': planning } = plan;
      cells.push(`${top['Shared Hit Blocks'] + top['Shared Read Blocks']} / ${planning.toFixed(1)}`);
    }
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
} finally {
  await place.stop();
}

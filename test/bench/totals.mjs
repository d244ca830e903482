// A benchmark, not a test: kept totals beside adding up the figures, on one indicator of each kind for every commune of
// the nation over 24 months, in the same run and in turns; and what keeping them costs whoever writes. All figures are
// invented and marked as demonstration. Run it after a build: npm run bench:totals
// With --quick only one province has figures, and fewer rounds are run: to see that the benchmark itself works.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { corePlugin } from '@phoihop/core';
import { startEmbeddedServer } from '@phoihop/database';
import { definePlugin } from '@phoihop/platform';
import { Engine } from '@phoihop/platform/engine';
import { aggregateIndicators } from '../../packages/core/dist/values/aggregate.js';
import { keepMaps } from '../../packages/core/dist/totals/keep-maps.js';
import { computeReportingRows } from '../../packages/core/dist/values/reporting-row-of.js';

const businessDate = '2023-01-15';
const mapDate = '2025-08-01';
const quick = process.argv.includes('--quick');
const rounds = quick ? 3 : 9;
const text = (en) => ({ vi: en, en });
const components = { numerator: text('part'), denominator: text('whole') };
const indicator = (key, kind, mergeRule, more = {}) => ({
  key: `bench.${key}`,
  kind,
  mergeRule,
  program: 'PRG-90',
  title: text(key),
  description: text(key),
  unitOfMeasure: text('one'),
  calendar: 'month',
  collectionLevel: 'commune',
  splitRule: 'NONE',
  decimals: 0,
  sources: ['front-report'],
  feeder: { kind: 'collected' },
  reportedBy: 'commune-clerk',
  ...more,
});
const benchPlugin = definePlugin({
  id: 'bench',
  version: '1.0.0',
  core: '^1.0.0',
  title: text('bench'),
  program: {
    status: 'REGISTERED',
    programs: [
      {
        id: 'PRG-90',
        kind: 'program',
        title: text('bench'),
        quote: 'bench',
        quoteIsExact: true,
        source: 'I',
      },
    ],
    indicators: [
      indicator('sum', 'SUM', 'SUM'),
      indicator('stock', 'STOCK', 'STOCK_SUM'),
      indicator('share', 'RATIO', 'COMPONENTS', { components }),
      indicator('status', 'STATUS_COUNT', 'RECOMPUTE_STATUS', {
        calendar: 'quarter',
        statuses: [{ code: 'advanced', title: text('advanced'), countsNewInPeriod: true }],
      }),
      indicator('written', 'SUM', 'SUM'),
      indicator('written-stock', 'STOCK', 'STOCK_SUM'),
    ],
    targets: [],
    activities: [],
    duties: [],
  },
});

// One commune in twenty leaves a month out, so that stocks carry figures forward.
const fill = `
insert into core.data_value (indicator_id, unit_id, period_id, source, value, numerator, denominator, status, state, demo)
select i.id, v.unit_id, p.id, 'front-report', case when i.kind in ('SUM', 'STOCK') then 1 + (v.unit_id + p.id) % 40 end,
  case i.kind when 'RATIO' then (v.unit_id + p.id) % 40 end, case i.kind when 'RATIO' then 40 end,
  case i.kind when 'STATUS_COUNT' then case (v.unit_id + p.id) % 5 when 0 then 'advanced' else 'none' end end, 'ACCEPTED', true
from core.indicator i
join core.period p on p.calendar_key = i.calendar and p.year in (2021, 2022)
join core.administrative_unit_version v on v.superseded_at is null and v.kind in ('COMMUNE', 'WARD', 'TOWN')
  and v.valid_from <= '2021-12-31' and (v.valid_to is null or v.valid_to > '2022-12-31')
where i.key in ('bench.sum', 'bench.stock', 'bench.share', 'bench.status') and (v.unit_id + p.id) % 20 <> 0
  ${
    quick
      ? `and v.unit_id in (select unit_id from core.unit_standing where above && array(
          select unit_id from core.administrative_unit_version where code = '75' and valid_from = '2021-01-01'))`
      : ''
  }`;

const folder = await mkdtemp(join(tmpdir(), 'phoihop-bench-'));
const server = await startEmbeddedServer({ dataFolder: folder });
const engine = await Engine.start({
  plugins: [corePlugin, benchPlugin],
  database: server,
  clock: { businessDate, now: () => new Date() },
});
const { database } = engine;
const owner = (sql, parameters) =>
  database.asSystem('benchmark', (session) => session.query(sql, parameters));

/** Runs each in turn, round after round, and gives the milliseconds of each. */
async function interleaved(works) {
  const taken = works.map(() => []);
  for (const work of works) await work();
  for (let round = 0; round < rounds; round += 1) {
    for (const [n, work] of works.entries()) {
      const began = performance.now();
      await work();
      taken[n].push(performance.now() - began);
    }
  }
  return taken.map((all) => all.toSorted((a, b) => a - b));
}
const median = (sorted) => sorted[Math.floor(sorted.length / 2)];
const told = (sorted) =>
  `${median(sorted).toFixed(1)} (${sorted[0].toFixed(1)} to ${sorted.at(-1).toFixed(1)})`;

/** The same question, kept and recomputed: the answers must be equal before anything is timed. */
async function compare(name, ask) {
  const run = (recompute) => () =>
    database.transaction({ readOnly: true }, async (session) => {
      const before = session.statements;
      const answer = await ask({ session, businessDate, recompute });
      return { answer, statements: session.statements - before };
    });
  const [kept, again] = [await run(false)(), await run(true)()];
  if (JSON.stringify(kept.answer) !== JSON.stringify(again.answer))
    throw new Error(
      `${name}: not the same.\n${JSON.stringify(kept.answer)}\n${JSON.stringify(again.answer)}`,
    );
  const [fast, slow] = await interleaved([run(false), run(true)]);
  const ratio = (median(slow) / median(fast)).toFixed(0);
  console.log(`| ${name} | ${told(fast)} | ${told(slow)} | ${ratio} | ${kept.statements} |`);
}

try {
  const units = Object.fromEntries(
    (
      await owner(`select v.kind, v.code, v.unit_id as id, n.n from core.administrative_unit_version v
        join lateral (select coalesce(sum(units), 0)::int as n from core.units_below b where b.unit_id = v.unit_id
          and b.kind in ('COMMUNE', 'WARD', 'TOWN') and b.valid_from = '-infinity') n on true
        where v.superseded_at is null and v.valid_from = '2021-01-01' and v.code in ('737', '75') or v.parent_id is null`)
    ).map(({ kind, id, n }) => [kind, { id, n }]),
  );
  await owner('alter table core.data_value disable trigger user');
  // What the row trigger fills in otherwise, a figure at a time.
  let began = performance.now();
  await owner(
    fill
      .replace('(indicator_id,', '(as_of, program, indicator_id,')
      .replace('select i.id,', "select p.ends_on, 'PRG-90', i.id,"),
  );
  await owner('alter table core.data_value enable trigger user');
  await owner('vacuum analyze core.data_value').catch(() => owner('analyze core.data_value'));
  const [{ n }] = await owner('select count(*)::int as n from core.data_value');
  const filled = performance.now() - began;
  began = performance.now();
  await owner('select core.rebuild_totals(id) from core.indicator');
  const rebuilt = performance.now() - began;
  await owner('analyze core.kept_total');
  const [kept] = await owner(
    `select count(*)::int as n, pg_size_pretty(pg_total_relation_size('core.kept_total')) as size,
       pg_size_pretty(pg_total_relation_size('core.data_value')) as figures from core.kept_total`,
  );
  const [{ version }] = await owner('select version()');
  console.log(
    `Node ${process.version}, ${version.split(' on ')[0]}, ${cpus().length} cores, median of ${rounds} rounds in turns (least to most).`,
  );
  console.log(
    `${n} figures (${kept.figures}) of ${quick ? units.PROVINCE.n : units.COUNTRY.n} communes, entered in ${Math.round(filled)} ms past the triggers;`,
  );
  console.log(`all totals rebuilt in ${Math.round(rebuilt)} ms: ${kept.n} rows (${kept.size}).\n`);

  console.log(`## Reading\n`);
  console.log(`| question | kept, ms | recomputed, ms | times | statements, kept |`);
  console.log(`| --- | ---: | ---: | ---: | ---: |`);
  const places = [
    [`district (${units.DISTRICT.n} communes)`, units.DISTRICT.id],
    [`province (${units.PROVINCE.n} communes)`, units.PROVINCE.id],
    [`nation (${units.COUNTRY.n} communes)`, units.COUNTRY.id],
  ];
  for (const kind of ['sum', 'stock', 'share', 'status'])
    for (const [place, unit] of places)
      await compare(`${kind}, year 2022, ${place}`, (source) =>
        aggregateIndicators(source, [
          { indicator: `bench.${kind}`, units: [unit], period: '2022', names: false },
        ]),
      );
  for (const [place, unit] of places)
    await compare(`reporting row of sum, 2022-12, ${place}`, (source) =>
      computeReportingRows(source, [
        { indicator: 'bench.sum', units: [unit], period: '2022-12', plan: '100000', names: false },
      ]),
    );
  await compare('16 reporting rows, nation', (source) =>
    computeReportingRows(
      source,
      Array.from({ length: 16 }, (_, k) => ({
        indicator: `bench.${['sum', 'share', 'stock'][k % 3]}`,
        units: [units.COUNTRY.id],
        period: `2022-${String(12 - (k % 8)).padStart(2, '0')}`,
        names: false,
      })),
    ),
  );
  await compare('sum, year 2022, nation, missing named', (source) =>
    aggregateIndicators(source, [{ indicator: 'bench.sum', units: [units.COUNTRY.id], period: '2022' }]),
  );

  console.log(`\n## Reading on the map of another day\n`);
  began = performance.now();
  const unitsOfMaps = await keepMaps(database, mapDate);
  console.log(`${unitsOfMaps} units of maps worked out in ${Math.round(performance.now() - began)} ms.\n`);
  const [merged] = await owner(
    `select unit_id as id from core.administrative_unit_version where superseded_at is null and code = '75'
       and valid_from <= $1 and (valid_to is null or valid_to > $1)`,
    [mapDate],
  );
  console.log(`| question | kept, ms | by the lineage, ms | times | statements, kept |`);
  console.log(`| --- | ---: | ---: | ---: | ---: |`);
  for (const kind of ['sum', 'share', 'stock'])
    for (const [place, unit, period] of [
      ['the province of that day', merged.id, '2022'],
      // Its year, put together by the lineage, takes longer than a statement may.
      ['nation', units.COUNTRY.id, '2022-12'],
    ])
      await compare(`${kind}, ${period}, ${place}, on the map of ${mapDate}`, (source) =>
        aggregateIndicators(source, [
          {
            indicator: `bench.${kind}`,
            units: [unit],
            period,
            basis: 'ON_MAP',
            mapDate,
            names: false,
          },
        ]),
      );

  console.log(`\n## Writing: the price of keeping\n`);
  console.log(`| what | with, ms | without, ms | times |`);
  console.log(`| --- | ---: | ---: | ---: |`);
  const communes = (
    await owner(
      `select unit_id as id from core.unit_standing where kind = 'COMMUNE' and valid_from = '-infinity' order by unit_id`,
    )
  ).map(({ id }) => id);
  const months = (
    await owner(`select id from core.period where calendar_key = 'MONTH' and year = 2022 order by starts_on`)
  ).map(({ id }) => id);
  const idOf = Object.fromEntries(
    (await owner(`select key, id from core.indicator`)).map(({ key, id }) => [key, id]),
  );
  const enter = (session, rows) =>
    session.query(
      `insert into core.data_value (indicator_id, unit_id, period_id, source, disaggregation, value, demo)
       select i, u, p, 'front-report', d, v, true from json_to_recordset($1::json) as r (i bigint, u bigint, p bigint, d text, v int)`,
      [JSON.stringify(rows)],
    );
  let serial = 0;
  /** Parts of one figure make as many figures as are wanted of one unit and period. */
  const report = (key, size) => {
    const commune = communes[(serial += 1) % communes.length];
    return Array.from({ length: size }, (_, k) => ({
      i: idOf[key],
      u: commune,
      p: months[serial % 12],
      d: `part:${serial}-${k}`,
      v: k,
    }));
  };
  const sheet = (key, size) => {
    serial += 1;
    return Array.from({ length: size }, (_, k) => ({
      i: idOf[key],
      u: communes[k % communes.length],
      p: months[Math.floor(k / communes.length)],
      d: `sheet:${serial}`,
      v: k % 50,
    }));
  };
  const keeping = ['totals_of_new', 'totals_of_changed', 'totals_of_gone'];
  const write = (rows) =>
    database.asSystem('benchmark writes', async (session) => {
      const start = performance.now();
      await enter(session, rows);
      return performance.now() - start;
    });
  const switchTo = async (state) => {
    for (const name of keeping) await owner(`alter table core.data_value ${state} trigger ${name}`);
  };
  for (const [name, rows, times] of [
    ['one figure of a sum', () => report('bench.written', 1), 15],
    ['one figure of a stock', () => report('bench.written-stock', 1), 15],
    ['a report of 50 figures', () => report('bench.written', 50), 9],
    ['10,000 figures of a sum', () => sheet('bench.written', 10_000), quick ? 1 : 3],
    ['10,000 figures of a stock', () => sheet('bench.written-stock', 10_000), quick ? 1 : 3],
  ]) {
    const taken = [[], []];
    for (let round = 0; round < times; round += 1) {
      for (const [k, state] of ['enable', 'disable'].entries()) {
        await switchTo(state);
        await write(rows()); // plans and caches
        for (let once = 0; once < (times > 3 ? 5 : 1); once += 1) taken[k].push(await write(rows()));
      }
    }
    await switchTo('enable');
    const [withKeeping, without] = taken.map((all) => all.toSorted((a, b) => a - b));
    console.log(
      `| ${name} | ${told(withKeeping)} | ${told(without)} | ${(median(withKeeping) / median(without)).toFixed(1)} |`,
    );
  }
  // What was written without keeping is counted now.
  await owner(`select core.rebuild_totals(id) from core.indicator where key like 'bench.written%'`);
} finally {
  await engine.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

// A benchmark, not a test: what starting costs by plugin, what loading the nation costs, and how many SQL statements
// the committed operations send at list sizes 1, 20 and 200, and what a session costs. Run it after a build: npm run bench:foundation
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCaller } from '@phoihop/core';
import { startEmbeddedServer } from '@phoihop/database';
import { Engine, encodeGlobalId } from '@phoihop/platform/engine';
import { loadPlugins } from '../../apps/gateway/dist/load-plugins.js';

const sizes = [1, 20, 200];
const folder = await mkdtemp(join(tmpdir(), 'phoihop-bench-'));
const server = await startEmbeddedServer({ dataFolder: folder });
const { plugins } = await loadPlugins();
const pluginOptions = Object.fromEntries(plugins.map(({ id }) => [id, { demo: true }]));
const logged = [];

/** Starts everything and says how long it took. */
async function start() {
  const began = performance.now();
  const engine = await Engine.start({
    plugins,
    pluginOptions,
    database: server,
    clock: { businessDate: '2021-10-15', now: () => new Date() },
    log: (message, facts) => logged.push({ message, ...facts }),
  });
  return { engine, milliseconds: performance.now() - began };
}

/** The middle of some runs, with the least and the most. */
const spread = (values) => {
  const sorted = values.toSorted((a, b) => a - b).map((value) => Number(value.toPrecision(2)));
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]} to ${sorted.at(-1)})`;
};

try {
  const firstStart = await start();
  await firstStart.engine.stop();
  const national = logged.find(({ message }) => message === 'national units loaded');
  console.log(`## Starting\n`);
  console.log(`| what | milliseconds |\n| --- | ---: |`);
  console.log(
    `| first start: migrate, load everything, demonstration | ${Math.round(firstStart.milliseconds)} |`,
  );
  console.log(
    `| of which the nation (${national.units} units, ${national.versions} versions, ${national.lineage} edges) | ${Math.round(national.seconds * 1000)} |`,
  );
  const later = [];
  const byPlugin = new Map();
  for (let round = 0; round < 3; round += 1) {
    const { engine, milliseconds } = await start();
    later.push(milliseconds);
    for (const { id, startMilliseconds } of engine.statuses.values())
      byPlugin.set(id, [...(byPlugin.get(id) ?? []), startMilliseconds]);
    await engine.stop();
  }
  console.log(`| later start, median of 3 | ${spread(later)} |`);
  for (const [id, times] of byPlugin)
    if (Math.max(...times) >= 1) console.log(`| later start: plugin ${id} | ${spread(times)} |`);
  console.log(`| later start: each of the other plugins | under 1 |`);

  const { engine } = await start();
  const rows = (sql) =>
    engine.database.asSystem('benchmark looks up its subject', (session) => session.query(sql));
  const [user] = await rows(`select id, session_version from core.user_account where username = 'standing'`);
  const caller = await loadCaller(engine.servicesFor('core'), {
    userId: user.id,
    sessionVersion: user.session_version,
  });
  const [district] = await rows(
    `select unit_id from core.administrative_unit_version where code = '737' and superseded_at is null`,
  );
  const unit = encodeGlobalId('AdministrativeUnit', district.unit_id);
  const variables = {
    unit,
    under: unit,
    indicator: 'social-care.gift-cards',
    period: { calendar: 'MONTH', key: '2021-09' },
  };

  let statements = 0;
  const { database } = engine;
  const read = database.read.bind(database);
  const transaction = database.transaction.bind(database);
  database.read = (...asked) => {
    statements = 1;
    return read(...asked);
  };
  database.transaction = (options, work) =>
    transaction(options, async (session) => {
      const result = await work(session);
      statements = session.statements;
      return result;
    });

  /** How long some work takes, in milliseconds. */
  const timed = async (work) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };

  console.log(`\n## SQL statements of the committed operations\n`);
  console.log(
    `| operation | ${sizes.map((size) => `first: ${size}`).join(' | ')} | by resolvers | ms at ${sizes.at(-1)}, median of 9 | ms by resolvers |`,
  );
  console.log(`| --- | ${sizes.map(() => '---: |').join(' ')} ---: | ---: | ---: |`);
  for (const name of (await readdir('schema/operations'))
    .filter((file) => file.endsWith('.graphql'))
    .toSorted()) {
    const source = await readFile(join('schema/operations', name), 'utf8');
    const document = engine.parse(source);
    const counts = { compiled: [], resolvers: [] };
    const times = { compiled: [], resolvers: [] };
    for (const first of sizes) {
      // Both ways in turn, so that what else the machine does falls on both.
      for (let round = 0; round < 9; round += 1) {
        for (const reading of ['compiled', 'resolvers']) {
          const asked = { document, caller, reading, variables: { ...variables, first } };
          let answer;
          const milliseconds = await timed(async () => (answer = await engine.answer(asked)));
          if (answer.errors) throw new Error(`${name}: ${answer.errors[0].message}`);
          if (first === sizes.at(-1)) times[reading].push(milliseconds);
          if (round === 0) counts[reading].push(statements);
        }
      }
    }
    console.log(
      `| ${name.replace('.graphql', '')} | ${counts.compiled.join(' | ')} | ${counts.resolvers.at(-1)} | ${spread(times.compiled)} | ${spread(times.resolvers)} |`,
    );
  }

  console.log(`\n## The price of a session\n`);
  const settings = {
    ...caller.settings,
    user_id: String(caller.userId),
    permissions: [...caller.permissions].join(','),
    business_date: '2021-10-15',
  };
  const period = 'select label_vi from core.period where id = $1';
  const figures = 'select id, value from core.data_value where unit_id = $1 order by as_of desc, id limit 8';
  const cases = {
    'a row everybody sees, by itself': () => read({ name: 'bench_period' }, period, [1]),
    'the same with the caller’s rights set': () => read({ name: 'bench_period', settings }, period, [1]),
    'the same in a transaction as changes have it': () =>
      transaction({ readOnly: true, settings }, (session) => session.query(period, [1])),
    'eight figures under row security': () =>
      read({ name: 'bench_figures', settings }, figures, [district.unit_id]),
    'the same figures as the owner, whom no rule binds': () =>
      database.asSystem('benchmark', (session) => session.query(figures, [district.unit_id])),
  };
  const samples = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round < 200; round += 1)
    for (const [name, work] of Object.entries(cases)) samples[name].push(await timed(work));
  console.log('| what | milliseconds, median of 200 | middle half |\n| --- | ---: | ---: |');
  for (const [name, values] of Object.entries(samples)) {
    const sorted = values.toSorted((one, other) => one - other).map((value) => value.toFixed(2));
    console.log(`| ${name} | ${sorted[100]} | ${sorted[50]} to ${sorted[150]} |`);
  }
  await engine.stop();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

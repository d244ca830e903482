// A benchmark, not a test: what starting costs by plugin, what loading the nation costs, and how many SQL statements
// the committed operations send at list sizes 1, 20 and 200. Run it after a build: npm run bench:foundation
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

/** The middle of three runs, with the least and the most. */
const spread = (values) => {
  const [least, median, most] = values.toSorted((a, b) => a - b).map(Math.round);
  return `${median} (${least} to ${most})`;
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
  const transaction = engine.database.transaction.bind(engine.database);
  engine.database.transaction = (options, work) =>
    transaction(options, async (session) => {
      const result = await work(session);
      statements = session.statements;
      return result;
    });

  console.log(`\n## SQL statements of the committed operations\n`);
  console.log(
    `| operation | ${sizes.map((size) => `first: ${size}`).join(' | ')} | milliseconds at ${sizes.at(-1)}, median of 3 |`,
  );
  console.log(`| --- | ${sizes.map(() => '---: |').join(' ')} ---: |`);
  for (const name of (await readdir('schema/operations'))
    .filter((file) => file.endsWith('.graphql'))
    .toSorted()) {
    const source = await readFile(join('schema/operations', name), 'utf8');
    const counts = [];
    const times = [];
    for (const first of sizes) {
      for (let round = 0; round < 3; round += 1) {
        const began = performance.now();
        const { errors } = await engine.graphql({ source, caller, variables: { ...variables, first } });
        if (errors) throw new Error(`${name}: ${errors[0].message}`);
        if (first === sizes.at(-1)) times.push(performance.now() - began);
      }
      counts.push(statements);
    }
    console.log(`| ${name.replace('.graphql', '')} | ${counts.join(' | ')} | ${spread(times)} |`);
  }
  await engine.stop();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

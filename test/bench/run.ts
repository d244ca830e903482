// The product beside its peers, over its own database: npm run bench
//
// What happens, in order: peers are installed; a PostgreSQL of its own is started and filled; each server answers
// everything once, alone, through a counter of statements, and its answers are compared with the others'; then all are
// started again and measured in rounds; the table is printed.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedServer } from '@phoihop/database';
import { graphql } from './clients/client.ts';
import { contestants, versionsOf, type ContestantId } from './contestants.ts';
import { connect, type Connection } from './database/connection.ts';
import { fill, isFilled } from './database/fill.ts';
import { check, type Checked, type Reference } from './measure/check.ts';
import { runRounds } from './measure/rounds.ts';
import { readOptions, usage, type Options } from './options.ts';
import { CleanUp } from './prepare/clean-up.ts';
import { preparePeers } from './prepare/peers.ts';
import { appointOfficer, signIn } from './prepare/sign-in.ts';
import { Child } from './processes/child.ts';
import { startServer, type Place, type Server } from './processes/server.ts';
import { startStatementCounter } from './processes/statement-counter.ts';
import { report } from './report/report.ts';
import { asJson, type Machine } from './report/results.ts';
import { findSubjects, type Subjects } from './subjects.ts';
import type { WorkloadName } from './workloads.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const began = performance.now();
const cleanUp = new CleanUp((error) => console.error(error));

/** Progress goes beside the table, not into it. */
const tell = (line: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void cleanUp.run().finally(() => process.exit(1)));

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await run(options);
  else console.log(usage);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanUp.run();
}

async function run(options: Options): Promise<void> {
  await preparePeers(root, options.contestants, tell);
  const place = await startDatabase(options);
  const connection = await connect(place.ownerUrl);
  cleanUp.add(() => connection.close());
  const { subjects, headers } = await loadProduct(place, connection);

  const starts = new Map<ContestantId, number[]>();
  const start = async (id: ContestantId, at: Place): Promise<Server> => {
    const first = contestants[id].client.request('point', subjects.byUnit[0]!)!;
    const server = await startServer(contestants[id], at, { first, headers });
    cleanUp.add(() => server.stop());
    starts.set(id, [...(starts.get(id) ?? []), server.startMilliseconds]);
    return server;
  };
  const checked = await checkAll({ options, place, connection, subjects, start });

  const load1 = loadavg()[0]!;
  tell('starting all');
  const servers: Server[] = [];
  for (const id of options.contestants) servers.push(await start(id, place));
  const generator = new Child(join('test', 'bench', 'load', 'generator.ts'), { cwd: root, environment: {} });
  cleanUp.add(() => generator.stop());
  const course = { servers, generator, connection, subjects, headers, checked, tell };
  const { slices, memory } = await runRounds(course, options);

  const results = {
    machine: await machine(connection, load1),
    pace: options.pace,
    contestants: options.contestants,
    workloads: options.workloads,
    versions: new Map(options.contestants.map((id) => [id, versionsOf(contestants[id], root)])),
    starts,
    memory,
    checked,
    slices,
  };
  console.log(report(results));
  if (options.json) await writeFile(options.json, `${asJson(results)}\n`);
  tell('done');
}

/** A PostgreSQL that is thrown away in the end, unless it is to be kept, and as durable as the product's. */
async function startDatabase({ data }: Options): Promise<Place> {
  tell('starting PostgreSQL');
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'phoihop-bench-')));
  if (!data) cleanUp.add(() => rm(folder, { recursive: true, force: true }));
  const server = await startEmbeddedServer({ dataFolder: folder });
  cleanUp.add(() => server.stop());
  const { ownerUrl, servingUrl } = server;
  return { root, ownerUrl, servingUrl, tokenSecret: randomBytes(48).toString('base64') };
}

/** Lets the product migrate and load its demonstration, adds what the workloads need, and signs in. */
async function loadProduct(
  place: Place,
  connection: Connection,
): Promise<{ subjects: Subjects; headers: Record<string, string> }> {
  tell('loading the demonstration');
  const first = graphql('{ clock { businessDate } }', {});
  const product = await startServer(contestants.product, place, { first });
  cleanUp.add(() => product.stop());
  await appointOfficer(connection);
  const headers = await signIn(product);
  await product.stop();
  if (!(await isFilled(connection))) {
    tell('filling the tables');
    await fill(connection);
  }
  return { subjects: await findSubjects(connection), headers };
}

interface Checking {
  readonly options: Options;
  readonly place: Place;
  readonly connection: Connection;
  readonly subjects: Subjects;
  readonly start: (id: ContestantId, place: Place) => Promise<Server>;
}

/** Every server by itself: the same content from all, and how many statements it takes them. */
async function checkAll({ options, place, connection, subjects, start }: Checking) {
  const counter = await startStatementCounter(place.ownerUrl);
  cleanUp.add(() => counter.close());
  const detour = {
    ...place,
    ownerUrl: counter.through(place.ownerUrl),
    servingUrl: counter.through(place.servingUrl),
  };
  const reference: Reference = new Map();
  const checked = new Map<ContestantId, Map<WorkloadName, Checked>>();
  for (const id of options.contestants) {
    tell(`comparing the answers of ${contestants[id].title}`);
    const server = await start(id, detour);
    const byWorkload = new Map<WorkloadName, Checked>();
    for (const name of options.workloads) {
      const answered = await check(server, name, { subjects, connection, counter, reference });
      if (answered) byWorkload.set(name, answered);
    }
    checked.set(id, byWorkload);
    await server.stop();
  }
  return checked;
}

async function machine({ query }: Connection, load: number): Promise<Machine> {
  const [counts] = await query<{ reports: string; values: string; version: string }>(
    `select (select count(*) from core.report) as reports, (select count(*) from core.data_value) as values,
       current_setting('server_version') as version`,
  );
  return {
    cores: availableParallelism(),
    node: process.versions.node,
    postgres: counts!.version.split(' ')[0]!,
    load,
    reports: Number(counts!.reports),
    values: Number(counts!.values),
  };
}

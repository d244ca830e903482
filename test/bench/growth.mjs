// How loading and reading grow from a district to its province to the nation, in one database that is filled three
// times and thrown away. It prints the table of docs/performance.md. Run it after a build:
//   node test/bench/growth.mjs            two years of the nation; minutes, and gigabytes of disk
//   node test/bench/growth.mjs --quick    half a year, the province at most
//   node test/bench/growth.mjs --keep     the same, and the database stays until Ctrl-C; its addresses are printed
//   node test/bench/growth.mjs --owner <url> --serving <url>   asks a database that was kept, and fills nothing
import { parseArgs } from 'node:util';
import { rebuildTotals } from '@phoihop/core';
import { encodeGlobalId } from '@phoihop/platform/engine';
import { addIndicators, fill } from './scale/fill.mjs';
import { startPlace } from './scale/place.mjs';
import { questions } from './scale/questions.mjs';
import { holderOf, holderOfProvinces } from './scale/holder.mjs';
import { roots, sizesOf } from './scale/sizes.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    months: { type: 'string' },
    indicators: { type: 'string', default: '48' },
    rounds: { type: 'string', default: '7' },
    keep: { type: 'boolean', default: false },
    owner: { type: 'string' },
    serving: { type: 'string' },
  },
});
const months = Number(options.months ?? (options.quick ? 6 : 24));
const sizes = options.quick ? ['district', 'province'] : ['district', 'province', 'nation'];

const spread = (times) => {
  const sorted = times.toSorted((a, b) => a - b).map((time) => time.toFixed(1));
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]} to ${sorted.at(-1)})`;
};

const kept = options.owner && { ownerUrl: options.owner, servingUrl: options.serving };
const place = await startPlace(kept);
const { database } = place.engine;
const statements = countedStatements();

try {
  if (!kept) await addIndicators(place.sql, Number(options.indicators));
  const columns = [];
  for (const size of sizes) {
    const filled = kept ? {} : await filledTo(size);
    const rows = await sizesOf(place.sql);
    const answers = await askAll(size);
    columns.push({ size, ...filled, rows, answers });
    console.error(
      size,
      JSON.stringify(filled),
      JSON.stringify(rows),
      JSON.stringify(answers, (key, value) => (key === 'times' ? spread(value) : value)),
    );
  }
  const table = (label, cell) => console.log(`| ${[label, ...columns.map(cell)].join(' | ')} |`);
  table('', ({ size }) => size);
  console.log(`| --- |${' ---: |'.repeat(columns.length)}`);
  if (!kept) {
    table('load', ({ loaded }) => loaded);
    table('totals counted', ({ rebuilt }) => rebuilt);
  }
  for (const { what } of columns[0].rows) {
    table(what, ({ rows }) => {
      const { rows: count, bytes } = rows.find((one) => one.what === what);
      return [count?.toLocaleString('en-US'), bytes].filter(Boolean).join(', ');
    });
  }
  for (const name of Object.keys(questions)) {
    table(`${name}, milliseconds`, ({ answers: { [name]: answer } }) =>
      answer ? (answer.failed ?? spread(answer.times)) : '',
    );
    table(`${name}, rows / statements`, ({ answers: { [name]: answer } }) =>
      answer?.times ? `${answer.rows} / ${answer.statements}` : '',
    );
  }
  if (options.keep) {
    const { ownerUrl, servingUrl } = place.server;
    console.error(`It stays until Ctrl-C: --owner ${ownerUrl} --serving ${servingUrl}`);
    await new Promise((resolve) => process.once('SIGINT', resolve));
  }
} finally {
  await place.stop();
}

/** Fills up to a size, without triggers; what these keep is counted afterwards, as after a restore. */
async function filledTo(size) {
  const began = performance.now();
  const { communes } = await fill(place.sql, { root: roots[size], months });
  const loaded = `${communes} communes more, ${seconds(began)}`;
  const counting = performance.now();
  await rebuildTotals(database);
  const rebuilt = seconds(counting);
  await place.sql('vacuum analyze core.data_value, core.report, core.kept_total, core.target');
  return { loaded, rebuilt };
}

function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(0)} s`;
}

/** Every question, as somebody who may read what lies under the root of the size and nothing else. */
async function askAll(size) {
  const caller = await holderOf(place.sql, roots[size]);
  const [district] = await place.sql(
    `select unit_id from core.administrative_unit_version where code = '737' and superseded_at is null`,
  );
  const answers = {};
  for (const [name, question] of Object.entries(questions)) {
    if (question.provinces && size !== sizes.at(-1)) continue;
    const asker = question.provinces ? await holderOfProvinces(place.sql, question.provinces) : caller;
    const variables = {
      unit: encodeGlobalId('AdministrativeUnit', asker.unitId),
      district: encodeGlobalId('AdministrativeUnit', district.unit_id),
    };
    answers[name] = await ask(question, { variables, caller: asker });
  }
  return answers;
}

async function ask({ source, count }, { variables, caller }) {
  // As a host does it, which keeps documents.
  const document = place.engine.parse(source);
  const times = [];
  let rows;
  for (let round = 0; round <= Number(options.rounds) + 2; round += 1) {
    const start = performance.now();
    const { data, errors } = await place.engine.execute({ document, variables, caller });
    // The first rounds plan and warm up.
    if (round > 2) times.push(performance.now() - start);
    // Over the time limit of the serving role: told in the table, which is what it is for.
    if (errors) return { failed: errors[0].extensions.code };
    rows = count(data);
  }
  return { times, rows, statements: statements() };
}

/** How many statements the latest read sent. */
function countedStatements() {
  let latest = 0;
  const transaction = database.transaction.bind(database);
  const read = database.read.bind(database);
  database.read = (...asked) => {
    latest = 1;
    return read(...asked);
  };
  database.transaction = (settings, work) =>
    transaction(settings, async (session) => {
      const result = await work(session);
      latest = session.statements;
      return result;
    });
  return () => latest;
}

// Importing a file of figures beside PostgreSQL's own COPY into the same table, with the same indexes, keys and
// triggers; in the same run, in turns. Figures a second of both, their ratio, and the importer's peak memory by size.
// Run it after a build: node test/bench/import.mjs [--quick]
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { from as copyFrom } from 'pg-copy-streams';
import { createAccount } from '@phoihop/core';
import { addIndicators } from './scale/fill.mjs';
import { startPlace } from './scale/place.mjs';
import { processorTime } from './scale/processor-time.mjs';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string', default: '3' } },
});
const sizes = options.quick ? [5_000, 20_000] : [10_000, 50_000, 100_000];
const folder = await mkdtemp(join(tmpdir(), 'phoihop-import-'));
const place = await startPlace();

/** The places figures go to: communes of some provinces, months, generated indicators. Always the same ones. */
const cells = (limit) =>
  place.sql(
    `select v.code, v.unit_id, i.key, i.id as indicator, i.kind, p.key as period, p.id as period_id, p.ends_on::text as day, i.program
     from core.period p cross join core.indicator i cross join core.administrative_unit_version v
     where p.calendar_key = 'MONTH' and p.ends_on between '2020-01-01' and '2021-09-30' and i.key like 'scale.%'
       and v.kind in ('COMMUNE', 'WARD', 'TOWN') and v.valid_from = '2021-01-01' and v.superseded_at is null and v.valid_to is not null
     order by p.ends_on, v.code, i.id limit $1`,
    [limit],
  );

const figureOf = ({ kind }, n) => (kind === 'RATIO' ? ['', n % 90, 100 + (n % 7)] : [n % 50, '', '']);

async function writeLines(path, lines) {
  const file = createWriteStream(path);
  for (const line of lines) if (!file.write(`${line}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
}

async function copy(path) {
  await place.sql('begin');
  await pipeline(
    createReadStream(path),
    place.owner.query(
      copyFrom(
        `copy core.data_value (indicator_id, unit_id, period_id, source, value, numerator, denominator, entered_by)
         from stdin (format csv)`,
      ),
    ),
  );
  await place.sql('commit');
}

/** In a process of its own, whose memory is then the import's. */
async function importIn(path) {
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./scale/import-once.mjs', import.meta.url)),
      place.server.ownerUrl,
      place.server.servingUrl,
      path,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let told = '';
  child.stdout.on('data', (piece) => (told += piece));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('The import failed.');
  return JSON.parse(told);
}

const clear = async () => {
  await place.sql('alter table core.data_value disable trigger user');
  await place.sql('truncate core.data_value cascade');
  await place.sql('alter table core.data_value enable trigger user');
  await place.sql('vacuum core.data_value');
};
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (values) => `${median(values)} (${Math.min(...values)} to ${Math.max(...values)})`;

try {
  await addIndicators(place.sql, 48);
  await createAccount(
    place.engine.servicesFor('core'),
    {
      username: 'importer',
      password: 'a long phrase for a benchmark',
      fullName: 'Importer',
      role: 'commune-clerk',
      unitCode: 'VN',
    },
    'benchmark',
  );
  console.log(
    `PostgreSQL ${(await place.sql('show server_version'))[0].server_version}, Node ${process.version}\n`,
  );
  const [{ pid }] = await place.sql('select pg_backend_pid() as pid');
  console.log(
    '| rows | COPY, rows a second | import, rows a second | import / COPY | processor time a row, COPY and import, µs | peak memory of the import, MB |',
  );
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const size of sizes) {
    const rows = await cells(size);
    const [csv, plain] = [join(folder, 'figures.csv'), join(folder, 'copy.csv')];
    await writeLines(csv, [
      'unit,indicator,period,value,numerator,denominator',
      ...rows.map((row, n) => [row.code, row.key, row.period, ...figureOf(row, n)].join(',')),
    ]);
    await writeLines(
      plain,
      rows.map((row, n) =>
        [row.indicator, row.unit_id, row.period_id, 'front-report', ...figureOf(row, n), 1].join(','),
      ),
    );
    const [copied, imported, ratios, memory, copyTime, importTime] = [[], [], [], [], [], []];
    for (let round = 0; round < Number(options.rounds); round += 1) {
      await clear();
      const [began, used] = [performance.now(), processorTime(pid)];
      await copy(plain);
      copied.push(Math.round(rows.length / ((performance.now() - began) / 1000)));
      copyTime.push(Math.round(((processorTime(pid) - used) * 1000) / rows.length));
      const whole = await place.sql(
        'select count(*) as n, sum(value) as sum, sum(numerator) as part from core.data_value',
      );
      await clear();
      const { milliseconds, processor, peak } = await importIn(csv);
      importTime.push(Math.round((processor * 1000) / rows.length));
      imported.push(Math.round(rows.length / (milliseconds / 1000)));
      ratios.push(Number((imported.at(-1) / copied.at(-1)).toFixed(2)));
      memory.push(Math.round(peak / 1e6));
      const same = await place.sql(
        'select count(*) as n, sum(value) as sum, sum(numerator) as part from core.data_value',
      );
      if (JSON.stringify(same) !== JSON.stringify(whole))
        throw new Error('Import and COPY did not write the same.');
    }
    console.log(
      `| ${size.toLocaleString('en-US')} | ${shown(copied)} | ${shown(imported)} | ${shown(ratios)} | ${median(copyTime)} and ${median(importTime)} | ${shown(memory)} |`,
    );
  }
} finally {
  await place.stop();
  await rm(folder, { recursive: true, force: true });
}

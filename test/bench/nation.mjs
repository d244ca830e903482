// Fills a database that is thrown away afterwards with the reports and figures of a district, a province or the whole
// nation, all generated and marked as demonstration, always the same for the same arguments; says how many rows and
// bytes, and how long it took. Run it after a build: node test/bench/nation.mjs --units nation --months 24
import { parseArgs } from 'node:util';
import { addIndicators, fill } from './scale/fill.mjs';
import { startPlace } from './scale/place.mjs';
import { roots, sizesOf } from './scale/sizes.mjs';

const { values: options } = parseArgs({
  options: {
    units: { type: 'string', default: 'district' },
    months: { type: 'string', default: '24' },
    indicators: { type: 'string', default: '48' },
    keep: { type: 'boolean', default: false },
  },
});
const root = roots[options.units];
if (!root) throw new Error(`--units is one of ${Object.keys(roots).join(', ')}`);

const place = await startPlace();
try {
  await addIndicators(place.sql, Number(options.indicators));
  const began = performance.now();
  const { communes } = await fill(place.sql, {
    root,
    months: Number(options.months),
    onProgress: (day) => console.error(`  ${day}`),
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${communes} communes, ${options.months} months, loaded in ${seconds} s`);
  for (const { what, rows, bytes } of await sizesOf(place.sql))
    console.log(`  ${what}: ${rows} rows, ${bytes}`);
  if (options.keep) {
    console.log(`It stays until Ctrl-C: ${place.server.ownerUrl}`);
    await new Promise((resolve) => process.once('SIGINT', resolve));
  }
} finally {
  await place.stop();
}

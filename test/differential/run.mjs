// Thousands of operations, more than every test run can have:
//   npm run differential -- --operations 5000 --seed 7
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
for (const [name, value] of Object.entries(values)) {
  if (/^\d{1,9}$/.test(value)) continue;
  console.error(`--${name} is a whole number, not ${value}.`);
  process.exit(2);
}
console.log(`${values.operations} operations from seed ${values.seed}`);
const root = fileURLToPath(new URL('../..', import.meta.url));
const test = spawn(
  process.execPath,
  ['scripts/run.mjs', 'test', 'test/differential/same-answers.test.ts', '--silent=false'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DIFFERENTIAL_OPERATIONS: values.operations, DIFFERENTIAL_SEED: values.seed },
  },
);
test.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

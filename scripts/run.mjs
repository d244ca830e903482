/**
 * What `npm start`, `npm test` and `npm run build` run: install what is missing, build what has changed, then do
 * the task under the Node that the project pins. Plain JavaScript that runs on Node 20 with nothing installed,
 * because that is what a newcomer has.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './run/build.mjs';
import { exitCodeOf, StepFailed } from './run/child.mjs';
import { install } from './run/install.mjs';
import { oneAtATime } from './run/lock.mjs';
import { pinnedNode } from './run/node.mjs';
import { step } from './run/progress.mjs';
import { tasks } from './run/tasks.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...taskArguments] = process.argv.slice(2);

// What turbo and others would send home, from here down.
process.env.TURBO_TELEMETRY_DISABLED = '1';
process.env.DO_NOT_TRACK = '1';

try {
  const task = tasks[name];
  if (!task)
    throw new StepFailed(`There is no task ${name}. Choose one of: ${Object.keys(tasks).join(', ')}.`);
  await oneAtATime(root, async () => {
    await step('Packages', () => install(root));
    await step('Build', () => build(root));
  });
  process.exitCode = await exitCodeOf(task(pinnedNode(root), taskArguments), root);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

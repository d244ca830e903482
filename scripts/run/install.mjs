/** Installs packages when package-lock.json asks for others than node_modules has. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runQuietly, StepFailed } from './child.mjs';
import { environmentOfMachine } from './node.mjs';

export async function install(root) {
  const marker = join(root, 'node_modules', '.phoihop-install');
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(`${process.platform} ${process.arch} ${lock}`).digest('hex');
  if ((await readFile(marker, 'utf8').catch(() => '')) === wanted) return 'up to date';

  const { packages } = JSON.parse(lock);
  const installedByHand = await isInstalled(root, packages);
  if (!installedByHand) {
    await runQuietly('npm', npmArguments, { cwd: root, env: environmentOfMachine(root) });
    if (!(await isInstalled(root, packages))) throw new StepFailed(outOfStep);
  }
  await writeFile(marker, wanted);
  return installedByHand ? 'up to date' : 'installed';
}

/**
 * `npm install --no-save` takes the versions of package-lock.json and leaves that file alone. Not `npm ci`: it
 * refuses a lock file that lacks optional packages of other platforms (npm/cli#4828), as npm itself writes it where
 * the registry at hand does not have them. What `npm ci` guards against is checked afterwards instead.
 *
 * Warnings are left out: on Node 20 npm prints pages of EBADENGINE about packages that will run on Node 24. An error
 * is shown whole. Tools are development dependencies and programs optional ones, also where NODE_ENV is production.
 */
const npmArguments = [
  ...['install', '--no-save', '--include=dev', '--include=optional'],
  ...['--loglevel=error', '--no-audit', '--no-fund'],
];

const outOfStep =
  'What npm installed is not what package-lock.json says: package.json asks for something else. ' +
  'Run npm install, and commit the package-lock.json that it writes.';

/**
 * Whether node_modules holds the packages of the lock file, be it that someone ran `npm install` by hand. npm writes
 * down what it installed, last of all, so an install that was cut short does not count.
 */
async function isInstalled(root, wantedPackages) {
  const record = join(root, 'node_modules', '.package-lock.json');
  const { packages } = JSON.parse(await readFile(record, 'utf8').catch(() => '{"packages":{}}'));
  return Object.entries(wantedPackages).every(([path, wanted]) => {
    if (path === '') return true; // the project itself
    const found = packages[path];
    return found
      ? found.version === wanted.version && found.integrity === wanted.integrity
      : wanted.optional === true;
  });
}

/** Installs packages when package-lock.json asks for others than node_modules has. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runQuietly, StepFailed } from './child.mjs';
import { readLockFile } from './lock-file.mjs';
import { environmentOfMachine } from './node.mjs';

export async function install(root) {
  const lock = await readLockFile(root);
  const marker = join(root, 'node_modules', '.phoihop-install');
  if ((await readFile(marker, 'utf8').catch(() => '')) === lock.fingerprint) return 'up to date';

  const byHand = await isInstalled(root, lock.packages);
  if (!byHand) {
    if (lock.outOfStep) throw new StepFailed(refusal(lock.outOfStep));
    await runQuietly('npm', npmArguments, { cwd: root, env: environmentOfMachine(root) });
    if (!(await isInstalled(root, lock.packages))) throw new StepFailed(refusal('What npm installed'));
  }
  await writeFile(marker, lock.fingerprint);
  return byHand ? 'up to date' : 'installed';
}

/**
 * `npm install --no-save` takes the versions of package-lock.json and leaves that file alone. Not `npm ci`: it
 * refuses a lock file that lacks optional packages of other platforms (npm/cli#4828), as npm itself writes it where
 * the registry at hand does not have them. What `npm ci` guards against is checked here, before and after.
 *
 * Warnings are left out: on Node 20 npm prints pages of EBADENGINE about packages that will run on Node 24. An error
 * is shown whole. Tools are development dependencies and programs optional ones, also where NODE_ENV is production.
 */
const npmArguments = [
  'install',
  '--no-save',
  '--include=dev',
  '--include=optional',
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
];

function refusal(what) {
  return `${what} is not what package-lock.json says. Run npm install, and commit the package-lock.json that it writes.`;
}

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

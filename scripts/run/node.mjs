/** Which Node runs what. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StepFailed } from './child.mjs';

/**
 * The Node that the project pins, a package like any other.
 * @throws {StepFailed} where its install script, which puts the program in place, was not allowed to run
 */
export function pinnedNode(root) {
  const program = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(program) && statSync(program).size > 1_000_000) return program;
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  throw new StepFailed(
    `Node ${devDependencies.node}, which this project runs on, is not in node_modules: its install script did not run ` +
      '(is ignore-scripts set in your npm configuration?). Run: npm rebuild --ignore-scripts=false',
  );
}

/** The environment without our own node_modules/.bin in the path: for npm, which replaces the Node that is there. */
export function environmentOfMachine(root) {
  const path = (process.env.PATH ?? '').split(delimiter);
  return {
    ...process.env,
    PATH: path.filter((folder) => !folder.startsWith(join(root, 'node_modules'))).join(delimiter),
  };
}

/** Compiles what has changed. TypeScript's own build mode knows what that is, in half a second. */
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { pinnedNode } from './node.mjs';

export async function build(root) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const colors = process.stderr.isTTY ? ['--pretty'] : [];
  await runQuietly(pinnedNode(root), [compiler, '--build', ...colors], { cwd: root });
  return 'done';
}

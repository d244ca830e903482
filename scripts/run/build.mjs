/** Compiles what has changed, and bundles GraphiQL. Both know by themselves what is up to date, in under a second. */
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { pinnedNode } from './node.mjs';

export async function build(root) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const colors = process.stderr.isTTY ? ['--pretty'] : [];
  await runQuietly(pinnedNode(root), [compiler, '--build', ...colors], { cwd: root });
  await runQuietly(pinnedNode(root), [join(root, 'apps', 'gateway', 'scripts', 'bundle-graphiql.mjs')], {
    cwd: root,
  });
  return 'done';
}

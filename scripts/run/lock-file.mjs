/** package-lock.json, and whether it still answers what the package.json files ask. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/**
 * @returns {Promise<{ packages: object, fingerprint: string, outOfStep?: string }>} `fingerprint` changes with all
 *   that decides what is installed; `outOfStep` names a package.json that asks for something else
 */
export async function readLockFile(root) {
  const text = await readFile(join(root, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text);
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${text}`);
  let outOfStep;
  for (const [path, manifest] of await manifests(root)) {
    hash.update(JSON.stringify([path, wishes(manifest)]));
    if (!isDeepStrictEqual(wishes(manifest), wishes(packages[path])))
      outOfStep ??= join(path, 'package.json');
  }
  return { packages, fingerprint: hash.digest('hex'), outOfStep };
}

/** The project's package.json and those of its workspaces, by folder. */
async function manifests(root) {
  const project = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const found = [['', project]];
  for (const parent of project.workspaces.map((pattern) => pattern.replace(/\/\*$/, ''))) {
    for (const name of (await readdir(join(root, parent))).sort()) {
      const text = await readFile(join(root, parent, name, 'package.json'), 'utf8').catch(() => undefined);
      if (text) found.push([`${parent}/${name}`, JSON.parse(text)]);
    }
  }
  return found;
}

/** What a package wants installed. Of a workspace that the lock file does not know: nothing, not even itself. */
function wishes(manifest) {
  return (
    manifest &&
    ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].map(
      (kind) => manifest[kind] ?? {},
    )
  );
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProject } from './project.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'phoihop-project-'));
});
afterEach(() => rm(root, { recursive: true }));

test('the project is the nearest folder upward that names its plugins', async () => {
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({ phoihop: { plugins: 'list.js', main: 'main.js' } }),
  );
  await mkdir(join(root, 'deep/er'), { recursive: true });
  await writeFile(join(root, 'deep/package.json'), '{}');
  const project = await findProject(join(root, 'deep/er'));
  expect([project.root, project.main]).toEqual([root, join(root, 'main.js')]);
});

test('no project, and a project that is not built, say what to do', async () => {
  await expect(findProject(root)).rejects.toThrow(/"phoihop" key/);
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({ phoihop: { plugins: 'missing.mjs', main: 'main.js' } }),
  );
  const project = await findProject(root);
  await expect(project.loadPlugins()).rejects.toThrow();
});

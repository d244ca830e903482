import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError, findProject } from './project.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'phoihop-project-'));
});
afterEach(() => rm(root, { recursive: true }));

/** A project whose gateway is a few lines. */
async function makeProject(host: string): Promise<void> {
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({ type: 'module', phoihop: { host: 'host.js', main: 'main.js' } }),
  );
  await writeFile(join(root, 'host.js'), host);
}

const twoPlugins = `
  const all = [{ id: 'core' }, { id: 'a' }];
  export const loadPlugins = async () => ({ plugins: all, leftOut: new Map() });
  export const commandHost = () => ({
    database: { dataFolder: '/here' },
    clock: { businessDate: '2021-10-15' },
    loadPlugins: async () => ({ plugins: all.slice(0, 1), leftOut: new Map() }),
    optionsOf: () => ({ core: { demo: true } }),
  });`;

test('the project is the nearest folder upward that names its host', async () => {
  await makeProject(twoPlugins);
  await mkdir(join(root, 'deep/er'), { recursive: true });
  await writeFile(join(root, 'deep/package.json'), '{}');
  const project = await findProject(join(root, 'deep/er'));
  expect([project.root, project.main]).toEqual([root, join(root, 'main.js')]);
});

test('the project has all plugins, its host those that the settings ask for', async () => {
  await makeProject(twoPlugins);
  const project = await findProject(root);
  expect((await project.loadPlugins()).map(({ id }) => id)).toEqual(['core', 'a']);
  const host = await project.host();
  expect((await host.loadPlugins()).map(({ id }) => id)).toEqual(['core']);
  expect([host.database, host.clock.businessDate, host.optionsOf([])]).toEqual([
    { dataFolder: '/here' },
    '2021-10-15',
    { core: { demo: true } },
  ]);
});

test('settings that are wrong are told in one line each, a mistake in the host with its stack', async () => {
  await makeProject(`
    export const commandHost = ({ WRONG }) => {
      throw Object.assign(new Error('DEMO=maybe is not valid'), { name: WRONG ? 'Error' : 'ConfigError' });
    };`);
  const project = await findProject(root);
  await expect(project.host()).rejects.toBeInstanceOf(CommandError);
  await expect(project.host()).rejects.toThrow('DEMO=maybe is not valid');
  process.env['WRONG'] = 'yes';
  try {
    await expect(project.host()).rejects.not.toBeInstanceOf(CommandError);
  } finally {
    delete process.env['WRONG'];
  }
});

test('a plugin that cannot be loaded stops a command, with its reason', async () => {
  await makeProject(
    `export const loadPlugins = async () => ({ plugins: [], leftOut: new Map([['a', 'broken on purpose']]) });`,
  );
  const project = await findProject(root);
  await expect(project.loadPlugins()).rejects.toThrow('Plugins that cannot be loaded: a (broken on purpose)');
});

test('no project, and a project that is not built, say what to do', async () => {
  await expect(findProject(root)).rejects.toThrow(/"phoihop" key/);
  await makeProject('');
  await rm(join(root, 'host.js'));
  const project = await findProject(root);
  await expect(project.loadPlugins()).rejects.toThrow();
});

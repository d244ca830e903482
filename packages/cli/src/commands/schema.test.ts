import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allow, definePlugin, type Plugin } from '@phoihop/platform';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { CommandError, type Project } from '../project.js';
import { explainCommand } from './explain.js';
import { schemaCommand } from './schema.js';

@ObjectType('Moon', { description: 'What lights the night.' })
class Moon {
  @Field(() => String, { description: 'How much of it is lit.' })
  phase!: string;
}

@Resolver()
class MoonResolver {
  @Query(() => Moon, { nullable: true, description: 'The one there is.' })
  moon(): Moon {
    return { phase: 'full' };
  }
}

const moon = definePlugin({
  id: 'moon',
  version: '1.0.0',
  title: { vi: 'Trăng', en: 'Moon' },
  graphql: { resolvers: [MoonResolver] },
  access: {
    fields: { Moon: allow.public('Everybody sees it.'), 'Query.moon': allow.public('Everybody sees it.') },
  },
  problems: { MOON_HIDDEN: { vi: 'Trăng khuất.', en: 'The moon is hidden.' } },
  translations: {
    vi: { Moon: 'Mặt trăng.', 'Moon.phase': 'Phần được chiếu sáng.', 'Query.moon': 'Mặt trăng của ta.' },
  },
});

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'phoihop-cli-'));
});
afterEach(() => rm(root, { recursive: true }));

const project = (...plugins: Plugin[]): Pick<Project, 'root' | 'loadPlugins'> => ({
  root,
  loadPlugins: async () => plugins,
});
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

test('schema writes the unified SDL, each plugin’s part, the access matrix and the error codes', async () => {
  expect(await schemaCommand(project(moon), {})).toContain('schema/schema.graphql');
  expect(await read('schema/schema.graphql')).toContain('type Moon {');
  expect(await read('schema/plugins/moon.graphql')).toContain('extend type Query');
  expect(await read('schema/access.md')).toContain('| Moon.phase | public: Everybody sees it. |');
  expect(await read('docs/reference/errors.md')).toContain('MOON_HIDDEN');
  expect(await schemaCommand(project(moon), { check: true })).toMatch(/are current$/);
});

test('schema --check names what is not current and writes nothing', async () => {
  await schemaCommand(project(moon), {});
  await writeFile(join(root, 'schema/access.md'), 'edited by hand');
  await expect(schemaCommand(project(moon), { check: true })).rejects.toThrow(/schema\/access\.md/);
  expect(await read('schema/access.md')).toBe('edited by hand');
});

test('the part of a plugin that is gone is removed', async () => {
  await schemaCommand(project(moon), {});
  const other = definePlugin({
    ...moon,
    id: 'moon2',
    title: { vi: 'Trăng', en: 'Moon' },
    graphql: { ...moon.graphql, prefix: 'moon' },
  });
  await schemaCommand(project(other), {});
  expect(await readdir(join(root, 'schema/plugins'))).toEqual(['moon2.graphql']);
});

test('a committed operation that no longer fits the schema fails by name', async () => {
  await mkdir(join(root, 'schema/operations'), { recursive: true });
  await writeFile(join(root, 'schema/operations/Moons.graphql'), '{ moons { phase } }');
  await expect(schemaCommand(project(moon), {})).rejects.toThrow(
    /Moons\.graphql: Cannot query field "moons"/,
  );
});

test('explain says what a plugin owns; a wrong name is answered with the right ones', async () => {
  expect(await explainCommand(project(moon), {})).toMatch(
    /moon 1\.0\.0[\s\S]*root fields\s+Query\.moon[\s\S]*error codes\s+MOON_HIDDEN/,
  );
  await expect(explainCommand(project(moon), { plugin: 'sun' })).rejects.toThrow(
    new CommandError('There is no plugin sun; loaded are moon.'),
  );
});

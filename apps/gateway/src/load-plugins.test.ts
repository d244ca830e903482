import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from '@phoihop/platform';
import { loadPlugins } from './load-plugins.js';
import { installedPlugins } from './plugins.js';

const plugin = (id: string, requires: Record<string, string> = {}): { default: Plugin } => ({
  default: { id, version: '1.0.0', title: { vi: id, en: id }, requires, definedAt: 'here' },
});

/** Modules by package name; a function is called. */
const from =
  (modules: Record<string, unknown>) =>
  async (specifier: string): Promise<unknown> => {
    const found = { core: plugin('core'), ...modules }[specifier.replace('@phoihop/', '')];
    if (!found) throw new Error(`Cannot find package ${specifier}`);
    return typeof found === 'function' ? (found as () => unknown)() : found;
  };

describe('loading plugins', () => {
  it('begins with core', async () => {
    const loaded = await loadPlugins({
      installed: ['a', 'b'],
      load: from({ a: plugin('a'), b: plugin('b') }),
    });
    expect(loaded.plugins.map(({ id }) => id)).toEqual(['core', 'a', 'b']);
    expect(loaded.leftOut.size).toBe(0);
  });

  it('leaves out one that throws, one that hangs, one that is missing and one that is something else', async () => {
    const load = from({
      good: plugin('good'),
      throwing: () => {
        throw new Error('broken on purpose');
      },
      hanging: () => new Promise(() => {}),
      other: plugin('different'),
      empty: {},
    });
    const loaded = await loadPlugins({
      installed: ['good', 'throwing', 'hanging', 'missing', 'other', 'empty'],
      load,
      milliseconds: 50,
    });
    expect(loaded.plugins.map(({ id }) => id)).toEqual(['core', 'good']);
    expect(Object.fromEntries(loaded.leftOut)).toEqual({
      throwing: 'broken on purpose',
      hanging: 'it did not finish loading within 0.05 s',
      missing: 'Cannot find package @phoihop/missing',
      other:
        'the plugin of @phoihop/other calls itself different: its id, its package and its folder must have one name',
      empty: '@phoihop/empty has no default export that is a plugin made with definePlugin',
    });
  });

  it('leaves out what requires what was left out, and what requires that', async () => {
    const load = from({
      a: plugin('a', { b: '^1.0.0' }),
      b: plugin('b', { c: '^1.0.0' }),
      c: {},
      d: plugin('d'),
    });
    const loaded = await loadPlugins({ installed: ['a', 'b', 'c', 'd'], load });
    expect(loaded.plugins.map(({ id }) => id)).toEqual(['core', 'd']);
    expect(loaded.leftOut.get('a')).toBe('it requires b');
  });

  it('loads only what is asked for', async () => {
    const loaded = await loadPlugins({ installed: ['a', 'b'], only: ['b'], load: from({ b: plugin('b') }) });
    expect(loaded.plugins.map(({ id }) => id)).toEqual(['core', 'b']);
  });

  it('names what is asked for and not installed', async () => {
    await expect(loadPlugins({ installed: ['a'], only: ['z'], load: from({}) })).rejects.toThrow(
      'PLUGINS names what is not installed: z. Installed are: a.',
    );
  });

  it('fails without core', async () => {
    await expect(loadPlugins({ installed: [], load: from({ core: {} }) })).rejects.toThrow(
      '@phoihop/core has no default export',
    );
    await expect(
      loadPlugins({ installed: [], load: from({ core: () => new Promise(() => {}) }), milliseconds: 20 }),
    ).rejects.toThrow('did not finish loading');
  });

  it('knows every plugin of the repository', async () => {
    const folders = await readdir(join(import.meta.dirname, '..', '..', '..', 'plugins'));
    expect([...installedPlugins]).toEqual(folders.sort());
  });
});

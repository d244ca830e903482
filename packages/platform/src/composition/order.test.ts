import { definePlugin, type Plugin } from '../index.js';
import { orderPlugins } from './order.js';

const plugin = (id: string, rest: Partial<Plugin> = {}): Plugin =>
  definePlugin({ id, version: '1.2.0', title: { vi: id, en: id }, ...rest });
const core = plugin('core');

const orderOf = (...plugins: Plugin[]) => orderPlugins(plugins).ordered.map(({ id }) => id);
const problemsOf = (...plugins: Plugin[]) => orderPlugins(plugins).problems;

test('core comes first, then the alphabet, and each after what it requires or uses', () => {
  const a = plugin('a', { requires: { z: '*' } });
  const b = plugin('b', { optional: { y: '*', missing: '*' } });
  expect(orderOf(b, plugin('z'), a, core, plugin('y'))).toEqual(['core', 'z', 'a', 'y', 'b']);
  expect(problemsOf(b, plugin('z'), a, core, plugin('y'))).toEqual([]);
});

test('the order does not depend on the order of the list', () => {
  const all = [core, plugin('c'), plugin('b', { requires: { c: '*' } }), plugin('a')];
  expect(orderOf(...all)).toEqual(orderOf(...all.toReversed()));
});

test('a missing requirement is named, with the one that was perhaps meant', () => {
  const [problem] = problemsOf(core, plugin('bridges'), plugin('a', { requires: { bridge: '*' } }));
  expect(problem).toMatchObject({ code: 'PLUGIN_REQUIRES_MISSING', owners: ['a'] });
  expect(problem!.message).toContain('Did you mean bridges?');
});

test('versions out of range are told: of core, of what is required, of what is only used', () => {
  const a = plugin('a', { core: '^9', requires: { b: '^2' }, optional: { c: '^2' } });
  expect(problemsOf(core, a, plugin('b'), plugin('c')).map(({ code }) => code)).toEqual([
    'PLUGIN_CORE_VERSION',
    'PLUGIN_REQUIRES_VERSION',
    'PLUGIN_REQUIRES_VERSION',
  ]);
  expect(problemsOf(core, plugin('a', { core: '^1.2.0', requires: { b: '~1.2' } }), plugin('b'))).toEqual([]);
});

test('a circle is drawn, and everybody in it is named', () => {
  const circle = [
    plugin('a', { requires: { b: '*' } }),
    plugin('b', { optional: { c: '*' } }),
    plugin('c', { requires: { a: '*' } }),
  ];
  const [problem] = problemsOf(core, ...circle, plugin('d', { requires: { a: '*' } }));
  expect(problem).toMatchObject({ code: 'PLUGIN_CYCLE', owners: ['a', 'b', 'c'] });
  expect(problem!.message).toContain('a → b → c → a');
  expect(problem!.places).toHaveLength(3);
});

test('two of one id are one too many, told with both places', () => {
  const [problem] = problemsOf(core, plugin('a'), plugin('a'));
  expect(problem).toMatchObject({ code: 'PLUGIN_ID_TAKEN', owners: ['a', 'a'] });
  expect(problem!.places).toHaveLength(2);
});

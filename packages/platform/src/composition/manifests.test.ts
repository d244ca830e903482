import { definePlugin, type Plugin } from '../index.js';
import { checkManifests } from './manifests.js';

const plugin = (id: string, rest: Partial<Plugin> = {}): Plugin =>
  definePlugin({ id, version: '1.0.0', title: { vi: 'Tên', en: 'Title' }, ...rest });
const codes = (...plugins: Plugin[]) =>
  checkManifests(plugins).map(({ code, owners }) => `${code} ${owners.join()}`);

test.each(['Social', 'social_insurance', '-social', 'social--insurance', '1st', 'xã-hội', ''])(
  '%j is no plugin id',
  (id) => {
    expect(codes(plugin(id))).toEqual([`PLUGIN_ID_INVALID ${id}`]);
  },
);

test.each(['platform', 'phoihop', 'public', 'information-schema', 'pg', 'pg-catalog'])(
  '%j is nobody’s: its PostgreSQL schema holds what a plugin must not rule over',
  (id) => {
    expect(codes(plugin(id))).toEqual([`PLUGIN_ID_INVALID ${id}`]);
  },
);

test('a good manifest has no problem', () => {
  expect(codes(plugin('social-insurance'), plugin('covid-19'), plugin('pgadmin'))).toEqual([]);
});

test('all that is wrong with all manifests is told together, with where they stand', () => {
  const problems = checkManifests([
    plugin('Bad', { version: '1' }),
    plugin('worse', { title: { vi: '', en: 'Worse' } }),
  ]);
  expect(problems.map(({ code }) => code)).toEqual([
    'PLUGIN_ID_INVALID',
    'PLUGIN_VERSION_INVALID',
    'PLUGIN_TITLE_MISSING',
  ]);
  expect(problems.every(({ places }) => places[0]!.includes('manifests.test.ts:'))).toBe(true);
});

import { changed, problemsOf } from '../../test-kit/composing.js';
import { bridges, rivers } from '../../test-kit/rivers.js';
import { allow, rowRule } from '../index.js';

const messages = (plugin: typeof bridges) =>
  problemsOf(rivers, plugin).map(({ code, message }) => `${code}: ${message}`);
const withAccess = (access: object) => changed(bridges, { access: { ...bridges.access, ...access } });

test('a permission that nobody declares is found in a field’s rule, with the one that was meant', () => {
  const fields = { ...bridges.access!.fields, 'Query.bridgesFail': allow.permission('bridges:raed') };
  expect(messages(withAccess({ fields }))).toEqual([
    'PERMISSION_UNKNOWN: access.fields.Query.bridgesFail of bridges names the permission bridges:raed, which no plugin declares. Did you mean bridges:read?',
  ]);
});

test('in grants, where it may be like no other', () => {
  expect(messages(withAccess({ grants: { clerk: ['bridges:demolish'] } }))).toEqual([
    'PERMISSION_UNKNOWN: access.grants.clerk of bridges names the permission bridges:demolish, which no plugin declares.',
  ]);
});

test('in the rule of an entity’s rows and in that of a table', () => {
  const rule = rowRule({ select: 'always', permissions: ['bridges:opne'], explanation: 'All.' });
  const data = { ...bridges.data!, rows: { Bridge: rule }, tables: { toll: rule } };
  expect(messages(changed(bridges, { data }))).toEqual([
    'PERMISSION_UNKNOWN: data.rows.Bridge, data.tables.toll of bridges names the permission bridges:opne, which no plugin declares. Did you mean bridges:open?',
  ]);
});

test('one that many fields name is one problem with the first of them', () => {
  const mistyped = Object.fromEntries(
    Object.keys(bridges.access!.fields!).map((key) => [key, allow.permission('bridges:rread')]),
  );
  const problems = messages(withAccess({ fields: mistyped }));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(
    'access.fields.BridgesBridge, access.fields.Query.bridges, access.fields.River.bridges and 4 more of bridges names',
  );
});

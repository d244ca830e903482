import { changed } from '../../test-kit/composing.js';
import { bridges, rivers } from '../../test-kit/rivers.js';
import { compose } from '../composition/compose.js';
import { allow } from '../index.js';
import { accessMatrix, permissionsByRole } from './matrix.js';

const plugins = [rivers, bridges];
const matrix = accessMatrix(plugins, compose(plugins).rules);
const lineOf = (coordinate: string) =>
  matrix.split('\n').find((line) => line.startsWith(`| ${coordinate} |`));

test('a role has what every plugin grants it; whoever is not signed in has nothing', () => {
  const more = changed(rivers, { access: { ...rivers.access, grants: { mayor: ['core:depths'] } } });
  expect(permissionsByRole([more, bridges])).toEqual(
    new Map([
      ['public', new Set()],
      ['mayor', new Set(['core:depths', 'bridges:read', 'bridges:open'])],
      ['clerk', new Set(['bridges:read'])],
    ]),
  );
});

test('every field is a line: its rule, and who passes it', () => {
  // 1 = clerk, 2 = mayor, 3 = public
  expect(matrix).toContain('- 1 = clerk\n- 2 = mayor\n- 3 = public');
  expect(lineOf('BridgesBridge.label')).toBe('| BridgesBridge.label | bridges:read | 1 2 |');
  expect(lineOf('Mutation.bridgesOpen')).toBe('| Mutation.bridgesOpen | bridges:open | 2 |');
  expect(lineOf('River.name')).toBe('| River.name | public: Rivers are on every map. | all |');
  expect(lineOf('River.depth')).toBe('| River.depth | core:depths |  |');
});

test('what everybody may select stands together, with the reason', () => {
  const section = matrix.slice(matrix.indexOf('## Public fields'), matrix.indexOf('## Fields'));
  expect(section).toMatch(/- Rivers are on every map\. .*`River\.name`/);
  expect(section).not.toContain('River.depth');
});

test('what passes without a right is public, however the rule is written', () => {
  const rule = allow.anyOf(allow.permission('bridges:read'), allow.public('On signs.'));
  const fields = { ...bridges.access!.fields, 'BridgesBridge.label': rule };
  const opened = [rivers, changed(bridges, { access: { ...bridges.access, fields } })];
  const text = accessMatrix(opened, compose(opened).rules);
  expect(text.slice(0, text.indexOf('## Fields'))).toContain('`BridgesBridge.label`');
});

test('inputs that an author wrote a rule for are listed; those of filters go without saying', () => {
  expect(lineOf('BridgesOpenInput.town')).toBe('| BridgesOpenInput.town | bridges:council |  |');
  expect(matrix).not.toContain('RiversFilter');
  expect(accessMatrix([rivers], compose([rivers]).rules)).not.toContain('## Inputs');
});

test('row rules are explained, and a bar in a sentence does not break the table', () => {
  expect(matrix).toContain('| core: River | always | never | never | never | All. |');
  expect(matrix).toContain(
    '| bridges: Bridge | by rule | by rule | never | never | Bridges of the caller’s town. |',
  );
  const River = { ...rivers.data!.rows['River']!, explanation: 'All | none.' };
  const barred = changed(rivers, { data: { ...rivers.data!, rows: { River } } });
  expect(accessMatrix([barred], compose([barred]).rules)).toContain('| All \\| none. |');
});

import { compareAnswers } from './compare.js';

const page = {
  units: {
    nodes: [
      { code: '737', share: '0.5' },
      { code: '26257', share: null },
    ],
  },
};
const denied = {
  message: 'You may not do this.',
  path: ['units', 'nodes', 0, 'share'],
  extensions: { code: 'FORBIDDEN', field: 'Unit.share' },
};
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test('the same data and errors are the same, whatever order the errors come in', () => {
  const other = { ...denied, path: ['units', 'nodes', 1, 'share'] };
  expect(compareAnswers({ data: page }, { data: copy(page) })).toBeUndefined();
  expect(
    compareAnswers({ data: page, errors: [denied, other] }, { data: page, errors: [other, denied] }),
  ).toBeUndefined();
});

test.each([
  [
    'another value',
    { units: { nodes: [{ code: '737', share: '0.6' }, page.units.nodes[1]] } },
    '.units.nodes.0.share',
  ],
  [
    'a number for a text',
    { units: { nodes: [{ code: 737, share: '0.5' }, page.units.nodes[1]] } },
    '.units.nodes.0.code',
  ],
  [
    'keys in another order',
    { units: { nodes: [{ share: '0.5', code: '737' }, page.units.nodes[1]] } },
    '.units.nodes.0',
  ],
  [
    'rows in another order',
    { units: { nodes: [page.units.nodes[1], page.units.nodes[0]] } },
    '.units.nodes.0.code',
  ],
  ['a row less', { units: { nodes: [page.units.nodes[0]] } }, '.units.nodes'],
  ['a field more', { units: { nodes: page.units.nodes, totalCount: 2 } }, '.units'],
  [
    'an object for null',
    { units: { nodes: [page.units.nodes[0], { code: '26257', share: {} }] } },
    '.units.nodes.1.share',
  ],
  ['null', null, '.'],
])('%s is a difference, and its place is told', (_name, data, place) => {
  const difference = compareAnswers({ data: page }, { data: copy(data) });
  expect(difference!.data).toMatch(new RegExp(`^${place.replaceAll('.', '\\.')}: expected `));
});

test('null data is not the same as no data', () => {
  expect(compareAnswers({ data: null }, {})).toBeDefined();
});

test.each([
  ['no error', []],
  ['another message', [{ ...denied, message: 'Another.' }]],
  ['another path', [{ ...denied, path: ['units'] }]],
  ['no path', [{ message: denied.message, extensions: denied.extensions }]],
  ['another code', [{ ...denied, extensions: { ...denied.extensions, code: 'UNAUTHENTICATED' } }]],
  ['other facts', [{ ...denied, extensions: { ...denied.extensions, field: 'Unit.code' } }]],
  ['the same twice', [denied, denied]],
])('an error: %s is a difference', (_name, errors) => {
  expect(compareAnswers({ data: page, errors: [denied] }, { data: page, errors })!.errors).toBeDefined();
});

test('the number of an internal error in the log is another every time, and no difference', () => {
  const masked = (errorId: string) => ({
    message: `Internal error ${errorId}.`,
    path: ['units'],
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
  });
  expect(compareAnswers({ errors: [masked('1-2')] }, { errors: [masked('3-4')] })).toBeUndefined();
});

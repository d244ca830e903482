import { bridges, rivers } from '../../test-kit/rivers.js';
import { compose } from '../composition/compose.js';
import { explain } from './explanation.js';

const [core, explained] = explain(compose([bridges, rivers]));

test('plugins are explained in the order in which they are composed', () => {
  expect([core!.id, explained!.id]).toEqual(['core', 'bridges']);
});

test('a plugin’s own types, root fields, tables, permissions and codes are told, with where it is defined', () => {
  expect(explained).toEqual({
    id: 'bridges',
    version: '1.0.0',
    definedAt: expect.stringContaining('rivers.ts:'),
    types: ['BridgesBridge', 'BridgesOpenInput'],
    rootFields: expect.arrayContaining(['Query.bridges', 'Query.bridgesRawCount', 'Mutation.bridgesOpen']),
    addedFields: ['River.bridges'],
    tables: ['bridges.bridge'],
    permissions: ['bridges:read', 'bridges:open', 'bridges:council'],
    errorCodes: ['BRIDGE_BROKEN'],
  });
});

test('what another plugin adds to its types is not its own', () => {
  expect(core!.addedFields).toEqual([]);
  expect(core!.rootFields).toEqual([
    'Query.river',
    'Query.riverOfDepth',
    'Query.rivers',
    'Query.riversByDepth',
  ]);
});

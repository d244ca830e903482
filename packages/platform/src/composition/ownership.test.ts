import { bridges, rivers } from '../../test-kit/rivers.js';
import { compose, coordinatesOf } from './compose.js';

const { owners, schema } = compose([bridges, rivers]);

test('every type of the schema has an owner but GraphQL’s own', () => {
  const unowned = Object.keys(schema.getTypeMap()).filter(
    (name) => !owners.types.has(name) && !name.startsWith('__'),
  );
  expect(unowned.sort()).toEqual(['Boolean', 'Date', 'Decimal', 'Float', 'ID', 'Int', 'String']);
});

test('every field has an owner', () => {
  expect(coordinatesOf(schema).filter((coordinate) => !owners.fields.has(coordinate))).toEqual([]);
});

test('a type is its plugin’s, with its pages, filters and orders', () => {
  for (const name of [
    'BridgesBridge',
    'BridgesBridgeConnection',
    'BridgesFilter',
    'BridgesOfRiverOrder',
    'BridgesOpenInput',
  ]) {
    expect(owners.types.get(name)).toBe('bridges');
  }
  expect(owners.types.get('RiverEdge')).toBe('core');
  expect(owners.pages.get('RiverEdge')).toBe('River');
  expect([...owners.generated].sort()).toEqual([
    'BridgesFilter',
    'BridgesOfRiverFilter',
    'BridgesOfRiverOrder',
    'BridgesOrder',
    'RiversByDepthOrder',
    'RiversFilter',
    'RiversOrder',
  ]);
});

test('a field is whose who adds it: to the root, to another’s type, to its own', () => {
  expect(owners.fields.get('Query.bridges')).toBe('bridges');
  expect(owners.fields.get('Mutation.bridgesOpen')).toBe('bridges');
  expect(owners.fields.get('River.bridges')).toBe('bridges');
  expect(owners.fields.get('River.name')).toBe('core');
  expect(owners.fields.get('BridgesBridge.loud')).toBe('bridges');
});

test('the Relay structure and node are the platform’s', () => {
  expect(['PageInfo', 'Node', 'Query', 'Mutation'].map((name) => owners.types.get(name))).toEqual(
    Array(4).fill('platform'),
  );
  expect(owners.fields.get('Query.node')).toBe('platform');
  expect(owners.fields.get('PageInfo.endCursor')).toBe('platform');
});

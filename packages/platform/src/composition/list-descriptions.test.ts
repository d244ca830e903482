import { isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { bridges, rivers } from '../../test-kit/rivers.js';
import { compose } from './compose.js';
import { filterFieldDescription, namedIn, opening, orderDescription } from './list-descriptions.js';

test('the opening is the first sentence, or its first part; points within it do not end it', () => {
  expect(opening('The last day of it; null while it lasts.')).toBe('The last day of it');
  expect(opening('In meters, as of 1.5. Null where nobody measured.')).toBe('In meters, as of 1.5');
  expect(opening('One\n  word')).toBe('One word');
});

test('a property is quoted with what the filter or order does to it', () => {
  expect(filterFieldDescription('heldOnFrom', 'date', 'The day it was held')).toBe(
    'The day it was held; only rows on or after this day.',
  );
  expect(filterFieldDescription('depthMax', 'number', 'Depth in meters')).toBe(
    'Depth in meters; only rows with this or less.',
  );
  expect(orderDescription('date', true, 'The day it was held')).toBe('The day it was held; latest first.');
  expect(orderDescription('anyOf', false, 'What people call it')).toBe('What people call it; from A to Z.');
  expect(namedIn('validFrom')).toBe('Valid from');
});

test('in the schema, filters and orders say what authors said of properties and lists', () => {
  const { schema } = compose([rivers, bridges]);
  const filter = schema.getType('BridgesFilter');
  const order = schema.getType('BridgesOrder');
  const bridge = schema.getType('BridgesBridge');
  if (!isInputObjectType(filter) || !isEnumType(order) || !isObjectType(bridge)) throw new Error('missing');
  const said = opening(bridge.getFields()['openedOn']!.description!);
  expect(said.length).toBeGreaterThan(5);
  expect(filter.getFields()['openedOnTo']!.description).toBe(`${said}; only rows on or before this day.`);
  expect(order.getValue('OPENED_ON_DESC')!.description).toBe(`${said}; latest first.`);
  const list = opening(schema.getQueryType()!.getFields()['bridges']!.description!);
  expect(filter.description).toContain(list);
  expect(order.description).toContain(list);
});

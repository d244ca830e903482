import type { MigrationSource } from './migration.js';
import { orderSources } from './order-sources.js';

const source = (owner: string, requires: string[] = [], names: string[] = []): MigrationSource => ({
  owner,
  requires,
  migrations: names.map((name) => ({ name, up: '', down: '' })),
});

const owners = (sources: MigrationSource[]) => orderSources(sources).map(({ owner }) => owner);

test('each comes after those it requires, otherwise as given', () => {
  expect(owners([source('b', ['core']), source('a', ['b']), source('core'), source('c')])).toEqual([
    'core',
    'b',
    'a',
    'c',
  ]);
});

test('a circle is drawn', () => {
  const sources = [source('x', ['a']), source('a', ['b']), source('b', ['c']), source('c', ['a'])];
  expect(() => orderSources(sources)).toThrow('a → b → c → a');
});

test.each([
  ['a requirement that is not there', [source('a', ['b'])], '"a" requires "b", which is not there'],
  ['an owner twice', [source('a'), source('a')], '"a" is handed in twice'],
  ['a name without a number', [source('a', [], ['first'])], '"a/first" is not named like 0001'],
  ['a name with capitals', [source('a', [], ['0001_First'])], '"a/0001_First" is not named like 0001'],
  ['a number twice', [source('a', [], ['0001_x', '0001_y'])], '"a/0001_y" comes after "0001_x"'],
  ['numbers that descend', [source('a', [], ['0002_x', '0001_y'])], '"a/0001_y" comes after "0002_x"'],
])('%s is named', (_, sources, message) => {
  expect(() => orderSources(sources)).toThrow(expect.objectContaining({ code: 'MIGRATION_SOURCES_INVALID' }));
  expect(() => orderSources(sources)).toThrow(message);
});

test('all mistakes are told at once', () => {
  const sources = [source('a', ['b'], ['first']), source('c', ['d'])];
  for (const part of ['"b"', 'first', '"d"']) expect(() => orderSources(sources)).toThrow(part);
});

import { Field, ObjectType } from 'type-graphql';
import { changed, problemsOf } from '../../test-kit/composing.js';
import { Bridge, bridges, River, rivers } from '../../test-kit/rivers.js';
import { extend, list, many, one, temporal } from '../index.js';

const withGraphql = (graphql: object) => changed(bridges, { graphql: { ...bridges.graphql, ...graphql } });
const messages = (...plugins: Parameters<typeof problemsOf>) =>
  problemsOf(...plugins).map(({ code, message }) => `${code}: ${message}`);

test('a filter, an order and an identifying property must be there; the message tells which are', () => {
  const reads = {
    bridges: list(Bridge, { description: '', filter: ['lenght'], order: ['openedOn'] }),
    bridgesOne: one(Bridge, { by: 'code', description: '' }),
  };
  const problems = problemsOf(rivers, withGraphql({ reads }));
  expect(problems.map(({ message }) => message)).toEqual([
    'graphql.reads.bridges of bridges names what Bridge does not have: lenght.',
    'graphql.reads.bridgesOne of bridges names what Bridge does not have: code.',
  ]);
  expect(problems[0]!.mend).toBe('Bridge has: id, river, label, openedOn, town.');
});

test('a relation’s way back must be there', () => {
  const relations = { bridges: many(Bridge, 'stream', { description: '' }) };
  expect(messages(rivers, withGraphql({ extend: [extend(River, relations)] }))).toEqual([
    'RELATION_UNKNOWN: graphql.extend River.bridges of bridges names what Bridge does not have: stream.',
  ]);
});

test('what is extended or read must be an entity of an installed plugin', () => {
  @ObjectType('BridgesPlan', { description: 'A bridge that is not yet.' })
  class Plan {
    @Field(() => String, { description: 'When, at last.' })
    year!: string;
  }
  const relations = { bridges: many(Bridge, 'river', { description: '' }) };
  expect(messages(rivers, withGraphql({ extend: [extend(Plan, relations)] }))[0]).toContain(
    'names Plan, which is no entity of an installed plugin',
  );
  const reads = { bridgesPlans: list(Plan, { description: '' }) };
  expect(messages(rivers, withGraphql({ reads }))[0]).toContain(
    'graphql.reads.bridgesPlans of bridges names Plan',
  );
});

test('versions have validity, and an own date must be a property', () => {
  const data = {
    ...bridges.data!,
    temporal: [temporal(River, { versions: Bridge, owner: 'river', fields: ['label'] })],
    asOf: { Bridge: 'openedOnn' },
  };
  expect(messages(rivers, changed(bridges, { data }))).toEqual([
    'RELATION_UNKNOWN: data.temporal of River of bridges names what Bridge does not have: validFrom, validTo, supersededAt.',
    'RELATION_UNKNOWN: data.asOf of Bridge of bridges names what Bridge does not have: openedOnn.',
  ]);
});

import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { allow } from '../contract/access.js';
import { demand, demandsOf, refusal } from './operation-ring.js';
import { RuleBook } from './rules.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  union Found = River | Person
  enum Order { NAME AGE }
  input Change { name: String rank: Int }
  type River implements Node { id: ID! name: String! bridge: Bridge springs(orderBy: Order): [String] }
  type Bridge { label: String! river: River! keeper: Person }
  type Person implements Node { id: ID! name: String! age: Int! friends(orderBy: Order): [Person!] boss: Person! }
  type Query { river: River person: Person node(id: ID!): Node found: [Found!] }
  type Mutation { rename(change: Change): River retire: Person touch: Node }
`);

/** A rule a permission: 'Person.age' needs the permission 'Person.age'; rivers are everybody's. */
function bookOf(): RuleBook {
  const rules = new RuleBook();
  for (const type of Object.values(schema.getTypeMap())) {
    if (
      !('getFields' in type) ||
      type.name.startsWith('__') ||
      type.name === 'Change' ||
      type.name === 'Node'
    )
      continue;
    for (const name of Object.keys(type.getFields())) {
      const rule = type.name === 'River' ? allow.public('Known.') : allow.permission(`${type.name}.${name}`);
      rules.set(`${type.name}.${name}`, rule);
    }
  }
  rules.setInput('Order.AGE', allow.permission('Person.age'), true);
  rules.setInput('Change.rank', allow.permission('rank'), false);
  return rules;
}

/** What an operation is refused for: the coordinate, or nothing. `may` are the permissions held. */
function refusedFor(
  source: string,
  may: string[],
  variables: Record<string, unknown> = {},
  operationName?: string,
) {
  const document = parse(source);
  const rules = bookOf();
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode =>
      one.kind === 'OperationDefinition' && (!operationName || one.name?.value === operationName),
  )!;
  try {
    const flags = rules.flagsFor({ signedIn: true, permissions: new Set(may) });
    demand(demandsOf(schema, document, operation, rules), flags, true, variables);
    return undefined;
  } catch (error) {
    return (error as { details: { field: string } }).details.field;
  }
}

test('who is refused is told the permission that is wanting, where it is one', () => {
  const rules = bookOf();
  rules.set('Bridge.keeper', allow.anyOf(allow.permission('a'), allow.permission('b')));
  rules.set('Person.boss', allow.where(allow.permission('boss'), { explanation: 'own', sql: () => 'true' }));
  const details = (coordinate: string) => refusal(coordinate, true, rules).details;
  expect(details('Person.age')).toEqual({ field: 'Person.age', permission: 'Person.age' });
  expect(details('Change.rank')).toEqual({ field: 'Change.rank', permission: 'rank' });
  expect(details('Person.boss')).toEqual({ field: 'Person.boss', permission: 'boss' });
  expect(details('Bridge.keeper')).toEqual({ field: 'Bridge.keeper' });
  expect(refusal('Person.age', false, rules)).toMatchObject({ code: 'UNAUTHENTICATED', details: {} });
});

const person = ['Query.person', 'Person.id', 'Person.name'];

describe('a query', () => {
  test('is refused for a non-null field that is denied', () => {
    expect(refusedFor('{ person { name age } }', person)).toBe('Person.age');
    expect(refusedFor('{ person { name age } }', [...person, 'Person.age'])).toBeUndefined();
  });

  test('is not refused for a denied field that can be null, nor for what stands below it', () => {
    expect(refusedFor('{ river { bridge { label } } }', ['Query.river'])).toBe('Bridge.label');
    expect(refusedFor('{ person { age } }', [])).toBeUndefined();
    expect(
      refusedFor('{ river { bridge { keeper { age } } } }', ['Query.river', 'Bridge.label']),
    ).toBeUndefined();
  });

  test('is refused where one of several ways to a denied field is open', () => {
    const source = `{ person { ...F } river { bridge { keeper { ...F } } } } fragment F on Person { age }`;
    expect(refusedFor(source, ['Query.river'])).toBeUndefined();
    expect(refusedFor(source, ['Query.river', 'Bridge.keeper'])).toBe('Person.age');
    expect(refusedFor(source, ['Query.person'])).toBe('Person.age');
  });

  test('cannot hide a field in fragments, aliases or fragments of interfaces', () => {
    for (const source of [
      '{ person { ... on Person { age } } }',
      '{ person { ...A } } fragment A on Person { ...B } fragment B on Person { age }',
      '{ person { __proto__: age } }',
      '{ person { then: age } }',
      '{ person { ... on Node { ... on Person { age } } } }',
      '{ person { boss { boss { age } } } }',
    ]) {
      expect(refusedFor(source, [...person, 'Person.boss'])).toBe('Person.age');
    }
    expect(refusedFor('{ person { ... on Node { id } } }', ['Query.person'])).toBe('Person.id');
  });

  test('is asked about what it may select, whatever @skip and @include say', () => {
    expect(refusedFor('{ person { age @skip(if: true) } }', person)).toBe('Person.age');
    expect(refusedFor('query($x: Boolean!) { person { age @include(if: $x) } }', person, { x: false })).toBe(
      'Person.age',
    );
  });

  test('of an interface or a union needs some possible type’s rule; the concrete type’s applies later', () => {
    expect(refusedFor('{ node(id: 1) { id } }', ['Query.node'])).toBeUndefined();
    expect(refusedFor('{ node(id: 1) { ... on Person { age } } }', ['Query.node'])).toBe('Person.age');
    expect(
      refusedFor('{ found { ... on Node { id } ... on River { name } } }', ['Query.found']),
    ).toBeUndefined();
    expect(refusedFor('{ found { ... on Person { name } } }', ['Query.found'])).toBe('Person.name');
  });

  test('is refused as UNAUTHENTICATED to who is not signed in', () => {
    const rules = bookOf();
    const document = parse('{ person { age } }');
    const demands = demandsOf(schema, document, document.definitions[0] as OperationDefinitionNode, rules);
    const flags = rules.flagsFor({ signedIn: false, permissions: new Set(['Query.person']) });
    expect(() => demand(demands, flags, false, {})).toThrow(
      expect.objectContaining({ code: 'UNAUTHENTICATED', details: { field: 'Person.age' } }),
    );
  });
});

describe('a mutation', () => {
  test('is refused for any denied field, also one that can be null and stands deep', () => {
    expect(refusedFor('mutation { rename { id } }', [])).toBe('Mutation.rename');
    expect(refusedFor('mutation { rename { bridge { keeper { id } } } }', ['Mutation.rename'])).toBe(
      'Bridge.keeper',
    );
  });

  test('cannot hide a denied field behind an interface: the effect would come first', () => {
    const may = ['Mutation.rename', 'Mutation.retire', 'Mutation.touch', 'Person.name'];
    expect(refusedFor('mutation { retire { ... on Node { id } } }', may)).toBe('Person.id');
    expect(refusedFor('mutation { retire { ...N } } fragment N on Node { id }', may)).toBe('Person.id');
    // A river may be meant, and rivers are everybody's.
    expect(refusedFor('mutation { touch { id } }', may)).toBeUndefined();
    expect(refusedFor('mutation { touch { ... on Person { id } } }', may)).toBe('Person.id');
  });

  test('is refused for what its arguments name, in the document or in variables', () => {
    const may = ['Mutation.rename', 'Mutation.retire', 'Person.friends', 'Person.name'];
    expect(refusedFor('mutation { rename(change: { rank: 1 }) { id } }', may)).toBe('Change.rank');
    const source = 'mutation($c: Change) { rename(change: $c) { id } }';
    expect(refusedFor(source, may, { c: { rank: null } })).toBe('Change.rank');
    expect(refusedFor(source, may, { c: { name: 'Hồng' } })).toBeUndefined();
    expect(refusedFor('mutation { retire { friends(orderBy: AGE) { name } } }', may)).toBe('Order.AGE');
    expect(refusedFor('mutation { retire { friends(orderBy: NAME) { name } } }', may)).toBeUndefined();
  });
});

test('only the operation that is run is asked about', () => {
  const source = 'query A { person { age } } query B { river { name } }';
  expect(refusedFor(source, person, {}, 'A')).toBe('Person.age');
  expect(refusedFor(source, ['Query.river'], {}, 'B')).toBeUndefined();
});

test('an operation tells which types it may select from, all those of an interface too', () => {
  const typesOf = (source: string) => {
    const document = parse(source);
    return [
      ...demandsOf(schema, document, document.definitions[0] as OperationDefinitionNode, bookOf()).types,
    ].sort();
  };
  expect(typesOf('{ river { id } }')).toEqual(['Query', 'River']);
  expect(typesOf('{ node(id: 1) { id } }')).toEqual(['Person', 'Query', 'River']);
  expect(typesOf('{ found { ... on Person { boss { id } } } }')).toEqual(['Person', 'Query', 'River']);
});

test('only introspection touches no data', () => {
  const touches = (source: string) => {
    const document = parse(source);
    return demandsOf(schema, document, document.definitions[0] as OperationDefinitionNode, bookOf())
      .touchesData;
  };
  expect(touches('{ __schema { types { name } } __typename }')).toBe(false);
  expect(touches('{ __typename river { id } }')).toBe(true);
  expect(touches('{ ...F } fragment F on Query { river { id } }')).toBe(true);
});

test('spreads through many guarded ways, level below level, are walked once and not once each way', () => {
  const levels = 13;
  const fields = Array.from({ length: 20 }, (_, n) => `to${n}`);
  const wide = buildSchema(
    `type T { ${fields.map((name) => `${name}: T`).join(' ')} end: Int! } type Query { t: T }`,
  );
  const rules = new RuleBook();
  for (const name of fields) rules.set(`T.${name}`, allow.permission(name));
  rules.set('Query.t', allow.public('Known.'));
  rules.set('T.end', allow.permission('end'));
  const chain = Array.from(
    { length: levels },
    (_, n) => `fragment F${n} on T { ${fields.map((name) => `${name} { ...F${n + 1} }`).join(' ')} }`,
  );
  const document = parse(`{ t { ...F0 } } ${chain.join(' ')} fragment F${levels} on T { end }`);
  const before = process.cpuUsage();
  const demands = demandsOf(wide, document, document.definitions[0] as OperationDefinitionNode, rules);
  const flags = rules.flagsFor({ signedIn: true, permissions: new Set(fields) });
  expect(() => demand(demands, flags, true, {})).toThrow();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(200);
});

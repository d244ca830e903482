import { parse } from 'graphql';
import { sizeOf } from './document-size.js';

const bounds = { depth: 1000, fields: 100_000, overlaps: 100_000 };
const size = (source: string) => sizeOf(parse(source), bounds);

test('depth counts fields below each other, through fragments, and not introspection', () => {
  expect(size('{ a { b { c } } d }').depth).toBe(3);
  expect(size('{ a { ... on T { ...F } } } fragment F on T { b { c } }').depth).toBe(3);
  expect(size('{ __schema { types { fields { name } } } a { __typename } }').depth).toBe(1);
});

test('fields are counted as often as their fragment is spread', () => {
  expect(size('{ a { ...F } b { ...F } } fragment F on T { x y }').fields).toBe(6);
});

test('root fields are those of the largest operation, also out of fragments', () => {
  expect(size('query A { a b } query B { a ...F } fragment F on Query { b c }').rootFields).toBe(3);
});

test('aliases and directives are counted as written, in operations, variables and unused fragments', () => {
  const source =
    'query ($v: Int @d) @d { x: a @d ...F @d ... @d { y: b } } fragment F on T @d { z: c } fragment U on T { w: c @d }';
  expect(size(source)).toMatchObject({ aliases: 4, directives: 7 });
});

test('fields and fragments that stand for one place are compared in pairs', () => {
  expect(size('{ a a a }').overlaps).toBe(3);
  expect(size('{ x: a y: a }').overlaps).toBe(0);
  expect(
    size('{ ...A ...B ...C } fragment A on Q { a } fragment B on Q { b } fragment C on Q { c }').overlaps,
  ).toBe(3);
});

test('places that merge are one place: what stands below both is compared too', () => {
  expect(size('{ a { b } a { b } a { b } }').overlaps).toBe(3 + 3);
  expect(size('{ a { b } ...F } fragment F on Q { a { b b } }').overlaps).toBe(1 + 3);
});

test('fragments that nothing spreads are measured: validation goes through them', () => {
  expect(size('{ a } fragment U on T { b b b b }').overlaps).toBe(6);
});

test('a fragment that spreads itself is gone through once, and is another rule’s error', () => {
  expect(size('{ a { ...F } } fragment F on T { b { ...F } }')).toMatchObject({ depth: 2, fields: 2 });
  expect(size('{ ...A } fragment A on Q { ...B } fragment B on Q { ...A x }').fields).toBe(1);
});

test('a fragment that stands inside what it was spread on, but not inside itself, counts again', () => {
  expect(size('{ a { ...F b { ...F } } } fragment F on T { x }').fields).toBe(4);
});

test('counting ends where a bound is passed', () => {
  const chain = Array.from(
    { length: 60 },
    (_, n) => `fragment F${n} on T { a { ...F${n + 1} } b { ...F${n + 1} } }`,
  );
  const document = parse(`{ t { ...F0 } } ${chain.join(' ')} fragment F60 on T { x }`);
  expect(sizeOf(document, { ...bounds, depth: 14 }).depth).toBe(15);
  expect(sizeOf(document, { ...bounds, fields: 500 }).fields).toBeLessThan(600);
});

test('introspection that goes round in circles ends as well', () => {
  const round = parse(`{ __type(name: "T") { ${'ofType { '.repeat(300)} name ${'} '.repeat(300)} } }`);
  expect(sizeOf(round, { ...bounds, depth: 14 }).depth).toBeGreaterThan(14);
});

import {
  buildSchema,
  getIntrospectionQuery,
  parse,
  specifiedRules,
  validate,
  type GraphQLError,
} from 'graphql';
import { defaultLimits, limitRules } from './limits.js';

const schema = buildSchema(`
  type Query { a: T b: T c: T }
  type T { a: T b: T c: T d: Int e(x: Int): Int }
`);
const rules = [...specifiedRules, ...limitRules(defaultLimits)];
const check = (source: string): readonly GraphQLError[] =>
  validate(schema, parse(source, { maxTokens: defaultLimits.tokens }), rules);
const limitsOf = (source: string) =>
  check(source).map(({ extensions }) => extensions['limit'] ?? 'another rule');

const nest = (levels: number, open = 'a { ', inside = 'd') =>
  `${open.repeat(levels)} ${inside} ${'} '.repeat(levels)}`;
const list = (n: number, write: (index: number) => string) =>
  Array.from({ length: n }, (_, index) => write(index)).join(' ');

test.each([
  ['depth', (n: number) => `{ ${nest(n - 1)} }`, 14],
  ['aliases', (n: number) => `{ a { ${list(n, (i) => `x${i}: d`)} } }`, 30],
  ['root fields', (n: number) => `{ ...F } fragment F on Query { ${list(n, (i) => `x${i}: a { d }`)} }`, 30],
  [
    'directives',
    (n: number) => `{ a { ${list(n, (i) => `${['a', 'b', 'c'][i % 3]} @skip(if: false) { d }`)} } }`,
    30,
  ],
] as const)('%s: what is allowed is valid, one more is told with both numbers', (limit, write, allowed) => {
  expect(check(write(allowed))).toEqual([]);
  const over = check(write(allowed + 1)).find(({ extensions }) => extensions['limit'] === limit)!;
  expect(over.extensions).toEqual({ code: 'LIMIT_EXCEEDED', limit, given: allowed + 1, allowed });
  expect(over.message).toBe(
    `The operation is over the limit for ${limit}: ${allowed + 1}, at most ${allowed}.`,
  );
});

test('the usual introspection query is within all limits', () => {
  expect(check(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }))).toEqual([]);
});

test('circular introspection is refused by graphql-js’s own rule', () => {
  expect(
    limitsOf(`{ __schema { types { ${nest(4, 'fields { type { ', 'name')} ${'} '.repeat(4)} } } }`),
  ).toContain('another rule');
});

test('several limits are told together, and nothing of the rest is visited', () => {
  expect(limitsOf(`{ ${nest(15)} a { ${list(31, (i) => `x${i}: d`)} nonsense } }`).sort()).toEqual([
    'aliases',
    'depth',
  ]);
});

test('a small mistake is still told: the rule does not hide the others', () => {
  expect(check('{ a { nonsense } }')[0]!.message).toContain('nonsense');
  expect(check('{ a { ...F } } fragment F on T { b { ...F } }')[0]!.message).toContain(
    'Cannot spread fragment "F" within itself',
  );
});

/** CPU milliseconds of parsing and validating. */
function cost(source: string): number {
  const before = process.cpuUsage();
  try {
    check(source);
  } catch {
    // Refused by the parser, for its tokens.
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const small = { a: 'a { ', end: 'd' };
const attacks: Record<string, string> = {
  '1500 overlapping fragments': `{ a { ${list(1500, (i) => `...F${i}`)} } } ${list(1500, (i) => `fragment F${i} on T { d }`)}`,
  '190 overlapping fragments': `{ a { ${list(190, (i) => `...F${i}`)} } } ${list(190, (i) => `fragment F${i} on T { d }`)}`,
  '150 fragments in one chain, each twice': `{ a { ...F0 } } ${list(150, (i) => `fragment F${i} on T { ...F${i + 1} ...F${i + 1} }`)} fragment F150 on T { d }`,
  'fragments through two fields, 90 deep': `{ a { ...F0 } } ${list(90, (i) => `fragment F${i} on T { a { ...F${i + 1} } b { ...F${i + 1} } }`)} fragment F90 on T { d }`,
  'fragments through three fields, 12 deep': `{ a { ...F0 } } ${list(11, (i) => `fragment F${i} on T { a { ...F${i + 1} } b { ...F${i + 1} } c { ...F${i + 1} } }`)} fragment F11 on T { d }`,
  'one field 1900 times': `{ a { ${'d '.repeat(1900)} } }`,
  'one object 480 times': `{ b { ${'a { d } '.repeat(480)} } }`,
  'one object 270 times, two deep': `{ b { ${'a { a { d } } '.repeat(270)} } }`,
  'one object in 200 inline fragments': `{ a { ${'... on T { a { d } } '.repeat(200)} } }`,
  'conflicting arguments': `{ a { ${list(300, (i) => `e(x: ${i})`)} } }`,
  'fragments of many fields, each spreading all that follow': `{ a { ${list(20, (i) => `...F${i}`)} } } ${list(20, (i) => `fragment F${i} on T { ${'d '.repeat(20)} a { d ${list(19 - i, (j) => `...F${i + j + 1}`)} } }`)}`,
  'an unused fragment of repetitions': `{ a { d } } fragment U on T { ${'a { d } '.repeat(480)} }`,
  'a thousand levels': `{ ${nest(900, small.a, small.end)} }`,
};

test.each(Object.keys(attacks))('%s: refused or valid within 50 ms of CPU', (name) => {
  cost(attacks[name]!);
  expect(Math.min(cost(attacks[name]!), cost(attacks[name]!), cost(attacks[name]!))).toBeLessThan(50);
});

test('without the limits, validating such a document takes more than the limit', () => {
  const document = parse(attacks['190 overlapping fragments']!);
  const before = process.cpuUsage();
  validate(schema, document);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeGreaterThan(cost(attacks['190 overlapping fragments']!));
});

import { allow } from '../contract/access.js';
import { describeRule, passes, permissionsIn, RuleBook, saysWho } from './rules.js';

const holder = (...permissions: string[]) => ({ signedIn: true, permissions: new Set(permissions) });
const nobody = { signedIn: false, permissions: new Set<string>() };
const [a, b] = [allow.permission('x:a'), allow.permission('x:b')];

test('each kind of rule lets through whom it says', () => {
  expect(passes(allow.public('Known.'), nobody)).toBe(true);
  expect(passes(allow.signedIn(), nobody)).toBe(false);
  expect(passes(allow.signedIn(), holder())).toBe(true);
  expect([holder('x:a'), holder('x:b'), holder('x')].map((who) => passes(a, who))).toEqual([
    true,
    false,
    false,
  ]);
  expect([holder('x:b'), holder()].map((who) => passes(allow.anyOf(a, b), who))).toEqual([true, false]);
  expect([holder('x:a', 'x:b'), holder('x:a')].map((who) => passes(allow.allOf(a, b), who))).toEqual([
    true,
    false,
  ]);
});

test('a choice among no rules lets nobody through', () => {
  expect(passes(allow.anyOf(), holder('x:a'))).toBe(false);
  expect(passes(allow.allOf(), holder('x:a'))).toBe(false);
});

test('a rule says who, or it is none: no public without a reason, no empty choice, however deep', () => {
  expect([a, allow.public('Known.'), allow.anyOf(a, allow.allOf(b))].map(saysWho)).toEqual([
    true,
    true,
    true,
  ]);
  expect([allow.public(' '), allow.anyOf(), allow.anyOf(a, allow.allOf())].map(saysWho)).toEqual([
    false,
    false,
    false,
  ]);
});

test('a rule names its permissions and reads as a sentence', () => {
  const rule = allow.anyOf(a, allow.allOf(b, allow.signedIn()));
  expect(permissionsIn(rule)).toEqual(['x:a', 'x:b']);
  expect(describeRule(rule)).toBe('any of (x:a, all of (x:b, signed in))');
  expect(describeRule(allow.public('Known.'))).toBe('public: Known.');
});

test('equal rules are one flag, and a field finds its own', () => {
  const book = new RuleBook();
  book.set('River.name', allow.public('Known.'));
  book.set('River.depth', a);
  book.set('Bridge.label', allow.permission('x:a'));
  book.setInput('RiversFilter.depthMin', a, true);
  const flags = book.flagsFor(holder('x:a'));
  expect(flags).toHaveLength(2);
  expect(book.indexOf('River.depth')).toBe(book.indexOf('Bridge.label'));
  expect(book.inputRule('RiversFilter.depthMin')).toEqual({
    rule: book.indexOf('River.depth'),
    nullIsNothing: true,
  });
  expect([...book.flagsFor(nobody)]).toEqual([1, 0]);
  expect(book.ruleOf('River.depth')).toEqual(a);
});

test('what has no rule has no place among the flags, so that it is refused', () => {
  const book = new RuleBook();
  book.set('River.name', a);
  expect(book.indexOf('River.secret')).toBeUndefined();
  expect(book.inputRule('River.name')).toBeUndefined();
  expect(book.ruleOf('River.secret')).toBeUndefined();
});

test('entries are the fields, by name; inputs are not among them', () => {
  const book = new RuleBook();
  book.set('B.x', a);
  book.set('A.x', b);
  book.setInput('C.x', b, false);
  expect(book.entries()).toEqual([
    ['A.x', b],
    ['B.x', a],
  ]);
});

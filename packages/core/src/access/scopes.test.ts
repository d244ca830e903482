import fc from 'fast-check';
import type { Caller } from '@phoihop/platform';
import {
  contains,
  holds,
  scopesByPermission,
  scopeSettings,
  scopesOf,
  scopesOfSettings,
  unitOf,
  type Scope,
  type ScopesByPermission,
} from './scopes.js';

const scope = (path: string, reach: Scope['reach'] = 'SUBTREE', program: string | null = null): Scope => ({
  path,
  reach,
  program,
});
const callerWith = (scopes: ScopesByPermission): Caller => ({
  userId: 1,
  roles: [],
  permissions: new Set(),
  settings: scopeSettings(scopes),
});

test('a subtree contains its unit and what is below, not a unit whose id begins with the same digits', () => {
  expect(contains(scope('1.64'), scope('1.64'))).toBe(true);
  expect(contains(scope('1.64'), scope('1.64.700', 'EXACT'))).toBe(true);
  expect(contains(scope('1.64'), scope('1.640'))).toBe(false);
  expect(contains(scope('1.64.700'), scope('1.64'))).toBe(false);
});

test('an exact scope contains the unit alone', () => {
  expect(contains(scope('1.64', 'EXACT'), scope('1.64', 'EXACT'))).toBe(true);
  expect(contains(scope('1.64', 'EXACT'), scope('1.64', 'SUBTREE'))).toBe(false);
  expect(contains(scope('1.64', 'EXACT'), scope('1.64.700', 'EXACT'))).toBe(false);
});

test('all programs contain each; one program contains neither another nor all', () => {
  expect(contains(scope('1'), scope('1', 'SUBTREE', 'PRG-27'))).toBe(true);
  expect(contains(scope('1', 'SUBTREE', 'PRG-27'), scope('1', 'SUBTREE', 'PRG-28'))).toBe(false);
  expect(contains(scope('1', 'SUBTREE', 'PRG-27'), scope('1'))).toBe(false);
});

test('two assignments never mix: the unit of one does not meet the program of the other', () => {
  const scopes = scopesByPermission(
    [
      { role: 'reader', scopes: [scope('1.2', 'SUBTREE', 'PRG-27')] },
      { role: 'reader', scopes: [scope('1.3', 'SUBTREE', 'PRG-28')] },
    ],
    () => ['core:value.read'],
  );
  const caller = callerWith(scopes);
  expect(holds(caller, 'core:value.read', scope('1.2.9', 'EXACT', 'PRG-27'))).toBe(true);
  expect(holds(caller, 'core:value.read', scope('1.2.9', 'EXACT', 'PRG-28'))).toBe(false);
});

test('an assignment without a unit on the business date gives nothing', () => {
  expect(scopesByPermission([{ role: 'clerk', scopes: [] }], () => ['core:value.record'])).toEqual({});
});

test('scopes inside another of the same permission are left out; equal ones stay once', () => {
  const scopes = scopesByPermission(
    [
      {
        role: 'officer',
        scopes: [
          scope('1.2'),
          scope('1.2'),
          scope('1.2.3', 'EXACT'),
          scope('1.2', 'SUBTREE', 'PRG-27'),
          scope('1.4', 'EXACT'),
        ],
      },
    ],
    () => ['p'],
  );
  expect(scopes).toEqual({ p: { subtree: ['any.1.2'], exact: ['any.1.4'] } });
});

test('a scope is read back as it was written, and names its unit', () => {
  const caller = callerWith(
    scopesByPermission([{ role: 'r', scopes: [scope('1.64.700', 'EXACT', 'PRG-27')] }], () => ['p']),
  );
  expect(scopesOf(caller, 'p')).toEqual([scope('1.64.700', 'EXACT', 'PRG-27')]);
  expect(unitOf(scopesOf(caller, 'p')[0]!)).toBe(700);
  expect(scopesOf(caller, 'q')).toEqual([]);
});

test('permissions over the same scopes name them together, and are read back one by one', () => {
  const wide = { subtree: ['PRG_27.1.64', 'any.1.2'], exact: [] };
  const held = { p: wide, q: { subtree: [], exact: ['PRG_27.1.64'] }, r: wide };
  const settings = scopeSettings(held);
  expect(settings).toEqual({
    held: ' p=0 q=1 r=0 ',
    scopes:
      '[{"subtree":"{1.2}","exact":"{}","programs":{"PRG_27":{"subtree":"{1.64}","exact":"{}"}}},' +
      '{"subtree":"{}","exact":"{}","programs":{"PRG_27":{"subtree":"{}","exact":"{1.64}"}}}]',
  });
  expect(scopesOfSettings(settings)).toEqual(held);
  expect(scopesOfSettings(scopeSettings({}))).toEqual({});
  expect(scopesOfSettings({})).toEqual({});
});

test('shortening changes nobody’s rights', () => {
  const path = fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 })
    .map((ids) => ids.join('.'));
  const some: fc.Arbitrary<Scope> = fc.record({
    path,
    reach: fc.constantFrom<Scope['reach']>('SUBTREE', 'EXACT'),
    program: fc.constantFrom(null, 'PRG-01', 'PRG-02'),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), some, (given, wanted) => {
      const caller = callerWith(scopesByPermission([{ role: 'r', scopes: given }], () => ['p']));
      expect(holds(caller, 'p', wanted)).toBe(given.some((one) => contains(one, wanted)));
    }),
  );
});

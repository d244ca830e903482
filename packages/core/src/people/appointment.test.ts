import type { Caller } from '@phoihop/platform';
import { coreGrants, roles } from '../access/roles.js';
import { scopeSettings, scopesByPermission, type Scope } from '../access/scopes.js';
import { mayAppoint } from './appointment.js';

const grants = new Map(Object.entries(coreGrants).map(([role, permissions]) => [role, new Set(permissions)]));
const district: Scope = { path: '1.75.737', reach: 'SUBTREE', program: null };
const commune: Scope = { ...district, path: '1.75.737.26254' };

/** Someone with one role over one scope. */
const holder = (role: string, ...scopes: Scope[]): Caller => ({
  userId: 1,
  roles: [role],
  permissions: grants.get(role)!,
  settings: scopeSettings(scopesByPermission([{ role, scopes }], (code) => grants.get(code)!)),
});
const may = (caller: Caller, role: string, target: Scope) =>
  mayAppoint(caller, role, grants.get(role)!, target);

test('an administrator appoints clerks without being able to record figures', () => {
  const administrator = holder('district-administrator', district);
  expect(administrator.permissions.has('core:value.record')).toBe(false);
  expect(may(administrator, 'commune-clerk', commune)).toBe(true);
  expect(may(administrator, 'district-administrator', commune)).toBe(true);
});

test.each([
  'district-standing',
  'auditor',
  'treasurer',
  'case-handler',
  'inspector',
  'integration',
  'public',
])('an administrator does not appoint to %s', (role) => {
  expect(may(holder('district-administrator', district), role, commune)).toBe(false);
});

test('an administrator appoints neither above nor beside the own district', () => {
  const administrator = holder('district-administrator', district);
  expect(may(administrator, 'commune-clerk', { ...district, path: '1.75' })).toBe(false);
  expect(may(administrator, 'commune-clerk', { ...district, path: '1.75.731.26005' })).toBe(false);
});

test('an administrator of one program gives neither another program nor all', () => {
  const administrator = holder('district-administrator', { ...district, program: 'PRG-27' });
  expect(may(administrator, 'commune-clerk', { ...commune, program: 'PRG-27' })).toBe(true);
  expect(may(administrator, 'commune-clerk', { ...commune, program: 'PRG-28' })).toBe(false);
  expect(may(administrator, 'commune-clerk', commune)).toBe(false);
});

test('an administrator of one unit alone does not give what is below it', () => {
  const administrator = holder('district-administrator', { ...district, reach: 'EXACT' });
  expect(may(administrator, 'district-officer', { ...district, reach: 'EXACT' })).toBe(true);
  expect(may(administrator, 'district-officer', district)).toBe(false);
});

test('no role lets its holder reach, through others, a role that can be appointed by nobody below', () => {
  // Whoever can be made something by appointing, and appointing again, is reachable.
  const reachable = (from: string): Set<string> => {
    const seen = new Set([from]);
    for (const role of seen)
      for (const next of roles.find(({ code }) => code === role)!.appoints) seen.add(next);
    return seen;
  };
  expect(reachable('district-administrator').has('district-standing')).toBe(false);
  expect(reachable('district-administrator').has('auditor')).toBe(false);
  for (const { code, appoints } of roles)
    if (appoints.length === 0) expect([...reachable(code)]).toEqual([code]);
});

test('recording and accepting never meet in one role', () => {
  for (const [, permissions] of grants) {
    expect(permissions.has('core:value.record') && permissions.has('core:value.accept')).toBe(false);
    expect(permissions.has('core:report.submit') && permissions.has('core:report.accept')).toBe(false);
  }
});

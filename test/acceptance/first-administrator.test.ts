import { createAccount } from '@phoihop/core';
import type { TestBed } from '@phoihop/testing';
import { createFullBed } from '../support/full-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await createFullBed();
}, 180_000);
afterAll(() => bed?.close());

const account = {
  username: 'first.admin',
  password: 'Correct-Horse-9battery',
  fullName: 'Nguyễn Thị Đầu',
  role: 'district-administrator',
  unitCode: '737',
};
const create = (over: object = {}): Promise<void> =>
  createAccount(bed.engine.servicesFor('core'), { ...account, ...over }, 'test of the first administrator');

test('the first administrator is made as the system, holds the role over the unit and is in the audit trail', async () => {
  await create();
  const caller = await bed.as('first.admin');
  expect(caller.permissions.has('core:user.manage')).toBe(true);
  expect(caller.permissions.has('core:value.record')).toBe(false);
  const { data } = await bed.graphql(
    `{ me { person { fullName } assignments { role { code } unit { code } } } }`,
    { caller },
  );
  expect(data.me).toEqual({
    person: { fullName: 'Nguyễn Thị Đầu' },
    assignments: [{ role: { code: 'district-administrator' }, unit: { code: '737' } }],
  });
  const audit = await bed.sql<{ facts: object }>(
    `select facts from platform.audit_event where action = 'core:user.create-by-system'`,
  );
  expect(JSON.stringify(audit)).not.toContain(account.password);
  expect(audit).toHaveLength(1);
});

test.each([
  ['a taken name, however it is written', { username: 'FIRST-admin'.toLowerCase() }, 'ALREADY_EXISTS'],
  ['a role that does not exist', { username: 'second', role: 'king' }, 'BAD_USER_INPUT'],
  ['a unit that does not exist then', { username: 'second', unitCode: '99999' }, 'BAD_USER_INPUT'],
  ['a name of the wrong form', { username: 'Hai Người' }, 'BAD_USER_INPUT'],
])('%s is refused and nothing is written', async (_, over, code) => {
  const before = await bed.sql('select id from core.person');
  await expect(create(over)).rejects.toMatchObject({ code });
  expect(await bed.sql('select id from core.person')).toHaveLength(before.length);
});

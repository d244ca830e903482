import { startTestBed, type TestBed } from './test-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed();
}, 600_000);
afterAll(() => bed?.stop());

const person = async (by: string, input: Record<string, unknown>) => {
  const unit = await bed.id('AdministrativeUnit', (input['unit'] as string | undefined) ?? '26254');
  return bed.ask(
    'mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id fullName phone email unit { code } } }',
    by,
    {
      input: { fullName: 'Trần Thị Hoa', ...input, unit },
    },
  );
};
const account = (by: string, input: Record<string, unknown>) =>
  bed.ask(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { username version person { fullName } } }',
    by,
    {
      input: { username: 'hoa', password: 'chim hót trên cành', ...input },
    },
  );

test('an administrator enters a person and makes an account that can sign in and do nothing', async () => {
  const made = await person('admin', {
    fullName: '  Trần   Thị Hoa ',
    phone: '0908 123 456',
    email: 'hoa@trangbom.vn',
  });
  expect(made.data.createPerson).toMatchObject({
    fullName: 'Trần Thị Hoa',
    phone: '0908 123 456',
    unit: { code: '26254' },
  });
  const { data, errors } = await account('admin', {
    person: made.data.createPerson.id,
    username: 'Hoa.Tran',
  });
  expect(errors).toBeUndefined();
  expect(data.createUser).toEqual({ username: 'hoa.tran', version: 2, person: { fullName: 'Trần Thị Hoa' } });
  const signedIn = await bed.ask(
    `mutation { signIn(input: { username: "hoa-tran", password: "chim hót trên cành" }) { user { fullName } } }`,
  );
  expect(signedIn.data.signIn.user).toEqual({ fullName: 'Trần Thị Hoa' });
  expect(await bed.as('hoa.tran')).toMatchObject({ roles: [], permissions: new Set() });
});

test('two names that look alike are one name', async () => {
  const made = await person('admin', {});
  const { data, errors } = await account('admin', {
    person: made.data.createPerson.id,
    username: 'hoa_tran',
  });
  expect(data.createUser).toBeNull();
  expect(errors).toMatchObject([
    { extensions: { code: 'ALREADY_EXISTS', field: 'input.username', given: 'hoa_tran' } },
  ]);
});

test('outside of the own scope nobody is entered, and it says where one may', async () => {
  const { data, errors } = await person('admin', { unit: '26005' });
  expect(data.createPerson).toBeNull();
  expect(errors![0]).toMatchObject({
    message: 'You do not hold core:user.manage over Phường Tân Hòa. You hold it over: Huyện Trảng Bom.',
    extensions: { code: 'OUT_OF_SCOPE', field: 'input.unit', allowed: ['Huyện Trảng Bom'] },
  });
  expect((await person('clerk', {})).errors![0]!.extensions['code']).toBe('FORBIDDEN');
  expect((await person('insurer', {})).errors![0]!.extensions).toMatchObject({
    code: 'OUT_OF_SCOPE',
    allowed: ['Huyện Trảng Bom (PRG-27)'],
  });
});

test.each([
  [{ fullName: ' ' }, 'TEXT_LENGTH', 'input.fullName'],
  [{ phone: 'call me' }, 'BAD_USER_INPUT', 'input.phone'],
  [{ email: 'hoa at trangbom' }, 'BAD_USER_INPUT', 'input.email'],
])('kind about %j', async (input, code, field) => {
  expect((await person('admin', input)).errors![0]!.extensions).toMatchObject({ code, field });
});

test.each([
  [{ username: 'a' }, 'BAD_USER_INPUT'],
  [{ username: 'hoa trần' }, 'BAD_USER_INPUT'],
  [{ password: 'short' }, 'PASSWORD_WEAK'],
  [{ username: 'tranthihoa', password: 'tranthihoa1' }, 'PASSWORD_WEAK'],
])('no account from %j', async (input, code) => {
  const made = await person('admin', {});
  const { errors } = await account('admin', { person: made.data.createPerson.id, ...input });
  expect(errors![0]!.extensions['code']).toBe(code);
  expect(JSON.stringify(errors)).not.toContain('tranthihoa1');
});

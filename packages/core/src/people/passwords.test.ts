import { hashPassword, requireGoodPassword, verifyPassword, weakness } from './passwords.js';

test('length is counted in characters, not in bytes', () => {
  expect(weakness('ngắnquá12', 'lan')).toBe('LENGTH');
  expect(weakness('đêmtrăngrằm', 'lan')).toBeUndefined();
  expect(weakness('x1'.repeat(65), 'lan')).toBe('LENGTH');
});

test.each([
  '1234567890',
  'Password123!',
  'MatKhau@2021',
  'mật khẩu 123',
  'MatTran@2021',
  '1q2w3e4r5t',
  'qwertyuiop',
  'P@ssw0rd2021',
])('one of the most common, dressed up or not: %s', (password) => {
  expect(weakness(password, 'lan')).toBe('COMMON');
});

test('one character over and over', () => {
  expect(weakness('abababababab', 'lan')).toBe('REPEATED');
});

test('the username with a little around it', () => {
  expect(weakness('clerk.bau-ham2021', 'clerk.bau-ham')).toBe('USERNAME');
  expect(weakness('an ordinary long sentence', 'an')).toBeUndefined();
});

test('the error says why and where, and never the password', () => {
  expect(() => requireGoodPassword('Matkhau@123', 'lan', 'input.password')).toThrow(
    expect.objectContaining({
      code: 'PASSWORD_WEAK',
      details: { field: 'input.password', allowed: '10..128', reason: 'COMMON' },
    }),
  );
});

test('a password is verified whichever way its letters were composed; another one is not', async () => {
  const stored = await hashPassword('mặt trăng trên đồi');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, 'mặt trăng trên đồi'.normalize('NFD'))).toBe(true);
  expect(await verifyPassword(stored, 'mặt trăng trên núi')).toBe(false);
});

test('an unknown account is verified against a hash nobody knows', async () => {
  expect(await verifyPassword(null, 'mặt trăng trên đồi')).toBe(false);
  expect(await verifyPassword(null, 'x'.repeat(5000))).toBe(false);
});

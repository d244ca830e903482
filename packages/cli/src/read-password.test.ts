import { Readable } from 'node:stream';
import { readPassword } from './read-password.js';

test('the first line handed in is the password', async () => {
  expect(await readPassword(Readable.from(['tre xanh dau lang\nmore\n']))).toBe('tre xanh dau lang');
  expect(await readPassword(Readable.from(['without an end of line']))).toBe('without an end of line');
});

test('an input that ends without a line is told, not waited for', async () => {
  await expect(readPassword(Readable.from([]))).rejects.toThrow('No password was given');
});

import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptTokenSecret } from './token-secret.js';
import { weaknessOf } from './weak-secret.js';

describe('the token secret nobody configured', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phoihop-secret-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, strong, and for its owner’s eyes only', async () => {
    const data = join(folder, 'made', 'too');
    const made = await keptTokenSecret(data);
    expect(weaknessOf(made)).toBeUndefined();
    expect(await keptTokenSecret(data)).toBe(made);
    expect((await stat(join(data, 'token-secret'))).mode & 0o777).toBe(0o600);
  });

  it('is one and the same for two first starts at once, with nothing left over', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => keptTokenSecret(folder)));
    expect(new Set(made).size).toBe(1);
    expect(await readdir(folder)).toEqual(['token-secret']);
  });

  it('is closed again when somebody opened it', async () => {
    await keptTokenSecret(folder);
    const file = join(folder, 'token-secret');
    await writeFile(file, await readFile(file, 'utf8'), { mode: 0o644 });
    await keptTokenSecret(folder);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is not used when it has become weak, and the message says what to do', async () => {
    await writeFile(join(folder, 'token-secret'), 'changeme');
    await expect(keptTokenSecret(folder)).rejects.toThrow(/Delete the file/);
  });
});

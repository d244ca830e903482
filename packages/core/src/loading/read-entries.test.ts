import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { readEntries, validity } from './read-entries.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'entries-'))));
afterAll(() => rm(folder, { recursive: true }));

const shape = { code: z.string(), ...validity };
const good = { code: 'FOREST', validFrom: '2021-04-01', validTo: null, legalBasis: 'Quyết định 524/QĐ-TTg' };

async function read(content: unknown) {
  const file = join(folder, 'kinds.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readEntries(pathToFileURL(file), 'kinds', shape);
}

test('gives the entries; what stands beside the list is no matter', async () => {
  expect(await read({ description: 'Kinds.', kinds: [good] })).toEqual([good]);
});

test.each<[string, object, string]>([
  [
    'a day with the day first',
    { validFrom: '05/09/2013' },
    'kinds[1].validFrom: given "05/09/2013"; a day, written YYYY-MM-DD',
  ],
  [
    'a day that there is not',
    { validFrom: '2013-02-31' },
    'kinds[1].validFrom: given "2013-02-31"; a day, written YYYY-MM-DD',
  ],
  [
    'an end before the beginning',
    { validTo: '2021-04-01' },
    'kinds[1].validTo: given "2021-04-01"; a day after validFrom, 2021-04-01',
  ],
  ['no legal basis', { legalBasis: undefined }, 'kinds[1].legalBasis: given nothing; '],
  ['a field of another name', { validUntil: null }, 'kinds[1]: given {'],
])('refuses %s with file, entry and field', async (_, wrong, said) => {
  await expect(read({ kinds: [good, { ...good, ...wrong }] })).rejects.toThrow(
    `data/kinds.json is not as it should be:\n  ${said}`,
  );
});

test('refuses what is no JSON, and another list', async () => {
  await expect(read('{ kinds')).rejects.toThrow('data/kinds.json cannot be read: ');
  await expect(read({ trees: [good] })).rejects.toThrow('kinds: given nothing; ');
});

import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import type { Session } from '@phoihop/platform';
import { checksumOf, loadWhereChanged } from './load-where-changed.js';

let place: TemporaryDatabase;
let session: Pick<Session, 'query'>;
let written: string[];
beforeAll(async () => {
  place = await createTemporaryDatabase();
  session = { query: (sql, values) => place.sql(sql, values) };
  await place.sql('create schema core');
  await place.sql(
    'create table core.reference_load (key text primary key, checksum text not null, loaded_at timestamptz default now())',
  );
});
afterAll(() => place?.drop());
beforeEach(() => {
  written = [];
});

/** Loads a text; `load` gives it back. */
const loadText = (key: string, text: string, checksum: Parameters<typeof loadWhereChanged>[1]['checksum']) =>
  loadWhereChanged(session, {
    key,
    checksum,
    load: async () => {
      written.push(text);
      return text;
    },
  });

test('what has not changed is not loaded again, and what has is', async () => {
  expect(await loadText('days', 'a', checksumOf('a'))).toBe('a');
  expect(await loadText('days', 'a', checksumOf('a'))).toBeNull();
  expect(await loadText('days', 'b', checksumOf('b'))).toBe('b');
  expect(await loadText('other days', 'b', checksumOf('b'))).toBe('b');
  expect(written).toEqual(['a', 'b', 'b']);
});

test('what is loaded once stays as people have changed it', async () => {
  expect(await loadText('invented', 'a', 'once')).toBe('a');
  expect(await loadText('invented', 'b', 'once')).toBeNull();
});

test('a checksum that depends on the database is told what was loaded last', async () => {
  const told: (string | undefined)[] = [];
  const ask = (loaded: string | undefined) => {
    told.push(loaded);
    return Promise.resolve('c');
  };
  await loadText('asked', 'a', ask);
  await loadText('asked', 'a', ask);
  expect(told).toEqual([undefined, 'c']);
  expect(written).toEqual(['a']);
});

test('nothing is noted as loaded that could not be', async () => {
  const broken = { key: 'broken', checksum: 'x', load: () => Promise.reject(new Error('no such table')) };
  await expect(loadWhereChanged(session, broken)).rejects.toThrow('no such table');
  expect(await loadText('broken', 'a', 'x')).toBe('a');
});

test('the checksum is of all texts in their order', () => {
  expect(checksumOf('a', 'b')).toBe(checksumOf('ab'));
  expect(checksumOf('a', 'b')).not.toBe(checksumOf('b', 'a'));
});

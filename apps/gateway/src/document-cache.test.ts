import { parse } from 'graphql';
import { DocumentCache } from './document-cache.js';

const document = (length: number) => parse(`{a}${' '.repeat(length - 3)}`);

describe('the cache of documents', () => {
  it('gives back the very document it was given', async () => {
    const cache = new DocumentCache();
    const kept = document(10);
    await cache.set('a', kept);
    expect(await cache.get('a')).toBe(kept);
    expect(await cache.get('b')).toBeUndefined();
  });

  it('forgets what was used least when it is full', async () => {
    const cache = new DocumentCache(100);
    await cache.set('a', document(40));
    await cache.set('b', document(40));
    await cache.get('a');
    await cache.set('c', document(40));
    expect(
      await Promise.all(['a', 'b', 'c'].map(async (key) => (await cache.get(key)) !== undefined)),
    ).toEqual([true, false, true]);
  });

  it('counts a document once, however often it is set', async () => {
    const cache = new DocumentCache(100);
    await cache.set('b', document(40));
    for (let i = 0; i < 10; i += 1) await cache.set('a', document(40));
    expect(await cache.get('b')).toBeDefined();
  });

  it('keeps nothing that is larger than itself', async () => {
    const cache = new DocumentCache(100);
    await cache.set('a', document(200));
    expect(await cache.get('a')).toBeUndefined();
    await cache.set('b', document(90));
    expect(await cache.get('b')).toBeDefined();
  });
});

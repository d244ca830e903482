import { DatabaseError } from '@phoihop/database';
import type { Engine } from '@phoihop/platform/engine';
import { mayPass, startEngine } from './start-engine.js';

const engine = {} as Engine;
const away = new DatabaseError('SERVICE_UNAVAILABLE', 'away');

describe('starting the engine', () => {
  it('tries again while the database is away, with longer and longer waits', async () => {
    let tries = 0;
    const waits: number[] = [];
    const started = await startEngine({
      start: async () => {
        if ((tries += 1) < 5) throw away;
        return engine;
      },
      onFailure: (_error, wait) => void waits.push(wait),
      signal: new AbortController().signal,
      firstWaitMilliseconds: 4,
    });
    expect(started).toBe(engine);
    expect(waits).toHaveLength(4);
    waits.forEach((wait, i) => {
      expect(wait).toBeGreaterThanOrEqual(2 * 2 ** i);
      expect(wait).toBeLessThanOrEqual(4 * 2 ** i);
    });
  });

  it('never waits longer than 30 s', async () => {
    const stop = new AbortController();
    const waits: number[] = [];
    await expect(
      startEngine({
        start: () => Promise.reject(away),
        onFailure: (_error, wait) => {
          waits.push(wait);
          stop.abort();
        },
        signal: stop.signal,
        firstWaitMilliseconds: 10_000_000,
      }),
    ).rejects.toThrow();
    expect(waits[0]).toBeLessThanOrEqual(30_000);
  });

  it('gives up at once where waiting would not help', async () => {
    const start = () => Promise.reject(new DatabaseError('DATABASE_AHEAD', 'a newer one was here'));
    await expect(
      startEngine({ start, onFailure: () => {}, signal: new AbortController().signal }),
    ).rejects.toThrow('a newer one');
  });

  it('sees a passing failure behind another error', () => {
    expect(mayPass(new Error('core cannot start', { cause: away }))).toBe(true);
    expect(mayPass(new Error('core cannot start'))).toBe(false);
    expect(mayPass('text')).toBe(false);
  });
});

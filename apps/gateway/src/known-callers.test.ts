import type { Caller } from '@phoihop/platform';
import { KnownCallers } from './known-callers.js';

const clock = { businessDate: '2021-10-15', now: () => new Date() };
const grounds = { sql: 'select 1', value: '1' };
const callerOf = (userId: number): Caller => ({
  userId,
  roles: [],
  permissions: new Set(),
  settings: {},
  grounds,
});

function made(load = async (userId: number): Promise<Caller | null> => callerOf(userId)) {
  const asked: number[] = [];
  const callers = new KnownCallers(({ userId }) => (asked.push(userId), load(userId)), clock);
  return { callers, asked };
}

test('a caller is loaded once, and anew when asked for again', async () => {
  const { callers, asked } = made();
  const first = await callers.of({ userId: 1, sessionVersion: 0 });
  expect(await callers.of({ userId: 1, sessionVersion: 0 })).toBe(first);
  expect(asked).toEqual([1]);
  const second = await callers.again(first!);
  expect(second).not.toBe(first);
  expect(await callers.of({ userId: 1, sessionVersion: 0 })).toBe(second);
  expect(asked).toEqual([1, 1]);
});

test('another session of the same user is somebody else', async () => {
  const { callers, asked } = made();
  await callers.of({ userId: 1, sessionVersion: 0 });
  await callers.of({ userId: 1, sessionVersion: 1 });
  expect(asked).toEqual([1, 1]);
});

test('nobody is not kept, nor one of whom nobody can tell when the rights change', async () => {
  const nobody = made(async () => null);
  for (let round = 0; round < 2; round += 1)
    expect(await nobody.callers.of({ userId: 1, sessionVersion: 0 })).toBeNull();
  expect(nobody.asked).toEqual([1, 1]);
  const groundless = made(async (userId) => ({ ...callerOf(userId), grounds: undefined }));
  for (let round = 0; round < 2; round += 1) await groundless.callers.of({ userId: 1, sessionVersion: 0 });
  expect(groundless.asked).toEqual([1, 1]);
});

test('one whose token stands for nobody any more is not known any more', async () => {
  let there = true;
  const { callers } = made(async (userId) => (there ? callerOf(userId) : null));
  const caller = await callers.of({ userId: 1, sessionVersion: 0 });
  there = false;
  expect(await callers.again(caller!)).toBeNull();
  expect(await callers.of({ userId: 1, sessionVersion: 0 })).toBeNull();
});

test('the first to come are the first to be forgotten', async () => {
  const { callers, asked } = made();
  for (let userId = 1; userId <= 2_001; userId += 1) await callers.of({ userId, sessionVersion: 0 });
  asked.length = 0;
  await callers.of({ userId: 2_001, sessionVersion: 0 });
  await callers.of({ userId: 1, sessionVersion: 0 });
  expect(asked).toEqual([1]);
});

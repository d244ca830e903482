import { Turns } from './turns.js';

/** Work that ends when it is told to. */
function works() {
  const ends: (() => void)[] = [];
  return { ends, work: () => new Promise<void>((resolve) => void ends.push(resolve)) };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('who waits begins when one has ended, the first that came first', async () => {
  const turns = new Turns(1);
  const { signal } = new AbortController();
  const { ends, work } = works();
  const done: number[] = [];
  const all = [1, 2, 3].map(async (n) => {
    await turns.wait(work, signal);
    done.push(n);
  });
  for (const begun of [1, 2, 3]) {
    await soon();
    expect(ends).toHaveLength(begun);
    ends[begun - 1]!();
  }
  await Promise.all(all);
  expect(done).toEqual([1, 2, 3]);
});

test('who gives up waiting never begins, and those behind go on', async () => {
  const turns = new Turns(1);
  const { ends, work } = works();
  const patient = new AbortController();
  const impatient = new AbortController();
  const first = turns.wait(work, patient.signal);
  const second = turns.wait(work, impatient.signal);
  const third = turns.wait(work, patient.signal);
  const reason = new Error('enough');
  impatient.abort(reason);
  await expect(second).rejects.toBe(reason);
  await expect(turns.wait(work, impatient.signal)).rejects.toBe(reason);
  ends[0]!();
  await first;
  await soon();
  expect(ends).toHaveLength(2);
  ends[1]!();
  await third;
});

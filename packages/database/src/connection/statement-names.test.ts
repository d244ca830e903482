import { StatementNames } from './statement-names.js';

test('a text gets a name the third time, and keeps it', () => {
  const names = new StatementNames();
  expect([names.of('select 1'), names.of('select 1')]).toEqual([undefined, undefined]);
  const name = names.of('select 1');
  expect(name).toMatch(/^session_[0-9a-f]{32}$/);
  expect(names.of('select 1')).toBe(name);
});

test('different texts have different names', () => {
  const names = new StatementNames();
  const third = (sql: string) => [names.of(sql), names.of(sql), names.of(sql)].at(-1);
  expect(third('select $1')).not.toBe(third('select $1 '));
});

test('there are four hundred at most, and the first of them stay', () => {
  const names = new StatementNames();
  for (let n = 0; n < 500; n += 1) for (let use = 0; use < 3; use += 1) names.of(`select ${n}`);
  expect(names.of('select 399')).toBeDefined();
  for (let use = 0; use < 9; use += 1) expect(names.of('select 400')).toBeUndefined();
});

test('texts that never come again are forgotten', () => {
  const names = new StatementNames();
  names.of('select once');
  names.of('select once');
  for (let n = 0; n < 2_000; n += 1) names.of(`select ${n}`);
  expect(names.of('select once')).toBeUndefined();
});

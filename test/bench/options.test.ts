import { readOptions } from './options.ts';

test('without a word everything is measured, thoroughly', () => {
  const options = readOptions([])!;
  expect(options.workloads).toHaveLength(6);
  expect(options.contestants).toHaveLength(6);
  expect(options.pace.rounds).toBe(3);
});

test('workloads and servers can be chosen, in whatever order', () => {
  const options = readOptions(['--quick', '--only', 'write, point', '--only-server', 'limit,product'])!;
  expect(options.workloads).toEqual(['point', 'write']);
  expect(options.contestants).toEqual(['product', 'limit']);
  expect(options.pace.rounds).toBe(1);
});

test('what there is not is refused with what there is', () => {
  expect(() => readOptions(['--only', 'pint'])).toThrow(/--only: there is no "pint". Choose of point, /);
  expect(() => readOptions(['--fast'])).toThrow('--fast');
});

test('help does nothing else', () => {
  expect(readOptions(['--help'])).toBeNull();
});

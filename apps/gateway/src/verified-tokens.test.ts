import { localTokens } from './tokens.js';
import { VerifiedTokens } from './verified-tokens.js';

const identity = { userId: 7, sessionVersion: 1 };

test('a token is known until it ends, and no other is', () => {
  const verified = new VerifiedTokens<typeof identity>();
  verified.set('a', identity, 1000);
  expect(verified.get('a', 999)).toEqual(identity);
  expect(verified.get('b', 999)).toBeUndefined();
  expect(verified.get('a', 1000)).toBeUndefined();
  expect(verified.get('a', 999)).toBeUndefined();
});

test('the oldest are forgotten first', () => {
  const verified = new VerifiedTokens<typeof identity>();
  for (let n = 0; n < 2_001; n += 1) verified.set(`t${n}`, identity, 1000);
  expect(verified.get('t0', 0)).toBeUndefined();
  expect(verified.get('t1', 0)).toEqual(identity);
  expect(verified.get('t2000', 0)).toEqual(identity);
});

test('a token that was good is refused once it has ended, and one that was changed always', async () => {
  let now = new Date('2026-01-01T00:00:00Z');
  const tokens = localTokens({ secret: 'x'.repeat(40), minutes: 10, now: () => now });
  const { token } = await tokens.issue(identity);
  expect(await tokens.verify(token)).toEqual({ identity });
  expect(await tokens.verify(token)).toEqual({ identity });
  expect(await tokens.verify(`${token.slice(0, -2)}AA`)).toEqual({ refused: 'invalid' });
  now = new Date('2026-01-01T00:11:30Z');
  expect(await tokens.verify(token)).toEqual({ refused: 'expired' });
});

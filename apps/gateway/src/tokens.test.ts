import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { localTokens } from './tokens.js';

const secret = 'kZ7v2Qm0xW9pLr4Tn8Yc1Bd6Hf3Js5Ug';
const other = 'Ug5sJ3fH6dB1cY8nT4rL9pW0xmQ2v7Zk';
const start = new Date('2026-11-23T08:00:00Z');
const me = { userId: 42, sessionVersion: 3 };
const at = (secondsLater: number) => () => new Date(start.getTime() + secondsLater * 1000);
const tokens = localTokens({ secret, minutes: 15, now: at(0) });

/** A token with another header or other claims, signed with the right secret unless said otherwise. */
async function forge(header: object = {}, claims: object = {}, key = secret): Promise<string> {
  const { token } = await tokens.issue(me);
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = encode({ ...decodeProtectedHeader(token), ...header });
  const body = encode({ ...decodeJwt(token), ...claims });
  return `${head}.${body}.${createHmac('sha256', key).update(`${head}.${body}`).digest('base64url')}`;
}

describe('a token', () => {
  it('says who one is, until when, and nothing else', async () => {
    const { token, expiresAt } = await tokens.issue(me);
    expect(expiresAt).toEqual(new Date('2026-11-23T08:15:00Z'));
    expect(Object.keys(decodeJwt(token)).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sub', 'ver']);
    expect(await tokens.verify(token)).toEqual({ identity: me });
  });

  it('differs from every other', async () => {
    const [one, two] = await Promise.all([tokens.issue(me), tokens.issue(me)]);
    expect(one.token).not.toBe(two.token);
  });

  it('is good for a minute more than it says, as clocks differ', async () => {
    const { token } = await tokens.issue(me);
    const later = (seconds: number) => localTokens({ secret, minutes: 15, now: at(seconds) });
    expect(await later(15 * 60 + 59).verify(token)).toEqual({ identity: me });
    expect(await later(15 * 60 + 61).verify(token)).toEqual({ refused: 'expired' });
  });

  it('survives a change of the secret while the previous one is named, and not longer', async () => {
    const { token } = await tokens.issue(me);
    expect(
      await localTokens({ secret: other, previousSecret: secret, minutes: 15, now: at(0) }).verify(token),
    ).toEqual({ identity: me });
    expect(await localTokens({ secret: other, minutes: 15, now: at(0) }).verify(token)).toEqual({
      refused: 'invalid',
    });
  });

  it('made by hand in the same way is accepted: what follows is refused for its own reason', async () => {
    expect(await tokens.verify(await forge())).toEqual({ identity: me });
  });

  it.each<[string, () => Promise<string> | string]>([
    ['no token', () => 'x'],
    ['three empty parts', () => '..'],
    [
      'algorithm none',
      async () =>
        `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${(await forge()).split('.')[1]}.`,
    ],
    ['algorithm none, signed all the same', () => forge({ alg: 'none' })],
    [
      'HS512 with the right secret',
      async () =>
        new SignJWT({ ver: 3 })
          .setProtectedHeader({ alg: 'HS512', typ: 'JWT' })
          .sign(new TextEncoder().encode(secret.repeat(2))),
    ],
    [
      'RS256, a key of the attacker’s',
      async () => {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        return new SignJWT({ ver: 3 })
          .setProtectedHeader({ kid: decodeProtectedHeader(await forge()).kid, typ: 'JWT', alg: 'RS256' })
          .setSubject('42')
          .sign(privateKey);
      },
    ],
    ['another secret', () => forge({}, {}, other)],
    ['an empty secret', () => forge({}, {}, '')],
    ['an unknown key id', () => forge({ kid: 'unknown' })],
    ['a key id that is a path', () => forge({ kid: '../../dev/null' })],
    ['a key id that is SQL', () => forge({ kid: `' union select 'x` })],
    ['no key id', () => forge({ kid: undefined })],
    ['an address of keys (jku)', () => forge({ jku: 'http://127.0.0.1:1/keys' })],
    ['an address of a certificate (x5u)', () => forge({ x5u: 'http://127.0.0.1:1/cert' })],
    ['a key of its own (jwk)', () => forge({ jwk: { kty: 'oct', k: 'AA' } })],
    ['a critical extension', () => forge({ crit: ['b64'], b64: false })],
    ['another type', () => forge({ typ: 'at+jwt' })],
    ['another issuer', () => forge({}, { iss: 'somebody' })],
    ['another audience', () => forge({}, { aud: 'another-graph' })],
    ['no end', () => forge({}, { exp: undefined })],
    ['a beginning in the future', () => forge({}, { nbf: Math.floor(start.getTime() / 1000) + 120 })],
    ['no session version', () => forge({}, { ver: undefined })],
    ['a session version that is text', () => forge({}, { ver: '3' })],
    ['a subject that is no number', () => forge({}, { sub: 'admin' })],
    ['a subject with a sign', () => forge({}, { sub: '-1' })],
    ['a subject beyond whole numbers', () => forge({}, { sub: '99999999999999999' })],
    [
      'a changed body',
      async () => {
        const [head, , signature] = (await forge()).split('.');
        return `${head}.${Buffer.from(JSON.stringify({ ...decodeJwt(await forge()), sub: '1' })).toString('base64url')}.${signature}`;
      },
    ],
    ['a signature cut short', async () => (await forge()).slice(0, -4)],
    ['too much of it', () => forge({}, { more: 'x'.repeat(3000) })],
  ])('is refused with %s', async (_what, make) => {
    expect(await tokens.verify(await make())).toEqual({ refused: 'invalid' });
  });
});

import { createHash, randomUUID } from 'node:crypto';
import { SignJWT, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { VerifiedTokens } from './verified-tokens.js';

/** Who a token says one is. `sessionVersion` grows when a user's sign-ins are revoked. */
export interface Identity {
  readonly userId: number;
  readonly sessionVersion: number;
}

/** A token with its end. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Makes tokens for people whose password was right. */
export interface TokenIssuer {
  issue(identity: Identity): Promise<IssuedToken>;
}

/** What a verifier finds. Which check failed is for the log, never for the client. */
export type Verification = { readonly identity: Identity } | { readonly refused: 'expired' | 'invalid' };

/** Checks tokens, whoever made them: these of our own, or those of an identity provider. Never throws. */
export interface TokenVerifier {
  verify(token: string): Promise<Verification>;
}

export interface LocalTokenOptions {
  /** At least 32 bytes. */
  readonly secret: string;
  /** Still accepted while the secret is being changed. */
  readonly previousSecret?: string;
  readonly minutes: number;
  /** The real time, never the business date. */
  readonly now?: () => Date;
}

const issuer = 'phoihop';
const audience = 'phoihop-graph';
/** Clocks of several machines differ a little. */
const toleranceSeconds = 60;
/** Ours have some 350 characters. Longer ones are not worth a hash. */
const longestToken = 2_048;

interface Key {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/**
 * Tokens of our own: JWT (RFC 7519) signed with HMAC-SHA-256. The algorithm is pinned, so neither `none` nor a public
 * key taken for a secret gets through (RFC 8725, 3.1); headers that name keys or addresses are refused, not followed.
 */
export function localTokens(options: LocalTokenOptions): TokenIssuer & TokenVerifier {
  const { minutes, now = () => new Date() } = options;
  const current = keyOf(options.secret);
  const keys = [current, ...(options.previousSecret ? [keyOf(options.previousSecret)] : [])];
  const verified = new VerifiedTokens<Identity>();

  return {
    async issue({ userId, sessionVersion }) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      const expiresAt = issuedAt + minutes * 60;
      const token = await new SignJWT({ ver: sessionVersion })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: current.id })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(String(userId))
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .setJti(randomUUID())
        .sign(current.bytes);
      return { token, expiresAt: new Date(expiresAt * 1000) };
    },

    async verify(token) {
      const known = verified.get(token, now().getTime());
      if (known) return { identity: known };
      try {
        const { payload } = await jwtVerify(token, keyFor(token, keys).bytes, {
          algorithms: ['HS256'],
          typ: 'JWT',
          issuer,
          audience,
          clockTolerance: toleranceSeconds,
          currentDate: now(),
          requiredClaims: ['sub', 'iat', 'exp', 'jti', 'ver'],
        });
        const identity = identityOf(payload);
        verified.set(token, identity, (payload.exp! + toleranceSeconds) * 1000);
        return { identity };
      } catch (error) {
        return { refused: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
      }
    },
  };
}

function keyOf(secret: string): Key {
  const bytes = new TextEncoder().encode(secret);
  return {
    bytes,
    id: createHash('sha256').update('phoihop key id').update(bytes).digest('base64url').slice(0, 10),
  };
}

function keyFor(token: string, keys: readonly Key[]): Key {
  if (token.length > longestToken) throw new errors.JWTInvalid('too long');
  const { kid, alg, typ, ...others } = decodeProtectedHeader(token);
  const key = keys.find(({ id }) => id === kid);
  if (!key || alg !== 'HS256' || typ !== 'JWT' || Object.keys(others).length > 0)
    throw new errors.JWTInvalid('header');
  return key;
}

function identityOf({ sub = '', ver }: JWTPayload): Identity {
  const userId = /^[1-9][0-9]{0,15}$/.test(sub) ? Number(sub) : Number.NaN;
  if (!Number.isSafeInteger(userId) || !Number.isSafeInteger(ver) || (ver as number) < 0) {
    throw new errors.JWTInvalid('claims');
  }
  return { userId, sessionVersion: ver as number };
}

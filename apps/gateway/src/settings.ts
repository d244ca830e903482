import { isIP } from 'node:net';
import { z } from 'zod';
import { weaknessOf } from './weak-secret.js';

/** One environment variable: how it is checked, and what docs/reference/http.md says of it. */
export interface Setting {
  readonly schema: z.ZodType;
  /** Completes "it must be …". */
  readonly allowed: string;
  /** The default, in words. */
  readonly without: string;
  readonly meaning: string;
  /** Its value is never shown. */
  readonly secret?: true;
}

const flag = z
  .enum(['on', 'true', '1', 'yes', 'off', 'false', '0', 'no'])
  .transform((text) => ['on', 'true', '1', 'yes'].includes(text));
const flagAllowed = '`on` or `off`';
const items = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^[0-9]{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
const postgresUrl = z.string().refine((text) => ['postgres:', 'postgresql:'].includes(protocolOf(text)));
const secret = z.string().refine((text) => weaknessOf(text) === undefined);
const secretAllowed =
  'at least 32 bytes that nobody can guess, not a phrase from an example; make one with: openssl rand -base64 48';

/** Every setting there is. The table in docs/reference/http.md is made from this one. */
export const settings = {
  PORT: {
    schema: wholeNumber(0, 65_535),
    allowed: 'a whole number from 0 to 65535 (0: any free port)',
    without: '4000',
    meaning: 'Port the gateway listens on.',
  },
  HOST: {
    schema: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
    allowed: 'an address or a host name, such as 127.0.0.1 or 0.0.0.0',
    without: '127.0.0.1',
    meaning: 'Address it listens on. `0.0.0.0` for all: then put TLS in front.',
  },
  DATABASE_URL: {
    schema: postgresUrl,
    allowed: 'an address that begins with postgres:// or postgresql://',
    without: 'the embedded PostgreSQL',
    meaning: 'Your PostgreSQL (15 or later), as the role that owns and migrates the database.',
    secret: true,
  },
  DATABASE_SERVING_URL: {
    schema: postgresUrl,
    allowed: 'an address that begins with postgres:// or postgresql://',
    without: 'the role `phoihop_serving`, made when missing',
    meaning:
      'The same database as the role that serves requests, which owns nothing and is bound by row security.',
    secret: true,
  },
  DATA_FOLDER: {
    schema: z.string(),
    allowed: 'a path',
    without: '`.data` in the project’s folder',
    meaning:
      'Where the embedded database and the generated token secret are kept. A relative path starts at the project’s folder.',
  },
  BUSINESS_DATE: {
    schema: z.union([z.literal('today'), z.iso.date()]),
    allowed: 'a date such as 2021-10-15, or today',
    without: '2021-10-15 with the demo, else `today`',
    meaning: 'The day it is for deadlines, validity and progress. Tokens and records use the real time.',
  },
  TOKEN_SECRET: {
    schema: secret,
    allowed: secretAllowed,
    without: 'made once and kept in the data folder, readable by the owner only',
    meaning: 'Signs sign-in tokens. Several gateways over one database need the same.',
    secret: true,
  },
  TOKEN_SECRET_PREVIOUS: {
    schema: secret,
    allowed: secretAllowed,
    without: 'none',
    meaning: 'The secret before this one; its tokens are still accepted. Remove it once they have expired.',
    secret: true,
  },
  TOKEN_MINUTES: {
    schema: wholeNumber(1, 1440),
    allowed: 'a whole number from 1 to 1440',
    without: '15',
    meaning: 'How long a sign-in token is good for.',
  },
  CORS_ORIGINS: {
    schema: items.pipe(z.array(z.string().refine(isOrigin))),
    allowed: 'origins separated by commas, such as https://portal.example.vn (no path, no *)',
    without: 'none',
    meaning: 'Web pages of other origins that may call the gateway from a browser.',
  },
  TRUST_PROXY: {
    schema: items.pipe(z.array(z.string().refine(isNetwork)).min(1)),
    allowed:
      'addresses or networks separated by commas, such as 10.0.0.0/8, or the words loopback, uniquelocal',
    without: 'nobody is trusted',
    meaning: 'Proxies in front, whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.',
  },
  NODE_ENV: {
    schema: z.enum(['development', 'production', 'test']),
    allowed: 'development, production or test',
    without: 'development',
    meaning: 'In production introspection and GraphiQL are off unless set.',
  },
  INTROSPECTION: {
    schema: flag,
    allowed: flagAllowed,
    without: 'on in development, off in production',
    meaning: 'Whether clients may ask for the schema.',
  },
  GRAPHIQL: {
    schema: flag,
    allowed: flagAllowed,
    without: 'on in development, off in production',
    meaning: 'Whether the page /graphiql/ is served. Needs introspection.',
  },
  DEMO: {
    schema: flag,
    allowed: flagAllowed,
    without: 'on with the embedded database, off with `DATABASE_URL`',
    meaning:
      'Whether invented demo figures and people who sign in with known passwords are loaded. Never on real data.',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    allowed: 'fatal, error, warn, info, debug, trace or silent',
    without: 'warn in development, info in production',
    meaning: 'How much is logged, as JSON lines on the standard output.',
  },
  PLUGINS: {
    schema: items.pipe(z.array(z.string().regex(/^[a-z0-9-]+$/))),
    allowed: 'plugin ids separated by commas, such as social-insurance,elections',
    without: 'all that are installed',
    meaning: 'Which program plugins to load. Core is always loaded.',
  },
  STOP_DELAY_SECONDS: {
    schema: wholeNumber(0, 60),
    allowed: 'a whole number from 0 to 60',
    without: '0',
    meaning:
      'How long to go on accepting requests after a stop signal, while /readyz already says 503, until a load balancer has noticed.',
  },
} as const satisfies Record<string, Setting>;

/** Name of a setting. */
export type SettingName = keyof typeof settings;

/** The table of docs/reference/http.md. */
export function settingsTable(): string {
  const rows = Object.entries<Setting>(settings).map(
    ([name, { meaning, allowed, without }]) => `| \`${name}\` | ${meaning} | ${allowed} | ${without} |`,
  );
  return ['| variable | meaning | allowed | when not set |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

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
/** What is taken as evidence: papers, pictures and tables, none of which runs anything by itself. */
export const usualFileTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/tiff',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/plain',
  'text/csv',
];
const webUrl = z.string().refine((text) => ['http:', 'https:'].includes(protocolOf(text)));
const postgresUrl = z.string().refine((text) => ['postgres:', 'postgresql:'].includes(protocolOf(text)));
const smtpUrl = z.string().refine((text) => ['smtp:', 'smtps:'].includes(protocolOf(text)));
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
  FILES_FOLDER: {
    schema: z.string(),
    allowed: 'a path',
    without: '`files` in the data folder',
    meaning:
      'Where uploaded files are kept, and where what is coming in waits. Several gateways need the same, or S3.',
  },
  S3_ENDPOINT: {
    schema: webUrl,
    allowed: 'an address that begins with https:// (or http:// on a network of your own)',
    without: 'files are kept in `FILES_FOLDER`',
    meaning: 'A store that speaks S3 and keeps the files instead. Needs the four settings below.',
  },
  S3_BUCKET: {
    schema: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
    allowed: 'the name of a bucket that is there: 3 to 63 small letters, digits, dots, hyphens',
    without: 'none',
    meaning: 'The bucket for files, readable by the gateway alone.',
  },
  S3_REGION: {
    schema: z.string().regex(/^[a-z0-9-]{1,40}$/),
    allowed: 'the name of a region, such as us-east-1',
    without: 'us-east-1',
    meaning: 'What requests are signed for.',
  },
  S3_ACCESS_KEY_ID: {
    schema: z.string().regex(/^\S{3,128}$/),
    allowed: '3 to 128 characters without blanks',
    without: 'none',
    meaning: 'As whom the bucket is used.',
    secret: true,
  },
  S3_SECRET_ACCESS_KEY: {
    schema: z.string().regex(/^\S{8,128}$/),
    allowed: '8 to 128 characters without blanks',
    without: 'none',
    meaning: 'The secret of that key.',
    secret: true,
  },
  SMTP_URL: {
    schema: smtpUrl,
    allowed:
      'an address that begins with smtp:// or smtps://, with user and password where the server wants them',
    without: '`phoihop remind` sends no mail',
    meaning: 'The mail server that `phoihop remind` hands its mails to. Needs `MAIL_FROM`.',
    secret: true,
  },
  MAIL_FROM: {
    schema: z.email(),
    allowed: 'an e-mail address',
    without: 'none',
    meaning: 'Whom those mails are from.',
  },
  FILE_BYTES: {
    schema: wholeNumber(1, 500_000_000),
    allowed: 'a whole number from 1 to 500000000',
    without: '20000000',
    meaning: 'The longest file that may be uploaded, in bytes.',
  },
  FILE_TYPES: {
    schema: items.pipe(z.array(z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/)).min(1)),
    allowed: 'media types separated by commas, such as application/pdf,image/jpeg',
    without: 'PDF, JPEG, PNG, WebP, HEIC, TIFF, Word, Excel, PowerPoint, OpenDocument, text, CSV',
    meaning: 'What may be uploaded, by what the bytes are.',
  },
  IMPORT_BYTES: {
    schema: wholeNumber(1, 100_000_000),
    allowed: 'a whole number from 1 to 100000000',
    without: '16000000',
    meaning: 'The longest CSV or XLSX file that may be imported, in bytes.',
  },
  IMPORT_ROWS: {
    schema: wholeNumber(1, 100_000),
    allowed: 'a whole number from 1 to 100000',
    without: '5000',
    meaning: 'How many rows one import of a mutation may have: they share a transaction.',
  },
  EXPORT_ROWS: {
    schema: wholeNumber(1, 1_000_000),
    allowed: 'a whole number from 1 to 1000000',
    without: '100000',
    meaning: 'How many rows one export may have.',
  },
  TRANSFER_SECONDS: {
    schema: wholeNumber(5, 3600),
    allowed: 'a whole number from 5 to 3600',
    without: '300',
    meaning: 'How long an upload, a download, an import or an export may take.',
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

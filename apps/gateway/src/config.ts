import { join, resolve } from 'node:path';
import type { FileLimits } from './files/files-service.js';
import type { S3Place } from './files/s3-store.js';
import { settings, usualFileTypes, type Setting, type SettingName } from './settings.js';

/** The project's folder, from src/ and from dist/ alike. */
const projectFolder = join(import.meta.dirname, '..', '..', '..');

/** How this gateway is to run: the environment, checked and with its defaults filled in. */
export interface Config {
  readonly environment: 'development' | 'production' | 'test';
  readonly port: number;
  readonly host: string;
  /** Missing: the embedded server. */
  readonly databaseUrl: string | undefined;
  readonly databaseServingUrl: string | undefined;
  /** Absolute. */
  readonly dataFolder: string;
  /** Absolute. */
  readonly filesFolder: string;
  /** Missing: files are kept in the folder. */
  readonly s3: S3Place | undefined;
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  readonly fileLimits: FileLimits;
  /** How long a file may be on its way. */
  readonly transferSeconds: number;
  /** An ISO date, or `today` in Việt Nam. */
  readonly businessDate: string;
  readonly tokenSecret: string | undefined;
  readonly previousTokenSecret: string | undefined;
  readonly tokenMinutes: number;
  readonly corsOrigins: readonly string[];
  /** Nobody, or which proxies. */
  readonly trustProxy: false | string[];
  readonly introspection: boolean;
  readonly graphiql: boolean;
  readonly demo: boolean;
  readonly logLevel: string;
  /** Whether errors are logged with their messages: only in development, over people and figures that are invented. */
  readonly errorMessages: boolean;
  /** Ids of the plugins to load; all installed ones when missing. */
  readonly plugins: readonly string[] | undefined;
  readonly stopDelaySeconds: number;
}

/** Everything that is wrong with the environment, in one message, without any secret in it. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the settings from the environment. An empty variable counts as not set.
 * @throws ConfigError with every problem at once.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const read = <T>(name: SettingName): T | undefined => {
    const given = environment[name]?.trim();
    if (!given) return undefined;
    const { schema, allowed, secret }: Setting = settings[name];
    const result = schema.safeParse(given);
    if (result.success) return result.data as T;
    problems.push(`${name}${secret ? '' : `=${given}`} is not valid: it must be ${allowed}.`);
    return undefined;
  };

  const production = read<Config['environment']>('NODE_ENV') ?? 'development';
  const databaseUrl = read<string>('DATABASE_URL');
  const demo = read<boolean>('DEMO') ?? databaseUrl === undefined;
  const developing = production !== 'production';
  const dataFolder = resolve(projectFolder, read<string>('DATA_FOLDER') ?? '.data');
  const config: Config = {
    environment: production,
    port: read<number>('PORT') ?? 4000,
    host: read<string>('HOST') ?? '127.0.0.1',
    databaseUrl,
    databaseServingUrl: read<string>('DATABASE_SERVING_URL'),
    dataFolder,
    filesFolder: resolve(projectFolder, read<string>('FILES_FOLDER') ?? join(dataFolder, 'files')),
    s3: s3Of(read, problems),
    mail: mailOf(read, problems),
    fileLimits: {
      fileBytes: read<number>('FILE_BYTES') ?? 20_000_000,
      fileTypes: read<string[]>('FILE_TYPES') ?? usualFileTypes,
      importBytes: read<number>('IMPORT_BYTES') ?? 16_000_000,
      importRows: read<number>('IMPORT_ROWS') ?? 5_000,
      exportRows: read<number>('EXPORT_ROWS') ?? 100_000,
    },
    transferSeconds: read<number>('TRANSFER_SECONDS') ?? 300,
    businessDate: read<string>('BUSINESS_DATE') ?? (demo ? '2021-10-15' : 'today'),
    tokenSecret: read<string>('TOKEN_SECRET'),
    previousTokenSecret: read<string>('TOKEN_SECRET_PREVIOUS'),
    tokenMinutes: read<number>('TOKEN_MINUTES') ?? 15,
    corsOrigins: read<string[]>('CORS_ORIGINS') ?? [],
    trustProxy: read<string[]>('TRUST_PROXY') ?? false,
    introspection: read<boolean>('INTROSPECTION') ?? developing,
    graphiql: read<boolean>('GRAPHIQL') ?? developing,
    demo,
    logLevel: read<string>('LOG_LEVEL') ?? (developing ? 'warn' : 'info'),
    errorMessages: developing && demo,
    plugins: read<string[]>('PLUGINS'),
    stopDelaySeconds: read<number>('STOP_DELAY_SECONDS') ?? 0,
  };
  if (config.databaseServingUrl && !databaseUrl) {
    problems.push(
      'DATABASE_SERVING_URL is set but DATABASE_URL is not: set both, or neither for the embedded database.',
    );
  }
  if (config.graphiql && !config.introspection) {
    problems.push(
      'GRAPHIQL is on but INTROSPECTION is off: GraphiQL shows the schema, so set INTROSPECTION=on too.',
    );
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** The mail server, if one is meant: then whom its mails are from, too. */
function mailOf(read: <T>(name: SettingName) => T | undefined, problems: string[]): Config['mail'] {
  const [url, from] = [read<string>('SMTP_URL'), read<string>('MAIL_FROM')];
  if ((url === undefined) !== (from === undefined) && problems.length === 0)
    problems.push('Of SMTP_URL and MAIL_FROM only one is set: set both, or neither.');
  return url !== undefined && from !== undefined ? { url, from } : undefined;
}

/** The bucket, if one is meant: then all of what it takes to use it. */
function s3Of(read: <T>(name: SettingName) => T | undefined, problems: string[]): S3Place | undefined {
  const place = {
    endpoint: read<string>('S3_ENDPOINT'),
    bucket: read<string>('S3_BUCKET'),
    accessKeyId: read<string>('S3_ACCESS_KEY_ID'),
    secretAccessKey: read<string>('S3_SECRET_ACCESS_KEY'),
  };
  const region = read<string>('S3_REGION') ?? 'us-east-1';
  const given = Object.values(place).filter((value) => value !== undefined).length;
  if (given === 0) return undefined;
  if (given < 4 && problems.length === 0) {
    problems.push(
      'Files are to be kept in S3, but not all of S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are set: set all four, or none.',
    );
  }
  return { ...(place as Omit<S3Place, 'region'>), region };
}

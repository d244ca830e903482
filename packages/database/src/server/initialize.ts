import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import type { Passwords } from './cluster.js';
import { EmbeddedServerError } from './errors.js';
import { runProgram } from './run-program.js';

export interface InitializeOptions {
  readonly account: Account | undefined;
  readonly binaries: Binaries;
  /** Whether what it keeps matters. */
  readonly durable: boolean;
  readonly onProgress: (message: string) => void;
}

/** Creates an empty cluster in `data`, with who may sign in and how text is sorted. */
export async function initializeData(data: string, options: InitializeOptions): Promise<void> {
  await mkdir(data, { mode: 0o700 });
  if (options.account) await chown(data, options.account.uid, options.account.gid);
  const fixed = [
    `--pgdata=${data}`,
    '--no-sync',
    '--username=postgres',
    '--auth=reject',
    '--encoding=UTF8',
    '--lc-messages=C',
    '--text-search-config=simple',
  ];
  let said = '';
  for (const locale of locales) {
    const { code, output } = await runProgram(options.binaries.initdb, [...fixed, ...locale.flags], options);
    if (code === 0) {
      if (locale.loses) options.onProgress(`This machine lacks a Unicode locale: ${locale.loses}`);
      await writeFile(join(data, 'pg_hba.conf'), signInRules);
      return;
    }
    said = output;
    if (!/error: .*(locale|ICU)/i.test(output)) break;
  }
  throw failed('initdb', said);
}

/** Tried in order. The C library's part says what a letter is (pg_trgm asks it), so it should know Unicode. */
const icu = ['--locale-provider=icu', '--icu-locale=vi-VN'];
const locales = [
  { flags: [...icu, '--locale=C.UTF-8'], loses: '' },
  { flags: [...icu, '--locale=en_US.UTF-8'], loses: '' },
  { flags: [...icu, '--locale=C'], loses: 'trigram search sees ASCII letters only' },
  {
    flags: ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    loses: 'text is sorted by code point, not as in Vietnamese, and trigram search sees ASCII letters only',
  },
];

/** No password opens the superuser's door: it is for repairs, through `postgres --single` on a stopped cluster. */
const signInRules = `# Written by Phối Hợp when the cluster was created.
host all postgres 127.0.0.1/32 reject
host all all      127.0.0.1/32 scram-sha-256
`;

/**
 * Creates who signs in and what they share. Runs on the stopped cluster, in single-user mode: nothing listens
 * before everything is as promised.
 *
 * The owner may hand the serving role on and become it (SET ROLE), as the creator of a role may on any PostgreSQL,
 * but does not inherit from it: else row policies meant for the serving role would apply to the owner too. It may
 * end others' sessions, which DROP DATABASE ... WITH (FORCE) needs.
 */
export async function createRolesAndDatabase(
  data: string,
  passwords: Passwords,
  options: InitializeOptions,
): Promise<void> {
  const statements = [
    `CREATE ROLE phoihop_owner LOGIN CREATEDB CREATEROLE PASSWORD '${passwords.phoihop_owner}'`,
    'CREATE ROLE phoihop_serving LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE ' +
      `PASSWORD '${passwords.phoihop_serving}'`,
    'GRANT phoihop_serving TO phoihop_owner WITH ADMIN TRUE, INHERIT FALSE, SET TRUE',
    'GRANT pg_signal_backend TO phoihop_owner',
    'CREATE DATABASE phoihop OWNER phoihop_owner',
  ];
  const input = statements.map((statement) => `${statement};\n\n`).join('');
  const { code, output } = await runProgram(
    options.binaries.postgres,
    ['--single', '-j', '-D', data, ...singleUserSettings(options), 'postgres'],
    { account: options.account, input },
  );
  if (code !== 0) throw failed('postgres --single', output);
}

/**
 * The third keeps a failing statement, and the password in it, from being shown. A server for tests lets thousands sign
 * in, where hashing a random password over and over guards nothing.
 */
const singleUserSettings = ({ durable }: InitializeOptions): string[] =>
  [
    'exit_on_error=on',
    'fsync=off',
    'log_min_error_statement=panic',
    ...(durable ? [] : ['scram_iterations=1']),
  ].flatMap((setting) => ['-c', setting]);

/** To the disk, once, after all steps ran without waiting for it. */
export async function writeThrough(data: string, { binaries, account }: InitializeOptions): Promise<void> {
  const { code, output } = await runProgram(binaries.initdb, ['--sync-only', '--pgdata', data], { account });
  if (code !== 0) throw failed('initdb --sync-only', output);
}

function failed(program: string, output: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'INITIALIZATION_FAILED',
    `The database cluster could not be created. ${program} said:\n${output.trim()}`,
  );
}

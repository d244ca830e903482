import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { DatabaseError, EmbeddedServerError } from '@phoihop/database';
import { ProblemError } from '@phoihop/platform';
import { CompositionError } from '@phoihop/platform/engine';
import { explainOperationCommand, type OperationOptions } from './commands/explain-operation.js';
import { explainCommand } from './commands/explain.js';
import { importValuesCommand } from './commands/import.js';
import { loadCommand } from './commands/load.js';
import { applyCommand, planCommand, revertCommand } from './commands/migrate.js';
import { switchPluginCommand } from './commands/plugin.js';
import { remindCommand } from './commands/remind.js';
import { schemaCommand } from './commands/schema.js';
import { rebuildTotalsCommand, verifyTotalsCommand } from './commands/totals.js';
import { createUserCommand, type UserOptions } from './commands/user.js';
import type { Host } from './host.js';
import { CommandError, findProject } from './project.js';

/**
 * Runs one `phoihop` command line.
 * @returns The exit code: 0 done, 1 refused or failed (told on standard error).
 */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    console.error(told(error));
    return 1;
  }
}

/** Mistakes that say by themselves what to do are told in their own words; anything else with its stack. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof ProblemError) return `${error.code}: ${JSON.stringify(error.details)}`;
  const kind =
    error instanceof CommandError || error instanceof CompositionError || error instanceof DatabaseError;
  return kind || error instanceof EmbeddedServerError ? error.message : error;
}

function program(): Command {
  const phoihop = new Command('phoihop')
    .description('Runs and looks after a Phối Hợp gateway.')
    .exitOverride();
  const print = (text: string): void => console.log(text);
  const host = async (): Promise<Host> => (await findProject()).host();

  phoihop
    .command('start')
    .description('start the gateway')
    .action(async () => start((await findProject()).main));

  const migrations = phoihop.command('migrate').description('the schema’s history');
  migrations
    .command('plan')
    .description('print which migrations would be applied')
    .action(async () => {
      print(await planCommand(await host()));
    });
  migrations
    .command('apply')
    .description('apply pending migrations')
    .action(async () => {
      print(await applyCommand(await host()));
    });
  migrations
    .command('revert <plugin> [name]')
    .description('undo a plugin’s migrations, back to before the one named')
    .action(async (plugin: string, name: string | undefined) => {
      print(await revertCommand(await host(), plugin, name));
    });

  phoihop
    .command('load')
    .description('migrate and load reference data without serving')
    .action(async () => {
      print(await loadCommand(await host()));
    });

  const totals = phoihop.command('totals').description('totals that are kept while figures change');
  totals
    .command('rebuild')
    .description('count all totals anew from the figures')
    .action(async () => {
      print(await rebuildTotalsCommand(await host()));
    });
  totals
    .command('verify')
    .description('compare the totals with the figures; fail where they differ')
    .action(async () => {
      print(await verifyTotalsCommand(await host()));
    });

  phoihop
    .command('user')
    .description('accounts')
    .command('create')
    .description('make an account as the system, the first administrator’s above all; asks for the password')
    .requiredOption('--username <name>', 'name to sign in with')
    .requiredOption('--full-name <name>', 'name of the person')
    .requiredOption('--role <code>', 'role, as in district-administrator')
    .requiredOption('--unit <code>', 'code of the unit on the business date; the role reaches all below it')
    .action(async ({ unit, ...options }: Omit<UserOptions, 'unitCode'> & { unit: string }) => {
      print(await createUserCommand(await host(), { ...options, unitCode: unit }));
    });

  phoihop
    .command('import')
    .description('files from outside')
    .command('values <file>')
    .description('record the figures of a .csv or .xlsx file in the name of an account: all of them or none')
    .requiredOption(
      '--as <username>',
      'whose figures they become; what the account may not record is refused',
    )
    .requiredOption('--reason <text>', 'why, for the audit trail')
    .option('--correct', 'correct figures that are there already and differ, for the same reason')
    .action(async (path: string, { as, reason, correct = false }: ImportOptions) => {
      const file = { path: resolve(path), username: as, reason, correct };
      print(await importValuesCommand(await host(), file));
    });

  phoihop
    .command('remind')
    .description('mail people what is due or overdue and theirs to do; for a daily timer')
    .option('--dry-run', 'send nothing; print whom there is something to remind of')
    .action(async (options: { dryRun?: boolean }) => print(await remindCommand(await host(), options)));

  const switches = phoihop.command('plugin').description('installed plugins');
  for (const [verb, enabled] of [
    ['enable', true],
    ['disable', false],
  ] as const) {
    switches
      .command(`${verb} <id>`)
      .description(`switch a plugin ${enabled ? 'on' : 'off'}`)
      .action(async (id: string) => {
        print(await switchPluginCommand(await host(), id, enabled));
      });
  }

  phoihop
    .command('schema')
    .description('write schema/, the access matrix and the error codes from the plugins')
    .option('--check', 'write nothing; fail where something is not current')
    .action(async (options: { check?: boolean }) => print(await schemaCommand(await findProject(), options)));

  phoihop
    .command('explain [plugin]')
    .description('print which plugin owns what, or what a query becomes')
    .option('--operation <file>', 'explain the query in this file instead: SQL, code, rules, estimated cost')
    .option('--as <username>', 'for whom; nobody when not given')
    .option('--variables <json>', 'the query’s variables as a JSON object')
    .option('--json', 'as JSON')
    .action(async (plugin: string | undefined, { operation, ...options }: Partial<OperationOptions>) =>
      print(
        operation === undefined
          ? await explainCommand(await host(), { json: options.json, plugin })
          : await explainOperationCommand(await host(), { ...options, operation }),
      ),
    );
  return phoihop;
}

interface ImportOptions {
  readonly as: string;
  readonly reason: string;
  readonly correct?: boolean;
}

/** Hands the terminal to the gateway's process until it ends. */
async function start(module: string): Promise<void> {
  // In a process group of its own: a Ctrl-C comes to it once, from us, and not also from the terminal.
  const child = spawn(process.execPath, [module], { stdio: 'inherit', detached: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((done) => child.on('exit', (exit) => done(exit ?? 1)));
  if (code !== 0) throw new CommandError(`The gateway ended with exit code ${code}.`);
}

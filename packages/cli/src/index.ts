import { spawn } from 'node:child_process';
import { Command, CommanderError } from 'commander';
import { CompositionError } from '@phoihop/platform/engine';
import { explainCommand } from './commands/explain.js';
import { applyCommand, planCommand, revertCommand } from './commands/migrate.js';
import { schemaCommand } from './commands/schema.js';
import { databaseAccess } from './database-access.js';
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
    const expected = error instanceof CommandError || error instanceof CompositionError;
    console.error(expected ? error.message : error);
    return 1;
  }
}

function program(): Command {
  const phoihop = new Command('phoihop').description('Runs and looks after a Phối Hợp gateway.').exitOverride();
  const print = (text: string): void => console.log(text);

  phoihop
    .command('start')
    .description('start the gateway')
    .action(async () => start((await findProject()).main));

  const migrations = phoihop.command('migrate').description('the schema’s history');
  migrations
    .command('plan')
    .description('print which migrations would be applied')
    .action(async () => {
      const project = await findProject();
      print(await planCommand(project, databaseAccess(project.root)));
    });
  migrations
    .command('apply')
    .description('apply pending migrations')
    .action(async () => {
      const project = await findProject();
      print(await applyCommand(project, databaseAccess(project.root)));
    });
  migrations
    .command('revert <plugin> [name]')
    .description('undo a plugin’s migrations, back to before the one named')
    .action(async (plugin: string, name: string | undefined) => {
      const project = await findProject();
      print(await revertCommand(databaseAccess(project.root), plugin, name));
    });

  phoihop
    .command('schema')
    .description('write schema/, the access matrix and the error codes from the plugins')
    .option('--check', 'write nothing; fail where something is not current')
    .action(async (options: { check?: boolean }) => print(await schemaCommand(await findProject(), options)));

  phoihop
    .command('explain [plugin]')
    .description('print which plugin owns what')
    .option('--json', 'as JSON')
    .action(async (plugin: string | undefined, options: { json?: boolean }) =>
      print(await explainCommand(await findProject(), { ...options, plugin })),
    );
  return phoihop;
}

/** Hands the terminal to the gateway's process until it ends. */
async function start(main: string): Promise<void> {
  const child = spawn(process.execPath, [main], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => child.on('exit', (exit) => resolve(exit ?? 1)));
  if (code !== 0) throw new CommandError(`The gateway ended with exit code ${code}.`);
}

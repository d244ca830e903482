import { importFile, type FileImport } from '@phoihop/core';
import { ProblemListError, type Plugin } from '@phoihop/platform';
import { makeTranslator } from '@phoihop/platform/engine';
import type { Host } from '../host.js';
import { CommandError } from '../project.js';
import { withEngine } from '../with-engine.js';

/**
 * Imports a file of figures in the name of an account, all of it or nothing.
 * @throws CommandError with the mistakes by line, where there are any.
 */
export async function importValuesCommand(host: Host, file: FileImport): Promise<string> {
  const plugins = await host.loadPlugins();
  return withEngine(host, async (engine) => {
    const began = performance.now();
    try {
      const { rows, recorded, corrected, unchanged } = await importFile(engine.servicesFor('core'), file);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      return `${rows} rows in ${seconds} s: ${recorded} recorded, ${corrected} corrected, ${unchanged} unchanged`;
    } catch (error) {
      throw error instanceof ProblemListError ? new CommandError(inLines(plugins, error)) : error;
    }
  });
}

/** The refusal and, a line each, what is wrong where. */
export function inLines(plugins: readonly Plugin[], error: ProblemListError): string {
  const translate = makeTranslator(plugins);
  const tell = (code: string, details: Readonly<Record<string, unknown>>): string =>
    translate('en', `error.${code}`, details).replace(`error.${code}`, code);
  const lines = error.problems.map(
    ({ code, details }) => `  line ${String(details['line'])}  ${code}  ${tell(code, details)}`,
  );
  return [tell(error.code, error.details), ...lines].join('\n');
}

import type { PluginServices } from '@phoihop/platform';
import { loadHonors } from './honors/load-honors.js';
import { loadSheets, readSheets } from './sheets/load-sheets.js';

export const isDemo = ({ options }: PluginServices): boolean =>
  (options as { demo?: boolean } | undefined)?.demo === true;

/** Loads titles, forms of reward and score sheets; invented sheets only where the demonstration runs. */
export async function loadReferences(services: PluginServices): Promise<void> {
  await loadHonors(services);
  const sheets = await readSheets();
  await loadSheets(
    services,
    sheets.filter(({ demo }) => !demo || isDemo(services)),
  );
}

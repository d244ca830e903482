import { Engine } from '@phoihop/platform/engine';
import type { DatabaseAccess } from './database-access.js';
import type { Project } from './project.js';

/** The business date of a command: BUSINESS_DATE, or, where it is not set or says `today`, today in Vietnam. */
export function businessDate(environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment['BUSINESS_DATE'];
  if (given && given !== 'today') return given;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}

/** Starts the plugins (migrating and loading what is pending), does the work, and stops them. */
export async function withEngine<T>(
  project: Project,
  access: DatabaseAccess,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const plugins = await project.loadPlugins();
  return access.with(async (location) => {
    const engine = await Engine.start({
      plugins,
      database: location,
      clock: { businessDate: businessDate(), now: () => new Date() },
      onProgress: (message) => console.error(`  ${message}`),
    });
    try {
      return await work(engine);
    } finally {
      await engine.stop();
    }
  });
}

import { resolve } from 'node:path';
import { startEmbeddedServer } from '@phoihop/database';

/** Where the database is, for the time of one command. */
export interface DatabaseAccess {
  with<T>(work: (location: { ownerUrl: string; servingUrl?: string }) => Promise<T>): Promise<T>;
}

/**
 * The database that `DATABASE_URL` names, or the embedded one in the project's data folder (`DATA_FOLDER`, read from
 * the project's root as the gateway does), started for the command and stopped after it.
 */
export function databaseAccess(root: string, environment: NodeJS.ProcessEnv = process.env): DatabaseAccess {
  const { DATABASE_URL: ownerUrl, DATABASE_SERVING_URL: servingUrl, DATA_FOLDER } = environment;
  if (ownerUrl) return { with: (work) => work({ ownerUrl, servingUrl }) };
  return {
    with: async (work) => {
      const server = await startEmbeddedServer({ dataFolder: resolve(root, DATA_FOLDER || '.data') });
      try {
        return await work(server);
      } finally {
        await server.stop();
      }
    },
  };
}

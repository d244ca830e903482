import type { FastifyInstance } from 'fastify';
import type { Standing } from './serving.js';

/** How long an answer about the database stands, so that health checks are no load on it. */
const pingValidMilliseconds = 1_000;

/** /livez: the process runs. /readyz: it can answer; with the state of each plugin, and no reasons, for those hold internals. */
export function addHealthRoutes(app: FastifyInstance, standing: Standing): void {
  let pinged = { at: Number.NEGATIVE_INFINITY, up: Promise.resolve(false) };
  const databaseIsUp = (): Promise<boolean> => {
    if (performance.now() - pinged.at > pingValidMilliseconds) {
      const ping = standing.serving?.engine.database.ping() ?? Promise.reject(new Error('not open'));
      pinged = {
        at: performance.now(),
        up: ping.then(
          () => true,
          () => false,
        ),
      };
    }
    return pinged.up;
  };

  const statusNow = async (): Promise<string> => {
    if (standing.stopping) return 'stopping';
    if (!standing.serving) return 'starting';
    return (await databaseIsUp()) ? 'ready' : 'database-down';
  };

  app.get('/livez', { logLevel: 'silent' }, () => ({ status: 'alive' }));

  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const { serving, leftOut } = standing;
    const status = await statusNow();
    reply.code(status === 'ready' ? 200 : 503);
    return {
      status,
      plugins: {
        ...Object.fromEntries([...(serving?.engine.statuses ?? [])].map(([id, { state }]) => [id, state])),
        ...Object.fromEntries([...leftOut.keys()].map((id) => [id, 'QUARANTINED'])),
      },
    };
  });
}

import type { FastifyInstance } from 'fastify';
import { addGuards, type GuardedParts } from '../guards.js';
import { refuse } from '../refuse.js';
import { addAttachmentRoutes } from './attachments-route.js';
import { addExportRoute } from './export-route.js';
import { addImportRoute } from './import-route.js';

/** Files on their way at once, of everybody: each holds a connection for as long as its client is slow. */
const mostTransfers = 20;

/** The addresses for files in and out; hosts that have no place for them answer that there are none. */
export async function addFileRoutes(
  app: FastifyInstance,
  parts: GuardedParts & { readonly milliseconds: number },
): Promise<void> {
  const { standing, milliseconds } = parts;
  addGuards(app, parts, { milliseconds });
  // Bodies are read by whoever wants them, as they come in.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, body, done) => done(null, body));
  let transfers = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (transfers >= mostTransfers) return refuse(request, reply, 'overloaded', {}, { 'retry-after': '5' });
    transfers += 1;
    reply.raw.once('close', () => (transfers -= 1));
    if (!standing.serving!.files) return refuse(request, reply, 'noSuchPage');
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      return refuse(request, reply, 'wrongMediaType');
  });
  addAttachmentRoutes(app, standing);
  addExportRoute(app, standing);
  addImportRoute(app, standing);
}

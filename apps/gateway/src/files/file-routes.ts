import type { FastifyInstance } from 'fastify';
import { addGuards, type GuardedParts } from '../guards.js';
import { refuse } from '../refuse.js';
import { addAttachmentRoutes } from './attachments-route.js';
import { addExportRoute } from './export-route.js';
import { addImportRoute } from './import-route.js';

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
  app.addHook('onRequest', async (request, reply) => {
    if (!standing.serving!.files) return refuse(request, reply, 'noSuchPage');
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      return refuse(request, reply, 'wrongMediaType');
  });
  addAttachmentRoutes(app, standing);
  addExportRoute(app, standing);
  addImportRoute(app, standing);
}

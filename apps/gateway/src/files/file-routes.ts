import type { FastifyInstance } from 'fastify';
import { addGuards, type GuardedParts } from '../guards.js';
import { refuse } from '../refuse.js';
import { addAttachmentRoutes } from './attachments-route.js';
import { cutOvertime } from './cut-overtime.js';
import { addExportRoute } from './export-route.js';
import { addImportRoute } from './import-route.js';
import { Shares } from './shares.js';

/** Files on their way at once, of everybody: each holds a connection for as long as its client is slow. */
const mostTransfers = 20;

/** Of these, what one account may have; and what all who are not signed in have together, being as many as they like. */
const mostOfAccount = 8;
const mostOfAnonymous = 4;

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
    cutOvertime(reply.raw, request.stop.signal);
    if (!standing.serving!.files) return refuse(request, reply, 'noSuchPage');
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      return refuse(request, reply, 'wrongMediaType');
  });
  const shares = new Shares();
  // After the guards' own: by now it is known who it is.
  app.addHook('preHandler', async (request, reply) => {
    const { userId } = request.callerOfRequest;
    const giveBack = shares.take(
      userId === null ? 'anonymous' : `account ${userId}`,
      userId === null ? mostOfAnonymous : mostOfAccount,
    );
    if (!giveBack) return refuse(request, reply, 'overloaded', {}, { 'retry-after': '5' });
    if (reply.raw.closed) giveBack();
    else reply.raw.once('close', giveBack);
  });
  addAttachmentRoutes(app, standing);
  addExportRoute(app, standing);
  addImportRoute(app, standing);
}

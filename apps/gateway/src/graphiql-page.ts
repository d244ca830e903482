import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Standing } from './serving.js';

/** What scripts/bundle-graphiql.mjs made; the same place from src/ and from dist/. */
const bundle = join(import.meta.dirname, '..', 'dist', 'graphiql');

/** Serves GraphiQL from its npm package: no other origin is asked for anything. */
export async function addGraphiql(app: FastifyInstance, standing: Standing): Promise<void> {
  for (const short of ['/', '/graphiql']) app.get(short, (_request, reply) => reply.redirect('/graphiql/'));
  app.get('/graphiql/start.json', (_request, reply) => {
    reply.header('cache-control', 'private, no-store');
    return standing.startPage;
  });
  if (!existsSync(join(bundle, 'index.html'))) {
    app.get('/graphiql/', (_request, reply) =>
      reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('GraphiQL has not been bundled. Run: npm run build -w @phoihop/gateway\n'),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: bundle,
    prefix: '/graphiql/',
    decorateReply: false,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (response, path) => {
      // Chunks are named after their content.
      const lasting = path.startsWith(join(bundle, 'chunks'));
      response.setHeader('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

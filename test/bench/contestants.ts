import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Client } from './clients/client.ts';
import { limit } from './clients/limit.ts';
import { plainGraph } from './clients/plain-graph.ts';
import { postgraphile } from './clients/postgraphile.ts';
import { product } from './clients/product.ts';

export const contestantIds = ['product', 'postgraphile', 'mercurius', 'yoga', 'idiomatic', 'limit'] as const;
export type ContestantId = (typeof contestantIds)[number];

/** A server that takes part. */
export interface Contestant {
  readonly id: ContestantId;
  readonly title: string;
  /** What is started, from the folder of the project. */
  readonly entry: string;
  readonly client: Client;
  /** The packages that make it what it is; their versions are printed. */
  readonly packages: readonly string[];
}

const peer = (id: ContestantId, file = 'server.mjs'): string => join('test', 'bench', 'peers', id, file);

export const contestants: Readonly<Record<ContestantId, Contestant>> = {
  product: {
    id: 'product',
    title: 'Phối Hợp',
    entry: join('apps', 'gateway', 'dist', 'main.js'),
    client: product,
    packages: ['@apollo/server', 'fastify', 'graphql', '@mikro-orm/postgresql', 'pg'],
  },
  postgraphile: {
    id: 'postgraphile',
    title: 'PostGraphile 5',
    entry: peer('postgraphile'),
    client: postgraphile,
    packages: ['postgraphile', 'grafast', 'grafserv', 'graphql', 'pg'],
  },
  mercurius: {
    id: 'mercurius',
    title: 'Mercurius + JIT',
    entry: peer('mercurius'),
    client: plainGraph,
    packages: ['mercurius', 'graphql-jit', 'fastify', 'graphql', 'pg'],
  },
  yoga: {
    id: 'yoga',
    title: 'Yoga + DataLoader',
    entry: peer('yoga'),
    client: plainGraph,
    packages: ['graphql-yoga', 'dataloader', 'graphql', 'pg'],
  },
  idiomatic: {
    id: 'idiomatic',
    title: 'idiomatic Apollo',
    entry: peer('idiomatic', join('dist', 'server.js')),
    client: plainGraph,
    packages: ['@apollo/server', 'type-graphql', '@mikro-orm/postgresql', 'dataloader', 'graphql', 'pg'],
  },
  limit: {
    id: 'limit',
    title: 'limit',
    entry: peer('limit'),
    client: limit,
    packages: ['pg'],
  },
};

/** Name and version of each package, as the contestant finds it. */
export function versionsOf({ entry, packages }: Contestant, root: string): string[] {
  const require = createRequire(join(root, entry));
  return packages.map((name) => `${name} ${versionOf(name, require.resolve.paths(name) ?? [], require)}`);
}

/** Read off the folder: not every package lets its package.json be imported. */
function versionOf(name: string, folders: readonly string[], require: NodeJS.Require): string {
  for (const folder of folders) {
    try {
      return (require(join(folder, name, 'package.json')) as { version: string }).version;
    } catch {
      // Not in this folder: the next one up.
    }
  }
  return 'not installed';
}

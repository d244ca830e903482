import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '@phoihop/platform';
import type { Engine } from '@phoihop/platform/engine';
import type { FilesService } from './files/files-service.js';
import type { KnownCallers } from './known-callers.js';

/** What the gateway has once the database is there and the plugins have started. */
export interface Serving {
  readonly engine: Engine;
  /** Hands a request to Apollo; resolves to the body. */
  readonly graphql: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  /** Who a token stands for; `null` when it stands for nobody, any more or at all. */
  readonly callerOfToken: (token: string) => Promise<Caller | null>;
  /** Whose rights are asked for again where they have changed. */
  readonly callers: Pick<KnownCallers, 'again'>;
  /** Files in and out, for hosts that have a place for them. */
  readonly files: FilesService | undefined;
  readonly stopGraphql: () => Promise<void>;
}

/** Where the gateway stands. One object, read by every route. */
export interface Standing {
  /** Missing until the database is there. */
  serving: Serving | undefined;
  /** No more requests, please; those that come are still answered. */
  stopping: boolean;
  /** Plugins that could not even be loaded, by id, with the reason for the log. */
  readonly leftOut: Map<string, string>;
  /** What GraphiQL shows first. */
  startPage: StartPage;
}

/** What the GraphiQL page is told. */
export interface StartPage {
  readonly query: string;
  readonly people: readonly { username: string; password: string; who: { vi: string; en: string } }[];
}

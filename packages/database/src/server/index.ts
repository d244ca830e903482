/** The embedded PostgreSQL. */
export { startEmbeddedServer } from './embedded-server.js';
export type { EmbeddedServer, EmbeddedServerOptions } from './embedded-server.js';

/** What can go wrong, by code. */
export { EmbeddedServerError, embeddedServerErrors } from './errors.js';
export type { EmbeddedServerErrorCode } from './errors.js';

/** For hosts of many short-lived servers (the tests): what a killed run left. */
export { stopLeftover } from './leftover.js';

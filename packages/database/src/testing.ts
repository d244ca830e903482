/** For tests only: databases of their own on the server that the test run started. */
export { createTemporaryDatabase } from './connection/temporary-database.js';
export type { DatabaseTemplate, TemporaryDatabase } from './connection/temporary-database.js';

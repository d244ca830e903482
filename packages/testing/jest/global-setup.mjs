import { startEmbeddedTestServer } from './embedded-test-server.mjs';
import { openExternalTestDatabase } from './external-test-database.mjs';

/**
 * One PostgreSQL for the whole run: an embedded one in a temp folder, or, with TEST_DATABASE_URL, a database of the
 * run's own on yours. The tests, in whatever worker, find it through two environment variables.
 */
export default async function globalSetup() {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? await openExternalTestDatabase(given) : await startEmbeddedTestServer();
  process.env.PHOIHOP_TEST_OWNER_URL = server.ownerUrl;
  process.env.PHOIHOP_TEST_SERVING_URL = server.servingUrl;
  globalThis.phoihopTestServer = server;
  removeOnSignals(server);
}

/** Jest ends at once on Ctrl-C, without its teardown: the server would live on. */
function removeOnSignals(server) {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ]) {
    process.once(signal, () => {
      process.on(signal, () => undefined); // once is enough
      void server.remove().finally(() => process.exit(128 + number));
    });
  }
}

// PostGraphile 5 as its documentation sets it up: a schema of views and functions with smart tags, its own adaptor for
// node-postgres, Grafserv on Node's HTTP server.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Views have no indexes of their own, and so could be neither filtered nor ordered.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['bench'],
      pubsub: false,
      poolConfig: {
        max: Number(process.env.POOL_SIZE),
        idleTimeoutMillis: Number(process.env.POOL_IDLE_MS),
      },
    }),
  ],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
});
await instance.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1');

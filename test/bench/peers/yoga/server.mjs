// GraphQL Yoga on Node's HTTP server with DataLoader over node-postgres: loaders made for each request.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import pg from 'pg';
import { makeReader } from '../shared/reader.mjs';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.POOL_SIZE),
  idleTimeoutMillis: Number(process.env.POOL_IDLE_MS),
});
const reader = makeReader(pool);

function makeLoaders() {
  const lists = new Map();
  /** A loader for a field with arguments: one for each set of arguments. */
  const withArguments = (name, load) => (given) => {
    const key = `${name} ${JSON.stringify(given)}`;
    if (!lists.has(key)) lists.set(key, new DataLoader((ids) => load([...ids], given)));
    return lists.get(key);
  };
  const plain = (load) => new DataLoader((ids) => load([...ids]));
  return {
    units: plain(reader.units),
    forms: plain(reader.forms),
    periods: plain(reader.periods),
    indicators: plain(reader.indicators),
    children: plain(reader.children),
    reports: withArguments('reports', reader.reportsOfUnits),
    values: withArguments('values', reader.values),
  };
}

const indicator = ({ indicatorId }, _, { loaders }) => loaders.indicators.load(indicatorId);

const yoga = createYoga({
  schema: createSchema({
    typeDefs: await readFile(new URL('../shared/schema.graphql', import.meta.url), 'utf8'),
    resolvers: {
      Query: {
        unit: (_, { code }) => reader.unitByCode(code),
        reports: (_, question) => reader.reportsOfDistrict(question),
        targets: (_, question) => reader.targets(question),
      },
      Mutation: { saveReport: (_, input) => reader.saveReport(input) },
      Unit: {
        parent: ({ parentId }, _, { loaders }) => parentId && loaders.units.load(parentId),
        children: ({ id }, _, { loaders }) => loaders.children.load(id),
        reports: ({ id }, given, { loaders }) => loaders.reports(given).load(id),
      },
      Report: {
        unit: ({ unitId }, _, { loaders }) => loaders.units.load(unitId),
        form: ({ formId }, _, { loaders }) => loaders.forms.load(formId),
        period: ({ periodId }, _, { loaders }) => loaders.periods.load(periodId),
        values: ({ id }, given, { loaders }) => loaders.values(given).load(id),
      },
      DataValue: { indicator },
      Target: { indicator },
    },
  }),
  context: () => ({ loaders: makeLoaders() }),
  graphiql: false,
  logging: false,
});
createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1');

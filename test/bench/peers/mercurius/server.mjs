// Mercurius on Fastify with its just-in-time compiler and its own loaders, as its documentation has them.
import { readFile } from 'node:fs/promises';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';
import { makeReader } from '../shared/reader.mjs';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.POOL_SIZE),
  idleTimeoutMillis: Number(process.env.POOL_IDLE_MS),
});
const reader = makeReader(pool);
const app = Fastify();

/** A loader of the rows that a column of the parent names. */
const named = (load, column) => (queries) => load(queries.map(({ obj }) => obj[column]));

/** A loader of the rows below each parent; the arguments of one field are the same for all its parents, mostly. */
const below = (load) => async (queries) => {
  const groups = Map.groupBy(queries, ({ params }) => JSON.stringify(params));
  const answers = new Map();
  for (const group of groups.values()) {
    const lists = await load(
      group.map(({ obj }) => obj.id),
      group[0].params,
    );
    group.forEach((query, index) => answers.set(query, lists[index]));
  }
  return queries.map((query) => answers.get(query));
};

// Answers are not cached between requests, and within one there is nothing to find twice.
const loader = (load) => ({ loader: load, opts: { cache: false } });

await app.register(mercurius, {
  schema: await readFile(new URL('../shared/schema.graphql', import.meta.url), 'utf8'),
  jit: 1,
  resolvers: {
    Query: {
      unit: (_, { code }) => reader.unitByCode(code),
      reports: (_, question) => reader.reportsOfDistrict(question),
      targets: (_, question) => reader.targets(question),
    },
    Mutation: { saveReport: (_, input) => reader.saveReport(input) },
  },
  loaders: {
    Unit: {
      parent: loader(named(reader.units, 'parentId')),
      children: loader(below(reader.children)),
      reports: loader(below(reader.reportsOfUnits)),
    },
    Report: {
      unit: loader(named(reader.units, 'unitId')),
      form: loader(named(reader.forms, 'formId')),
      period: loader(named(reader.periods, 'periodId')),
      values: loader(below(reader.values)),
    },
    DataValue: { indicator: loader(named(reader.indicators, 'indicatorId')) },
    Target: { indicator: loader(named(reader.indicators, 'indicatorId')) },
  },
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });

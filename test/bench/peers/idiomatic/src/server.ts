// The server most teams would write: Apollo Server, type-graphql, MikroORM entities, DataLoader.
import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { DataloaderType, MikroORM } from '@mikro-orm/postgresql';
import { buildSchema } from 'type-graphql';
import { makeLoaders, type Context } from './loaders.js';
import { Form, Indicator, Period } from './reference.js';
import { DataValue, Report } from './report.js';
import { DataValueResolver, ReportResolver } from './report.resolver.js';
import { TargetResolver } from './target.resolver.js';
import { Unit } from './unit.js';
import { UnitResolver } from './unit.resolver.js';

const orm = await MikroORM.init({
  clientUrl: process.env['DATABASE_URL']!,
  entities: [Unit, Report, DataValue, Indicator, Form, Period],
  metadataProvider: ReflectMetadataProvider,
  dataloader: DataloaderType.ALL,
  pool: { max: Number(process.env['POOL_SIZE']), idleTimeoutMillis: Number(process.env['POOL_IDLE_MS']) },
});
const schema = await buildSchema({
  resolvers: [UnitResolver, ReportResolver, DataValueResolver, TargetResolver],
  validate: false,
});
const server = new ApolloServer<Context>({ schema });
await startStandaloneServer(server, {
  listen: { port: Number(process.env['PORT']), host: '127.0.0.1' },
  context: async () => {
    const em = orm.em.fork();
    return { em, loaders: makeLoaders(em) };
  },
});

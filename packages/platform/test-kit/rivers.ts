import 'reflect-metadata';
import { BigIntType } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import {
  allow,
  DateScalar,
  DecimalScalar,
  definePlugin,
  extend,
  list,
  many,
  Node,
  one,
  ProblemError,
  rowRule,
  type Caller,
  type RequestContext,
  type Row,
} from '../src/index.js';

/** Two plugins as small as tests allow: rivers, which everybody sees but for their depth, and bridges of two towns. */

@ObjectType({ implements: Node, description: 'A river, as in a school book.' })
@Entity({ schema: 'core', tableName: 'river' })
export class River {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Property({ type: 'decimal', columnType: 'numeric(6,2)' })
  @Field(() => DecimalScalar, { nullable: true, description: 'In meters; only engineers may know.' })
  depth!: string;

  /** No field: clients never see it. */
  @Property({ type: 'text' })
  secretSource!: string;
}

@ObjectType('BridgesBridge', { implements: Node, description: 'Something one walks over a river on.' })
@Entity({ schema: 'bridges', tableName: 'bridge' })
export class Bridge {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @ManyToOne(() => River, { fieldName: 'river_id' })
  @Field(() => River, { description: 'What it leads over.' })
  river!: unknown;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is written on it.' })
  label!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Day it was opened to walkers.' })
  openedOn!: string;

  @Property({ type: 'text' })
  town!: string;
}

@InputType({ description: 'What a new bridge is.' })
class BridgesOpenInput {
  @Field(() => ID, { description: 'River it leads over.' })
  river!: string;

  @Field(() => String, { description: 'What is written on it.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Whose it is; only the council may say.' })
  town?: string;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string;
}

@Resolver(() => Bridge)
export class BridgeResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The label, shouted.' })
  loud(@Root() bridge: Row): string {
    return String(bridge['label']).toUpperCase();
  }

  @Mutation(() => Bridge, { nullable: true, description: 'Opens a bridge in the caller’s town.' })
  async bridgesOpen(
    @Arg('input', () => BridgesOpenInput, { description: 'What it is.' }) input: BridgesOpenInput,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    const river = context.read.localId(River, input.river, 'input.river');
    const { town = 'upper' } = input;
    const bridge = context.session.em.create(Bridge, {
      river,
      label: input.label,
      openedOn: '2021-05-01',
      town,
    });
    await context.session.em.persist(bridge).flush();
    await context.audit('bridges:open', { type: 'Bridge', id: bridge.id });
    if (input.label === 'broken') {
      throw new ProblemError('BRIDGE_BROKEN', { field: 'input.label', given: input.label });
    }
    return bridge;
  }

  @Query(() => Number, { nullable: true, description: 'How many there are for raw SQL.' })
  async bridgesRawCount(@Ctx() context: RequestContext): Promise<number> {
    const [row] = await context.session.query<{ n: number }>('select count(*)::int as n from bridges.bridge');
    return row!.n;
  }

  @Query(() => String, { nullable: true, description: 'Fails inside, with a secret.' })
  bridgesFail(): string {
    throw new Error('password=hunter2 at table bridges.bridge');
  }
}

const open = allow.public('Rivers are on every map.');

export const rivers = definePlugin({
  id: 'core',
  version: '1.0.0',
  title: { vi: 'Sông', en: 'Rivers' },
  data: {
    entities: [River],
    migrations: [
      {
        name: '0001_river',
        up: `create table core.river (id bigint generated always as identity primary key, name text not null,
          depth numeric(6,2) not null, secret_source text not null)`,
        down: 'drop table core.river',
      },
    ],
    rows: { River: rowRule({ select: 'always', explanation: 'All.' }) },
    load: async ({ database }) =>
      database.asSystem('rivers', async (session) => {
        await session.query(`insert into core.river (name, depth, secret_source)
          select 'river ' || n, 100 - n, 'spring' from generate_series(1, 30) n where not exists (select from core.river)`);
      }),
  },
  graphql: {
    reads: {
      river: one(River, { by: 'name', description: 'The one people call so.' }),
      riverOfDepth: one(River, { by: 'depth', description: 'The only one so deep.' }),
      rivers: list(River, {
        description: 'All there are.',
        order: ['name', 'depth'],
        filter: ['name', 'depth'],
      }),
      riversByDepth: list(River, { description: 'The shallow ones first.', order: ['depth'] }),
    },
  },
  access: {
    permissions: { 'core:depths': { vi: 'xem độ sâu', en: 'see depths' } },
    fields: {
      River: open,
      'River.depth': allow.permission('core:depths'),
      'Query.river': open,
      'Query.riverOfDepth': open,
      'Query.rivers': open,
      'Query.riversByDepth': open,
    },
  },
  translations: {
    vi: {
      River: 'Một con sông.',
      'River.name': 'Tên thường gọi.',
      'River.depth': 'Độ sâu, tính bằng mét.',
      'Query.river': 'Con sông có tên này.',
      'Query.riverOfDepth': 'Con sông duy nhất sâu như vậy.',
      'Query.rivers': 'Mọi con sông.',
      'Query.riversByDepth': 'Sông nông trước.',
    },
  },
});

const read = allow.permission('bridges:read');

export const bridges = definePlugin({
  id: 'bridges',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Cầu', en: 'Bridges' },
  data: {
    entities: [Bridge],
    migrations: [
      {
        name: '0001_bridge',
        up: `create table bridges.bridge (id bigint generated always as identity primary key,
          river_id bigint not null references core.river, label text not null, opened_on date not null, town text not null)`,
        down: 'drop table bridges.bridge',
      },
    ],
    rows: {
      Bridge: rowRule({
        explanation: 'Bridges of the caller’s town.',
        select: {
          using: `town = (select current_setting('phoihop.town', true))`,
          narrowing: {
            applies: ({ settings }) => settings['few'] === 'yes',
            // The second alone would do: each row of the first is found twice.
            ways: (row) => [
              `${row}.river_id <= (select count(*) from core.river) / 2`,
              `${row}.town = (select current_setting('phoihop.town', true))`,
            ],
            column: 'town',
          },
        },
        insert: { using: `town = (select current_setting('phoihop.town', true))` },
      }),
    },
    load: async ({ database }) =>
      database.asSystem('bridges', async (session) => {
        await session.query(`insert into bridges.bridge (river_id, label, opened_on, town)
          select r.id, 'bridge ' || r.id || '.' || n, date '2021-01-01' + n, case when n % 2 = 0 then 'upper' else 'lower' end
          from core.river r, generate_series(1, 8) n where not exists (select from bridges.bridge)`);
      }),
  },
  graphql: {
    resolvers: [BridgeResolver],
    reads: {
      bridges: list(Bridge, {
        description: 'All there are.',
        filter: ['river', 'openedOn'],
        order: ['openedOn'],
      }),
    },
    extend: [
      extend(River, {
        bridges: many(Bridge, 'river', {
          description: 'What leads over it.',
          filter: ['label'],
          order: ['openedOn'],
        }),
      }),
    ],
  },
  access: {
    permissions: {
      'bridges:read': { vi: 'xem cầu', en: 'see bridges' },
      'bridges:open': { vi: 'mở cầu', en: 'open bridges' },
      'bridges:council': { vi: 'quyết định cầu thuộc nơi nào', en: 'say whose a bridge is' },
    },
    grants: { clerk: ['bridges:read'], mayor: ['bridges:read', 'bridges:open'] },
    fields: {
      BridgesBridge: read,
      'Query.bridges': read,
      'River.bridges': read,
      'Query.bridgesRawCount': read,
      'Query.bridgesFail': read,
      'Mutation.bridgesOpen': allow.permission('bridges:open'),
      'BridgesOpenInput.town': allow.permission('bridges:council'),
    },
  },
  problems: { BRIDGE_BROKEN: { vi: 'Cầu hỏng: {given}.', en: 'The bridge is broken: {given}.' } },
  translations: {
    vi: {
      BridgesBridge: 'Một cây cầu.',
      'BridgesBridge.river': 'Cầu bắc qua sông nào.',
      'BridgesBridge.label': 'Chữ trên cầu.',
      'BridgesBridge.openedOn': 'Ngày thông cầu.',
      'BridgesBridge.loud': 'Chữ in hoa.',
      'Query.bridges': 'Mọi cây cầu.',
      'River.bridges': 'Những cầu bắc qua sông.',
      'Query.bridgesRawCount': 'Số cầu theo SQL.',
      'Query.bridgesFail': 'Luôn lỗi.',
      'Mutation.bridgesOpen': 'Mở một cây cầu.',
      BridgesOpenInput: 'Cầu mới.',
      'BridgesOpenInput.river': 'Sông nào.',
      'BridgesOpenInput.label': 'Chữ trên cầu.',
      'BridgesOpenInput.town': 'Cầu thuộc nơi nào; chỉ hội đồng được ghi.',
    },
  },
});

/** A caller with these permissions, at home in a town. */
export const callerOf = (userId: number, town: string, ...permissions: string[]): Caller => ({
  userId,
  roles: [],
  permissions: new Set(permissions),
  settings: { town },
});

export const upper = callerOf(7, 'upper', 'bridges:read', 'bridges:open');
export const reader = callerOf(8, 'lower', 'bridges:read');
export const engineer = callerOf(9, 'upper', 'bridges:read', 'core:depths');

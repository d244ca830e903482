/** What somebody sees and what is hidden from them, by type: the ground of the tests that a foreign row looks like a missing one. */
import type { GraphQLObjectType } from 'graphql';
import type { Caller } from '@phoihop/platform';
import { rowSecurityOf } from '@phoihop/platform/engine';
import { createWorld, personas, type World } from './world.js';

/** What no row has. */
export const MISSING = 987_654_321;

/** Somebody who looks. */
export interface Eyes {
  readonly name: string;
  readonly caller: Caller;
  /** Ids of visible rows, by type. */
  readonly visible: ReadonlyMap<string, ReadonlySet<number>>;
}

/** A world, everybody who looks at it, and what there is to see. */
export class Looking {
  private constructor(
    readonly world: World,
    readonly eyes: readonly Eyes[],
    /** Ids of all rows of the types whose rows are hidden from some. */
    readonly all: ReadonlyMap<string, readonly number[]>,
  ) {}

  static async begin(): Promise<Looking> {
    const world = await createWorld();
    const { entityOfType, readModel, plugins } = world.bed.engine.composition;
    const hidden = new Set(
      rowSecurityOf(plugins).flatMap(({ schema, table, select }) =>
        typeof select === 'object' ? [`"${schema}"."${table}"`] : [],
      ),
    );
    const types = [...entityOfType].flatMap(([type, entity]) => {
      const { table } = readModel.plans.get(entity)!;
      return hidden.has(table) ? [[type, table] as const] : [];
    });
    const sql = types
      .map(
        ([type, table]) => `select '${type}' as type, array(select id::int from ${table} order by id) as ids`,
      )
      .join(' union all ');
    const rows = await world.sql<{ type: string; ids: number[] }>(sql);
    const eyes: Eyes[] = [];
    for (const name of personas) {
      const caller = await world.as(name);
      const seen = await world.within(caller, (session) =>
        session.query<{ type: string; ids: number[] }>(sql),
      );
      eyes.push({ name, caller, visible: new Map(seen.map(({ type, ids }) => [type, new Set(ids)])) });
    }
    return new Looking(world, eyes, new Map(rows.map(({ type, ids }) => [type, ids])));
  }

  get composition() {
    return this.world.bed.engine.composition;
  }

  of(name: string): Eyes {
    return this.eyes.find((one) => one.name === name)!;
  }

  /** Whether ring 1 lets somebody select a field. */
  mayRead({ caller }: Eyes, coordinate: string): boolean {
    const { rules } = this.composition;
    const flags = rules.flagsFor({ signedIn: caller.userId !== null, permissions: caller.permissions });
    return flags[rules.indexOf(coordinate)!] === 1;
  }

  rootField(name: string) {
    return (this.composition.schema.getType('Query') as GraphQLObjectType).getFields()[name]!;
  }

  /** Ids of rows that somebody cannot see. */
  hiddenRows({ visible }: Eyes, type: string): number[] {
    return this.all.get(type)!.filter((id) => !visible.get(type)!.has(id));
  }

  hiddenRow(one: Eyes, type: string): number | undefined {
    return this.hiddenRows(one, type)[0];
  }
}

/** An answer in which the id asked for is the same whatever it was. */
export const plain = (answer: unknown, id: string): unknown =>
  JSON.parse(JSON.stringify(answer).replaceAll(id, '…'));

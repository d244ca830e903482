import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Session } from '@phoihop/database';
import type { ListOptions, ManyRelation, OneRead } from '../contract/reads.js';
import type { ClassType } from '../contract/translated.js';
import { connectionFrom, pageRequest, type Connection, type PageArguments } from './connection.js';
import type { EntityPlan } from './entity-plan.js';
import { entityKey } from './entity-table.js';
import { filterConditions } from './filters.js';
import { encodeGlobalId, localId } from './global-id.js';
import { Parameters, type ParameterList } from './parameters.js';
import type { ReadApi } from './read-api.js';
import { planFor, propertiesFor, type ReadModel } from './read-model.js';
import { AS_OF, ENTITY, type Row } from './row.js';
import { selectedFields } from './selection.js';
import {
  byIds,
  byValues,
  countAll,
  countPerParent,
  pagePerParent,
  rootPage,
  type WantedRow,
} from './statements.js';

/**
 * Reads entities for one operation: only the columns selected, one statement for each field path however many rows
 * hang there. Row security of the session decides which rows there are.
 */
export class Reader implements ReadApi {
  /** Ids of audited rows that were read, by GraphQL type. */
  readonly audited = new Map<string, Set<number>>();
  readonly #loaders = new Map<string, DataLoader<WantedRow, unknown, string>>();

  constructor(
    private readonly model: ReadModel,
    private readonly session: Session,
    private readonly businessDate: string,
  ) {}

  /** The row an object field points at. */
  async toOne(entity: string, id: number, info: GraphQLResolveInfo, asOf: string): Promise<Row | null> {
    const plan = planFor(this.model, entity);
    const loader = this.#loader<Row | null>(`one|${entity}|${pathKey(info)}`, (wanted) =>
      this.#byIds(plan, propertiesFor(this.model, plan, selectedFields(info, [])), wanted),
    );
    return loader.load({ id, asOf });
  }

  /** The row that unique properties identify, or `null`. */
  async one(
    read: OneRead,
    values: Readonly<Record<string, unknown>>,
    info: GraphQLResolveInfo,
    asOf: string,
  ): Promise<Row | null> {
    const plan = planFor(this.model, entityKey(read.entity));
    const p = new Parameters();
    const properties = propertiesFor(this.model, plan, selectedFields(info, []));
    const rows = await this.session.query<Row>(byValues(plan, properties, values, asOf, p), p.values);
    return rows.length === 1 ? this.#tag(plan, rows[0]!, asOf) : null;
  }

  /** A page of a root list. */
  async list(
    options: ListOptions & { entity: ClassType },
    args: PageArguments,
    info: GraphQLResolveInfo,
    asOf: string,
  ): Promise<Connection> {
    const plan = planFor(this.model, entityKey(options.entity));
    const request = pageRequest(plan, options, args);
    const wanted = selectedFields(info, []);
    const p = new Parameters(filterOf(args));
    const conditions = this.#conditions(plan, options, args, p, () => p.add(asOf, 'date'));
    const properties = propertiesFor(this.model, plan, nodeFields(info));
    const rows =
      request.limit === 0 && !wanted.has('pageInfo')
        ? []
        : await this.session.query<Row>(
            rootPage(plan, { ...request, properties, conditions }, asOf, p),
            p.values,
          );
    const total = wanted.has('totalCount') ? await this.#countAll(plan, options, args, asOf) : null;
    return connectionFrom(rows, request, total, (row) => this.#tag(plan, row, asOf));
  }

  /** A page of a to-many relation, batched over all parents of the same path. */
  async many(
    relation: ManyRelation,
    parent: number,
    args: PageArguments,
    info: GraphQLResolveInfo,
    asOf: string,
  ): Promise<Connection> {
    const plan = planFor(this.model, entityKey(relation.entity));
    const request = pageRequest(plan, relation, args);
    const key = `${plan.key}|${pathKey(info)}`;
    const rows = this.#loader<Row[]>(`many|${key}`, (parents) =>
      this.#pages(plan, relation, args, parents, info),
    );
    const counts = this.#loader<number>(`count|${key}`, (parents) =>
      this.#counts(plan, relation, args, parents),
    );
    const wanted = { id: parent, asOf };
    const [page, total] = await Promise.all([
      rows.load(wanted),
      selectedFields(info, []).has('totalCount') ? counts.load(wanted) : null,
    ]);
    return connectionFrom(page, request, total, (row) => this.#tag(plan, row, asOf));
  }

  async byId(entity: ClassType, id: number, asOf: string = this.businessDate): Promise<Row | null> {
    return this.byKey(entityKey(entity), id, asOf);
  }

  /** {@link byId} for who knows only the {@link entityKey}. */
  async byKey(entity: string, id: number, asOf: string = this.businessDate): Promise<Row | null> {
    const plan = planFor(this.model, entity);
    const loader = this.#loader<Row | null>(`whole|${entity}`, (wanted) =>
      this.#byIds(plan, new Set(plan.columns.keys()), wanted),
    );
    return loader.load({ id, asOf });
  }

  /** Forgets what was read: to be called before a change, so that the next one does not see what was before it. */
  forget(): void {
    this.#loaders.clear();
  }

  localId(entity: ClassType, globalId: string, field: string): number {
    return localId(this.#typeName(entityKey(entity)), globalId, field);
  }

  globalId(entity: ClassType, id: number): string {
    return encodeGlobalId(this.#typeName(entityKey(entity)), id);
  }

  #typeName = (entity: string): string => planFor(this.model, entity).typeName ?? entity;

  #conditions(
    plan: EntityPlan,
    options: ListOptions,
    args: PageArguments,
    p: ParameterList<Filter>,
    asOf: () => string,
  ): string[] {
    const targetOf = (entity: string) => ({
      typeName: this.#typeName(entity),
      table: planFor(this.model, entity).table,
    });
    return filterConditions(plan, options, filterOf(args), p, targetOf, asOf);
  }

  async #byIds(
    plan: EntityPlan,
    properties: ReadonlySet<string>,
    wanted: readonly WantedRow[],
  ): Promise<(Row | null)[]> {
    const p = new Parameters();
    const rows = await this.session.query<Row & { $n: number }>(byIds(plan, properties, wanted, p), p.values);
    const answers: (Row | null)[] = wanted.map(() => null);
    for (const row of rows) answers[row.$n - 1] = this.#tag(plan, row, wanted[row.$n - 1]!.asOf);
    return answers;
  }

  async #pages(
    plan: EntityPlan,
    relation: ManyRelation,
    args: PageArguments,
    parents: readonly WantedRow[],
    info: GraphQLResolveInfo,
  ): Promise<Row[][]> {
    const p = new Parameters(filterOf(args));
    const conditions = this.#conditions(plan, relation, args, p, () => 'wanted.as_of');
    const properties = propertiesFor(this.model, plan, nodeFields(info));
    const request = { ...pageRequest(plan, relation, args), properties, conditions };
    const sql = pagePerParent(plan, relation.via, parents, request, p);
    const pages: Row[][] = parents.map(() => []);
    for (const row of await this.session.query<Row & { $n: number }>(sql, p.values)) {
      pages[row.$n - 1]!.push(row);
    }
    return pages;
  }

  async #counts(
    plan: EntityPlan,
    relation: ManyRelation,
    args: PageArguments,
    parents: readonly WantedRow[],
  ): Promise<number[]> {
    const p = new Parameters(filterOf(args));
    const conditions = this.#conditions(plan, relation, args, p, () => 'wanted.as_of');
    const sql = countPerParent(plan, relation.via, parents, conditions, p);
    const counts = parents.map(() => 0);
    for (const { $n, count } of await this.session.query<{ $n: number; count: number }>(sql, p.values))
      counts[$n - 1] = count;
    return counts;
  }

  async #countAll(
    plan: EntityPlan,
    options: ListOptions,
    args: PageArguments,
    asOf: string,
  ): Promise<number> {
    const p = new Parameters(filterOf(args));
    const conditions = this.#conditions(plan, options, args, p, () => p.add(asOf, 'date'));
    const rows = await this.session.query<{ count: number }>(countAll(plan, conditions, asOf, p), p.values);
    return rows[0]!.count;
  }

  /** Marks a row with its entity and the date what hangs below it is read as of; notes it where reads are audited. */
  #tag(plan: EntityPlan, row: Row, asOf: string): Row {
    row[ENTITY] = plan.key;
    row[AS_OF] = plan.asOf && typeof row[plan.asOf] === 'string' ? (row[plan.asOf] as string) : asOf;
    if (plan.audited) {
      const seen = this.audited.get(plan.typeName ?? plan.key) ?? new Set();
      this.audited.set(plan.typeName ?? plan.key, seen.add(row.id));
    }
    return row;
  }

  #loader<V>(
    key: string,
    load: (wanted: readonly WantedRow[]) => Promise<V[]>,
  ): DataLoader<WantedRow, V, string> {
    const existing = this.#loaders.get(key);
    if (existing) return existing as DataLoader<WantedRow, V, string>;
    const loader = new DataLoader<WantedRow, V, string>(load, {
      cacheKeyFn: ({ id, asOf }) => `${id}|${asOf}`,
    });
    this.#loaders.set(key, loader as DataLoader<WantedRow, unknown, string>);
    return loader;
  }
}

type Filter = Readonly<Record<string, unknown>>;

const filterOf = ({ filter }: PageArguments): Filter => filter ?? {};

const nodeFields = (info: GraphQLResolveInfo): Set<string> =>
  selectedFields(info, ['edges', 'node'], ['nodes']);

/**
 * The response path without list positions: all rows of one field path share a loader. The types belong to it, because
 * below an interface one response name may stand for another field, or other arguments, on each type.
 */
function pathKey(info: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let step: GraphQLResolveInfo['path'] | undefined = info.path; step; step = step.prev) {
    if (typeof step.key === 'string') keys.push(`${step.typename}.${step.key}`);
  }
  return keys.join('<');
}

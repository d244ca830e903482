import DataLoader from 'dataloader';
import {
  getArgumentValues,
  isNonNullType,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from '../execution/operation.js';
import { AS_OF, ENTITY, idOf, type Row } from '../reading/row.js';
import type { Bound } from './bound.js';
import { complete, failedAt, pathBelow, type Found, type Path, type Place } from './complete.js';
import type { CompilerParts } from './compiling.js';
import {
  IDS,
  NotCompiled,
  ROW,
  VIOLATION,
  type BatchPlan,
  type Hole,
  type OperationPlan,
  type Work,
} from './plan.js';
import { rowFrom } from './row-sql.js';
import { selectedOn, selectionsBelow, type Selecting } from './selected-fields.js';

/** A part of the answer as JSON gave it. */
type Json = Record<string, unknown>;

/** A row somebody has named: which, and as of when what hangs below it is read. */
interface Named {
  readonly id: number;
  readonly asOf: string;
}

/** What one run of a plan goes over. */
export interface PlanRunParts {
  readonly parts: CompilerParts;
  readonly plan: OperationPlan;
  readonly bound: Bound;
  readonly selecting: Selecting;
  readonly operation: OperationDefinitionNode;
  /** What resolvers get. */
  readonly context: Operation;
  /** The rows below a field whose value JavaScript gives. */
  readonly batchFor: (type: GraphQLObjectType, sets: readonly SelectionSetNode[]) => BatchPlan;
}

/** Refuses a request that the plan is not true of, before anything is asked of the database. @throws NotCompiled */
export function valuesFor(
  { statement, guards }: Pick<OperationPlan, 'guards'> & { statement: OperationPlan['statement'] },
  bound: Bound,
): unknown[] {
  try {
    for (const guard of guards) guard(bound);
    return (statement?.values ?? []).map((read) => read(bound));
  } catch (error) {
    // What is wrong with an argument is wrong at its field, which the resolvers find.
    throw new NotCompiled('an argument is refused', { cause: error });
  }
}

/** The JSON text a statement gave. @throws NotCompiled where something is missing in it that must be there. */
export function checkedText(text: string): string {
  if (text.includes(`"${VIOLATION}"`)) throw new NotCompiled('a value is missing that must be there');
  return text;
}

/**
 * Runs a plan in an operation's session: the statement first, then JavaScript for what is left, in one pass over the
 * answer, so that whatever batches its reads batches those of all rows.
 */
export class PlanRun {
  readonly #errors: GraphQLError[] = [];
  readonly #loaders = new Map<BatchPlan, DataLoader<Named, string | null, string>>();
  /** Found in the middle of the run, when what is above is already being filled. */
  #notCompiled: NotCompiled | undefined;

  constructor(private readonly run: PlanRunParts) {}

  /** @throws NotCompiled where the resolvers must answer instead; DatabaseError. */
  async execute(): Promise<ExecutionResult> {
    const { plan, bound, context } = this.run;
    const data = emptyObject();
    if (plan.statement) {
      const [row] = await context.session.query<{ json: string }>(
        plan.statement.text,
        valuesFor(plan, bound),
      );
      Object.assign(data, JSON.parse(checkedText(row!.json)) as Json);
    } else if (plan.work) {
      for (const { key } of plan.work.holes) data[key] = null;
    }
    try {
      if (plan.work) await this.#fill(data, plan.work, undefined);
    } catch (error) {
      throw this.#notCompiled ?? error;
    }
    if (this.#notCompiled) throw this.#notCompiled;
    return this.#errors.length > 0 ? { errors: this.#errors, data } : { data };
  }

  /** Does what is left to do with an object of the answer. Throws what makes the object itself null. */
  async #fill(object: Json, work: Work, path: Path | undefined): Promise<void> {
    const { row, audited } = work;
    const source = row ? rowFrom(row, object[ROW] as Json) : object;
    if (audited) this.#note(audited, object[IDS] as number[]);
    delete object[ROW];
    delete object[IDS];
    await settled([
      ...work.holes.map((hole) =>
        this.#fillHole(object, hole, work.type, row || path ? source : undefined, path),
      ),
      ...work.inner.map(async ({ key, type, nodes, work: inner }) => {
        const at = pathBelow(path, key, work.type.name);
        try {
          await this.#fillValue(object[key], type, inner, nodes, at);
        } catch (error) {
          object[key] = this.#nullAt(error, type, nodes, at);
        }
      }),
    ]);
  }

  #note(audited: NonNullable<Work['audited']>, ids: readonly number[]): void {
    const seen = this.run.context.read.audited;
    const type = audited.typeName ?? audited.key;
    if (ids.length > 0) seen.set(type, new Set([...(seen.get(type) ?? []), ...ids]));
  }

  async #fillValue(
    value: unknown,
    type: GraphQLOutputType,
    work: Work,
    nodes: readonly FieldNode[],
    path: Path,
  ): Promise<void> {
    if (value === null || value === undefined) return;
    if (!Array.isArray(value)) return this.#fill(value as Json, work, path);
    const items = value as (Json | null)[];
    // The rows of a page are never null, so what makes one null makes the page so.
    await settled(
      items.map(async (item, index) => {
        const at = pathBelow(path, index);
        try {
          if (item) await this.#fill(item, work, at);
        } catch (error) {
          throw failedAt(error, nodes, at);
        }
      }),
    );
  }

  /** Null in the place of what failed, where it may stand; else throws on. */
  #nullAt(error: unknown, type: GraphQLOutputType, nodes: readonly FieldNode[], path: Path): null {
    const located = failedAt(error, nodes, path);
    if (isNonNullType(type)) throw located;
    this.#errors.push(located);
    return null;
  }

  async #fillHole(
    object: Json,
    hole: Hole,
    parent: GraphQLObjectType,
    source: unknown,
    path: Path | undefined,
  ): Promise<void> {
    const at = pathBelow(path, hole.key, parent.name);
    try {
      object[hole.key] = await this.#answer(hole, parent, source, at);
    } catch (error) {
      object[hole.key] = this.#nullAt(error, hole.field.type, hole.nodes, at);
    }
  }

  /** Asks a field's own code, and makes of what it gives what the answer shows. */
  async #answer(
    { coordinate, field, nodes }: Omit<Hole, 'key'>,
    parentType: GraphQLObjectType,
    source: unknown,
    path: Path,
  ): Promise<unknown> {
    const { parts, selecting, operation, context } = this.run;
    const info: GraphQLResolveInfo = {
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType,
      path,
      schema: selecting.schema,
      fragments: selecting.fragments as Record<string, FragmentDefinitionNode>,
      rootValue: undefined,
      operation,
      variableValues: selecting.variables as Record<string, unknown>,
    };
    const args = getArgumentValues(field, nodes[0]!, selecting.variables);
    const value = parts.wiring.get(coordinate)!.value(source, args, context, info);
    const sets = selectionsBelow(nodes);
    const place: Place = {
      coordinate,
      nodes,
      info,
      note: (error) => this.#errors.push(error),
      isRow: ({ name }) => parts.composition.entityOfType.has(name),
      typeOf: (type, one, of) => this.#typeOf(type, one, of),
      find: (type, one) =>
        parts.composition.entityOfType.has(type.name)
          ? this.#row(type, one, sets, context.dateFor(source, info))
          : (at) => this.#object(type, one, sets, at),
    };
    return complete(place, field.type, value, path);
  }

  async #typeOf(
    type: GraphQLAbstractType,
    value: unknown,
    info: GraphQLResolveInfo,
  ): Promise<GraphQLObjectType> {
    const name = await type.resolveType?.(value, this.run.context, info, type);
    const object = typeof name === 'string' ? this.run.selecting.schema.getType(name) : undefined;
    if (!object) throw new Error(`Abstract type "${type.name}" must resolve to an object type at runtime.`);
    return object as GraphQLObjectType;
  }

  /** An object that is no row: each of its fields is asked by itself. */
  async #object(
    type: GraphQLObjectType,
    source: unknown,
    sets: readonly SelectionSetNode[],
    path: Path,
  ): Promise<Json> {
    const object = emptyObject();
    const selected = selectedOn(this.run.selecting, type, sets);
    for (const { key } of selected) object[key] = null;
    await Promise.all(
      selected.map(async ({ key, nodes }) => {
        const name = nodes[0]!.name.value;
        if (name === '__typename') {
          object[key] = type.name;
          return;
        }
        const field = type.getFields()[name]!;
        await this.#fillHole(
          object,
          { key, nodes, field, coordinate: `${type.name}.${name}` },
          type,
          source,
          path,
        );
      }),
    );
    return object;
  }

  /** A row that a field's code has named: by its id, a row of the reader or an entity. */
  async #row(
    type: GraphQLObjectType,
    value: object | number,
    sets: readonly SelectionSetNode[],
    date: string,
  ): Promise<Found | null> {
    const id = idOf(value);
    if (id === null) return null;
    const batch = this.run.batchFor(type, sets);
    const asOf = typeof value === 'object' && ENTITY in value ? ((value as Row)[AS_OF] ?? date) : date;
    const json = await this.#loader(batch).load({ id, asOf });
    if (json === null) return null;
    return async (path) => {
      // Another place may show the same row: each has an object of its own.
      const object = JSON.parse(json) as Json;
      if (batch.work) await this.#fill(object, batch.work, path);
      return object;
    };
  }

  #loader(batch: BatchPlan): DataLoader<Named, string | null, string> {
    const known = this.#loaders.get(batch);
    if (known) return known;
    const loader = new DataLoader<Named, string | null, string>((named) => this.#load(batch, named), {
      cacheKeyFn: ({ id, asOf }) => `${id}|${asOf}`,
    });
    this.#loaders.set(batch, loader);
    return loader;
  }

  async #load(batch: BatchPlan, named: readonly Named[]): Promise<(string | null)[]> {
    const { bound, context } = this.run;
    const [ids, dates] = [named.map(({ id }) => id), named.map(({ asOf }) => asOf)];
    try {
      const values = valuesFor(batch, bound.forRows(ids, dates));
      const rows = await context.session.query<{ n: number; json: string | null }>(
        batch.statement.text,
        values,
      );
      const answers: (string | null)[] = named.map(() => null);
      for (const { n, json } of rows) answers[n - 1] = json && checkedText(json);
      return answers;
    } catch (error) {
      if (error instanceof NotCompiled) this.#notCompiled = error;
      throw error;
    }
  }
}

/** Without a prototype, so that a field that is called `__proto__` in the answer is a field like any other. */
const emptyObject = (): Json => Object.create(null) as Json;

/** Waits for all, also where one fails: what it would leave behind would run into the end of the session. */
async function settled(promises: readonly Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(promises);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

import {
  GraphQLError,
  execute,
  getOperationAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { DatabaseError, type Session } from '@phoihop/database';
import { anonymous, type Caller, type Clock } from '../contract/context.js';
import { ProblemError } from '../contract/problem.js';
import type { PluginServices } from '../contract/services.js';
import type { Locale } from '../contract/translated.js';
import { demand, demandsOf, type OperationDemands } from '../access/operation-ring.js';
import type { Composition } from '../composition/compose.js';
import { checkedText, valuesFor } from '../compilation/run-plan.js';
import { explainPlan, type QueryExplanation } from '../compilation/explain.js';
import { NotCompiled } from '../compilation/plan.js';
import { Plans, type PlannedQuery } from '../compilation/plans.js';
import { isAftermath } from './errors.js';
import { unavailability, type Started } from './lifecycle.js';
import type { OperationLimits } from './limits.js';
import { describeIn } from './localized-schema.js';
import { Operation } from './operation.js';
import type { CallerOfWork, HostTransaction } from './host-transaction.js';
import { idempotently } from './idempotency.js';
import { openTablesOf } from './plugin-tables.js';
import { RightsChanged, withGrounds } from './grounds.js';
import { RightsOfCallers } from './rights-of-callers.js';
import { limitRows } from './rows-asked-for.js';
import type { Translator } from './translate.js';
import { coerceVariables } from './variables.js';
import { wireSchema } from './wire.js';

/** One operation to run; `document` is parsed and validated against `Engine.schema`. */
export interface OperationRequest {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly caller?: Caller;
  readonly locale?: Locale;
  readonly requestId?: string;
  readonly signal?: AbortSignal;
  /**
   * How a query is read: compiled to SQL where it can be, or by the resolvers of its fields alone. The answer is the
   * same, which is what tests compare.
   */
  readonly reading?: 'compiled' | 'resolvers';
  /** Whether the host keeps to itself what the schema has: then errors about variables name no fields and values. */
  readonly schemaHidden?: boolean;
}

/** A request with what is not said filled in. */
export interface FullRequest extends OperationRequest {
  readonly caller: Caller;
  readonly locale: Locale;
  readonly requestId: string;
}

/** What operations run over. */
export interface ExecutorParts {
  readonly composition: Composition;
  readonly started: Started;
  readonly clock: Clock;
  readonly limits: OperationLimits;
  readonly translate: Translator;
  readonly services: (pluginId: string) => PluginServices;
}

/** An answer that is whole as the database wrote it: the JSON of `data`. */
export interface CompiledResult {
  readonly json: string;
}

/** What a request asks for. */
interface Asked {
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Runs validated operations: demands first, then one transaction with the caller's rights. */
export class Executor {
  readonly #parts: ExecutorParts;
  #vietnamese?: GraphQLSchema;
  readonly #pluginStates: Operation['pluginStates'];
  readonly #auditedTypes: ReadonlySet<string>;
  readonly #plans: Plans;
  readonly #rights: RightsOfCallers;
  readonly #demands = new WeakMap<DocumentNode, Map<OperationDefinitionNode, OperationDemands>>();

  constructor(parts: ExecutorParts) {
    this.#parts = parts;
    const { composition, started } = parts;
    const plans = [...composition.readModel.plans.values()];
    this.#auditedTypes = new Set(
      plans.flatMap(({ audited, typeName }) => (audited && typeName ? [typeName] : [])),
    );
    this.#rights = new RightsOfCallers(composition, parts.clock);
    this.#pluginStates = new Map([...started.statuses].map(([id, { state }]) => [id, state]));
    const wiring = wireSchema(composition, this.#availability);
    const openTables = openTablesOf(composition.plugins);
    this.#plans = new Plans({ composition, wiring, availability: this.#availability, openTables });
  }

  /**
   * @throws ProblemError where the operation is refused as a whole, DatabaseError where its transaction fails,
   *   RightsChanged where the caller's rights are not those of today.
   */
  async run(request: FullRequest): Promise<ExecutionResult | CompiledResult> {
    try {
      return await this.#run(request);
    } catch (error) {
      if (error instanceof DatabaseError && error.code === 'UNEXPECTED_STATE') throw new RightsChanged();
      // Whoever has been given a right since is not refused for want of it.
      if (error instanceof ProblemError) await this.#confirm(request.caller);
      throw error;
    }
  }

  /** For answers that asked nothing of the database. @throws RightsChanged */
  async #confirm({ grounds }: Caller): Promise<void> {
    if (!grounds) return;
    const [row] = await this.#parts.started.database.read<{ said: string }>(
      {},
      `select (${grounds.sql})::text as "said"`,
    );
    if (row!.said !== grounds.value) throw new RightsChanged();
  }

  async #run(request: FullRequest): Promise<ExecutionResult | CompiledResult> {
    const { composition, limits } = this.#parts;
    const asked = this.#askedIn(request);
    if ('problems' in asked) return { errors: asked.problems.map(asGraphQLError) };
    const { operation, variables } = asked;
    const demands = this.#demandsOf(request.document, operation);
    const signedIn = request.caller.userId !== null;
    const flags = this.#rights.flagsOf(request.caller);
    demand(demands, flags, signedIn, variables);
    const { schema, owners } = composition;
    limitRows({ schema, document: request.document, operation, variables, pages: owners.pages }, limits.rows);
    if (!demands.touchesData) {
      await this.#confirm(request.caller);
      return this.#introspect(request);
    }
    const compiled = request.reading === 'resolvers' ? null : this.#planOf(request, asked, flags);
    if (!compiled) return this.#runInTransaction(request, demands, flags);
    try {
      return await (compiled.plan.work
        ? this.#runInTransaction(request, demands, flags, compiled)
        : this.#readAtOnce(request, compiled));
    } catch (error) {
      if (!(error instanceof NotCompiled)) throw error;
      return this.#runInTransaction(request, demands, flags);
    }
  }

  /** The operation that is meant, its variables checked, or everything that is wrong with these. */
  #askedIn({
    document,
    operationName,
    variables,
    schemaHidden,
  }: Pick<FullRequest, 'document' | 'operationName' | 'variables' | 'schemaHidden'>):
    | Asked
    | { problems: readonly Error[] } {
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new ProblemError('OPERATION_RESOLUTION_FAILURE');
    const coerced = coerceVariables(this.#parts.composition.schema, operation, variables ?? {}, schemaHidden);
    return 'problems' in coerced ? coerced : { operation, variables: coerced.values };
  }

  /** Compiled queries only: what is changed is changed by code. */
  #planOf(
    { document, locale, caller }: FullRequest,
    { operation, variables }: Asked,
    flags: Uint8Array,
  ): PlannedQuery | null {
    if (operation.operation !== 'query') return null;
    const { businessDate } = this.#parts.clock;
    const rights = { flags, locale, narrow: this.#rights.narrowFor(caller) };
    return this.#plans.find({ document, operation, variables, rights, businessDate });
  }

  /**
   * What a query becomes for its caller; nothing of it is run.
   * @throws ProblemError where the operation or its variables are wrong; NotCompiled where resolvers answer it.
   */
  async explain(request: FullRequest): Promise<QueryExplanation> {
    const { composition, started } = this.#parts;
    const asked = this.#askedIn(request);
    if ('problems' in asked) throw asked.problems[0]!;
    const compiled = this.#planOf(request, asked, this.#rights.flagsOf(request.caller));
    if (!compiled) throw new NotCompiled('The operation is a mutation, or introspection beside data.');
    const { database } = started;
    const { rules } = composition;
    return explainPlan(compiled, { database, rules, settings: this.#rights.settingsOf(request.caller) });
  }

  /** One statement whose text is the answer: with the caller's rights set only where rows depend on them. */
  async #readAtOnce({ caller, signal }: FullRequest, { plan, bound }: PlannedQuery): Promise<CompiledResult> {
    const values = valuesFor(plan, bound);
    const settings = plan.needsSession ? this.#rights.settingsOf(caller) : undefined;
    const planned = plan.valuesDecide ? 'for its values' : undefined;
    const { grounds } = caller;
    const text = withGrounds(plan.statement!, grounds);
    const [row] = await this.#parts.started.database.read<{ json: string; grounds?: string }>(
      { settings, signal, planned },
      text,
      values,
    );
    if (grounds && row!.grounds !== grounds.value) throw new RightsChanged();
    return { json: checkedText(row!.json) };
  }

  async #runInTransaction(
    request: FullRequest,
    demands: OperationDemands,
    flags: Uint8Array,
    compiled?: PlannedQuery,
  ): Promise<ExecutionResult> {
    const { database } = this.#parts.started;
    const settings = this.#rights.settingsOf(request.caller);
    const expect = request.caller.grounds;
    const isQuery = demands.operation.operation === 'query';
    const readOnly = isQuery && !this.#mayReadAudited(demands);
    let result: ExecutionResult = {};
    let operation: Operation | undefined;
    try {
      await database.transaction(
        { readOnly, oneView: !readOnly && isQuery, settings, signal: request.signal, expect },
        async (session) => {
          operation = this.#operation(request, session, flags, isOneChange(demands.operation));
          result = compiled
            ? await this.#plans.run(compiled, demands.operation, operation)
            : await this.#resolve(request, operation);
          if (operation.undone) throw new Undone();
          if (!readOnly) await operation.auditReads();
        },
      );
    } catch (error) {
      if (!(error instanceof Undone)) return withoutAftermath(result, error);
    }
    // Audited rows that a change has read which failed, or that only a resolver's own code asked for: nothing of them
    // is shown before it is recorded.
    const { read, undone } = operation!;
    if ((readOnly || undone) && read.audited.size > 0) {
      await database.transaction({ settings, signal: request.signal }, (session) =>
        operation!.auditReads(session),
      );
    }
    return result;
  }

  /** By graphql-js over the resolvers of the fields. */
  async #resolve(
    { document, operationName, variables }: Pick<FullRequest, 'document' | 'operationName' | 'variables'>,
    contextValue: Operation,
  ): Promise<ExecutionResult> {
    const { schema } = this.#parts.composition;
    return execute({ schema, document, operationName, variableValues: variables, contextValue });
  }

  /**
   * Work of a host in one transaction with the caller's rights: what is read for it and audited is recorded with it, or,
   * where the work fails, after it.
   * @throws what `work` throws; DatabaseError; RightsChanged where the caller's rights are not those of today.
   */
  async inTransaction<T>(
    request: CallerOfWork,
    work: (transaction: HostTransaction) => Promise<T>,
  ): Promise<T> {
    const { database } = this.#parts.started;
    const { caller, signal } = request;
    const settings = this.#rights.settingsOf(caller);
    const flags = this.#rights.flagsOf(caller);
    const begin = (session: Session): Operation => this.#operation(request, session, flags, false);
    /** Only those with something to record: a file has thousands of rows. */
    const seen = new Set<Operation>();
    const note = (operation: Operation): void => {
      if (operation.read.audited.size > 0) seen.add(operation);
    };
    const record = async (session: Session): Promise<void> => {
      for (const operation of seen) await operation.auditReads(session);
    };
    try {
      return await database.transaction({ settings, signal, expect: caller.grounds }, async (session) => {
        const context = begin(session);
        try {
          const result = await work({
            context,
            run: (document, variables) => {
              const operation = begin(session);
              return this.#changeWithin(request, { document, variables }, operation).finally(() =>
                note(operation),
              );
            },
            once: (name, input, run) => idempotently(context, name, { input }, run),
          });
          note(context);
          await record(session);
          return result;
        } finally {
          note(context);
        }
      });
    } catch (error) {
      if (error instanceof DatabaseError && error.code === 'UNEXPECTED_STATE') throw new RightsChanged();
      if (seen.size > 0) await database.transaction({ settings }, record);
      throw error;
    }
  }

  /** A mutation as one of several in a transaction that somebody else ends. */
  async #changeWithin(
    request: CallerOfWork,
    { document, variables }: Pick<OperationRequest, 'document' | 'variables'>,
    operation: Operation,
  ): Promise<ExecutionResult> {
    const asked = this.#askedIn({ ...request, document, variables });
    if ('problems' in asked) return { errors: asked.problems.map(asGraphQLError) };
    const demands = this.#demandsOf(document, asked.operation);
    demand(demands, operation.flags, request.caller.userId !== null, asked.variables);
    return this.#resolve({ ...request, document, variables }, operation);
  }

  #operation(request: CallerOfWork, session: Session, flags: Uint8Array, alone: boolean): Operation {
    const { composition, clock, translate, services } = this.#parts;
    const { caller, locale, requestId } = request;
    return new Operation({
      caller,
      locale,
      clock,
      requestId,
      session,
      flags,
      alone,
      composition,
      availability: this.#availability,
      translate: (key, facts) => translate(locale, key, facts),
      services,
      pluginStates: this.#pluginStates,
    });
  }

  /** Whether the caller passes the rule of `Type.field`. */
  mayAsk(caller: Caller, coordinate: string): boolean {
    const rule = this.#parts.composition.rules.indexOf(coordinate);
    return rule !== undefined && this.#rights.flagsOf(caller)[rule] === 1;
  }

  #availability = (plugin: string): ProblemError | null =>
    unavailability(this.#parts.started.statuses.get(plugin));

  /** A query that may read audited rows writes the audit row in its own transaction: no row is shown unrecorded. */
  #mayReadAudited({ types }: OperationDemands): boolean {
    return [...this.#auditedTypes].some((type) => types.has(type));
  }

  /** Introspection reads no data; its descriptions come in the caller's language. */
  async #introspect({ document, operationName, variables, locale }: FullRequest): Promise<ExecutionResult> {
    const schema = locale === 'vi' ? this.#inVietnamese() : this.#parts.composition.schema;
    return execute({ schema, document, operationName, variableValues: variables });
  }

  /** Made when it is first asked for: half of what starting would cost otherwise, and most processes never need it. */
  #inVietnamese(): GraphQLSchema {
    const { schema, vietnamese } = this.#parts.composition;
    return (this.#vietnamese ??= describeIn(schema, vietnamese));
  }

  #demandsOf(document: DocumentNode, operation: OperationDefinitionNode): OperationDemands {
    const known = this.#demands.get(document) ?? new Map<OperationDefinitionNode, OperationDemands>();
    this.#demands.set(document, known);
    const { schema, rules } = this.#parts.composition;
    const demands = known.get(operation) ?? demandsOf(schema, document, operation, rules);
    known.set(operation, demands);
    return demands;
  }
}

/** Takes back the transaction of a change that has failed, of which the answer tells. */
class Undone extends Error {}

/** Whether an operation is a mutation of one field: no other's work is in its transaction. */
function isOneChange({ operation, selectionSet: { selections } }: OperationDefinitionNode): boolean {
  return operation === 'mutation' && selections.length === 1 && selections[0]!.kind === 'Field';
}

/** Any error as graphql-js carries it. */
export const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('failed', { originalError: error as Error });

/** The defaults of a request. */
export const fullRequest = (request: OperationRequest, requestId: string): FullRequest => ({
  ...request,
  caller: request.caller ?? anonymous,
  locale: request.locale ?? 'vi',
  requestId: request.requestId ?? requestId,
});

/**
 * A statement that fails takes the transaction with it: what failed first is told, with nothing of the data, and not
 * what failed because of it.
 * @throws `error` where no field has failed before the transaction did.
 */
function withoutAftermath({ errors = [] }: ExecutionResult, error: unknown): ExecutionResult {
  const first = errors.filter((one) => !isAftermath(one));
  if (
    first.length === 0 ||
    !(error instanceof Error) ||
    !('code' in error) ||
    error.code !== 'TRANSACTION_ABORTED'
  ) {
    throw error;
  }
  return { errors: first };
}

import { randomUUID } from 'node:crypto';
import {
  GraphQLError,
  execute,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Database } from '@phoihop/database';
import { anonymous, type Caller, type Clock } from '../contract/context.js';
import type { Plugin } from '../contract/plugin.js';
import type { PluginServices } from '../contract/services.js';
import type { Locale } from '../contract/translated.js';
import { compose, type Composition } from '../composition/compose.js';
import { demand, demandsOf, type OperationDemands } from '../access/operation-ring.js';
import { presentError } from './errors.js';
import { startPlugins, unavailability, type DatabaseLocation, type PluginState, type PluginStatus, type Started } from './lifecycle.js';
import { defaultLimits, limitRules, type OperationLimits } from './limits.js';
import { describeIn } from './localized-schema.js';
import { Operation } from './operation.js';
import { makeTranslator, type Translator } from './translate.js';
import { wireSchema } from './wire.js';

/** What an engine is made of. */
export interface EngineOptions {
  readonly plugins: readonly Plugin[];
  readonly database: DatabaseLocation;
  readonly clock: Clock;
  /** Options by plugin id. */
  readonly pluginOptions?: Readonly<Record<string, unknown>>;
  readonly limits?: Partial<OperationLimits>;
  readonly log?: (message: string, facts?: Record<string, unknown>) => void;
  readonly onProgress?: (message: string) => void;
}

/** One operation to run; `document` is parsed and validated against {@link Engine.schema}. */
export interface OperationRequest {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly caller?: Caller;
  readonly locale?: Locale;
  readonly requestId?: string;
  readonly signal?: AbortSignal;
}

/** A running graph: the composed plugins over one database. Knows nothing of HTTP. */
export class Engine {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly #vietnamese: GraphQLSchema;
  readonly #translate: Translator;
  readonly #pluginStates: ReadonlyMap<string, PluginState>;
  readonly #auditedTypes: ReadonlySet<string>;
  readonly #demands = new WeakMap<DocumentNode, Map<string, OperationDemands>>();

  private constructor(
    readonly composition: Composition,
    private readonly started: Started,
    private readonly options: EngineOptions,
  ) {
    this.schema = composition.schema;
    this.limits = { ...defaultLimits, ...options.limits };
    this.#translate = makeTranslator(composition.plugins);
    this.#pluginStates = new Map([...started.statuses].map(([id, { state }]) => [id, state]));
    const plans = [...composition.readModel.plans.values()];
    this.#auditedTypes = new Set(plans.flatMap(({ audited, typeName }) => (audited && typeName ? [typeName] : [])));
    wireSchema(composition, (plugin) => unavailability(started.statuses.get(plugin)));
    this.#vietnamese = describeIn(composition.schema, composition.vietnamese);
  }

  /**
   * Composes and starts.
   * @throws CompositionError before anything is touched; Error where core cannot be started.
   */
  static async start(options: EngineOptions): Promise<Engine> {
    const composition = compose(options.plugins);
    const started = await startPlugins({
      composition,
      location: options.database,
      clock: options.clock,
      options: options.pluginOptions ?? {},
      log: options.log ?? (() => {}),
      onProgress: options.onProgress,
    });
    return new Engine(composition, started, options);
  }

  get database(): Database {
    return this.started.database;
  }

  get statuses(): ReadonlyMap<string, PluginStatus> {
    return this.started.statuses;
  }

  get clock(): Clock {
    return this.options.clock;
  }

  /** What a plugin's hooks get; hosts use it to reach a plugin's own ports (core's sign-in). */
  servicesFor(pluginId: string): PluginServices {
    const plugin = this.composition.plugins.find(({ id }) => id === pluginId);
    if (!plugin) throw new Error(`There is no plugin ${pluginId}.`);
    return this.started.services(plugin);
  }

  /** Parses, validates and runs: for tests, the command line and other hosts without an HTTP library. */
  async graphql(request: Omit<OperationRequest, 'document'> & { source: string }): Promise<ExecutionResult> {
    let document: DocumentNode;
    try {
      document = parse(request.source, { maxTokens: this.limits.tokens });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { errors: [new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })] };
    }
    const problems = validate(this.schema, document, [...specifiedRules, ...limitRules(this.limits)]);
    if (problems.length > 0) return { errors: problems.map(asValidationError) };
    return this.execute({ ...request, document });
  }

  /** Runs a validated operation in one database transaction with the caller's rights. Never throws. */
  async execute(request: OperationRequest): Promise<ExecutionResult> {
    const locale = request.locale ?? 'vi';
    const requestId = request.requestId ?? randomUUID();
    const present = (error: GraphQLError): GraphQLError =>
      presentError(error, {
        locale,
        translate: this.#translate,
        onInternal: (cause, errorId) => this.options.log?.('internal error', { errorId, requestId, error: cause }),
      });
    try {
      const result = await this.#run(request, locale, requestId);
      return result.errors ? { ...result, errors: result.errors.map(present) } : result;
    } catch (error) {
      const wrapped = error instanceof GraphQLError ? error : new GraphQLError('failed', { originalError: error as Error });
      return { errors: [present(wrapped)] };
    }
  }

  async #run(request: OperationRequest, locale: Locale, requestId: string): Promise<ExecutionResult> {
    const caller = request.caller ?? anonymous;
    const demands = this.#demandsOf(request.document, request.operationName ?? null);
    const signedIn = caller.userId !== null;
    const flags = this.composition.rules.flagsFor({ signedIn, permissions: caller.permissions });
    demand(demands, flags, signedIn);
    if (!demands.touchesData) return this.#introspect(request, locale);
    let result: ExecutionResult = {};
    const transaction = this.database.transaction(
      { readOnly: demands.operation.operation === 'query' && !this.#mayReadAudited(demands), settings: this.#settings(caller), signal: request.signal },
      async (session) => {
        const operation = new Operation({
          caller,
          locale,
          clock: this.clock,
          requestId,
          session,
          flags,
          readModel: this.composition.readModel,
          entityOfType: this.composition.entityOfType,
          translate: (key, facts) => this.#translate(locale, key, facts),
          services: (pluginId) => this.servicesFor(pluginId),
          pluginStates: this.#pluginStates,
        });
        result = await execute({
          schema: this.schema,
          document: request.document,
          operationName: request.operationName,
          variableValues: request.variables,
          contextValue: operation,
        });
        await operation.auditReads();
        return result;
      },
    );
    return transaction.catch((error: unknown) => {
      // A resolver's statement failed and took the transaction with it: its error is the one to tell of, not the abort.
      if (result.errors && error instanceof Error && 'code' in error && error.code === 'TRANSACTION_ABORTED') return { errors: result.errors };
      throw error;
    });
  }

  /** A query that may read audited rows writes the audit row in its own transaction: no row is shown unrecorded. */
  #mayReadAudited({ types }: OperationDemands): boolean {
    return this.#auditedTypes.size > 0 && [...types].some((type) => type === 'Node' || this.#auditedTypes.has(type));
  }

  /** Introspection reads no data; its descriptions come in the caller's language. */
  async #introspect(request: OperationRequest, locale: Locale): Promise<ExecutionResult> {
    return execute({
      schema: locale === 'vi' ? this.#vietnamese : this.schema,
      document: request.document,
      operationName: request.operationName,
      variableValues: request.variables,
    });
  }

  #settings(caller: Caller): Record<string, string> {
    return {
      ...caller.settings,
      user_id: caller.userId === null ? '' : String(caller.userId),
      permissions: [...caller.permissions].join(','),
      business_date: this.clock.businessDate,
    };
  }

  #demandsOf(document: DocumentNode, operationName: string | null): OperationDemands {
    const operation = getOperationAST(document, operationName);
    if (!operation) {
      throw new GraphQLError('Name one of the operations of the document.', {
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
      });
    }
    const known = this.#demands.get(document) ?? new Map<string, OperationDemands>();
    this.#demands.set(document, known);
    const key = operationName ?? '';
    const demands = known.get(key) ?? demandsOf(this.schema, document, operation, this.composition.rules);
    known.set(key, demands);
    return demands;
  }

  /** Stops plugins in reverse order, then the database. */
  async stop(): Promise<void> {
    for (const plugin of [...this.composition.plugins].reverse()) {
      if (this.statuses.get(plugin.id)?.state === 'ENABLED') await plugin.hooks?.stop?.();
    }
    await this.database.close();
  }
}

const asValidationError = (error: GraphQLError): GraphQLError =>
  error.extensions['code']
    ? error
    : new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

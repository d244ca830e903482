import { randomUUID } from 'node:crypto';
import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Database } from '@phoihop/database';
import type { Caller, Clock } from '../contract/context.js';
import type { Plugin } from '../contract/plugin.js';
import type { ProblemError } from '../contract/problem.js';
import type { PluginServices } from '../contract/services.js';
import { refusal } from '../access/operation-ring.js';
import { compose, type Composition } from '../composition/compose.js';
import type { QueryExplanation } from '../compilation/explain.js';
import { presentError } from './errors.js';
import { RightsChanged } from './grounds.js';
import {
  Executor,
  asGraphQLError,
  fullRequest,
  type CompiledResult,
  type OperationRequest,
} from './executor.js';
import type { CallerOfWork, HostTransaction } from './host-transaction.js';
import {
  startPlugins,
  stopPlugins,
  type DatabaseLocation,
  type PluginStatus,
  type Started,
} from './lifecycle.js';
import { defaultLimits, limitRules, type OperationLimits } from './limits.js';
import { makeTranslator, type Translator } from './translate.js';

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

/** A running graph: the composed plugins over one database. Knows nothing of HTTP. */
export class Engine {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly #translate: Translator;
  readonly #executor: Executor;

  private constructor(
    readonly composition: Composition,
    private readonly started: Started,
    private readonly options: EngineOptions,
  ) {
    const { clock } = options;
    this.schema = composition.schema;
    this.limits = { ...defaultLimits, ...options.limits };
    this.#translate = makeTranslator(composition.plugins);
    this.#executor = new Executor({
      composition,
      started,
      clock,
      limits: this.limits,
      translate: this.#translate,
      services: (pluginId) => this.servicesFor(pluginId),
    });
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
    const document = this.parse(request.source);
    return 'kind' in document ? this.execute({ ...request, document }) : { errors: document };
  }

  /** A document that is valid and within limits, or what is wrong with it. */
  parse(source: string): DocumentNode | readonly GraphQLError[] {
    let document: DocumentNode;
    try {
      document = parse(source, { maxTokens: this.limits.tokens });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return [new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } })];
    }
    const problems = validate(this.schema, document, [...specifiedRules, ...limitRules(this.limits)]);
    return problems.length > 0 ? problems.map(asValidationError) : document;
  }

  /** Runs a validated operation in one database transaction with the caller's rights as given. Never throws. */
  async execute(request: OperationRequest): Promise<ExecutionResult> {
    const { caller } = request;
    const result = await this.answer(caller ? { ...request, caller: withoutGrounds(caller) } : request);
    return 'json' in result ? { data: JSON.parse(result.json) as ExecutionResult['data'] } : result;
  }

  /**
   * The same, without reading what the database has already written as JSON: for hosts that only pass it on.
   * @throws RightsChanged where what the caller's rights stand on is not so any more.
   */
  async answer(request: OperationRequest): Promise<ExecutionResult | CompiledResult> {
    const full = fullRequest(request, randomUUID());
    const present = (error: GraphQLError): GraphQLError => this.present(error, full);
    try {
      const result = await this.#executor.run(full);
      return 'errors' in result && result.errors ? { ...result, errors: result.errors.map(present) } : result;
    } catch (error) {
      if (error instanceof RightsChanged) throw error;
      return { errors: [this.present(error, full)] };
    }
  }

  /**
   * Does a host's own work in one transaction with the caller's rights.
   * @throws what `work` throws, DatabaseError, and RightsChanged as {@link answer}; see {@link present}.
   */
  transaction<T>(request: CallerOfWork, work: (transaction: HostTransaction) => Promise<T>): Promise<T> {
    return this.#executor.inTransaction(request, work);
  }

  /** An error as the caller may see it: with a code, in the caller's language; others are masked and logged. */
  present(error: unknown, { locale, requestId }: Pick<CallerOfWork, 'locale' | 'requestId'>): GraphQLError {
    return presentError(asGraphQLError(error), {
      locale,
      translate: this.#translate,
      onInternal: (cause, errorId) =>
        this.options.log?.('internal error', { errorId, requestId, error: cause }),
    });
  }

  /** Whether the rule of `Type.field` lets the caller ask for it; rows and values are decided when it is asked. */
  mayAsk(caller: Caller, coordinate: string): boolean {
    return this.#executor.mayAsk(caller, coordinate);
  }

  /** How a caller is refused who may not ask for `Type.field`. */
  refusal(caller: Caller, coordinate: string): ProblemError {
    return refusal(coordinate, caller.userId !== null, this.composition.rules);
  }

  /**
   * What a query becomes for its caller: the statement, what is left to JavaScript, the rules, the estimated cost.
   * @throws ProblemError where the operation or its variables are wrong; Error where it is not compiled, saying why.
   */
  explain(request: OperationRequest): Promise<QueryExplanation> {
    return this.#executor.explain(fullRequest(request, randomUUID()));
  }

  /** Stops plugins in reverse order, then the database. */
  async stop(): Promise<void> {
    await stopPlugins(this.composition.plugins, this.started, this.options.log ?? (() => {}));
  }
}

const plain = new WeakMap<Caller, Caller>();

/** For whoever has just loaded the caller. */
function withoutGrounds(caller: Caller): Caller {
  if (!caller.grounds) return caller;
  const known = plain.get(caller) ?? { ...caller, grounds: undefined };
  plain.set(caller, known);
  return known;
}

const asValidationError = (error: GraphQLError): GraphQLError =>
  error.extensions['code']
    ? error
    : new GraphQLError(error.message, {
        nodes: error.nodes,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });

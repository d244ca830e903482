import type {
  DocumentNode,
  ExecutionResult,
  FragmentDefinitionNode,
  GraphQLObjectType,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import type { Operation } from '../execution/operation.js';
import { Bound } from './bound.js';
import { Compiling, type CompilerParts, type CompilerRights } from './compiling.js';
import { compileBatch, compileQuery, queryRoot } from './operation-sql.js';
import { NotCompiled, type BatchPlan, type OperationPlan } from './plan.js';
import { PlanRun } from './run-plan.js';
import type { Selecting } from './selected-fields.js';
import { shapeOf } from './variable-shape.js';

/** A query to be answered, its variables coerced. */
export interface Query {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly rights: CompilerRights;
  readonly businessDate: string;
}

/** A plan with what belongs to one request of it. */
export interface PlannedQuery {
  readonly plan: OperationPlan;
  readonly bound: Bound;
  readonly selecting: Selecting;
  batchFor(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): BatchPlan;
}

/** A plan that is kept. */
interface Kept {
  /** Null where the resolvers answer. */
  readonly plan: OperationPlan | null;
  readonly batches: Map<string, BatchPlan>;
}

/** Plans kept of one document: by rights, language and shape of variables. */
const plansOfDocument = 64;

/**
 * Plans by what they depend on: the document, the rules that the caller passes, where the caller sees little, the
 * language, and which variables are there. Documents are kept by whoever parses them; a document that is forgotten takes its plans along.
 */
export class Plans {
  readonly #kept = new WeakMap<DocumentNode, Map<string, Kept>>();
  readonly #sets = new WeakMap<SelectionSetNode, number>();
  #nextSet = 0;

  constructor(private readonly parts: CompilerParts) {}

  /** The plan of a query; nothing where it has to be left to the resolvers. */
  find(query: Query): PlannedQuery | null {
    const { document, operation, variables, rights, businessDate } = query;
    const bound = new Bound(variables, businessDate);
    const selecting = { schema: this.parts.composition.schema, fragments: fragmentsOf(document), variables };
    const { plan, batches } = this.#keep(query, () => this.#compile(rights, selecting, bound, operation));
    if (!plan) return null;
    return {
      plan,
      bound,
      selecting,
      batchFor: (type, sets) => {
        const key = [type.name, ...sets.map((set) => this.#idOf(set))].join('|');
        const known = batches.get(key);
        if (known) return known;
        const c = new Compiling(this.parts, rights, selecting, bound);
        const batch = compileBatch(c, c.entityOf(type.name)!, type, sets);
        if (c.cacheable) batches.set(key, batch);
        return batch;
      },
    };
  }

  /** Answers in an operation's session. @throws NotCompiled where the resolvers must answer instead; DatabaseError. */
  run(
    { plan, bound, selecting, batchFor }: PlannedQuery,
    operation: OperationDefinitionNode,
    context: Operation,
  ): Promise<ExecutionResult> {
    return new PlanRun({
      parts: this.parts,
      plan,
      bound,
      selecting,
      operation,
      context,
      batchFor,
    }).execute();
  }

  #compile(
    rights: CompilerRights,
    selecting: Selecting,
    bound: Bound,
    operation: OperationDefinitionNode,
  ): OperationPlan | null {
    try {
      const c = new Compiling(this.parts, rights, selecting, bound);
      return compileQuery(c, queryRoot(c), operation);
    } catch (error) {
      if (error instanceof NotCompiled) return null;
      throw error;
    }
  }

  #keep({ document, operation, variables, rights }: Query, compile: () => OperationPlan | null): Kept {
    const ofDocument = this.#kept.get(document) ?? new Map<string, Kept>();
    this.#kept.set(document, ofDocument);
    const key = [
      operation.name?.value ?? '',
      rights.locale,
      Buffer.from(rights.flags).toString('latin1'),
      rights.narrow.join(' '),
      shapeOf(this.parts.composition.schema, operation, variables),
    ].join('\n');
    const known = ofDocument.get(key);
    if (known) return known;
    const plan = compile();
    const kept: Kept = { plan, batches: new Map() };
    if (plan?.cacheable ?? true) ofDocument.set(key, kept);
    if (ofDocument.size > plansOfDocument) ofDocument.delete(ofDocument.keys().next().value!);
    return kept;
  }

  #idOf(set: SelectionSetNode): number {
    const id = this.#sets.get(set) ?? this.#nextSet++;
    this.#sets.set(set, id);
    return id;
  }
}

const fragmentsByDocument = new WeakMap<DocumentNode, Readonly<Record<string, FragmentDefinitionNode>>>();

function fragmentsOf(document: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> {
  const known = fragmentsByDocument.get(document);
  if (known) return known;
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null) as Record<
    string,
    FragmentDefinitionNode
  >;
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments[definition.name.value] = definition;
  }
  fragmentsByDocument.set(document, fragments);
  return fragments;
}

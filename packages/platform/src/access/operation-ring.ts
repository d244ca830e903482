import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  typeFromAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { ProblemError } from '../contract/problem.js';
import type { RuleBook } from './rules.js';

/** A rule that must hold or the whole operation is refused before any effect. */
interface Demand {
  readonly coordinate: string;
  readonly rule: number;
  /**
   * Rules of the nullable fields it stands below: where one of them refuses, null is answered there, and the demand
   * is never met with.
   */
  readonly below: readonly number[];
}

/** What one operation asks for, found once for each document. */
export interface OperationDemands {
  readonly operation: OperationDefinitionNode;
  /** Fields whose refusal refuses everything: non-null ones, and every field of a mutation. */
  readonly strict: readonly Demand[];
  /** Whether anything but introspection is selected: only then a database session is opened. */
  readonly touchesData: boolean;
  /** Names of the object and interface types selected from: whether an audited one may be read. */
  readonly types: ReadonlySet<string>;
}

/**
 * Walks a validated operation once. A field of an interface asks for nothing here: the concrete type's rule applies
 * when its type is known, never less.
 */
export function demandsOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, rules: RuleBook): OperationDemands {
  const walk = new DemandWalk(schema, document, rules, operation.operation === 'mutation');
  walk.enter(operation.selectionSet.selections, schema.getRootType(operation.operation)!, []);
  const touchesData = operation.selectionSet.selections.some(
    (selection) => selection.kind !== 'Field' || !selection.name.value.startsWith('__'),
  );
  return { operation, strict: [...walk.strict.values()], touchesData, types: walk.types };
}

class DemandWalk {
  readonly strict = new Map<string, Demand>();
  readonly types = new Set<string>();
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** A fragment met again below the same rules asks for nothing new: keeps nested spreads from multiplying. */
  readonly #walked = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly rules: RuleBook,
    private readonly mutation: boolean,
  ) {
    this.#fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  enter(selections: readonly SelectionNode[], type: GraphQLCompositeType, below: readonly number[]): void {
    this.types.add(type.name);
    for (const selection of selections) {
      if (selection.kind === 'Field') {
        this.#field(selection, type, below);
      } else if (selection.kind === 'InlineFragment') {
        const condition = selection.typeCondition && typeFromAST(this.schema, selection.typeCondition);
        this.enter(selection.selectionSet.selections, isCompositeType(condition) ? condition : type, below);
      } else {
        this.#spread(selection.name.value, below);
      }
    }
  }

  #spread(name: string, below: readonly number[]): void {
    const fragment = this.#fragments.get(name);
    const key = `${name}|${below.join()}`;
    if (!fragment || this.#walked.has(key)) return;
    this.#walked.add(key);
    const condition = typeFromAST(this.schema, fragment.typeCondition);
    if (isCompositeType(condition)) this.enter(fragment.selectionSet.selections, condition, below);
  }

  #field(node: Extract<SelectionNode, { kind: 'Field' }>, type: GraphQLCompositeType, below: readonly number[]): void {
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const field = type.getFields()[node.name.value];
    if (!field) return;
    const coordinate = `${type.name}.${field.name}`;
    const rule = this.rules.indexOf(coordinate);
    const strict = this.mutation || isNonNullType(field.type);
    if (rule !== undefined && strict) this.strict.set(`${coordinate}|${below.join()}`, { coordinate, rule, below });
    const inner = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(inner)) return;
    const guarded = rule !== undefined && !strict ? [...new Set([...below, rule])].sort((a, b) => a - b) : below;
    this.enter(node.selectionSet.selections, inner, guarded);
  }
}

/**
 * Refuses an operation that asks for what must not be refused halfway.
 * @throws ProblemError UNAUTHENTICATED or FORBIDDEN, naming the field.
 */
export function demand(demands: OperationDemands, flags: Uint8Array, signedIn: boolean): void {
  const denied = demands.strict.find(({ rule, below }) => !flags[rule] && below.every((guard) => flags[guard]));
  if (denied) throw refusal(denied.coordinate, signedIn);
}

/** How a refused field is refused: who is not signed in is asked to sign in. */
export function refusal(coordinate: string, signedIn: boolean): ProblemError {
  return new ProblemError(signedIn ? 'FORBIDDEN' : 'UNAUTHENTICATED', { field: coordinate });
}

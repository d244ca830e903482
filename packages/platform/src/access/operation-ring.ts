import {
  getNamedType,
  getArgumentValues,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { ProblemError } from '../contract/problem.js';
import { argumentCheck, type ArgumentCheck } from './argument-check.js';
import type { RuleBook } from './rules.js';

/** A field that must be allowed, with its arguments, or the whole operation is refused before any effect. */
interface Demand {
  readonly node: FieldNode;
  /** The field on each object type it may be read from; it is enough that one of them is allowed. */
  readonly options: readonly DemandOption[];
}

interface DemandOption {
  readonly coordinate: string;
  readonly rule: number;
  readonly field: GraphQLField<unknown, unknown>;
  readonly checkArguments: ArgumentCheck | undefined;
}

/**
 * What is selected without passing through a field that may be answered with null. Only who passes the rules that
 * lead into a region meets with its demands.
 */
interface Region {
  readonly demands: Demand[];
  readonly exits: { readonly guards: readonly number[]; readonly to: Region }[];
}

/** What one operation asks for, found once for each document. */
export interface OperationDemands {
  readonly operation: OperationDefinitionNode;
  readonly start: Region;
  /** Whether anything but introspection is selected: only then a database session is opened. */
  readonly touchesData: boolean;
  /** Names of the object types that may be selected from: whether an audited one may be read. */
  readonly types: ReadonlySet<string>;
  readonly rules: RuleBook;
}

/**
 * Walks a validated operation once. Below an interface or a union a field asks for some possible type's rule, and the
 * concrete type's rule applies when the type is known, never less. `@skip` and `@include` are not looked at: what an
 * operation may ask for must be allowed, whatever its variables.
 */
export function demandsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  rules: RuleBook,
): OperationDemands {
  const walk = new DemandWalk(schema, document, rules, operation.operation === 'mutation');
  const start = emptyRegion();
  walk.enter(operation.selectionSet.selections, schema.getRootType(operation.operation)!, start);
  const touchesData = operation.selectionSet.selections.some(
    (selection) => selection.kind !== 'Field' || !selection.name.value.startsWith('__'),
  );
  return { operation, start, touchesData, types: walk.types, rules };
}

const emptyRegion = (): Region => ({ demands: [], exits: [] });

class DemandWalk {
  readonly types = new Set<string>();
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** One region for each fragment and type it is spread on: nested spreads are shared, they do not multiply. */
  readonly #spreads = new Map<string, Region>();

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

  enter(selections: readonly SelectionNode[], type: GraphQLCompositeType, region: Region): void {
    for (const possible of this.#possible(type)) this.types.add(possible.name);
    for (const selection of selections) {
      if (selection.kind === 'Field') {
        this.#field(selection, type, region);
      } else if (selection.kind === 'InlineFragment') {
        const condition = selection.typeCondition && typeFromAST(this.schema, selection.typeCondition);
        this.enter(selection.selectionSet.selections, this.#narrowed(type, condition), region);
      } else {
        this.#spread(selection.name.value, type, region);
      }
    }
  }

  /** A fragment on an interface does not make a known object type unknown again. */
  #narrowed(type: GraphQLCompositeType, condition: unknown): GraphQLCompositeType {
    return isObjectType(type) || !isCompositeType(condition as GraphQLCompositeType | undefined)
      ? type
      : (condition as GraphQLCompositeType);
  }

  #spread(name: string, type: GraphQLCompositeType, region: Region): void {
    const fragment = this.#fragments.get(name);
    if (!fragment) return;
    const narrowed = this.#narrowed(type, typeFromAST(this.schema, fragment.typeCondition));
    const key = `${name} on ${narrowed.name}`;
    const known = this.#spreads.get(key);
    const to = known ?? emptyRegion();
    region.exits.push({ guards: [], to });
    if (known) return;
    this.#spreads.set(key, to);
    this.enter(fragment.selectionSet.selections, narrowed, to);
  }

  #field(node: FieldNode, type: GraphQLCompositeType, region: Region): void {
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const field = type.getFields()[node.name.value];
    if (!field) return;
    const options = this.#possible(type).flatMap((possible) => this.#option(possible, field.name));
    const strict = this.mutation || isNonNullType(field.type);
    if (strict) region.demands.push({ node, options });
    const inner = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(inner)) return;
    if (strict) return this.enter(node.selectionSet.selections, inner, region);
    const to = emptyRegion();
    region.exits.push({ guards: options.map(({ rule }) => rule), to });
    this.enter(node.selectionSet.selections, inner, to);
  }

  #option(type: GraphQLObjectType, name: string): DemandOption[] {
    const coordinate = `${type.name}.${name}`;
    const rule = this.rules.indexOf(coordinate);
    const field = type.getFields()[name];
    if (rule === undefined || !field) return [];
    return [{ coordinate, rule, field, checkArguments: argumentCheck(coordinate, field, this.rules) }];
  }

  #possible(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
  }
}

/**
 * Refuses an operation that asks for what must not be refused halfway.
 * @param variables Coerced: what arguments name may come from them.
 * @throws ProblemError UNAUTHENTICATED or FORBIDDEN, naming the field or input.
 */
export function demand(
  { start, rules }: OperationDemands,
  flags: Uint8Array,
  signedIn: boolean,
  variables: Readonly<Record<string, unknown>>,
): void {
  const met = new Set<Region>([start]);
  for (const { demands, exits } of met) {
    for (const one of demands) {
      const denied = deniedIn(one, flags, variables);
      if (denied) throw refusal(denied, signedIn, rules);
    }
    // A set grows while it is walked through, and takes each region once.
    for (const { guards, to } of exits) {
      if (guards.length === 0 || guards.some((guard) => flags[guard])) met.add(to);
    }
  }
}

/** What is denied, if every option is. */
function deniedIn(
  { node, options }: Demand,
  flags: Uint8Array,
  variables: Readonly<Record<string, unknown>>,
): string | undefined {
  let denied: string | undefined;
  for (const { coordinate, rule, field, checkArguments } of options) {
    const here = flags[rule] ? checkArguments?.(argumentsOf(field, node, variables), flags) : coordinate;
    if (!here) return undefined;
    denied ??= here;
  }
  return denied;
}

/** The arguments as the executor will see them; where it will find them wrong, it says so itself. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return {};
  }
}

/**
 * How a refused field or input is refused: who is not signed in is asked to sign in, who is is told the permission
 * that is wanting, where it is one.
 * @param rules Left out where no permission is wanting: it is the object that the field is not shown of.
 */
export function refusal(coordinate: string, signedIn: boolean, rules?: RuleBook): ProblemError {
  if (!signedIn) return new ProblemError('UNAUTHENTICATED', { field: coordinate });
  const permission = rules?.solePermissionOf(coordinate);
  return new ProblemError('FORBIDDEN', { field: coordinate, ...(permission ? { permission } : {}) });
}

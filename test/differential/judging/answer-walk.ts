import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isObjectType,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** One field of an answer. */
export interface AnsweredField {
  /** `Type.field`, of the object’s own type. */
  readonly coordinate: string;
  readonly type: GraphQLOutputType;
  readonly value: unknown;
  /** The object it stands in, and its name there. */
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly path: readonly (string | number)[];
}

/** What is walked: an operation and the data it was answered with. */
export interface Walked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

/**
 * Visits every field of an answer with what the schema says of it, the outer before the inner. Below an interface the
 * type is what `__typename` says.
 */
export function walkAnswer(walked: Walked, visit: (field: AnsweredField) => void): void {
  if (walked.data === null || walked.data === undefined) return;
  const walk = new AnswerWalk(walked, visit);
  const root = walked.schema.getQueryType()!;
  walk.object(root, [walk.operation.selectionSet], walked.data as Record<string, unknown>, []);
}

class AnswerWalk {
  readonly operation: OperationDefinitionNode;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #variables: Record<string, unknown>;
  readonly #schema: GraphQLSchema;
  readonly #collected = new WeakMap<
    readonly SelectionSetNode[],
    Map<GraphQLObjectType, Map<string, FieldNode[]>>
  >();

  constructor(
    { schema, document, variables }: Walked,
    private readonly visit: (field: AnsweredField) => void,
  ) {
    this.#schema = schema;
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    if (!operation) throw new Error('There is no operation in the document.');
    this.operation = operation;
    for (const one of document.definitions)
      if (one.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(one.name.value, one);
    this.#variables = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced ?? {};
  }

  object(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    value: Record<string, unknown>,
    path: readonly (string | number)[],
  ): void {
    for (const [key, nodes] of this.#fieldsOf(type, sets)) {
      if (!(key in value)) continue;
      const its = nodes[0]!.name.value;
      const field = type.getFields()[its];
      if (!field) continue; // __typename
      const at = [...path, key];
      const coordinate = `${type.name}.${its}`;
      this.visit({ coordinate, type: field.type, value: value[key], holder: value, key, path: at });
      const below = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
      if (below.length > 0) this.#inside(field.type, below, value[key], at);
    }
  }

  #inside(
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    value: unknown,
    path: readonly (string | number)[],
  ): void {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) this.#inside(type, sets, one, [...path, index]);
      return;
    }
    const named = getNamedType(type);
    const object = isAbstractType(named)
      ? this.#schema.getType(String((value as Record<string, unknown>)['__typename']))
      : named;
    if (isObjectType(object)) this.object(object, sets, value as Record<string, unknown>, path);
  }

  /** The fields of an object; found once for all rows of a list. */
  #fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const ofSets = this.#collected.get(sets) ?? new Map<GraphQLObjectType, Map<string, FieldNode[]>>();
    this.#collected.set(sets, ofSets);
    const fields = ofSets.get(type) ?? this.#collect(type, sets);
    ofSets.set(type, fields);
    return fields;
  }

  #collect(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    const enter = (set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        if (!this.#stands(selection)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = (selection.alias ?? selection.name).value;
          fields.set(key, [...(fields.get(key) ?? []), selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (this.#applies(selection.typeCondition, type)) enter(selection.selectionSet);
        } else if (!spread.has(selection.name.value)) {
          spread.add(selection.name.value);
          const fragment = this.#fragments.get(selection.name.value);
          if (fragment && this.#applies(fragment.typeCondition, type)) enter(fragment.selectionSet);
        }
      }
    };
    sets.forEach(enter);
    return fields;
  }

  #stands(node: SelectionNode): boolean {
    if (!node.directives || node.directives.length === 0) return true;
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.#variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, this.#variables);
    return skip?.['if'] !== true && include?.['if'] !== false;
  }

  #applies(condition: FragmentDefinitionNode['typeCondition'] | undefined, type: GraphQLObjectType): boolean {
    const named = condition && typeFromAST(this.#schema, condition);
    return !named || named === type || (isAbstractType(named) && this.#schema.isSubType(named, type));
  }
}

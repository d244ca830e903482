import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What selections are read with. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced; `@skip` and `@include` read them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A field of the answer: every node that asks for it, and its name there. */
export interface Selected {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
}

/**
 * The fields selected on an object type, in the order of the answer: CollectFields of the GraphQL specification
 * (section 6.3.2).
 */
export function selectedOn(
  { schema, fragments, variables }: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Selected[] {
  const byKey = new Map<string, FieldNode[]>();
  const entered = new Set<string>();
  const applies = (condition: FragmentDefinitionNode['typeCondition'] | undefined): boolean => {
    const named = condition && typeFromAST(schema, condition);
    return !named || named === type || (isAbstractType(named) && schema.isSubType(named, type));
  };
  const add = (selection: SelectionNode): void => {
    if (!isIncluded(selection, variables)) return;
    if (selection.kind === 'Field') {
      const key = (selection.alias ?? selection.name).value;
      const nodes = byKey.get(key);
      if (nodes) nodes.push(selection);
      else byKey.set(key, [selection]);
    } else if (selection.kind === 'InlineFragment') {
      if (applies(selection.typeCondition)) selection.selectionSet.selections.forEach(add);
    } else if (!entered.has(selection.name.value)) {
      entered.add(selection.name.value);
      const fragment = fragments[selection.name.value];
      if (fragment && applies(fragment.typeCondition)) fragment.selectionSet.selections.forEach(add);
    }
  };
  for (const set of sets) set.selections.forEach(add);
  return [...byKey].map(([key, nodes]) => ({ key, nodes }));
}

/** The selections below all nodes of a field. */
export const selectionsBelow = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

function isIncluded(selection: SelectionNode, variables: Selecting['variables']): boolean {
  if (!selection.directives || selection.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false;
}

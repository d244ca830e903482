import {
  Kind,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { ProblemError } from '../contract/problem.js';
import { DEFAULT_PAGE } from '../reading/connection.js';

/** The operation whose rows are counted, with its variables. */
export interface CountedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Types of pages and of their edges → the type they hold; see `Ownership`. */
  readonly pages: ReadonlyMap<string, string>;
}

/**
 * Refuses an operation whose pages, if they were all full, would hold more rows together than allowed: lists inside
 * lists multiply, and three levels of 200 rows are eight million.
 * @throws ProblemError LIMIT_EXCEEDED
 */
export function limitRows(counted: CountedOperation, allowed: number): void {
  const rows = new RowCount(counted).below(
    counted.operation.selectionSet,
    counted.schema.getRootType(counted.operation.operation)!,
  );
  if (rows > allowed) throw new ProblemError('LIMIT_EXCEEDED', { limit: 'rows', given: rows, allowed });
}

class RowCount {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What a fragment asks for below each object does not depend on where it is spread. */
  readonly #ofFragment = new Map<string, number>();

  constructor(private readonly counted: CountedOperation) {
    this.#fragments = new Map(
      counted.document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  below(set: SelectionSetNode, type: GraphQLCompositeType): number {
    let rows = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) rows += this.#field(selection, type);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) rows += this.#spread(selection.name.value);
      else {
        const condition =
          selection.typeCondition && typeFromAST(this.counted.schema, selection.typeCondition);
        rows += this.below(selection.selectionSet, isCompositeType(condition) ? condition : type);
      }
    }
    return rows;
  }

  #spread(name: string): number {
    const known = this.#ofFragment.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const condition = fragment && typeFromAST(this.counted.schema, fragment.typeCondition);
    const rows = isCompositeType(condition) ? this.below(fragment!.selectionSet, condition) : 0;
    this.#ofFragment.set(name, rows);
    return rows;
  }

  #field(node: FieldNode, type: GraphQLCompositeType): number {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field || !node.selectionSet) return 0;
    const inner = getNamedType(field.type);
    if (!isCompositeType(inner)) return 0;
    const below = this.below(node.selectionSet, inner);
    const isPage = inner.name === `${this.counted.pages.get(inner.name)}Connection`;
    return isPage ? this.#pageOf(field, node) * (1 + below) : below;
  }

  /** `first`, or the default; what the field itself will refuse counts for nothing. */
  #pageOf(field: Parameters<typeof getArgumentValues>[0], node: FieldNode): number {
    try {
      const first = getArgumentValues(field, node, this.counted.variables)['first'] ?? DEFAULT_PAGE;
      return Math.max(0, Number(first));
    } catch {
      return 0;
    }
  }
}

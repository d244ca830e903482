import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large a document is, fragments written out wherever they are spread. */
export interface DocumentSize {
  /** Levels of fields below each other. */
  readonly depth: number;
  /** Fields of the largest operation's root. */
  readonly rootFields: number;
  /** All fields, as often as their fragments are spread. */
  readonly fields: number;
  /** Pairs of fields or fragments that stand for one place in the answer: validation compares each with each. */
  readonly overlaps: number;
  readonly aliases: number;
  readonly directives: number;
}

/** Where to stop counting: a document can be small to send and without end to write out. */
export type SizeBounds = Pick<DocumentSize, 'depth' | 'fields' | 'overlaps'>;

/**
 * Measures a document the way an executor would go through it, and no further than the bounds: what is beyond one of
 * them is reported as beyond, not by how much.
 */
export function sizeOf(document: DocumentNode, bounds: SizeBounds): DocumentSize {
  const walk = new SizeWalk(document, bounds);
  let rootFields = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      rootFields = Math.max(rootFields, walk.level([{ node: definition.selectionSet }], 0));
    }
  }
  // Validation goes through fragments that nothing spreads, too.
  for (const fragment of walk.fragments.values()) {
    if (!walk.spread.has(fragment)) walk.level([{ node: fragment.selectionSet, within: { fragment } }], 0);
  }
  const { depth, fields, overlaps } = walk;
  return { depth, rootFields, fields, overlaps, ...countMarks(document) };
}

class SizeWalk {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly spread = new Set<FragmentDefinitionNode>();
  depth = 0;
  fields = 0;
  overlaps = 0;

  constructor(
    document: DocumentNode,
    private readonly bounds: SizeBounds,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  get #beyond(): boolean {
    const { depth, fields, overlaps } = this.bounds;
    return this.depth > depth || this.fields > fields || this.overlaps > overlaps;
  }

  /**
   * Goes through what stands for one object of the answer.
   * @param above Levels above it; introspection's own shape is known, so its levels are not counted.
   * @returns How many fields it has.
   */
  level(places: readonly Place<SelectionSetNode>[], above: number, introspection = false): number {
    const { byResponseName, spreads } = this.#collect(places);
    let count = 0;
    this.overlaps += pairs(spreads);
    for (const same of byResponseName.values()) {
      count += same.length;
      this.overlaps += pairs(same.length);
    }
    this.fields += count;
    for (const same of byResponseName.values()) {
      if (this.#beyond) break;
      const inner = introspection || same[0]!.node.name.value.startsWith('__');
      if (!inner || above > deepestIntrospection) this.depth = Math.max(this.depth, above + 1);
      const below = same.flatMap(({ node: { selectionSet }, within }) =>
        selectionSet ? [{ node: selectionSet, within }] : [],
      );
      if (below.length > 0) this.level(below, above + 1, inner);
    }
    return count;
  }

  /** The fields of one level by the name they have in the answer, and how many fragments they came from. */
  #collect(places: readonly Place<SelectionSetNode>[]): {
    byResponseName: Map<string, Place<FieldNode>[]>;
    spreads: number;
  } {
    const byResponseName = new Map<string, Place<FieldNode>[]>();
    const entered = new Set<FragmentDefinitionNode>();
    const add = (selection: SelectionNode, within: Within | undefined): void => {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const same = byResponseName.get(name);
        if (same) same.push({ node: selection, within });
        else byResponseName.set(name, [{ node: selection, within }]);
        return;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        for (const one of selection.selectionSet.selections) add(one, within);
        return;
      }
      const fragment = this.fragments.get(selection.name.value);
      if (!fragment || entered.has(fragment) || isWithin(fragment, within)) return;
      entered.add(fragment);
      this.spread.add(fragment);
      for (const one of fragment.selectionSet.selections) add(one, { fragment, outer: within });
    };
    for (const { node, within } of places) for (const one of node.selections) add(one, within);
    return { byResponseName, spreads: entered.size };
  }
}

/** The fragments a selection stands in, the innermost first. */
interface Within {
  readonly fragment: FragmentDefinitionNode;
  readonly outer?: Within;
}

/** A node of the document, reached through these fragments. */
interface Place<T> {
  readonly node: T;
  readonly within?: Within;
}

/** Whether a fragment spreads itself, which is another rule's error: it is gone through once. */
function isWithin(fragment: FragmentDefinitionNode, within: Within | undefined): boolean {
  for (let step = within; step; step = step.outer) if (step.fragment === fragment) return true;
  return false;
}

/** Several times what the usual introspection query needs; what is deeper goes round in circles. */
const deepestIntrospection = 50;

const pairs = (n: number): number => (n * (n - 1)) / 2;

/** Aliases and directives as they are written, whether or not something uses them. */
function countMarks(document: DocumentNode): { aliases: number; directives: number } {
  let aliases = 0;
  let directives = 0;
  const inSet = (set: SelectionSetNode | undefined): void => set?.selections.forEach(count);
  const count = (selection: SelectionNode): void => {
    directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD && selection.alias) aliases += 1;
    if (selection.kind !== Kind.FRAGMENT_SPREAD) inSet(selection.selectionSet);
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue;
    directives += definition.directives?.length ?? 0;
    for (const variable of definition.variableDefinitions ?? [])
      directives += variable.directives?.length ?? 0;
    inSet(definition.selectionSet);
  }
  return { aliases, directives };
}

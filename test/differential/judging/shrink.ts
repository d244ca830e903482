import {
  BREAK,
  Kind,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/**
 * Makes a document smaller as long as it still shows a difference: takes away selections, arguments and directives,
 * one after the other, the largest first.
 * @param shows Whether a document shows it.
 * @param attempts How often `shows` may be asked.
 */
export async function shrink(
  schema: GraphQLSchema,
  document: DocumentNode,
  shows: (smaller: DocumentNode) => Promise<boolean>,
  attempts = 120,
): Promise<DocumentNode> {
  let smallest = document;
  let left = attempts;
  let place = 0;
  while (left > 0) {
    const removable = removableIn(smallest);
    if (place >= removable.length) return smallest;
    const smaller = tidied(without(smallest, removable[place]!));
    if (!smaller || validate(schema, smaller, specifiedRules).length > 0) {
      place += 1;
      continue;
    }
    left -= 1;
    if (await shows(smaller)) {
      smallest = smaller;
      place = 0;
    } else place += 1;
  }
  return smallest;
}

/** What may be taken away, the largest first. */
function removableIn(document: DocumentNode): ASTNode[] {
  const found: { node: ASTNode; size: number }[] = [];
  const add = (node: ASTNode): void => void found.push({ node, size: print(node).length });
  visit(document, {
    Field: add,
    InlineFragment: add,
    FragmentSpread: add,
    Argument: add,
    ObjectField: add,
    Directive: add,
  });
  return found.sort((a, b) => b.size - a.size).map(({ node }) => node);
}

function without(document: DocumentNode, taken: ASTNode): DocumentNode {
  return visit(document, { enter: (node) => (node === taken ? null : undefined) });
}

/** Without fragments and variables that nothing uses any more; undefined where nothing is left that parses. */
function tidied(document: DocumentNode): DocumentNode | undefined {
  try {
    let text = print(document);
    for (let before = ''; before !== text; ) {
      before = text;
      const current = parse(text);
      text = print({
        ...current,
        definitions: current.definitions.flatMap((definition): DefinitionNode[] => {
          if (definition.kind === Kind.FRAGMENT_DEFINITION)
            return uses(current, Kind.FRAGMENT_SPREAD, definition.name.value) ? [definition] : [];
          if (definition.kind !== Kind.OPERATION_DEFINITION) return [definition];
          const variableDefinitions = definition.variableDefinitions?.filter(({ variable }) =>
            uses(current, Kind.VARIABLE, variable.name.value),
          );
          return [{ ...definition, variableDefinitions }];
        }),
      });
    }
    return parse(text);
  } catch {
    return undefined;
  }
}

function uses(document: DocumentNode, kind: Kind.FRAGMENT_SPREAD | Kind.VARIABLE, name: string): boolean {
  let found = false;
  visit(document, {
    enter(node, _key, parent) {
      const isDefinition = (parent as ASTNode | undefined)?.kind === Kind.VARIABLE_DEFINITION;
      if (node.kind !== kind || isDefinition || node.name.value !== name) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/**
 * The fields selected below a field, by name, whatever the alias; fragments are followed, `@skip` and `@include`
 * are not evaluated: a column too many is harmless.
 * @param path Field names to descend through first: `['edges', 'node']`.
 */
export function selectedFields(
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  ...paths: readonly (readonly string[])[]
): Set<string> {
  const names = new Set<string>();
  for (const path of paths) {
    let level: readonly FieldNode[] = info.fieldNodes;
    for (const step of path)
      level = children(level, info.fragments).filter((field) => field.name.value === step);
    for (const field of children(level, info.fragments)) names.add(field.name.value);
  }
  return names;
}

/** The fields one level down. A fragment is followed once a level: spreads of spreads of spreads would double each time. */
function children(fields: readonly FieldNode[], fragments: GraphQLResolveInfo['fragments']): FieldNode[] {
  const followed = new Set<string>();
  const flatten = (set: SelectionSetNode | undefined): FieldNode[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === 'Field') return [selection];
      if (selection.kind === 'InlineFragment') return flatten(selection.selectionSet);
      const name = selection.name.value;
      if (followed.has(name)) return [];
      followed.add(name);
      return flatten(fragments[name]?.selectionSet);
    });
  return fields.flatMap((field) => flatten(field.selectionSet));
}

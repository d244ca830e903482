import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/**
 * The fields selected below a field, by name, whatever the alias; fragments are followed, `@skip` and `@include`
 * are not evaluated: a column too many is harmless.
 * @param path Field names to descend through first: `['edges', 'node']`.
 */
export function selectedFields(info: GraphQLResolveInfo, ...paths: readonly (readonly string[])[]): Set<string> {
  const names = new Set<string>();
  for (const path of paths) {
    let level: readonly FieldNode[] = info.fieldNodes;
    for (const step of path) level = children(level, info).filter((field) => field.name.value === step);
    for (const field of children(level, info)) names.add(field.name.value);
  }
  return names;
}

function children(fields: readonly FieldNode[], info: GraphQLResolveInfo): FieldNode[] {
  return fields.flatMap((field) => (field.selectionSet ? flatten(field.selectionSet, info) : []));
}

function flatten(set: SelectionSetNode, info: GraphQLResolveInfo): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection];
    if (selection.kind === 'InlineFragment') return flatten(selection.selectionSet, info);
    const fragment = info.fragments[selection.name.value];
    return fragment ? flatten(fragment.selectionSet, info) : [];
  });
}

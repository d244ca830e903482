import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** Fields that name single units: finding these costs more than the total itself. */
const naming = new Set(['missing', 'missingFigures', 'carriedForward']);

/**
 * Whether an operation asks, anywhere below a field, which figures are missing or old. Directives are not evaluated: a
 * name too many is harmless.
 */
export function asksForNames(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): boolean {
  const followed = new Set<string>();
  const within = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD)
        return naming.has(selection.name.value) || within(selection.selectionSet);
      if (selection.kind === Kind.INLINE_FRAGMENT) return within(selection.selectionSet);
      const name = selection.name.value;
      if (followed.has(name)) return false;
      followed.add(name);
      return within(info.fragments[name]?.selectionSet);
    });
  return info.fieldNodes.some((field) => within(field.selectionSet));
}

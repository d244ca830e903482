import { Kind, type DocumentNode, type SelectionNode } from 'graphql';
import type { Draft } from './draft.js';
import { name } from './nodes.js';

/** The document of what was written. */
export function documentOf(draft: Draft, selections: readonly SelectionNode[]): DocumentNode {
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: 'query' as never,
        name: name('Generated'),
        variableDefinitions: draft.definitions,
        selectionSet: { kind: Kind.SELECTION_SET, selections },
      },
      ...draft.fragments.map(({ node }) => node),
    ],
  };
}

import { createHash } from 'node:crypto';
import { Kind, print, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** What is logged of an operation: never its values. */
export interface OperationFacts {
  name: string;
  kind: string;
  /** Of the document without its literals, so that one statement has one hash whoever asks it. */
  hash: string;
}

const hashes = new WeakMap<DocumentNode, string>();

/** Name (which GraphQL's grammar keeps to letters, digits and _), kind and hash of an operation. */
export function factsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
): OperationFacts {
  let hash = hashes.get(document);
  if (!hash) {
    hash = createHash('sha256')
      .update(print(withoutLiterals(document)))
      .digest('hex')
      .slice(0, 16);
    hashes.set(document, hash);
  }
  return {
    name: operation?.name?.value.slice(0, 64) ?? '(anonymous)',
    kind: operation?.operation ?? 'unknown',
    hash,
  };
}

function withoutLiterals(document: DocumentNode): DocumentNode {
  return visit(document, {
    IntValue: (node) => ({ ...node, value: '0' }),
    FloatValue: (node) => ({ ...node, value: '0' }),
    StringValue: (node) => ({ ...node, value: '', block: false }),
    ListValue: { leave: (node) => ({ ...node, values: [] }) },
    ObjectValue: { leave: (node) => ({ kind: Kind.OBJECT, fields: [], loc: node.loc }) },
  });
}

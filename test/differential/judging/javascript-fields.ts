import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode } from 'graphql';
import type { Graph } from '../generating/graph.js';

/** The fields of a document that run an author’s JavaScript. */
export function javaScriptFields(graph: Graph, document: DocumentNode): Set<string> {
  const found = new Set<string>();
  const info = new TypeInfo(graph.schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        const coordinate = `${info.getParentType()?.name}.${name.value}`;
        if (graph.isJavaScript(coordinate)) found.add(coordinate);
      },
    }),
  );
  return found;
}

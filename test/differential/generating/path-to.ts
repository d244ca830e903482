import { getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { Graph } from './graph.js';

/** One step of a path through the graph. */
export interface Step {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

/** How one gets to a type: the row to begin with, by id, or the root; then the fields to follow. */
export interface PathTo {
  readonly from: string | 'Query';
  readonly steps: readonly Step[];
}

/**
 * The shortest paths to each type from the root and from each type of row, which can be had by `node`; shorter ones
 * first.
 */
export function pathsTo(
  graph: Graph,
  wanted: GraphQLObjectType,
  mayRead: (coordinate: string) => boolean,
): PathTo[] {
  const starts = ['Query', ...graph.composition.entityOfType.keys()];
  return starts
    .flatMap((from) => {
      const steps = shortest(graph.schema.getType(from) as GraphQLObjectType, wanted, mayRead);
      return steps ? [{ from, steps }] : [];
    })
    .sort((a, b) => a.steps.length - b.steps.length);
}

const longest = 5;

function shortest(
  from: GraphQLObjectType,
  wanted: GraphQLObjectType,
  mayRead: (coordinate: string) => boolean,
): Step[] | undefined {
  const queue: { type: GraphQLObjectType; steps: Step[] }[] = [{ type: from, steps: [] }];
  const met = new Set<GraphQLObjectType>();
  // A list grows while it is walked through, and takes each type once.
  for (const { type, steps } of queue) {
    if (type === wanted) return steps;
    if (met.has(type) || steps.length >= longest) continue;
    met.add(type);
    for (const field of Object.values(type.getFields())) {
      const inner = getNamedType(field.type);
      if (isObjectType(inner) && mayRead(`${type.name}.${field.name}`))
        queue.push({ type: inner, steps: [...steps, { type, field }] });
    }
  }
  return undefined;
}

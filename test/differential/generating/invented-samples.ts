import { getNamedType, isEnumType, isObjectType } from 'graphql';
import type { Graph } from './graph.js';
import type { SampleRow, Samples } from './samples.js';

/** Three rows of every type, out of nothing: for tests of the generator itself, which need no database. */
export function inventSamples(graph: Graph): Samples {
  return new Map(
    [...graph.composition.entityOfType.keys()].map((type) => [
      type,
      [1, 2, 3].map((id) => invent(graph, type, id)),
    ]),
  );
}

function invent(graph: Graph, type: string, id: number): SampleRow {
  const object = graph.schema.getType(type);
  const fields = isObjectType(object) ? object.getFields() : {};
  const row: Record<string, unknown> = {};
  for (const [property, column] of graph.planOf(type)!.columns) {
    const field = fields[property];
    if (!field) continue;
    const named = getNamedType(field.type);
    row[property] = column.references
      ? id
      : isEnumType(named)
        ? named.getValues()[id % named.getValues().length]!.value
        : inventScalar(named.name, id);
  }
  return { ...row, id };
}

const inventScalar = (type: string, id: number): unknown =>
  ({
    Int: id,
    Boolean: id > 1,
    Date: `2021-0${id}-01`,
    DateTimeISO: `2021-0${id}-01T00:00:00Z`,
    Decimal: id + 0.5,
  })[type] ?? `text ${id}`;

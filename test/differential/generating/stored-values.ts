import { getNamedType, isEnumType, type GraphQLInputType } from 'graphql';
import { encodeGlobalId } from '@phoihop/platform/engine';
import type { Graph } from './graph.js';
import type { SampleRow, Samples } from './samples.js';

/** A row an argument is made from, and the type it is of. */
export interface Hint {
  readonly type: string;
  readonly row: SampleRow;
}

/** Real rows, spoken of as a client speaks of them: global ids, names of enum values, texts. */
export class StoredValues {
  constructor(
    private readonly graph: Graph,
    private readonly samples: Samples,
  ) {}

  rows(type: string): readonly SampleRow[] {
    return this.samples.get(type) ?? [];
  }

  id({ type, row }: Hint): string {
    return encodeGlobalId(type, row.id);
  }

  /** What a row says, as a value of an input’s type; undefined where it says nothing. */
  of({ type, row }: Hint, property: string, as: GraphQLInputType): unknown {
    const stored = row[property];
    if (stored === null || stored === undefined) return undefined;
    const target = this.graph.referenceOf(type, property);
    if (target === undefined) return scalar(stored, as);
    const wanted = getNamedType(as).name;
    return wanted === 'ID' ? encodeGlobalId(target, Number(stored)) : this.#nameOf(target, Number(stored));
  }

  /** The row that a property of another refers to. */
  referred({ type, row }: Hint, property: string): Hint | undefined {
    const target = this.graph.referenceOf(type, property);
    const found = target && this.rows(target).find(({ id }) => id === row[property]);
    return found ? { type: target, row: found } : undefined;
  }

  /** What people call a row: its code or key. */
  #nameOf(type: string, id: number): string | undefined {
    const row = this.rows(type).find((one) => one.id === id);
    const named = row?.['code'] ?? row?.['key'];
    return typeof named === 'string' ? named : undefined;
  }
}

function scalar(stored: unknown, as: GraphQLInputType): unknown {
  const type = getNamedType(as);
  if (isEnumType(type)) return type.getValues().find(({ name, value }) => (value ?? name) === stored)?.name;
  if (type.name === 'Int') return Number.isInteger(Number(stored)) ? Number(stored) : undefined;
  if (type.name === 'Boolean') return stored === true;
  return String(stored);
}

/** The entity class name a row belongs to: how an abstract type is resolved without asking the database again. */
export const ENTITY = Symbol('entity');
/** The date this row, and what hangs below it, is read as of. */
export const AS_OF = Symbol('asOf');

/** A plain row of the reader: entity properties, references as ids. */
export interface Row {
  id: number;
  [property: string]: unknown;
  [ENTITY]?: string;
  [AS_OF]?: string;
}

/** The id behind what a resolver may return for an object: an id, a row, a MikroORM entity or reference. */
export function idOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (value !== null && typeof value === 'object' && 'id' in value) return Number((value as { id: unknown }).id);
  return null;
}

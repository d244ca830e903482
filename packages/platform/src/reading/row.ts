/** The {@link entityKey} of the entity a row belongs to: how an abstract type is resolved without asking the database again. */
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

/** The property of a row that says whether a field of it may be shown: what a rule's condition came to. */
export const mayShow = (field: string): string => `may:${field}`;

/** The id behind what a resolver may return for an object: an id, a row, a MikroORM entity or reference. */
export function idOf(value: unknown): number | null {
  const id = value !== null && typeof value === 'object' && 'id' in value ? Number(value.id) : value;
  return Number.isSafeInteger(id) ? (id as number) : null;
}

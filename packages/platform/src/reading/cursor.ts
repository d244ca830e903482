import { inWords, ProblemError } from '../contract/problem.js';
import { shortened } from '../contract/shortened.js';

/** Where a page ended: the ordering it was made under, the last row's ordering value (as PostgreSQL text) and id. */
export interface CursorPosition {
  readonly order: string;
  readonly value: string | null;
  readonly id: number;
}

/** Opaque cursor text. */
export function encodeCursor(position: CursorPosition): string {
  return Buffer.from(JSON.stringify([position.order, position.value, position.id]), 'utf8').toString(
    'base64url',
  );
}

/**
 * Reads a cursor back.
 * @throws ProblemError BAD_USER_INPUT where it is no cursor, or one of another ordering.
 */
export function decodeCursor(cursor: string, order: string): CursorPosition {
  const parts = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  // Written again it must be the same text: base64 would also read what only looks like one of ours.
  if (!parts || parts[0] !== order || encodeCursor({ order, value: parts[1], id: parts[2] }) !== cursor) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'after',
      given: shortened(cursor),
      allowed: inWords({
        vi: 'endCursor của chính danh sách này, lấy với cùng orderBy',
        en: 'an endCursor of this same list, got under the same orderBy',
      }),
    });
  }
  return { order, value: parts[1], id: parts[2] };
}

function parse(text: string): [string, string | null, number] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value) || value.length !== 3) return null;
    const [order, ordering, id] = value as unknown[];
    if (typeof order !== 'string' || !Number.isSafeInteger(id)) return null;
    if (ordering !== null && typeof ordering !== 'string') return null;
    return [order, ordering, id as number];
  } catch {
    return null;
  }
}

import { ProblemError } from '../contract/problem.js';

/**
 * Global ids (Relay): opaque to clients, `base64url("<Type>:<id>")` inside. A type name never contains a colon.
 */
export function encodeGlobalId(type: string, id: number | string): string {
  return Buffer.from(`${type}:${id}`, 'utf8').toString('base64url');
}

/** The parts of a global id, or `null` where the text is none. Never throws: a garbled id is a missing object. */
export function decodeGlobalId(globalId: string): { type: string; id: number } | null {
  const text = Buffer.from(globalId, 'base64url').toString('utf8');
  const match = /^([A-Za-z_][A-Za-z0-9_]*):([1-9][0-9]{0,15})$/.exec(text);
  if (!match || encodeGlobalId(match[1]!, match[2]!) !== globalId) return null;
  const id = Number(match[2]);
  // Beyond 2^53 two ids would become one number: no row of ours is there.
  return Number.isSafeInteger(id) ? { type: match[1]!, id } : null;
}

/**
 * The row id behind a global id that must be of one type.
 * @throws ProblemError BAD_USER_INPUT, naming the field and the type that is allowed there.
 */
export function localId(type: string, globalId: string, field: string): number {
  const decoded = decodeGlobalId(globalId);
  if (decoded?.type !== type) {
    throw new ProblemError('BAD_USER_INPUT', { field, given: globalId, allowed: `ID(${type})` });
  }
  return decoded.id;
}

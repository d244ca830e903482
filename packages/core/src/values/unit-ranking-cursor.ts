import { inWords, ProblemError } from '@phoihop/platform';
import type { RankedBy, RankingOrder } from './unit-ranking-types.js';

/** How a ranking is read; a cursor of one is none of another. */
interface Reading {
  readonly by: RankedBy;
  readonly order: RankingOrder;
}

/** Where a page ended. */
interface Last {
  readonly measure: string;
  readonly unit: number;
}

export const cursorOf = ({ by, order }: Reading, { measure, unit }: Last): string =>
  Buffer.from([by, order, measure, unit].join(' ')).toString('base64url');

/** @throws ProblemError BAD_USER_INPUT where it is not the `endCursor` of the same ranking. */
export function readCursor(given: string | null | undefined, { by, order }: Reading): Last | null {
  if (given === null || given === undefined) return null;
  const text = Buffer.from(given, 'base64url').toString();
  const [, ofBy, ofOrder, measure, unit] = /^(\w+) (\w+) (-?\d+(?:\.\d+)?) (\d{1,15})$/.exec(text) ?? [];
  if (ofBy !== by || ofOrder !== order) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'after',
      given: given.slice(0, 60),
      allowed: inWords({
        vi: 'endCursor của chính bảng xếp hạng này',
        en: 'the endCursor of the same ranking',
      }),
    });
  }
  return { measure: measure!, unit: Number(unit) };
}

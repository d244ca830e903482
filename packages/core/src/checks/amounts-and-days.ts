import type { RequestContext } from '@phoihop/platform';
import { refuse } from './refuse.js';

/** Both ends are allowed. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * A number within its bounds, given back. GraphQL's `Int` has made sure that it is whole.
 * @throws ProblemError BAD_USER_INPUT with the bounds, `1–50`.
 */
export function requireCount(count: number, field: string, { minimum, maximum }: Bounds): number {
  if (count < minimum || count > maximum) refuse(field, count, `${minimum}–${maximum}`);
  return count;
}

/**
 * A day on which something has happened, given back: not after the business date, whatever the server's clock says.
 * @param day An ISO date; the scalar `Date` has made sure of it.
 * @throws ProblemError BAD_USER_INPUT with the business date.
 */
export function requirePastDay({ clock }: Pick<RequestContext, 'clock'>, day: string, field: string): string {
  if (day > clock.businessDate) refuse(field, day, `≤ ${clock.businessDate}`);
  return day;
}

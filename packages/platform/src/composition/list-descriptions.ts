import type { FilterShape } from '../reading/filters.js';

/**
 * English words of what the platform makes for lists: what an author says of a property once is said again where the
 * property is filtered and ordered by, with how. `vietnamese.ts` is the twin.
 */

/** What a description begins with, up to its first period or semicolon: to be continued. */
export function opening(description: string): string {
  const [first = ''] = description.trim().split(/\.(?=\s|$)|;/);
  return first.replace(/\s+/g, ' ');
}

/** `validFrom` → `Valid from`: where clients are shown no field that could be quoted. */
export function namedIn(property: string): string {
  const words = property.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words[0]!.toUpperCase() + words.slice(1);
}

const narrowing = {
  reference: 'only rows with this one, by its global id',
  boolean: 'true: only rows of which it holds; false: only the others',
  anyOf: 'only rows with one of these',
  dateFrom: 'only rows on or after this day',
  dateTo: 'only rows on or before this day',
  numberMin: 'only rows with this or more',
  numberMax: 'only rows with this or less',
} as const;

/** Of one field of a filter; `about` is the opening of its property's description. */
export function filterFieldDescription(name: string, shape: FilterShape, about: string): string {
  const least = name.endsWith('From') || name.endsWith('Min');
  const kind =
    shape === 'date'
      ? least
        ? 'dateFrom'
        : 'dateTo'
      : shape === 'number'
        ? least
          ? 'numberMin'
          : 'numberMax'
        : shape;
  return `${about}; ${narrowing[kind]}.`;
}

const directions: Readonly<Record<FilterShape, readonly [ascending: string, descending: string]>> = {
  date: ['earliest first', 'latest first'],
  number: ['smallest first', 'largest first'],
  boolean: ['those of which it does not hold first', 'those of which it holds first'],
  anyOf: ['from A to Z', 'from Z to A'],
  reference: ['in the order in which they were entered', 'the last entered first'],
};

/** Of one value of an order; `about` as above. */
export function orderDescription(shape: FilterShape, descending: boolean, about: string): string {
  return `${about}; ${directions[shape][descending ? 1 : 0]}.`;
}

/** Of the input type that filters a list; `list` is the opening of the list's own description. */
export const filterDescription = (list: string): string =>
  `Conditions for a list; all that are given must hold. The list: ${list}.`;

/** Of the enum that orders a list. */
export const orderTypeDescription = (list: string): string => `How a list can be ordered. The list: ${list}.`;

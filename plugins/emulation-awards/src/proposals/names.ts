/**
 * Names as they are compared: without case, diacritics and punctuation (`core.search_key`), word by word, so that what is
 * put before, after or between the words of a name hides nobody. What cannot be told is said in the README.
 */

/** Words that are put before a name, as they are left by `core.search_key`; some of them are names too. */
const formsOfAddress = [
  'ong', 'ba', 'anh', 'chi', 'em', 'co', 'chu', 'bac', 'cu', 'di', 'cau', 'thay', 'dong', 'dc', 'd', 'c',
] as const; // prettier-ignore

const words = (name: string): string => `string_to_array(core.search_key(${name}), ' ')`;

/** An array in another one, where it has anything in it: a name in another script leaves no words. */
const within = (some: string, all: string): string => `(${some} <> '{}' and ${some} <@ ${all})`;

/** SQL: whether the text `written` has every word of the name `known`, in whatever order and among whatever else. */
export const namesWhole = (written: string, known: string): string =>
  `(${within(words(known), words(written))} or ${written} = ${known})`;

/** The words of a name without forms of address; all of them where nothing else is left. */
const bare = (written: string): string =>
  `coalesce(nullif(array(select word from unnest(${words(written)}) word where word <> all ('{${formsOfAddress.join(',')}}')), '{}'), ${words(written)})`;

/** SQL: whether `written` may mean who is called `known`: the whole name with additions, or a part of it alone. */
export const mayMean = (written: string, known: string): string =>
  `(${namesWhole(written, known)} or ${within(bare(written), words(known))})`;

/** SQL: whether the text `written` has the name `known` of an organization in it. */
export const mentions = (written: string, known: string): string =>
  `position(' ' || core.search_key(${known}) || ' ' in ' ' || core.search_key(${written}) || ' ') > 0`;

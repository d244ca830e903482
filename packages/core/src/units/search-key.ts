/**
 * The form in which names are compared and searched: no case, no diacritics, đ as d, single spaces. Where a list
 * writes the tone mark (hoà or hòa, thuỷ or thủy) does not matter once the mark is gone; Unicode normalization
 * alone does not unify the two.
 *
 * The same rule is `core.search_key(text)` in SQL; a test holds the two together on every name of the nation.
 */
export const searchKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/['’‘ʼ]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

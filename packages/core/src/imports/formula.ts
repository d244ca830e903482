/**
 * What a spreadsheet takes for the beginning of a formula when it opens a CSV file, the full-width letters of East Asian
 * keyboards among them: `=HYPERLINK(…)` in somebody's note would run on the desk of whoever opens the list (CWE-1236).
 */
const begins = /^'*[=+\-@\t\r＝＋－＠]/;

/** Numbers begin with a minus, too, and are no formula. */
const number = /^-\d+(\.\d+)?$/;

/** A cell as CSV files have it: what would begin a formula stands behind an apostrophe. */
export const neutral = (text: string): string =>
  begins.test(text) && !number.test(text) ? `'${text}` : text;

/** The same cell as it was meant. */
export const asMeant = (cell: string): string =>
  cell.startsWith("'") && begins.test(cell) ? cell.slice(1) : cell;

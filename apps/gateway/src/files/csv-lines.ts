/** Tells Excel that the file is UTF-8. */
const mark = '\uFEFF';

/** CSV as it comes, a batch of rows at a time (RFC 4180, with the mark that Excel needs). */
export async function* csvFile(
  batches: AsyncIterable<readonly (readonly string[])[]>,
  neutral: (text: string) => string,
): AsyncGenerator<string> {
  let begin = mark;
  for await (const rows of batches) {
    yield begin + rows.map((cells) => `${cells.map((cell) => quoted(neutral(cell))).join(',')}\r\n`).join('');
    begin = '';
  }
}

/** A lone `\r` is a line end to some, a semicolon parts cells to Excel in Vietnamese: both are quoted. */
const quoted = (text: string): string =>
  /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

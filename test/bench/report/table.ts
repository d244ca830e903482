/** A table in Markdown: the first column is words, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Three digits that count, and no more: 1234.5 is 1235, 12.345 is 12.3, 0.01234 is 0.0123. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const places = value === 0 ? 0 : Math.max(0, Math.min(4, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return value.toFixed(places);
}

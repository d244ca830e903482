/**
 * The name that was probably meant, as a sentence to append: ` Did you mean commune-clerk?`; nothing where no name is
 * near. Near is a slip for every five characters, and one besides.
 */
export function didYouMean(given: string, names: Iterable<string>): string {
  let nearest: { name: string; slips: number } | undefined;
  for (const name of names) {
    const slips = slipsBetween(given, name);
    if (slips <= given.length / 5 + 1 && !(nearest && nearest.slips <= slips)) nearest = { name, slips };
  }
  return nearest ? ` Did you mean ${nearest.name}?` : '';
}

/**
 * How many slips of the hand lie between two words: a letter left out, put in, mistaken, or two neighbors swapped
 * (optimal string alignment: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance).
 */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const mistaken = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          rows[i - 1]![j]! + 1,
          row[j - 1]! + 1,
          mistaken,
          swapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
        ),
      );
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

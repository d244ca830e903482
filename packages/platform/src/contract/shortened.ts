/** More of a value says no more of what is wrong with it. */
const longest = 60;

/** The beginning of a given text, enough to know it again, with what cannot be seen written as its number. */
export function shortened(text: string): string {
  // A sign is at most two of the string's own units.
  const signs = Array.from(text.slice(0, 2 * (longest + 1)));
  const visible = signs
    .slice(0, longest)
    .join('')
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, asNumber);
  return signs.length > longest ? `${visible}…` : visible;
}

const asNumber = (sign: string): string =>
  sign
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

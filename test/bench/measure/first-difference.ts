/**
 * Where two JSON values differ first; the order of an object's keys does not matter.
 * @returns a sentence, or null where they are equal.
 */
export function firstDifference(one: unknown, other: unknown, path = 'the answer'): string | null {
  if (Object.is(one, other)) return null;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other))
    return `${path} is ${JSON.stringify(one)} here and ${JSON.stringify(other)} there`;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const difference = firstDifference(one[key], other[key], `${path}.${key}`);
    if (difference) return difference;
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

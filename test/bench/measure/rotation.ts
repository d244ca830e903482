/** The same members, beginning with another one each round: nobody is always first, or always after the same. */
export function rotated<T>(members: readonly T[], round: number): T[] {
  const start = round % Math.max(members.length, 1);
  return [...members.slice(start), ...members.slice(0, start)];
}

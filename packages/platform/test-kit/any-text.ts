import fc from 'fast-check';

const lone = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** One character of Unicode, any at all but halves of one. */
const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((code) => !lone(code))
  .map((code) => String.fromCodePoint(code));

/**
 * Any text at all. What fast-check has for it lists all of Unicode before the first run, which takes longer than a
 * thousand runs.
 */
export const anyText = fc.string({ unit: fc.oneof(anyCharacter, fc.constantFrom(...'aZ09=_:. "\\\n\0Đặ')) });

/**
 * The number of a Vietnamese document, in its parts.
 *
 * Grammar, read off the 24 documents that the source program cites: `<no>/<type>[/<issuer>…]` or `<no>-<type>/<issuer>`; laws and decrees put the year between
 * (`07/2021/NĐ-CP`). Within a part further issuers follow hyphens: `03/CTPH-MTTQ-TCTV` is no. 3, a CTPH, of MTTQ and
 * TCTV. A Party document has the hyphen first: `05-CT/TW`.
 */
export interface DocumentNumber {
  /** As written, leading zeros included: "03", "15a". */
  serial: string;
  year: number | null;
  /** Abbreviation of the type: "NQ", "CTPH"; null where the number has none (30/2026/QH16). */
  type: string | null;
  /** Abbreviations of who issued it, in order. */
  issuers: string[];
}

const whole = /^(\d{1,5}\p{Ll}?)([-/])(.+)$/u;
const word = /^\p{L}[\p{L}\p{Nd}]*$/u;

/** Reads a document number; null where the text does not follow the grammar, which is no error. */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const match = whole.exec(text.normalize('NFC').trim());
  if (!match) return null;
  const [, serial = '', separator, rest = ''] = match;
  const segments = rest.split('/').map((segment) => segment.split('-'));
  const year = separator === '/' && segments.length > 1 ? yearOf(segments[0]!) : null;
  const words = (year === null ? segments : segments.slice(1)).flat();
  if (words.length === 0 || !words.every((part) => word.test(part))) return null;
  // A hyphen after the number says Party style, which always names an issuer after a slash.
  if (separator === '-' && (segments.length < 2 || segments[0]!.length !== 1)) return null;
  if (year !== null && words.length === 1) return { serial, year, type: null, issuers: words };
  const [type = null, ...issuers] = words;
  return { serial, year, type, issuers };
}

function yearOf(segment: readonly string[]): number | null {
  return segment.length === 1 && /^(19|20|21)\d{2}$/.test(segment[0]!) ? Number(segment[0]) : null;
}

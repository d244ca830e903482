import { isIsoDate, isoDate } from '../periods/calendars-dates.js';
import { parseDocumentNumber } from './document-number.js';

/** What a citation says of the document it cites. */
export interface Citation {
  number: string | null;
  /** ISO date. */
  date: string | null;
}

/** `ngày 31 tháng 12 năm 2020`, `15/5/2016`, `15-12-2016`. */
const dates = /(?<![\d/-])(\d{1,2})(?:\/|-|\s+tháng\s+)(\d{1,2})(?:\/|-|\s+năm\s+)(\d{4})(?![\d/-])/gu;

/**
 * Reads number and date out of a citation such as "Nghị quyết số 02-NQ/HU ngày 31 tháng 12 năm 2020 của …". What is
 * not there stays null: many documents are cited without either, and none is guessed.
 */
export function readCitation(text: string): Citation {
  const words = text.normalize('NFC').split(/[\s,;()“”"]+/u);
  const number =
    words.map((word) => word.replace(/[.:]+$/u, '')).find((word) => parseDocumentNumber(word)) ?? null;
  for (const [, day, month, year] of text.normalize('NFC').matchAll(dates)) {
    const date = isoDate(Number(year), Number(month), Number(day));
    if (isIsoDate(date)) return { number, date };
  }
  return { number, date: null };
}

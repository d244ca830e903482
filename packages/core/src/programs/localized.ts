import type { Locale, Row } from '@phoihop/platform';

/**
 * A text that is stored in two languages (`titleVi`, `titleEn`), in the caller's. What people enter is Vietnamese
 * only, so English falls back to it: a text in the wrong language is better than none.
 */
export function localized(row: Row, property: string, locale: Locale): string | null {
  const vietnamese = (row[`${property}Vi`] as string | null | undefined) ?? null;
  return locale === 'en' ? ((row[`${property}En`] as string | null | undefined) ?? vietnamese) : vietnamese;
}

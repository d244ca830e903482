import { optionalText, refuse, requiredText } from '@phoihop/core';
import type { ChangeSheetInput, DraftSheetInput } from './sheet-inputs.js';

const titleBounds = { minimum: 3, maximum: 300 };

/** What a sheet says above its lines, by the columns it is kept in. */
export type SheetHeading = Readonly<
  Record<'title_vi' | 'title_en' | 'valid_from' | 'legal_basis', string> &
    Record<'valid_to' | 'note', string | null>
>;

/** @throws ProblemError TEXT_LENGTH, and BAD_USER_INPUT where it would end before it begins */
export function checkedHeading(input: DraftSheetInput | ChangeSheetInput): SheetHeading {
  const { validFrom, validTo = null } = input;
  if (validTo !== null && validTo <= validFrom) refuse('input.validTo', validTo, `> ${validFrom}`);
  return {
    title_vi: requiredText(input.titleVi, 'input.titleVi', titleBounds),
    title_en: requiredText(input.titleEn, 'input.titleEn', titleBounds),
    valid_from: validFrom,
    valid_to: validTo,
    legal_basis: requiredText(input.legalBasis, 'input.legalBasis', { minimum: 3, maximum: 500 }),
    note: optionalText(input.note, 'input.note', { maximum: 1000 }),
  };
}

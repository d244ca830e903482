import type { CorePart } from '../part.js';

/** What checks that all programs share may answer. */
export const checksPart: CorePart = {
  problems: {
    TEXT_LENGTH: {
      vi: '{field} cần có {allowed} ký tự; đã nhận {given} ký tự.',
      en: '{field} needs {allowed} characters; {given} were given.',
    },
    UNIT_KIND: {
      vi: '{given}, vào ngày {on}, thuộc loại đơn vị không ghi nhận được việc này. Cho phép: {allowed}.',
      en: 'On {on} {given} is of a kind for which this is not recorded. Allowed: {allowed}.',
      says: { allowed: 'UnitKind' },
    },
  },
};

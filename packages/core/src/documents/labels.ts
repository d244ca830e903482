import { extend, label } from '@phoihop/platform';
import { Document } from './document.js';

/** Texts of a document in the caller's language. */
export const documentLabels = extend(Document, {
  title: label('title', {
    description: 'What the document is about, in the language of the caller.',
    required: true,
  }),
  type: label('type', {
    description:
      'What sort of document it is ("Resolution"), in the language of the caller; null where unknown.',
  }),
  issuer: label('issuer', {
    description: 'Who issued it, in the language of the caller; null where the source does not say.',
  }),
  note: label('note', {
    description: 'What to be careful about with this document, in the language of the caller.',
  }),
});

import { registerEnumType } from 'type-graphql';

/** Who may see a file. */
export enum AttachmentConfidentiality {
  INTERNAL = 'INTERNAL',
  PERSONAL = 'PERSONAL',
  RESTRICTED = 'RESTRICTED',
}

registerEnumType(AttachmentConfidentiality, {
  name: 'AttachmentConfidentiality',
  description: 'Who may see a file. Whoever may not does not learn that it exists.',
  valuesConfig: {
    INTERNAL: { description: 'Those who may see files of its unit and program.' },
    PERSONAL: {
      description:
        'It names persons: only those who may see such files of its unit; each download is recorded.',
    },
    RESTRICTED: {
      description:
        'Not to be passed on: only those who may see restricted files of its unit; each download is recorded.',
    },
  },
});

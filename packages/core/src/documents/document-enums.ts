import { registerEnumType } from 'type-graphql';

/** Who may read a document. */
export enum DocumentConfidentiality {
  PUBLIC = 'PUBLIC',
  INTERNAL = 'INTERNAL',
  PERSONAL = 'PERSONAL',
  RESTRICTED = 'RESTRICTED',
  SEALED = 'SEALED',
}

registerEnumType(DocumentConfidentiality, {
  name: 'DocumentConfidentiality',
  description: 'Who may read a document. Whoever may not does not learn that it exists.',
  valuesConfig: {
    PUBLIC: { description: 'Published: everybody who may read documents.' },
    INTERNAL: { description: 'Those who may read documents of the unit it belongs to.' },
    PERSONAL: { description: 'It names persons: only those who keep documents of its unit.' },
    RESTRICTED: { description: 'Not to be passed on: only those who keep documents of its unit.' },
    SEALED: { description: 'Sealed: such a document is not entered in this system.' },
  },
});

/** How something relates to a document. */
export enum DocumentRelation {
  CITES = 'CITES',
  IMPLEMENTS = 'IMPLEMENTS',
  REPLACES = 'REPLACES',
  AMENDS = 'AMENDS',
  EVIDENCE = 'EVIDENCE',
}

registerEnumType(DocumentRelation, {
  name: 'DocumentRelation',
  description: 'How a document, program, activity or plan relates to the document it is linked with.',
  valuesConfig: {
    CITES: { description: 'It names the document.' },
    IMPLEMENTS: { description: 'It carries the document out.' },
    REPLACES: { description: 'It puts the document out of force and stands in its place.' },
    AMENDS: { description: 'It changes part of the document, which stays in force.' },
    EVIDENCE: { description: 'The document proves it: minutes, a decision, a list with signatures.' },
  },
});

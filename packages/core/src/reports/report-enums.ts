import { registerEnumType } from 'type-graphql';

export const ReportState = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  VERIFIED: 'VERIFIED',
  ACCEPTED: 'ACCEPTED',
  REOPENED: 'REOPENED',
} as const;
export type ReportState = keyof typeof ReportState;

registerEnumType(ReportState, {
  name: 'ReportState',
  description: 'How far a report has come on its way.',
  valuesConfig: {
    DRAFT: { description: 'Being filled in for the first time: its figures can still be changed in it.' },
    SUBMITTED: {
      description: 'Signed and handed in: waiting for the level above to verify, accept or return it.',
    },
    RETURNED: { description: 'Given back to its unit with reasons, to be mended and handed in again.' },
    VERIFIED: { description: 'Found in order by the officer in charge: waiting to be accepted.' },
    ACCEPTED: { description: 'Taken by the level above; its figures count as accepted.' },
    REOPENED: {
      description:
        'Opened again after it was accepted, with a reason: what is handed in next is a new version, and the old one is kept.',
    },
  },
});

/** What somebody did to a report. Drafts are saved without a trace here: nobody but their unit has seen them. */
export const ReviewAction = {
  SUBMIT: 'SUBMIT',
  VERIFY: 'VERIFY',
  RETURN: 'RETURN',
  ACCEPT: 'ACCEPT',
  REOPEN: 'REOPEN',
} as const;
export type ReviewAction = keyof typeof ReviewAction;

registerEnumType(ReviewAction, {
  name: 'ReviewAction',
  description: 'A step that a report has taken.',
  valuesConfig: {
    SUBMIT: { description: 'It was signed and handed in.' },
    VERIFY: { description: 'The officer in charge found it in order.' },
    RETURN: { description: 'It went back to its unit, with reasons.' },
    ACCEPT: { description: 'The level above accepted it and its figures.' },
    REOPEN: { description: 'It was opened again after it had been accepted, with a reason.' },
  },
});

/** What a part of a form asks for. */
export const ReportSectionKind = {
  FIGURES: 'FIGURES',
  NARRATIVE: 'NARRATIVE',
  LIST: 'LIST',
} as const;
export type ReportSectionKind = keyof typeof ReportSectionKind;

registerEnumType(ReportSectionKind, {
  name: 'ReportSectionKind',
  description: 'What a section of a form asks for.',
  valuesConfig: {
    FIGURES: { description: 'Figures, one for each of its lines.' },
    NARRATIVE: { description: 'A question that is answered in words.' },
    LIST: {
      description:
        'Records of a program, taken as they are kept for the unit and the period; nobody types them in.',
    },
  },
});

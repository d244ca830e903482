import { registerEnumType } from 'type-graphql';

export const ReportState = { DRAFT: 'DRAFT', SUBMITTED: 'SUBMITTED', ACCEPTED: 'ACCEPTED' } as const;
export type ReportState = keyof typeof ReportState;

registerEnumType(ReportState, {
  name: 'ReportState',
  description: 'How far a report has come on its way.',
  valuesConfig: {
    DRAFT: { description: 'Being filled in, or returned: its figures can still be changed in it.' },
    SUBMITTED: { description: 'Signed and handed in: waiting for the level above to accept or return it.' },
    ACCEPTED: { description: 'Taken by the level above; its figures count as accepted.' },
  },
});

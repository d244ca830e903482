import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** How far a support list has come. */
export enum SupportListState {
  DRAFT = 'DRAFT',
  POSTED = 'POSTED',
  REVIEWED = 'REVIEWED',
  APPROVED = 'APPROVED',
  DELIVERED = 'DELIVERED',
}

registerEnumType(SupportListState, {
  name: 'Covid19SupportListState',
  description: 'How far a support list has come.',
  valuesConfig: {
    DRAFT: { description: 'It is being drawn up, for the first time or again.' },
    POSTED: { description: 'It hangs out for everybody to see, and complaints are taken.' },
    REVIEWED: { description: 'The days for complaints are over, and all are answered.' },
    APPROVED: { description: 'A decision approves it; support is handed out.' },
    DELIVERED: { description: 'All households on it have received their support.' },
  },
});

export type SupportListStep =
  | 'covid19AddSupportHousehold'
  | 'covid19RemoveSupportHousehold'
  | 'covid19PostSupportList'
  | 'covid19FileSupportComplaint'
  | 'covid19AnswerSupportComplaint'
  | 'covid19ReviewSupportList'
  | 'covid19ReturnSupportList'
  | 'covid19ApproveSupportList'
  | 'covid19RecordSupportReceived'
  | 'covid19DeliverSupportList';

const { DRAFT, POSTED, REVIEWED, APPROVED, DELIVERED } = SupportListState;
const keep = ['covid-19:list'];

/** Listed, posted, complained about, approved by others, handed out. */
export const supportListWorkflow = workflow<SupportListState, SupportListStep>({
  id: 'covid-19 support list',
  initial: DRAFT,
  states: Object.values(SupportListState),
  steps: {
    covid19AddSupportHousehold: { from: [DRAFT], to: null, permissions: keep },
    covid19RemoveSupportHousehold: { from: [DRAFT, POSTED], to: null, permissions: keep },
    covid19PostSupportList: { from: [DRAFT], to: POSTED, permissions: keep },
    covid19FileSupportComplaint: { from: [POSTED], to: null, permissions: keep },
    covid19AnswerSupportComplaint: { from: [POSTED], to: null, permissions: keep },
    covid19ReviewSupportList: { from: [POSTED], to: REVIEWED, permissions: keep },
    covid19ReturnSupportList: { from: [POSTED, REVIEWED], to: DRAFT, permissions: ['covid-19:approve'] },
    covid19ApproveSupportList: { from: [REVIEWED], to: APPROVED, permissions: ['covid-19:approve'] },
    covid19RecordSupportReceived: { from: [APPROVED], to: null, permissions: keep },
    covid19DeliverSupportList: { from: [APPROVED], to: DELIVERED, permissions: keep },
  },
  problem: 'COVID_SUPPORT_LIST_STATE',
});

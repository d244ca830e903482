import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** How far a score sheet has come. */
export enum SheetState {
  DRAFT = 'DRAFT',
  IN_FORCE = 'IN_FORCE',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(SheetState, {
  name: 'EmulationAwardsSheetState',
  description: 'How far a score sheet has come, from its draft to the day it is put in force.',
  valuesConfig: {
    DRAFT: { description: 'Being written; only those who write and issue sheets see it.' },
    IN_FORCE: {
      description: 'Issued: a year can be run by it within its validity. Nothing of it changes any more.',
    },
    WITHDRAWN: { description: 'Given up with a reason before any year was run by it; it stays to be read.' },
  },
});

/** What is done with a score sheet, by the mutation that does it. */
export type SheetStep =
  | 'emulationAwardsChangeSheet'
  | 'emulationAwardsIssueSheet'
  | 'emulationAwardsWithdrawSheet';

/** The way of a score sheet that is written here; one that is loaded as data is in force from the start. */
export const sheetWorkflow = workflow<SheetState, SheetStep>({
  id: 'W-10',
  initial: SheetState.DRAFT,
  states: Object.values(SheetState),
  steps: {
    emulationAwardsChangeSheet: {
      from: [SheetState.DRAFT],
      to: null,
      permissions: ['emulation-awards:draft-sheets'],
    },
    emulationAwardsIssueSheet: {
      from: [SheetState.DRAFT],
      to: SheetState.IN_FORCE,
      permissions: ['emulation-awards:issue-sheets'],
    },
    emulationAwardsWithdrawSheet: {
      from: [SheetState.DRAFT, SheetState.IN_FORCE],
      to: SheetState.WITHDRAWN,
      permissions: ['emulation-awards:issue-sheets'],
    },
  },
  problem: 'EMULATION_SHEET_STATE',
});

/** The step as it is kept. */
export enum SheetAction {
  DRAFT = 'DRAFT',
  CHANGE = 'CHANGE',
  ISSUE = 'ISSUE',
  WITHDRAW = 'WITHDRAW',
}

registerEnumType(SheetAction, {
  name: 'EmulationAwardsSheetAction',
  description: 'What was done with a score sheet.',
  valuesConfig: {
    DRAFT: { description: 'It was drafted, new or as a copy of another.' },
    CHANGE: { description: 'Its draft was written anew.' },
    ISSUE: { description: 'It was put in force.' },
    WITHDRAW: { description: 'It was given up.' },
  },
});

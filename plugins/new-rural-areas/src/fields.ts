import { listedInReports } from '@phoihop/core';
import { allow } from '@phoihop/platform';

const read = allow.permission('new-rural-areas:read');
const assess = allow.permission('new-rural-areas:assess');
const submit = allow.permission('new-rural-areas:submit');
const poll = allow.permission('new-rural-areas:poll');
const tally = allow.permission('new-rural-areas:tally');
const tallies = allow.permission('new-rural-areas:tallies');
const appraise = allow.permission('new-rural-areas:appraise');
const decide = allow.permission('new-rural-areas:decide');
const supervise = allow.permission('new-rural-areas:supervise');
const decision = allow.public(
  'Criteria, questions and thresholds of new-rural work are published decisions.',
);

/** One rule for every field this plugin contributes. */
export const fields = {
  NewRuralAreasCriteriaSet: decision,
  NewRuralAreasCriterion: decision,
  NewRuralAreasPollRule: decision,
  NewRuralAreasPollQuestion: decision,
  'Query.newRuralAreasCriteriaSets': decision,
  'Query.newRuralAreasCriteriaSetInForce': decision,
  'Query.newRuralAreasPollRules': decision,
  'Query.newRuralAreasPollQuestions': decision,

  NewRuralAreasAssessment: read,
  NewRuralAreasAssessmentResult: read,
  NewRuralAreasEvidence: read,
  'Query.newRuralAreasAssessments': read,
  'AdministrativeUnit.newRuralAreasAssessments': read,
  'Mutation.newRuralAreasRecordCriteria': assess,
  'Mutation.newRuralAreasSubmitAssessment': submit,
  'Mutation.newRuralAreasCorrectCriterion': assess,
  'Mutation.newRuralAreasAddEvidence': assess,

  NewRuralAreasPoll: read,
  'NewRuralAreasPoll.areas': tallies,
  NewRuralAreasPollArea: tallies,
  NewRuralAreasPollTally: tallies,
  NewRuralAreasPollResult: read,
  NewRuralAreasPollAnswer: read,
  'Query.newRuralAreasPolls': read,
  'Query.newRuralAreasPollAreas': tallies,
  'Query.newRuralAreasPollResult': read,
  'AdministrativeUnit.newRuralAreasPolls': read,
  'Mutation.newRuralAreasOpenPoll': poll,
  'Mutation.newRuralAreasEnterTally': tally,
  'Mutation.newRuralAreasClosePoll': poll,
  'Mutation.newRuralAreasCancelPoll': poll,

  NewRuralAreasDossier: read,
  NewRuralAreasDossierStep: read,
  'Query.newRuralAreasDossiers': read,
  'AdministrativeUnit.newRuralAreasDossiers': read,
  'Mutation.newRuralAreasRegisterDossier': submit,
  'Mutation.newRuralAreasAttachAssessment': submit,
  'Mutation.newRuralAreasAttachPoll': submit,
  'Mutation.newRuralAreasSubmitDossier': submit,
  'Mutation.newRuralAreasReturnDossier': allow.anyOf(appraise, decide),
  'Mutation.newRuralAreasAppraiseDossier': appraise,
  'Mutation.newRuralAreasCancelDossier': submit,

  NewRuralAreasRecognition: read,
  NewRuralAreasRecheck: read,
  'Query.newRuralAreasRecognitions': read,
  'AdministrativeUnit.newRuralAreasRecognitions': read,
  'Mutation.newRuralAreasDecideRecognition': decide,
  'Mutation.newRuralAreasEnterEarlierRecognition': decide,
  'Mutation.newRuralAreasPublishRecognition': decide,
  'Mutation.newRuralAreasRecheckRecognition': appraise,
  'Mutation.newRuralAreasWithdrawRecognition': decide,

  NewRuralAreasSupervisionVisit: read,
  ...listedInReports(read, 'NewRuralAreasSupervisionVisit', [
    'visitedOn',
    'unit',
    'subject',
    'findings',
    'recommendation',
  ]),
  'Query.newRuralAreasSupervisionVisits': read,
  'AdministrativeUnit.newRuralAreasSupervisionVisits': read,
  'Mutation.newRuralAreasRecordVisit': supervise,
  'Mutation.newRuralAreasFollowUpVisit': supervise,
  'Mutation.newRuralAreasWithdrawVisit': supervise,

  NewRuralAreasStatusAnswer: read,
  NewRuralAreasStatusCount: read,
  NewRuralAreasCommuneStatus: read,
  'Query.newRuralAreasCommunesByStatus': read,
  NewRuralAreasCriteriaMatrix: read,
  NewRuralAreasMatrixRow: read,
  NewRuralAreasMatrixCell: read,
  'Query.newRuralAreasCriteriaMatrix': read,
  NewRuralAreasGapAnswer: read,
  NewRuralAreasCandidate: read,
  'Query.newRuralAreasGapToTarget': read,
} as const;

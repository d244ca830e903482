import { AdministrativeUnit, searchIn, unitsUnder, validOn, whether } from '@phoihop/core';
import { extend, label, list, many } from '@phoihop/platform';
import { AssessmentResult } from './assessments/assessment-result.js';
import { Assessment } from './assessments/assessment.js';
import { Evidence } from './assessments/evidence.js';
import { CriteriaSet } from './criteria/criteria-set.js';
import { Criterion } from './criteria/criterion.js';
import { DossierStep } from './dossiers/dossier-step.js';
import { Dossier } from './dossiers/dossier.js';
import { PollArea } from './polls/poll-area.js';
import { PollQuestion } from './polls/poll-question.js';
import { PollRule } from './polls/poll-rule.js';
import { PollTally } from './polls/poll-tally.js';
import { Poll } from './polls/poll.js';
import { Recheck } from './recognitions/recheck.js';
import { Recognition } from './recognitions/recognition.js';
import { SupervisionVisit } from './visits/supervision-visit.js';

const under = unitsUnder();

const current = whether(
  {
    en: 'Only what counts (true), or only what was corrected (false).',
    vi: 'Chỉ lấy kết quả còn được tính (true), hoặc chỉ kết quả đã được sửa (false).',
  },
  (row) => `${row}.superseded_at is null`,
);

const assessments = {
  filter: ['year', 'state', 'set', 'demo'],
  order: ['year', 'begunOn'],
  descending: true,
};

const polls = {
  filter: ['level', 'state', 'openedOn', 'passed', 'demo'],
  order: ['openedOn', 'households'],
  descending: true,
};

const dossiers = {
  filter: ['level', 'state', 'registeredOn', 'earlier', 'demo'],
  order: ['registeredOn', 'level'],
  descending: true,
};

const recognitions = {
  filter: ['level', 'decidedOn', 'demo'],
  filters: {
    held: whether(
      {
        en: 'Only titles that are held (true), or only withdrawn ones (false).',
        vi: 'Chỉ lấy danh hiệu đang được giữ (true), hoặc chỉ danh hiệu đã thu hồi (false).',
      },
      (row) => `${row}.withdrawn_on is null`,
    ),
  },
  order: ['decidedOn', 'level'],
  descending: true,
};

const visits = {
  filter: ['visitedOn', 'withdrawn', 'demo'],
  filters: {
    awaitsFollowUp: whether(
      {
        en: 'Only visits whose recommendation still awaits an answer (true), or only the others (false).',
        vi: 'Chỉ lấy lần giám sát có kiến nghị chưa được thực hiện (true), hoặc chỉ các lần khác (false).',
      },
      (row) => `(${row}.recommendation is not null and ${row}.follow_up is null and not ${row}.withdrawn)`,
    ),
    search: searchIn(
      {
        en: 'Only visits with these words in subject, findings or recommendation; accents and case do not matter.',
        vi: 'Chỉ lấy các lần giám sát có những từ này trong nội dung, kết quả hoặc kiến nghị; không phân biệt dấu và chữ hoa, chữ thường.',
      },
      ['subject', 'findings', 'recommendation'],
    ),
  },
  order: ['visitedOn'],
  descending: true,
};

/** Root lists. */
export const reads = {
  newRuralAreasCriteriaSets: list(CriteriaSet, {
    description: 'The sets of criteria of all levels, of the nation and of provinces, past ones included.',
    filter: ['level', 'code', 'province', 'demo'],
    filters: {
      validOn: validOn({
        en: 'Only sets in force on this day.',
        vi: 'Chỉ lấy các bộ tiêu chí có hiệu lực vào ngày này.',
      }),
    },
    order: ['validFrom', 'code'],
  }),
  newRuralAreasPollRules: list(PollRule, {
    description: 'What satisfaction polls must reach, past rules included.',
    filter: ['scope', 'level'],
    filters: {
      validOn: validOn({
        en: 'Only rules in force on this day.',
        vi: 'Chỉ lấy các quy định có hiệu lực vào ngày này.',
      }),
    },
    order: ['validFrom', 'level'],
  }),
  newRuralAreasPollQuestions: list(PollQuestion, {
    description: 'The questions of satisfaction polls in the order of the ballot, past ones included.',
    filter: ['code', 'decisive'],
    filters: {
      validOn: validOn({
        en: 'Only questions asked on this day.',
        vi: 'Chỉ lấy các câu hỏi được dùng vào ngày này.',
      }),
    },
    order: ['position'],
  }),
  newRuralAreasAssessments: list(Assessment, {
    description: 'Self-assessments of communes the caller may see, the latest year first, drafts included.',
    ...assessments,
    filter: ['unit', ...assessments.filter],
    filters: { under },
  }),
  newRuralAreasPolls: list(Poll, {
    description: 'Satisfaction polls the caller may see, the latest first, those given up included.',
    ...polls,
    filter: ['unit', ...polls.filter],
    filters: { under },
  }),
  newRuralAreasPollAreas: list(PollArea, {
    description:
      'The residential areas that take part in polls, with their counts, as far as the caller sees them.',
    filter: ['unit', 'poll', 'demo'],
    filters: {
      under,
      counted: whether(
        {
          en: 'Only areas that have counted (true), or only those that have not (false).',
          vi: 'Chỉ lấy khu dân cư đã nhập kết quả (true), hoặc chỉ khu dân cư chưa nhập (false).',
        },
        (row) => `${row}.polled is not null`,
      ),
    },
    order: ['id'],
  }),
  newRuralAreasDossiers: list(Dossier, {
    description: 'Dossiers the caller may see, the latest registration first, whatever became of them.',
    ...dossiers,
    filter: ['unit', ...dossiers.filter],
    filters: { under },
  }),
  newRuralAreasRecognitions: list(Recognition, {
    description: 'Titles of communes the caller may see, the latest decision first, withdrawn ones included.',
    ...recognitions,
    filter: ['unit', ...recognitions.filter],
    filters: { under, ...recognitions.filters },
  }),
  newRuralAreasSupervisionVisits: list(SupervisionVisit, {
    description: 'Supervision visits the caller may see, the latest first, withdrawn ones included.',
    ...visits,
    filter: ['unit', ...visits.filter],
    filters: { under, ...visits.filters },
  }),
};

/** Texts in the caller's language, and what hangs on what. */
export const extensions = [
  extend(CriteriaSet, {
    title: label('title', {
      description: 'What the set is called, in the language of the caller.',
      required: true,
    }),
    criteria: many(Criterion, 'set', {
      description: 'The criteria of the set, in the order of their numbers.',
      filter: ['topic'],
      order: ['number'],
    }),
  }),
  extend(Criterion, {
    title: label('title', {
      description: 'What the criterion is called, in the language of the caller.',
      required: true,
    }),
    thresholdText: label('thresholdText', {
      description: 'What is asked for in words, in the language of the caller.',
      required: true,
    }),
    unitOfMeasure: label('unitOfMeasure', {
      description:
        'What values are measured in, in the language of the caller; null where nothing is measured.',
    }),
  }),
  extend(PollQuestion, {
    text: label('text', {
      description: 'The words of the question, in the language of the caller.',
      required: true,
    }),
  }),
  extend(Assessment, {
    results: many(AssessmentResult, 'assessment', {
      description: 'Its results by criterion, corrected ones included: filter by `current`.',
      filter: ['criterion', 'outcome'],
      filters: { current },
      order: ['id', 'recordedAt'],
    }),
    evidence: many(Evidence, 'assessment', {
      description: 'The documents that prove its results.',
      filter: ['criterion'],
      order: ['id', 'addedOn'],
    }),
  }),
  extend(Poll, {
    areas: many(PollArea, 'poll', {
      description: 'The residential areas that take part, as far as the caller sees their counts.',
      order: ['id'],
    }),
  }),
  extend(PollArea, {
    tallies: many(PollTally, 'area', {
      description: 'Its counts by question, corrected ones included: filter by `current`.',
      filter: ['question'],
      filters: { current },
      order: ['id', 'recordedAt'],
    }),
  }),
  extend(Dossier, {
    steps: many(DossierStep, 'dossier', {
      description: 'The steps that were taken with it, in their order.',
      filter: ['step', 'takenOn'],
      order: ['id', 'takenOn'],
    }),
    recognitions: many(Recognition, 'dossier', {
      description: 'The title that it has led to; none before the decision, never more than one.',
      order: ['decidedOn'],
    }),
  }),
  extend(Recognition, {
    rechecks: many(Recheck, 'recognition', {
      description: 'What was found when the commune was looked at again, the latest first.',
      filter: ['stillMet'],
      order: ['checkedOn'],
      descending: true,
    }),
  }),
  extend(AdministrativeUnit, {
    newRuralAreasAssessments: many(Assessment, 'unit', {
      description: 'Self-assessments of this commune, the latest year first, drafts included.',
      ...assessments,
    }),
    newRuralAreasPolls: many(Poll, 'unit', {
      description: 'Satisfaction polls about this unit, the latest first, those given up included.',
      ...polls,
    }),
    newRuralAreasDossiers: many(Dossier, 'unit', {
      description: 'Dossiers of this commune, the latest registration first, whatever became of them.',
      ...dossiers,
    }),
    newRuralAreasRecognitions: many(Recognition, 'unit', {
      description:
        'Titles of this commune, the latest decision first, withdrawn ones included. Those of its predecessors are theirs.',
      ...recognitions,
    }),
    newRuralAreasSupervisionVisits: many(SupervisionVisit, 'unit', {
      description: 'Supervision visits to this commune, the latest first, withdrawn ones included.',
      ...visits,
    }),
  }),
];

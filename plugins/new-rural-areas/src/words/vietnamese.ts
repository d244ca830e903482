import { assessmentWords } from './assessments.js';
import { criteriaWords } from './criteria.js';
import { dossierWords } from './dossiers.js';
import { overviewWords } from './overview.js';
import { pollWords } from './polls.js';
import { recognitionWords } from './recognitions.js';
import { visitWords } from './visits.js';

/** Vietnamese descriptions by schema coordinate, subject by subject. */
export const vietnamese = {
  ...criteriaWords,
  ...assessmentWords,
  ...pollWords,
  ...dossierWords,
  ...recognitionWords,
  ...overviewWords,
  ...visitWords,
} as const;

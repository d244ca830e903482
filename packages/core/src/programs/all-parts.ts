/** For tests: the parts of core that programs, documents, activities, plans and targets stand on, with themselves. */
import { accessPart } from '../access/access-part.js';
import { activitiesPart } from '../activities/activities-part.js';
import { documentsPart } from '../documents/documents-part.js';
import { indicatorsPart } from '../indicators/indicators-part.js';
import { organizationsPart } from '../organizations/organizations-part.js';
import type { CorePart } from '../part.js';
import { peoplePart } from '../people/people-part.js';
import { periodsPart } from '../periods/periods-part.js';
import { plansPart } from '../plans/plans-part.js';
import { targetsPart } from '../targets/targets-part.js';
import { unitsPart } from '../units/units-part.js';
import { valuesPart } from '../values/values-part.js';
import { reportsPart } from '../reports/reports-part.js';
import { programsPart } from './programs-part.js';

export const allParts: readonly CorePart[] = [
  unitsPart,
  accessPart,
  organizationsPart,
  peoplePart,
  documentsPart,
  programsPart,
  activitiesPart,
  plansPart,
  periodsPart,
  indicatorsPart,
  valuesPart,
  reportsPart,
  targetsPart,
];

import { covid19 } from './covid-19.js';
import type { ProgramPromises } from './program-promises.js';
import { socialInsurance } from './social-insurance.js';

/** Those of the plugins with tables of their own. */
export const programPromises: readonly ProgramPromises[] = [covid19, socialInsurance];

import { emulationAwards } from './emulation-awards.js';
import type { ProgramPromises } from './program-promises.js';
import { socialInsurance } from './social-insurance.js';

/** Those of the plugins with tables of their own. */
export const programPromises: readonly ProgramPromises[] = [emulationAwards, socialInsurance];

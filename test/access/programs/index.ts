import { covid19 } from './covid-19.js';
import { crimePrevention } from './crime-prevention.js';
import { environment } from './environment.js';
import { emulationAwards } from './emulation-awards.js';
import { newRuralAreas } from './new-rural-areas.js';
import type { ProgramPromises } from './program-promises.js';
import { socialInsurance } from './social-insurance.js';

/** Those of the plugins with tables of their own. */
export const programPromises: readonly ProgramPromises[] = [
  covid19,
  crimePrevention,
  emulationAwards,
  environment,
  newRuralAreas,
  socialInsurance,
];

import { fundAndHelpWords } from './fund-and-help.js';
import { outbreakWords } from './outbreaks.js';
import { supportWords } from './support.js';
import { teamWords } from './teams.js';

/** Vietnamese descriptions by schema coordinate, a file a subject. */
export const vietnamese = { ...outbreakWords, ...teamWords, ...supportWords, ...fundAndHelpWords };

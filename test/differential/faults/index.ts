import type { Fault } from './fault.js';
import { faultsInAnswer } from './in-answer.js';
import { faultsInRequest } from './in-request.js';
import { faultsInSql } from './in-sql.js';

export type { Fault } from './fault.js';

/** Mistakes that the comparison must find. */
export const faults: readonly Fault[] = [...faultsInRequest, ...faultsInSql, ...faultsInAnswer];

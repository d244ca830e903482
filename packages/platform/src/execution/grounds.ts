import type { Grounds } from '../contract/context.js';
import type { Statement } from '../compilation/plan.js';

/** The rights a caller came with are not those of today: the host loads them anew and asks again. */
export class RightsChanged extends Error {
  constructor() {
    super('The rights of the caller have changed since they were loaded.');
    this.name = 'RightsChanged';
  }
}

const known = new WeakMap<Statement, { readonly sql: string; readonly text: string }>();

/**
 * A statement that says beside its answer what the caller's rights stand on, as of the same moment: no answer is given
 * by rights that ended before it was read.
 */
export function withGrounds(statement: Statement, grounds?: Grounds): string {
  if (!grounds) return statement.text;
  let made = known.get(statement);
  if (made?.sql !== grounds.sql) {
    const text = `select a."json", (${grounds.sql})::text as "grounds" from (${statement.text}) a`;
    known.set(statement, (made = { sql: grounds.sql, text }));
  }
  return made.text;
}

import type { TablePromise } from '../promise.js';

/** What the gates have to know of a program's plugin: its promises, and rows that its demonstration does not have. */
export interface ProgramPromises {
  /**
   * Types of what its mutations and questions name by id, by the argument's name, where that is not the type's; by
   * `mutation.argument` where the name means something else elsewhere.
   */
  readonly ids: Readonly<Record<string, string>>;
  /** Answers of code, by the type of row that tells what they can be asked about: its unit, its level. */
  readonly askedOf?: Readonly<Record<string, string>>;
  /** One for each of its tables whose rule looks at the row. */
  readonly promises: readonly TablePromise[];
  /** SQL that enters rows of a foreign district in its tables (`places` of `../places.js`): what is to be hidden. */
  readonly rows: readonly string[];
  /** SQL that fills columns that are empty in the demonstration, so that every field can be answered with something. */
  readonly moreRows: readonly string[];
}

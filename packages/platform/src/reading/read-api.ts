import type { ClassType } from '../contract/translated.js';
import type { Row } from './row.js';

/**
 * What resolvers read with. Reads of one tick are batched into one statement; what the caller may not see is
 * simply not there.
 */
export interface ReadApi {
  /** One entity row with all its columns, or `null`. `asOf` matters for temporal entities. */
  byId(entity: ClassType, id: number, asOf?: string): Promise<Row | null>;
  /**
   * The row id behind a client's global id.
   * @param field The argument's name, for the error.
   * @throws ProblemError BAD_USER_INPUT where it is an id of another type, or none.
   */
  localId(entity: ClassType, globalId: string, field: string): number;
  /** The global id of a row. */
  globalId(entity: ClassType, id: number): string;
}

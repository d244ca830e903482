import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLOutputType } from 'graphql';
import type { EntityPlan } from '../reading/entity-plan.js';
import type { Bound } from './bound.js';

/** One SQL statement whose text is the same for every request of the plan; its values are read from the request. */
export interface Statement {
  readonly text: string;
  readonly values: readonly ((bound: Bound) => unknown)[];
}

/** A field whose value JavaScript gives: an author's code, or a refusal. */
export interface Hole {
  /** The name it has in the answer, where the statement has left `null`. */
  readonly key: string;
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/** A value inside an object of the answer that has work in it. */
export interface Inner {
  readonly key: string;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
  readonly work: Work;
}

/** What JavaScript has to do with an object of the answer once the statement has given it; most have none. */
export interface Work {
  readonly type: GraphQLObjectType;
  /** The entity whose whole row the object carries under {@link ROW}, for its holes. */
  readonly row: EntityPlan | null;
  /** The entity whose ids it carries under {@link IDS}, because reading them is recorded. */
  readonly audited: EntityPlan | null;
  readonly holes: readonly Hole[];
  readonly inner: readonly Inner[];
}

/** Names in the answer that no GraphQL name can be; they are taken out before it is shown. */
export const ROW = '$row';
export const ROW_DATE = '$asOf';
export const IDS = '$ids';

/**
 * What stands in the answer where a value is missing that must be there. A quotation mark inside a text is written
 * `\"`, so no data can look like it but a text that is just this; the resolvers then find nothing wrong with it.
 */
export const VIOLATION = '$violation';

/**
 * What a request must pass for the plan to be true of it.
 * @throws NotCompiled where it is not.
 */
export type Guard = (bound: Bound) => void;

/** An operation of certain rights and a certain shape of variables, compiled. */
export interface OperationPlan {
  /** Nothing where all root fields are JavaScript. */
  readonly statement: Statement | null;
  readonly work: Work | null;
  readonly guards: readonly Guard[];
  /** Whether it is true of all requests of this shape, and not only of the one it was compiled for. */
  readonly cacheable: boolean;
  /** Whether row security decides about a table it reads: then it needs the caller's session. */
  readonly needsSession: boolean;
  /** Whether PostgreSQL should plan it for the values of each request, because they decide which index is the right one. */
  readonly valuesDecide: boolean;
  /** Tables it reads, for explanations. */
  readonly tables: readonly string[];
  /** `Type.field` whose rule was asked. */
  readonly coordinates: readonly string[];
}

/** Rows of one entity by their ids, as some field of JavaScript has named them. */
export interface BatchPlan {
  readonly statement: Statement;
  readonly work: Work | null;
  readonly guards: readonly Guard[];
}

/** The operation has something in it that is left to the resolvers. */
export class NotCompiled extends Error {}

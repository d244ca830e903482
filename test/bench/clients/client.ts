import type { Subject } from '../subjects.ts';
import type { WorkloadName } from '../workloads.ts';

/** An HTTP POST with a JSON body. */
export interface Request {
  readonly path: string;
  readonly body: unknown;
}

/** How one kind of server is asked, and what its answers say. */
export interface Client {
  /** null where it was not made to answer this. */
  request(workload: WorkloadName, subject: Subject): Request | null;
  /** The content of an answer, in the shape that all have in common. */
  toCommon(workload: WorkloadName, answer: any): unknown;
}

/** A document with variables, as GraphQL goes over HTTP. */
export const graphql = (query: string, variables: Record<string, unknown>): Request => ({
  path: '/graphql',
  body: { query, variables },
});

/** The nodes of a connection. */
export const nodes = <T = any>(connection: { nodes: T[] }): T[] => connection.nodes;

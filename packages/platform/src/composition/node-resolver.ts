import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Node } from '../reading/connection.js';
import { decodeGlobalId } from '../reading/global-id.js';
import type { Row } from '../reading/row.js';

/** What the node resolver needs of the operation. */
interface NodeContext {
  nodeById(type: string, id: number): Promise<Row | null>;
}

/** Refetching by global id (Relay object identification). */
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'The object with this global id. Null where there is none, where the id is garbled, and where the caller may not see it: the three answer alike.',
  })
  async node(
    @Arg('id', () => ID, { description: 'The global id, as any object of this graph gave it.' }) id: string,
    @Ctx() context: NodeContext,
  ): Promise<Row | null> {
    const decoded = decodeGlobalId(id);
    return decoded ? context.nodeById(decoded.type, decoded.id) : null;
  }
}

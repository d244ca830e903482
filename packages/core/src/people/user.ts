import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from './person.js';

/**
 * An account to sign in with. The password's hash is not here: it lies in `core.user_credential`, which no entity
 * maps and the serving role cannot read.
 */
@ObjectType({
  implements: Node,
  description: 'An account to sign in with. It is seen by whoever sees its person.',
})
@Entity({ schema: 'core', tableName: 'user_account' })
export class User extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, { description: 'What one signs in with; case, dots and hyphens make no difference.' })
  @Property({ type: 'text' })
  username!: string;

  @Field(() => Person, { nullable: true, description: 'Whose account it is.' })
  @ManyToOne({ entity: () => Person, fieldName: 'person_id' })
  person!: Rel<Person>;

  /** Raised to end all sessions: a token carries the one it was issued under. */
  @Property({ type: 'integer', default: 1 })
  sessionVersion: number = 1;

  @Field(() => Date, {
    nullable: true,
    description: 'When the account was switched off; null while it can be used.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  disabledAt: Date | null = null;

  @Field(() => Boolean, { description: 'Whether the account was made for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;

  @Field(() => Int, {
    description: 'Number of the state that was read; to be sent back as expectedVersion with a change.',
  })
  @Property({ type: 'integer', version: true })
  version!: number;
}

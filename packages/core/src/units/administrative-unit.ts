import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';

/**
 * A place under government, as one thing through time. What changes (code, name, kind, parent) is kept in
 * {@link AdministrativeUnitVersion} and read as of a date: the platform shows `code`, `name`, `fullName`, `kind` and
 * `parent` of the version on this type, so they are deliberately not declared here.
 */
@ObjectType({
  implements: Node,
  description:
    'An administrative unit of Vietnam through time. Code, name, kind and parent are those of the date asked for. A state code is no identity: in 2025 most codes passed to other units.',
})
@Entity({ schema: 'core', tableName: 'administrative_unit' })
export class AdministrativeUnit extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  /** Which hierarchy it belongs to; `ADMIN` is the state's. */
  @Property({ type: 'text', default: 'ADMIN' })
  tree: string = 'ADMIN';

  @Field(() => Boolean, {
    description: 'Whether the unit was invented for the demonstration; units of the state lists are not.',
  })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;

  /** Name of the unit in the state lists, `code@date`, by which loading finds it again. Null on others. */
  @Property({ type: 'text', nullable: true, unique: true })
  referenceKey: string | null = null;
}

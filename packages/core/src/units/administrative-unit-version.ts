import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from './administrative-unit.js';
import { UnitKind } from './unit-kind.js';

/**
 * What a unit was called, where it stood and what it was, over a range of days. Believed versions (no
 * `supersededAt`) of one unit never overlap; a version found wrong is superseded, not changed, so that a report
 * signed under the old knowledge can be reproduced.
 */
@ObjectType({
  implements: Node,
  description: 'Code, name, kind and parent of an administrative unit over a range of days.',
})
@Entity({ schema: 'core', tableName: 'administrative_unit_version' })
export class AdministrativeUnitVersion extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit that these facts are about.' })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  /** The unit's tree, repeated so that the database can hold (tree, code) unique on every day. */
  @Property({ type: 'text', default: 'ADMIN' })
  tree: string = 'ADMIN';

  @Field(() => String, {
    description:
      'Code of the General Statistics Office on that day, with its leading zeros; a residential area has a code of its commune. Another unit may carry it on another day.',
  })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name without the word for its kind: "Bàu Hàm".' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'Name with the word for its kind: "Xã Bàu Hàm".' })
  @Property({ type: 'text' })
  fullName!: string;

  @Field(() => UnitKind, { description: 'What the unit was in law over these days.' })
  @Property({ type: 'text' })
  kind!: UnitKind;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit above; null at the root of the tree.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'parent_id', nullable: true })
  parent: Rel<AdministrativeUnit> | null = null;

  @Field(() => DateScalar, { description: 'The first day on which this held.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which this no longer held; null while it does.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Field(() => String, { nullable: true, description: 'The decision or state list behind it, as cited.' })
  @Property({ type: 'text', nullable: true })
  legalBasis: string | null = null;

  /** The name as it is searched; the database computes it. */
  @Property({ type: 'text', generated: 'core.search_key(name) stored' })
  searchKey!: string;

  /** Whether it came from the state lists: loading them again replaces only such rows. */
  @Property({ type: 'boolean', default: false })
  reference: boolean = false;

  @Field(() => Date, { description: 'When the platform learned it.' })
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  recordedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When the platform learned better; null while it is believed.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null = null;
}

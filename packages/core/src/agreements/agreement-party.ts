import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Organization } from '../organizations/organization.js';
import { AgreementPartyRole } from './agreement-enums.js';
import { Agreement } from './agreement.js';

/** Nothing is deleted, so a party that was taken out of a draft stays, marked. */
@ObjectType({ implements: Node, description: 'That an organization signs, or has signed, an agreement.' })
@Entity({ schema: 'core', tableName: 'agreement_party' })
export class AgreementParty extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Agreement, { nullable: true, description: 'The agreement that is signed.' })
  @ManyToOne({ entity: () => Agreement, fieldName: 'agreement_id' })
  agreement!: Rel<Agreement>;

  @Field(() => Organization, { nullable: true, description: 'The organization that signs it.' })
  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id' })
  organization!: Rel<Organization>;

  @Field(() => AgreementPartyRole, { description: 'As what it signs.' })
  @Property({ type: 'text' })
  role!: AgreementPartyRole;

  @Field(() => Boolean, { description: 'Whether it was taken out again while this was a draft.' })
  @Property({ type: 'boolean', default: false })
  dropped: boolean = false;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Agreement } from '../agreements/agreement.js';
import { Organization } from '../organizations/organization.js';
import { Program } from './program.js';

/** That an organization takes part in a program over a range of days: what "its programs" means to a member. */
@ObjectType({
  implements: Node,
  description: 'That an organization takes part in a program over a range of days, as its agreement says.',
})
@Entity({ schema: 'core', tableName: 'program_participant' })
export class ProgramParticipant extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Program, {
    nullable: true,
    description: 'The line of the coordination program it takes part in.',
  })
  @ManyToOne({ entity: () => Program, fieldName: 'program_id' })
  program!: Rel<Program>;

  /** The program's code, repeated for row rules: scopes speak of programs by code. */
  @Property({ type: 'text', fieldName: 'program' })
  programCode!: string;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that takes part in the program.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id' })
  organization!: Rel<Organization>;

  @Field(() => DateScalar, { description: 'The first day on which it takes part.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer does; null while it does.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Field(() => Agreement, {
    nullable: true,
    description:
      'The agreement because of which it does; null where the register says so, or you may not see it.',
  })
  @ManyToOne({ entity: () => Agreement, fieldName: 'agreement_id', nullable: true })
  agreement: Rel<Agreement> | null = null;

  @Field(() => Boolean, {
    description: 'Whether this was invented for the demonstration; the source names almost none.',
  })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;
}

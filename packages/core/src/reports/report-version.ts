import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { User } from '../people/user.js';
import { Report } from './report.js';

/** A report as it was signed. Whatever becomes of its figures, of the form or of the unit, this stays as it is. */
@ObjectType({
  implements: Node,
  description: 'A report exactly as it was signed and handed in; later corrections do not change it.',
})
@Entity({ schema: 'core', tableName: 'report_version' })
export class ReportVersion extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Report, { nullable: true, description: 'The report it is a version of.' })
  @ManyToOne({ entity: () => Report, fieldName: 'report_id' })
  report!: Rel<Report>;

  @Field(() => Int, { description: 'From 1; each time the report is handed in there is one more.' })
  @Property({ type: 'int' })
  number!: number;

  @Field(() => String, {
    description:
      'What was signed, as a JSON text: form, unit, period, figures, note and signer. Letter by letter.',
  })
  @Property({ type: 'text' })
  content!: string;

  @Field(() => String, {
    description:
      'SHA-256 (FIPS 180-4) of the content in UTF-8, in 64 hexadecimal digits: whoever kept it can tell that nothing was changed.',
  })
  @Property({ type: 'text' })
  sha256!: string;

  @Field(() => Date, { description: 'When it was signed.' })
  @Property({ type: 'timestamptz' })
  signedAt!: Date;

  @Field(() => User, { nullable: true, description: 'Who signed it; null where accounts may not be seen.' })
  @ManyToOne({ entity: () => User, fieldName: 'signed_by' })
  signedBy!: Rel<User>;

  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;
}

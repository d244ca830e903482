import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { User } from '../people/user.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AttachmentConfidentiality } from './attachment-enums.js';

/** What is known of a file; its bytes lie in the host's store under their SHA-256. */
@ObjectType({
  implements: Node,
  description:
    'A file that somebody uploaded as evidence. Its bytes are fetched with GET /files/<id>, by whoever sees it here.',
})
@Entity({ schema: 'core', tableName: 'attachment' })
export class Attachment extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit whose file it is; together with the program it says who may see it.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the coordination program it belongs to, as in "PRG-27"; null where it is of none.',
  })
  @Property({ type: 'text', nullable: true })
  programCode: string | null = null;

  @Field(() => String, { description: 'The name it was uploaded under, with its ending.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, {
    description: 'What it is by its contents, whatever its name says: "application/pdf".',
  })
  @Property({ type: 'text' })
  mediaType!: string;

  @Field(() => Int, { description: 'How many bytes it has.' })
  @Property({ type: 'int' })
  size!: number;

  @Field(() => String, {
    description: 'SHA-256 of its bytes in hexadecimal: whoever holds a copy can tell whether it is the same.',
  })
  @Property({ type: 'text' })
  sha256!: string;

  @Field(() => AttachmentConfidentiality, {
    description: 'Its class of confidentiality, which says who may see it.',
  })
  @Property({ type: 'text' })
  confidentiality!: AttachmentConfidentiality;

  @Field(() => User, {
    nullable: true,
    description: 'Who uploaded it; null where the caller may not see the account.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'uploaded_by', nullable: true })
  uploadedBy: Rel<User> | null = null;

  @Field(() => Date, { description: 'When it was uploaded.' })
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  uploadedAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo = false;
}

import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType } from 'type-graphql';
import { DocumentConfidentiality, DocumentRelation } from './document-enums.js';

@InputType({ description: 'A document to be entered, as it is cited.' })
export class CreateDocumentInput {
  @Field(() => String, {
    description: 'How it is cited, word for word; number and date are read from it where it has them.',
  })
  citedAs!: string;

  @Field(() => String, { description: 'What it is about, in Vietnamese, in a line.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The same in English, for readers of the English pages.',
  })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Its number, where the citation does not have it.' })
  number?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was signed, where the citation does not have it.',
  })
  date?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What sort of document it is, in Vietnamese: "Kế hoạch".',
  })
  type?: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it, in Vietnamese, in full.' })
  issuer?: string | null;

  @Field(() => DocumentConfidentiality, { description: 'Who may read it; SEALED is refused here.' })
  confidentiality!: DocumentConfidentiality;

  @Field(() => ID, {
    description: 'The unit whose Front keeps it; you need the right to keep documents there.',
  })
  unit!: string;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({
  description: 'A link to be made from one document, activity or plan (exactly one of them) to a document.',
})
export class LinkDocumentInput {
  @Field(() => ID, {
    description: 'The document that is cited, carried out, replaced, amended or offered as proof.',
  })
  document!: string;

  @Field(() => DocumentRelation, { description: 'In what way they belong together.' })
  relation!: DocumentRelation;

  @Field(() => ID, {
    nullable: true,
    description: 'The document that the link starts from, if it is a document.',
  })
  fromDocument?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The activity that the link starts from, if it is an activity.',
  })
  activity?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The work plan that the link starts from, if it is a plan.',
  })
  plan?: string | null;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

import type { Row } from '@phoihop/platform';
import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { parseDocumentNumber, type DocumentNumber } from './document-number.js';
import { Document } from './document.js';

@ObjectType('DocumentNumber', {
  description: 'The number of a document taken apart by the grammar of official documents.',
})
export class DocumentNumberParts implements DocumentNumber {
  @Field(() => String, { description: 'The running number as written, leading zeros included: "03".' })
  serial!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The year that laws and decrees carry in their number; null on others.',
  })
  year!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Abbreviation of what sort of document it is: "NQ"; null on laws.',
  })
  type!: string | null;

  @Field(() => [String], { description: 'Abbreviations of those who issued it, in order: "MTTQ", "TCTV".' })
  issuers!: string[];
}

/** Texts of a document in the caller's language, and its number in parts. */
@Resolver(() => Document)
export class DocumentResolver {
  @FieldResolver(() => DocumentNumberParts, {
    nullable: true,
    description:
      'The number in its parts; null where there is none, or where it does not follow the grammar.',
  })
  numberParts(@Root() document: Row): DocumentNumber | null {
    return typeof document['number'] === 'string' ? parseDocumentNumber(document['number']) : null;
  }
}

import type { RequestContext, Row } from '@phoihop/platform';
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { localized } from '../programs/localized.js';
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
  @FieldResolver(() => String, { description: 'What the document is about, in the language of the caller.' })
  title(@Root() document: Row, @Ctx() context: RequestContext): string | null {
    return localized(document, 'title', context.locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What sort of document it is ("Resolution"), in the language of the caller; null where unknown.',
  })
  type(@Root() document: Row, @Ctx() context: RequestContext): string | null {
    return localized(document, 'type', context.locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who issued it, in the language of the caller; null where the source does not say.',
  })
  issuer(@Root() document: Row, @Ctx() context: RequestContext): string | null {
    return localized(document, 'issuer', context.locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What to be careful about with this document, in the language of the caller.',
  })
  note(@Root() document: Row, @Ctx() context: RequestContext): string | null {
    return localized(document, 'note', context.locale);
  }

  @FieldResolver(() => DocumentNumberParts, {
    nullable: true,
    description:
      'The number in its parts; null where there is none, or where it does not follow the grammar.',
  })
  numberParts(@Root() document: Row): DocumentNumber | null {
    return typeof document['number'] === 'string' ? parseDocumentNumber(document['number']) : null;
  }
}

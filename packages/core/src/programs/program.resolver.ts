import type { RequestContext, Row } from '@phoihop/platform';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { localized } from './localized.js';
import { Program } from './program.js';

/** Texts of a program in the caller's language. */
@Resolver(() => Program)
export class ProgramResolver {
  @FieldResolver(() => String, { description: 'Short name of the line in the language of the caller.' })
  title(@Root() program: Row, @Ctx() context: RequestContext): string | null {
    return localized(program, 'title', context.locale);
  }
}

import type { RequestContext, Row } from '@phoihop/platform';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { localized } from '../programs/localized.js';
import { Role } from './role.js';

@Resolver(() => Role)
export class RoleResolver {
  @FieldResolver(() => String, { description: 'What the role is called, in the language of the caller.' })
  title(@Root() role: Row, @Ctx() context: RequestContext): string | null {
    return localized(role, 'title', context.locale);
  }
}

import { allow, DateScalar, definePlugin, type RequestContext } from '@phoihop/platform';
import { Ctx, Query, Resolver } from 'type-graphql';

@Resolver()
class BusinessDayResolver {
  @Query(() => DateScalar, {
    nullable: true,
    description: 'The date that deadlines and validity are judged by.',
  })
  businessDay(@Ctx() { clock }: RequestContext): string {
    return clock.businessDate;
  }
}

const calendar = allow.public('What day it is is no secret.');

export default definePlugin({
  id: 'business-day',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Ngày nghiệp vụ', en: 'Business day' },
  graphql: { resolvers: [BusinessDayResolver] },
  access: { fields: { 'Query.businessDay': calendar } },
  translations: { vi: { 'Query.businessDay': 'Ngày dùng để xét thời hạn và hiệu lực.' } },
});

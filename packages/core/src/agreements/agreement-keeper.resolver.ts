import DataLoader from 'dataloader';
import type { RequestContext, Row } from '@phoihop/platform';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { Agreement } from './agreement.js';

@Resolver(() => Agreement)
export class AgreementKeeperResolver {
  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description:
      'The unit whose Front keeps it on the business date: the one that signed, or, once that has ended, the one that took its place, or the one above where it was divided. Null where no source tells what became of it.',
  })
  async keeper(@Root() agreement: Row, @Ctx() context: RequestContext): Promise<number | null> {
    return keepers(context).load(agreement['unit'] as number);
  }
}

/** One statement for all agreements of a level; the tree does not change within an operation. */
const keepers = (context: RequestContext): DataLoader<number, number | null> =>
  context.once(
    'core:agreement keepers',
    () =>
      new DataLoader(async (units: readonly number[]) => {
        const rows = await context.session.query<{ keeper: number | null }>(
          'select core.keeper_of(unit, $2::date) as keeper from unnest($1::bigint[]) with ordinality as asked (unit, n) order by n',
          [units, context.clock.businessDate],
        );
        return rows.map(({ keeper }) => keeper);
      }),
  );

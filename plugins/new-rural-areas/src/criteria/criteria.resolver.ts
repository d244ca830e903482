import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { CriteriaSet } from './criteria-set.js';
import { Level } from './level.js';
import { setInForce } from './set-in-force.js';

@Resolver()
export class CriteriaResolver {
  @Query(() => CriteriaSet, {
    nullable: true,
    description:
      'The criteria by which a unit is judged on a day: those of its province where it has issued some, otherwise the nation’s.',
  })
  async newRuralAreasCriteriaSetInForce(
    @Arg('unit', () => ID, { description: 'Global id of the unit that is to be judged.' }) unit: string,
    @Arg('level', () => Level, { description: 'The level that is aimed at.' }) level: Level,
    @Ctx() context: RequestContext,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'The day on which the set is in force; the business date when not given.',
    })
    on?: string | null,
  ): Promise<number> {
    const unitId = context.read.localId(AdministrativeUnit, unit, 'unit');
    const set = await setInForce(context, {
      unitId,
      level,
      on: on ?? context.clock.businessDate,
      field: 'level',
    });
    return set.id;
  }
}

import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Plan } from '../plans/plan.js';
import { found } from '../programs/input.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { allocationTable } from './allocation-table.js';
import { AllocationRow } from './allocation-table-types.js';

@Resolver()
export class AllocationTableResolver {
  @Query(() => [AllocationRow], {
    nullable: true,
    description:
      'What of the targets of a unit in a year was handed down to units below and organizations, target by target: the whole, the parts, what nobody has, and who has none. 200 targets at most, in the order of their codes.',
  })
  async targetAllocations(
    @Arg('unit', () => ID, { description: 'The unit whose own targets are reconciled: the district.' })
    unit: string,
    @Arg('year', () => Int, {
      nullable: true,
      description: 'The year of the targets; that of the business date when not given.',
    })
    year: number | null,
    @Arg('program', () => String, {
      nullable: true,
      description: 'Only targets of this line, as in "PRG-15".',
    })
    program: string | null,
    @Arg('plan', () => ID, {
      nullable: true,
      description: 'Only targets that this plan contains now; a plan of the unit.',
    })
    plan: string | null,
    @Ctx() context: RequestContext,
  ): Promise<AllocationRow[]> {
    const unitId = (await found(context, AdministrativeUnit, unit, 'unit')).id;
    const chosen = plan ? await found(context, Plan, plan, 'plan') : null;
    if (chosen && chosen['unit'] !== unitId)
      throw new ProblemError('BAD_USER_INPUT', { field: 'plan', given: plan, allowed: unit });
    return allocationTable(context, {
      unit: unitId,
      year: year ?? Number(context.clock.businessDate.slice(0, 4)),
      program: program ?? null,
      plan: chosen?.id ?? null,
    });
  }
}

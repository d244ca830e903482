import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { countryUnit } from '../access/country-unit.js';
import { requireScope } from '../access/scope.js';
import { found, requiredText } from '../programs/input.js';
import { oweReports, refuseOverlap } from './add-period.resolver.js';
import { CorrectPeriodInput, WithdrawPeriodInput } from './mend-period-inputs.js';
import { Period } from './period.js';
import { requireReason } from './require-reason.js';
import { setPeriods } from './set-periods.js';

/** What of an added period can be put right. */
interface Mended {
  readonly labelVi: string;
  readonly labelEn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly basis: string;
}

@Resolver()
export class MendPeriodResolver {
  @Mutation(() => Period, {
    nullable: true,
    description:
      'Corrects names, days or basis of a period that was added wrongly, as long as nothing refers to it. Its key, series and unit stay: for others it is withdrawn and added anew.',
  })
  async correctPeriod(
    @Arg('input', () => CorrectPeriodInput, { description: 'Which period, and how it should read.' })
    input: CorrectPeriodInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason);
    const period = await periodToMend(context, input.period);
    const before = saidBy(period);
    const after = correctedBy(input, before);
    await refuseOverlap(
      context,
      {
        calendar: period['calendarKey'] as string,
        series: period['series'] as string,
        startsOn: after.startsOn,
        endsOn: after.endsOn,
        except: period.id,
      },
      period['unit'] as number | null,
    );
    const [done] = await context.session.query<{ referrers: string[] }>(
      'select core.correct_set_period($1, $2, $3, $4, $5, $6) as referrers',
      [period.id, after.labelVi, after.labelEn, after.startsOn, after.endsOn, after.basis],
    );
    refuseReferred(context, period, done!.referrers);
    await oweReports(context, after.endsOn);
    await context.audit(
      'core:period.correct',
      { type: 'Period', id: period.id },
      { key: period['key'], before, after, reason },
    );
    return period.id;
  }

  @Mutation(() => String, {
    nullable: true,
    description:
      'Takes back a period that was added wrongly, as long as nothing refers to it, and answers its key, which is free again. What it said stays in the audit trail.',
  })
  async withdrawPeriod(
    @Arg('input', () => WithdrawPeriodInput, { description: 'Which period, and why.' })
    input: WithdrawPeriodInput,
    @Ctx() context: RequestContext,
  ): Promise<string> {
    const reason = requireReason(input.reason);
    const period = await periodToMend(context, input.period);
    const [done] = await context.session.query<{ referrers: string[] }>(
      'select core.withdraw_set_period($1) as referrers',
      [period.id],
    );
    refuseReferred(context, period, done!.referrers);
    const key = period['key'] as string;
    await context.audit(
      'core:period.withdraw',
      { type: 'Period', id: period.id },
      { key, calendar: period['calendarKey'], unit: period['unit'], before: saidBy(period), reason },
    );
    return key;
  }
}

/**
 * The period, where it is one that somebody added and the caller may mend.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, PERIOD_CALENDAR_RULED, PERIOD_REGISTERED
 */
async function periodToMend(context: RequestContext, globalId: string): Promise<Row> {
  const period = await found(context, Period, globalId, 'input.period');
  if (period['year'] !== null) {
    throw new ProblemError('PERIOD_CALENDAR_RULED', {
      field: 'input.period',
      given: period['calendarKey'],
      allowed: ['TERM', 'CAMPAIGN', 'MULTI_YEAR'],
    });
  }
  await requireScope(context, 'core:period.manage', {
    unitId: (period['unit'] as number | null) ?? (await countryUnit(context)),
    field: 'input.period',
  });
  // The next load would bring it back as it was.
  if (setPeriods().some(({ key }) => key === period['key']))
    throw new ProblemError('PERIOD_REGISTERED', { field: 'input.period', given: period['key'] });
  return period;
}

const saidBy = (period: Row): Mended => ({
  labelVi: period['labelVi'] as string,
  labelEn: period['labelEn'] as string,
  startsOn: period['startsOn'] as string,
  endsOn: period['endsOn'] as string,
  basis: period['basis'] as string,
});

/** @throws ProblemError TEXT_LENGTH, PERIOD_REVERSED, naming the field. */
function correctedBy(input: CorrectPeriodInput, before: Mended): Mended {
  const text = (given: string | null | undefined, field: string, maximum: number): string | null =>
    given === null || given === undefined ? null : requiredText(given, field, { minimum: 3, maximum });
  const startsOn = input.startsOn ?? before.startsOn;
  const endsOn = input.endsOn ?? before.endsOn;
  if (endsOn < startsOn)
    throw new ProblemError('PERIOD_REVERSED', { field: 'input.endsOn', given: endsOn, startsOn });
  return {
    labelVi: text(input.labelVi, 'input.labelVi', 200) ?? before.labelVi,
    labelEn: text(input.labelEn, 'input.labelEn', 200) ?? before.labelEn,
    startsOn,
    endsOn,
    basis: text(input.basis, 'input.basis', 1000) ?? before.basis,
  };
}

/** @throws ProblemError PERIOD_REFERRED naming the types of what refers to it. */
function refuseReferred(context: RequestContext, period: Row, referrers: readonly string[]): void {
  if (referrers.length === 0) return;
  const types = new Map(
    [...context.services('core').database.orm.getMetadata().getAll().values()].map((meta) => [
      `${meta.schema}.${meta.tableName}`,
      meta.className,
    ]),
  );
  throw new ProblemError('PERIOD_REFERRED', {
    field: 'input.period',
    given: period['key'],
    by: referrers.map((table) => types.get(table) ?? table),
  });
}

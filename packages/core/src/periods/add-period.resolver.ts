import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { countryUnit } from '../access/country-unit.js';
import { requireScope } from '../access/scope.js';
import { refuse } from '../checks/refuse.js';
import { requiredText } from '../programs/input.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AddPeriodInput } from './add-period-input.js';
import { periodOfKey } from './calendars.js';
import { EXPLICIT_CALENDARS } from './calendars-definitions.js';
import { Period } from './period.js';
import { requireReason } from './require-reason.js';

const permission = 'core:period.manage';
const setCalendars: readonly string[] = EXPLICIT_CALENDARS.map(({ key }) => key);

@Resolver()
export class AddPeriodResolver {
  @Mutation(() => Period, {
    nullable: true,
    description:
      'Adds a term, a campaign or a span of years whose days a decision sets. What something refers to is not changed or removed afterwards.',
  })
  async addPeriod(
    @Arg('input', () => AddPeriodInput, { description: 'The days, their names, and what sets them.' })
    input: AddPeriodInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unit = input.unit ? context.read.localId(AdministrativeUnit, input.unit, 'input.unit') : null;
    await requireScope(context, permission, {
      unitId: unit ?? (await countryUnit(context)),
      field: 'input.unit',
    });
    const reason = requireReason(input.reason);
    const period = checked(input);
    await refuseOverlap(context, period, unit);
    const [made] = await context.session.query<{ id: number | null }>(
      'select core.add_set_period($1, $2, $3, $4, $5, $6, $7, $8, $9) as id',
      [
        period.calendar,
        period.key,
        period.series,
        period.labelVi,
        period.labelEn,
        period.startsOn,
        period.endsOn,
        unit,
        period.basis,
      ],
    );
    if (!made?.id) throw new ProblemError('ALREADY_EXISTS', { field: 'input.key', given: period.key });
    await oweReports(context, period.endsOn);
    await context.audit(
      'core:period.add',
      { type: 'Period', id: made.id },
      { key: period.key, calendar: period.calendar, unit, reason },
    );
    return made.id;
  }
}

type SetPeriodFacts = Omit<AddPeriodInput, 'unit' | 'reason' | 'idempotencyKey'>;

/** @throws ProblemError PERIOD_CALENDAR_RULED, PERIOD_REVERSED, BAD_USER_INPUT or TEXT_LENGTH, naming the field. */
function checked(input: AddPeriodInput): SetPeriodFacts {
  const { calendar, startsOn, endsOn } = input;
  if (!setCalendars.includes(calendar)) {
    throw new ProblemError('PERIOD_CALENDAR_RULED', {
      field: 'input.calendar',
      given: calendar,
      allowed: setCalendars,
    });
  }
  if (endsOn < startsOn)
    throw new ProblemError('PERIOD_REVERSED', { field: 'input.endsOn', given: endsOn, startsOn });
  const key = requiredText(input.key, 'input.key', { maximum: 60 });
  if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(key)) refuse('input.key', key, 'FRONT-CONGRESS-2019-2024');
  // "2031-Q1" is free in the table today, and will be a quarter when that year is loaded.
  if (periodOfKey(key)) throw new ProblemError('ALREADY_EXISTS', { field: 'input.key', given: key });
  const series = requiredText(input.series, 'input.series', { maximum: 60 });
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(series)) refuse('input.series', series, 'front-congress');
  return {
    calendar,
    key,
    series,
    labelVi: requiredText(input.labelVi, 'input.labelVi', { minimum: 3, maximum: 200 }),
    labelEn: requiredText(input.labelEn, 'input.labelEn', { minimum: 3, maximum: 200 }),
    startsOn,
    endsOn,
    basis: requiredText(input.basis, 'input.basis', { minimum: 3, maximum: 1000 }),
  };
}

/** The days of a series that a period is about to take. */
interface Days extends Pick<SetPeriodFacts, 'series' | 'startsOn' | 'endsOn'> {
  readonly calendar: string;
  /** The period itself, where it is there already. */
  readonly except?: number | null;
}

/** A constraint would refuse as well; this one says what is in the way. */
export async function refuseOverlap(
  context: RequestContext,
  { calendar, series, startsOn, endsOn, except = null }: Days,
  unit: number | null,
): Promise<void> {
  const [other] = await context.session.query<{ key: string; starts_on: string; ends_on: string }>(
    `select key, starts_on, ends_on from core.period
      where calendar_key = $1 and series = $2 and unit_id is not distinct from $3
        and daterange(starts_on, ends_on, '[]') && daterange($4, $5, '[]') and id is distinct from $6
      order by starts_on limit 1`,
    [calendar, series, unit, startsOn, endsOn, except],
  );
  if (!other) return;
  throw new ProblemError('PERIOD_OVERLAPS', {
    field: 'input.startsOn',
    given: `${startsOn} – ${endsOn}`,
    other: other.key,
    otherDays: `${other.starts_on} – ${other.ends_on}`,
  });
}

/** Where forms are due in its calendar, the reports of a new period are owed from now on. */
export async function oweReports({ session, clock }: RequestContext, endsOn: string): Promise<void> {
  await session.query(
    `select core.generate_obligations($1::date, $1::date, $2::date)
      where $1::date <= core.obligations_until($2::date)`,
    [endsOn, clock.businessDate],
  );
}

import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Organization } from '../organizations/organization.js';
import { periodFacts, resolvePeriod } from '../periods/period-reference.js';
import { requireReason } from '../periods/require-reason.js';
import { found, optionalText } from '../programs/input.js';
import { handedIn } from '../reports/report-state.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { acceptValues } from './accept-values.js';
import { checkFigures, sameFigure } from './check-figures.js';
import { AcceptDataValuesInput, CorrectDataValueInput, RecordDataValueInput } from './data-value-inputs.js';
import { DataValue } from './data-value.js';
import type { CheckedFigure, FigureInput, FigureToCheck } from './given-figure.js';
import { storeValues } from './store-values.js';
import type { GivenFigure } from './value-rules.js';

const record = { permission: 'core:value.record', feeder: 'COLLECTED' } as const;

@Resolver(() => DataValue)
export class DataValueResolver {
  @Mutation(() => DataValue, {
    nullable: true,
    description:
      'Records the first figure of an indicator for a unit, period, source and part. Where there is one already, it is corrected instead.',
  })
  async recordDataValue(
    @Arg('input', () => RecordDataValueInput, { description: 'The figure, and where it belongs.' })
    input: RecordDataValueInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const checked = await checkOne(context, {
      indicator: input.indicator,
      unit: context.read.localId(AdministrativeUnit, input.unit, 'input.unit'),
      period: await resolvePeriod(context, input.period, 'input.period'),
      source: input.source ?? null,
      disaggregation: input.disaggregation ?? null,
      figure: figureOf(input),
      at: 'input',
    });
    const organization = await ownOrganization(context, input.organization, 'input.organization');
    if (checked.current) {
      const value = context.read.globalId(DataValue, checked.current.id);
      throw new ProblemError('VALUE_ALREADY_RECORDED', {
        field: 'input',
        given: value,
        allowed: 'correctDataValue',
      });
    }
    const note = optionalText(input.note, 'input.note');
    const [id] = await storeValues(
      context.session,
      [{ ...provisional(context, checked), organization, note }],
      'input',
    );
    await context.audit('core:value.record', { type: 'DataValue', id: id! }, factsOf(checked));
    return id!;
  }

  @Mutation(() => DataValue, {
    nullable: true,
    description:
      'Replaces a figure that was wrong. The old one is kept with the reason; the new one is provisional again.',
  })
  async correctDataValue(
    @Arg('input', () => CorrectDataValueInput, { description: 'Which figure, what it should be, and why.' })
    input: CorrectDataValueInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const old = await found(context, DataValue, input.dataValue, 'input.dataValue');
    const [period] = await periodFacts(context.session, { ids: [old['period'] as number] });
    const checked = await checkOne(context, {
      indicator: await keyOf(context, old['indicator'] as number),
      unit: old['unit'] as number,
      period: period!,
      source: old['source'] as string,
      disaggregation: old['disaggregation'] as string,
      figure: figureOf(input),
      at: 'input',
    });
    if (checked.current?.id !== old.id) {
      const current = checked.current && context.read.globalId(DataValue, checked.current.id);
      throw new ProblemError('VALUE_SUPERSEDED', {
        field: 'input.dataValue',
        given: input.dataValue,
        current,
      });
    }
    if (sameFigure(checked.fact, checked.current, checked.figure)) {
      throw new ProblemError('VALUE_UNCHANGED', { field: 'input', given: input.dataValue });
    }
    await refuseInHandedInReport(context, checked.current.report);
    const correction = {
      ...provisional(context, checked),
      organization: old['organization'] as number | null,
      report: checked.current.report,
      note: optionalText(input.note, 'input.note') ?? checked.current.note,
      reason,
    };
    const [id] = await storeValues(context.session, [correction], 'input.dataValue');
    await context.audit(
      'core:value.correct',
      { type: 'DataValue', id: id! },
      { ...factsOf(checked), reason, corrects: old.id },
    );
    return id!;
  }

  @Mutation(() => [DataValue], {
    nullable: true,
    description:
      'Accepts provisional figures that other persons entered: all of them, or none where one cannot be.',
  })
  async acceptDataValues(
    @Arg('input', () => AcceptDataValuesInput, { description: 'The figures to accept, by their global ids.' })
    input: AcceptDataValuesInput,
    @Ctx() context: RequestContext,
  ): Promise<number[]> {
    const { dataValues } = input;
    if (dataValues.length === 0 || dataValues.length > 500) {
      throw new ProblemError('LIMIT_EXCEEDED', {
        field: 'input.dataValues',
        limit: 'input.dataValues',
        given: dataValues.length,
        allowed: '1..500',
      });
    }
    const ids = dataValues.map((id, index) =>
      context.read.localId(DataValue, id, `input.dataValues[${index}]`),
    );
    await refuseUnverified(context, ids);
    return acceptValues(context, [...new Set(ids)], 'input.dataValues');
  }
}

/** @throws ProblemError with what speaks against the figure. */
async function checkOne(context: RequestContext, figure: FigureToCheck): Promise<CheckedFigure> {
  const [result] = await checkFigures(context, [figure], record);
  if ('refused' in result!) throw new ProblemError(result.refused.code, result.refused.details);
  return result!.ok;
}

export const figureOf = ({ value, numerator, denominator, status }: FigureInput): GivenFigure => ({
  value: value ?? null,
  numerator: numerator ?? null,
  denominator: denominator ?? null,
  status: status ?? null,
});

/** A figure as it is written by the caller's hand, in the place of the one that counts now. */
export function provisional(context: Pick<RequestContext, 'caller'>, checked: CheckedFigure) {
  const { value = null, numerator = null, denominator = null, status = null } = checked.figure;
  return {
    indicator: checked.fact.id,
    unit: checked.unit,
    organization: null,
    period: checked.period.id,
    source: checked.source,
    disaggregation: checked.disaggregation,
    value,
    numerator,
    denominator,
    status,
    state: 'PROVISIONAL' as const,
    report: null,
    enteredBy: context.caller.userId,
    acceptedBy: null,
    origin: null,
    note: null,
    reason: null,
    demo: false,
    supersedes: checked.current?.id ?? null,
  };
}

const factsOf = ({ fact, unit, period, source, disaggregation }: CheckedFigure) => ({
  indicator: fact.key,
  unit,
  period: period.key,
  source,
  disaggregation,
});

async function keyOf(context: RequestContext, indicator: number): Promise<string> {
  const [row] = await context.session.query<{ key: string }>('select key from core.indicator where id = $1', [
    indicator,
  ]);
  return row!.key;
}

/** @throws ProblemError OUT_OF_SCOPE where the caller does not act for the organization. */
export async function ownOrganization(
  context: RequestContext,
  given: string | null | undefined,
  field: string,
): Promise<number | null> {
  if (!given) return null;
  const id = context.read.localId(Organization, given, field);
  const own = (context.caller.settings['organizations'] ?? '').split(',').filter(Boolean);
  if (own.includes(String(id))) return id;
  const allowed = own.map((organization) => context.read.globalId(Organization, Number(organization)));
  throw new ProblemError('OUT_OF_SCOPE', { field, permission: 'core:value.record', given, allowed });
}

/**
 * What lies in a report that was handed in, or that one may not see, waits for it to be accepted or returned. The report
 * is held until the figure is in it, and its version tells who signs that it has changed.
 */
async function refuseInHandedInReport(context: RequestContext, report: number | null): Promise<void> {
  if (report === null) return;
  const changed = await context.session.query(
    'update core.report set version = version + 1 where id = $1 and state <> all ($2::text[]) returning id',
    [report, handedIn],
  );
  if (changed.length > 0) return;
  throw new ProblemError('REPORT_STATE', {
    field: 'input.dataValue',
    given: handedIn.join(', '),
    allowed: 'returnReport, acceptReport',
  });
}

/** @throws ProblemError REPORT_NOT_VERIFIED where a figure lies in a report that an officer has to verify first. */
async function refuseUnverified(context: RequestContext, ids: readonly number[]): Promise<void> {
  const [report] = await context.session.query<{ state: string }>(
    `select report.state from core.data_value figure
     join core.report on report.id = figure.report_id and report.state <> 'ACCEPTED'
     join core.report_template form on form.id = report.template_id and form.verified_first
     where figure.id = any($1::bigint[]) limit 1`,
    [ids],
  );
  if (report)
    throw new ProblemError('REPORT_NOT_VERIFIED', { field: 'input.dataValues', given: report.state });
}

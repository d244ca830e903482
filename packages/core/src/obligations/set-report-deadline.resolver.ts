import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { countryUnit } from '../access/country-unit.js';
import { requireScope } from '../access/scope.js';
import { requireCount } from '../checks/amounts-and-days.js';
import { refuse } from '../checks/refuse.js';
import { requireReason } from '../periods/require-reason.js';
import { requiredText } from '../programs/input.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { SetReportDeadlineInput } from './obligation-inputs.js';
import { ReportDeadline } from './report-deadline.js';

const permission = 'core:deadline.manage';

interface Template {
  readonly id: number;
  readonly program: string | null;
}

@Resolver()
export class SetReportDeadlineResolver {
  @Mutation(() => ReportDeadline, {
    nullable: true,
    description:
      'Sets when the reports of a form are due, from a day on. The rule of before ends there and stays; what is not yet due moves, what is due does not.',
  })
  async setReportDeadline(
    @Arg('input', () => SetReportDeadlineInput, {
      description: 'The form, where, the rule, and what sets it.',
    })
    input: SetReportDeadlineInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason);
    const unit = input.unit ? context.read.localId(AdministrativeUnit, input.unit, 'input.unit') : null;
    const template = await templateOf(context, input.template);
    await requireScope(context, permission, {
      unitId: unit ?? (await countryUnit(context)),
      program: template.program,
      field: 'input.unit',
    });
    const rule = checked(input, context.clock.businessDate);
    await refuseLaterRule(context, template.id, unit, rule.validFrom);
    const [made] = await context.session.query<{ id: number }>(
      'select core.set_report_deadline($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as id',
      [
        template.id,
        unit,
        rule.rule,
        rule.days,
        rule.months,
        rule.freeDay,
        rule.noticeDays,
        rule.validFrom,
        rule.basis,
        rule.closesAfter,
      ],
    );
    const { id } = made!;
    await context.audit(
      'core:deadline.set',
      { type: 'ReportDeadline', id },
      { template: input.template, unit, ...rule, reason },
    );
    return id;
  }
}

/** @throws ProblemError BAD_USER_INPUT or TEXT_LENGTH, naming the field. */
function checked(input: SetReportDeadlineInput, businessDate: string) {
  const { rule, validFrom } = input;
  const ofMonth = rule === 'DAY_OF_MONTH';
  if (!ofMonth && input.months !== undefined && input.months !== null)
    refuse('input.months', input.months, 'DAY_OF_MONTH');
  if (validFrom < businessDate) refuse('input.validFrom', validFrom, `≥ ${businessDate}`);
  return {
    rule,
    days: requireCount(
      input.days,
      'input.days',
      ofMonth ? { minimum: 1, maximum: 31 } : { minimum: -366, maximum: 366 },
    ),
    months: ofMonth ? requireCount(input.months ?? 1, 'input.months', { minimum: 0, maximum: 12 }) : null,
    freeDay: input.freeDay ?? 'NEXT_WORKING_DAY',
    noticeDays: requireCount(input.noticeDays ?? 5, 'input.noticeDays', { minimum: 0, maximum: 366 }),
    closesAfter: closingOf(input.closesAfter),
    validFrom,
    basis: requiredText(input.basis, 'input.basis', { minimum: 3, maximum: 1000 }),
  };
}

const closingOf = (days: number | null | undefined): number | null =>
  days === null || days === undefined
    ? null
    : requireCount(days, 'input.closesAfter', { minimum: 0, maximum: 366 });

async function templateOf({ session }: RequestContext, key: string): Promise<Template> {
  const [template] = await session.query<Template>(
    'select id, program from core.report_template where key = $1',
    [key],
  );
  if (!template) throw new ProblemError('NOT_FOUND', { field: 'input.template', given: key });
  return template;
}

/** Rules follow one another: one that begins later, or on the same day, is not pushed aside. */
async function refuseLaterRule(
  { session }: RequestContext,
  template: number,
  unit: number | null,
  validFrom: string,
): Promise<void> {
  const [later] = await session.query<{ valid_from: string }>(
    `select valid_from from core.report_deadline
      where template_id = $1 and unit_id is not distinct from $2::bigint and valid_from >= $3::date
      order by valid_from desc limit 1`,
    [template, unit, validFrom],
  );
  if (!later) return;
  throw new ProblemError('DEADLINE_LATER_RULE', {
    field: 'input.validFrom',
    given: validFrom,
    allowed: `> ${later.valid_from}`,
  });
}

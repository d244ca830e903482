import { requirePageSize, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { agreementReminders } from '../agreements/agreement-reminders.js';
import { AgreementObligation } from '../agreements/agreement-obligation.js';
import { ReminderTask } from './obligation-enums.js';
import { Obligation } from './obligation.js';
import { reminderSentence, type ReminderFacts } from './reminder-sentence.js';

@ObjectType({
  description:
    'A report, or a duty under an agreement, that is due soon or overdue and that the caller can do something about.',
})
export class Reminder {
  @Field(() => Obligation, {
    nullable: true,
    description: 'Whose report, of which form and period; null where it is about an agreement.',
  })
  obligation!: number | null;

  @Field(() => AgreementObligation, {
    nullable: true,
    description: 'Who owes what under which agreement; null where it is about a report.',
  })
  agreementObligation!: number | null;

  @Field(() => ReminderTask, { description: 'What the caller can do about it.' })
  task!: ReminderTask;

  @Field(() => Int, { description: 'Days until the deadline, 0 on it; negative: days since.' })
  daysLeft!: number;

  @Field(() => String, {
    description:
      'One sentence in the language of the caller: unit, form, period and days; or organization, duty, agreement and days.',
  })
  sentence!: string;
}

@Resolver()
export class RemindersResolver {
  @Query(() => [Reminder], {
    nullable: true,
    description:
      'What is due soon or overdue: reports of units that the caller may hand in, verify or accept; duties of organizations the caller acts for, or under agreements the caller manages. The longest overdue first.',
  })
  async reminders(
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many at most, from 0 to 200.' })
    first: number = 50,
  ): Promise<Reminder[]> {
    requirePageSize(first);
    const { session, locale, clock } = context;
    const rows = await session.query<Found>(wanted, [clock.businessDate, first, locale]);
    const reports = rows.map(
      (row): Reminder => ({
        obligation: row.id,
        agreementObligation: null,
        task: row.may_submit ? 'HAND_IN' : 'FOLLOW_UP',
        daysLeft: row.daysLeft,
        sentence: reminderSentence(locale, row),
      }),
    );
    const all = [...reports, ...(await agreementReminders(context, first))];
    return all.sort((one, other) => one.daysLeft - other.daysLeft).slice(0, first);
  }
}

interface Found extends ReminderFacts {
  readonly id: number;
  readonly may_submit: boolean;
}

/**
 * SQL: the caller holds the permission over the unit and program of the obligation on the business date, or, where the
 * unit has ended, over all it became.
 */
const holds = (permission: string): string =>
  `(o.unit_id in (select core.units_changed('${permission}')) or (o.unit_id, core.program_label(o.program)) in
    (select its.unit_id, its.program from core.program_units_changed('${permission}') as its)
    or core.may_take_over('${permission}', o.unit_id, o.program))`;

const wanted = /* sql */ `
with mine as (
  select o.id, o.returned, o.due_on, o.as_of, o.unit_id, o.template_id, o.period_id, ${holds('core:report.submit')} as may_submit
    from core.obligation o
   where (o.handed_in_on is null or o.returned) and o.waived_at is null and o.due_on - o.notice_days <= $1::date
     and (${holds('core:report.submit')} or ${holds('core:report.verify')} or ${holds('core:report.accept')})
   order by o.due_on, o.id limit $2
)
select mine.id, mine.returned, mine.may_submit, mine.due_on as "dueOn", mine.due_on - $1::date as "daysLeft", unit.full_name as unit,
    case $3 when 'vi' then template.title_vi else coalesce(nullif(template.title_en, ''), template.title_vi) end as form,
    case $3 when 'vi' then period.label_vi else coalesce(nullif(period.label_en, ''), period.label_vi) end as period
  from mine
  join core.report_template template on template.id = mine.template_id
  join core.period period on period.id = mine.period_id
  join core.administrative_unit_version unit on unit.unit_id = mine.unit_id and unit.superseded_at is null
   and unit.valid_from <= mine.as_of and (unit.valid_to is null or unit.valid_to > mine.as_of)
 order by mine.due_on, mine.id`;

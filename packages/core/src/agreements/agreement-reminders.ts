import type { Locale, RequestContext } from '@phoihop/platform';
import type { Reminder } from '../obligations/reminders.resolver.js';
import { vietnameseDate } from '../periods/calendars-dates.js';
import { manages } from './keeper.js';

interface Found extends AgreementReminderFacts {
  readonly id: number;
  readonly own: boolean;
}

/** What a reminder of a duty tells. */
export interface AgreementReminderFacts {
  readonly organization: string;
  /** As the agreement says it. */
  readonly action: string;
  /** Number, or citation, of the agreement. */
  readonly agreement: string;
  /** In the language of the caller; null for a duty of one day. */
  readonly period: string | null;
  readonly dueOn: string;
  /** Days until the deadline; negative: since it. */
  readonly daysLeft: number;
}

/** What is due soon or overdue of organizations that the caller acts for, or under agreements that the caller manages. */
export async function agreementReminders(
  { session, locale, clock }: RequestContext,
  first: number,
): Promise<Reminder[]> {
  const rows = await session.query<Found>(wanted, [clock.businessDate, first, locale]);
  return rows.map((row) => ({
    obligation: null,
    agreementObligation: row.id,
    task: row.own ? 'FULFILL' : 'FOLLOW_UP',
    daysLeft: row.daysLeft,
    sentence: agreementSentence(locale, row),
  }));
}

/** One sentence that says who is to do what by when. */
export function agreementSentence(locale: Locale, facts: AgreementReminderFacts): string {
  const { organization, agreement, period, daysLeft } = facts;
  const action = facts.action.replace(/\.$/, '');
  if (locale === 'vi') {
    const day = vietnameseDate(facts.dueOn);
    const what = `${organization}: ${action} (${agreement}${period === null ? '' : `, kỳ ${period}`})`;
    if (daysLeft < 0) return `${what} đã quá hạn ${-daysLeft} ngày (hạn ${day}).`;
    if (daysLeft === 0) return `${what} đến hạn hôm nay, ${day}.`;
    return `${what} còn ${daysLeft} ngày đến hạn ${day}.`;
  }
  const what = `${organization}: “${action}” (${agreement}${period === null ? '' : `, ${period}`})`;
  const days = (number: number): string => (number === 1 ? '1 day' : `${number} days`);
  if (daysLeft < 0) return `${what} is overdue by ${days(-daysLeft)} (it was due on ${facts.dueOn}).`;
  if (daysLeft === 0) return `${what} is due today, ${facts.dueOn}.`;
  return `${what} is due in ${days(daysLeft)}, on ${facts.dueOn}.`;
}

const wanted = /* sql */ `
with mine as (
  select owed.id, owed.due_on, owed.as_of, owed.duty_id, owed.period_id, owed.organization_id, agreement.number, agreement.cited_as,
      owed.organization_id = any ((select core.own_organizations())::bigint[]) as own
    from core.agreement_obligation owed join core.agreement agreement on agreement.id = owed.agreement_id
   where owed.done_on is null and owed.waived_at is null and owed.lapsed_on is null
     and owed.due_on - owed.notice_days <= $1::date
     and (owed.organization_id = any ((select core.own_organizations())::bigint[])
       or ${manages('agreement.unit_id', 'agreement.program_code')})
   order by owed.due_on, owed.id limit $2
)
select mine.id, mine.own, mine.due_on as "dueOn", mine.due_on - $1::date as "daysLeft", duty.action,
    coalesce(mine.number, mine.cited_as) as agreement, coalesce(whose.short_name, whose.name) as organization,
    case $3 when 'vi' then period.label_vi else coalesce(nullif(period.label_en, ''), period.label_vi) end as period
  from mine
  join core.agreement_duty duty on duty.id = mine.duty_id
  join core.organization_version whose on whose.organization_id = mine.organization_id and whose.superseded_at is null
   and whose.valid_from <= mine.as_of and (whose.valid_to is null or whose.valid_to > mine.as_of)
  left join core.period period on period.id = mine.period_id
 order by mine.due_on, mine.id`;

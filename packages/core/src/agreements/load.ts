import type { PluginServices, Session } from '@phoihop/platform';

/** What a run has made, and moved: because holidays became known, or a unit ended and another took over. */
export interface MadeObligations {
  readonly added: number;
  readonly moved: number;
}

/**
 * Makes what is owed under all agreements that are in force, up to the end of the next year. Runs at every start, as
 * the owner, so that new periods and holidays are taken in; repeating it changes nothing.
 */
export async function makeAgreementObligations(
  session: Pick<Session, 'query'>,
  businessDate: string,
): Promise<MadeObligations> {
  const [handed] = await session.query<{ over: number }>('select core.hand_over_agreement_duties() as over');
  const [made] = await session.query<{ added: number }>(
    'select core.make_agreement_obligations(null, $1::date) as added',
    [businessDate],
  );
  const moved = await session.query(move, [businessDate]);
  return { added: made!.added, moved: moved.length + handed!.over };
}

/** What is due already stays as it was: whoever was late by the old day was late. */
const move = /* sql */ `
update core.agreement_obligation owed
   set due_on = dated.due_on, holidays_known = core.holidays_known(owed.as_of, dated.due_on), version = owed.version + 1
  from (
    select open.id, core.deadline_day(case when duty.in_working_days then 'WORKING_DAYS' else 'CALENDAR_DAYS' end,
        duty.due_after, null, 'NEXT_WORKING_DAY', open.as_of) as due_on
      from core.agreement_obligation open join core.agreement_duty duty on duty.id = open.duty_id
     where open.done_on is null and open.waived_at is null and open.lapsed_on is null and open.due_on >= $1::date) as dated
 where dated.id = owed.id
   and (owed.due_on, owed.holidays_known) is distinct from (dated.due_on, core.holidays_known(owed.as_of, dated.due_on))
returning owed.id`;

/** At every start. */
export async function loadAgreements({ database, clock, log }: PluginServices): Promise<void> {
  const made = await database.asSystem('make what is owed under agreements', (session) =>
    makeAgreementObligations(session, clock.businessDate),
  );
  if (made.added + made.moved > 0) log('obligations under agreements made', { ...made });
}

/** For tests: how the commune 26266 is excused from its reports, and that nothing was written where it is not. */
import type { Caller } from '@phoihop/platform';
import type { ObligationsBed } from './test-bed.js';

/** @param started The bed, which is there only once the tests run. */
export function excusing(started: () => ObligationsBed) {
  const waive = async (
    period: string,
    caller: Caller,
    more: Record<string, unknown> = {},
    locale?: 'vi' | 'en',
  ) => {
    const { id, version } = (await started().ofUnit('26266', '2021-10-15'))[period]!;
    return started().ask(
      `mutation ($input: WaiveObligationInput!) { waiveObligation(input: $input) { id status daysLate workingDaysLate waiveReason version } }`,
      caller,
      { input: { obligation: id, reason: 'chống dịch', expectedVersion: version, ...more } },
      locale,
    );
  };
  const withdraw = async (period: string, caller: Caller, more: Record<string, unknown> = {}) => {
    const { id, version } = (await started().ofUnit('26266', '2021-10-15'))[period]!;
    return started().ask(
      `mutation ($input: WithdrawWaiverInput!) { withdrawWaiver(input: $input) { id status daysLate dueOn waivedAt waiveReason version
         waivers { nodes { reason waivedAt withdrawnAt withdrawReason } } } }`,
      caller,
      { input: { obligation: id, reason: 'hết dịch', expectedVersion: version, ...more } },
    );
  };
  const nothingWritten = async (work: () => Promise<void>) => {
    const fingerprint = async () =>
      started().place.sql(
        `select md5(string_agg(o::text, '' order by id)) as o, (select count(*) from platform.audit_event) as audits from core.obligation o`,
      );
    const before = await fingerprint();
    await work();
    expect(await fingerprint()).toEqual(before);
  };
  /** An account of a person who has another, with a role over a unit on some days. */
  const withOther = async (userId: number, role: string, code: string, more = ''): Promise<Caller> => {
    const [person] = await started().place.sql<{ id: number }>(
      `with person as (insert into core.person (full_name, unit_id) values ('Người thứ ${userId}', $1) returning id),
       account as (insert into core.user_account (username, person_id) select 'other.${userId}', id from person returning id)
       insert into core.assignment (user_id, role_id, unit_id, reach, valid_from ${more && ', valid_to'})
       select account.id, role.id, $1, 'SUBTREE', '2021-01-01' ${more} from account, core.role where role.code = $2
       returning (select id::int from person)`,
      [await started().unit(code), role],
    );
    const caller = await started().holder(userId, ['core:report.read', 'core:obligation.waive'], '737');
    return { ...caller, settings: { ...caller.settings, person: String(person!.id) } };
  };
  return { waive, withdraw, nothingWritten, withOther };
}

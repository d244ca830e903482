/**
 * What the person who asks may act as today, with this account and with every other: for checks that hold for a person
 * and not for an account. A FROM item; `core.caller_facts` tells it for each account as it does at sign-in. Paths are
 * those of the units, programs is null for all of them.
 */
export const assignmentsOfPerson = /* sql */ `(
  select held.* from core.user_account account
    cross join lateral jsonb_to_recordset(
      core.caller_facts(account.id, account.session_version, platform.business_date()) -> 'assignments'
    ) as held (role text, organization bigint, reach text, paths text[], programs text[])
   where account.person_id = core.caller_person())`;

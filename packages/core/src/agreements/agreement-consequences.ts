import type { RequestContext } from '@phoihop/platform';

/** An agreement has come into force: its duties are owed, and its parties take part in its program. */
export async function comeIntoForce({ session, clock }: RequestContext, agreement: number): Promise<number> {
  const [made] = await session.query<{ owed: number }>(
    'select core.make_agreement_obligations($1, $2::date) as owed',
    [agreement, clock.businessDate],
  );
  await session.query(takePart, [agreement]);
  return made!.owed;
}

const takePart = /* sql */ `
insert into core.program_participant (program_id, program, organization_id, valid_from, valid_to, agreement_id)
select agreement.program_id, agreement.program_code, party.organization_id, agreement.valid_from, agreement.valid_to, agreement.id
  from core.agreement agreement
  join core.agreement_party party on party.agreement_id = agreement.id and not party.dropped
 where agreement.id = $1 and agreement.program_id is not null`;

/**
 * An agreement no longer holds from a day on: what was not due by then falls away, and its parties no longer take part
 * because of it. What was due stays owed.
 */
export async function goOutOfForce(
  { session }: RequestContext,
  agreement: number,
  from: string,
): Promise<number> {
  const lapsed = await session.query(
    `update core.agreement_obligation set lapsed_on = $2, version = version + 1
      where agreement_id = $1 and due_on >= $2 and done_on is null and waived_at is null and lapsed_on is null
     returning id`,
    [agreement, from],
  );
  await session.query(
    `update core.program_participant set valid_to = $2
      where agreement_id = $1 and (valid_to is null or valid_to > $2)`,
    [agreement, from],
  );
  return lapsed.length;
}

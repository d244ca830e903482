import { ProblemError, type RequestContext } from '@phoihop/platform';
import { requireCount } from '../checks/amounts-and-days.js';
import { refuse } from '../checks/refuse.js';
import { Organization } from '../organizations/organization.js';
import { found, requiredText } from '../programs/input.js';
import type { AgreementDutyInput, AgreementPartyInput } from './agreement-inputs.js';

const MOST_PARTIES = 50;
const MOST_DUTIES = 100;

/** Puts the parties of a draft in the place of those it had. */
export async function putParties(
  context: RequestContext,
  agreement: number,
  given: readonly AgreementPartyInput[],
): Promise<void> {
  requireCount(given.length, 'input.parties', { minimum: 0, maximum: MOST_PARTIES });
  const parties: { organization: number; role: string }[] = [];
  for (const [index, { organization, role }] of given.entries()) {
    const field = `input.parties[${index}].organization`;
    const { id } = await found(context, Organization, organization, field);
    if (parties.some((party) => party.organization === id))
      throw new ProblemError('ALREADY_EXISTS', { field, given: organization });
    if (role === 'LEAD' && parties.some((party) => party.role === 'LEAD'))
      throw new ProblemError('AGREEMENT_LEAD_TWICE', { field: `input.parties[${index}].role` });
    parties.push({ organization: id, role });
  }
  const { session } = context;
  await session.query(
    'update core.agreement_party set dropped = true where agreement_id = $1 and not dropped',
    [agreement],
  );
  await session.query(
    `insert into core.agreement_party (agreement_id, organization_id, role)
     select $1, organization, role from json_to_recordset($2::json) as given (organization bigint, role text)`,
    [agreement, JSON.stringify(parties)],
  );
  await session.query('update core.agreement set party_ids = $2 where id = $1', [
    agreement,
    parties.map(({ organization }) => organization),
  ]);
}

/** Puts the duties of a draft in the place of those it had. */
export async function putDuties(
  context: RequestContext,
  agreement: number,
  given: readonly AgreementDutyInput[],
): Promise<void> {
  requireCount(given.length, 'input.duties', { minimum: 0, maximum: MOST_DUTIES });
  const duties = [];
  for (const [index, duty] of given.entries()) {
    const field = `input.duties[${index}]`;
    const organization = duty.organization
      ? (await found(context, Organization, duty.organization, `${field}.organization`)).id
      : null;
    if ((duty.owedBy === 'PARTY') !== (organization !== null))
      refuse(`${field}.organization`, duty.organization ?? null, 'owedBy: PARTY');
    const onceOn = duty.onceOn ?? null;
    if ((duty.recurrence === 'ONCE') !== (onceOn !== null)) refuse(`${field}.onceOn`, onceOn, 'ONCE');
    duties.push({
      position: index + 1,
      kind: duty.kind,
      owed_by: duty.owedBy,
      organization_id: organization,
      action: requiredText(duty.action, `${field}.action`),
      recurrence: duty.recurrence,
      once_on: onceOn,
      due_after: requireCount(duty.dueAfter, `${field}.dueAfter`, aYear),
      in_working_days: duty.inWorkingDays,
      notice_days: requireCount(duty.noticeDays, `${field}.noticeDays`, aYear),
    });
  }
  const { session } = context;
  await session.query(
    'update core.agreement_duty set dropped = true where agreement_id = $1 and not dropped',
    [agreement],
  );
  await session.query(
    `insert into core.agreement_duty (agreement_id, ${columns})
     select $1, ${columns} from json_populate_recordset(null::core.agreement_duty, $2::json)`,
    [agreement, JSON.stringify(duties)],
  );
}

const aYear = { minimum: 0, maximum: 366 } as const;
const columns =
  'position, kind, owed_by, organization_id, action, recurrence, once_on, due_after, in_working_days, notice_days';

/**
 * Holds parties, duties and term of a draft against each other, as they are now.
 * @throws ProblemError AGREEMENT_DUTY_NOT_PARTY, AGREEMENT_DUTY_OUTSIDE with the place of the duty.
 */
export async function requireFittingDuties({ session }: RequestContext, agreement: number): Promise<void> {
  const [wrong] = await session.query<{
    position: number;
    stranger: boolean;
    once_on: string;
    term: string;
  }>(
    `select * from (
       select duty.position, duty.once_on::text, duty.organization_id is not null
           and not duty.organization_id = any (agreement.party_ids) as stranger,
         agreement.valid_from || '..' || coalesce((agreement.valid_to - 1)::text, '') as term,
         duty.once_on < agreement.valid_from or duty.once_on >= agreement.valid_to as outside
         from core.agreement_duty duty join core.agreement agreement on agreement.id = duty.agreement_id
        where duty.agreement_id = $1 and not duty.dropped) as duty
      where stranger or outside order by position limit 1`,
    [agreement],
  );
  if (!wrong) return;
  const field = `input.duties[${wrong.position - 1}]`;
  if (wrong.stranger)
    throw new ProblemError('AGREEMENT_DUTY_NOT_PARTY', {
      field: `${field}.organization`,
      given: wrong.position,
    });
  throw new ProblemError('AGREEMENT_DUTY_OUTSIDE', {
    field: `${field}.onceOn`,
    given: wrong.once_on,
    allowed: wrong.term,
  });
}

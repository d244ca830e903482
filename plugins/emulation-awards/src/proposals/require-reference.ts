import { ProblemError, type RequestContext } from '@phoihop/platform';
import { mentions, namesWhole } from './names.js';

/**
 * Whom the directory has is proposed by reference, not by name: then it is known who must not judge. Looked at is the
 * directory as far as the caller sees it, so that a refusal tells nothing new.
 * @param namesake Whether the caller says that it is somebody else of the same name; of an organization it cannot be.
 * @throws ProblemError EMULATION_IN_DIRECTORY; the name itself is not repeated.
 */
export async function requireReference(
  { session, clock }: RequestContext,
  personName: string,
  namesake: boolean,
): Promise<void> {
  const [known] = await session.query<{ people: number; organizations: number }>(
    `select (select count(*)::int from core.person its where ${namesWhole('$1::text', 'its.full_name')}) as people,
        (select count(distinct its.organization_id)::int from core.organization_version its
          where its.superseded_at is null and its.valid_from <= $2::date and (its.valid_to is null or its.valid_to > $2::date)
            and ${mentions('$1::text', 'its.name')}) as organizations`,
    [personName, clock.businessDate],
  );
  const { people, organizations } = known!;
  const field = 'input.personName';
  if (organizations > 0)
    throw new ProblemError('EMULATION_IN_DIRECTORY', {
      field,
      given: organizations,
      allowed: 'organization',
    });
  if (people > 0 && !namesake)
    throw new ProblemError('EMULATION_IN_DIRECTORY', { field, given: people, allowed: 'person | namesake' });
}

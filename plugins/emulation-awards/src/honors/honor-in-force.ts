import { ProblemError, type RequestContext } from '@phoihop/platform';

/** A title or form of reward as somebody names it. */
export interface WantedHonor {
  readonly code: string;
  readonly subject: string;
  readonly field: string;
}

/**
 * The title or form of reward of a code that the law knows on the business date for such a subject.
 * @throws ProblemError EMULATION_HONOR_UNKNOWN with those that there are.
 */
export async function honorInForce(
  context: RequestContext,
  table: 'title' | 'reward_form',
  { code, subject, field }: WantedHonor,
): Promise<{ id: number }> {
  const today = context.clock.businessDate;
  const known = await context.session.query<{ id: number; code: string }>(
    `select id, code from emulation_awards.${table}
      where subject = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by code`,
    [subject, today],
  );
  const honor = known.find((one) => one.code === code);
  if (honor) return honor;
  const allowed = known.map((one) => one.code).join(', ');
  throw new ProblemError('EMULATION_HONOR_UNKNOWN', { field, given: code, on: today, subject, allowed });
}

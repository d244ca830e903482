import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { refuse } from '../checks/refuse.js';
import { requireReason } from '../periods/require-reason.js';
import { found } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import { ExtendReportEntryInput } from './obligation-inputs.js';
import { Obligation } from './obligation.js';
import { requireMayExcuse } from './may-excuse.js';
import { requireStillOwed } from './still-owed.js';

/** Longer than this after the business date nothing is kept open: a later period's reports would be waiting by then. */
const longest = 366;

@Resolver()
export class ExtendReportEntryResolver {
  @Mutation(() => Obligation, {
    nullable: true,
    description:
      'Keeps entry of one report open for longer than its deadline allows, with a reason. Whoever may hand the report in cannot; being late stays late.',
  })
  async extendReportEntry(
    @Arg('input', () => ExtendReportEntryInput, { description: 'Which report, until when, and why.' })
    input: ExtendReportEntryInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason);
    const obligation = await found(context, Obligation, input.obligation, 'input.obligation');
    const { id } = obligation;
    await requireMayExcuse(context, obligation);
    requireStillOwed(obligation);
    await refuseNeedless(context, obligation, input.until);
    await changeVersion(context, { table: 'core.obligation', id, expected: input.expectedVersion, set: {} });
    await context.session.query(
      `insert into core.entry_extension (obligation_id, open_until, reason, granted_at, granted_by)
       values ($1, $2, $3, $4, $5)`,
      [id, input.until, reason, context.clock.now(), context.caller.userId],
    );
    await context.audit(
      'core:obligation.extend',
      { type: 'Obligation', id },
      { unit: obligation['unit'], until: input.until, reason },
    );
    return id;
  }
}

/**
 * What is open need not be kept open.
 * @throws ProblemError ENTRY_STAYS_OPEN; BAD_USER_INPUT where the day is no later than the one on which entry closes
 *   anyway, or a year away.
 */
async function refuseNeedless(
  { session, clock }: RequestContext,
  obligation: Row,
  until: string,
): Promise<void> {
  const [days] = await session.query<{ first: string; last: string }>(
    `select greatest(entry.closes_on + 1, $4::date)::text as first, ($4::date + ${longest})::text as last
     from core.closed_entries(array[$1::bigint], array[$2::bigint]) entry
     where entry.template = $3 and entry.closes_on is not null`,
    [obligation['unit'], obligation['period'], obligation['template'], clock.businessDate],
  );
  if (!days) throw new ProblemError('ENTRY_STAYS_OPEN', { field: 'input.obligation' });
  const { first, last } = days;
  if (until < first || until > last) refuse('input.until', until, `${first} … ${last}`);
}

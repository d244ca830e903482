import { inWords, ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requirePastDay } from '../checks/amounts-and-days.js';
import { requireVersion } from '../checks/seen-version.js';
import { Organization } from '../organizations/organization.js';
import { found, optionalText, requiredText } from '../programs/input.js';
import { SendReportInput, type ReportRecipientInput } from './report-inputs.js';
import { reportAt } from './report-step.js';
import { Report } from './report.js';

/** How many recipients one call names. */
const MOST_RECIPIENTS = 50;

interface Recipient {
  readonly organization: number | null;
  readonly name: string | null;
}

@Resolver()
export class SendReportResolver {
  @Mutation(() => Report, {
    nullable: true,
    description:
      'Notes that a signed report went out: to the level above, to party or government. What was sent is the version that was signed last.',
  })
  async sendReport(
    @Arg('input', () => SendReportInput, { description: 'Which report, to whom, and when.' })
    input: SendReportInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { report } = await reportAt(context, input, 'sendReport');
    requireVersion(report as unknown as { version: number }, input.expectedVersion);
    const recipients = await recipientsOf(context, input.recipients);
    const sentOn = requirePastDay(context, input.sentOn ?? context.clock.businessDate, 'input.sentOn');
    const reference = optionalText(input.reference, 'input.reference', { minimum: 2, maximum: 100 });
    const number = await lastSigned(context, report.id);
    const sent = await context.session.query(
      `insert into core.report_dispatch (report_id, version_number, organization_id, recipient, sent_on, reference, recorded_at, recorded_by)
       select $1, $2, given.organization, given.name, $5, $6, $7, $8 from unnest($3::bigint[], $4::text[]) as given (organization, name)
       on conflict do nothing returning id`,
      [
        report.id,
        number,
        recipients.map(({ organization }) => organization),
        recipients.map(({ name }) => name),
        sentOn,
        reference,
        context.clock.now(),
        context.caller.userId,
      ],
    );
    if (sent.length < recipients.length)
      throw new ProblemError('ALREADY_EXISTS', {
        field: 'input.recipients',
        given: inWords({ vi: `phiên bản ${number}`, en: `version ${number}` }),
      });
    await context.audit(
      'core:report.send',
      { type: 'Report', id: report.id },
      { version: number, recipients, sentOn, reference },
    );
    return report.id;
  }
}

/** @throws ProblemError LIMIT_EXCEEDED, REPORT_RECIPIENT, NOT_FOUND, ALREADY_EXISTS naming the one. */
async function recipientsOf(
  context: RequestContext,
  given: readonly ReportRecipientInput[],
): Promise<Recipient[]> {
  const field = 'input.recipients';
  if (given.length === 0 || given.length > MOST_RECIPIENTS)
    throw new ProblemError('LIMIT_EXCEEDED', {
      field,
      limit: field,
      given: given.length,
      allowed: `1–${MOST_RECIPIENTS}`,
    });
  const recipients: Recipient[] = [];
  for (const [index, { organization, name }] of given.entries()) {
    const at = `${field}[${index}]`;
    if (Boolean(organization) === Boolean(name?.trim()))
      throw new ProblemError('REPORT_RECIPIENT', { field: at });
    recipients.push(
      organization
        ? {
            organization: (await found(context, Organization, organization, `${at}.organization`)).id,
            name: null,
          }
        : { organization: null, name: requiredText(name!, `${at}.name`, { minimum: 2, maximum: 200 }) },
    );
  }
  const names = recipients.map((one) => JSON.stringify(one));
  const twice = names.findIndex((one, index) => names.indexOf(one) < index);
  if (twice >= 0)
    throw new ProblemError('ALREADY_EXISTS', {
      field: `${field}[${twice}]`,
      given: given[twice]!.organization ?? given[twice]!.name,
    });
  return recipients;
}

/** @throws ProblemError REPORT_NEVER_SIGNED where it was handed in before versions were kept. */
async function lastSigned({ session }: RequestContext, report: number): Promise<number> {
  const [signed] = await session.query<{ number: number | null }>(
    'select max(number) as number from core.report_version where report_id = $1',
    [report],
  );
  if (signed!.number === null) throw new ProblemError('REPORT_NEVER_SIGNED', { field: 'input.report' });
  return signed!.number;
}

import { ProblemError, type ClassType, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { Activity } from '../activities/activity.js';
import { Document } from '../documents/document.js';
import { requireReason } from '../periods/require-reason.js';
import { Plan } from '../plans/plan.js';
import { found, optionalText } from '../programs/input.js';
import { ReportState } from '../reports/report-enums.js';
import { handedIn } from '../reports/report-state.js';
import { Report } from '../reports/report.js';
import { AttachFileInput, DetachFileInput } from './attachment-inputs.js';
import { AttachmentLink } from './attachment-link.js';
import { Attachment } from './attachment.js';

/** What files are attached to, and who may attach them there. */
const subjects = {
  document: { entity: Document, permission: 'core:document.manage' },
  activity: { entity: Activity, permission: 'core:activity.manage' },
  plan: { entity: Plan, permission: 'core:plan.manage' },
  report: { entity: Report, permission: 'core:value.record' },
} as const satisfies Record<string, { entity: ClassType; permission: string }>;

type Subject = keyof typeof subjects;
const names = Object.keys(subjects) as Subject[];

/** While a report is so, nothing of what it rests on changes. */
const closed: readonly unknown[] = [...handedIn, ReportState.ACCEPTED];

@Resolver()
export class AttachmentResolver {
  @Mutation(() => AttachmentLink, {
    nullable: true,
    description:
      'Attaches an uploaded file, as evidence, to what the caller may change. Saying it twice makes one link.',
  })
  async attachFile(
    @Arg('input', () => AttachFileInput, {
      description: 'The file, and the one thing that it is attached to.',
    })
    input: AttachFileInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const attachment = await found(context, Attachment, input.attachment, 'input.attachment');
    const { name, row } = await subjectOf(context, input);
    const note = optionalText(input.note, 'input.note', { maximum: 1000 });
    const [added] = await context.session.query<{ id: number }>(
      `insert into core.attachment_link (attachment_id, ${name}_id, note, attached_by)
       values ($1, $2, $3, $4) on conflict do nothing returning id`,
      [attachment.id, row.id, note, context.caller.userId],
    );
    if (!added) return linkThere(context, attachment.id, name, row.id);
    await context.audit('core:attachment.attach', { type: 'AttachmentLink', id: added.id }, { to: name });
    return added.id;
  }

  @Mutation(() => AttachmentLink, {
    nullable: true,
    description: 'Takes a file off what it was attached to by mistake. The file and the link stay on record.',
  })
  async detachFile(
    @Arg('input', () => DetachFileInput, { description: 'Which file is taken off what, and why.' })
    input: DetachFileInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const link = await found(context, AttachmentLink, input.link, 'input.link');
    const name = names.find((one) => typeof link[one] === 'number')!;
    const row = await context.read.byId(subjects[name].entity, link[name] as number);
    await requireOwn(context, name, row!, 'input.link');
    const changed = await context.session.query(
      `update core.attachment_link set detached_at = $2, detached_by = $3, detach_reason = $4
       where id = $1 and detached_at is null returning id`,
      [link.id, context.clock.now(), context.caller.userId, reason],
    );
    if (changed.length === 0) throw new ProblemError('FILE_DETACHED', { field: 'input.link' });
    await context.audit('core:attachment.detach', { type: 'AttachmentLink', id: link.id }, { reason });
    return link.id;
  }
}

/** The one thing that the input names, which the caller may change. */
async function subjectOf(
  context: RequestContext,
  input: AttachFileInput,
): Promise<{ name: Subject; row: Row }> {
  const given = names.filter((name) => input[name]);
  const [name] = given;
  if (given.length !== 1 || !name) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input',
      given: given.join(', ') || null,
      allowed: names.join(' | '),
    });
  }
  const field = `input.${name}`;
  const row = await found(context, subjects[name].entity, input[name]!, field);
  await requireOwn(context, name, row, field);
  return { name, row };
}

/** A document of the registry is nobody's; and what a report rests on does not change while it is handed in. */
async function requireOwn(context: RequestContext, name: Subject, row: Row, field: string): Promise<void> {
  if (typeof row['unit'] !== 'number') throw new ProblemError('FORBIDDEN', { field });
  const program = (row['programCode'] ?? row['program']) as string | null | undefined;
  await requireScope(context, subjects[name].permission, {
    unitId: row['unit'],
    program: typeof program === 'string' ? program : null,
    field,
  });
  if (name === 'report' && closed.includes(row['state'])) {
    throw new ProblemError('REPORT_STATE', {
      field,
      given: row['state'],
      allowed: 'returnReport, reopenReport',
    });
  }
}

async function linkThere(
  { session }: RequestContext,
  attachment: number,
  name: Subject,
  subject: number,
): Promise<number> {
  const [link] = await session.query<{ id: number }>(
    `select id from core.attachment_link where attachment_id = $1 and ${name}_id = $2 and detached_at is null`,
    [attachment, subject],
  );
  return link!.id;
}

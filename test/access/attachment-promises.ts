/** What is promised of files and of what they are attached to. */
import { changeOf, ofUnit, type Row, type TablePromise } from './promise.js';
import type { Who } from './rights.js';
import type { Ground } from './row-oracle.js';

const code = ({ program_code }: Row): string | null => program_code;

/** By class, who may see it besides whoever uploaded it and still may. */
const readers: Readonly<Record<string, string>> = {
  INTERNAL: 'core:attachment.read',
  PERSONAL: 'core:attachment.personal',
  RESTRICTED: 'core:attachment.restricted',
};

const isOwn = (who: Who, { uploaded_by }: Row): boolean => who.userId !== null && uploaded_by === who.userId;

/** What a file is attached to: its table, its id, and who may change it. */
function subjectOf(link: Row): [table: string, id: number, permission: string] {
  if (link['document_id']) return ['core.document', link['document_id'], 'core:document.manage'];
  if (link['activity_id']) return ['core.activity', link['activity_id'], 'core:activity.manage'];
  if (link['plan_id']) return ['core.plan', link['plan_id'], 'core:plan.manage'];
  return ['core.report', link['report_id'], 'core:value.record'];
}

function seesBothEnds(who: Who, link: Row, ground: Ground): boolean {
  const [table, id] = subjectOf(link);
  return ground.sees('core.attachment', who, link['attachment_id']) && ground.sees(table, who, id);
}

/** A link tells that both its ends exist. */
function changesSubject(who: Who, link: Row, ground: Ground): boolean {
  const [table, id, permission] = subjectOf(link);
  const subject = ground.row(table, id);
  const program = subject['program_code'] ?? subject['program'] ?? null;
  return (
    seesBothEnds(who, link, ground) && ground.rights.changes(who, permission, subject['unit_id'], program)
  );
}

export const attachmentPromises: readonly TablePromise[] = [
  {
    table: 'core.attachment',
    select: (who, row, ground) =>
      ofUnit(readers[row['confidentiality']]!, code)(who, row, ground) ||
      (isOwn(who, row) && ofUnit('core:attachment.add', code)(who, row, ground)),
    insert: (who, row, ground) => isOwn(who, row) && changeOf('core:attachment.add', code)(who, row, ground),
    kind: ['unit_id', 'program_code', 'confidentiality', 'uploaded_by'],
  },
  {
    table: 'core.attachment_link',
    select: seesBothEnds,
    insert: changesSubject,
    update: changesSubject,
    touch: `detached_at = now(), detach_reason = 'x'`,
    kind: ['attachment_id', 'document_id', 'activity_id', 'plan_id', 'report_id'],
  },
];

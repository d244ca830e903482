import { rowRule, type RowRule } from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';

/** Files of the units and programs over which the caller holds a permission: sets, made once a statement. */
function within(read: string): string {
  const { select } = unitRows({
    unit: 'unit_id',
    program: { column: 'program_code' },
    read,
    explanation: '',
  });
  return (select as { using: string }).using;
}

const byCaller = `uploaded_by = (select nullif(current_setting('phoihop.user_id', true), '')::bigint)`;

/** Nobody sees more of files than of the unit and program they are of, and of their class besides. */
export const attachmentRows: RowRule = rowRule({
  explanation:
    'Internal files by readers of their unit and program, personal and restricted ones by those who may see such files there; one’s own while one may upload there.',
  select: {
    using: `((confidentiality = 'INTERNAL' and ${within('core:attachment.read')})
      or (confidentiality = 'PERSONAL' and ${within('core:attachment.personal')})
      or (confidentiality = 'RESTRICTED' and ${within('core:attachment.restricted')})
      or (${byCaller} and ${within('core:attachment.add')}))`,
  },
  insert: {
    using: `${byCaller} and core.may_change('core:attachment.add', unit_id, program_code)`,
  },
});

/** Whoever may change what a file is attached to. */
const ofSubject = `case
  when document_id is not null then exists (select from core.document d
    where d.id = document_id and core.may_change('core:document.manage', d.unit_id, null))
  when activity_id is not null then exists (select from core.activity a
    where a.id = activity_id and core.may_change('core:activity.manage', a.unit_id, a.program_code))
  when plan_id is not null then exists (select from core.plan p
    where p.id = plan_id and core.may_change('core:plan.manage', p.unit_id, p.program_code))
  else exists (select from core.report r
    where r.id = report_id and core.may_change('core:value.record', r.unit_id, r.program)) end`;

const bothEnds = `attachment_id in (select id from core.attachment)
      and (document_id is null or document_id in (select id from core.document))
      and (activity_id is null or activity_id in (select id from core.activity))
      and (plan_id is null or plan_id in (select id from core.plan))
      and (report_id is null or report_id in (select id from core.report))`;

export const attachmentLinkRows: RowRule = rowRule({
  explanation:
    'Seen by whoever sees both ends; made and taken off by whoever may, besides, change what the file is attached to.',
  select: { using: bothEnds },
  insert: { using: `${bothEnds} and ${ofSubject}` },
  // A change without a condition asks nothing of the rule for seeing.
  update: { using: `${bothEnds} and ${ofSubject}` },
  updateColumns: ['detached_at', 'detached_by', 'detach_reason'],
});

import { allow, extend, list, many, one } from '@phoihop/platform';
import { Activity } from '../activities/activity.js';
import { Document } from '../documents/document.js';
import { searchIn } from '../filters/search-in.js';
import { whether } from '../filters/whether.js';
import type { CorePart } from '../part.js';
import { Plan } from '../plans/plan.js';
import { Report } from '../reports/report.js';
import { AttachmentLink } from './attachment-link.js';
import { attachmentLinkRows, attachmentRows } from './attachment-rows.js';
import { Attachment } from './attachment.js';
import { AttachmentResolver } from './attachment.resolver.js';
import { attachmentsMigration } from './migration.js';
import { attachmentsVietnamese } from './vietnamese.js';

const readers = allow.permission('core:attachment.read');

const detached = whether(
  {
    en: 'Only files that were taken off again, or only those that are attached.',
    vi: 'Chỉ tệp đã gỡ ra, hoặc chỉ tệp đang đính kèm.',
  },
  (row) => `${row}.detached_at is not null`,
);

const attached = (description: string, via: string) =>
  many(AttachmentLink, via, { description, filters: { detached }, order: ['attachedAt', 'id'] });

/** Files as evidence, and what they are attached to. */
export const attachmentsPart: CorePart = {
  entities: [Attachment, AttachmentLink],
  resolvers: [AttachmentResolver],
  migrations: [attachmentsMigration],
  rows: { Attachment: attachmentRows, AttachmentLink: attachmentLinkRows },
  reads: {
    attachment: one(Attachment, { by: 'id', description: 'One uploaded file, by its global id.' }),
    attachments: list(Attachment, {
      description: 'The uploaded files that the caller may see, the newest first.',
      filter: ['unit', 'programCode', 'confidentiality', 'mediaType', 'sha256', 'demo'],
      filters: {
        search: searchIn(
          {
            en: 'Only files in whose name these words occur; accents and case do not matter.',
            vi: 'Chỉ tệp có tên chứa cụm từ này; không phân biệt dấu và chữ hoa.',
          },
          ['name'],
        ),
      },
      order: ['uploadedAt', 'name', 'size'],
      descending: true,
    }),
  },
  extend: [
    extend(Document, {
      attachments: attached('The files attached to the document: its text, scanned minutes.', 'document'),
    }),
    extend(Activity, {
      attachments: attached('The files that prove the activity: photos, lists, minutes.', 'activity'),
    }),
    extend(Plan, { attachments: attached('The files that belong to the plan.', 'plan') }),
    extend(Report, { attachments: attached('The files that prove the figures of the report.', 'report') }),
    extend(Attachment, {
      links: many(AttachmentLink, 'attachment', {
        description: 'What the file is attached to, and was before.',
        filters: { detached },
        order: ['attachedAt', 'id'],
      }),
    }),
  ],
  fields: {
    Attachment: readers,
    AttachmentLink: readers,
    'Attachment.links': readers,
    'Document.attachments': readers,
    'Activity.attachments': readers,
    'Plan.attachments': readers,
    'Report.attachments': allow.permission('core:report.read'),
    'Query.attachment': readers,
    'Query.attachments': readers,
    'Mutation.attachFile': readers,
    'Mutation.detachFile': readers,
  },
  problems: {
    FILE_EMPTY: { vi: 'Tệp không có nội dung.', en: 'The file is empty.' },
    FILE_TOO_LARGE: {
      vi: 'Tệp quá lớn: {given} byte, tối đa {allowed} byte.',
      en: 'The file is too large: {given} bytes, at most {allowed}.',
    },
    FILE_TYPE: {
      vi: 'Không nhận loại tệp {given}. Các loại được nhận: {allowed}.',
      en: 'Files of the type {given} are not taken. Taken are: {allowed}.',
    },
    FILE_TYPE_DIFFERS: {
      vi: 'Tệp được khai là {given}, nhưng nội dung là {allowed}.',
      en: 'The file is said to be {given}, but its contents are {allowed}.',
    },
    FILE_HASH: {
      vi: 'Mã SHA-256 khai báo là {given}, nhưng nội dung nhận được có mã {allowed}: tệp bị hỏng trên đường truyền hoặc không phải tệp đó.',
      en: 'The SHA-256 is said to be {given}, but what arrived has {allowed}: it was damaged on the way, or is another file.',
    },
    FILE_DETACHED: {
      vi: 'Tệp đã được gỡ ra trước đó.',
      en: 'The file was taken off before.',
    },
  },
  vietnamese: attachmentsVietnamese,
};

import { GraphQLString } from 'graphql';
import { allow, extend, list, many, one, rowRule, type CustomFilter } from '@phoihop/platform';
import { Activity } from '../activities/activity.js';
import { unitRows } from '../access/unit-rows.js';
import type { CorePart } from '../part.js';
import { Plan } from '../plans/plan.js';
import { Program } from '../programs/program.js';
import { DocumentLink } from './document-link.js';
import { DocumentMutations } from './document-mutations.resolver.js';
import { Document } from './document.js';
import { DocumentNumberParts, DocumentResolver } from './document.resolver.js';
import { documentsVietnamese } from './vietnamese.js';
import { documentLabels } from './labels.js';

const readers = allow.permission('core:document.read');

const search: CustomFilter = {
  type: GraphQLString,
  description:
    'Only documents whose citation or Vietnamese title contains this; accents and case do not matter.',
  sql: (row, parameter) =>
    `core.search_key(${row}.cited_as || ' ' || ${row}.title_vi) like '%' || core.search_key(${parameter}) || '%'`,
};

/** Documents of the units over which the caller holds a permission: a set, made once a statement. */
function unitsOf(read: string): string {
  const { select } = unitRows({ unit: 'unit_id', read, explanation: '' });
  return (select as { using: string }).using;
}

const links = (description: string) => ({ description, filter: ['relation'], order: ['id'] });

/** The documents that everything rests on, and what rests on which. */
export const documentsPart: CorePart = {
  entities: [Document, DocumentLink],
  types: [DocumentNumberParts],
  resolvers: [DocumentResolver, DocumentMutations],
  rows: {
    Document: rowRule({
      explanation:
        'Public documents by every reader; internal ones by readers of their unit; personal and restricted ones by those who keep documents there.',
      select: {
        using: `(confidentiality = 'PUBLIC' or (confidentiality = 'INTERNAL' and ${unitsOf('core:document.read')})
          or ${unitsOf('core:document.manage')})`,
      },
      insert: { using: `core.may_change('core:document.manage', unit_id, null)` },
    }),
    DocumentLink: rowRule({
      explanation: 'Seen by whoever sees both ends; made by whoever may change what it starts from.',
      // A link to a public document would else tell everybody that there is a draft or a restricted document behind it.
      select: {
        using: `document_id in (select id from core.document)
          and (from_document_id is null or from_document_id in (select id from core.document))
          and (activity_id is null or activity_id in (select id from core.activity))
          and (plan_id is null or plan_id in (select id from core.plan))`,
      },
      insert: {
        using: `program_id is null and case
          when from_document_id is not null then exists (select from core.document d
            where d.id = from_document_id and core.may_change('core:document.manage', d.unit_id, null))
          when activity_id is not null then exists (select from core.activity a
            where a.id = activity_id and core.may_change('core:activity.manage', a.unit_id, a.program_code))
          else exists (select from core.plan p
            where p.id = plan_id and core.may_change('core:plan.manage', p.unit_id, p.program_code)) end`,
      },
    }),
  },
  reads: {
    document: one(Document, { by: 'id', description: 'One document, by its global id.' }),
    documentByCode: one(Document, {
      by: 'code',
      description: 'The document of the registry called so, as in "D-24".',
    }),
    documents: list(Document, {
      description: 'The documents that the caller may read.',
      filter: ['code', 'number', 'date', 'confidentiality', 'unit'],
      filters: { search },
      order: ['code', 'date', 'recordedAt'],
    }),
  },
  extend: [
    documentLabels,
    extend(Document, {
      links: many(
        DocumentLink,
        'fromDocument',
        links('What this document cites, carries out, replaces or amends.'),
      ),
      linkedFrom: many(
        DocumentLink,
        'document',
        links('What cites, carries out, replaces or amends this document, or is proved by it.'),
      ),
    }),
    extend(Program, {
      documentLinks: many(
        DocumentLink,
        'program',
        links('The documents that the line cites or carries out.'),
      ),
    }),
    extend(Activity, {
      documentLinks: many(
        DocumentLink,
        'activity',
        links('The documents that the activity rests on or is proved by.'),
      ),
    }),
    extend(Plan, {
      documentLinks: many(
        DocumentLink,
        'plan',
        links('The documents that the plan rests on or is proved by.'),
      ),
    }),
  ],
  fields: {
    Document: readers,
    DocumentNumber: readers,
    DocumentLink: readers,
    'Document.links': readers,
    'Document.linkedFrom': readers,
    'Program.documentLinks': readers,
    'Activity.documentLinks': readers,
    'Plan.documentLinks': readers,
    'Query.document': readers,
    'Query.documentByCode': readers,
    'Query.documents': readers,
    'Mutation.createDocument': allow.permission('core:document.manage'),
    'Mutation.linkDocument': allow.anyOf(
      allow.permission('core:document.manage'),
      allow.permission('core:activity.manage'),
      allow.permission('core:plan.manage'),
    ),
  },
  problems: {
    DOCUMENT_SEALED: {
      vi: 'Văn bản niêm phong không được nhập vào hệ thống này.',
      en: 'Sealed documents are not entered in this system.',
    },
  },
  vietnamese: documentsVietnamese,
};

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Session } from '@phoihop/platform';
import type { ProgramLine } from '../programs/contribution.js';

const file = new URL('../../data/registry/documents.json', import.meta.url);

const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

const registered = z.array(
  z.strictObject({
    id: z.string().regex(/^D-\d{2}$/),
    number: z.string().nullable(),
    date: z.iso.date().nullable(),
    type: text,
    issuer: text.nullable(),
    title: text,
    citedAs: z.string().min(1),
    confidentiality: z.literal('public'),
    note: text.optional(),
  }),
);

/** The document that the whole registry was read from. It cites all the others. */
const sourceDocument = 'D-24';

/** The documents of the registry as rows. @throws ZodError where the file is not what it should be. */
export function documentsOfRegistry() {
  return registered.parse(JSON.parse(readFileSync(file, 'utf8'))).map((document) => ({
    code: document.id,
    number: document.number,
    date: document.date,
    cited_as: document.citedAs,
    type_vi: document.type.vi,
    type_en: document.type.en,
    issuer_vi: document.issuer?.vi ?? null,
    issuer_en: document.issuer?.en ?? null,
    title_vi: document.title.vi,
    title_en: document.title.en,
    note_vi: document.note?.vi ?? null,
    note_en: document.note?.en ?? null,
    confidentiality: document.confidentiality.toUpperCase(),
  }));
}

/** Which lines rest on which documents. */
export function linksOfRegistry(programs: readonly ProgramLine[]) {
  return programs.flatMap(({ id, documents = [] }) =>
    documents.map((document) => ({ program: id, document })),
  );
}

export async function loadDocuments(
  session: Session,
  rows: ReturnType<typeof documentsOfRegistry>,
): Promise<void> {
  await session.query(upsertDocuments, [JSON.stringify(rows)]);
}

/** Programs cite their documents; the source document cites every other one of the registry. */
export async function loadDocumentLinks(
  session: Session,
  rows: ReturnType<typeof linksOfRegistry>,
): Promise<void> {
  await session.query(addProgramLinks, [JSON.stringify(rows)]);
  await session.query(addSourceLinks, [sourceDocument]);
}

const columns =
  'number, date, cited_as, type_vi, type_en, issuer_vi, issuer_en, title_vi, title_en, note_vi, note_en, confidentiality';

const upsertDocuments = /* sql */ `
insert into core.document (code, ${columns})
select code, ${columns} from json_populate_recordset(null::core.document, $1::json) order by code
on conflict (code) do update set (${columns}) = (${columns
  .split(', ')
  .map((column) => `excluded.${column}`)
  .join(', ')})`;

const addProgramLinks = /* sql */ `
insert into core.document_link (document_id, relation, program_id)
select document.id, 'CITES', program.id
  from json_to_recordset($1::json) as given (program text, document text)
  join core.program on program.code = given.program
  join core.document on document.code = given.document
on conflict do nothing`;

const addSourceLinks = /* sql */ `
insert into core.document_link (document_id, relation, from_document_id)
select cited.id, 'CITES', source.id
  from core.document source join core.document cited on cited.code like 'D-%' and cited.id <> source.id
 where source.code = $1
on conflict do nothing`;

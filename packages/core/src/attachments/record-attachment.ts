import { ProblemError, type RequestContext } from '@phoihop/platform';
import { requireScope } from '../access/scope.js';
import { unitsByCode, unitKey } from '../imports/units-by-code.js';
import { requiredText } from '../programs/input.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AttachmentConfidentiality } from './attachment-enums.js';

/** What an upload says of its file, as it was sent. */
export interface SaidOfFile {
  /** Global id of the unit, or its code on the business date. */
  readonly unit: string;
  readonly program?: string | undefined;
  readonly name: string;
  readonly confidentiality?: string | undefined;
}

/** Where a file belongs; see {@link placeOfFile}. */
export interface FilePlace {
  readonly unit: number;
  readonly program: string | null;
  readonly name: string;
  readonly confidentiality: AttachmentConfidentiality;
}

/** What was found of its bytes. */
export interface FileFacts {
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

const classes: readonly string[] = Object.values(AttachmentConfidentiality);

/**
 * Where an uploaded file belongs, and whether the caller may put one there: to be asked before its bytes are taken.
 * @throws ProblemError UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, UNIT_CODE_UNKNOWN, OUT_OF_SCOPE, BAD_USER_INPUT, TEXT_LENGTH
 */
export async function placeOfFile(context: RequestContext, said: SaidOfFile): Promise<FilePlace> {
  if (context.caller.userId === null) throw new ProblemError('UNAUTHENTICATED');
  if (!context.caller.permissions.has('core:attachment.add'))
    throw new ProblemError('FORBIDDEN', { field: 'upload', permission: 'core:attachment.add' });
  const { confidentiality = AttachmentConfidentiality.INTERNAL } = said;
  if (!classes.includes(confidentiality)) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'confidentiality',
      given: confidentiality.slice(0, 40),
      allowed: classes,
    });
  }
  const name = requiredText(nameAlone(said.name), 'name', { maximum: 200 });
  const program = said.program ? await knownProgram(context, said.program) : null;
  const unit = await unitNamed(context, said.unit);
  await requireScope(context, 'core:attachment.add', { unitId: unit, program, field: 'unit' });
  return { unit, program, name, confidentiality: confidentiality as AttachmentConfidentiality };
}

/** Of a path the last name: some browsers send where the file lay on its owner's disk. */
const nameAlone = (name: string): string => name.split(/[/\\]/).at(-1) ?? '';

async function knownProgram({ session }: RequestContext, code: string): Promise<string> {
  const rows = await session.query('select from core.program where code = $1', [code]);
  if (rows.length > 0) return code;
  throw new ProblemError('NOT_FOUND', { field: 'program', given: code.slice(0, 40) });
}

async function unitNamed({ session, clock, read }: RequestContext, unit: string): Promise<number> {
  if (!/^\d+$/.test(unit)) return read.localId(AdministrativeUnit, unit, 'unit');
  const asked = { code: unit, day: clock.businessDate };
  const found = (await unitsByCode(session, [asked])).get(unitKey(asked));
  if (found !== undefined) return found;
  throw new ProblemError('UNIT_CODE_UNKNOWN', { field: 'unit', given: unit.slice(0, 40), day: asked.day });
}

/** Enters a file whose bytes have been checked. @returns its id */
export async function recordAttachment(
  context: RequestContext,
  { unit, program, name, confidentiality }: FilePlace,
  { mediaType, size, sha256 }: FileFacts,
): Promise<number> {
  const [row] = await context.session.query<{ id: number }>(
    `insert into core.attachment (unit_id, program_code, name, media_type, size, sha256, confidentiality, uploaded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [unit, program, name, mediaType, size, sha256, confidentiality, context.caller.userId],
  );
  await context.audit(
    'core:attachment.upload',
    { type: 'Attachment', id: row!.id },
    { confidentiality, mediaType, size, sha256 },
  );
  return row!.id;
}

/** A file that the caller may fetch. */
export interface FileToFetch extends FileFacts {
  readonly name: string;
}

/**
 * The file with this id, for whoever the row rule shows it; fetching one that names persons or is restricted is
 * recorded. Null where there is none and where the caller may not see it: the two answer alike.
 */
export async function attachmentToFetch(context: RequestContext, id: number): Promise<FileToFetch | null> {
  const [row] = await context.session.query<FileToFetch & { confidentiality: string }>(
    `select name, media_type as "mediaType", size, sha256, confidentiality from core.attachment where id = $1`,
    [id],
  );
  if (!row) return null;
  const { confidentiality, ...file } = row;
  if (confidentiality !== AttachmentConfidentiality.INTERNAL)
    await context.audit('core:attachment.fetch', { type: 'Attachment', id }, { confidentiality });
  return file;
}

/** Whether some file still has these bytes: asked as the system, before they are taken out of the store. */
export const bytesAreUsed = `select exists (select from core.attachment where sha256 = $1) as used`;

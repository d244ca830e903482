import { addAbortSignal } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inWords, ProblemError } from '@phoihop/platform';
import { decodeGlobalId, encodeGlobalId } from '@phoihop/platform/engine';
import { localeOf } from '../http-language.js';
import type { Serving, Standing } from '../serving.js';
import { sendFailure, withRights } from './file-answers.js';
import type { FilesService } from './files-service.js';
import { keepUpload } from './keep-upload.js';
import { mediaTypeOfFile } from './media-type.js';
import { textParameter } from './parameters.js';
import { Turns } from './turns.js';

/** What an upload answers. */
interface Uploaded {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** Uploads that are put into the store at once: each has a connection of the database to itself until the store has it. */
const mostKept = 3;

/** `POST /files` and `GET /files/:id`. */
export function addAttachmentRoutes(app: FastifyInstance, standing: Standing): void {
  const turns = new Turns(mostKept);
  app.post('/files', async (request, reply) => {
    const serving = standing.serving!;
    request.noted.operation = { name: 'upload', kind: 'mutation', hash: '' };
    try {
      const uploaded = await upload(serving, serving.files!, request, turns);
      return reply.code(201).header('location', `/files/${uploaded.id}`).send(uploaded);
    } catch (error) {
      return sendFailure(serving, request, reply, error);
    }
  });

  app.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const serving = standing.serving!;
    request.noted.operation = { name: 'download', kind: 'query', hash: '' };
    try {
      return await download(serving, serving.files!, request, reply);
    } catch (error) {
      return sendFailure(serving, request, reply, error);
    }
  });
}

/** Rights first, then the bytes, then what they are, and only then anything that lasts. */
async function upload(
  serving: Serving,
  files: FilesService,
  request: FastifyRequest,
  turns: Turns,
): Promise<Uploaded> {
  const { core, spool, limits } = files;
  const { signal } = request.stop;
  const said = {
    unit: textParameter(request, 'unit') ?? missing('unit'),
    name: textParameter(request, 'name') ?? missing('name'),
    program: textParameter(request, 'program'),
    confidentiality: textParameter(request, 'confidentiality'),
  };
  const hash = textParameter(request, 'sha256')?.toLowerCase();
  if (hash !== undefined && !/^[0-9a-f]{64}$/.test(hash))
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'sha256',
      given: hash.slice(0, 64),
      allowed: '64 × 0-9a-f',
    });
  const about = { locale: localeOf(request), requestId: request.id, signal };
  await withRights(serving, request, (caller) =>
    serving.engine.transaction({ ...about, caller }, ({ context }) => core.placeOfFile(context, said)),
  );
  refuseLong(request, limits.fileBytes);
  await using spooled = await spool.take(request.raw, limits.fileBytes, signal);
  if (hash !== undefined && hash !== spooled.sha256)
    throw new ProblemError('FILE_HASH', { field: 'sha256', given: hash, allowed: spooled.sha256 });
  const { path, size, sha256 } = spooled;
  const name = said.name;
  const mediaType = await mediaTypeOfFile({ path, name }, request.headers['content-type'], limits.fileTypes);
  const file = { path, size, sha256, mediaType };
  const keep = () =>
    withRights(serving, request, (caller) =>
      keepUpload({ engine: serving.engine, files, about: { ...about, caller } }, said, file),
    );
  const kept = await turns.wait(keep, signal);
  return { id: encodeGlobalId('Attachment', kept.id), name: kept.name, mediaType, size, sha256 };
}

function missing(field: string): never {
  throw new ProblemError('BAD_USER_INPUT', {
    field,
    given: null,
    allowed: inWords({ vi: 'văn bản', en: 'text' }),
  });
}

/** What says that it is too long need not be read. */
export function refuseLong({ headers }: FastifyRequest, most: number): void {
  const given = Number(headers['content-length'] ?? 0);
  if (given > most) throw new ProblemError('FILE_TOO_LARGE', { given, allowed: most });
}

/** The bytes, for whoever the row rule shows the file; what is not there and what is hidden answer alike. */
async function download(
  serving: Serving,
  { core, store }: FilesService,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const named = decodeGlobalId(request.params.id);
  const about = { locale: localeOf(request), requestId: request.id, signal: request.stop.signal };
  const file =
    named?.type === 'Attachment'
      ? await withRights(serving, request, (caller) =>
          serving.engine.transaction({ ...about, caller }, ({ context }) =>
            core.attachmentToFetch(context, named.id),
          ),
        )
      : null;
  if (!file) throw new ProblemError('NOT_FOUND', { field: 'id' });
  const tag = `"${file.sha256}"`;
  reply
    .header('etag', tag)
    .header('cache-control', 'private, no-cache')
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('content-disposition', attachmentNamed(file.name));
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  const bytes = addAbortSignal(about.signal, await store.get(file.sha256));
  return reply.type(file.mediaType).header('content-length', file.size).send(bytes);
}

/** For old clients in ASCII, for others as it is (RFC 6266, RFC 8187): never shown in the page of another. */
export function attachmentNamed(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w. ()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode } from 'graphql';
import { inWords, ProblemError, type Caller, type Locale } from '@phoihop/platform';
import { RightsChanged, type Engine } from '@phoihop/platform/engine';
import { localeOf } from '../http-language.js';
import type { Serving, Standing } from '../serving.js';
import { titleOf, wordsFor } from './column-titles.js';
import { csvFile } from './csv-lines.js';
import { columnsOf, rowTypeOf, type Column } from './export-columns.js';
import { exportQuery } from './export-query.js';
import { ExportFailed, exportPages, type Page } from './export-rows.js';
import { sendFailure, withRights } from './file-answers.js';
import type { FilesService } from './files-service.js';
import { textParameter } from './parameters.js';
import { isNumber, writtenValue } from './written-value.js';
import { xlsxFile } from './xlsx-file.js';

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

type Format = keyof typeof mediaTypes;

/** `GET /export/<list>.csv` and `.xlsx`: a root list as the caller sees it, page by page. */
export function addExportRoute(app: FastifyInstance, standing: Standing): void {
  app.get<{ Params: { file: string } }>('/export/:file', async (request, reply) => {
    const serving = standing.serving!;
    try {
      return await sendExport(serving, serving.files!, request, reply);
    } catch (error) {
      return sendFailure(serving, request, reply, error instanceof ExportFailed ? error.error : error);
    }
  });
}

/** What is asked for. */
interface AskedExport {
  readonly field: string;
  readonly format: Format;
  readonly locale: Locale;
  readonly columns: readonly Column[];
  readonly documents: readonly [DocumentNode, DocumentNode];
  readonly variables: Readonly<Record<string, unknown>>;
}

async function sendExport(
  serving: Serving,
  files: FilesService,
  request: FastifyRequest<{ Params: { file: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { engine } = serving;
  const { asked, first, pages } = await withRights(serving, request, async (caller) => {
    const wanted = askedOf(engine, request, caller);
    request.noted.operation = { name: `export ${wanted.field}`, kind: 'query', hash: '' };
    const about = { caller, locale: wanted.locale, requestId: request.id, signal: request.stop.signal };
    const all = exportPages({ engine, ...wanted, request: about });
    // The first page is read before anything is said: what is refused is refused with a status.
    const { value } = await all.next();
    return { asked: wanted, first: value as Page, pages: all };
  });
  const { exportRows } = files.limits;
  if (first.total !== null && first.total > exportRows)
    throw new ProblemError('LIMIT_EXCEEDED', { limit: 'rows', given: first.total, allowed: exportRows });
  const batches = textOf(serving, files, asked, first, pages, exportRows);
  const body =
    asked.format === 'csv' ? csvFile(batches, files.core.neutral) : xlsxFile(cells(batches, asked));
  const stream = Readable.from(body);
  // The status is long gone: the connection is cut, so that nobody takes a part for the whole.
  stream.on('error', (error) => {
    if (!(error instanceof RightsChanged))
      engine.present(error, { locale: asked.locale, requestId: request.id });
    reply.raw.destroy();
  });
  return reply
    .type(mediaTypes[asked.format])
    .header('content-disposition', `attachment; filename="${asked.field}.${asked.format}"`)
    .send(stream);
}

/** @throws ProblemError NOT_FOUND for what is no list, BAD_USER_INPUT, FORBIDDEN for a column the caller may not ask for. */
function askedOf(
  engine: Engine,
  request: FastifyRequest<{ Params: { file: string } }>,
  caller: Caller,
): AskedExport {
  const mayAsk = (coordinate: string): boolean => engine.mayAsk(caller, coordinate);
  const [, field, format] = /^(\w+)\.(csv|xlsx)$/.exec(request.params.file) ?? [];
  const type = field && rowTypeOf(engine.schema, field);
  if (!type)
    throw new ProblemError('NOT_FOUND', { field: 'export', given: request.params.file.slice(0, 80) });
  if (!mayAsk(`Query.${field}`)) throw engine.refusal(caller, `Query.${field}`);
  const language = textParameter(request, 'lang') ?? localeOf(request);
  if (language !== 'vi' && language !== 'en')
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'lang',
      given: language.slice(0, 20),
      allowed: 'vi, en',
    });
  const columns = chosen(columnsOf(engine.schema, type), textParameter(request, 'columns'), mayAsk);
  if (columns.length === 0) throw engine.refusal(caller, type.name);
  const variables = {
    filter: filterOf(textParameter(request, 'filter')),
    orderBy: textParameter(request, 'orderBy'),
    asOf: textParameter(request, 'asOf'),
  };
  const documents = [true, false].map((first) =>
    parsed(engine, exportQuery(engine.schema, field, columns, first)),
  );
  return {
    field,
    format: format as Format,
    locale: language,
    columns,
    documents: documents as [DocumentNode, DocumentNode],
    variables: Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined)),
  };
}

function chosen(
  known: readonly Column[],
  names: string | undefined,
  mayAsk: (coordinate: string) => boolean,
): Column[] {
  if (names === undefined)
    return known.filter(({ usual, coordinates }) => usual && coordinates.every(mayAsk));
  return names.split(',').map((given) => {
    const name = given.trim();
    const column = known.find((one) => one.name === name);
    if (!column) {
      const allowed = known.map((one) => one.name).join(', ');
      throw new ProblemError('BAD_USER_INPUT', { field: 'columns', given: name.slice(0, 80), allowed });
    }
    const refused = column.coordinates.find((coordinate) => !mayAsk(coordinate));
    if (refused) throw new ProblemError('FORBIDDEN', { field: refused });
    return column;
  });
}

function filterOf(given: string | undefined): unknown {
  if (given === undefined) return undefined;
  try {
    const filter: unknown = JSON.parse(given);
    if (filter !== null && typeof filter === 'object' && !Array.isArray(filter)) return filter;
  } catch {
    // Said below.
  }
  throw new ProblemError('BAD_USER_INPUT', {
    field: 'filter',
    given: given.slice(0, 40),
    allowed: inWords({ vi: 'một đối tượng JSON', en: 'a JSON object' }),
  });
}

function parsed(engine: Engine, source: string): DocumentNode {
  const document = engine.parse(source);
  if ('kind' in document) return document;
  throw document[0]!;
}

/** The lines of the file, a page at a time: names, titles, rows. */
async function* textOf(
  { engine }: Serving,
  { core }: FilesService,
  { columns, locale }: AskedExport,
  first: Page,
  rest: AsyncIterable<Page>,
  most: number,
): AsyncGenerator<string[][]> {
  const words = columns.map((column) => wordsFor(engine.composition, column, locale));
  const lines = ({ rows }: Page): string[][] =>
    rows.map((row) => row.map((value, at) => writtenValue(value, columns[at]!, words[at]!)));
  const titles = columns.map((column) => titleOf(engine.composition, column, locale));
  titles[0] = core.titlesBegin + titles[0];
  yield [columns.map(({ name }) => name), titles, ...lines(first)];
  let count = first.rows.length;
  for await (const page of rest) {
    count += page.rows.length;
    // It grew while it was read.
    if (count > most)
      throw new ProblemError('LIMIT_EXCEEDED', { limit: 'rows', given: count, allowed: most });
    yield lines(page);
  }
}

/** Numbers as numbers, so that a spreadsheet adds them up; the two first lines are words. */
async function* cells(
  batches: AsyncIterable<string[][]>,
  { columns }: AskedExport,
): AsyncGenerator<(string | { digits: string })[][]> {
  let line = 0;
  for await (const rows of batches) {
    yield rows.map((row) => {
      line += 1;
      return line <= 2
        ? row
        : row.map((text, at) => (isNumber(columns[at]!, text) ? { digits: text } : text));
    });
  }
}

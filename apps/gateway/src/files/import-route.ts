import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isInputObjectType, getNamedType } from 'graphql';
import { ProblemError, ProblemListError, type RequestContext } from '@phoihop/platform';
import type { TableRow } from '@phoihop/core';
import { localeOf } from '../http-language.js';
import { refuse } from '../refuse.js';
import type { Serving, Standing } from '../serving.js';
import { refuseLong } from './attachments-route.js';
import { sendError, sendFailure, withRights } from './file-answers.js';
import type { FilesPort, FilesService } from './files-service.js';
import { readInputs, type RowProblem } from './import-inputs.js';
import { importRows, RowsRejected } from './import-rows.js';
import { countParameter, flagParameter, neededParameter, textParameter } from './parameters.js';
import type { Spooled } from './spool.js';
import { NoTurn, Turns } from './turns.js';

/** Imports that run at once: each has a connection of the database to itself until it ends. */
const mostImports = 3;

/** `POST /import/values` for figures, `/import/report` for the lines of a report, `/import/<mutation>` for rows of any mutation. */
export function addImportRoute(app: FastifyInstance, standing: Standing): void {
  const turns = new Turns(mostImports);
  app.post<{ Params: { what: string } }>('/import/:what', async (request, reply) => {
    const serving = standing.serving!;
    const { what } = request.params;
    request.noted.operation = { name: 'import', kind: 'mutation', hash: '' };
    try {
      if (request.callerOfRequest.userId === null) throw new ProblemError('UNAUTHENTICATED');
      const take = what === 'values' ? takeFigures : what === 'report' ? takeReport : takeRows;
      return await take(serving, serving.files!, request, turns);
    } catch (error) {
      if (error instanceof NoTurn) return refuse(request, reply, 'overloaded', {}, { 'retry-after': '10' });
      return sendRejection(serving, request, reply, error);
    }
  });
}

type ImportRequest = FastifyRequest<{ Params: { what: string } }>;

/** Figures, by core's own import. */
function takeFigures(
  serving: Serving,
  files: FilesService,
  request: ImportRequest,
  turns: Turns,
): Promise<object> {
  const asked = {
    template: textParameter(request, 'template'),
    period: textParameter(request, 'period'),
    correctBecause: textParameter(request, 'correct'),
  };
  return takeTable(serving, files, request, turns, {
    name: 'values',
    asked,
    run: (context, sent) => files.core.importFigures(context, { ...asked, ...sent }),
  });
}

/** The lines of one report, which fill its draft. */
function takeReport(
  serving: Serving,
  files: FilesService,
  request: ImportRequest,
  turns: Turns,
): Promise<object> {
  const asked = {
    template: neededParameter(request, 'template'),
    unit: neededParameter(request, 'unit'),
    period: neededParameter(request, 'period'),
    asOf: textParameter(request, 'asOf'),
    expectedVersion: countParameter(request, 'expectedVersion'),
    note: textParameter(request, 'note'),
  };
  return takeTable(serving, files, request, turns, {
    name: 'report',
    asked,
    run: (context, sent) => files.core.importReportLines(context, { ...asked, ...sent }),
  });
}

/** A table that core takes in as a whole: what it is called, what was asked beside it, and who does it. */
interface TableImport {
  readonly name: string;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly run: (
    context: RequestContext,
    sent: { table: AsyncIterable<TableRow>; facts: () => Record<string, unknown> },
  ) => Promise<object>;
}

async function takeTable(
  serving: Serving,
  files: FilesService,
  request: ImportRequest,
  turns: Turns,
  { name, asked, run }: TableImport,
): Promise<object> {
  const dryRun = flagParameter(request, 'dryRun');
  const key = textParameter(request, 'idempotencyKey');
  await using file = await spooledBody(files, request);
  const { sha256 } = file;
  const report = await turns.take(() =>
    withRights(serving, request, async (caller) => {
      const about = { caller, locale: localeOf(request), requestId: request.id, signal: request.stop.signal };
      try {
        return await serving.engine.transaction(about, ({ context, once }) =>
          once(`import ${name}`, { idempotencyKey: key ?? null, sha256, ...asked }, async () => {
            const table = await tableOf(files.core, file, about.signal);
            const facts = () => ({ by: `POST /import/${name}`, sha256 });
            const done = await run(context, { table, facts });
            if (dryRun) throw new OnlyAsked(done);
            return done;
          }),
        );
      } catch (error) {
        if (error instanceof OnlyAsked) return error.done;
        throw error;
      }
    }),
  );
  return { ...(report as object), dryRun };
}

/** What an import would have done. */
class OnlyAsked extends Error {
  constructor(readonly done: object) {
    super('Only asked.');
  }
}

/** Rows of a mutation. */
async function takeRows(
  serving: Serving,
  files: FilesService,
  request: ImportRequest,
  turns: Turns,
): Promise<object> {
  const { engine } = serving;
  const mutation = request.params.what;
  const { callerOfRequest } = request;
  const field = /^\w+$/.test(mutation) ? engine.schema.getMutationType()?.getFields()[mutation] : undefined;
  if (!field || takesPasswords(field.args) || keepsNoTrace(field.args))
    throw new ProblemError('NOT_FOUND', { field: 'import', given: mutation.slice(0, 80) });
  if (!engine.mayAsk(callerOfRequest, `Mutation.${mutation}`))
    throw engine.refusal(callerOfRequest, `Mutation.${mutation}`);
  const dryRun = flagParameter(request, 'dryRun');
  const asOf = textParameter(request, 'asOf');
  const idempotencyKey = textParameter(request, 'idempotencyKey');
  await using file = await spooledBody(files, request);
  const done = await turns.take(() =>
    withRights(serving, request, async (caller) => {
      const about = { caller, locale: localeOf(request), requestId: request.id, signal: request.stop.signal };
      const mostRows = files.limits.importRows;
      const read = await readInputs(
        { engine, about, mutation, asOf, mostRows },
        await tableOf(files.core, file, about.signal),
      );
      const asked = { engine, about, mutation, dryRun, idempotencyKey, file: { sha256: file.sha256, asOf } };
      return importRows(asked, read);
    }),
  );
  return { ...done, dryRun };
}

/** Passwords are compared one at a time and counted; a file of them would be a list of guesses. */
const takesPasswords = (args: readonly { type: Parameters<typeof getNamedType>[0] }[]): boolean =>
  args.some(({ type }) => {
    const input = getNamedType(type);
    return isInputObjectType(input) && Object.keys(input.getFields()).some((name) => /password/i.test(name));
  });

/**
 * What takes no key for repetitions keeps nothing of who sent it: a key is kept with its account. An import would keep
 * the account beside the SHA-256 of what was sent.
 */
const keepsNoTrace = (args: readonly { type: Parameters<typeof getNamedType>[0] }[]): boolean =>
  !args.some(({ type }) => {
    const input = getNamedType(type);
    return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
  });

async function spooledBody({ spool, limits }: FilesService, request: FastifyRequest): Promise<Spooled> {
  refuseLong(request, limits.importBytes);
  return spool.take(request.raw, limits.importBytes, request.stop.signal);
}

/** The rows of a file: a spreadsheet is a packed folder, and tells itself by its first letters. */
async function tableOf(
  core: FilesPort,
  { path }: Spooled,
  signal: AbortSignal,
): Promise<AsyncIterable<TableRow>> {
  await using file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return buffer.toString('latin1') === 'PK'
    ? core.xlsxTable(path, { signal })
    : core.csvTable(createReadStream(path));
}

/** What is wrong with a file, by line and column. */
function sendRejection(
  serving: Serving,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): FastifyReply {
  if (error instanceof RowsRejected) {
    const { wrong, problems } = error;
    const told = new ProblemError('IMPORT_REJECTED', {
      field: 'file',
      given: wrong,
      listed: problems.length,
    });
    return sendError(serving, request, reply, told, { problems: problems.map(toldIn(serving, request)) });
  }
  if (error instanceof ProblemListError && error.code === 'IMPORT_REJECTED') {
    const problems = error.problems.map(({ code, details }) => {
      const { line, field } = details as { line: number; field?: string };
      const column = /^rows\[\d+\]\.(\w+)$/.exec(field ?? '')?.[1] ?? null;
      return { line, column, error: new ProblemError(code, details) };
    });
    return sendRejection(serving, request, reply, new RowsRejected(Number(error.details.given), problems));
  }
  return sendFailure(serving, request, reply, error);
}

const toldIn =
  ({ engine }: Serving, request: FastifyRequest) =>
  ({ line, column, error }: RowProblem): object => {
    const { message, extensions } = engine.present(error, {
      locale: localeOf(request),
      requestId: request.id,
    });
    return { ...extensions, line, column, message };
  };

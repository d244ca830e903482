import { ProblemError, type RequestContext } from '@phoihop/platform';
import { requireReason } from '../periods/require-reason.js';
import { figureRows, shown, type ReadRow } from './import-row.js';
import { importValues, type ImportReport } from './import-values.js';
import { patience } from './patience.js';
import type { TableRow } from './table.js';

/** A file of figures that a signed-in person sends. */
export interface SentFigures {
  readonly table: AsyncIterable<TableRow>;
  /** Key of the form whose figures they are: others are refused. */
  readonly template?: string | undefined;
  /** Key of the period of rows that name none. */
  readonly period?: string | undefined;
  /** Why figures that are there already and differ are corrected; without it such rows are refused. */
  readonly correctBecause?: string | undefined;
  /** Facts for the audit row. */
  readonly facts: () => Readonly<Record<string, unknown>>;
}

/**
 * Records figures as the caller in the caller's transaction: the same rights, checks and state as when they are entered
 * one by one.
 * @throws ProblemError UNAUTHENTICATED, FORBIDDEN, NOT_FOUND for the form, REASON_REQUIRED; ProblemListError
 *   IMPORT_REJECTED with the mistakes by line.
 */
export async function importFigures(context: RequestContext, sent: SentFigures): Promise<ImportReport> {
  const { caller, session } = context;
  if (caller.userId === null) throw new ProblemError('UNAUTHENTICATED');
  if (!caller.permissions.has('core:value.record'))
    throw new ProblemError('FORBIDDEN', { field: 'import', permission: 'core:value.record' });
  const { correctBecause, template, period } = sent;
  const rows = figureRows(sent.table, { period });
  await session.query(patience);
  const asked = template === undefined ? null : await itemsOf({ session }, template);
  return importValues(context, asked ? onlyAsked(rows, asked) : rows, {
    correctBecause: correctBecause === undefined ? null : requireReason(correctBecause, 'reason'),
    facts: sent.facts,
  });
}

/** What a form asks for: an indicator, or a part of one. */
async function itemsOf(
  { session }: Pick<RequestContext, 'session'>,
  key: string,
): Promise<ReadonlySet<string>> {
  const [form] = await session.query<{ items: string[] }>(
    `select array(select i.key || ' ' || item.disaggregation from core.report_template_item item
       join core.indicator i on i.id = item.indicator_id where item.template_id = t.id) as items
     from core.report_template t where t.key = $1`,
    [key],
  );
  if (!form) throw new ProblemError('NOT_FOUND', { field: 'template', given: shown(key) });
  return new Set(form.items);
}

async function* onlyAsked(rows: AsyncIterable<ReadRow>, asked: ReadonlySet<string>): AsyncGenerator<ReadRow> {
  for await (const one of rows) {
    if ('problem' in one) {
      yield one;
      continue;
    }
    const { line, cells } = one.row;
    if (asked.has(`${cells.indicator ?? ''} ${cells.disaggregation ?? ''}`)) {
      yield one;
      continue;
    }
    const details = {
      field: `rows[${line - 2}].indicator`,
      line,
      given: shown([cells.indicator, cells.disaggregation].filter(Boolean).join(' ')),
      allowed: [...asked].map((item) => item.trim()).join(', '),
    };
    yield { problem: { code: 'REPORT_ITEM_NOT_ASKED', details } };
  }
}

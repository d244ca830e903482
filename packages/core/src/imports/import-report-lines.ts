import { ProblemError, ProblemListError, type RequestContext } from '@phoihop/platform';
import { periodFacts } from '../periods/period-reference.js';
import { Period } from '../periods/period.js';
import { saveDraft } from '../reports/report-draft.js';
import type { ReportItemInput } from '../reports/report-inputs.js';
import { Report } from '../reports/report.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { shown, type ImportProblem } from './import-row.js';
import { linesOf, rejected, type Line } from './report-lines.js';
import { patience } from './patience.js';
import type { TableRow } from './table.js';
import { unitKey, unitsByCode } from './units-by-code.js';

/** The lines of one report that a signed-in person sends as a file. */
export interface SentReportLines {
  readonly table: AsyncIterable<TableRow>;
  /** Key of the form. */
  readonly template: string;
  /** Global id of the unit, or the code that it carries on `asOf`. */
  readonly unit: string;
  /** Key of the period. */
  readonly period: string;
  /** The day of the code; the last of the period when not given. */
  readonly asOf?: string | undefined;
  /** The version that was seen, where there is a draft already. */
  readonly expectedVersion?: number | undefined;
  /** What its unit has to say beside the figures. */
  readonly note?: string | undefined;
  /** Facts for the audit row. */
  readonly facts: () => Readonly<Record<string, unknown>>;
}

/** What became of them. */
export interface FilledReport {
  /** Global id of the report. */
  readonly report: string;
  readonly version: number;
  readonly rows: number;
}

/**
 * Fills the draft of a report with the lines of a file: what `saveReportDraft` does with them as items, with the same
 * rights and refusals, all of them or none.
 * @throws ProblemError as {@link saveDraft} does, and IMPORT_COLUMN_UNKNOWN, _TWICE, _MISSING, IMPORT_TOO_MANY_ROWS;
 *   ProblemListError IMPORT_REJECTED with the mistakes by line.
 */
export async function importReportLines(
  context: RequestContext,
  sent: SentReportLines,
): Promise<FilledReport> {
  if (context.caller.userId === null) throw new ProblemError('UNAUTHENTICATED');
  if (!context.caller.permissions.has('core:value.record'))
    throw new ProblemError('FORBIDDEN', { field: 'import', permission: 'core:value.record' });
  await context.session.query(patience);
  const [period] = await periodFacts(context.session, { keys: [sent.period] });
  if (!period)
    throw new ProblemError('PERIOD_NOT_FOUND', {
      field: 'period',
      given: shown(sent.period),
      allowed: '2021-09',
    });
  const unit = await unitOf(context, sent, period.end);
  const lines = await linesOf(sent.table);
  const report = await saved(context, lines, {
    template: sent.template,
    unit,
    period: { id: context.read.globalId(Period, period.id) },
    expectedVersion: sent.expectedVersion ?? null,
    note: sent.note ?? null,
  });
  await context.audit(
    'core:report.import',
    { type: 'Report', id: report },
    { rows: lines.length, ...sent.facts() },
  );
  const [row] = await context.session.query<{ version: number }>(
    'select version from core.report where id = $1',
    [report],
  );
  return { report: context.read.globalId(Report, report), version: row!.version, rows: lines.length };
}

/** The unit's global id: as it is given, or found by its code. */
async function unitOf(
  { session, read }: RequestContext,
  { unit, asOf }: SentReportLines,
  lastDay: string,
): Promise<string> {
  if (!/^\d+(\.\d+)*$/.test(unit)) return unit;
  const wanted = { code: unit, day: asOf ?? lastDay };
  const id = (await unitsByCode(session, [wanted])).get(unitKey(wanted));
  if (id === undefined)
    throw new ProblemError('UNIT_CODE_UNKNOWN', { field: 'unit', given: shown(unit), day: wanted.day });
  return read.globalId(AdministrativeUnit, id);
}

/** Saves them as a draft; what is wrong with single items is told by the lines that they came from. */
async function saved(
  context: RequestContext,
  lines: readonly Line[],
  where: Omit<Parameters<typeof saveDraft>[1], 'items'>,
): Promise<number> {
  const items = lines.map(({ cells }): ReportItemInput => ({ ...cells, indicator: cells.indicator ?? '' }));
  try {
    return await saveDraft(context, { ...where, items });
  } catch (error) {
    if (!(error instanceof ProblemListError) || error.code !== 'REPORT_ITEMS_INVALID') throw error;
    throw rejected(error.problems.map(({ code, details }) => ({ code, details: atLine(details, lines) })));
  }
}

/** `input.items[3].value` is the value of the line that became the fourth item. */
function atLine(details: ImportProblem['details'] | { field?: string }, lines: readonly Line[]) {
  const [, index, rest = ''] = /^input\.items\[(\d+)\](.*)$/.exec(details.field ?? '') ?? [];
  const { line } = lines[Number(index ?? 0)]!;
  return { ...details, field: `rows[${line - 2}]${rest}`, line };
}

import { ProblemListError, type RequestContext } from '@phoihop/platform';
import { periodFacts, type PeriodFact } from '../periods/period-reference.js';
import { handedIn } from '../reports/report-state.js';
import { checkFigures, sameFigure } from '../values/check-figures.js';
import { provisional } from '../values/data-value.resolver.js';
import type { CheckedFigure, FigureRefusal, FigureToCheck } from '../values/given-figure.js';
import { storeValues, type ValueToStore } from '../values/store-values.js';
import { shown, type ImportProblem, type ImportRow, type ReadRow } from './import-row.js';
import { unitsByCode, unitKey } from './units-by-code.js';

/** What an import needs of a request: `phoihop import` has it without one. */
export type ImportTarget = Pick<RequestContext, 'session' | 'caller' | 'clock' | 'audit'>;

export interface ImportOptions {
  /** Where there is a figure already that differs: it is corrected for this reason. Without one the row is refused. */
  readonly correctBecause: string | null;
  /** Facts for the audit row: the file's name, what ran the import. */
  readonly facts: () => Readonly<Record<string, unknown>>;
}

/** What an import did. */
export interface ImportReport {
  readonly rows: number;
  readonly recorded: number;
  readonly corrected: number;
  /** Rows whose figure was there already, just so. */
  readonly unchanged: number;
}

/** Enough for a statement to be worth its while, few enough to be checked and written within a second. */
const batchSize = 2_000;
/** Mistakes that are told one by one; whoever has more has made the same one many times. */
const mostListed = 200;
const permission = 'core:value.record';

/**
 * Records the figures of a file in the caller's transaction, with the caller's rights and all checks of entered
 * figures. It goes batch by batch, so that memory stays flat and a batch costs the same few statements whatever is in
 * it. All or nothing: after the first mistake nothing more is written, but all that follows is still looked through.
 *
 * @throws ProblemListError IMPORT_REJECTED with the first 200 mistakes by line, and how many there are.
 */
export async function importValues(
  target: ImportTarget,
  rows: AsyncIterable<ReadRow>,
  options: ImportOptions,
): Promise<ImportReport> {
  const [first] = await target.session.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('core.data_value', 'id')) as id`,
  );
  const begunAt = first!.id;
  const report = { rows: 0, recorded: 0, corrected: 0, unchanged: 0 };
  const problems: ImportProblem[] = [];
  let wrong = 0;
  for await (const batch of inBatches(rows)) {
    const found = await lookAt(target, batch, options, begunAt);
    wrong += found.problems.length;
    problems.push(...found.problems.slice(0, mostListed - problems.length));
    report.rows += batch.length;
    report.unchanged += found.unchanged;
    report.corrected += found.values.filter(({ supersedes }) => supersedes !== null).length;
    report.recorded += found.values.filter(({ supersedes }) => supersedes === null).length;
    if (wrong === 0) await storeValues(target.session, found.values, 'rows');
  }
  if (report.rows === 0) {
    wrong = 1;
    problems.push({ code: 'IMPORT_EMPTY', details: { field: 'file', line: 1 } });
  }
  if (wrong > 0) {
    throw new ProblemListError('IMPORT_REJECTED', problems, {
      field: 'file',
      given: wrong,
      listed: problems.length,
    });
  }
  await target.audit(
    'core:value.import',
    { type: 'DataValue', id: null },
    { ...report, ...(options.correctBecause && { reason: options.correctBecause }), ...options.facts() },
  );
  return report;
}

async function* inBatches(rows: AsyncIterable<ReadRow>): AsyncGenerator<ReadRow[]> {
  let batch: ReadRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface Looked {
  readonly values: ValueToStore[];
  readonly problems: ImportProblem[];
  readonly unchanged: number;
}

async function lookAt(
  target: ImportTarget,
  batch: readonly ReadRow[],
  options: ImportOptions,
  begunAt: number,
): Promise<Looked> {
  const problems = batch.flatMap((one) => ('problem' in one ? one.problem : []));
  const rows = batch.flatMap((one) => ('row' in one ? one.row : []));
  const periods = await periodsOf(target, rows);
  const units = await unitsByCode(
    target.session,
    rows.flatMap(({ cells }) => dayOf(cells, periods) ?? []),
  );
  const placed = new Map<string, Placed>();
  for (const row of rows) {
    const place = placeOf(row, periods, units);
    if ('code' in place) problems.push(place);
    else placed.set(place.figure.at, place);
  }
  const checked = await checkFigures(
    target,
    [...placed.values()].map(({ figure }) => figure),
    { permission, feeder: 'COLLECTED' },
  );
  const changeable = await holdReports(target, options.correctBecause === null ? [] : checked);
  const seen = new Map<string, number>();
  const values: ValueToStore[] = [];
  let unchanged = 0;
  for (const [index, { row }] of [...placed.values()].entries()) {
    const result = checked[index]!;
    if ('refused' in result) {
      problems.push(atLine(result.refused, row.line));
      continue;
    }
    const { ok } = result;
    const key = `${ok.fact.id} ${ok.unit} ${ok.period.id} ${ok.source} ${ok.disaggregation}`;
    const earlier = seen.get(key) ?? (ok.current && ok.current.id >= begunAt ? 'above' : undefined);
    if (earlier !== undefined) {
      problems.push(refusedAt('IMPORT_ROW_TWICE', row, { given: shown(row.cells.unit!), earlier }));
      continue;
    }
    seen.set(key, row.line);
    if (!ok.current) {
      values.push({ ...provisional(target, ok), note: row.cells.note });
    } else if (sameFigure(ok.fact, ok.current, ok.figure)) {
      unchanged += 1;
    } else if (options.correctBecause === null) {
      problems.push(
        refusedAt('VALUE_ALREADY_RECORDED', row, {
          given: figureText(ok.current),
          allowed: 'correctDataValue',
        }),
      );
    } else if (ok.current.report !== null && !changeable.has(ok.current.report)) {
      problems.push(
        refusedAt('REPORT_STATE', row, {
          given: handedIn.join(', '),
          allowed: 'returnReport, acceptReport',
        }),
      );
    } else {
      values.push({
        ...provisional(target, ok),
        organization: ok.current.organization,
        report: ok.current.report,
        note: row.cells.note ?? ok.current.note,
        reason: options.correctBecause,
      });
    }
  }
  problems.sort((a, b) => a.details.line - b.details.line);
  return { values, problems, unchanged };
}

interface Placed {
  readonly row: ImportRow;
  readonly figure: FigureToCheck;
}

async function periodsOf(
  { session }: ImportTarget,
  rows: readonly ImportRow[],
): Promise<Map<string, PeriodFact>> {
  const keys = [...new Set(rows.flatMap(({ cells }) => cells.period ?? []))];
  return new Map((await periodFacts(session, { keys })).map((period) => [period.key, period]));
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** The code of a row's unit and the day it is of: the day that the row names, or the last of its period. */
function dayOf(
  { unit, asOf, period }: ImportRow['cells'],
  periods: ReadonlyMap<string, PeriodFact>,
): { code: string; day: string } | null {
  const day = asOf ?? (period === null ? undefined : periods.get(period)?.end);
  return unit !== null && day !== undefined && isDay(day) ? { code: unit, day } : null;
}

/** The row's figure with where it belongs, or what about that is not known. */
function placeOf(
  row: ImportRow,
  periods: ReadonlyMap<string, PeriodFact>,
  units: ReadonlyMap<string, number>,
): Placed | ImportProblem {
  const { unit, indicator, asOf, note, ...cells } = row.cells;
  const period = cells.period === null ? undefined : periods.get(cells.period);
  if (!period) {
    return refusedAt('PERIOD_NOT_FOUND', row, {
      field: 'period',
      given: cells.period === null ? null : shown(cells.period),
      allowed: '2021, 2021-H1, 2021-Q3, 2021-09, 2021-T09',
    });
  }
  if (asOf !== null && !isDay(asOf))
    return refusedAt('BAD_USER_INPUT', row, { field: 'asOf', given: shown(asOf), allowed: 'YYYY-MM-DD' });
  const where = dayOf(row.cells, periods);
  const id = where && units.get(unitKey(where));
  if (!id) {
    const given = unit === null ? null : shown(unit);
    return refusedAt('UNIT_CODE_UNKNOWN', row, { field: 'unit', given, day: where?.day ?? period.end });
  }
  if (note !== null && note.length > 4000)
    return refusedAt('BAD_USER_INPUT', row, { field: 'note', given: note.length, allowed: '0..4000' });
  const { value, numerator, denominator, status } = cells;
  const figure: FigureToCheck = {
    indicator: indicator ?? '',
    unit: id,
    period,
    source: cells.source,
    disaggregation: cells.disaggregation,
    figure: { value, numerator, denominator, status },
    at: `rows[${row.line - 2}]`,
  };
  return { row, figure };
}

/**
 * Of the reports in which figures are to be corrected, those that may change: handed in ones wait, and so do unseen ones.
 * Raising the version holds them until the figures are in them, and tells who signs that they have changed.
 */
async function holdReports(
  { session }: ImportTarget,
  checked: readonly ({ ok: CheckedFigure } | { refused: FigureRefusal })[],
): Promise<ReadonlySet<number>> {
  const reports = checked.flatMap((one) => {
    if ('refused' in one) return [];
    const { fact, current, figure } = one.ok;
    return current?.report != null && !sameFigure(fact, current, figure) ? [current.report] : [];
  });
  const rows = await session.query<{ id: number }>(
    `update core.report set version = version + 1 where id = any($1::bigint[]) and state <> all ($2::text[]) returning id`,
    [[...new Set(reports)], handedIn],
  );
  return new Set(rows.map(({ id }) => id));
}

const figureText = (current: NonNullable<CheckedFigure['current']>): string =>
  current.value ?? current.status ?? `${current.numerator} / ${current.denominator}`;

const atLine = ({ code, details }: FigureRefusal, line: number): ImportProblem => ({
  code,
  details: { ...details, line },
});

const refusedAt = (
  code: string,
  { line }: ImportRow,
  { field, ...details }: Record<string, unknown> & { field?: string },
): ImportProblem => ({
  code,
  details: { field: field ? `rows[${line - 2}].${field}` : `rows[${line - 2}]`, line, ...details },
});

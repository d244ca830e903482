import type { Session } from '@phoihop/platform';
import type { IndicatorFact } from '../indicators/indicator-facts.js';
import {
  cumulativePeriods,
  samePeriodLastYear,
  type Period as CalendarPeriod,
} from '../periods/calendars.js';
import type { PeriodFact } from '../periods/period-reference.js';
import {
  aggregateFacts,
  isCalled,
  holdsAll,
  noFacts,
  type AggregateFacts,
  type StoredPeriod,
} from './aggregate-facts.js';
import { totalsOnMaps } from './aggregate-kept-map.js';
import { mapCells, type MappedCells } from './aggregate-map.js';
import {
  MISSING_NAMED,
  type Aggregate,
  type AggregateReason,
  type AggregateRequest,
} from './aggregate-request.js';
import { partOf, sourceOf, totalRequest, type Total } from './total-request.js';
import { figureText, fraction, type Figure } from './value-rules-fraction.js';
import { decimal, print } from './value-rules-decimal.js';

/** Where aggregates are read: any session, whatever the rights of its caller. */
export interface AggregateSource {
  readonly session: Pick<Session, 'query'>;
  /** What is due, and on which map by default. */
  readonly businessDate: string;
  /** Adds up the figures again instead of asking for kept totals: to verify these by. */
  readonly recompute?: boolean;
}

/** A request with everything it names looked up. */
export interface Prepared {
  readonly request: AggregateRequest;
  readonly indicator: IndicatorFact;
  readonly period: PeriodFact;
  /** First and last day of what is added up. */
  readonly from: string;
  readonly to: string;
  readonly slots: readonly Slot[];
  /** Why there is nothing to compute. */
  readonly refused: AggregateReason | null;
}

/** One period of the indicator's calendar that is a part of what is asked for. */
export interface Slot {
  readonly period: number;
  /** Its last day: units, kinds and tree are those of this day. */
  readonly day: string;
  /** Whether figures are expected by now. */
  readonly due: boolean;
}

/**
 * Figures of units from the figures of those that report them. However many requests, it sends two statements; one more
 * where any asks for a map, and three more where one of these is not kept. Totals are read where they are kept
 * (totals/reading-sql.ts and totals/on-map-sql.ts say where).
 *
 * - Figures of all units count, whatever the caller may see: an aggregate is a figure of its own, withheld where it
 *   is so small that it could point at persons.
 * - Needed are the units of the indicator's level and kinds that stand below the asked ones on the last day of each
 *   period; periods that have not ended are not needed yet, but what is there counts. A period asked for by itself
 *   in the indicator's own calendar is needed as soon as it has begun.
 * - AS_REPORTED: on the tree of each period's last day. ON_MAP: for the units of the map, through mergers and splits.
 * - How figures combine is the kind's rule (value-rules-kinds.ts): amounts add, shares add their parts, a status
 *   counts a unit once, a stock (and a share of stocks) shows each unit's latest figure.
 *
 * @param known Facts that the caller has looked up before; what they lack is looked up here.
 * @returns one answer for each request, in their order; null where the indicator or the period does not exist.
 */
export async function aggregateIndicators(
  source: AggregateSource,
  requests: readonly AggregateRequest[],
  known: AggregateFacts = noFacts,
): Promise<(Aggregate | null)[]> {
  if (requests.length === 0) return [];
  const prepared = prepare(source, requests, await factsFor(source, requests, known));
  const open = prepared.filter((one): one is Prepared => one !== null && one.refused === null);
  const kept = await totalsOnMaps(source, open);
  const others = open.filter((one) => !kept.has(one));
  const mapped = await mapCells(source, others);
  const totals = await totalsOf(source, others, mapped);
  return prepared.map(
    (one) =>
      one &&
      answer(source, one, kept.get(one)?.total ?? totals.get(one), kept.get(one)?.mapped ?? mapped.get(one)),
  );
}

/** One figure. Several at once cost no more statements than one: {@link aggregateIndicators}. */
export async function aggregateIndicator(
  source: AggregateSource,
  request: AggregateRequest,
): Promise<Aggregate | null> {
  const [aggregate] = await aggregateIndicators(source, [request]);
  return aggregate!;
}

/** The facts that requests need: those known already, or else all of theirs, because a calendar needs its periods. */
async function factsFor(
  { session }: AggregateSource,
  requests: readonly AggregateRequest[],
  known: AggregateFacts,
): Promise<AggregateFacts> {
  const named = {
    indicators: requests.map(({ indicator }) => indicator),
    periods: requests.map(({ period }) => period),
  };
  return holdsAll(known, named) ? known : aggregateFacts(session, named);
}

function prepare(
  source: AggregateSource,
  requests: readonly AggregateRequest[],
  { indicators, periods }: AggregateFacts,
): (Prepared | null)[] {
  return requests.map((request) => {
    const indicator = indicators.find((one) => isCalled(one, request.indicator));
    const period = periods.find((one) => isCalled(one, request.period));
    if (!indicator || !period) return null;
    return prepareOne(source, { request, indicator, period, span: spanOf(request, period) }, periods);
  });
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The days that are added up; null where there is no year before. */
function spanOf({ span = 'PERIOD', yearBefore = false }: AggregateRequest, period: PeriodFact): Span | null {
  const asked: Pick<CalendarPeriod, 'calendar' | 'key' | 'start' | 'end' | 'position'> | null = yearBefore
    ? samePeriodLastYear(period.key)
    : period;
  if (!asked) return null;
  const first = span === 'PERIOD' ? asked : cumulativePeriods({ label: { vi: '', en: '' }, ...asked })[0]!;
  return { from: first.start, to: asked.end };
}

function prepareOne(
  { businessDate }: AggregateSource,
  {
    request,
    indicator,
    period,
    span,
  }: { request: AggregateRequest; indicator: IndicatorFact; period: PeriodFact; span: Span | null },
  periods: readonly StoredPeriod[],
): Prepared {
  const base = { request, indicator, period, from: span?.from ?? period.start, to: span?.to ?? period.end };
  const refuse = (refused: AggregateReason): Prepared => ({ ...base, slots: [], refused });
  if (!span) return refuse('NO_YEAR_BEFORE');
  if (indicator.kind === 'DERIVED') return refuse('NOT_ADDITIVE');
  const within = periods.filter(
    ({ calendar, start, end, year }) =>
      year !== null && calendar === indicator.calendar && start >= span.from && end <= span.to,
  );
  if (within[0]?.start !== span.from || within.at(-1)!.end !== span.to) {
    return refuse(request.yearBefore && within.length === 0 ? 'NO_YEAR_BEFORE' : 'PERIOD_NOT_COVERED');
  }
  const begun = within.filter(({ start }) => start <= businessDate);
  if (begun.length === 0) return refuse('PERIOD_NOT_BEGUN');
  const slots = begun.map(({ id, end }) => ({
    period: id,
    day: end,
    // On its last day a period is not over yet.
    due: end < businessDate || within.length === 1,
  }));
  return { ...base, slots, refused: null };
}

async function totalsOf(
  { session, recompute = false }: AggregateSource,
  prepared: readonly Prepared[],
  mapped: ReadonlyMap<Prepared, MappedCells>,
): Promise<Map<Prepared, Total>> {
  if (prepared.length === 0) return new Map();
  const requests = prepared.map((one, n) => ({
    ...totalRequest(one, n),
    cells: mapped.get(one)?.cells ?? null,
  }));
  const totals = await session.query<Total>(
    `select * from core.${recompute ? 'aggregate_figures' : 'aggregate_totals'}($1)`,
    [JSON.stringify(requests)],
  );
  return new Map(totals.map((total) => [prepared[total.n]!, total]));
}

function answer(
  { businessDate }: AggregateSource,
  prepared: Prepared,
  total?: Total,
  mapped?: MappedCells,
): Aggregate {
  const { request, indicator, period, from, to } = prepared;
  const basis = request.basis ?? 'AS_REPORTED';
  const names = request.names ?? true;
  const needed = (total?.needed ?? 0) + (mapped?.inDoubt ?? 0);
  const have = total?.have ?? 0;
  const reason = prepared.refused ?? mapped?.reason ?? reasonOf(indicator, total!, mapped !== undefined);
  const suppressed = total?.suppressed ?? false;
  const figure = reason === null && !suppressed ? figureOf(indicator, total!) : null;
  const showsParts = !suppressed && (reason === null || reason === 'ZERO_DENOMINATOR');
  return {
    indicator,
    units: request.units,
    period,
    basis,
    mapDate: basis === 'ON_MAP' ? (request.mapDate ?? businessDate) : null,
    source: sourceOf(prepared),
    disaggregation: partOf(prepared),
    from,
    to,
    value: figure === null ? null : valueOf(figure),
    numerator: showsParts ? printed(total?.numerator) : null,
    denominator: showsParts ? printed(total?.denominator) : null,
    figure,
    state: have === 0 ? null : total!.provisional ? 'PROVISIONAL' : 'ACCEPTED',
    computable: reason === null,
    suppressed,
    reason,
    coverage: {
      have,
      needed,
      ratio: needed === 0 ? null : figureText(fraction(have, needed)),
      missing: (names ? (total?.missing ?? []) : [])
        .slice(0, MISSING_NAMED)
        .map(([unit, missed]) => ({ unit, period: missed })),
    },
    carriedForward: names ? (total?.carried ?? []) : [],
    obstacles: mapped?.obstacles ?? [],
  };
}

/** On a map a unit need not exist on the days of its figures. */
function reasonOf(indicator: IndicatorFact, total: Total, isOnMap: boolean): AggregateReason | null {
  if (total.root_missing && !isOnMap) return 'UNIT_NOT_VALID';
  if (total.needed === 0) return 'NOTHING_NEEDED';
  if (total.have === 0) return 'NO_DATA';
  const nothing = indicator.kind === 'RATIO' && !total.suppressed && decimal(total.denominator!).isZero();
  return nothing ? 'ZERO_DENOMINATOR' : null;
}

function figureOf({ kind }: IndicatorFact, total: Total): Figure {
  if (kind !== 'RATIO') return print(decimal(total.value!));
  return { numerator: print(decimal(total.numerator!)), denominator: print(decimal(total.denominator!)) };
}

function valueOf(figure: Figure): string {
  if (typeof figure === 'string') return print(decimal(figure), 6);
  return figureText(fraction(figure.numerator, figure.denominator));
}

const printed = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : print(decimal(text), 6);

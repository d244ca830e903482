import type { Decimal } from 'decimal.js';
import { answer } from './on-map-answer.js';
import { figuresFromLater } from './on-map-later.js';
import { figuresFromEarlier } from './on-map-earlier.js';
import type { SplitRule } from './split-rule.js';
import { dayBefore, type LineageFact, type UnitHistory } from './unit-history.js';
import type { UnitKind } from './unit-kind.js';

/**
 * Which figures add up to those of a unit, on the map of a date. "What would today's commune have reported in
 * 2021?" is such a question: the map is today's, the figures are of 2021.
 */
export interface MapQuestion {
  unit: number;
  /** The map: the tree valid on this day. */
  date: string;
  /**
   * The day the figures are of: the last day of their period. Absent: the first day of the history, so that the
   * answer names the oldest sources.
   */
  figuresOf?: string;
  /** Kinds of unit that report the figures; those below the unit are added up. Absent: the unit itself reports. */
  reportedBy?: ReadonlySet<UnitKind>;
  /** What the indicator declares for divided units. Default NONE. */
  splitRule?: SplitRule;
  /**
   * What to do about units that vanished, nobody tells into what, and may be part of what is asked for. REFUSE, the
   * default: the figure is not computable. TELL: it is computed without them, and they are named in `doubtful`.
   */
  vanished?: 'REFUSE' | 'TELL';
}

/** A unit whose figures of the day count, and how much of them. */
export interface Component {
  readonly unit: number;
  /** 1 for the whole; less only under a declared weight. */
  readonly weight: Decimal;
  /** The edges its figures came along; empty when the unit itself is on the map. */
  readonly through: readonly LineageFact[];
}

/** Why a figure cannot be computed, and which units or edges stand in the way. */
export type MapObstacle =
  /** The unit is not valid on the date; `heirs` are the units on the map that hold what it held, or part of it. */
  | { readonly reason: 'UNIT_NOT_ON_MAP'; readonly unit: number; readonly heirs: readonly number[] }
  /** `unit` holds, besides what was asked for, something of `others`. */
  | { readonly reason: 'MIXED_ORIGIN'; readonly unit: number; readonly others: readonly number[] }
  /** `unit` was divided along `edges`, and the declared rule has no weight for them. */
  | { readonly reason: 'SPLIT_WITHOUT_WEIGHT'; readonly unit: number; readonly edges: readonly LineageFact[] }
  /** No source tells where `unit` came from, or what became of it, and it may be part of what was asked for. */
  | { readonly reason: 'UNDATED_CHANGE'; readonly unit: number };

export type MapReason = MapObstacle['reason'];

export interface MapAnswer {
  readonly computable: boolean;
  /** The gravest obstacle, null when computable. */
  readonly reason: MapReason | null;
  readonly obstacles: readonly MapObstacle[];
  /** All components when computable; otherwise those that are certain, which must not be shown as the total. */
  readonly components: readonly Component[];
  /** Edges relied on that the sources do not date: to be told beside the figure. */
  readonly undated: readonly LineageFact[];
  /**
   * Components whose successor no source names, counted because every unit it can have gone into is part of what
   * was asked for (the province, when its communes are asked for).
   */
  readonly presumed: readonly number[];
  /** Units that may be part of what was asked for, or not: no source tells what became of them. */
  readonly doubtful: readonly number[];
}

/**
 * The units whose figures make up a unit on the map of `date`, through mergers, splits and changes of name or kind,
 * transitively.
 *
 * - A whole merger adds; a change of name or kind is identity.
 * - A divided unit counts whole when all its parts are asked for (a province both of whose new communes are its
 *   own). Otherwise the declared rule weighs the parts; without a weight the answer is SPLIT_WITHOUT_WEIGHT.
 * - Figures later than the map can be added up, never divided: a unit made of more than was asked for is MIXED_ORIGIN.
 * - A unit that is not on the map has no total there, even where its heirs would add up to it: they are listed.
 * @throws RangeError when the history does not hold the unit's whole lineage.
 */
export function componentsOnMap(question: MapQuestion, history: UnitHistory): MapAnswer {
  const { unit, date, reportedBy, splitRule = 'NONE', vanished = 'REFUSE' } = question;
  if (!history.knows(unit)) {
    throw new RangeError(
      `Unit ${unit} is not in this history; fetch it with loadSubgraph(query, [${unit}], dates).`,
    );
  }
  if (!history.exists(unit, date)) return notOnMap(unit, date, history);
  const targets = reportersOf(unit, date, reportedBy, history);
  const of = question.figuresOf ?? history.begins;
  const found =
    of <= date
      ? figuresFromEarlier(targets, { map: date, of, rule: splitRule }, history)
      : figuresFromLater(targets, { map: date, of }, history);
  return answer(found, vanished);
}

/** The same for a figure as it was reported: on the tree of its own day. */
export function asReported(
  question: Pick<MapQuestion, 'unit' | 'date' | 'reportedBy'>,
  history: UnitHistory,
): MapAnswer {
  return componentsOnMap({ ...question, figuresOf: question.date }, history);
}

/** How much of what a total needs is there. A total over less than all must say so. */
export function coverageOf(
  components: readonly Component[],
  hasValue: (unit: number) => boolean,
): { needed: number; present: number; missing: number[] } {
  const missing = components.filter(({ unit }) => !hasValue(unit)).map(({ unit }) => unit);
  return { needed: components.length, present: components.length - missing.length, missing };
}

/** The topmost units at or below `unit` that report. */
function reportersOf(
  unit: number,
  day: string,
  kinds: ReadonlySet<UnitKind> | undefined,
  history: UnitHistory,
): Set<number> {
  if (!kinds) return new Set([unit]);
  const reporters = new Set<number>();
  const pending = [unit];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (kinds.has(history.on(next, day)!.kind)) reporters.add(next);
    else pending.push(...history.childrenOn(next, day));
  }
  return reporters;
}

/**
 * What a unit that is not on the map held: itself where it has successors or predecessors of its own, else what
 * stood below it, since the level of districts was abolished without any.
 */
function groundOf(unit: number, day: string, history: UnitHistory): number[] {
  if (history.into(unit).length > 0 || history.outOf(unit).length > 0) return [unit];
  const children = history.childrenOn(unit, day);
  return children.length === 0 ? [unit] : children.flatMap((child) => groundOf(child, day, history));
}

function notOnMap(unit: number, date: string, history: UnitHistory): MapAnswer {
  const end = history.endOf(unit);
  const ended = end !== null && end <= date;
  const itsDay = ended ? dayBefore(end) : history.startOf(unit);
  const ground = new Set(groundOf(unit, itsDay, history));
  // Read the other way round, the question is what of the map adds up to the ground on the unit's own day.
  const held = answer(
    ended
      ? figuresFromLater(ground, { map: itsDay, of: date }, history)
      : figuresFromEarlier(ground, { map: itsDay, of: date, rule: 'NONE' }, history),
    'REFUSE',
  );
  const heirs = new Set([
    ...held.components.map((part) => part.unit),
    ...held.obstacles.map((part) => part.unit),
  ]);
  const missing: MapObstacle = {
    reason: 'UNIT_NOT_ON_MAP',
    unit,
    heirs: [...heirs].filter((heir) => history.exists(heir, date)).sort((a, b) => a - b),
  };
  const mixed = held.obstacles.some(({ reason }) => reason === 'MIXED_ORIGIN');
  return {
    ...held,
    computable: false,
    reason: mixed ? 'MIXED_ORIGIN' : 'UNIT_NOT_ON_MAP',
    obstacles: [missing, ...held.obstacles],
  };
}

import { inWords, type RequestContext } from '@phoihop/platform';
import { outsideScopes, type WantedScope } from '../access/scope.js';
import {
  disaggregationKeys,
  feederOn,
  figureRules,
  indicatorFacts,
  kindsAtLevel,
  reportingKinds,
  type IndicatorFact,
} from '../indicators/indicator-facts.js';
import type { FeederKind } from '../indicators/indicator-enums.js';
import type { UnitKind } from '../units/unit-kind.js';
import type { CheckedFigure, CurrentFigure, FigureRefusal, FigureToCheck } from './given-figure.js';
import { validateFigure } from './value-rules.js';

/** Who may write a figure, and how it comes in. */
export interface WayIn {
  /** Permission the caller must hold over unit and program; null where a plugin has answered for that. */
  readonly permission: string | null;
  /** The feeder that must hold at the end of the period. */
  readonly feeder: FeederKind;
  /** The indicators, by whoever has looked them up. */
  readonly facts?: readonly IndicatorFact[];
  /**
   * Of figures of a report, the last day it is about. Units are what they are on that day, and where one has ended by now,
   * whoever took its place may write for it.
   */
  readonly reportDay?: string;
}

/** What checking needs of a request; an import has it without one. */
export type CheckContext = Pick<RequestContext, 'session' | 'caller' | 'clock'>;

/** What the database knows of where a figure would go. */
interface Place {
  readonly n: number;
  readonly exists: boolean;
  readonly kind: UnitKind | null;
  readonly allowed: boolean;
  readonly lock_reason: string | null;
  /** The last day of entry, where that is over on every form that asks for the figure. */
  readonly closed_on: string | null;
  readonly current: CurrentFigure | null;
}

// What many figures share is asked once: who may write where, which periods are closed, what a unit is on a day.
const places = /* sql */ `
with given as materialized (
  select given.*, greatest(least(period.ends_on, $8::date), (select core.tree_begins())) as day
  from unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[]) with ordinality
    as given (indicator, program, unit, period, source, disaggregation, n)
  join core.period on period.id = given.period
),
standing as materialized (
  select asked.unit, asked.day, unit.id is not null as exists, version.kind
  from (select distinct unit, day from given) asked
  left join core.administrative_unit unit on unit.id = asked.unit
  left join lateral (
    select kind from core.administrative_unit_version version
    where version.unit_id = asked.unit and version.superseded_at is null
      and version.valid_from <= asked.day and (version.valid_to is null or asked.day < version.valid_to)
  ) version on true
),
rights as materialized (
  select unit_id as unit, program, allowed from core.may_change_each($7, $3, $2)
),
closes as materialized (
  select asked.unit, asked.program, asked.period, core.may_report($7, asked.unit, asked.program, asked.period) as allowed
  from (select distinct given.unit, given.program, given.period from given join rights using (unit, program)
    where $8::date is not null and not rights.allowed) asked
),
suspect as materialized (
  select period from core.periods_with_locks(array(select distinct period from given)) as period
),
closed as materialized (
  select asked.period, asked.unit, asked.program, lock.reason
  from (select distinct period, unit, program from given
    where period in (select period from suspect)) asked
  join core.period_lock lock on lock.id = core.period_lock_on(asked.period, asked.unit, asked.program)
),
over as materialized (
  select entry.unit, entry.period, item.indicator_id as indicator, max(entry.closes_on)::text as closed_on
  from core.closed_entries(array(select unit from given), array(select period from given)) entry
  join core.report_template_item item on item.template_id = entry.template
  group by entry.unit, entry.period, item.indicator_id having bool_and(entry.closed)
)
select given.n, standing.exists, standing.kind,
  $7::text is null or rights.allowed or coalesce(closes.allowed, false) as allowed, closed.reason as lock_reason, over.closed_on,
  case when d.id is not null then json_build_object('id', d.id, 'value', d.value::text, 'numerator', d.numerator::text,
    'denominator', d.denominator::text, 'status', d.status, 'state', d.state, 'report', d.report_id,
    'organization', d.organization_id, 'note', d.note) end as current
from given
join standing using (unit, day)
join rights using (unit, program)
left join closes using (unit, program, period)
left join closed using (period, unit, program)
left join over using (period, unit, indicator)
-- One by one, by the index: joined as a whole, a table without statistics yet was read once for each figure.
left join lateral (
  select * from core.data_value known
  where known.indicator_id = given.indicator and known.unit_id = given.unit and known.period_id = given.period
    and known.source = given.source and known.disaggregation = given.disaggregation and known.superseded_at is null
  limit 1
) d on true
order by given.n`;

/**
 * Everything that speaks against writing figures, and where each would go; two statements however many, a third
 * where some lie out of scope. For each figure the first reason that a person can do something about: whether it may be written at all comes before what
 * is wrong with it.
 *
 * @returns for each figure, in order, the checked figure or why it is refused.
 */
export async function checkFigures(
  context: CheckContext,
  given: readonly FigureToCheck[],
  way: WayIn,
): Promise<({ ok: CheckedFigure } | { refused: FigureRefusal })[]> {
  const facts = way.facts ?? (await indicatorFacts(context.session, { keys: keysOf(given) }));
  const known = new Map(facts.map((fact) => [fact.key, fact]));
  const candidates = given.flatMap((one) => {
    const fact = known.get(one.indicator);
    return fact
      ? [{ ...one, fact, source: one.source ?? fact.sources[0]!, disaggregation: one.disaggregation ?? '' }]
      : [];
  });
  const found = await context.session.query<Place>(places, [
    candidates.map(({ fact }) => fact.id),
    candidates.map(({ fact }) => fact.program),
    candidates.map(({ unit }) => unit),
    candidates.map(({ period }) => period.id),
    candidates.map(({ source }) => source),
    candidates.map(({ disaggregation }) => disaggregation),
    way.permission,
    way.reportDay ?? null,
  ]);
  const place = new Map(
    candidates.map((candidate, index) => [candidate.at, { candidate, place: found[index]! }]),
  );
  const refuseOutside =
    way.permission && (await refusalsOutside(context, [...place.values()], way.permission));
  return given.map((one) => {
    const there = place.get(one.at);
    if (!there) return { refused: refuse('INDICATOR_NOT_FOUND', one, 'indicator', { given: one.indicator }) };
    const outside = there.place.exists && !there.place.allowed && refuseOutside;
    const refused = outside
      ? outside(there.candidate)
      : refusalOf(there.candidate, there.place, way, context.clock.businessDate);
    return refused ? { refused } : { ok: { ...there.candidate, current: there.place.current } };
  });
}

/** The keys of the indicators that figures are given for, each once. */
export const keysOf = (given: readonly { readonly indicator: string }[]): string[] => [
  ...new Set(given.map(({ indicator }) => indicator)),
];

type Candidate = Omit<CheckedFigure, 'current'>;

const whereOf = (one: Candidate): WantedScope => ({
  unitId: one.unit,
  program: one.fact.program,
  field: `${one.at}.unit`,
});

async function refusalsOutside(
  context: CheckContext,
  all: readonly { candidate: Candidate; place: Place }[],
  permission: string,
): Promise<(one: Candidate) => FigureRefusal> {
  const outside = all.filter(({ place }) => place.exists && !place.allowed);
  const refuseAt = await outsideScopes(
    context,
    permission,
    outside.map(({ candidate }) => whereOf(candidate)),
  );
  return (one) => {
    const { code, details } = refuseAt(whereOf(one));
    return { code, details };
  };
}

function refusalOf(one: Candidate, place: Place, way: WayIn, businessDate: string): FigureRefusal | null {
  if (!place.exists) return refuse('NOT_FOUND', one, 'unit', {});
  return (
    feederRefusal(one, way.feeder) ??
    periodRefusal(one, place, businessDate) ??
    unitRefusal(one, place.kind) ??
    keyRefusal(one) ??
    figureRefusal(one)
  );
}

function feederRefusal(one: Candidate, feeder: FeederKind): FigureRefusal | null {
  if (feederOn(one.fact, one.period.end) === feeder) return null;
  const code = feeder === 'COLLECTED' ? 'INDICATOR_DERIVED' : 'INDICATOR_NOT_DERIVED';
  return refuse(code, one, 'indicator', { given: one.indicator, period: one.period.key });
}

function periodRefusal(one: Candidate, place: Place, businessDate: string): FigureRefusal | null {
  const { period, fact } = one;
  if (period.calendar !== fact.calendar) {
    return refuse('PERIOD_CALENDAR_MISMATCH', one, 'period', {
      given: period.calendar,
      allowed: fact.calendar,
      period: period.key,
    });
  }
  if (period.start > businessDate) {
    return refuse('PERIOD_IN_FUTURE', one, 'period', {
      given: period.key,
      startsOn: period.start,
      businessDate,
    });
  }
  // What was accepted is corrected with a reason, whenever it turns out to be wrong.
  if (place.closed_on !== null && place.current?.state !== 'ACCEPTED') {
    return refuse('ENTRY_CLOSED', one, 'period', { given: period.key, closedOn: place.closed_on });
  }
  if (place.lock_reason !== null) {
    return refuse('PERIOD_LOCKED', one, 'period', { given: period.key, reason: place.lock_reason });
  }
  return null;
}

function unitRefusal(one: Candidate, kind: UnitKind | null): FigureRefusal | null {
  const { fact, period } = one;
  if (kind === null) return refuse('UNIT_NOT_VALID', one, 'unit', { period: period.key, endsOn: period.end });
  if (!kindsAtLevel(fact.collectionLevel).includes(kind)) {
    return refuse('COLLECTION_LEVEL_MISMATCH', one, 'unit', {
      given: kind,
      allowed: fact.collectionLevel,
      indicator: fact.key,
    });
  }
  const kinds = reportingKinds(fact);
  return kinds.includes(kind)
    ? null
    : refuse('INDICATOR_NOT_APPLICABLE', one, 'unit', {
        given: kind,
        allowed: kinds.join(', '),
        indicator: fact.key,
      });
}

function keyRefusal(one: Candidate): FigureRefusal | null {
  const { fact, source, disaggregation } = one;
  if (!fact.sources.includes(source)) {
    return refuse('SOURCE_UNKNOWN', one, 'source', { given: source, allowed: fact.sources.join(', ') });
  }
  const parts = disaggregationKeys(fact);
  return disaggregation === '' || parts.includes(disaggregation)
    ? null
    : refuse('PART_UNKNOWN', one, 'disaggregation', {
        given: disaggregation,
        allowed: parts.join(', ') || inWords({ vi: 'không nêu gì', en: 'nothing' }),
      });
}

function figureRefusal(one: Candidate): FigureRefusal | null {
  const [problem] = validateFigure(figureRules(one.fact), one.figure);
  return problem
    ? refuse(problem.code, one, problem.field, { given: problem.given, allowed: problem.allowed })
    : null;
}

const refuse = (
  code: string,
  { at }: Pick<FigureToCheck, 'at'>,
  field: string,
  details: Record<string, unknown>,
): FigureRefusal => ({ code, details: { field: `${at}.${field}`, ...details } });

/** Whether two figures say the same, digit for digit of their value. */
export function sameFigure(
  fact: IndicatorFact,
  a: FigureToCheck['figure'],
  b: FigureToCheck['figure'],
): boolean {
  if (fact.kind === 'STATUS_COUNT') return a.status === b.status;
  const same = (x: string | null | undefined, y: string | null | undefined): boolean =>
    x && y ? plain(x) === plain(y) : (x ?? null) === (y ?? null);
  return same(a.value, b.value) && same(a.numerator, b.numerator) && same(a.denominator, b.denominator);
}

/** Digits without needless zeros: "12.50" is "12.5". */
const plain = (text: string): string => {
  const [whole = '0', decimals = ''] = text.split('.');
  const rest = decimals.replace(/0+$/, '');
  const shown = whole.replace(/^(-?)0+(?=\d)/, '$1');
  return rest ? `${shown}.${rest}` : shown;
};

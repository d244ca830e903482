import type { RequestContext } from '@phoihop/platform';
import { outOfScope } from '../access/scope.js';
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
}

/** What the database knows of where a figure would go. */
interface Place {
  readonly n: number;
  readonly exists: boolean;
  readonly kind: UnitKind | null;
  readonly allowed: boolean;
  readonly lock_reason: string | null;
  readonly current: CurrentFigure | null;
}

const places = /* sql */ `
select given.n, unit.id is not null as exists, version.kind,
  case when $7::text is null then true else core.may_change($7, given.unit, given.program) end as allowed,
  (select reason from core.period_lock where id = core.period_lock_on(given.period, given.unit, given.program)) as lock_reason,
  (select json_build_object('id', d.id, 'value', d.value::text, 'numerator', d.numerator::text, 'denominator', d.denominator::text,
      'status', d.status, 'state', d.state, 'report', d.report_id, 'note', d.note)
    from core.data_value d
    where d.indicator_id = given.indicator and d.unit_id = given.unit and d.period_id = given.period
      and d.source = given.source and d.disaggregation = given.disaggregation and d.superseded_at is null) as current
from unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[]) with ordinality
  as given (indicator, program, unit, period, source, disaggregation, n)
join core.period on period.id = given.period
left join core.administrative_unit unit on unit.id = given.unit
left join core.administrative_unit_version version on version.unit_id = given.unit and version.superseded_at is null
  and version.valid_from <= greatest(period.ends_on, (select core.tree_begins()))
  and (version.valid_to is null or greatest(period.ends_on, (select core.tree_begins())) < version.valid_to)
order by given.n`;

/**
 * Everything that speaks against writing figures, and where each would go; two statements however many. For each
 * figure the first reason that a person can do something about: whether it may be written at all comes before what
 * is wrong with it.
 *
 * @returns for each figure, in order, the checked figure or why it is refused.
 */
export async function checkFigures(
  context: RequestContext,
  given: readonly FigureToCheck[],
  way: WayIn,
): Promise<({ ok: CheckedFigure } | { refused: FigureRefusal })[]> {
  const facts = await indicatorFacts(context.session, {
    keys: [...new Set(given.map(({ indicator }) => indicator))],
  });
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
  ]);
  const place = new Map(
    candidates.map((candidate, index) => [candidate.at, { candidate, place: found[index]! }]),
  );
  const results: ({ ok: CheckedFigure } | { refused: FigureRefusal })[] = [];
  for (const one of given) {
    const there = place.get(one.at);
    const refused = there
      ? await refusalOf(context, there.candidate, there.place, way)
      : refuse('INDICATOR_NOT_FOUND', one, 'indicator', { given: one.indicator });
    results.push(refused ? { refused } : { ok: { ...there!.candidate, current: there!.place.current } });
  }
  return results;
}

type Candidate = Omit<CheckedFigure, 'current'>;

async function refusalOf(
  context: RequestContext,
  one: Candidate,
  place: Place,
  way: WayIn,
): Promise<FigureRefusal | null> {
  if (!place.exists) return refuse('NOT_FOUND', one, 'unit', {});
  if (!place.allowed) {
    const wanted = { unitId: one.unit, program: one.fact.program, field: `${one.at}.unit` };
    const { code, details } = await outOfScope(context, way.permission!, wanted);
    return { code, details };
  }
  return (
    feederRefusal(one, way.feeder) ??
    periodRefusal(one, place, context.clock.businessDate) ??
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
        allowed: parts.join(', ') || 'nothing',
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

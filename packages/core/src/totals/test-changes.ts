/** For tests: changes of figures, tree and definitions, as data that fast-check makes and shrinks, and how they are made. */
import * as fc from 'fast-check';
import type { Session } from '@phoihop/database';

interface GivenFigure {
  readonly indicator: number;
  readonly unit: number;
  readonly period: string;
  readonly source: 'one' | 'two';
  readonly amount: number;
  readonly state: 'PROVISIONAL' | 'ACCEPTED';
  readonly status: 'none' | 'advanced' | 'model';
}

export type Change =
  | { readonly do: 'write'; readonly figures: readonly GivenFigure[] }
  | { readonly do: 'withdraw' | 'accept' | 'restate' | 'delete'; readonly nth: number; readonly step: number }
  | {
      readonly do: 'move';
      readonly unit: number;
      readonly day: string;
      readonly under: number;
      readonly kind: number;
    }
  | { readonly do: 'end'; readonly unit: number; readonly day: string; readonly into: number }
  | { readonly do: 'divide'; readonly unit: number; readonly day: string; readonly between: number }
  | { readonly do: 'record' | 'correct'; readonly nth: number; readonly day: string | null }
  | { readonly do: 'found'; readonly day: string; readonly under: number; readonly kind: number }
  | { readonly do: 'define'; readonly nth: number }
  | { readonly do: 'fold' | 'derive' };

const months = Array.from(
  { length: 26 },
  (_, n) => [2020 + Math.floor((n + 10) / 12), ((n + 10) % 12) + 1] as const,
);
const two = (n: number): string => String(n).padStart(2, '0');
const day = fc
  .tuple(fc.constantFrom(...months.slice(1)), fc.constantFrom(1, 15, 28))
  .map(([[year, month], date]) => `${year}-${two(month)}-${two(date)}`);

/** The period of an indicator's calendar that a month lies in. */
const periodOf = (indicator: number, [year, month]: readonly [number, number]): string =>
  indicator === 5 || indicator === 7
    ? `${year}-Q${Math.ceil(month / 3)}`
    : indicator === 8
      ? `${year}-T${two(month)}`
      : `${year}-${two(month)}`;

const unitsOf = (indicator: number): readonly number[] =>
  indicator === 6 ? [30, 31, 32, 33] : indicator === 7 ? [10, 11, 12] : [20, 21, 22, 23, 24, 25, 26, 27];

const figure: fc.Arbitrary<GivenFigure> = fc.constantFrom(1, 2, 2, 3, 4, 5, 5, 6, 7, 8).chain((indicator) =>
  fc.record({
    indicator: fc.constant(indicator),
    unit: fc.constantFrom(...unitsOf(indicator)),
    period: fc.constantFrom(...months).map((month) => periodOf(indicator, month)),
    source: fc.constantFrom('one' as const, 'one' as const, 'one' as const, 'two' as const),
    amount: fc.integer({ min: 0, max: 9 }),
    state: fc.constantFrom('PROVISIONAL' as const, 'ACCEPTED' as const),
    status: fc.constantFrom('none' as const, 'advanced' as const, 'model' as const),
  }),
);

const some = (doing: 'withdraw' | 'accept' | 'restate' | 'delete'): fc.Arbitrary<Change> =>
  fc.record({ do: fc.constant(doing), nth: fc.nat(6), step: fc.integer({ min: 1, max: 5 }) });

const changing = fc.constantFrom(10, 11, 12, 20, 21, 22, 23, 24, 25, 26, 27, 30, 32);

export const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      figures: fc.array(figure, { minLength: 1, maxLength: 12 }),
    }),
  },
  { weight: 2, arbitrary: some('withdraw') },
  { weight: 2, arbitrary: some('accept') },
  { weight: 1, arbitrary: some('restate') },
  { weight: 1, arbitrary: some('delete') },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      unit: changing,
      day,
      under: fc.constantFrom(0, 1, 2),
      kind: fc.constantFrom(0, 0, 1, 2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('end' as const),
      unit: changing,
      day,
      into: fc.constantFrom(20, 21, 25),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('found' as const),
      day,
      under: fc.constantFrom(3, 10, 11, 12),
      kind: fc.constantFrom(0, 1, 2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('divide' as const),
      unit: fc.constantFrom(22, 23, 24, 26, 27),
      day,
      between: fc.nat(5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('record' as const, 'correct' as const),
      nth: fc.nat(5),
      day: fc.option(day, { freq: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('define' as const), nth: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fold' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('derive' as const) }) },
);

/** Figures of a few units and of one year, so that latest figures and statuses have others before and after them. */
export const crowded: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      figures: fc.array(
        fc.constantFrom(2, 2, 4, 5).chain((indicator) =>
          fc.record({
            indicator: fc.constant(indicator),
            unit: fc.constantFrom(20, 21, 24),
            period: fc.constantFrom(...months.slice(2, 14)).map((month) => periodOf(indicator, month)),
            source: fc.constant('one' as const),
            amount: fc.integer({ min: 0, max: 9 }),
            state: fc.constantFrom('PROVISIONAL' as const, 'ACCEPTED' as const),
            status: fc.constantFrom('none' as const, 'advanced' as const, 'model' as const),
          }),
        ),
        { minLength: 1, maxLength: 12 },
      ),
    }),
  },
  { weight: 1, arbitrary: some('withdraw') },
  { weight: 1, arbitrary: some('accept') },
  { weight: 1, arbitrary: some('restate') },
  { weight: 1, arbitrary: some('delete') },
);

/** Makes one change, in as few statements as a writer of figures would. */
export async function make(session: Session, made: Change): Promise<void> {
  switch (made.do) {
    case 'write': {
      const once = new Map(
        made.figures.map((one) => [`${one.indicator}|${one.unit}|${one.period}|${one.source}`, one]),
      );
      const given = JSON.stringify([...once.values()]);
      await session.query(supersede, [given]);
      await session.query(enter, [given]);
      return;
    }
    case 'withdraw':
      await session.query(`update core.data_value set superseded_at = now() where id in (${chosen})`, [
        made.nth,
        made.step,
      ]);
      return;
    case 'accept': {
      const old = await session.query<{ id: number }>(`${chosen} and state = 'PROVISIONAL'`, [
        made.nth,
        made.step,
      ]);
      const ids = old.map(({ id }) => id);
      await session.query('update core.data_value set superseded_at = now() where id = any($1::bigint[])', [
        ids,
      ]);
      await session.query(
        `insert into core.data_value (indicator_id, unit_id, period_id, source, disaggregation, value, numerator, denominator, status, state)
         select indicator_id, unit_id, period_id, source, disaggregation, value, numerator, denominator, status, 'ACCEPTED'
         from core.data_value where id = any($1::bigint[])`,
        [ids],
      );
      return;
    }
    case 'restate':
      // What no rule allows, an owner can do by hand.
      await session.query('set constraints all immediate');
      await session.query(`alter table core.data_value disable trigger data_value_guarded`);
      await session.query(
        `update core.data_value set state = case state when 'ACCEPTED' then 'PROVISIONAL' else 'ACCEPTED' end,
           value = value + 1 where id in (${chosen})`,
        [made.nth, made.step],
      );
      await session.query(`alter table core.data_value enable trigger data_value_guarded`);
      return;
    case 'delete':
      await session.query(`delete from core.data_value where id in (${chosen})`, [made.nth, made.step]);
      return;
    case 'move':
      await session.query(move, [made.unit, made.day, made.under, made.kind]);
      return;
    case 'end':
      await session.query(
        `with ended as (
           update core.administrative_unit_version set valid_to = $2::date
           where unit_id = $1 and superseded_at is null and valid_from < $2::date and valid_to is null returning unit_id)
         insert into core.administrative_unit_lineage (from_id, to_id, type, effective_on)
         select unit_id, $3, 'WHOLE_MERGE', $2::date from ended where unit_id <> $3 on conflict do nothing`,
        [made.unit, made.day, made.into],
      );
      return;
    case 'divide':
      await session.query(divide, [made.unit, made.day, made.between]);
      return;
    case 'record':
      await session.query(recordLate, [made.nth, made.day]);
      return;
    case 'correct':
      await session.query(
        made.nth % 2 === 0
          ? `delete from core.administrative_unit_lineage where id % 3 = $1::int % 3 and $2::date is not null`
          : `update core.administrative_unit_lineage set effective_on = $2::date, type = 'WHOLE_MERGE' where id % 3 = $1::int % 3`,
        [made.nth, made.day],
      );
      return;
    case 'found':
      await session.query(
        `with unit as (insert into core.administrative_unit (demo) values (true) returning id)
         insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from)
         select id, 'n' || id, 'n', 'n', (array['COMMUNE', 'WARD', 'TOWN'])[$3 + 1], $2, $1::date from unit`,
        [made.day, made.under, made.kind],
      );
      return;
    case 'define':
      await session.query(definitions[made.nth]!);
      return;
    case 'fold':
      await session.query('select core.fold_totals(1000)');
      return;
    case 'derive':
      await session.query('select core.rebuild_unit_reach()');
  }
}

/** Every so many of the figures that count. */
const chosen = `select id from core.data_value where superseded_at is null and (id + $1) % ($2::int + 1) = 0`;

const given = /* sql */ `
given as (
  select i.id as indicator, g.unit, p.id as period, g.source, g.amount, g.state, g.status, i.kind
  from json_to_recordset($1::json) as g (indicator bigint, unit bigint, period text, source text, amount int, state text, status text)
  join core.indicator i on i.id = g.indicator
  join core.period p on p.key = g.period
)`;

const supersede = /* sql */ `
with ${given}
update core.data_value d set superseded_at = now() from given
where d.indicator_id = given.indicator and d.unit_id = given.unit and d.period_id = given.period and d.source = given.source
  and d.disaggregation = '' and d.superseded_at is null`;

const enter = /* sql */ `
with ${given}
insert into core.data_value (indicator_id, unit_id, period_id, source, value, numerator, denominator, status, state, demo)
select indicator, unit, period, source, case when kind in ('SUM', 'STOCK') then amount end,
  case when kind = 'RATIO' then amount end, case when kind = 'RATIO' then amount + 2 end,
  case when kind = 'STATUS_COUNT' then status end, state, true
from given`;

/** To another parent of the kind it has, or to another kind of its level, or both, from a day on. */
const move = /* sql */ `
with old as (
  update core.administrative_unit_version set valid_to = $2::date
  where unit_id = $1 and superseded_at is null and valid_from < $2::date and valid_to is null
  returning *
)
insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from)
select unit_id, code, name, full_name,
  case when $4::int = 0 then kind
    when kind in ('COMMUNE', 'WARD', 'TOWN') then (array['COMMUNE', 'WARD', 'TOWN'])[1 + $4::int % 3]
    when kind in ('DISTRICT', 'PROVINCIAL_CITY') then (array['DISTRICT', 'PROVINCIAL_CITY'])[1 + $4::int % 2]
    else kind end,
  case when $3::int = 0 then parent_id
    when kind in ('COMMUNE', 'WARD', 'TOWN') then (array[10, 11, 12, 3])[1 + (unit_id::int + $3::int) % 4]
    when kind in ('DISTRICT', 'PROVINCIAL_CITY') then (array[2, 3])[1 + (unit_id::int + $3::int) % 2]
    else (array[20, 23, 25])[1 + (unit_id::int + $3::int) % 3] end,
  $2::date
from old`;

/** A unit goes in two parts, the smaller of which goes to another; or gives a part away and goes on. */
const divide = /* sql */ `
with ended as (
  update core.administrative_unit_version set valid_to = $2::date
  where unit_id = $1 and superseded_at is null and valid_from < $2::date and valid_to is null and $3::int % 2 = 0
  returning unit_id
),
there as (
  select unit_id from ended
  union
  select unit_id from core.administrative_unit_version
  where unit_id = $1 and superseded_at is null and valid_from < $2::date and valid_to is null and $3::int % 2 = 1
)
insert into core.administrative_unit_lineage (from_id, to_id, type, effective_on, population_share)
select there.unit_id, part.unit, 'PARTIAL', $2::date, part.share
from there
cross join (values (20, 0.25), (21, 0.75), (25, 0.5)) as part (unit, share)
where part.unit <> there.unit_id and (part.unit in (20, 21)) = ($3::int < 4)
on conflict do nothing`;

/** What became of a unit that has ended is recorded afterwards: on its day, on another, or without one. */
const recordLate = /* sql */ `
insert into core.administrative_unit_lineage (from_id, to_id, type, effective_on)
select ended.unit_id, heir.id, (array['WHOLE_MERGE', 'PARTIAL', 'RENAMED'])[1 + $1::int % 3], $2::date
from (
  select unit_id from core.administrative_unit_version where superseded_at is null
  group by unit_id having max(coalesce(valid_to, 'infinity')) < 'infinity' order by unit_id
) ended
cross join (values (22), (26)) as heir (id)
where heir.id <> ended.unit_id and (ended.unit_id + $1::int) % 2 = 0
on conflict do nothing`;

const definitions = [
  `update core.indicator set applies_to = array['COMMUNE'] where id = 1`,
  `update core.indicator set applies_to = null where id = 5`,
  `update core.indicator set kind = 'STOCK' where id = 1`,
  `update core.indicator set over_time = 'BY_KIND' where id = 4`,
  `update core.indicator set statuses = '[{"code":"model","vi":"m","en":"m"}]' where id = 5`,
  `update core.indicator set applies_to = array['DISTRICT'] where id = 7`,
];

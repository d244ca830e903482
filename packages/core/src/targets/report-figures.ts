/** For tests: figures of the communes and towns of Trảng Bom, as if they had reported them. */
import type { TestBed } from '../programs/test-bed.js';

export interface ReportedFigures {
  readonly year?: number;
  /** The first so many months of the year. */
  readonly months: number;
  /** Months from the 16th to the 15th. */
  readonly traffic?: boolean;
  readonly state?: 'PROVISIONAL' | 'ACCEPTED';
  /** By position of the unit in the list of codes, and number of the month. */
  readonly value?: (unit: number, month: number) => string;
  readonly numerator?: (unit: number, month: number) => string;
  readonly denominator?: (unit: number, month: number) => string;
}

/** Enters one figure for each of the 17 units and each month, as the owner, from the indicator's first source. */
export async function report(
  { place }: Pick<TestBed, 'place'>,
  indicator: string,
  given: ReportedFigures,
): Promise<void> {
  const {
    year = 2021,
    months,
    traffic = false,
    state = 'PROVISIONAL',
    value,
    numerator,
    denominator,
  } = given;
  const units = await place.sql<{ unit_id: string }>(
    `select v.unit_id from core.administrative_unit_version v join core.administrative_unit_version d on d.unit_id = v.parent_id
      where d.code = '737' and d.superseded_at is null and v.superseded_at is null and v.valid_from <= '2021-06-01' and v.valid_to > '2021-06-01'
      order by v.code`,
  );
  const rows = units.flatMap(({ unit_id }, unit) =>
    Array.from({ length: months }, (_, index) => ({
      unit: unit_id,
      period: `${year}-${traffic ? 'T' : ''}${String(index + 1).padStart(2, '0')}`,
      value: value?.(unit, index + 1) ?? null,
      numerator: numerator?.(unit, index + 1) ?? null,
      denominator: denominator?.(unit, index + 1) ?? null,
    })),
  );
  await place.sql(
    `insert into core.data_value (indicator_id, unit_id, period_id, as_of, program, source, value, numerator, denominator, state)
     select i.id, given.unit, p.id, p.ends_on, i.program, i.sources[1], given.value, given.numerator, given.denominator, $3
       from json_to_recordset($1::json) as given (unit bigint, period text, value numeric, numerator numeric, denominator numeric)
       join core.indicator i on i.key = $2 join core.period p on p.key = given.period`,
    [JSON.stringify(rows), indicator, state],
  );
}

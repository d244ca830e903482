import type { SqlObject, SqlValue } from '@phoihop/platform';
import { reasonInSql, type FigureReasonCode } from './figure-reasons.js';
import { numeric } from './reporting-row-sql.js';

/** Places of what `core.aggregates_of_period` answers. */
export type Place = 1 | 2 | 3 | 4;

/** Why an aggregate as reported may have no figure. */
const reasons: readonly FigureReasonCode[] = [
  'NOT_ADDITIVE',
  'NOTHING_NEEDED',
  'NO_DATA',
  'ZERO_DENOMINATOR',
  'PERIOD_NOT_COVERED',
  'PERIOD_NOT_BEGUN',
  'UNIT_NOT_VALID',
  'WITHHELD',
];

const text = (sql: SqlValue['sql']): SqlValue => ({ sqlType: 'text', sql });
const rounded = (above: string, below = '1'): string => `core.rounded_quotient(${above}, ${below}, 6)`;

/** What an answer is about. Units are named as on the day of the tree, in SQL over the answer's row. */
export const subjectInSql = (asOf: (of: string) => string): SqlObject['fields'] =>
  Object.fromEntries(
    Object.entries({ indicator: 'indicator', unit: 'unit', unitGroup: 'unit_group', period: 'period' }).map(
      ([field, column]) => [field, { id: (of: string) => `${of}.${column}`, asOf }],
    ),
  );

/**
 * `IndicatorAggregate` in SQL: `aggregateAnswer` over one place of a row of `core.aggregates_of_period`, which has
 * besides what was asked for: `indicator`, `unit`, `unit_group`, `period`, `period_key`, `source`, `disaggregation`,
 * `counted`, `calendar`. What is missing by name is the code's to tell.
 */
export const aggregateInSql = (place: Place): SqlObject => {
  const at = (column: string) => (of: string) => `${of}.${column}[${place}]`;
  const [above, below, have, needed] = ['above', 'below', 'have', 'needed'].map(at) as [
    (of: string) => string,
    (of: string) => string,
    (of: string) => string,
    (of: string) => string,
  ];
  return {
    fields: {
      ...subjectInSql(at('last_days')),
      from: { sqlType: 'date', sql: at('first_days') },
      to: { sqlType: 'date', sql: at('last_days') },
      basis: text(() => `'AS_REPORTED'`),
      mapDate: { sqlType: 'date', sql: () => 'null::date' },
      counted: text((of) => `${of}.counted`),
      source: text((of) => `${of}.source`),
      disaggregation: text((of) => `${of}.disaggregation`),
      value: numeric((of) => rounded(above(of), below(of))),
      numerator: numeric((of) => rounded(at('numerators')(of))),
      denominator: numeric((of) => rounded(at('denominators')(of))),
      state: text(at('states')),
      computable: { sqlType: 'boolean', sql: (of) => `(${at('reasons')(of)} is null)` },
      suppressed: { sqlType: 'boolean', sql: at('withheld') },
      reason: reasonInSql(
        (of) => `case when ${at('withheld')(of)} then 'WITHHELD' else ${at('reasons')(of)} end`,
        reasons,
      ),
      coverage: {
        fields: {
          have: { sqlType: 'int', sql: (of) => `${have(of)}::int` },
          needed: { sqlType: 'int', sql: (of) => `${needed(of)}::int` },
          ratio: numeric((of) => rounded(have(of), `nullif(${needed(of)}, 0)`)),
        },
      },
    },
  };
};

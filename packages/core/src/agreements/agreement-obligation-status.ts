import { computed, extend } from '@phoihop/platform';
import { GraphQLBoolean, GraphQLInt } from 'graphql';
import { agreementObligationStatus } from './agreement-enums.js';
import { AgreementObligation } from './agreement-obligation.js';
import { Agreement } from './agreement.js';

const today = 'platform.business_date()';

/** SQL: nothing has been said of it and it has not fallen away. */
export const open = (row: string): string =>
  `(${row}.done_on is null and ${row}.waived_at is null and ${row}.lapsed_on is null)`;

/** SQL: its deadline has passed while it was open. */
export const overdue = (row: string): string => `(${open(row)} and ${row}.due_on < ${today})`;

/** SQL: an agreement that was signed holds on a day. */
export const holds = (row: string, day: string): string =>
  `(${row}.state not in ('DRAFT', 'CANCELLED') and ${row}.valid_from <= ${day}
    and ${day} < coalesce(least(${row}.valid_to, ${row}.ended_on), 'infinity'))`;

const statusOf = (row: string): string => `case
  when ${row}.waived_at is not null then 'WAIVED'
  when ${row}.lapsed_on is not null then 'LAPSED'
  when ${row}.done_on <= ${row}.due_on then 'DONE'
  when ${row}.done_on is not null then 'DONE_LATE'
  when ${row}.due_on < ${today} then 'OVERDUE'
  when ${row}.due_on - ${row}.notice_days <= ${today} then 'DUE'
  else 'NOT_YET_DUE' end`;

const daysLateOf = (row: string): string =>
  `case when ${row}.waived_at is null and ${row}.lapsed_on is null
    then greatest(coalesce(${row}.done_on, ${today}) - ${row}.due_on, 0) end`;

/** What follows from rows and the day: never stored, so never stale. */
export const agreementStanding = [
  extend(Agreement, {
    inForce: computed(GraphQLBoolean, {
      sqlType: 'boolean',
      sql: (row) => holds(row, today),
      description: 'Whether it was signed and holds on the business date.',
      required: true,
    }),
  }),
  extend(AgreementObligation, {
    status: computed(agreementObligationStatus, {
      sqlType: 'text',
      sql: statusOf,
      description: 'Where it stands on the business date.',
      required: true,
    }),
    daysLate: computed(GraphQLInt, {
      sqlType: 'integer',
      sql: daysLateOf,
      description:
        'Days from the deadline to the day it was done, or to the business date while it is not; 0 in time, null where it is waived or has lapsed.',
    }),
  }),
];

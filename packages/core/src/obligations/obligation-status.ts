import { computed, DateScalar, extend } from '@phoihop/platform';
import { GraphQLInt } from 'graphql';
import { obligationStatus } from './obligation-enums.js';
import { Obligation } from './obligation.js';

const today = 'platform.business_date()';

/** SQL: the deadline of the row has passed and nothing was handed in or excused. */
export const overdue = (row: string): string =>
  `(${row}.waived_at is null and ${row}.handed_in_on is null and ${row}.due_on < ${today})`;

/** SQL: where the obligation of the row stands on the business date. */
export const statusOf = (row: string): string => `case
  when ${row}.waived_at is not null then 'WAIVED'
  when ${row}.accepted then 'ACCEPTED'
  when ${row}.returned then 'RETURNED'
  when ${row}.handed_in_on <= ${row}.due_on then 'HANDED_IN'
  when ${row}.handed_in_on is not null then 'HANDED_IN_LATE'
  when ${row}.due_on < ${today} then 'OVERDUE'
  when ${row}.due_on - ${row}.notice_days <= ${today} then 'DUE'
  else 'NOT_YET_DUE' end`;

/** SQL: the day on which it was handed in, or the business date while it was not; null where it is excused. */
const dayOf = (row: string): string =>
  `case when ${row}.waived_at is null then coalesce(${row}.handed_in_on, ${today}) end`;

/** SQL: by how many days it was late, or is by now. */
export const daysLateOf = (row: string): string =>
  `case when ${row}.waived_at is null then greatest(coalesce(${row}.handed_in_on, ${today}) - ${row}.due_on, 0) end`;

/** SQL: the last day on which it may be entered, extensions included; null where entry stays open. */
const closesOn = (
  row: string,
): string => `(select core.entry_closes_on(${row}.id, ${row}.due_on, deadline.closes_after)
  from core.report_deadline deadline where deadline.id = ${row}.deadline_id)`;

/** What follows from an obligation and the day: never stored, so never stale. */
export const obligationStanding = extend(Obligation, {
  status: computed(obligationStatus, {
    sqlType: 'text',
    sql: statusOf,
    description: 'Where it stands on the business date, by the first time its report was handed in.',
    required: true,
  }),
  daysLate: computed(GraphQLInt, {
    sqlType: 'integer',
    sql: daysLateOf,
    description:
      'Days from the deadline to the first hand-in, or to the business date while there is none; 0 in time, null where it is waived.',
  }),
  closesOn: computed(DateScalar, {
    sqlType: 'date',
    sql: closesOn,
    description:
      'The last day on which the report may be entered and handed in for the first time; null where that stays open.',
  }),
  workingDaysLate: computed(GraphQLInt, {
    sqlType: 'integer',
    sql: (row) => `core.working_days_after(${row}.due_on, ${dayOf(row)})`,
    description:
      'The same in working days: 0 where it came on the free days after the deadline, null where it is waived.',
  }),
});

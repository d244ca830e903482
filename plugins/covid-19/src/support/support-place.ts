import { found, requireScope } from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { SupportComplaint } from './support-complaint.js';
import { SupportHousehold } from './support-household.js';
import { supportListWorkflow, type SupportListState, type SupportListStep } from './support-list-state.js';
import { SupportList } from './support-list.js';

export const listTable = 'covid_19.support_list';
export const listType = 'Covid19SupportList';

/** A list that the caller may take the step with. @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, COVID_SUPPORT_LIST_STATE */
export async function listFor(
  context: RequestContext,
  id: string,
  step: SupportListStep,
  field = 'input.list',
): Promise<Row> {
  return allowed(context, await found(context, SupportList, id, field), step, field);
}

async function allowed(
  context: RequestContext,
  list: Row,
  step: SupportListStep,
  field: string,
): Promise<Row> {
  const [permission] = supportListWorkflow.steps[step].permissions;
  await requireScope(context, permission!, { unitId: list['unit'] as number, program: 'PRG-28', field });
  // Held until the operation ends, and read only then: nobody posts what another is adding to, nor adds to what
  // another has posted meanwhile.
  const [locked] = await context.session.query<{
    state: SupportListState;
    complaintsUntil: string | null;
    approvedOn: string | null;
  }>(
    `select state, complaints_until::text as "complaintsUntil", approved_on::text as "approvedOn"
       from ${listTable} where id = $1 for update`,
    [list.id],
  );
  if (!locked) throw new ProblemError('NOT_FOUND', { field });
  supportListWorkflow.after(step, locked.state, field);
  return { ...list, ...locked };
}

/** A household with its list, for a step with the list. @throws ProblemError COVID_HOUSEHOLD_REMOVED */
export async function householdFor(
  context: RequestContext,
  id: string,
  step: SupportListStep,
): Promise<{ household: Row; list: Row }> {
  const household = await found(context, SupportHousehold, id, 'input.household');
  const list = await listOf(context, household, step, 'input.household');
  if (household['removedReason'] !== null)
    throw new ProblemError('COVID_HOUSEHOLD_REMOVED', { field: 'input.household' });
  return { household, list };
}

/** A complaint with its list, for a step with the list. */
export async function complaintFor(context: RequestContext, id: string, step: SupportListStep): Promise<Row> {
  const complaint = await found(context, SupportComplaint, id, 'input.complaint');
  await listOf(context, complaint, step, 'input.complaint');
  return complaint;
}

async function listOf(
  context: RequestContext,
  part: Row,
  step: SupportListStep,
  field: string,
): Promise<Row> {
  const list = await context.read.byId(SupportList, part['list'] as number);
  if (!list) throw new ProblemError('NOT_FOUND', { field });
  return allowed(context, list, step, field);
}

import type { RequestContext } from '@phoihop/platform';
import type { IndicatorFact } from '../indicators/indicator-facts.js';
import type { TargetDraft } from './target-rules.js';
import type { TargetSubject } from './target-subject.js';

/** A target that has passed all checks. */
export interface NewTarget extends TargetDraft {
  readonly subject: TargetSubject;
  readonly indicator: Pick<IndicatorFact, 'id' | 'program'>;
  readonly period: number;
  readonly baselineNote: string | null;
  readonly quote: string | null;
  readonly reading: string | null;
  readonly basisDocument: number | null;
  readonly derivedFrom: number | null;
  readonly parent: number | null;
}

/** Writes a new target. @returns its id */
export async function insertTarget(context: RequestContext, target: NewTarget): Promise<number> {
  const { subject } = target;
  const columns = {
    indicator_id: target.indicator.id,
    unit_id: subject.unit,
    unit_group_id: subject.unitGroup,
    organization_id: subject.organization,
    home_unit_id: subject.homeUnit,
    program_code: target.indicator.program,
    period_id: target.period,
    operator: target.operator,
    value: target.value,
    value_max: target.valueMax,
    baseline_kind: target.baselineKind,
    baseline_value: target.baselineValue,
    baseline_note_vi: target.baselineNote,
    deadline: target.deadline,
    path: target.path,
    tolerance: target.tolerance,
    quote: target.quote,
    reading_vi: target.reading,
    basis_document_id: target.basisDocument,
    derived_from_id: target.derivedFrom,
    parent_target_id: target.parent,
    weight: target.weight,
    created_by: context.caller.userId,
  };
  const places = Object.keys(columns).map((_, index) => `$${index + 1}`);
  const [row] = await context.session.query<{ id: number }>(
    `insert into core.target (${Object.keys(columns).join(', ')}, program_id)
     values (${places.join(', ')}, (select id from core.program where code = $6)) returning id`,
    Object.values(columns),
  );
  return row!.id;
}

import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { outOfScope } from '../access/scope.js';
import { indicatorFacts, type IndicatorFact } from '../indicators/indicator-facts.js';
import { requireReason } from '../periods/require-reason.js';
import { periodFacts, type PeriodFact } from '../periods/period-reference.js';
import { unitsWithin } from '../programs/unit-order.js';
import { changeVersion } from '../programs/version.js';
import { whyNotAdditive } from './target-allocation.js';
import { BaselineKind } from './target-enums.js';
import { isChange, targetFacts, type TargetFacts } from './target-facts.js';
import { AllocateTargetInput, type TargetPartInput } from './target-inputs.js';
import { ownTarget } from './target-mutations.resolver.js';
import { requireSound, type TargetDraft } from './target-rules.js';
import { insertTarget } from './target-store.js';
import { subjectOf, type TargetSubject } from './target-subject.js';
import { keepVersions } from './target-version.js';
import { Target } from './target.js';

/** How many parts one call hands down. */
const MOST_PARTS = 200;

/** A part with its receiver looked up. */
interface Part {
  readonly subject: TargetSubject;
  readonly draft: TargetDraft;
}

@Resolver()
export class AllocateTargetResolver {
  @Mutation(() => Target, {
    nullable: true,
    description:
      'Hands parts of a target down to lower units and organizations, each as a target of its own: all of them or none. A part that changes keeps what it was, with the reason. Refused where parts do not add up to the whole; more than the whole is allowed and shown.',
  })
  async allocateTarget(
    @Arg('input', () => AllocateTargetInput, { description: 'Which target, and who gets how much of it.' })
    input: AllocateTargetInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const row = await ownTarget(context, input.target);
    const target = targetFacts(row);
    const [indicator] = await indicatorFacts(context.session, { ids: [target.indicator] });
    const [period] = await periodFacts(context.session, { ids: [target.period] });
    const reason = whyNotAdditive(indicator!.kind, target.operator);
    if (reason) throw new ProblemError('TARGET_NOT_ADDITIVE', { field: 'input.target', reason });
    const parts = await partsOf(context, target, input.parts, indicator!, period!);
    await checkReceivers(context, row, parts);
    // Who hands down at the same time as another has not seen the other's parts.
    await changeVersion(context, {
      table: 'core.target',
      id: target.id,
      expected: input.expectedVersion,
      set: {},
    });
    const replaced = await replacedParts(context, target.id, parts);
    const why = replaced.length > 0 ? requireReason(input.reason) : null;
    if (why !== null) await keepVersions(context, replaced, why);
    for (const part of parts) await handDown(context, target, indicator!, part);
    const facts = parts.map(({ subject, draft }) => ({
      unit: subject.unit,
      organization: subject.organization,
      value: draft.value,
    }));
    await context.audit(
      'core:target.allocate',
      { type: 'Target', id: target.id },
      { parts: facts, ...(why === null ? {} : { reason: why, replaced }) },
    );
    return target.id;
  }
}

async function partsOf(
  context: RequestContext,
  target: TargetFacts,
  given: readonly TargetPartInput[],
  indicator: IndicatorFact,
  period: PeriodFact,
): Promise<Part[]> {
  if (given.length === 0 || given.length > MOST_PARTS) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.parts',
      given: given.length,
      allowed: `1..${MOST_PARTS}`,
    });
  }
  const parts: Part[] = [];
  for (const [index, { unit, organization, value, valueMax = null }] of given.entries()) {
    const subject = await subjectOf(context, { unit, organization }, `input.parts[${index}]`);
    const draft = { ...draftOf(target), operator: operatorOf(target, valueMax), value, valueMax };
    requireSound(draft, indicator, period, `input.parts[${index}]`);
    parts.push({ subject, draft });
  }
  const receivers = parts.map(({ subject }) => `${subject.unit}|${subject.organization}`);
  const twice = receivers.findIndex((receiver, index) => receivers.indexOf(receiver) !== index);
  if (twice >= 0)
    throw new ProblemError('ALREADY_EXISTS', {
      field: parts[twice]!.subject.field,
      given: given[twice]!.unit ?? given[twice]!.organization,
    });
  return parts;
}

/** What a part takes over. A given baseline is the whole's, not the part's. */
function draftOf(target: TargetFacts): Omit<TargetDraft, 'operator' | 'value' | 'valueMax'> {
  const own = target.baselineKind === BaselineKind.VALUE;
  return {
    path: target.path,
    tolerance: target.tolerance,
    deadline: target.deadline,
    baselineKind: own
      ? isChange(target.operator)
        ? BaselineKind.UNKNOWN
        : BaselineKind.NONE
      : target.baselineKind,
    baselineValue: null,
    weight: null,
  };
}

const operatorOf = ({ operator }: TargetFacts, valueMax: string | null): TargetFacts['operator'] =>
  operator === 'RANGE' && valueMax === null ? 'AT_LEAST' : operator;

/**
 * Units lie below the unit that answers for the target; organizations sit in it or below. The caller may set targets
 * for each of them.
 */
async function checkReceivers(context: RequestContext, target: Row, parts: readonly Part[]): Promise<void> {
  const homes = parts.map(({ subject }) => subject.homeUnit);
  const within = await unitsWithin(context, homes, target['homeUnit'] as number);
  const outside = parts.find(
    ({ subject }) =>
      !within.has(subject.homeUnit) || (subject.unit !== null && subject.unit === target['unit']),
  );
  if (outside) throw new ProblemError('TARGET_PART_NOT_BELOW', { field: outside.subject.field });
  const program = target['programCode'] as string;
  const [refused] = await context.session.query<{ id: number }>(
    `select home as id from unnest($1::bigint[]) as home where not core.may_change('core:target.manage', home, $2) limit 1`,
    [homes, program],
  );
  if (!refused) return;
  const { subject } = parts.find((part) => part.subject.homeUnit === refused.id)!;
  throw await outOfScope(context, 'core:target.manage', {
    unitId: refused.id,
    program,
    field: subject.field,
  });
}

/** The parts that receivers have already and that are to be something else from now on. */
async function replacedParts(
  context: RequestContext,
  target: number,
  parts: readonly Part[],
): Promise<number[]> {
  const given = parts.map(({ subject, draft }) => ({
    unit: subject.unit,
    organization: subject.organization,
    value: draft.value,
    max: draft.valueMax,
  }));
  const rows = await context.session.query<{ id: number }>(
    `select part.id from core.target part
       join json_to_recordset($2::json) as given (unit bigint, organization bigint, value numeric, max numeric)
         on (part.unit_id, part.organization_id) is not distinct from (given.unit, given.organization)
      where part.parent_target_id = $1 and (part.value, part.value_max) is distinct from (given.value, given.max)`,
    [target, JSON.stringify(given)],
  );
  return rows.map(({ id }) => id);
}

/** A receiver that has a part already gets the new value; who has none gets a part. */
async function handDown(
  context: RequestContext,
  target: TargetFacts,
  indicator: IndicatorFact,
  { subject, draft }: Part,
): Promise<void> {
  const changed = await context.session.query(
    `update core.target set value = $4, value_max = $5, operator = $6,
         version = version + case when (value, value_max) is distinct from ($4::numeric, $5::numeric) then 1 else 0 end
      where parent_target_id = $1 and (unit_id, organization_id) is not distinct from ($2::bigint, $3::bigint) returning id`,
    [target.id, subject.unit, subject.organization, draft.value, draft.valueMax, draft.operator],
  );
  if (changed.length > 0) return;
  await insertTarget(context, {
    ...draft,
    subject,
    indicator,
    period: target.period,
    baselineNote: null,
    quote: null,
    reading: null,
    basisDocument: null,
    derivedFrom: null,
    parent: target.id,
  });
}

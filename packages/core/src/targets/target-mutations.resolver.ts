import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { Document } from '../documents/document.js';
import { indicatorFacts } from '../indicators/indicator-facts.js';
import { Indicator } from '../indicators/indicator.js';
import { periodFacts, resolvePeriod } from '../periods/period-reference.js';
import { found, optionalText, requiredText } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import { BaselineKind } from './target-enums.js';
import { targetFacts } from './target-facts.js';
import { ChangeTargetInput, CreateTargetInput, type TargetBaselineInput } from './target-inputs.js';
import { requireSound, type TargetDraft } from './target-rules.js';
import { insertTarget } from './target-store.js';
import { subjectOf } from './target-subject.js';
import { keepVersions } from './target-version.js';
import { Target } from './target.js';

const manage = 'core:target.manage';

@Resolver()
export class TargetMutations {
  @Mutation(() => Target, {
    nullable: true,
    description: 'Sets a target for a unit, a group or an organization within one’s scope.',
  })
  async createTarget(
    @Arg('input', () => CreateTargetInput, {
      description: 'Who is to reach what, by when, and in whose words.',
    })
    input: CreateTargetInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const indicatorRow = await found(context, Indicator, input.indicator, 'input.indicator');
    const [indicator] = await indicatorFacts(context.session, { ids: [indicatorRow.id] });
    const subject = await subjectOf(context, input, 'input');
    await requireScope(context, manage, {
      unitId: subject.homeUnit,
      program: indicator!.program,
      field: subject.field,
    });
    const period = await resolvePeriod(context, input.period, 'input.period');
    const draft: TargetDraft = {
      operator: input.operator,
      value: input.value,
      valueMax: input.valueMax ?? null,
      path: input.path ?? 'NONE',
      tolerance: input.tolerance ?? '0',
      deadline: input.deadline ?? period.end,
      weight: input.weight ?? null,
      ...baselineFrom(input.baseline),
    };
    requireSound(draft, indicator!, period);
    const id = await insertTarget(context, {
      ...draft,
      subject,
      indicator: indicator!,
      period: period.id,
      baselineNote: optionalText(input.baseline?.note, 'input.baseline.note'),
      quote: optionalText(input.quote, 'input.quote'),
      reading: optionalText(input.reading, 'input.reading'),
      basisDocument: input.basisDocument
        ? (await found(context, Document, input.basisDocument, 'input.basisDocument')).id
        : null,
      derivedFrom: input.derivedFrom
        ? (await found(context, Target, input.derivedFrom, 'input.derivedFrom')).id
        : null,
      parent: null,
    });
    await context.audit(
      'core:target.create',
      { type: 'Target', id },
      { ...draft, indicator: indicator!.key },
    );
    return id;
  }

  @Mutation(() => Target, {
    nullable: true,
    description:
      'Changes a target before its deadline, with a reason. What it asked for before stays readable: `Target.earlierVersions`.',
  })
  async changeTarget(
    @Arg('input', () => ChangeTargetInput, { description: 'Which target, what changes, and why.' })
    input: ChangeTargetInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const row = await ownTarget(context, input.target);
    const target = targetFacts(row);
    const reason = requiredText(input.reason, 'input.reason');
    if (context.clock.businessDate > target.deadline) {
      throw new ProblemError('TARGET_PAST_DEADLINE', { field: 'input.target', deadline: target.deadline });
    }
    const before = draftOf(row);
    const draft: TargetDraft = {
      ...before,
      value: input.value ?? before.value,
      valueMax: input.valueMax ?? before.valueMax,
      path: input.path ?? before.path,
      tolerance: input.tolerance ?? before.tolerance,
      deadline: input.deadline ?? before.deadline,
      weight: input.weight ?? before.weight,
      ...(input.baseline ? baselineFrom(input.baseline) : {}),
    };
    const [indicator] = await indicatorFacts(context.session, { ids: [target.indicator] });
    const [period] = await periodFacts(context.session, { ids: [target.period] });
    requireSound(draft, indicator!, period!);
    const note = input.baseline
      ? { baseline_note_vi: optionalText(input.baseline.note, 'input.baseline.note'), baseline_note_en: null }
      : {};
    await keepVersions(context, [target.id], reason);
    await changeVersion(context, {
      table: 'core.target',
      id: target.id,
      expected: input.expectedVersion,
      set: {
        value: draft.value,
        value_max: draft.valueMax,
        baseline_kind: draft.baselineKind,
        baseline_value: draft.baselineValue,
        deadline: draft.deadline,
        path: draft.path,
        tolerance: draft.tolerance,
        weight: draft.weight,
        ...note,
      },
    });
    await context.audit(
      'core:target.change',
      { type: 'Target', id: target.id },
      { reason, before, after: draft },
    );
    return target.id;
  }
}

/** A target that the caller may see and change. */
export async function ownTarget(context: RequestContext, globalId: string): Promise<Row> {
  const row = await found(context, Target, globalId, 'input.target');
  await requireScope(context, manage, {
    unitId: row['homeUnit'] as number,
    program: row['programCode'] as string,
    field: 'input.target',
  });
  return row;
}

function draftOf(row: Row): TargetDraft {
  const { operator, value, valueMax, path, tolerance, deadline, baselineKind, baselineValue } =
    targetFacts(row);
  return {
    operator,
    value,
    valueMax,
    path,
    tolerance,
    deadline,
    baselineKind,
    baselineValue,
    weight: row['weight'] as string | null,
  };
}

function baselineFrom(
  input: TargetBaselineInput | null | undefined,
): Pick<TargetDraft, 'baselineKind' | 'baselineValue'> {
  return { baselineKind: input?.kind ?? BaselineKind.NONE, baselineValue: input?.value ?? null };
}

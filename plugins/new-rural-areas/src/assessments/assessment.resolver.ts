import {
  AdministrativeUnit,
  changeVersion,
  Document,
  found,
  optionalText,
  requireCount,
  requireKindOfUnit,
  requireReason,
  requireScope,
  UnitKind,
} from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { program } from '../access.js';
import { setInForce } from '../criteria/set-in-force.js';
import {
  AddEvidenceInput,
  CorrectCriterionInput,
  RecordCriteriaInput,
  SubmitAssessmentInput,
} from './assessment-inputs.js';
import { AssessmentState, assessmentWorkflow, type AssessmentStep } from './assessment-state.js';
import { Assessment } from './assessment.js';
import { Evidence } from './evidence.js';
import { requireNotCounted } from '../polls/independence.js';
import { rememberAssessor } from './remember-assessor.js';
import { requireCorrectable } from './require-correctable.js';
import { criteriaOf, writeResults } from './write-results.js';

const type = 'NewRuralAreasAssessment';
const table = 'new_rural_areas.assessment';

@Resolver()
export class AssessmentResolver {
  @Mutation(() => Assessment, {
    nullable: true,
    description:
      'Enters results of the self-assessment of a commune by the set in force; the first ones begin a draft.',
  })
  async newRuralAreasRecordCriteria(
    @Arg('input', () => RecordCriteriaInput, {
      description: 'The commune, the level, the year and the results.',
    })
    input: RecordCriteriaInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    const field = 'input.unit';
    await requireScope(context, 'new-rural-areas:assess', { unitId, program, field });
    const { businessDate } = context.clock;
    await requireKindOfUnit(context, { unitId, on: businessDate, kinds: [UnitKind.COMMUNE], field });
    const thisYear = Number(businessDate.slice(0, 4));
    const year = requireCount(input.year, 'input.year', { minimum: thisYear - 1, maximum: thisYear });
    await requireNotCounted(context, { unitId, year }, field);
    const set = await setInForce(context, {
      unitId,
      level: input.level,
      on: businessDate,
      field: 'input.level',
    });
    const draft = await draftOf(context, { unitId, setId: set.id, year }, input.expectedVersion ?? null);
    const results = input.criteria.map((result, index) => ({ result, field: `input.criteria[${index}]` }));
    await writeResults(context, { assessmentId: draft, unitId, setId: set.id }, results, null);
    await context.audit('new-rural-areas:record-criteria', { type, id: draft }, { criteria: results.length });
    return draft;
  }

  @Mutation(() => Assessment, {
    nullable: true,
    description:
      'Signs a self-assessment that has a result for every criterion of its set; never by who has counted ballots of the commune.',
  })
  async newRuralAreasSubmitAssessment(
    @Arg('input', () => SubmitAssessmentInput, { description: 'The self-assessment in the version seen.' })
    input: SubmitAssessmentInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { assessment, to } = await assessmentAt(context, input.assessment, 'newRuralAreasSubmitAssessment');
    const of = { unitId: assessment['unit'] as number, year: assessment['year'] as number };
    await requireNotCounted(context, of, 'input.assessment');
    const missing = await context.session.query<{ number: number }>(
      `select criterion.number from new_rural_areas.criterion
        where set_id = $2 and not exists (select from new_rural_areas.assessment_result result
          where result.assessment_id = $1 and result.criterion_id = criterion.id and result.superseded_at is null)
        order by criterion.number`,
      [assessment.id, assessment['set']],
    );
    if (missing.length > 0) {
      const given = missing.map(({ number }) => number).join(', ');
      throw new ProblemError('NEW_RURAL_ASSESSMENT_INCOMPLETE', { field: 'input.assessment', given });
    }
    await changeVersion(context, {
      table,
      id: assessment.id,
      expected: input.expectedVersion,
      set: { state: to, submitted_on: context.clock.businessDate, submitted_by: context.caller.userId },
    });
    await rememberAssessor(context, assessment.id);
    await context.audit('new-rural-areas:submit-assessment', { type, id: assessment.id });
    return assessment.id;
  }

  @Mutation(() => Assessment, {
    nullable: true,
    description:
      'Corrects a result of a signed self-assessment, with a reason; not while its dossier lies with the district.',
  })
  async newRuralAreasCorrectCriterion(
    @Arg('input', () => CorrectCriterionInput, {
      description: 'The self-assessment, what is right, and why.',
    })
    input: CorrectCriterionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { assessment } = await assessmentAt(context, input.assessment, 'newRuralAreasCorrectCriterion');
    const reason = requireReason(input.reason);
    // Whoever hands the dossier in at this moment has read the results before, or waits for this one.
    await changeVersion(context, { table, id: assessment.id, expected: input.expectedVersion, set: {} });
    await requireCorrectable(context, assessment.id, 'input.assessment');
    const unitId = assessment['unit'] as number;
    await requireNotCounted(context, { unitId, year: assessment['year'] as number }, 'input.assessment');
    const of = { assessmentId: assessment.id, unitId, setId: assessment['set'] as number };
    await writeResults(context, of, [{ result: input.criterion, field: 'input.criterion' }], reason);
    await context.audit(
      'new-rural-areas:correct-criterion',
      { type, id: assessment.id },
      { number: input.criterion.number, outcome: input.criterion.outcome, reason },
    );
    return assessment.id;
  }

  @Mutation(() => Evidence, {
    nullable: true,
    description: 'Names a document that proves a result of a self-assessment; naming it twice makes one.',
  })
  async newRuralAreasAddEvidence(
    @Arg('input', () => AddEvidenceInput, {
      description: 'The self-assessment, the criterion, the document.',
    })
    input: AddEvidenceInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { assessment } = await assessmentAt(context, input.assessment, 'newRuralAreasAddEvidence');
    const document = await found(context, Document, input.document, 'input.document');
    const criteria = await criteriaOf(context, assessment['set'] as number);
    const criterion = criteria.find(({ number }) => number === input.number);
    if (!criterion) {
      const allowed = criteria.map(({ number }) => number).join(', ');
      throw new ProblemError('NEW_RURAL_CRITERION_UNKNOWN', {
        field: 'input.number',
        given: input.number,
        allowed,
      });
    }
    const note = optionalText(input.note, 'input.note', { maximum: 500 });
    const place = [assessment.id, criterion.id, document.id];
    const [added] = await context.session.query<{ id: number }>(
      `insert into new_rural_areas.evidence (assessment_id, criterion_id, document_id, unit_id, note, added_by, added_on)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [...place, assessment['unit'], note, context.caller.userId, context.clock.businessDate],
    );
    const [evidence] = added
      ? [added]
      : await context.session.query<{ id: number }>(
          'select id from new_rural_areas.evidence where assessment_id = $1 and criterion_id = $2 and document_id = $3',
          place,
        );
    if (added)
      await context.audit(
        'new-rural-areas:add-evidence',
        { type: 'NewRuralAreasEvidence', id: added.id },
        { number: input.number },
      );
    return evidence!.id;
  }
}

/** The self-assessment, if the caller may take the step with it. @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, NEW_RURAL_ASSESSMENT_STATE */
async function assessmentAt(
  context: RequestContext,
  id: string,
  step: AssessmentStep,
): Promise<{ assessment: Row; to: AssessmentState }> {
  const field = 'input.assessment';
  const assessment = await found(context, Assessment, id, field);
  const [permission] = assessmentWorkflow.steps[step].permissions;
  await requireScope(context, permission!, { unitId: assessment['unit'] as number, program, field });
  const to = assessmentWorkflow.after(step, assessment['state'] as AssessmentState, field);
  return { assessment, to };
}

/** The draft that results are written to: the one that was seen, or a new one where there is none. */
async function draftOf(
  context: RequestContext,
  { unitId, setId, year }: { unitId: number; setId: number; year: number },
  expected: number | null,
): Promise<number> {
  const { session } = context;
  const [begun] = await session.query<{ id: number }>(
    `insert into new_rural_areas.assessment (unit_id, set_id, year, begun_on) values ($1, $2, $3, $4)
     on conflict do nothing returning id`,
    [unitId, setId, year, context.clock.businessDate],
  );
  if (begun) return begun.id;
  const [known] = await session.query<{ id: number; state: AssessmentState }>(
    'select id, state from new_rural_areas.assessment where unit_id = $1 and set_id = $2 and year = $3',
    [unitId, setId, year],
  );
  assessmentWorkflow.after('newRuralAreasRecordCriteria', known!.state, 'input.unit');
  await changeVersion(context, { table, id: known!.id, expected: expected ?? 0, set: {} });
  return known!.id;
}

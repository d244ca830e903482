import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { refuse } from '../checks/refuse.js';
import { Document } from '../documents/document.js';
import { requireReason } from '../periods/require-reason.js';
import { found, optionalText, requiredText } from '../programs/input.js';
import { Program } from '../programs/program.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { putDuties, putParties, requireFittingDuties } from './agreement-content.js';
import type { AgreementState } from './agreement-enums.js';
import { ChangeAgreementDraftInput, DraftAgreementInput } from './agreement-inputs.js';
import { unsigned } from './agreement-state.js';
import { CancelAgreementInput } from './agreement-step-inputs.js';
import { agreementAt, takeStep } from './agreement-step.js';
import { Agreement } from './agreement.js';

@Resolver()
export class AgreementDraftResolver {
  @Mutation(() => Agreement, {
    nullable: true,
    description: 'Begins an agreement as a draft, with as much as is known of it. Nobody owes anything yet.',
  })
  async draftAgreement(
    @Arg('input', () => DraftAgreementInput, {
      description: 'Who keeps it, what it is about, who is to sign, and what is to be done.',
    })
    input: DraftAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    const program = input.program ? await found(context, Program, input.program, 'input.program') : null;
    const programCode = (program?.['code'] as string | undefined) ?? null;
    await requireScope(context, 'core:agreement.manage', {
      unitId,
      program: programCode,
      field: 'input.unit',
    });
    const predecessor = await predecessorOf(context, input);
    const values = {
      unit_id: unitId,
      program_id: program?.id ?? null,
      program_code: programCode,
      title: requiredText(input.title, 'input.title'),
      number: optionalText(input.number, 'input.number', { maximum: 100 }),
      cited_as: optionalText(input.citedAs, 'input.citedAs'),
      signed_on: input.signedOn ?? null,
      valid_from: input.validFrom,
      valid_to: requireTerm(input.validFrom, input.validTo ?? null),
      document_id: await documentOf(context, input.document, 'input.document'),
      basis_document_id: await documentOf(context, input.basisDocument, 'input.basisDocument'),
      predecessor_id: predecessor,
      succession: input.succession ?? null,
      created_by: context.caller.userId,
    };
    const [row] = await context.session.query<{ id: number }>(
      `insert into core.agreement (${Object.keys(values).join(', ')})
       values (${Object.keys(values).map((_, index) => `$${index + 1}`)}) returning id`,
      Object.values(values),
    );
    await putParties(context, row!.id, input.parties);
    await putDuties(context, row!.id, input.duties);
    await requireFittingDuties(context, row!.id);
    await context.audit('core:agreement.draft', { type: 'Agreement', id: row!.id });
    return row!.id;
  }

  @Mutation(() => Agreement, {
    nullable: true,
    description: 'Changes a draft. After it was signed, another agreement amends it instead.',
  })
  async changeAgreementDraft(
    @Arg('input', () => ChangeAgreementDraftInput, { description: 'Which draft, and what changes in it.' })
    input: ChangeAgreementDraftInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = await agreementAt(context, input, 'changeAgreementDraft');
    const { agreement } = step;
    const validFrom = input.validFrom ?? (agreement['validFrom'] as string);
    const validTo = input.validTo === undefined ? (agreement['validTo'] as string | null) : input.validTo;
    const text = (field: 'number' | 'citedAs', maximum: number): unknown =>
      input[field] === undefined
        ? agreement[field]
        : optionalText(input[field], `input.${field}`, { maximum });
    const document = async (field: 'document' | 'basisDocument'): Promise<unknown> =>
      input[field] === undefined ? agreement[field] : documentOf(context, input[field], `input.${field}`);
    await takeStep(context, step, {
      title: input.title ? requiredText(input.title, 'input.title') : agreement['title'],
      number: text('number', 100),
      cited_as: text('citedAs', 4000),
      signed_on: input.signedOn === undefined ? agreement['signedOn'] : input.signedOn,
      valid_from: validFrom,
      valid_to: requireTerm(validFrom, validTo),
      document_id: await document('document'),
      basis_document_id: await document('basisDocument'),
    });
    if (input.parties) await putParties(context, agreement.id, input.parties);
    if (input.duties) await putDuties(context, agreement.id, input.duties);
    await requireFittingDuties(context, agreement.id);
    return agreement.id;
  }

  @Mutation(() => Agreement, {
    nullable: true,
    description: 'Gives a draft up, with a reason. It stays among the drafts of those who manage agreements.',
  })
  async cancelAgreement(
    @Arg('input', () => CancelAgreementInput, { description: 'Which draft, and why.' })
    input: CancelAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = await agreementAt(context, input, 'cancelAgreement');
    const reason = requireReason(input.reason);
    return takeStep(context, step, { end_reason: reason }, { reason });
  }
}

function requireTerm(from: string, to: string | null): string | null {
  if (to !== null && to <= from) refuse('input.validTo', to, `> ${from}`);
  return to;
}

async function documentOf(
  context: RequestContext,
  globalId: string | null | undefined,
  field: string,
): Promise<number | null> {
  return globalId ? (await found(context, Document, globalId, field)).id : null;
}

/** An agreement comes after one that was signed. */
async function predecessorOf(
  context: RequestContext,
  { predecessor, succession }: DraftAgreementInput,
): Promise<number | null> {
  if (!predecessor !== !succession)
    refuse(predecessor ? 'input.succession' : 'input.predecessor', null, 'predecessor + succession');
  if (!predecessor) return null;
  const earlier = await found(context, Agreement, predecessor, 'input.predecessor');
  if (unsigned.includes(earlier['state'] as AgreementState))
    throw new ProblemError('AGREEMENT_NOT_SIGNED', { field: 'input.predecessor', given: earlier['state'] });
  return earlier.id;
}

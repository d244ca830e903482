import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { Activity } from '../activities/activity.js';
import { Plan } from '../plans/plan.js';
import { found, optionalText, requiredText } from '../programs/input.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { readCitation } from './citation.js';
import { DocumentConfidentiality } from './document-enums.js';
import { CreateDocumentInput, LinkDocumentInput } from './document-inputs.js';
import { DocumentLink } from './document-link.js';
import { Document } from './document.js';

@Resolver()
export class DocumentMutations {
  @Mutation(() => Document, {
    nullable: true,
    description:
      'Enters a document that others will refer to. The citation is kept as given; number and date are read from it.',
  })
  async createDocument(
    @Arg('input', () => CreateDocumentInput, {
      description: 'The document with its citation, and who may read it.',
    })
    input: CreateDocumentInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'core:document.manage', { unitId, field: 'input.unit' });
    if (input.confidentiality === DocumentConfidentiality.SEALED) {
      throw new ProblemError('DOCUMENT_SEALED', {
        field: 'input.confidentiality',
        given: input.confidentiality,
      });
    }
    const citedAs = requiredText(input.citedAs, 'input.citedAs');
    const read = readCitation(citedAs);
    const [row] = await context.session.query<{ id: number }>(
      `insert into core.document (number, date, cited_as, type_vi, issuer_vi, title_vi, title_en, confidentiality, unit_id, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        optionalText(input.number, 'input.number') ?? read.number,
        input.date ?? read.date,
        citedAs,
        optionalText(input.type, 'input.type'),
        optionalText(input.issuer, 'input.issuer'),
        requiredText(input.title, 'input.title'),
        optionalText(input.titleEn, 'input.titleEn'),
        input.confidentiality,
        unitId,
        context.caller.userId,
      ],
    );
    await context.audit(
      'core:document.create',
      { type: 'Document', id: row!.id },
      { confidentiality: input.confidentiality },
    );
    return row!.id;
  }

  @Mutation(() => DocumentLink, {
    nullable: true,
    description:
      'Says how a document, activity or plan of one’s own relates to a document. Saying it twice makes one link.',
  })
  async linkDocument(
    @Arg('input', () => LinkDocumentInput, { description: 'The two ends of the link, and how they relate.' })
    input: LinkDocumentInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const document = await found(context, Document, input.document, 'input.document');
    const ends = await endsOf(context, input);
    const values = [document.id, input.relation, ends.fromDocument, ends.activity, ends.plan];
    const [added] = await context.session.query<{ id: number }>(
      `insert into core.document_link (document_id, relation, from_document_id, activity_id, plan_id, recorded_by)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [...values, context.caller.userId],
    );
    const [link] = added
      ? [added]
      : await context.session.query<{ id: number }>(
          `select id from core.document_link where document_id = $1 and relation = $2 and program_id is null
             and (from_document_id, activity_id, plan_id) is not distinct from ($3::bigint, $4::bigint, $5::bigint)`,
          values,
        );
    if (added)
      await context.audit(
        'core:document.link',
        { type: 'DocumentLink', id: added.id },
        { relation: input.relation },
      );
    return link!.id;
  }
}

interface Ends {
  fromDocument: number | null;
  activity: number | null;
  plan: number | null;
}

/** Where the link starts from: one thing, and one that the caller may change. */
async function endsOf(context: RequestContext, input: LinkDocumentInput): Promise<Ends> {
  const given = (['fromDocument', 'activity', 'plan'] as const).filter((end) => input[end]);
  const [end] = given;
  if (given.length !== 1 || !end) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input',
      given: given.join(', ') || null,
      allowed: 'fromDocument | activity | plan',
    });
  }
  const field = `input.${end}`;
  const subject = await found(
    context,
    { fromDocument: Document, activity: Activity, plan: Plan }[end],
    input[end]!,
    field,
  );
  if (end !== 'fromDocument' && (input.relation === 'REPLACES' || input.relation === 'AMENDS')) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.relation',
      given: input.relation,
      allowed: 'CITES, IMPLEMENTS, EVIDENCE',
    });
  }
  await requireScope(context, permissionFor[end], {
    unitId: unitOf(subject, field),
    program: programOf(subject),
    field,
  });
  return { fromDocument: null, activity: null, plan: null, [end]: subject.id };
}

const permissionFor = {
  fromDocument: 'core:document.manage',
  activity: 'core:activity.manage',
  plan: 'core:plan.manage',
} as const;

/** A document of the registry is nobody's, so nobody may link from it. */
function unitOf(subject: Row, field: string): number {
  if (typeof subject['unit'] === 'number') return subject['unit'];
  throw new ProblemError('FORBIDDEN', { field });
}

const programOf = (subject: Row): string | null =>
  (subject['programCode'] as string | null | undefined) ?? null;

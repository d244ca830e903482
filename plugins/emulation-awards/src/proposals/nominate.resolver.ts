import {
  AdministrativeUnit,
  communeKinds,
  found,
  Organization,
  Person,
  refuse,
  requireCount,
  requiredText,
  requireKindOfUnit,
  requireScope,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { districtKinds } from '../district-kinds.js';
import { honorInForce } from '../honors/honor-in-force.js';
import { SubjectKind } from '../honors/subject-kind.js';
import { honorProgram } from '../program-code.js';
import { writeStep } from './proposal-at.js';
import { NominateInput } from './proposal-inputs.js';
import { Proposal } from './proposal.js';
import { requireReference } from './require-reference.js';

const kinds = [...communeKinds, ...districtKinds];

@Resolver()
export class NominateResolver {
  @Mutation(() => Proposal, {
    nullable: true,
    description:
      'Proposes a unit, an organization or a person for one title or one reward. The same subject is not proposed twice for one achievement.',
  })
  async emulationAwardsNominate(
    @Arg('input', () => NominateInput, { description: 'Who, for what, and why.' })
    input: NominateInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    const subject = await subjectOf(context, input);
    await requireScope(context, 'emulation-awards:nominate', {
      unitId,
      program: honorProgram,
      field: 'input.unit',
    });
    const namesake = input.namesake === true;
    if (subject.person === null && subject.personName !== null)
      await requireReference(context, subject.personName, namesake);
    const today = context.clock.businessDate;
    await requireKindOfUnit(context, { unitId, on: today, kinds, field: 'input.unit' });
    const year = requireCount(input.year, 'input.year', {
      minimum: 1945,
      maximum: Number(today.slice(0, 4)),
    });
    const achievement = requiredText(input.achievement, 'input.achievement', { minimum: 10, maximum: 4000 });
    const honor = await honorOf(context, input);
    const [made] = await context.session.query<{ id: number; unit: number }>(
      `insert into emulation_awards.proposal (unit_id, district_id, year, subject, organization_id, person_id, person_name, achievement,
         title_id, reward_form_id, nominated_on, nominated_by)
       select $1, case when version.kind = any ($2::text[]) then version.parent_id else $1::bigint end, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
         from core.administrative_unit_version version
        where version.unit_id = $1 and version.superseded_at is null and version.valid_from <= $11::date
          and (version.valid_to is null or version.valid_to > $11::date)
       on conflict do nothing returning id, unit_id as unit`,
      [
        unitId, communeKinds, year, input.subject, subject.organization, subject.person, subject.personName, achievement,
        honor.title, honor.rewardForm, today, context.caller.userId,
      ], // prettier-ignore
    );
    if (!made)
      throw new ProblemError('EMULATION_HONORED_ALREADY', {
        field: 'input.achievement',
        given: year,
        allowed: 1,
      });
    await writeStep(context, made, 'NOMINATE');
    await context.audit(
      'emulation-awards:nominate',
      { type: 'EmulationAwardsProposal', id: made.id },
      namesake ? { namesake } : {},
    );
    return made.id;
  }
}

interface Subject {
  readonly organization: number | null;
  readonly person: number | null;
  readonly personName: string | null;
}

/**
 * Who is proposed, as the kind of subject wants it.
 * @throws ProblemError NOT_FOUND, BAD_USER_INPUT where something is missing or too much
 */
async function subjectOf(context: RequestContext, input: NominateInput): Promise<Subject> {
  const organization = input.organization
    ? await found(context, Organization, input.organization, 'input.organization')
    : null;
  const person = input.person ? await found(context, Person, input.person, 'input.person') : null;
  const wantsOrganization = input.subject === SubjectKind.ORGANIZATION;
  if (wantsOrganization !== (organization !== null))
    refuse(
      'input.organization',
      input.organization ?? null,
      wantsOrganization ? SubjectKind.ORGANIZATION : null,
    );
  const named = input.personName?.trim() ? input.personName : null;
  const wantsPerson = input.subject === SubjectKind.PERSON;
  if (wantsPerson ? (person === null) === (named === null) : person !== null)
    refuse('input.person', input.person ?? null, wantsPerson ? 'person | personName' : null);
  // The name itself is not repeated in a refusal.
  if (!wantsPerson && named !== null) refuse('input.personName', '…', null);
  const personName = person
    ? (person['fullName'] as string)
    : named && requiredText(named, 'input.personName', { minimum: 2, maximum: 120 });
  return { organization: organization?.id ?? null, person: person?.id ?? null, personName };
}

async function honorOf(
  context: RequestContext,
  { title, rewardForm, subject }: NominateInput,
): Promise<{ title: number | null; rewardForm: number | null }> {
  const [code, form] = [title ?? null, rewardForm ?? null];
  if ((code === null) === (form === null)) refuse('input.title', code, 'title | rewardForm');
  if (code !== null) {
    const honor = await honorInForce(context, 'title', { code, subject, field: 'input.title' });
    return { title: honor.id, rewardForm: null };
  }
  const honor = await honorInForce(context, 'reward_form', {
    code: form!,
    subject,
    field: 'input.rewardForm',
  });
  return { title: null, rewardForm: honor.id };
}

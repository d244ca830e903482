import type { RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { found, requiredText, textOrNull } from '../programs/input.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { refuseDuplicate, requireKey } from './checks.js';
import { CreateOrganizationInput } from './organization.inputs.js';
import { OrganizationRelation } from './organization-relation.js';
import { OrganizationVersion } from './organization-version.js';
import { Organization } from './organization.js';

@Resolver()
export class OrganizationResolver {
  @Mutation(() => Organization, {
    nullable: true,
    description:
      'Enters an organization with its first version and, if wanted, how it stands to others. Needs core:organization.manage over its unit.',
  })
  async createOrganization(
    @Arg('input', () => CreateOrganizationInput, { description: 'What the organization is.' })
    input: CreateOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'core:organization.manage', { unitId: unit, field: 'input.unit' });
    const key = requireKey(input.key, 'input.key');
    const validFrom = input.validFrom ?? context.clock.businessDate;
    const { em } = context.session;
    const organization = em.create(Organization, { key, demo: false });
    await refuseDuplicate('input.key', key, () => em.persist(organization).flush());
    em.create(
      OrganizationVersion,
      {
        organization,
        name: requiredText(input.name, 'input.name'),
        shortName: textOrNull(input.shortName),
        kind: input.kind,
        unit,
        validFrom,
        legalBasis: textOrNull(input.legalBasis),
      } as never,
      { persist: true },
    );
    // Now, not with the relations: their row rule asks where the organization sits.
    await em.flush();
    for (const [index, relation] of (input.relations ?? []).entries()) {
      const { id: to } = await found(context, Organization, relation.to, `input.relations[${index}].to`);
      const legalBasis = textOrNull(relation.legalBasis);
      em.create(
        OrganizationRelation,
        { from: organization, to, type: relation.type, validFrom, legalBasis } as never,
        { persist: true },
      );
    }
    await em.flush();
    await context.audit(
      'core:organization.create',
      { type: 'Organization', id: organization.id },
      { key, unit },
    );
    return organization.id;
  }
}

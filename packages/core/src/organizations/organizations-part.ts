import { GraphQLString } from 'graphql';
import { allow, extend, list, many, one, temporal, type CustomFilter } from '@phoihop/platform';
import { validOn } from '../filters/valid-on.js';
import type { CorePart } from '../part.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { organizationsMigration } from './migration.js';
import { OrganizationRelation } from './organization-relation.js';
import { OrganizationVersion } from './organization-version.js';
import { OrganizationResolver } from './organization.resolver.js';
import { Organization } from './organization.js';
import { organizationRows } from './rows.js';
import { UnitGroupMember } from './unit-group-member.js';
import { UnitGroupResolver } from './unit-group.resolver.js';
import { UnitGroup } from './unit-group.js';
import { organizationsVietnamese } from './vietnamese.js';
import { unitGroupLabels } from './labels.js';
import { organizationKindNames } from './organization-kind-names.js';

const search: CustomFilter = {
  type: GraphQLString,
  description: 'Only organizations whose name or abbreviation contains this; accents and case do not matter.',
  sql: (_, parameter) => `v.search_key like '%' || core.search_key(${parameter}) || '%'`,
};

const onDay = validOn({
  en: 'Only what holds on this day.',
  vi: 'Chỉ những gì có hiệu lực vào ngày này.',
});

const signedIn = allow.signedIn();
const manage = allow.permission('core:organization.manage');

/** Organizations through time, how they stand to each other, and groups of units. */
export const organizationsPart: CorePart = {
  entities: [Organization, OrganizationVersion, OrganizationRelation, UnitGroup, UnitGroupMember],
  resolvers: [OrganizationResolver, UnitGroupResolver],
  migrations: [organizationsMigration],
  temporal: [
    temporal(Organization, {
      versions: OrganizationVersion,
      owner: 'organization',
      fields: ['name', 'shortName', 'kind', 'unit', 'validFrom', 'validTo', 'legalBasis'],
    }),
  ],
  rows: organizationRows,
  reads: {
    organization: one(Organization, {
      by: 'key',
      description: 'The organization with this lasting name for machines.',
    }),
    organizations: list(Organization, {
      description: 'The organizations that existed on the date.',
      filter: ['kind', 'unit', 'key', 'demo'],
      filters: { search },
      order: ['name', 'key'],
    }),
    unitGroup: one(UnitGroup, {
      by: 'key',
      description: 'The group of units with this lasting name for machines.',
    }),
    unitGroups: list(UnitGroup, {
      description: 'Groups of units: emulation clusters, former units and others.',
      filter: ['purpose', 'year', 'unit', 'demo'],
      filters: { validOn: onDay },
      order: ['key', 'validFrom'],
    }),
  },
  extend: [
    unitGroupLabels,
    extend(Organization, {
      versions: many(OrganizationVersion, 'organization', {
        description: 'Every name, kind and unit it has had, what was found wrong included.',
        order: ['validFrom'],
      }),
      relations: many(OrganizationRelation, 'from', {
        description: 'How it stands to others: whose member it is, what it is under.',
        filter: ['type', 'to'],
        filters: { validOn: onDay },
        order: ['validFrom'],
      }),
      inverseRelations: many(OrganizationRelation, 'to', {
        description: 'How others stand to it: its members, what is under it.',
        filter: ['type', 'from'],
        filters: { validOn: onDay },
        order: ['validFrom'],
      }),
    }),
    extend(UnitGroup, {
      members: many(UnitGroupMember, 'group', {
        description: 'The units that belong to the group, with the days over which they do.',
        filter: ['unit'],
        filters: { validOn: onDay },
        order: ['validFrom'],
      }),
    }),
    extend(AdministrativeUnit, {
      organizations: many(Organization, 'unit', {
        description: 'The organizations of the level of this unit, on the date.',
        filter: ['kind'],
        order: ['name', 'key'],
      }),
      groupMemberships: many(UnitGroupMember, 'unit', {
        description: 'The groups the unit belongs to, with the days over which it does.',
        filters: { validOn: onDay },
        order: ['validFrom'],
      }),
    }),
  ],
  fields: {
    Organization: signedIn,
    OrganizationVersion: signedIn,
    OrganizationRelation: signedIn,
    UnitGroup: signedIn,
    UnitGroupMember: signedIn,
    'AdministrativeUnit.organizations': signedIn,
    'AdministrativeUnit.groupMemberships': signedIn,
    'Query.organization': signedIn,
    'Query.organizations': signedIn,
    'Query.unitGroup': signedIn,
    'Query.unitGroups': signedIn,
    'Mutation.createOrganization': manage,
    'Mutation.createUnitGroup': manage,
    'Mutation.changeUnitGroupMembers': manage,
  },
  shortNames: organizationKindNames,
  vietnamese: organizationsVietnamese,
};

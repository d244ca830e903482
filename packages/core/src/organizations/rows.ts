import { rowRule, type RowRule } from '@phoihop/platform';

const manage = 'core:organization.manage';

/** Organizations and groups are public knowledge; they are entered by whoever manages them over their unit. */
export const organizationRows: Readonly<Record<string, RowRule>> = {
  Organization: rowRule({
    explanation:
      'Everybody sees organizations; added by whoever manages organizations of some unit (the version says of which).',
    select: 'always',
    insert: { using: `(select platform.has_permission('${manage}'))` },
  }),
  OrganizationVersion: rowRule({
    explanation: 'Everybody sees them; added by whoever manages organizations over the unit it sits in.',
    select: 'always',
    insert: { using: `core.may_change('${manage}', unit_id, null)` },
  }),
  OrganizationRelation: rowRule({
    explanation: 'Everybody sees them; added by whoever manages organizations over the unit of the first.',
    select: 'always',
    insert: {
      using: `exists (select from core.organization_version its
        where its.organization_id = from_id and its.superseded_at is null
          and core.may_change('${manage}', its.unit_id, null))`,
    },
  }),
  UnitGroup: rowRule({
    explanation:
      'Everybody sees groups; added and changed by whoever manages organizations over the unit that formed it.',
    select: 'always',
    insert: { using: `core.may_change('${manage}', unit_id, null)` },
    update: { using: `core.may_change('${manage}', unit_id, null)` },
    updateColumns: ['version'],
  }),
  UnitGroupMember: rowRule({
    explanation:
      'Everybody sees members; added by whoever manages organizations over the member and over the unit that formed the group, ended by the latter.',
    select: 'always',
    insert: { using: `core.may_change('${manage}', unit_id, null) and ${overGroup()}` },
    update: { using: overGroup() },
    updateColumns: ['valid_to'],
  }),
};

function overGroup(): string {
  return `exists (select from core.unit_group its where its.id = group_id and core.may_change('${manage}', its.unit_id, null))`;
}

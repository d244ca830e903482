import type { AccessRule, Plugin } from '@phoihop/platform';
import type { EntityMetadata } from '@mikro-orm/core';
import { rolePermissions } from '../../access/role-permissions.js';
import type { ReportListDeclaration } from '../../programs/contribution.js';
import { ContributionError, problemOf, type PluginContribution } from '../../programs/contributions.js';
import { fieldsOf, metadataOf, propertyOf, type Entities } from './list-fields.js';
import { columnOf, leadsToUnits } from './plan-list.js';
import { formProblems } from './check-forms.js';

/**
 * Holds the declared lists and forms against the entities, the access rules and each other, when all plugins are there.
 * @throws ContributionError with every mistake.
 */
export function requireSoundReports(contributions: readonly PluginContribution[], entities: Entities): void {
  const problems = [
    ...contributions.flatMap(({ plugin, contribution }) =>
      (contribution.reportLists ?? []).flatMap((list, index) =>
        listProblems(list, plugin, entities).map(([path, message]) =>
          problemOf(plugin, `reportLists.${index}.${path}`, `${list.key}: ${message}`),
        ),
      ),
    ),
    ...formProblems(contributions),
  ];
  if (problems.length > 0) throw new ContributionError(problems);
}

type Mistake = readonly [path: string, message: string];

function listProblems(list: ReportListDeclaration, plugin: Plugin, entities: Entities): Mistake[] {
  const entity = plugin.data?.entities.find(({ name }) => name === list.entity);
  if (!entity) {
    const names = (plugin.data?.entities ?? []).map(({ name }) => name).join(', ') || 'none';
    return [['entity', `${list.entity} is no entity of ${plugin.id}; it has: ${names}.`]];
  }
  if (plugin.data?.audited?.includes(entity)) {
    return [
      [
        'entity',
        `${list.entity} holds personal or sealed data (data.audited): a report would show it to all its readers.`,
      ],
    ];
  }
  const meta = metadataOf(entities, entity);
  return [
    ...unitProblems(list, meta),
    ...dayProblems(list, meta),
    ...whereProblems(list, meta),
    ...list.columns.flatMap(({ field }, index) =>
      columnProblems(field, meta, entities).map((message): Mistake => [`columns.${index}.field`, message]),
    ),
  ];
}

const all = (meta: EntityMetadata): string => Object.keys(meta.properties).join(', ');

function unitProblems({ unit, entity }: ReportListDeclaration, meta: EntityMetadata): Mistake[] {
  const property = propertyOf(meta, unit);
  if (leadsToUnits(property)) return [];
  const units = Object.values(meta.properties).filter((one) => leadsToUnits(one as never));
  const mend =
    units.length > 0
      ? `use ${units.map(({ name }) => name).join(' or ')}`
      : 'it belongs to no unit and cannot be listed by unit';
  return [['unit', `${entity}.${unit} does not refer to an administrative unit; ${mend}.`]];
}

function dayProblems({ day, entity }: ReportListDeclaration, meta: EntityMetadata): Mistake[] {
  const isDate = (name: string): boolean => propertyOf(meta, name)?.columnTypes?.[0] === 'date';
  if (isDate(day)) return [];
  const dates = Object.keys(meta.properties).filter(isDate);
  const mend =
    dates.length > 0 ? `use ${dates.join(' or ')}` : 'it has no date and cannot be listed by period';
  return [['day', `${entity}.${day} is no date; ${mend}.`]];
}

function whereProblems({ where = {}, entity }: ReportListDeclaration, meta: EntityMetadata): Mistake[] {
  return Object.keys(where)
    .filter((name) => propertyOf(meta, name)?.fieldNames?.length !== 1)
    .map((name) => [`where.${name}`, `${entity} has no ${name}; it has: ${all(meta)}.`]);
}

function columnProblems(path: string, meta: EntityMetadata, entities: Entities): string[] {
  const column = columnOf(entities, meta, path);
  if ('missing' in column) {
    const { missing, at } = column;
    return [`clients see no ${missing} of ${at.className}; they see: ${fieldsOf(entities, at).join(', ')}.`];
  }
  const last = column.further ?? column.own;
  if (last.property.kind !== 'scalar') {
    const further = fieldsOf(entities, last.property.targetMeta!).map((name) => `${path}.${name}`);
    return [`${path} is a reference; take one of: ${further.join(', ')}.`];
  }
  const target = column.further && column.own.property.targetMeta!.class;
  if (target && entities.plugins.some(({ data }) => data?.audited?.includes(target as never)))
    return [`${column.own.property.targetMeta!.className} holds personal or sealed data (data.audited).`];
  return [column.own, ...(column.further ? [column.further] : [])].flatMap(({ coordinate, rule }) => {
    const without = readersWithout(rule, entities.plugins);
    if (without.length === 0) return [];
    return [
      `readers of reports may not all see ${coordinate}: ${without.join(', ')}. Leave it out, or let core:report.read pass its rule.`,
    ];
  });
}

/**
 * The roles that read reports and do not pass the rule. Roles are compared and not permissions, because a role is held
 * as a whole over the same units and programs.
 */
function readersWithout(rule: AccessRule | undefined, plugins: readonly Plugin[]): string[] {
  return [...rolePermissions(plugins)]
    .filter(([, held]) => held.has('core:report.read') && !passes(rule, held))
    .map(([role]) => role)
    .sort();
}

function passes(rule: AccessRule | undefined, held: ReadonlySet<string>): boolean {
  switch (rule?.kind) {
    case 'public':
    case 'signedIn':
      return true;
    case 'permission':
      return held.has(rule.permission);
    case 'anyOf':
      return rule.rules.some((one) => passes(one, held));
    case 'allOf':
      return rule.rules.every((one) => passes(one, held));
    // On some objects only: a report would show it on all.
    case 'where':
    case undefined:
      return false;
  }
}

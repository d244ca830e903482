import { allow, type AccessRule } from '@phoihop/platform';

/**
 * Access rules of the fields that a report lists: whoever reads reports sees them there, also who sees nothing else of
 * the records. It opens no row and no other field.
 * @param read The rule of the type's other fields.
 * @param type Name of the GraphQL type.
 * @param fields What the list's columns begin with: `kind` for `kind.title`.
 * @returns A rule for each `Type.field`, to be spread into `access.fields`.
 * @example `...listedInReports(read, 'EnvironmentAction', ['unit', 'kind', 'heldOn'])`
 */
export function listedInReports<Type extends string, Field extends string>(
  read: AccessRule,
  type: Type,
  fields: readonly Field[],
): Readonly<Record<`${Type}.${Field}`, AccessRule>> {
  const rule = allow.anyOf(read, allow.permission('core:report.read'));
  return Object.fromEntries(fields.map((field) => [`${type}.${field}`, rule])) as Record<
    `${Type}.${Field}`,
    AccessRule
  >;
}

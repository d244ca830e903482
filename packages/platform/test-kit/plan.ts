import type { ColumnPlan, EntityPlan } from '../src/reading/entity-plan.js';

/** The plan of an entity that no database has: columns by name with their SQL types. */
export function planOf(
  columns: Readonly<Record<string, string | Partial<ColumnPlan>>>,
  rest: Partial<EntityPlan> = {},
): EntityPlan {
  const all = { id: 'bigint', ...columns };
  return {
    key: 'core.river',
    typeName: 'River',
    table: '"core"."river"',
    audited: false,
    columns: new Map(
      Object.entries(all).map(([property, given]) => [
        property,
        {
          property,
          column: property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          sqlType: typeof given === 'string' ? given : 'text',
          nullable: false,
          on: 'entity' as const,
          ...(typeof given === 'string' ? {} : given),
        },
      ]),
    ),
    ...rest,
  };
}

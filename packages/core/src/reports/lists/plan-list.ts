import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import { AdministrativeUnit } from '../../units/administrative-unit.js';
import type { ReportListDeclaration } from '../../programs/contribution.js';
import { fieldOf, metadataOf, propertyOf, tableOf, type Entities, type FoundField } from './list-fields.js';

/** How many rows a report shows at most where the list does not say. */
const MOST_ROWS = 500;

/** A list that a report can show: its columns, and the statement that reads them. */
export interface ListPlan {
  readonly key: string;
  readonly program: string;
  readonly maximum: number;
  readonly columns: ReportListDeclaration['columns'];
  /** Of `$1` the unit, `$2` and `$3` the first and the last day, and {@link ListPlan.values} after them. */
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** A column as it was found: a field of the row, or of what a field of the row refers to. */
export interface FoundColumn {
  readonly own: FoundField;
  readonly further?: FoundField;
}

/** Both steps of `kind.title`; what is missing where one leads nowhere. */
export function columnOf(
  entities: Entities,
  of: EntityMetadata,
  path: string,
): FoundColumn | { readonly missing: string; readonly at: EntityMetadata } {
  const [first, second] = path.split('.') as [string, string?];
  const own = fieldOf(entities, of, first);
  if (!own) return { missing: first, at: of };
  if (second === undefined) return { own };
  const target = own.property.targetMeta;
  const further = target && fieldOf(entities, target, second);
  return further ? { own, further } : { missing: second, at: target ?? of };
}

/** @param list A list whose names have been found to be right. */
export function planList(entities: Entities, list: ReportListDeclaration): ListPlan {
  const entity = entities.plugins
    .flatMap(({ id, data }) => (list.key.startsWith(`${id}.`) ? (data?.entities ?? []) : []))
    .find(({ name }) => name === list.entity)!;
  const meta = metadataOf(entities, entity);
  const column = (name: string): string => `listed."${columnName(propertyOf(meta, name)!)}"`;
  const day = column(list.day);
  const values: unknown[] = [];
  const conditions = Object.entries(list.where ?? {}).map(([name, wanted]) => {
    if (wanted === null) return `${column(name)} is null`;
    values.push((Array.isArray(wanted) ? wanted : [wanted]).map(String));
    return `${column(name)}::text = any ($${values.length + 3}::text[])`;
  });
  const cells = list.columns.map(({ field }) => cellOf(columnOf(entities, meta, field) as FoundColumn, day));
  const stood = (
    reach: string,
  ): string => `${reach}.own and ${reach}.valid_from <= greatest(${day}, core.tree_begins())
   and (${reach}.valid_to is null or ${reach}.valid_to > greatest(${day}, core.tree_begins()))`;
  const maximum = list.maximum ?? MOST_ROWS;
  // A row is of the report whose unit its own unit belonged to on the day of the row.
  const sql = `select array[${cells.map((cell) => `${cell}::text`).join(', ')}] as cells
  from ${tableOf(meta)} listed
  join core.unit_reach part on part.unit_id = ${column(list.unit)} and ${stood('part')}
  join core.unit_reach whole on whole.unit_id = $1 and ${stood('whole')} and part.path operator(public.<@) whole.path
 where ${[`${day} between $2::date and $3::date`, ...conditions].join(' and ')}
 order by ${day}, listed."id" limit ${maximum + 1}`;
  return { key: list.key, program: list.program, maximum, columns: list.columns, sql, values };
}

const columnName = ({ fieldNames }: EntityProperty): string => fieldNames[0]!;

/** What a cell says: the value itself, or that of what it refers to, as of the day where that changes. */
function cellOf({ own, further }: FoundColumn, day: string): string {
  const value = `listed."${columnName(own.property)}"`;
  if (!further) return value;
  if (!further.version)
    return `(select its."${columnName(further.property)}" from ${tableOf(own.property.targetMeta!)} its where its."id" = ${value})`;
  const { metadata, owner } = further.version;
  return `(select its."${columnName(further.property)}" from ${tableOf(metadata)} its
    where its."${columnName(owner)}" = ${value} and its.superseded_at is null
      and its.valid_from <= greatest(${day}, core.tree_begins())
      and (its.valid_to is null or its.valid_to > greatest(${day}, core.tree_begins())))`;
}

/** Whether a reference leads to the units of the country. */
export const leadsToUnits = (property: EntityProperty | undefined): boolean =>
  property?.targetMeta?.class === (AdministrativeUnit as unknown);

import { rowRule, type Narrowing, type RowRule } from '@phoihop/platform';
import { holdsLittle } from './scopes.js';

/** Where a row stands: its unit, its program, and the permissions that reach it. */
export interface UnitRows {
  /** Column that holds the administrative unit. */
  unit: string;
  /** A program id (`PRG-27`), or `{ column }` where each row has its own; missing for rows of no program. */
  program?: string | { column: string };
  /** Column of the organization that reported the row, whose people may always see it. */
  organization?: string;
  /** Permission to see; to add and change. Without `write` the serving role cannot write at all. */
  read: string;
  write?: string;
  /** Columns that may be changed; none for append-only tables. */
  updateColumns?: readonly string[];
  /** Whether the table grows with every report: see `Narrowing.large`. */
  large?: boolean;
  explanation: string;
}

/**
 * Row rule of rows that belong to a unit: seen by whoever holds `read` over the unit (or over what its lineage leads
 * into) and over the program, whatever the unit by whoever holds it over the whole country; changed by whoever holds
 * `write` over a unit that exists on the business date. The predicates use the functions of migrations 0002, 0011, 0017,
 * 0039 and 0042; the comment of 0002 says why reading asks for a set and writing not.
 */
export function unitRows(rows: UnitRows): RowRule {
  const see = seen(rows);
  const change =
    rows.write && `core.may_change(${literal(rows.write)}, ${rows.unit}, ${programOf(rows.program)})`;
  const own = rows.organization && ownOrganization(rows.organization);
  return rowRule({
    explanation: rows.explanation,
    select: { using: own ? `(${see} or ${own})` : see, narrowing: narrowing(rows) },
    insert: change ? { using: change } : 'never',
    update: change && rows.updateColumns?.length !== 0 ? { using: change } : 'never',
    delete: 'never',
    updateColumns: rows.updateColumns,
    permissions: [rows.read, ...(rows.write ? [rows.write] : [])],
  });
}

function seen({ unit, program, read }: UnitRows): string {
  const permission = literal(read);
  const asked = `${permission}, ${typeof program === 'string' ? literal(program) : 'null'}`;
  const inUnits = `(select core.sees_whole_country(${asked})) or ${unit} in (select seen from core.units_seen(${asked}) as seen)`;
  if (program === undefined || typeof program === 'string') return `(${inUnits})`;
  return `(${inUnits} or (${unit}, core.program_label(${program.column})) in
    (select seen.unit_id, seen.program from core.program_units_seen(${permission}) as seen))`;
}

/**
 * Whatever the program, the unit is one of the scopes', or the organization is one's own: two lookups, where the choice
 * of three sets above is none. For the units of a province at most: the nation's would be looked up one by one.
 */
const narrowing = ({ unit, organization, read, large }: UnitRows): Narrowing => ({
  applies: (caller) => holdsLittle(caller, read),
  column: unit,
  large,
  ways: (row) => [
    `${row}."${unit}" = any ((select core.units_within(${literal(read)}))::bigint[])`,
    ...(organization ? [ownOrganization(`${row}."${organization}"`)] : []),
  ],
});

const ownOrganization = (column: string): string =>
  `${column} = any ((select core.own_organizations())::bigint[])`;

function programOf(program: UnitRows['program']): string {
  if (program === undefined) return 'null';
  return typeof program === 'string' ? literal(program) : program.column;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

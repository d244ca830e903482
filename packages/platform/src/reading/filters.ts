import type { CustomFilter, ListOptions } from '../contract/reads.js';
import { ProblemError } from '../contract/problem.js';
import { checkFits, familyOf, parameterType } from './column-values.js';
import type { ColumnPlan, EntityPlan } from './entity-plan.js';
import { quote } from './entity-plan.js';
import { localId } from './global-id.js';
import type { ParameterList } from './parameters.js';

/** How a property can be filtered: decided once from its column. */
export type FilterShape = 'reference' | 'boolean' | 'date' | 'number' | 'anyOf';

const shapes = {
  boolean: 'boolean',
  date: 'date',
  timestamp: 'date',
  integer: 'number',
  decimal: 'number',
  uuid: 'anyOf',
  text: 'anyOf',
} as const;

/** @see ListOptions.filter */
export function filterShape(column: ColumnPlan): FilterShape {
  return column.references ? 'reference' : shapes[familyOf(column.sqlType)];
}

/** The names of the arguments one property becomes in a filter input. */
export function filterArguments(property: string, shape: FilterShape): string[] {
  if (shape === 'date') return [`${property}From`, `${property}To`];
  if (shape === 'number') return [`${property}Min`, `${property}Max`];
  return [property];
}

/** A column as it is written in a statement: on the entity's table `t` or its version `v`. */
export const aliased = ({ on, column, computed }: ColumnPlan): string =>
  computed ? `(${computed('t', 'v')})` : `${on === 'version' ? 'v' : 't'}.${quote(column)}`;

/** What a reference points at: the GraphQL type its ids are of, and the table its rows are in. */
export interface FilterTarget {
  readonly typeName: string;
  readonly table: string;
}

type Given = Readonly<Record<string, unknown>>;

/**
 * SQL conditions of a `filter` argument: which there are depends on what is given, their values are parameters.
 * @param given What is given now; parameters read it again, from what is given then.
 * @param targetOf What an entity class is, for ids of it.
 * @param asOf Writes the SQL of the date the list is read as of, where a filter needs it.
 * @throws ProblemError BAD_USER_INPUT on an id of another type.
 */
export function filterConditions(
  plan: EntityPlan,
  options: Pick<ListOptions, 'filter' | 'filters'>,
  given: Given,
  parameters: ParameterList<Given>,
  targetOf: (entity: string) => FilterTarget,
  asOf: () => string,
): string[] {
  const conditions: string[] = [];
  for (const property of options.filter ?? []) {
    const column = plan.columns.get(property)!;
    conditions.push(...propertyConditions(column, given, parameters, targetOf));
  }
  for (const [name, filter] of Object.entries(options.filters ?? {})) {
    if (given[name] === undefined || given[name] === null) continue;
    conditions.push(customCondition(name, filter, parameters, asOf));
  }
  return conditions;
}

const datePlace = ':asOf:';

function customCondition(
  name: string,
  filter: CustomFilter,
  parameters: ParameterList<Given>,
  asOf: () => string,
): string {
  const read = filter.parameter ?? ((value: unknown) => value);
  const parameter = parameters.from((given) => read(given[name]));
  // PostgreSQL refuses a parameter that no text refers to: the date is added only where the filter uses it.
  const written = filter.sql('t', parameter, datePlace);
  return written.includes(datePlace) ? written.replaceAll(datePlace, asOf()) : written;
}

function propertyConditions(
  column: ColumnPlan,
  given: Given,
  parameters: ParameterList<Given>,
  targetOf: (entity: string) => FilterTarget,
): string[] {
  const { property, sqlType } = column;
  const shape = filterShape(column);
  const target = aliased(column);
  const names = filterArguments(property, shape).filter(
    (name) => given[name] !== undefined && given[name] !== null,
  );
  return names.map((name) => {
    switch (shape) {
      case 'reference':
        return `${target} = ${visible(targetOf(column.references!), name, parameters)}`;
      case 'boolean':
        return `${target} = ${parameters.from((filter) => filter[name], 'boolean')}`;
      case 'anyOf': {
        const values = parameters.from(
          (filter) => anyOfValues(column, filter[name], name),
          `${parameterType(sqlType)}[]`,
        );
        return `${target} = any(${values})`;
      }
      default: {
        const operator = /(From|Min)$/.test(name) ? '>=' : '<=';
        const bound = parameters.from(
          (filter) => fitting(column, filter[name], `filter.${name}`),
          parameterType(sqlType),
        );
        return `${target} ${operator} ${bound}`;
      }
    }
  });
}

/**
 * The id of a row that the caller may see, else null: a row that refers to a hidden one would else tell that it exists.
 */
function visible({ typeName, table }: FilterTarget, name: string, parameters: ParameterList<Given>): string {
  const id = parameters.from((given) => localId(typeName, String(given[name]), `filter.${name}`), 'bigint');
  return `(select seen."id" from ${table} seen where seen."id" = ${id})`;
}

function anyOfValues(column: ColumnPlan, value: unknown, name: string): unknown[] {
  const values = Array.isArray(value) ? value : [value];
  if (values.length > 200) {
    throw new ProblemError('LIMIT_EXCEEDED', { limit: `filter.${name}`, given: values.length, allowed: 200 });
  }
  for (const one of values) checkFits(column, one, `filter.${name}`);
  return values;
}

/** @throws ProblemError BAD_USER_INPUT */
function fitting(column: ColumnPlan, value: unknown, field: string): unknown {
  checkFits(column, value, field);
  return value;
}

import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
} from 'graphql';
import { typeOfId } from '../../access/plausible.js';
import { programPromises } from '../../access/programs/index.js';
import type { Cursors } from './cursors.js';
import { days, remoteDays } from './dates.js';
import type { Eyes } from './eyes.js';
import { FilterValues } from './filter-values.js';
import type { Graph } from './graph.js';
import { cursorOrder, ordersOf } from './list-order.js';
import type { Random } from './random.js';
import { StoredValues, type Hint } from './stored-values.js';

/** Values of arguments as JSON has them. */
export interface ChosenArguments {
  readonly values: Record<string, unknown>;
  /** How many rows there can be; 1 where it is no list. */
  readonly rows: number;
  /** The type of the object asked for by `node`. */
  readonly about?: string;
}

/** What answers of code are asked about, where it is no row of their own type. */
const askedOf: Readonly<Record<string, string>> = Object.assign(
  { LatenessSummary: 'Obligation', AllocationRow: 'Target' },
  ...programPromises.map((promises) => promises.askedOf),
);

const usualPage = 50;
const pageWeights: Readonly<Record<number, number>> = { 0: 0.3, 1: 1, 3: 4, 20: 4, [usualPage]: 2 };

/** Chooses what a field is asked with. */
export class ArgumentValues {
  readonly #stored: StoredValues;
  readonly #filters: FilterValues;

  constructor(
    private readonly graph: Graph,
    private readonly eyes: Eyes,
    private readonly random: Random,
    private readonly cursors: Cursors,
  ) {
    this.#stored = new StoredValues(graph, eyes.samples);
    this.#filters = new FilterValues(graph, eyes, random);
  }

  /** @param room How many rows there may be. */
  choose(coordinate: string, field: GraphQLField<unknown, unknown>, room: number): ChosenArguments {
    const row = this.graph.rowTypeOfPage(getNamedType(field.type));
    return row ? this.#page(coordinate, field, row.name, room) : this.#others(field);
  }

  #page(
    coordinate: string,
    field: GraphQLField<unknown, unknown>,
    rowType: string,
    room: number,
  ): ChosenArguments {
    const { random } = this;
    const values: Record<string, unknown> = {};
    const rows = random.weighted([20, 3, 1, 0, usualPage], (one) => (one <= room ? pageWeights[one]! : 0));
    if (rows !== usualPage || random.chance(0.3)) values['first'] = rows;
    const filter = getNamedType(field.args.find(({ name }) => name === 'filter')?.type);
    if (isInputObjectType(filter) && random.chance(0.4))
      values['filter'] = this.#filters.choose(coordinate, filter, rowType);
    const orders = ordersOf(field, this.eyes);
    if (orders.length > 0 && random.chance(0.5)) values['orderBy'] = random.pick(orders);
    const order = cursorOrder(this.graph, coordinate, rowType, values['orderBy'] as string, this.eyes);
    const cursors = order === undefined ? [] : this.cursors.of(order);
    if (cursors.length > 0 && random.chance(0.2)) values['after'] = random.pick(cursors);
    if (field.args.some(({ name }) => name === 'asOf') && random.chance(0.4)) values['asOf'] = this.#day();
    return { values, rows };
  }

  #others(field: GraphQLField<unknown, unknown>): ChosenArguments {
    const hint = this.#hintFor(field);
    const values: Record<string, unknown> = {};
    for (const argument of field.args) {
      const required = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (!required && !this.random.chance(0.4)) continue;
      const value = this.#value(argument, hint);
      if (value !== undefined) values[argument.name] = value;
    }
    if (field.args.some(({ name }) => name === 'unitGroup')) this.#chooseUnitOrGroup(field, values, hint);
    this.#chooseSpan(field, values);
    return { values, rows: 1, ...(hint && { about: hint.type }) };
  }

  /** A span of days begins before it ends, and is not asked for beside a year. */
  #chooseSpan(field: GraphQLField<unknown, unknown>, values: Record<string, unknown>): void {
    if (!field.args.some(({ name }) => name === 'from')) return;
    if (values['year'] !== undefined || (values['from'] === undefined) !== (values['to'] === undefined)) {
      delete values['from'];
      delete values['to'];
    }
    const [from, to] = [values['from'], values['to']] as [string | undefined, string | undefined];
    if (from !== undefined && to !== undefined && from > to) Object.assign(values, { from: to, to: from });
  }

  /** A figure is asked for of a unit or of a group of units, of one of the two. */
  #chooseUnitOrGroup(
    field: GraphQLField<unknown, unknown>,
    values: Record<string, unknown>,
    hint: Hint | undefined,
  ): void {
    const [chosen, other] = this.random.chance(0.8) ? ['unit', 'unitGroup'] : ['unitGroup', 'unit'];
    delete values[other!];
    const argument = field.args.find(({ name }) => name === chosen)!;
    values[chosen!] ??= this.#value(argument, hint);
  }

  /** The row that is asked for, or one whose facts are asked for. */
  #hintFor(field: GraphQLField<unknown, unknown>): Hint | undefined {
    const { random } = this;
    const names = new Set(field.args.map(({ name }) => name));
    const returned = getNamedType(field.type).name;
    const candidates =
      returned === 'Node'
        ? [...this.eyes.samples.keys()].filter((type) => this.eyes.mayRead(`${type}.id`))
        : names.has('insurance')
          ? ['SocialInsuranceCoverageSnapshot']
          : names.has('indicator')
            ? ['DataValue']
            : // How punctual a unit was is asked of one that owed something, what was handed down of one with a target.
              [askedOf[returned] ?? returned];
    const there = candidates.filter((type) => this.#stored.rows(type).length > 0);
    if (there.length === 0) return undefined;
    const type = random.pick(there);
    return { type, row: random.pick(this.#stored.rows(type)) };
  }

  #value(argument: GraphQLArgument, hint: Hint | undefined): unknown {
    const { random } = this;
    const type = getNamedType(argument.type);
    if (argument.name === 'id') return hint && this.#stored.id(hint);
    const said =
      hint &&
      (this.#stored.of(hint, argument.name, argument.type) ??
        this.#stored.of(hint, `${argument.name}Key`, argument.type));
    if (isInputObjectType(type)) return this.#period(hint);
    if (isEnumType(type))
      return random.chance(0.3) || said === undefined ? random.pick(type.getValues()).name : said;
    if (type.name === 'Date') return this.#day();
    if (type.name === 'Boolean') return random.chance(0.5);
    if (type.name === 'Int') return argument.name === 'year' ? 2021 : random.pick([1, 3, 5, 20]);
    // The cursor of a list that is no connection: chance makes none.
    if (argument.name === 'after') return undefined;
    if (type.name === 'ID') return this.#above(argument, hint) ?? said ?? this.#id(argument.name);
    return said ?? this.#anyText(argument.name);
  }

  #id(argument: string): string | undefined {
    const type = typeOfId(argument);
    const rows = this.#stored.rows(type);
    return rows.length > 0 ? this.#stored.id({ type, row: this.random.pick(rows) }) : undefined;
  }

  /** At times not the unit that has figures, but the one above it, whose figures are theirs together. */
  #above(argument: GraphQLArgument, hint: Hint | undefined): unknown {
    if (argument.name !== 'unit' || !hint || !this.random.chance(0.4)) return undefined;
    const unit = this.#stored.referred(hint, 'unit');
    return unit && this.#stored.of(unit, 'parent', argument.type);
  }

  /** A period by id, or by calendar and key. */
  #period(hint: Hint | undefined): unknown {
    const rows = this.#stored.rows('Period');
    const known = hint && this.#stored.referred(hint, 'period');
    if (!known && rows.length === 0) return { calendar: 'MONTH', key: '2021-09' };
    const period = known ?? { type: 'Period', row: this.random.pick(rows) };
    if (this.random.chance(0.4)) return { id: this.#stored.id(period) };
    return { calendar: period.row['calendarKey'], key: period.row['key'] };
  }

  #anyText(argument: string): string | undefined {
    const type = typeOfId(argument);
    const rows = this.#stored.rows(type);
    if (rows.length === 0) return argument === 'disaggregation' ? '' : 'X-99';
    const row = this.random.pick(rows);
    return String(row['key'] ?? row['code'] ?? 'X-99');
  }

  #day(): string {
    return this.random.chance(0.04) ? this.random.pick(remoteDays) : this.random.pick(days);
  }
}

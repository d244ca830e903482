import { isListType, getNullableType, type GraphQLInputField, type GraphQLInputObjectType } from 'graphql';
import { days } from './dates.js';
import type { Eyes } from './eyes.js';
import type { Graph } from './graph.js';
import type { Random } from './random.js';
import { StoredValues, type Hint } from './stored-values.js';
import { typeOfId } from '../../access/plausible.js';

/** Values for filters, mostly of a row that is there, so that the filtered list has one. */
export class FilterValues {
  readonly #stored: StoredValues;

  constructor(
    private readonly graph: Graph,
    private readonly eyes: Eyes,
    private readonly random: Random,
  ) {
    this.#stored = new StoredValues(graph, eyes.samples);
  }

  /** @param coordinate The list that is filtered. */
  choose(coordinate: string, filter: GraphQLInputObjectType, rowType: string): Record<string, unknown> {
    const { random } = this;
    const rows = this.#stored.rows(rowType);
    const hint = rows.length > 0 ? { type: rowType, row: random.pick(rows) } : undefined;
    const allowed = Object.values(filter.getFields()).filter(({ name }) =>
      this.eyes.mayGive(`${filter.name}.${name}`),
    );
    const chosen = random.several(allowed, random.pick([1, 1, 1, 2, 2, 3]), () => 1);
    const values: Record<string, unknown> = {};
    for (const field of chosen) {
      const value = this.#value(coordinate, field, hint);
      if (value !== undefined) values[field.name] = value;
    }
    return values;
  }

  #value(coordinate: string, field: GraphQLInputField, hint: Hint | undefined): unknown {
    const property = (this.graph.declared(coordinate)?.filter ?? []).find((one) =>
      [one, `${one}From`, `${one}To`, `${one}Min`, `${one}Max`].includes(field.name),
    );
    if (property === undefined) return this.#custom(field, hint);
    if (!hint) return undefined;
    const value = this.#stored.of(hint, property, field.type);
    if (value === undefined || !isListType(getNullableType(field.type))) return value;
    return this.#oneOrMore(value, hint, property, field);
  }

  /** A list of one, of two, or the value itself, which stands for a list of one. */
  #oneOrMore(value: unknown, hint: Hint, property: string, field: GraphQLInputField): unknown {
    const { random } = this;
    if (random.chance(0.15)) return value;
    if (random.chance(0.5)) return [value];
    const row = random.pick(this.#stored.rows(hint.type));
    return [value, this.#stored.of({ ...hint, row }, property, field.type) ?? value];
  }

  /** Filters that an author wrote in SQL: by the type of value they take. */
  #custom(field: GraphQLInputField, hint: Hint | undefined): unknown {
    const { random } = this;
    const type = String(getNullableType(field.type));
    if (type === 'Boolean') return random.chance(0.7);
    if (type === 'Date') return random.pick(days);
    if (type === 'ID') {
      const target = field.name === 'under' ? 'AdministrativeUnit' : typeOfId(field.name);
      const rows = this.#stored.rows(target);
      return rows.length > 0 ? this.#stored.id({ type: target, row: random.pick(rows) }) : undefined;
    }
    return type === 'String' && hint ? this.#wordOf(hint) : undefined;
  }

  /** A word of one of a row’s texts: what somebody would search for. */
  #wordOf({ row }: Hint): string {
    const texts = Object.values(row).filter(
      (value): value is string => typeof value === 'string' && /\p{L}{2}/u.test(value),
    );
    const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => word.length > 1);
    return words.length > 0 ? this.random.pick(words) : 'a';
  }
}

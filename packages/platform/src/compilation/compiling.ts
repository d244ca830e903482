import {
  Kind,
  getNamedType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { Composition } from '../composition/compose.js';
import type { Locale } from '../contract/translated.js';
import type { Availability } from '../execution/lifecycle.js';
import type { Wiring } from '../execution/wire.js';
import type { EntityPlan } from '../reading/entity-plan.js';
import { planFor } from '../reading/read-model.js';
import type { ArgumentValues, Bound } from './bound.js';
import { LateParameters } from './late-parameters.js';
import { NotCompiled, type Guard, type Hole, type Inner, type Work } from './plan.js';
import { quoteText } from './quote-text.js';
import { selectedOn, type Selected, type Selecting } from './selected-fields.js';

/** What operations are compiled for: the same for all requests of a process. */
export interface CompilerParts {
  readonly composition: Composition;
  readonly wiring: Wiring;
  readonly availability: Availability;
  /** Tables, quoted, of which everybody sees every row. */
  readonly openTables: ReadonlySet<string>;
}

/** For whom: a plan is for one set of rights and one language. */
export interface CompilerRights {
  readonly flags: Uint8Array;
  readonly locale: Locale;
  /** Entities of which the caller sees so few rows that lists say so, by {@link EntityPlan.key}; always in one order. */
  readonly narrow: readonly string[];
}

/** A part of the answer: SQL whose value is its JSON, and what is left to do with it. */
export interface Compiled {
  readonly sql: string;
  readonly work: Work | null;
}

/** The arguments of a field: those of the request it is compiled for, and how to read them from any other. */
export interface FieldArguments {
  readonly now: ArgumentValues;
  readonly of: (bound: Bound) => ArgumentValues;
}

/** PostgreSQL cuts longer names. */
const longestName = 63;

/** One statement being written, with all that is noted on the way. */
export class Compiling {
  readonly p = new LateParameters();
  readonly tables = new Set<string>();
  readonly coordinates = new Set<string>();
  readonly guards: Guard[] = [];
  /** Whether a table is read of which row security shows some rows only. */
  needsSession = false;
  /** Whether it lists a table in which one filter finds a few rows and another millions: each is planned by itself. */
  valuesDecide = false;
  /** Whether it is true of all requests of this shape, and not only of the one it is compiled for. */
  cacheable = true;
  #levels = 0;

  constructor(
    readonly parts: CompilerParts,
    readonly rights: CompilerRights,
    readonly selecting: Selecting,
    readonly bound: Bound,
  ) {}

  nextAlias(): string {
    return `r${this.#levels++}`;
  }

  plan(entity: string): EntityPlan {
    return planFor(this.parts.composition.readModel, entity);
  }

  /** The entity behind an object type. */
  entityOf(type: string): EntityPlan | undefined {
    const entity = this.parts.composition.entityOfType.get(type);
    return entity === undefined ? undefined : this.plan(entity);
  }

  /** Notes that a table is read. */
  reads(table: string): void {
    this.tables.add(table);
    if (!this.parts.openTables.has(table)) this.needsSession = true;
  }

  readsRowsOf({ table, version }: EntityPlan): void {
    this.reads(table);
    if (version) this.reads(version.table);
  }

  /**
   * Writes what is selected on an object type.
   * @param produce The value of a field that the caller may have, or nothing where its resolver must give it.
   * @returns The columns of a row that is the object, and what is left to do with it.
   */
  selection(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    produce: (field: SelectedField) => Compiled | null,
  ): { columns: string[]; holes: Hole[]; inner: Inner[] } {
    const [columns, holes, inner]: [string[], Hole[], Inner[]] = [[], [], []];
    for (const selected of selectedOn(this.selecting, type, sets)) {
      const { key, nodes } = selected;
      if (Buffer.byteLength(key) > longestName) throw new NotCompiled(`${key} is too long a name`);
      const name = nodes[0]!.name.value;
      if (name === '__typename') {
        columns.push(`${quoteText(type.name)}::text as "${key}"`);
        continue;
      }
      const field = type.getFields()[name];
      // Introspection beside data.
      if (!field) throw new NotCompiled(`${type.name}.${name} is not a field of the graph’s own`);
      const coordinate = `${type.name}.${name}`;
      this.coordinates.add(coordinate);
      const args = this.#admitted(coordinate, field, nodes[0]!);
      const made = args && produce({ ...selected, name, coordinate, field, args });
      columns.push(`${made ? made.sql : 'null::text'} as "${key}"`);
      if (!made) holes.push({ key, coordinate, field, nodes });
      else if (made.work) inner.push({ key, type: field.type, nodes, work: made.work });
    }
    return { columns, holes, inner };
  }

  /** The arguments of a field that the caller may have now; nothing where its resolver will refuse it. */
  #admitted(
    coordinate: string,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
  ): FieldArguments | null {
    const { composition, wiring, availability } = this.parts;
    const { flags } = this.rights;
    const { entrance, checkArguments } = wiring.get(coordinate)!;
    if (!flags[composition.rules.indexOf(coordinate)!]) return null;
    if (entrance && availability(entrance)) return null;
    const varies = (node.arguments ?? []).some(({ value }) => hasVariable(value));
    const of = (bound: Bound): ArgumentValues => bound.argumentsOf(field, node);
    const refused = (bound: Bound): boolean => checkArguments?.(of(bound), flags) !== undefined;
    try {
      const now = of(this.bound);
      if (refused(this.bound)) return this.#ofThisRequest();
      if (!varies) return { now, of: () => now };
      if (checkArguments) {
        this.guards.push((bound) => {
          if (refused(bound)) throw new NotCompiled(`${coordinate} is refused`);
        });
      }
      return { now, of };
    } catch {
      return this.#ofThisRequest();
    }
  }

  /** What is wrong with the arguments is wrong with those of this request only. */
  #ofThisRequest(): null {
    this.cacheable = false;
    return null;
  }

  /**
   * Reads what an argument says for the first time: what is wrong with it is its resolver's to tell.
   * @returns nothing where there is something wrong.
   */
  attempt<T>(read: () => T): T | null {
    try {
      return read();
    } catch {
      return this.#ofThisRequest();
    }
  }
}

/** A selected field that the caller may have. */
export interface SelectedField extends Selected {
  readonly name: string;
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: FieldArguments;
}

/** What is left to do with an object, or nothing. */
export function workOf(
  type: GraphQLObjectType,
  { holes, inner }: Pick<Work, 'holes' | 'inner'>,
  carries: Partial<Pick<Work, 'row' | 'audited'>> = {},
): Work | null {
  const { row = null, audited = null } = carries;
  return holes.length > 0 || inner.length > 0 || audited ? { type, row, audited, holes, inner } : null;
}

/** The named object type of a field. */
export const objectOf = ({ type }: GraphQLField<unknown, unknown>): GraphQLObjectType =>
  getNamedType(type) as GraphQLObjectType;

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  return value.kind === Kind.OBJECT && value.fields.some(({ value: inner }) => hasVariable(inner));
}

import {
  Kind,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type SelectionNode,
} from 'graphql';
import { ArgumentValues } from './argument-values.js';
import type { Coverage } from './coverage.js';
import type { Cursors } from './cursors.js';
import type { Draft } from './draft.js';
import type { Eyes } from './eyes.js';
import type { Graph } from './graph.js';
import { name } from './nodes.js';
import type { Random } from './random.js';
import { spellArguments } from './spelled-arguments.js';
import { Spelling } from './spelling.js';
import { wrongValue } from './wrong-values.js';

/** How much there may still be below a place. */
export interface Room {
  /** Levels of fields. */
  readonly depth: number;
  /** Rows of each list, for each row above it. */
  readonly rows: number;
}

/** What an operation is after, besides reading. */
export interface Intent {
  /** Whether fields are asked for that the caller may not read: only those that may be null. */
  readonly curious: boolean;
}

/** The names that are taken at one place of the answer. */
type Taken = Set<string>;

const mostFields = 45;
const mostAliases = 28;

/** Writes selections, leaning on what has not been reached. */
export class SelectionWriter {
  readonly #arguments: ArgumentValues;
  readonly #spelling: Spelling;
  readonly #noveltyOf = new Map<GraphQLObjectType, number>();

  constructor(
    private readonly graph: Graph,
    private readonly eyes: Eyes,
    private readonly coverage: Coverage,
    private readonly random: Random,
    private readonly draft: Draft,
    private readonly cursors: Cursors,
    private readonly intent: Intent,
  ) {
    this.#arguments = new ArgumentValues(graph, eyes, random, cursors);
    this.#spelling = new Spelling(graph, draft, random);
  }

  /** A field of the root. */
  rootField(field: GraphQLField<unknown, unknown>, taken: Taken, room: Room): SelectionNode[] {
    return this.#field(this.graph.schema.getQueryType()!, field, taken, room);
  }

  #below(
    type: GraphQLObjectType | GraphQLInterfaceType,
    taken: Taken,
    room: Room,
    about?: string,
  ): SelectionNode[] {
    if (isInterfaceType(type)) return this.#ofNode(taken, room, about);
    if (this.graph.rowTypeOfPage(type)) return this.#ofPage(type, taken, room);
    const fields = this.#chosenFields(type, room);
    const selections = fields.flatMap((field) => this.#field(type, field, taken, room));
    if (this.random.chance(0.3)) selections.push(this.#typename(taken));
    if (selections.length === 0) selections.push(this.#typename(taken));
    return this.#spelling.dress(selections, type, taken);
  }

  /** An interface: what all have, and fragments on the type it is of and on others. */
  #ofNode(taken: Taken, room: Room, about: string | undefined): SelectionNode[] {
    const typename: FieldNode = { kind: Kind.FIELD, name: name('__typename') };
    const selections: SelectionNode[] = [typename];
    if (this.random.chance(0.6)) selections.push({ kind: Kind.FIELD, name: name('id') });
    const others = [...this.graph.composition.entityOfType.keys()].filter((type) => type !== about);
    const types = [...(about ? [about] : []), ...this.random.several(others, this.random.below(3), () => 1)];
    for (const of of types) {
      const type = this.graph.schema.getType(of) as GraphQLObjectType;
      const within = this.#below(type, taken, of === about ? room : { ...room, depth: 1 });
      selections.push(this.#spelling.onType(type.name, within));
    }
    return selections;
  }

  #ofPage(type: GraphQLObjectType, taken: Taken, room: Room): SelectionNode[] {
    const { random } = this;
    const fields = type.getFields();
    const chosen: string[] = [];
    const way = random.next();
    if (way < 0.62 || way > 0.9) chosen.push('nodes');
    if (way >= 0.62 && way < 0.97) chosen.push('edges');
    if (random.chance(0.35)) chosen.push('pageInfo');
    if (random.chance(0.35)) chosen.push('totalCount');
    return random
      .several(chosen, chosen.length, () => 1)
      .flatMap((one) => this.#field(type, fields[one]!, taken, room));
  }

  #chosenFields(type: GraphQLObjectType, room: Room): GraphQLField<unknown, unknown>[] {
    const { random } = this;
    const all = Object.values(type.getFields()).filter((field) => this.#mayAsk(type, field));
    const isLeaf = ({ type: of }: GraphQLField<unknown, unknown>) => isLeafType(getNamedType(of));
    const leaves = random.several(all.filter(isLeaf), 1 + random.below(4), (field) =>
      this.#weight(type, field),
    );
    const full = this.draft.fields > mostFields;
    const deep = all.filter((field) => !isLeaf(field) && this.#fits(field, room));
    const wanted = full
      ? 0
      : random.pick(room.depth > 9 ? [1, 1, 2, 3] : room.depth > 5 ? [0, 1, 1, 2] : [0, 0, 1]);
    const nested = random.several(deep, wanted, (field) => this.#weight(type, field));
    return random.several([...leaves, ...nested], leaves.length + nested.length, () => 1);
  }

  #fits(field: GraphQLField<unknown, unknown>, room: Room): boolean {
    return room.depth >= (this.graph.rowTypeOfPage(getNamedType(field.type)) ? 4 : 2);
  }

  /** A caller who is curious asks for what may be refused without harm to the rest. */
  #mayAsk(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
    if (this.eyes.mayRead(`${type.name}.${field.name}`)) return true;
    return this.intent.curious && !isNonNullType(field.type) && this.random.chance(0.5);
  }

  /** A field that leads to what has not been reached weighs as if it had not been reached itself. */
  #weight(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): number {
    const coordinate = `${type.name}.${field.name}`;
    // Who is curious looks for what is not theirs.
    if (!this.eyes.mayRead(coordinate)) return 6;
    const own = 0.15 + this.coverage.novelty(coordinate);
    return own + this.noveltyBelow(field) / 3;
  }

  /** How many fields of what a field leads to have never been answered. */
  noveltyBelow(field: GraphQLField<unknown, unknown>): number {
    const named = getNamedType(field.type);
    const type = this.graph.rowTypeOfPage(named) ?? named;
    if (!isObjectType(type)) return 0;
    const known = this.#noveltyOf.get(type);
    if (known !== undefined) return known;
    const novel = Object.keys(type.getFields())
      .map((its) => `${type.name}.${its}`)
      .filter((coordinate) => this.coverage.timesAnswered(coordinate) === 0 && this.eyes.mayRead(coordinate));
    this.#noveltyOf.set(type, novel.length);
    return novel.length;
  }

  /** A field, at times twice: under two names with other arguments, or once more with other things below it. */
  #field(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    taken: Taken,
    room: Room,
  ): SelectionNode[] {
    const first = this.#once(type, field, taken, room);
    if (!first) return [];
    const isStructure = !this.graph.isRow(type);
    if (isStructure && type.name !== 'Query') return [first.node];
    const again = this.random.chance(field.args.length > 0 ? 0.14 : 0.06) && this.draft.aliases < mostAliases;
    if (again) {
      const second = this.#once(type, field, taken, { ...room, depth: Math.min(room.depth, 5) });
      return second ? [first.node, second.node] : [first.node];
    }
    const merged =
      first.taken && this.random.chance(0.08) ? this.#merged(field, first.node, first.taken) : [];
    return [first.node, ...merged];
  }

  #once(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    taken: Taken,
    room: Room,
  ): { node: FieldNode; taken?: Taken } | undefined {
    const coordinate = `${type.name}.${field.name}`;
    const alias = this.#responseName(type, field, taken);
    if (alias === null) return undefined;
    this.coverage.chosen(coordinate);
    this.draft.fields += 1;
    const chosen = this.#arguments.choose(coordinate, field, room.rows);
    const written = spellArguments(
      field.args,
      this.#withWrong(field, chosen.values),
      this.draft,
      this.random,
    );
    const node: FieldNode = {
      kind: Kind.FIELD,
      name: name(field.name),
      ...(alias && { alias: name(alias) }),
      arguments: written,
      directives: type.name === 'Query' ? [] : this.#spelling.directives(),
    };
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return { node };
    const below: Taken = new Set();
    const rows = Math.max(1, Math.floor(room.rows / Math.max(1, chosen.rows)));
    const selections = this.#below(
      inner as GraphQLObjectType | GraphQLInterfaceType,
      below,
      { depth: room.depth - 1, rows },
      chosen.about,
    );
    return { node: { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } }, taken: below };
  }

  /** The same field with the same arguments once more: what is below both is one object in the answer. */
  #merged(field: GraphQLField<unknown, unknown>, node: FieldNode, taken: Taken): SelectionNode[] {
    const inner = getNamedType(field.type);
    if (!isObjectType(inner) || !this.graph.isRow(inner) || (node.directives?.length ?? 0) > 0) return [];
    const selections = this.#below(inner, taken, { depth: 1, rows: 1 });
    return [{ ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
  }

  /** An alias, '' for none, or null where the field cannot be asked for here any more. */
  #responseName(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, taken: Taken): string | null {
    const { random, draft } = this;
    const wanted = taken.has(field.name) || random.chance(0.06);
    if (!wanted) {
      taken.add(field.name);
      return '';
    }
    if (draft.aliases >= mostAliases) return null;
    // The name of another field: whoever forgets which is which answers with the wrong one.
    const swapped = random.chance(0.3) ? random.pick(Object.keys(type.getFields())) : undefined;
    const alias = swapped !== undefined && !taken.has(swapped) ? (draft.alias(), swapped) : draft.alias();
    taken.add(alias);
    return alias;
  }

  #typename(taken: Taken): FieldNode {
    const aliased = this.random.chance(0.15) && this.draft.aliases < mostAliases;
    if (!aliased) return { kind: Kind.FIELD, name: name('__typename') };
    const alias = this.draft.alias();
    taken.add(alias);
    return { kind: Kind.FIELD, name: name('__typename'), alias: name(alias) };
  }

  #withWrong(
    field: GraphQLField<unknown, unknown>,
    values: Record<string, unknown>,
  ): Record<string, unknown> {
    if (this.draft.wrongs === 0 || field.args.length === 0 || !this.random.chance(0.6)) return values;
    const argument = this.random.pick(field.args);
    const wrong = wrongValue(argument, values[argument.name] ?? null, this.random, this.cursors);
    if (wrong === undefined) return values;
    this.draft.wrongs -= 1;
    return { ...values, [argument.name]: wrong };
  }
}

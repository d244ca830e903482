import {
  Kind,
  getNamedType,
  isLeafType,
  isNonNullType,
  parse,
  print,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { defaultLimits, limitRules } from '@phoihop/platform/engine';
import { AimedOperations } from './aimed.js';
import type { Coverage } from './coverage.js';
import type { Cursors } from './cursors.js';
import { documentOf } from './document-of.js';
import { Draft } from './draft.js';
import type { Eyes } from './eyes.js';
import type { Graph } from './graph.js';
import { name } from './nodes.js';
import type { GeneratedOperation, Intention } from './operation.js';
import type { Random } from './random.js';
import { SelectionWriter, type Room } from './selection-writer.js';

const rules = [...specifiedRules, ...limitRules(defaultLimits)];
const start: Room = { depth: 13, rows: 50 };

/** Makes operations, one after the other, all from one seed. */
export class Generator {
  made = 0;
  /** How many documents were not valid and were thrown away. */
  invalid = 0;
  readonly #aimed: AimedOperations;
  /** Fields that must not be null and that somebody may not read, where they can be asked for. */
  readonly #refusable = new Map<Eyes, readonly string[]>();

  constructor(
    private readonly graph: Graph,
    private readonly askers: readonly Eyes[],
    private readonly coverage: Coverage,
    private readonly cursors: Cursors,
    private readonly random: Random,
  ) {
    this.#aimed = new AimedOperations(graph, askers, cursors, random);
  }

  next(): GeneratedOperation {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const made = this.#try();
      if (made) return made;
    }
    throw new Error('Two hundred attempts at a valid document have failed: the generator is broken.');
  }

  #try(): GeneratedOperation | undefined {
    const { random } = this;
    const eyes = random.weighted(this.askers, ({ samples }) => 1 + Math.min(samples.size / 12, 3));
    const intent = random.weighted<Intention>(
      ['reads', 'curious', 'refused', 'wrong'],
      (one) => ({ reads: 77, curious: 10, refused: 6, wrong: 7 })[one],
    );
    if (intent === 'refused') return this.#refused(eyes);
    const draft = new Draft();
    if (intent === 'wrong') draft.wrongs = 1;
    const written = this.#selections(eyes, intent, draft);
    if (written.length === 0) return undefined;
    // Written and read again: what runs is what a client could have sent.
    const document = parse(print(documentOf(draft, written)));
    if (!isAllowed(this.graph, document)) {
      this.invalid += 1;
      return undefined;
    }
    const number = (this.made += 1);
    return {
      number,
      document,
      variables: draft.variables,
      eyes,
      locale: random.chance(0.5) ? 'vi' : 'en',
      intent,
    };
  }

  /** An operation that asks for a field that must not be null and may not be read: it is refused as a whole. */
  #refused(eyes: Eyes): GeneratedOperation | undefined {
    const candidates = this.#refusable.get(eyes) ?? this.#strictAndDenied(eyes);
    this.#refusable.set(eyes, candidates);
    if (candidates.length === 0) return undefined;
    const aimed = this.#aimed.behindInterface(eyes, this.random.pick(candidates), this.made + 1);
    if (!aimed) return undefined;
    this.made += 1;
    return aimed;
  }

  #strictAndDenied(eyes: Eyes): string[] {
    const { schema, composition, fields } = this.graph;
    return fields.filter((coordinate) => {
      const { type, args } = fieldAt(schema, coordinate);
      const isRow = composition.entityOfType.has(coordinate.split('.')[0]!);
      const isPlain = isNonNullType(type) && isLeafType(getNamedType(type)) && args.length === 0;
      return isRow && isPlain && !eyes.mayRead(coordinate);
    });
  }

  #selections(eyes: Eyes, intent: Intention, draft: Draft): SelectionNode[] {
    const { random, graph } = this;
    const query = graph.schema.getQueryType()!;
    const writer = new SelectionWriter(graph, eyes, this.coverage, random, draft, this.cursors, {
      curious: intent === 'curious',
    });
    const may = ({ name: its }: GraphQLField<unknown, unknown>) => eyes.mayRead(`Query.${its}`);
    const fields = Object.values(query.getFields()).filter(
      (field) => may(field) || (intent === 'curious' && random.chance(0.2)),
    );
    const weight = (field: GraphQLField<unknown, unknown>): number =>
      (0.2 + this.coverage.novelty(`Query.${field.name}`) + writer.noveltyBelow(field) / 3) *
      this.#likelihood(field, eyes);
    const chosen = random.several(fields, random.pick([1, 1, 1, 2, 2, 3]), weight);
    const taken = new Set<string>();
    const selections = chosen.flatMap((field) => writer.rootField(field, taken, start));
    if (random.chance(0.15)) selections.push({ kind: Kind.FIELD, name: name('__typename') });
    return selections;
  }

  /** Lists that are empty for somebody are asked for less. */
  #likelihood(field: GraphQLField<unknown, unknown>, eyes: Eyes): number {
    const type = this.graph.rowTypeOfPage(getNamedType(field.type)) ?? getNamedType(field.type);
    if (!this.graph.planOf(type.name)) return 1;
    return (eyes.samples.get(type.name)?.length ?? 0) > 0 ? 1 : 0.05;
  }
}

function fieldAt(schema: GraphQLSchema, coordinate: string): GraphQLField<unknown, unknown> {
  const [type, field] = coordinate.split('.') as [string, string];
  return (schema.getType(type) as GraphQLObjectType).getFields()[field]!;
}

function isAllowed({ schema }: Graph, document: DocumentNode): boolean {
  const tokens = print(document).match(/[\w$]+|\.\.\.|[^\s,]/g)!.length;
  return tokens < defaultLimits.tokens && validate(schema, document, rules).length === 0;
}

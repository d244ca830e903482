import {
  Kind,
  getNamedType,
  isLeafType,
  parse,
  print,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionNode,
} from 'graphql';
import { ArgumentValues } from './argument-values.js';
import type { Cursors } from './cursors.js';
import { Draft } from './draft.js';
import type { Eyes } from './eyes.js';
import { documentOf } from './document-of.js';
import type { Graph } from './graph.js';
import { literal, name } from './nodes.js';
import type { GeneratedOperation } from './operation.js';
import { pathsTo, type PathTo, type Step } from './path-to.js';
import type { Random } from './random.js';
import { spellArguments } from './spelled-arguments.js';
import { StoredValues } from './stored-values.js';

const enough = 20;

/** Operations aimed at one field, each along another path or with other arguments: for what chance did not reach. */
export class AimedOperations {
  readonly #paths = new Map<string, readonly PathTo[]>();

  constructor(
    private readonly graph: Graph,
    private readonly askers: readonly Eyes[],
    private readonly cursors: Cursors,
    private readonly random: Random,
  ) {}

  /** @returns undefined where nobody may read the field. */
  at(coordinate: string, number: number): GeneratedOperation | undefined {
    const able = this.askers.filter(({ mayRead }) => mayRead(coordinate));
    return able.length > 0 ? this.by(this.random.pick(able), coordinate, number) : undefined;
  }

  /** @returns undefined where there is no way to the field that the asker may go. */
  by(eyes: Eyes, coordinate: string, number: number): GeneratedOperation | undefined {
    const { random } = this;
    const [typeName, fieldName] = coordinate.split('.') as [string, string];
    const type = this.graph.schema.getType(typeName) as GraphQLObjectType;
    const field = type.getFields()[fieldName]!;
    const paths = this.#pathsTo(type, eyes);
    if (paths.length === 0) return undefined;
    const near = paths.filter(({ steps }) => steps.length <= paths[0]!.steps.length + 1);
    const path = random.pick(random.chance(0.7) ? near : paths);
    const draft = new Draft();
    const selections = this.#along(path, { type, field }, eyes, draft);
    const document = parse(print(documentOf(draft, selections)));
    return {
      number,
      document,
      variables: draft.variables,
      eyes,
      locale: random.chance(0.5) ? 'vi' : 'en',
      intent: 'reads',
    };
  }

  /**
   * One that asks for a field below an interface, of a type that the object is not: whoever may not read it is refused
   * as a whole all the same where it must not be null.
   */
  behindInterface(eyes: Eyes, coordinate: string, number: number): GeneratedOperation | undefined {
    const { random } = this;
    const [type, field] = coordinate.split('.') as [string, string];
    const starts = [...eyes.samples.keys()].filter(
      (one) => one !== type && this.#canBegin({ from: one, steps: [] }, eyes),
    );
    if (starts.length === 0) return undefined;
    const from = random.pick(starts);
    const id = new StoredValues(this.graph, eyes.samples).id({
      type: from,
      row: random.pick(eyes.samples.get(from)!),
    });
    const document = parse(`query ($id: ID!) { node(id: $id) { __typename ... on ${type} { ${field} } } }`);
    return {
      number,
      document,
      variables: { id },
      eyes,
      locale: random.pick(['vi', 'en']),
      intent: 'refused',
    };
  }

  #pathsTo(type: GraphQLObjectType, eyes: Eyes): readonly PathTo[] {
    const key = `${eyes.name} ${type.name}`;
    const known = this.#paths.get(key);
    if (known) return known;
    const paths = pathsTo(this.graph, type, eyes.mayRead).filter((path) => this.#canBegin(path, eyes));
    this.#paths.set(key, paths);
    return paths;
  }

  #canBegin({ from }: PathTo, { samples, mayRead }: Eyes): boolean {
    return from === 'Query' || ((samples.get(from)?.length ?? 0) > 0 && mayRead(`${from}.id`));
  }

  #along({ from, steps }: PathTo, last: Step, eyes: Eyes, draft: Draft): SelectionNode[] {
    const values = new ArgumentValues(this.graph, eyes, this.random, this.cursors);
    const write = ([step, ...rest]: readonly Step[]): SelectionNode[] =>
      step
        ? [this.#field(step.type, step.field, values, draft, rest.length > 0 ? write(rest) : undefined)]
        : [];
    const inside = write([...steps, last]);
    return from === 'Query' ? inside : [this.#byId(from, [...steps, last][0]!, inside, eyes)];
  }

  #field(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    values: ArgumentValues,
    draft: Draft,
    below: readonly SelectionNode[] | undefined,
  ): FieldNode {
    const chosen = values.choose(`${type.name}.${field.name}`, field, enough).values;
    const isPage = this.graph.rowTypeOfPage(getNamedType(field.type)) !== undefined;
    const args = isPage ? { first: enough, ...('asOf' in chosen && { asOf: chosen['asOf'] }) } : chosen;
    const leaf = isLeafType(getNamedType(field.type));
    const selections = below ?? [{ kind: Kind.FIELD, name: name('__typename') } as const];
    return {
      kind: Kind.FIELD,
      name: name(field.name),
      arguments: spellArguments(field.args, args, draft, this.random),
      ...(!leaf && { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
    };
  }

  /** A row by `node`: one that has something to say in its first field, where that is known. */
  #byId(type: string, { field }: Step, inside: readonly SelectionNode[], { samples }: Eyes): FieldNode {
    const rows = samples.get(type)!;
    const telling = rows.filter((row) => row[field.name] !== null && row[field.name] !== undefined);
    const row = this.random.pick(telling.length > 0 ? telling : rows);
    const id = new StoredValues(this.graph, samples).id({ type, row });
    const argument = this.graph.schema.getQueryType()!.getFields()['node']!.args[0]!;
    return {
      kind: Kind.FIELD,
      name: name('node'),
      arguments: [{ kind: Kind.ARGUMENT, name: name('id'), value: literal(id, argument.type) }],
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: [
          { kind: Kind.FIELD, name: name('__typename') },
          {
            kind: Kind.INLINE_FRAGMENT,
            typeCondition: { kind: Kind.NAMED_TYPE, name: name(type) },
            selectionSet: { kind: Kind.SELECTION_SET, selections: inside },
          },
        ],
      },
    };
  }
}

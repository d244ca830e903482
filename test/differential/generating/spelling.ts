import {
  Kind,
  type DirectiveNode,
  type FieldNode,
  type GraphQLObjectType,
  type SelectionNode,
} from 'graphql';
import type { Draft } from './draft.js';
import type { Graph } from './graph.js';
import { name } from './nodes.js';
import type { Random } from './random.js';

const mostDirectives = 24;

/** The many ways one selection can be written: inline fragments, named ones, `@include` and `@skip`. */
export class Spelling {
  constructor(
    private readonly graph: Graph,
    private readonly draft: Draft,
    private readonly random: Random,
  ) {}

  /** Puts some of an object’s selections into fragments. */
  dress(selections: readonly SelectionNode[], type: GraphQLObjectType, taken: Set<string>): SelectionNode[] {
    const { random } = this;
    const all = [...selections, ...this.#known(type.name, taken)];
    if (all.length < 2 || !random.chance(0.3)) return all;
    const from = random.below(all.length);
    const to = from + 1 + random.below(all.length - from);
    const some = all.slice(from, to);
    return [...all.slice(0, from), this.#wrapped(type, some), ...all.slice(to)];
  }

  onType(type: string, selections: readonly SelectionNode[]): SelectionNode {
    return this.random.chance(0.3) ? this.#named(type, selections) : this.#inline(type, selections);
  }

  #wrapped(type: GraphQLObjectType, selections: readonly SelectionNode[]): SelectionNode {
    const { random } = this;
    const common = selections.every(
      (one) => one.kind === Kind.FIELD && ['id', '__typename'].includes(one.name.value),
    );
    const isNode = type.getInterfaces().some((one) => one.name === 'Node');
    if (common && isNode && random.chance(0.7)) return this.onType('Node', selections);
    if (random.chance(0.35)) return this.#named(type.name, selections);
    return this.#inline(random.chance(0.6) ? type.name : undefined, selections);
  }

  #inline(type: string | undefined, selections: readonly SelectionNode[]): SelectionNode {
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(type !== undefined && { typeCondition: { kind: Kind.NAMED_TYPE, name: name(type) } }),
      directives: this.directives(),
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
  }

  #named(type: string, selections: readonly SelectionNode[]): SelectionNode {
    return this.#spread(this.draft.fragment(type, selections, leafNames(selections)));
  }

  #spread(fragment: string): SelectionNode {
    return { kind: Kind.FRAGMENT_SPREAD, name: name(fragment), directives: this.directives() };
  }

  /** A fragment that has been written for the same type, spread here too. */
  #known(type: string, taken: Set<string>): SelectionNode[] {
    const free = this.draft.fragments.filter(
      ({ on, leaves }) => on === type && leaves?.every((leaf) => !taken.has(leaf)),
    );
    if (free.length === 0 || !this.random.chance(0.4)) return [];
    const one = this.random.pick(free);
    for (const leaf of one.leaves!) taken.add(leaf);
    return [this.#spread(one.node.name.value)];
  }

  /** Mostly none; where there are some, they mostly let the selection stand. */
  directives(): DirectiveNode[] {
    const { random } = this;
    if (this.draft.directives >= mostDirectives || !random.chance(0.08)) return [];
    const both = random.chance(0.15);
    if (both)
      return [this.#directive('skip', random.chance(0.3)), this.#directive('include', random.chance(0.7))];
    const skip = random.chance(0.5);
    return [this.#directive(skip ? 'skip' : 'include', random.chance(0.35) === skip)];
  }

  #directive(its: 'skip' | 'include', value: boolean): DirectiveNode {
    const { random, draft } = this;
    draft.directives += 1;
    const way = random.next();
    const written =
      way < 0.4
        ? ({ kind: Kind.BOOLEAN, value } as const)
        : way < 0.7
          ? draft.variable({ type: 'Boolean!', given: value })
          : draft.variable({ type: 'Boolean!', fallback: { value, as: this.#boolean } });
    return {
      kind: Kind.DIRECTIVE,
      name: name(its),
      arguments: [{ kind: Kind.ARGUMENT, name: name('if'), value: written }],
    };
  }

  get #boolean() {
    return this.graph.schema.getType('Boolean') as never;
  }
}

/** The names that plain leaves have in the answer; undefined where a selection is anything else. */
function leafNames(selections: readonly SelectionNode[]): string[] | undefined {
  const isLeaf = (one: SelectionNode): one is FieldNode => one.kind === Kind.FIELD && !one.selectionSet;
  return selections.every(isLeaf)
    ? selections.map(({ alias, name: its }) => (alias ?? its).value)
    : undefined;
}

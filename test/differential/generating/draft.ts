import {
  Kind,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type SelectionNode,
  type VariableDefinitionNode,
  type VariableNode,
  parseType,
} from 'graphql';
import { literal, name } from './nodes.js';

/** A fragment that has been written, and can be spread again where its response names are free. */
export interface WrittenFragment {
  readonly node: FragmentDefinitionNode;
  readonly on: string;
  /** Names its fields have in the answer; undefined where something hangs below them. */
  readonly leaves: readonly string[] | undefined;
}

/** How a variable comes by its value. */
export interface VariableUse {
  readonly type: string;
  /** The value sent; undefined for none. */
  readonly given?: unknown;
  /** The default, written in the document; undefined for none. */
  readonly fallback?: { readonly value: unknown; readonly as: GraphQLInputType };
}

/** A document while it grows: what it has used up, and what stands beside its selections. */
export class Draft {
  readonly variables: Record<string, unknown> = {};
  readonly definitions: VariableDefinitionNode[] = [];
  readonly fragments: WrittenFragment[] = [];
  fields = 0;
  directives = 0;
  aliases = 0;
  /** Wrong values still to be put in somewhere. */
  wrongs = 0;

  alias(): string {
    this.aliases += 1;
    return `a${this.aliases}`;
  }

  variable({ type, given, fallback }: VariableUse): VariableNode {
    const its = `v${this.definitions.length + 1}`;
    const variable: VariableNode = { kind: Kind.VARIABLE, name: name(its) };
    this.definitions.push({
      kind: Kind.VARIABLE_DEFINITION,
      variable,
      type: parseType(type),
      ...(fallback && { defaultValue: literal(fallback.value, fallback.as) as never }),
    });
    if (given !== undefined) this.variables[its] = given;
    return variable;
  }

  fragment(on: string, selections: readonly SelectionNode[], leaves: readonly string[] | undefined): string {
    const its = `F${this.fragments.length + 1}`;
    this.fragments.push({
      on,
      leaves,
      node: {
        kind: Kind.FRAGMENT_DEFINITION,
        name: name(its),
        typeCondition: { kind: Kind.NAMED_TYPE, name: name(on) },
        selectionSet: { kind: Kind.SELECTION_SET, selections },
      },
    });
    return its;
  }
}

import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** How large an operation may be. Introspection is exempt from depth: its own shape is known. */
export interface OperationLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Tokens of a document, for the parser. */
  readonly tokens: number;
}

/** TRUST.md H7: what stops a document that is small to send and large to run. */
export const defaultLimits: OperationLimits = { depth: 14, aliases: 30, rootFields: 30, directives: 30, tokens: 2000 };

/** Validation rules for the limits, to be used beside the specified rules. */
export function limitRules(limits: OperationLimits): ValidationRule[] {
  return [countingRule(limits), depthRule(limits.depth)];
}

function countingRule(limits: OperationLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    let aliases = 0;
    let directives = 0;
    return {
      OperationDefinition(operation) {
        const fields = operation.selectionSet.selections.length;
        if (fields > limits.rootFields) report(context, 'root fields', fields, limits.rootFields);
      },
      Field(field) {
        if (field.alias && ++aliases === limits.aliases + 1) report(context, 'aliases', aliases, limits.aliases);
      },
      Directive() {
        if (++directives === limits.directives + 1) report(context, 'directives', directives, limits.directives);
      },
    };
  };
}

function depthRule(limit: number): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    const depths = new Map<FragmentDefinitionNode, number>();
    const depthOf = (set: SelectionSetNode | undefined, open: ReadonlySet<string>): number => {
      let deepest = 0;
      for (const selection of set?.selections ?? []) deepest = Math.max(deepest, depthOfOne(selection, open));
      return deepest;
    };
    const depthOfOne = (selection: SelectionSetNode['selections'][number], open: ReadonlySet<string>): number => {
      if (selection.kind === Kind.FIELD) {
        return selection.name.value.startsWith('__') ? 0 : 1 + depthOf(selection.selectionSet, open);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, open);
      const fragment = context.getFragment(selection.name.value);
      // A cycle of fragments is another rule's error.
      if (!fragment || open.has(fragment.name.value)) return 0;
      const known = depths.get(fragment) ?? depthOf(fragment.selectionSet, new Set([...open, fragment.name.value]));
      depths.set(fragment, known);
      return known;
    };
    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet, new Set());
        if (depth > limit) report(context, 'depth', depth, limit);
      },
    };
  };
}

function report(context: ValidationContext, limit: string, given: number, allowed: number): void {
  context.reportError(
    new GraphQLError(`The operation is over the limit for ${limit}: ${given}, at most ${allowed}.`, {
      extensions: { code: 'LIMIT_EXCEEDED', limit, given, allowed },
    }),
  );
}

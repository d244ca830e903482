import {
  GraphQLError,
  type ASTVisitor,
  type DocumentNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { sizeOf, type DocumentSize } from './document-size.js';

/** How large an operation may be. Introspection is exempt from depth: its own shape is known. */
export interface OperationLimits extends DocumentSize {
  /** Tokens of a document, for the parser. */
  readonly tokens: number;
  /** Rows that the pages asked for can hold together, if every page is full. */
  readonly rows: number;
}

/**
 * What stops a document that is small to send and large to run. Measured on the largest document of 2000
 * tokens: without the bounds of fields and overlaps, validation takes up to 250 ms of CPU, with them 20 ms. 200,000
 * rows are three lists of the default page inside each other; GitHub's API allows 500,000 nodes.
 */
export const defaultLimits: OperationLimits = {
  depth: 14,
  aliases: 30,
  rootFields: 30,
  directives: 30,
  fields: 3000,
  overlaps: 2500,
  tokens: 2000,
  rows: 200_000,
};

const names: Readonly<Record<keyof DocumentSize, string>> = {
  depth: 'depth',
  aliases: 'aliases',
  rootFields: 'root fields',
  directives: 'directives',
  fields: 'fields',
  overlaps: 'overlapping fields',
};

/** Validation rules for the limits, to be used beside the specified rules, in whatever order. */
export function limitRules(limits: OperationLimits): ValidationRule[] {
  return [(context) => sizeRule(context, limits)];
}

/**
 * Measures the document before its parts are visited. What is over a limit is visited no further, by this rule or
 * another: the visitor replaces it with an empty one, because the rule that compares overlapping fields is the dearest
 * of all.
 */
function sizeRule(context: ValidationContext, limits: OperationLimits): ASTVisitor {
  return {
    Document(document): DocumentNode | undefined {
      const size = sizeOf(document, limits);
      const over = (Object.keys(names) as (keyof DocumentSize)[]).filter(
        (limit) => size[limit] > limits[limit],
      );
      for (const limit of over) {
        const [given, allowed] = [size[limit], limits[limit]];
        context.reportError(
          new GraphQLError(
            `The operation is over the limit for ${names[limit]}: ${given}, at most ${allowed}.`,
            {
              extensions: { code: 'LIMIT_EXCEEDED', limit: names[limit], given, allowed },
            },
          ),
        );
      }
      return over.length > 0 ? { ...document, definitions: [] } : undefined;
    },
  };
}

import {
  getNullableType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { between } from './written-value.js';

/** A field of a mutation's input, as a column. */
export interface InputColumn {
  /** `unit`; `figure.value` of an object inside. */
  readonly name: string;
  /** From the arguments of the mutation: `['input', 'figure', 'value']`. */
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
  /** Whether each row must have it. */
  readonly required: boolean;
}

/** No input of ours is deeper; one that holds itself ends here. */
const deepest = 4;

/** The columns that rows of a mutation have: what its arguments are made of, those of `input` without its name. */
export function inputColumns(schema: GraphQLSchema, mutation: string): InputColumn[] {
  const { args = [] } = schema.getMutationType()?.getFields()[mutation] ?? {};
  return args.flatMap((argument) =>
    below(argument.type, [argument.name], argument.name === 'input' ? 1 : 0, isRequiredArgument(argument)),
  );
}

function below(
  type: GraphQLInputType,
  path: readonly string[],
  hidden: number,
  required: boolean,
): InputColumn[] {
  const inner = getNullableType(type);
  if (!isInputObjectType(inner) || path.length > deepest)
    return [{ name: path.slice(hidden).join('.'), path, type, required }];
  return Object.values(inner.getFields()).flatMap((field) =>
    below(field.type, [...path, field.name], hidden, required && isRequiredInputField(field)),
  );
}

/**
 * A cell as a client would have sent it. What does not look like its type is left as text, for the graph to refuse with
 * its own words. Lists of values stand in one cell; of objects, as JSON.
 */
export function valueOfCell(type: GraphQLInputType, text: string): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    if (!isLeafType(getNullableType(inner.ofType))) return jsonOf(text);
    return text.split(between).map((one) => valueOfCell(inner.ofType as GraphQLInputType, one.trim()));
  }
  if (isInputObjectType(inner)) return jsonOf(text);
  if ((inner.name === 'Int' || inner.name === 'Float') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (inner.name === 'Boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

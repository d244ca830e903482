import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { CallerOfWork, Engine } from '@phoihop/platform/engine';
import { rowTypeOf } from './export-columns.js';

/** How things of a type are found by something they are known by: a query of the graph's own. */
export interface Lookup {
  readonly source: string;
  /** Whether what something is called depends on the day. */
  readonly dated: boolean;
  /** Whether the value is given as a list of one. */
  readonly listed: boolean;
}

/**
 * The type that an id in a mutation's input is of: what the field of the same name has on the mutation's answer; or on
 * every type that has such a field; or the type of that name.
 */
export function typeOfReference(
  schema: GraphQLSchema,
  answer: GraphQLObjectType | null,
  name: string,
): GraphQLObjectType | null {
  const own = answer && objectOf(answer, name);
  if (own) return own;
  const everywhere = new Set<GraphQLObjectType>();
  for (const type of Object.values(schema.getTypeMap())) {
    const found = isObjectType(type) && !type.name.startsWith('__') ? objectOf(type, name) : null;
    if (found && found.name !== 'Query') everywhere.add(found);
  }
  const [only, ...others] = everywhere;
  if (only && others.length === 0) return only;
  const named = schema.getType(name.slice(0, 1).toUpperCase() + name.slice(1));
  return isObjectType(named) ? named : null;
}

function objectOf(type: GraphQLObjectType, name: string): GraphQLObjectType | null {
  const field = getNullableType(type.getFields()[name]?.type);
  return isObjectType(field) && field.getFields()['id'] ? field : null;
}

/** How a type's things are found by `key`: by a root field for one, or by a list with a filter. Null where by neither. */
export function lookupOf(schema: GraphQLSchema, type: GraphQLObjectType, key: string): Lookup | null {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const required = field.args.filter(isRequiredArgument);
    if (getNullableType(field.type) !== type || required.length !== 1 || required[0]!.name !== key) continue;
    const dated = field.args.some(({ name }) => name === 'asOf');
    const [declared, passed] = dated ? [', $asOf: Date', ', asOf: $asOf'] : ['', ''];
    const source = `query Find($value: ${String(required[0]!.type)}${declared}) { ${field.name}(${key}: $value${passed}) { id } }`;
    return { source, dated, listed: false };
  }
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    if (rowTypeOf(schema, field.name) !== type) continue;
    const filter = getNamedType(field.args.find(({ name }) => name === 'filter')?.type);
    const by = isInputObjectType(filter) ? getNullableType(filter.getFields()[key]?.type) : undefined;
    if (!isListType(by)) continue;
    const source = `query Find($value: ${String(by)}) { ${field.name}(first: 2, filter: { ${key}: $value }) { nodes { id } } }`;
    return { source, dated: false, listed: true };
  }
  return null;
}

/** What is to be found. */
export interface Wanted {
  readonly lookup: Lookup;
  readonly value: string;
  /** The day for codes that pass from one to another; the business date where none is given. */
  readonly day: string | undefined;
}

/** Finds things as the caller, each once, whatever rows name it. */
export class References {
  readonly #found = new Map<string, Promise<string[]>>();
  readonly #documents = new Map<string, DocumentNode>();

  constructor(
    private readonly engine: Engine,
    private readonly about: CallerOfWork,
  ) {}

  /** Ids of what is called so: none, one, or two where there are several. @throws RightsChanged */
  idsOf(wanted: Wanted): Promise<string[]> {
    const key = JSON.stringify([wanted.lookup.source, wanted.value, wanted.day]);
    const known = this.#found.get(key) ?? this.#ask(wanted);
    this.#found.set(key, known);
    return known;
  }

  async #ask({ lookup: { source, dated, listed }, value, day }: Wanted): Promise<string[]> {
    const document = this.#documents.get(source) ?? this.engine.parse(source);
    if (!('kind' in document)) throw document[0]!;
    this.#documents.set(source, document);
    const variables = { value: listed ? [value] : value, ...(dated && day ? { asOf: day } : {}) };
    const answer = await this.engine.answer({ ...this.about, document, variables });
    const { data, errors } = 'json' in answer ? { data: JSON.parse(answer.json), errors: undefined } : answer;
    const grave = errors?.find(({ extensions }) => ofTheServer.has(String(extensions['code'])));
    if (grave) throw grave;
    const [one] = Object.values(
      (data ?? {}) as Record<string, { id?: string; nodes?: { id: string }[] } | null>,
    );
    if (!one) return [];
    return one.nodes ? one.nodes.map(({ id }) => id) : [one.id!];
  }
}

/** What says nothing about whether something is there. */
const ofTheServer = new Set(['TIMEOUT', 'SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'LIMIT_EXCEEDED']);

import { getNamedType, isInputObjectType, type GraphQLInputType } from 'graphql';
import { inWords, type Wording } from '../contract/problem.js';
import { shortened } from '../contract/shortened.js';

/** What is called like this is a secret, and so may be whatever stands beside it by mistake. */
const secret = /password|secret|token|credential/i;

/** Where a text is wrong whatever it says. */
const notText = new Set(['Int', 'Float', 'Boolean']);

/** Whether a name, or a field of the input that is given, is that of a secret. */
export function mayHoldSecret(name: string, type?: GraphQLInputType): boolean {
  if (secret.test(name)) return true;
  const named = type && getNamedType(type);
  return isInputObjectType(named) && Object.keys(named.getFields()).some((field) => secret.test(field));
}

/**
 * A wrong value as an error repeats it to whoever sent it. Only where a number, a code, a day or an id belongs: free
 * text may hold anything.
 * @param guarded Whether a secret may be in it: then only its kind is told.
 */
export function givenValue(value: unknown, wanted: GraphQLInputType, guarded: boolean): unknown {
  if (value === undefined) return inWords({ vi: 'không có giá trị nào', en: 'nothing' });
  if (value === null) return inWords({ vi: 'null', en: 'null' });
  if (Array.isArray(value)) return inWords({ vi: 'một danh sách', en: 'a list' });
  const type = getNamedType(wanted);
  const repeated = !guarded && !isInputObjectType(type) && type.name !== 'String';
  switch (typeof value) {
    case 'string':
      if (!repeated) return inWords({ vi: 'một văn bản', en: 'a text' });
      return notText.has(type.name) ? quoted(value) : shortened(value);
    case 'number':
      return repeated ? value : inWords({ vi: 'một số', en: 'a number' });
    case 'boolean':
      return repeated ? value : inWords({ vi: 'true hoặc false', en: 'true or false' });
    default:
      return inWords({ vi: 'một đối tượng', en: 'an object' });
  }
}

/** Where no text belongs, "10" is told as the text that it is. */
const quoted = (text: string): Wording =>
  inWords({ vi: `văn bản "${shortened(text)}"`, en: `the text "${shortened(text)}"` });

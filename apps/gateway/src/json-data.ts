import type { ExecutionResult } from 'graphql';
import type { Engine } from '@phoihop/platform/engine';

/** The `data` of an answer that the database has written as JSON: it goes out as it is, unread. */
export class JsonData {
  [key: string]: unknown;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  static textOf(data: JsonData): string {
    return data.#text;
  }

  /** For whoever writes it by the ordinary way. */
  toJSON(): unknown {
    return JSON.parse(this.#text);
  }
}

/** An engine's answer in the shape of an execution result. */
export function resultOf(answer: Awaited<ReturnType<Engine['answer']>>): ExecutionResult {
  return 'json' in answer ? { data: new JsonData(answer.json) } : answer;
}

/** The body of a response: what is JSON already is put in its place without being parsed. */
export function stringifyResult(result: { data?: unknown }): string {
  const { data, ...rest } = result;
  if (!(data instanceof JsonData)) return JSON.stringify(result);
  const others = JSON.stringify(rest);
  return `{"data":${JsonData.textOf(data)}${others === '{}' ? '' : `,${others.slice(1, -1)}`}}`;
}

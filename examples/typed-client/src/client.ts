import type { TypedDocumentString } from './gql/graphql.js';

/** One error of an answer. */
export interface GraphProblem {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly field?: string;
    readonly [fact: string]: unknown;
  };
}

/** The answer had errors. `data` is what came along with them: null where a field was refused. */
export class GraphError extends Error {
  constructor(
    readonly problems: readonly GraphProblem[],
    readonly data: unknown,
    /** Seconds to wait before trying again, where the server says so. */
    readonly retryAfter: number | undefined,
  ) {
    super(problems.map(({ message, extensions }) => `${extensions.code}: ${message}`).join('\n'));
    this.name = 'GraphError';
  }

  has(code: string): boolean {
    return this.problems.some(({ extensions }) => extensions.code === code);
  }
}

export interface Client {
  /** The answer's data. @throws GraphError where there is any error, also beside data. */
  ask<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
  /** Sent with all requests from now on; undefined to be nobody again. */
  setToken(token: string | undefined): void;
}

/** A client for one gateway: `http://127.0.0.1:4000/graphql`. */
export function makeClient(url: string, language: 'vi' | 'en' = 'vi'): Client {
  let token: string | undefined;
  return {
    setToken: (given) => {
      token = given;
    },
    ask: async (document, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          'accept-language': language,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify({ query: document.toString(), variables }),
      });
      const { data, errors } = (await response.json()) as { data?: never; errors?: GraphProblem[] };
      const retryAfter = response.headers.get('retry-after');
      if (errors) throw new GraphError(errors, data, retryAfter === null ? undefined : Number(retryAfter));
      return data!;
    },
  };
}

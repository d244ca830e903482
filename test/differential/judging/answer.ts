/** An answer as a client reads it from JSON. */
export interface PlainAnswer {
  readonly data?: unknown;
  readonly errors?: readonly PlainError[];
}

export interface PlainError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

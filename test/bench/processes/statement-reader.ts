/**
 * Reads what a client sends to PostgreSQL and tells the statements that are run, prepared ones by their text.
 * Source: the message formats of the PostgreSQL documentation, chapter "Frontend/Backend Protocol".
 */
export class StatementReader {
  #rest: Buffer = Buffer.alloc(0);
  #started = false;
  readonly #statements = new Map<string, string>();
  readonly #portals = new Map<string, string>();

  readonly #tell: (statement: string) => void;

  constructor(tell: (statement: string) => void) {
    this.#tell = tell;
  }

  feed(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#readOne());
  }

  /** Before a session has begun, messages have no type. */
  #readOne(): boolean {
    const head = this.#started ? 1 : 0;
    if (this.#rest.length < head + 4) return false;
    const end = head + this.#rest.readUInt32BE(head);
    if (this.#rest.length < end) return false;
    const body = this.#rest.subarray(head + 4, end);
    if (this.#started) this.#message(String.fromCharCode(this.#rest[0]!), body);
    else this.#started = body.readUInt32BE(0) >> 16 === 3;
    this.#rest = this.#rest.subarray(end);
    return true;
  }

  #message(type: string, body: Buffer): void {
    const [first = '', second = ''] = texts(body);
    if (type === 'Q') this.#tell(first);
    else if (type === 'P') this.#statements.set(first, second);
    else if (type === 'B') this.#portals.set(first, this.#statements.get(second) ?? '');
    else if (type === 'E') this.#tell(this.#portals.get(first) ?? '');
  }
}

/** The first two texts of a message; each ends with a zero byte. */
function texts(body: Buffer): string[] {
  const first = body.indexOf(0);
  const second = body.indexOf(0, first + 1);
  return [
    body.toString('utf8', 0, Math.max(first, 0)),
    body.toString('utf8', first + 1, Math.max(second, first + 1)),
  ];
}

/** Whether a statement only opens, closes or dresses a transaction. */
export const isFraming = (statement: string): boolean =>
  /^\s*(begin|start transaction|commit|rollback|savepoint|release|reset|set|discard|select\s+(pg_catalog\.)?set_config)\b/i.test(
    statement,
  );

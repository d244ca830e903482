/** A whole HTTP/1.1 answer at the beginning of what has arrived. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  /** How many bytes it took. */
  readonly size: number;
}

const headEnd = Buffer.from('\r\n\r\n');

/**
 * Reads an answer. Bodies are counted or in chunks, as servers send JSON.
 * @returns null while it is not all there.
 * @throws Error where it says its length in no known way.
 */
export function readAnswer(bytes: Buffer): Answer | null {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const start = end + headEnd.length;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const size = start + Number(length);
    return bytes.length < size ? null : { status, body: bytes.subarray(start, size), size };
  }
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) throw new Error(`An answer without a length:\n${head}`);
  return readChunks(bytes, start, status);
}

function readChunks(bytes: Buffer, start: number, status: number): Answer | null {
  const chunks: Buffer[] = [];
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (bytes.length < next) return null;
    if (size === 0) return { status, body: Buffer.concat(chunks), size: next };
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}

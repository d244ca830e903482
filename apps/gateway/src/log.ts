import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

/** Errors whose message is about the program, not about anybody's data. */
const programmingErrors = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'AssertionError',
]);

/** Names of fields that hold what must not be logged, should anybody hand one over. */
const never = ['password', 'token', 'authorization', 'cookie', 'variables', 'secret', 'username', 'url'];

/**
 * JSON lines for machines. Whatever is logged, an error loses its message unless it can only be about the program:
 * PostgreSQL and MikroORM put values of rows into theirs. Where all rows are invented, `messages` keeps them: whoever
 * develops a plugin has to read what it threw.
 */
export function makeLog(
  level: string,
  destination?: DestinationStream,
  { messages = false }: { messages?: boolean } = {},
): Logger {
  const written = (error: unknown): Record<string, unknown> => safeError(error, messages);
  return pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: stdTimeFunctions.isoTime,
      serializers: { error: written, err: written },
      redact: { paths: never.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    ...(destination ? [destination] : []),
  );
}

/** What of an error may be logged: its kind, its code, where it was, and the facts of the database that hold no value. */
export function safeError(error: unknown, messages = false, depth = 0): Record<string, unknown> {
  if (!(error instanceof Object) || !('message' in error)) return { type: typeof error };
  const { name, message, stack, code, sqlState, constraint, table, column, cause } =
    error as unknown as Record<string, unknown>;
  const known = messages || programmingErrors.has(String(name));
  return {
    type: name,
    ...(known ? { message } : {}),
    ...Object.fromEntries(
      Object.entries({ code, sqlState, constraint, table, column }).filter(
        ([, fact]) => typeof fact === 'string',
      ),
    ),
    ...(typeof stack === 'string' ? { at: framesOf(stack) } : {}),
    ...(cause && depth < 3 ? { cause: safeError(cause, messages, depth + 1) } : {}),
  };
}

/** The lines of a stack that are places: the first ones repeat the message. */
function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim().slice(3));
}

/** An address by its network only: enough to see where a flood comes from, not who somebody is. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1] ?? address;
  const v4 = /^([0-9]+\.[0-9]+\.[0-9]+)\.[0-9]+$/.exec(mapped);
  if (v4) return `${v4[1]}.0/24`;
  const groups = expand(mapped);
  return groups ? `${groups.slice(0, 3).join(':')}::/48` : 'unknown';
}

/** The eight groups of an IPv6 address. */
export function expand(address: string): string[] | undefined {
  const [head = '', tail, ...more] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const left = groups(head);
  const right = groups(tail ?? '');
  const missing = 8 - left.length - right.length;
  if (more.length > 0 || missing < 0 || (tail === undefined && missing > 0)) return undefined;
  const all = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return all.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? all.map((group) => group.replace(/^0+(?=.)/, ''))
    : undefined;
}

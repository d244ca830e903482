import { isFraming, StatementReader } from './statement-reader.ts';

/** A message as it goes over the wire. */
function message(type: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

const version3 = Buffer.from([0, 3, 0, 0]);
const askForTls = Buffer.from([4, 210, 22, 47]);
const nothing = Buffer.alloc(2);

function read(...chunks: Buffer[]): string[] {
  const told: string[] = [];
  const reader = new StatementReader((statement) => told.push(statement));
  for (const chunk of chunks) reader.feed(chunk);
  return told;
}

test('simple statements are told as they are', () => {
  expect(read(message('', version3, 'user', 'me'), message('Q', 'select 1'))).toEqual(['select 1']);
});

test('a prepared statement is told each time it is run, by its text', () => {
  const run = [message('B', '', 'one', nothing), message('E', '', nothing)];
  expect(read(message('', version3), message('P', 'one', 'select $1', nothing), ...run, ...run)).toEqual([
    'select $1',
    'select $1',
  ]);
});

test('a request for encryption comes before the session', () => {
  expect(read(message('', askForTls), message('', version3), message('Q', 'begin'))).toEqual(['begin']);
});

test('messages may arrive in any pieces', () => {
  const all = Buffer.concat([message('', version3), message('Q', 'select 1'), message('Q', 'select 2')]);
  expect(read(...[...all].map((byte) => Buffer.from([byte])))).toEqual(['select 1', 'select 2']);
});

test('what frames a transaction is known by its first word', () => {
  const framing = [
    'begin',
    'COMMIT; reset all',
    ' set local role x',
    `select set_config('a', 'b', true)`,
    'rollback',
  ];
  expect(framing.map(isFraming)).toEqual(framing.map(() => true));
  const work = [
    'select 1',
    'insert into settings values (1)',
    'with begin as (select 1) select',
    'update a set b = 1',
  ];
  expect(work.map(isFraming)).toEqual(work.map(() => false));
});

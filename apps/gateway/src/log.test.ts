import { DatabaseError } from '@phoihop/database';
import { expand, makeLog, networkOf, safeError } from './log.js';

const written = (write: (log: ReturnType<typeof makeLog>) => void): string => {
  let text = '';
  write(makeLog('info', { write: (line) => void (text += line) }));
  return text;
};

describe('the log', () => {
  it('keeps the values of rows out: an error of the database is logged by its facts', () => {
    const error = new DatabaseError('UNIQUE', "insert … values ('Nguyễn Văn Kín') - duplicate key", {
      sqlState: '23505',
      table: 'person',
      constraint: 'person_key',
    });
    const line = written((log) => log.error({ error }, 'internal error'));
    expect(line).not.toContain('Nguyễn');
    expect(JSON.parse(line).error).toMatchObject({
      type: 'DatabaseError',
      code: 'UNIQUE',
      sqlState: '23505',
      table: 'person',
      constraint: 'person_key',
    });
  });

  it('keeps messages where it is told to, for whoever develops a plugin over invented rows', () => {
    let line = '';
    const log = makeLog('info', { write: (text) => void (line += text) }, { messages: true });
    const violated = new DatabaseError('CHECK', 'violates check constraint "drive_trees_check"');
    log.error({ error: new Error('no kind of trees for TREE-7', { cause: violated }) }, 'internal error');
    expect(JSON.parse(line).error).toMatchObject({
      message: 'no kind of trees for TREE-7',
      at: expect.arrayContaining([expect.stringContaining('log.test')]),
      cause: { code: 'CHECK', message: 'violates check constraint "drive_trees_check"' },
    });
  });

  it('keeps the message of an error that can only be about the program, and says where it was', () => {
    expect(safeError(new TypeError('x is not a function'))).toMatchObject({
      type: 'TypeError',
      message: 'x is not a function',
      at: expect.arrayContaining([expect.stringContaining('log.test')]),
    });
  });

  it('follows causes, but not for ever', () => {
    const error = new Error('outer', { cause: new TypeError('inner') });
    expect(safeError(error)).toMatchObject({ type: 'Error', cause: { message: 'inner' } });
    (error.cause as Error).cause = error;
    expect(JSON.stringify(safeError(error)).length).toBeLessThan(10_000);
  });

  it('hides what has a secret’s name', () => {
    expect(
      written((log) =>
        log.info({ password: 'hunter2', facts: { token: 'hunter2', url: 'postgres://u:hunter2@db' } }, 'x'),
      ),
    ).not.toContain('hunter2');
  });

  it('stays one line whatever is written', () => {
    expect(
      written((log) => log.info({ name: 'a\n{"level":"error"}\r\nb\u2028' }, 'x')).trimEnd(),
    ).not.toMatch(/[\n\r]/);
  });

  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['not an address', 'unknown'],
  ])('shows of the address %s only %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('reads IPv6 in all its spellings', () => {
    expect(expand('FE80::1%eth0')).toEqual(['fe80', '0', '0', '0', '0', '0', '0', '1']);
    expect(expand('1::2::3')).toBeUndefined();
    expect(expand('1:2:3')).toBeUndefined();
  });
});

import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';
import { classify } from './classify.js';
import { DatabaseError, databaseErrorCodes } from './database-error.js';

function fromServer(code: string, facts: object = {}): Error {
  return Object.assign(new Error(`PostgreSQL says ${code}`), { code, severity: 'ERROR', ...facts });
}

test.each([
  ['08006', 'SERVICE_UNAVAILABLE'],
  ['53300', 'SERVICE_UNAVAILABLE'],
  ['57P01', 'SERVICE_UNAVAILABLE'],
  ['57P03', 'SERVICE_UNAVAILABLE'],
  ['57014', 'TIMEOUT'],
  ['25P03', 'TIMEOUT'],
  ['42501', 'ROW_SECURITY'],
  ['23502', 'NOT_NULL'],
  ['23503', 'FOREIGN_KEY'],
  ['23505', 'UNIQUE'],
  ['23514', 'CHECK'],
  ['23P01', 'EXCLUSION'],
  ['22P02', 'INVALID_VALUE'],
  ['40001', 'CONFLICT'],
  ['40P01', 'CONFLICT'],
  ['55P03', 'LOCKED'],
  ['25006', 'READ_ONLY'],
  ['28P01', 'CONNECTION_REFUSED'],
  ['3D000', 'CONNECTION_REFUSED'],
  ['P0001', 'RAISED'],
  ['42P01', 'UNEXPECTED'],
])('SQLSTATE %s is %s', (sqlState, code) => {
  expect(classify(fromServer(sqlState))).toMatchObject({ code, sqlState });
});

test('a constraint keeps its name, also through MikroORM’s own error', () => {
  const facts = { constraint: 'unit_code_key', schema: 'core', table: 'unit' };
  const wrapped = new UniqueConstraintViolationException(fromServer('23505', facts));
  expect(classify(wrapped)).toMatchObject({ code: 'UNIQUE', ...facts, cause: wrapped });
});

test('a refused connection is SERVICE_UNAVAILABLE', async () => {
  const error = await new Promise((resolve) => connect(1, '127.0.0.1').on('error', resolve));
  expect(classify(error)).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
});

test('a lost optimistic lock is STALE', () => {
  expect(classify(new OptimisticLockError('changed'))).toMatchObject({ code: 'STALE' });
});

test('an error that is not the database’s is left alone', () => {
  expect(classify(new TypeError('x is not a function'))).toBeUndefined();
  expect(classify(Object.assign(new Error('no such file'), { code: 'ENOENT_X' }))).toBeUndefined();
  expect(classify('text')).toBeUndefined();
});

test('a classified error stays what it is', () => {
  const error = new DatabaseError('UNIQUE', 'twice');
  expect(classify(error)).toBe(error);
});

test('every code is explained in the decision page, and none that is not there', async () => {
  const page = await readFile(
    new URL('../../../../docs/decisions/0002-migrations-and-row-security.md', import.meta.url),
    'utf8',
  );
  const explained = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
  expect(explained.sort()).toEqual(Object.keys(databaseErrorCodes).sort());
});

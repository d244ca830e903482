import type { FastifyRequest } from 'fastify';
import { inWords, ProblemError } from '@phoihop/platform';

/** Not longer than any name of ours; a filter is JSON and may be longer. */
const longest = 4000;

/** A parameter of the query string; undefined where it is not there or empty. @throws ProblemError BAD_USER_INPUT */
export function textParameter(request: FastifyRequest, name: string): string | undefined {
  const given = (request.query as Record<string, unknown>)[name];
  if (given === undefined || given === '') return undefined;
  if (typeof given !== 'string')
    throw new ProblemError('BAD_USER_INPUT', {
      field: name,
      given: inWords({ vi: 'danh sách', en: 'list' }),
      allowed: inWords({ vi: 'văn bản, một lần', en: 'text, once' }),
    });
  // oxlint-disable-next-line no-control-regex
  if (given.length > longest || /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(given)) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: name,
      given: inWords({ vi: `${given.length} ký tự`, en: `${given.length} characters` }),
      allowed: inWords({
        vi: `tối đa ${longest}, không có ký tự điều khiển`,
        en: `at most ${longest}, without control characters`,
      }),
    });
  }
  return given.normalize('NFC');
}

/** A parameter that has to be there. @throws ProblemError BAD_USER_INPUT */
export function neededParameter(request: FastifyRequest, name: string): string {
  const given = textParameter(request, name);
  if (given === undefined) throw new ProblemError('BAD_USER_INPUT', { field: name, given: null });
  return given;
}

/** A parameter that is a whole number from 0 on; undefined where it is not there. @throws ProblemError BAD_USER_INPUT */
export function countParameter(request: FastifyRequest, name: string): number | undefined {
  const given = textParameter(request, name);
  if (given === undefined) return undefined;
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new ProblemError('BAD_USER_INPUT', { field: name, given: given.slice(0, 40), allowed: '0, 1, 2, …' });
}

/** A parameter that is true or false; false where it is not there. */
export function flagParameter(request: FastifyRequest, name: string): boolean {
  const given = textParameter(request, name);
  if (given === undefined || given === 'false') return false;
  if (given === 'true') return true;
  throw new ProblemError('BAD_USER_INPUT', {
    field: name,
    given: given.slice(0, 40),
    allowed: 'true, false',
  });
}

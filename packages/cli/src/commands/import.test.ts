import { definePlugin, ProblemListError } from '@phoihop/platform';
import { inLines } from './import.js';

test('mistakes of a file are told a line each, in the words of whoever owns the code', () => {
  const plugin = definePlugin({
    id: 'figures',
    version: '1.0.0',
    title: { vi: 'Số liệu', en: 'Figures' },
    problems: {
      IMPORT_REJECTED: { vi: 'x', en: 'Nothing was imported: {given} mistakes.' },
      NEGATIVE_VALUE: { vi: 'x', en: '{given} in {field} is negative.' },
    },
  });
  const error = new ProblemListError(
    'IMPORT_REJECTED',
    [
      { code: 'NEGATIVE_VALUE', details: { line: 3, field: 'rows[1].value', given: '-1' } },
      { code: 'NOBODY_KNOWS', details: { line: 9 } },
    ],
    { given: 2 },
  );
  expect(inLines([plugin], error).split('\n')).toEqual([
    'Nothing was imported: 2 mistakes.',
    '  line 3  NEGATIVE_VALUE  -1 in rows[1].value is negative.',
    '  line 9  NOBODY_KNOWS  NOBODY_KNOWS',
  ]);
});

import { maximumRows, readSnapshotFile } from './read-snapshot-file.js';

const header = 'code,insurance,group,insured,population';
const good = '26257,HEALTH,,900,1000';

/** `[code, line, field]` of every mistake. */
const mistakes = (text: string) =>
  readSnapshotFile(text).problems.map(({ code, details }) => [code, details.line, details.field]);

test('a row is read with the line it stands on', () => {
  expect(readSnapshotFile(`${header}\n${good}\n26260,HEALTH,HOUSEHOLD,10,20\n`)).toEqual({
    problems: [],
    rows: [
      { line: 2, code: '26257', insurance: 'HEALTH', group: '', insured: 900, population: 1000 },
      { line: 3, code: '26260', insurance: 'HEALTH', group: 'HOUSEHOLD', insured: 10, population: 20 },
    ],
  });
});

test('columns come in any order, with others beside them, and whatever the case of their names', () => {
  const { rows, problems } = readSnapshotFile(
    ' Population ;Tên xã;CODE;insured;group;insurance\n1000;Bàu Hàm;26257;900;;HEALTH',
  );
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([{ code: '26257', insured: 900, population: 1000, group: '' }]);
});

test.each([
  ['commas', ','],
  ['semicolons, as Excel writes them in Vietnamese', ';'],
  ['tabs', '\t'],
])('cells may be parted by %s', (_, mark) => {
  const text = `${header}\n${good}`.replaceAll(',', mark);
  expect(readSnapshotFile(text)).toMatchObject({ problems: [], rows: [{ code: '26257', population: 1000 }] });
});

test('a byte order mark is no part of the first column’s name', () => {
  expect(readSnapshotFile(`\uFEFF${header}\n${good}`)).toMatchObject({
    problems: [],
    rows: [{ code: '26257' }],
  });
});

test.each([
  ['Windows', '\r\n'],
  ['old Macintosh', '\r'],
])('line ends of %s are line ends', (_, end) => {
  expect(readSnapshotFile([header, good, ''].join(end))).toMatchObject({ problems: [], rows: [{ line: 2 }] });
});

test('line ends of several kinds in one file do not move the line numbers', () => {
  expect(mistakes(`${header}\r\n${good}\nx,HEALTH,,-1,5\r\n`)).toEqual([
    ['SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT', 3, 'insured'],
  ]);
});

test('empty lines are passed over and counted', () => {
  expect(mistakes(`${header}\n\n   \n,,,,\n26257,HEALTH,,x,5\n`)).toEqual([
    ['SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT', 5, 'insured'],
  ]);
});

test('a line end inside quotes belongs to its cell, and the rows after it keep their lines', () => {
  const text = `${header},note\n${good},"ghi chú\nhai dòng"\n26260,HEALTH,,x,5,\n`;
  expect(readSnapshotFile(text).rows).toMatchObject([{ line: 2, code: '26257' }]);
  expect(mistakes(text)).toEqual([['SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT', 4, 'insured']]);
});

test.each([
  ['is never closed', `${header}\n"26257,HEALTH,,1,2\n`, 2],
  ['stands in the middle of a cell', `${header}\n${good}\n26"260,HEALTH,,1,2`, 3],
  ['is followed by more of the cell', `${header}\n"26257"x,HEALTH,,1,2`, 2],
])('a quotation mark that %s is named by its line', (_, text, line) => {
  expect(mistakes(text)).toEqual([['SOCIAL_INSURANCE_SNAPSHOT_QUOTE', line, 'csv']]);
});

test('text of CP1258 read as UTF-8 is refused by the line where it shows', () => {
  const bytes = Buffer.concat([
    Buffer.from(`${header},name\n${good},`),
    Buffer.from([0x42, 0xe0, 0x75]),
    Buffer.from('\n'),
  ]);
  expect(mistakes(bytes.toString('utf8'))).toEqual([['SOCIAL_INSURANCE_SNAPSHOT_GARBLED', 2, 'csv']]);
});

test('text of UTF-16 read as UTF-8 is refused', () => {
  expect(mistakes(Buffer.from(`\uFEFF${header}\n${good}`, 'utf16le').toString('utf8'))).toEqual([
    ['SOCIAL_INSURANCE_SNAPSHOT_GARBLED', 1, 'csv'],
  ]);
});

test.each(['', '\uFEFF', '\n\n', header, `${header}\n\n`])(
  'a file without figures is refused: %j',
  (text) => {
    expect(mistakes(text)).toEqual([['SOCIAL_INSURANCE_SNAPSHOT_EMPTY', 1, 'csv']]);
  },
);

test('missing columns are all named at once, with what was found', () => {
  expect(readSnapshotFile('code,insured,total\n1,2,3').problems).toMatchObject([
    {
      code: 'SOCIAL_INSURANCE_SNAPSHOT_COLUMN_MISSING',
      details: { line: 1, field: 'insurance, group, population', given: 'code, insured, total' },
    },
  ]);
});

test('a column that stands twice is refused', () => {
  expect(mistakes(`${header},insured\n${good},5`)).toEqual([
    ['SOCIAL_INSURANCE_SNAPSHOT_COLUMN_REPEATED', 1, 'insured'],
  ]);
});

test.each([
  ['too few', '26257,HEALTH,900,1000'],
  ['too many', '26257,HEALTH,,900,1000,'],
  ['too many, by an unquoted comma in a number', '26257,HEALTH,,1,900,1000'],
])('a row of %s cells is refused, not read askew', (_, row) => {
  expect(mistakes(`${header}\n${good}\n${row}`)).toEqual([['SOCIAL_INSURANCE_SNAPSHOT_RAGGED', 3, 'csv']]);
});

test.each([
  '-1',
  '1.5',
  '1,5',
  '12.345',
  '1e3',
  ' ',
  '٣',
  '=1+1',
  '+5',
  '@SUM(A1)',
  '1000000000',
  'n/a',
  '0x10',
])('not a count: %j', (given) => {
  const text = `${header}\n26257,HEALTH,,"${given}",1000`;
  expect(readSnapshotFile(text).problems).toMatchObject([
    {
      code: 'SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT',
      details: { line: 2, field: 'insured', given: given.trim() },
    },
  ]);
});

test('a population of nobody is refused: there would be no rate', () => {
  expect(mistakes(`${header}\n26257,HEALTH,,0,0`)).toEqual([
    ['SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT', 2, 'population'],
  ]);
});

test('nobody insured is a figure; more insured than people is none', () => {
  expect(mistakes(`${header}\n26257,HEALTH,,0,10\n26260,HEALTH,,10,10`)).toEqual([]);
  expect(mistakes(`${header}\n26257,HEALTH,,11,10`)).toEqual([
    ['SOCIAL_INSURANCE_SNAPSHOT_MORE_THAN_ALL', 2, 'insured'],
  ]);
});

test('an insurance that there is not is refused, with those there are', () => {
  expect(readSnapshotFile(`${header}\n26257,health,,1,2`).problems).toMatchObject([
    {
      code: 'SOCIAL_INSURANCE_SNAPSHOT_INSURANCE_UNKNOWN',
      details: { line: 2, given: 'health', allowed: 'HEALTH, VOLUNTARY_SOCIAL' },
    },
  ]);
});

test('the same unit, insurance and group twice is refused, naming both lines; another group is another row', () => {
  const text = `${header}\n${good}\n26257,HEALTH,HOUSEHOLD,1,2\n26257,VOLUNTARY_SOCIAL,,1,2\n${good}`;
  expect(readSnapshotFile(text).problems).toMatchObject([
    { code: 'SOCIAL_INSURANCE_SNAPSHOT_ROW_REPEATED', details: { line: 5, given: '26257', allowed: 2 } },
  ]);
});

test('every mistake of a file is found in one reading', () => {
  expect(mistakes(`${header}\n26257,X,,a,b\n26260,HEALTH,,5,4\n26263`)).toEqual([
    ['SOCIAL_INSURANCE_SNAPSHOT_INSURANCE_UNKNOWN', 2, 'insurance'],
    ['SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT', 2, 'insured'],
    ['SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT', 2, 'population'],
    ['SOCIAL_INSURANCE_SNAPSHOT_MORE_THAN_ALL', 3, 'insured'],
    ['SOCIAL_INSURANCE_SNAPSHOT_RAGGED', 4, 'csv'],
  ]);
});

test('5000 rows are read, 5001 are refused before any is', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, n) => `${10_000 + n},HEALTH,,1,2`);
  expect(readSnapshotFile([header, ...rows(maximumRows)].join('\n')).rows).toHaveLength(5000);
  expect(readSnapshotFile([header, ...rows(maximumRows + 1)].join('\n'))).toMatchObject({
    rows: [],
    problems: [{ code: 'SOCIAL_INSURANCE_SNAPSHOT_TOO_LONG', details: { given: 5001, allowed: 5000 } }],
  });
});

test('of a cell that is wrong, only the beginning is told', () => {
  const [one] = readSnapshotFile(`${header}\n26257,HEALTH,,${'9'.repeat(100_000)},1`).problems;
  expect(String(one!.details.given)).toHaveLength(41);
});

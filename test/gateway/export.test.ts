import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvTable, xlsxTable, type TableRow } from '@phoihop/core';
import { startFileGateway, type FileGateway } from './file-kit.js';

/** Lists as files: the same rows and columns as the graph gives, for whoever asks. */
let gate: FileGateway;
let clerk: Record<string, string>;
beforeAll(async () => {
  gate = await startFileGateway({ EXPORT_ROWS: '12000' });
  clerk = await gate.as('clerk.bau-ham');
}, 300_000);
afterAll(() => gate.close());

async function exported(
  file: string,
  query: Record<string, string> = {},
  headers: Record<string, string> = clerk,
) {
  const response = await fetch(`${gate.url}/export/${file}?${new URLSearchParams(query)}`, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  const body = response.ok ? undefined : JSON.parse(bytes.toString());
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    code: body?.errors[0].extensions.code,
    body,
  };
}

async function tableOf(bytes: Buffer): Promise<string[][]> {
  async function* whole() {
    yield bytes;
  }
  const spreadsheet = join(tmpdir(), `phoihop-export-${process.pid}-${Math.random()}.xlsx`);
  const packed = bytes.subarray(0, 2).toString() === 'PK';
  if (packed) await writeFile(spreadsheet, bytes);
  const rows: string[][] = [];
  for await (const row of (packed ? xlsxTable(spreadsheet) : csvTable(whole())) as AsyncIterable<TableRow>)
    rows.push('cells' in row ? [...row.cells] : [row.problem.code]);
  return rows;
}

const ask = async (source: string, as = 'clerk.bau-ham') =>
  gate.bed.graphql(source, { caller: await gate.bed.as(as) });

it('a list has the rows and values that the same query has', async () => {
  const { status, headers, bytes } = await exported('documents.csv', {
    columns: 'id,code,date,unit.code,citedAs',
  });
  expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
    'attachment; filename="documents.csv"',
  ]);
  const { data } = await ask('{ documents(first: 200) { nodes { id code date unit { code } citedAs } } }');
  const same = data.documents.nodes.map((node: any) => [
    node.id,
    node.code ?? '',
    node.date ?? '',
    node.unit?.code ?? '',
    node.citedAs,
  ]);
  const rows = await tableOf(bytes);
  expect(rows[0]).toEqual(['id', 'code', 'date', 'unit.code', 'citedAs']);
  expect(rows.slice(1)).toEqual(same);
  expect(same.length).toBeGreaterThan(20);
});

it('filters, order, language and labels are as asked; decimals are exact in both formats', async () => {
  const filter = JSON.stringify({ current: true, indicator: undefined });
  const columns = 'unit.code,indicator.key,period.key,value,state,state.label';
  const [csv, xlsx] = await Promise.all(
    ['csv', 'xlsx'].map(async (format) =>
      tableOf((await exported(`dataValues.${format}`, { filter, columns, lang: 'vi' })).bytes),
    ),
  );
  // A cell of a spreadsheet holds a number, 250, and not how it was written, 250.0.
  const asNumber = (cell: string) => (/^\d+\.\d+$/.test(cell) ? cell.replace(/\.?0+$/, '') : cell);
  expect(xlsx).toEqual(csv!.map((row) => row.map(asNumber)));
  expect(csv!.length).toBeGreaterThan(50);
  const { data } = await ask(
    '{ dataValues(first: 3, filter: { current: true }) { nodes { unit { code } indicator { key } period { key } value state } } }',
  );
  expect(csv!.slice(1, 4).map((row) => row.slice(0, 5))).toEqual(
    data.dataValues.nodes.map((node: any) => [
      node.unit.code,
      node.indicator.key,
      node.period.key,
      node.value ?? '',
      node.state,
    ]),
  );
  const titles = (await exported('dataValues.csv', { columns, lang: 'vi' })).bytes
    .toString()
    .split('\r\n')[1];
  expect(titles).toMatch(/^# .+Mã của Tổng cục Thống kê/);
});

it('11,367 units come whole, a page at a time, in both formats', async () => {
  const { data } = await ask('{ administrativeUnits(first: 1) { totalCount } }');
  expect(data.administrativeUnits.totalCount).toBeGreaterThan(10_000);
  for (const format of ['csv', 'xlsx']) {
    const asked: number[] = [];
    const answer = gate.bed.engine.answer.bind(gate.bed.engine);
    gate.bed.engine.answer = async (request) => {
      asked.push(Number((request.variables as any).first));
      return answer(request);
    };
    const rows = await tableOf(
      (await exported(`administrativeUnits.${format}`, { columns: 'code,fullName' })).bytes,
    );
    gate.bed.engine.answer = answer;
    expect(rows.length - 1).toBe(data.administrativeUnits.totalCount);
    expect(new Set(asked)).toEqual(new Set([200]));
    expect(asked.length).toBe(Math.ceil(data.administrativeUnits.totalCount / 200));
    expect(new Set(rows.map((row) => row.join(' '))).size).toBeGreaterThan(10_000);
  }
});

it('a plugin’s list is exported without a line of its code', async () => {
  const rows = await tableOf((await exported('socialInsuranceOutreachSessions.csv', { lang: 'vi' })).bytes);
  expect(rows[0]).toEqual(expect.arrayContaining(['id', 'unit.code', 'unit.fullName', 'heldOn', 'topic']));
  expect(rows.length).toBeGreaterThan(1);
});

it('only columns that the caller may ask for are there; one that is asked for all the same is refused', async () => {
  const columnsOf = async (as: string) =>
    (await tableOf((await exported('documents.csv', {}, await gate.as(as))).bytes))[0]!;
  expect(await columnsOf('clerk.bau-ham')).toContain('unit.code');
  const petitions = await exported('attachments.csv', {}, await gate.as('petitions'));
  expect([petitions.status, petitions.code]).toEqual([403, 'FORBIDDEN']);
  const nobody = await exported('documents.csv', {}, { 'accept-language': 'en' });
  expect([nobody.status, nobody.code]).toEqual([401, 'UNAUTHENTICATED']);
  const unsigned = { 'accept-language': 'en' };
  const programs = (await tableOf((await exported('programs.csv', {}, unsigned)).bytes))[0]!;
  expect(programs).toContain('code');
});

it('audited rows are recorded page by page, as when they are listed', async () => {
  const count = async () =>
    (
      await gate.bed.sql<{ n: number }>(
        `select count(*)::int as n from platform.audit_event where action = 'platform:read' and subject_type = 'SocialInsuranceGapHousehold'`,
      )
    )[0]!.n;
  const before = await count();
  const rows = await tableOf((await exported('socialInsuranceGapHouseholds.csv')).bytes);
  expect(rows.length).toBeGreaterThan(1);
  expect(await count()).toBe(before + 1);
});

it('nobody sees more rows than the graph shows: a stranger’s list is what the stranger sees', async () => {
  const { data } = await ask('{ socialInsuranceOutreachSessions { totalCount } }', 'officer.cluster3');
  const rows = await tableOf(
    (await exported('socialInsuranceOutreachSessions.csv', {}, await gate.as('officer.cluster3'))).bytes,
  );
  expect(rows.length - 1).toBe(data.socialInsuranceOutreachSessions.totalCount);
});

it.each([
  ['what is no list', 'nothing.csv', {}, 404, 'NOT_FOUND'],
  ['a field that is no list', 'me.csv', {}, 404, 'NOT_FOUND'],
  ['another format', 'documents.pdf', {}, 404, 'NOT_FOUND'],
  ['a path', '..%2Fdocuments.csv', {}, 404, 'NOT_FOUND'],
  ['a column that is none', 'documents.csv', { columns: 'id,secret' }, 400, 'BAD_USER_INPUT'],
  ['a filter that is no JSON', 'documents.csv', { filter: '{' }, 400, 'BAD_USER_INPUT'],
  ['a filter of other fields', 'documents.csv', { filter: '{"secret":1}' }, 400, 'BAD_USER_INPUT'],
  ['an order that is none', 'documents.csv', { orderBy: 'SECRET_ASC' }, 400, 'BAD_USER_INPUT'],
  ['a language that is none', 'documents.csv', { lang: 'fr' }, 400, 'BAD_USER_INPUT'],
])('%s is refused', async (_name, file, query, status, code) => {
  const answer = await exported(file, query as Record<string, string>);
  expect([answer.status, answer.code]).toEqual([status, code]);
});

it('more rows than may go out are refused before the first', async () => {
  const units = { asOf: '2021-10-15' };
  const limits = gate.limits as { exportRows: number };
  const { exportRows } = limits;
  limits.exportRows = 100;
  const answer = await exported('administrativeUnits.csv', units);
  limits.exportRows = exportRows;
  expect([answer.status, answer.body.errors[0].extensions]).toMatchObject([
    413,
    { code: 'LIMIT_EXCEEDED', limit: 'rows', allowed: 100 },
  ]);
});

it('what fails in the middle cuts the connection: half a list is not taken for the whole', async () => {
  const answer = gate.bed.engine.answer.bind(gate.bed.engine);
  let pages = 0;
  gate.bed.engine.answer = async (request) => {
    pages += 1;
    if (pages === 3) throw new Error('the database went away');
    return answer(request);
  };
  await expect(exported('administrativeUnits.csv', { columns: 'code' })).rejects.toThrow();
  gate.bed.engine.answer = answer;
});

import { randomUUID } from 'node:crypto';
import { strToU8 } from 'fflate';
import { pages } from '../docs/pages.js';
import { xlsxFile } from '../../apps/gateway/src/files/xlsx-file.js';
import { startFileGateway, type FileGateway } from './file-kit.js';

/** Files of rows: each row is a mutation's input, run as whoever sends it, all of them or none. */
let gate: FileGateway;
let clerk: Record<string, string>;
beforeAll(async () => {
  gate = await startFileGateway({ IMPORT_ROWS: '300', IMPORT_BYTES: '200000' });
  clerk = await gate.as('clerk.bau-ham');
  const codes = await gate.bed.sql<{ code: string; full_name: string }>(
    `select code, full_name from core.administrative_unit_version
     where full_name in ('Xã Bàu Hàm', 'Xã Sông Trầu') and superseded_at is null and valid_to = '2025-07-01'`,
  );
  commune = codes.find(({ full_name }) => full_name === 'Xã Bàu Hàm')!.code;
  elsewhere = codes.find(({ full_name }) => full_name === 'Xã Sông Trầu')!.code;
}, 300_000);
afterAll(() => gate.close());
let commune: string;
let elsewhere: string;

async function sent(
  what: string,
  file: string | Uint8Array,
  query: Record<string, string> = {},
  headers: Record<string, string> = clerk,
) {
  const response = await fetch(`${gate.url}/import/${what}?${new URLSearchParams(query)}`, {
    method: 'POST',
    body: file as never,
    headers: { 'content-type': 'text/csv', ...headers },
  });
  const body = (await response.json()) as any;
  const { code, problems } = body.errors?.[0]?.extensions ?? {};
  return { status: response.status, body, code, problems };
}

const exported = async (file: string, query: Record<string, string> = {}) =>
  (await fetch(`${gate.url}/export/${file}?${new URLSearchParams(query)}`, { headers: clerk })).arrayBuffer();

const sessions = async (): Promise<number> =>
  (await gate.bed.sql<{ n: number }>('select count(*)::int as n from social_insurance.outreach_session'))[0]!
    .n;
const header = 'unit.code,heldOn,topic,attendance,registered';
const record = 'socialInsuranceRecordOutreach';

it('rows of a plugin’s mutation are written together, units found by their code', async () => {
  const before = await sessions();
  const answer = await sent(
    record,
    `${header}\n${commune},2021-09-01,"Họp ấp 1, tối",40,3\n${commune},2021-09-02,=Họp ấp 2,30,2\n`,
  );
  expect([answer.status, answer.body]).toEqual([
    200,
    { rows: 2, ids: [expect.any(String), expect.any(String)], dryRun: false },
  ]);
  expect(await sessions()).toBe(before + 2);
  const [made] = await gate.bed.sql<{ topic: string }>(
    'select topic from social_insurance.outreach_session order by id desc limit 1',
  );
  expect(made!.topic).toBe('=Họp ấp 2');
  const [audit] = await gate.bed.sql<{ facts: any; actor_id: number }>(
    `select facts, actor_id from platform.audit_event where action = 'platform:import' order by id desc limit 1`,
  );
  expect(audit!.facts).toMatchObject({
    mutation: record,
    rows: 2,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

it('every mistake is told by its line and column, and nothing is written', async () => {
  const before = await sessions();
  const answer = await sent(
    record,
    [
      header,
      `${commune},2021-09-01,Họp ấp 1,40,3`,
      `${commune},2021-13-01,Họp ấp 1,40,3`,
      `${commune},2021-09-01,Họp ấp 1,many,3`,
      `${commune},2021-09-01,Họp ấp 1,40,50`,
      `99999,2021-09-01,Họp ấp 1,40,3`,
      `${elsewhere},2021-09-01,Họp ấp 1,40,3`,
      `${commune},2021-09-01,,40,3`,
      `${commune},2021-09-01,short`,
    ].join('\n'),
  );
  expect([answer.status, answer.code]).toEqual([422, 'IMPORT_REJECTED']);
  expect(answer.problems.map(({ line, column, code }: any) => [line, column, code])).toEqual([
    [3, 'heldOn', 'BAD_USER_INPUT'],
    [4, 'attendance', 'BAD_USER_INPUT'],
    [5, 'registered', expect.any(String)],
    [6, 'unit.code', 'IMPORT_REFERENCE_UNKNOWN'],
    [7, 'unit.code', expect.stringMatching(/OUT_OF_SCOPE|NOT_FOUND/)],
    [8, 'topic', 'BAD_USER_INPUT'],
    [9, null, 'IMPORT_RAGGED'],
  ]);
  for (const problem of answer.problems) expect(problem.message.length).toBeGreaterThan(10);
  expect(await sessions()).toBe(before);
});

it('a dry run says the same and keeps nothing', async () => {
  const before = await sessions();
  const right = await sent(record, `${header}\n${commune},2021-09-03,Họp ấp 3,40,3\n`, { dryRun: 'true' });
  expect([right.status, right.body.rows, right.body.dryRun]).toEqual([200, 1, true]);
  const wrong = await sent(record, `${header}\n${commune},2021-09-03,Họp ấp 3,1,3\n`, { dryRun: 'true' });
  expect(wrong.code).toBe('IMPORT_REJECTED');
  expect(await sessions()).toBe(before);
});

it('a key makes a repeated file have one effect, and refuses another file', async () => {
  const before = await sessions();
  const idempotencyKey = randomUUID();
  const file = `${header}\n${commune},2021-09-04,Họp ấp 4,40,3\n`;
  const [first, second] = [
    await sent(record, file, { idempotencyKey }),
    await sent(record, file, { idempotencyKey }),
  ];
  expect(second.body).toEqual(first.body);
  expect(await sessions()).toBe(before + 1);
  const other = await sent(record, `${file}${commune},2021-09-05,Họp,40,3\n`, { idempotencyKey });
  expect([other.status, other.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
  expect((await sent(record, file, { idempotencyKey: 'mine' })).status).toBe(400);
});

it('an exported list, changed, comes back: id and version say what was seen', async () => {
  await sent(record, `${header}\n${commune},2021-09-06,"Họp, ấp 5",41,4\n`);
  const text = Buffer.from(await exported('socialInsuranceOutreachSessions.csv')).toString();
  const lines = text.split('\r\n').filter((line) => line !== '');
  const changed = [
    `${lines[0]},reason`,
    `${lines[1]},`,
    ...lines.slice(2).map((line) => line.replace(',41,', ',42,') + ',đếm sót'),
  ].filter((line, at) => at < 2 || line.includes(',42,'));
  expect(changed.length).toBeGreaterThan(2);
  const correct = 'socialInsuranceCorrectOutreach';
  const answer = await sent(correct, changed.join('\r\n'));
  expect([answer.status, answer.problems]).toEqual([200, undefined]);
  const after = await gate.bed.sql<{ attendance: number; topic: string }>(
    `select attendance, topic from social_insurance.outreach_session where topic = 'Họp, ấp 5'`,
  );
  expect(after).toEqual([{ attendance: 42, topic: 'Họp, ấp 5' }]);
  const again = await sent(correct, changed.join('\r\n'));
  expect(again.problems.map(({ code }: any) => code)).toEqual(again.problems.map(() => 'CONFLICT'));
});

it('a spreadsheet is read like a CSV file', async () => {
  const before = await sessions();
  const rows = [
    header.split(','),
    ['# Đơn vị', '', '', '', ''],
    [commune, '2021-09-07', 'Họp ấp 6', { digits: '12' }, { digits: '1' }],
  ];
  async function* whole() {
    yield rows;
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxFile(whole())) pieces.push(piece);
  const answer = await sent(record, Buffer.concat(pieces));
  expect([answer.status, answer.body.rows]).toEqual([200, 1]);
  expect(await sessions()).toBe(before + 1);
});

it('references of other types are found by what they are known by', async () => {
  const planned = 'program.code,unit.code,title,kind,level,startsOn';
  const right = await sent(
    'planActivity',
    `${planned}\nPRG-27,${commune},Hội nghị tuyên truyền,CONFERENCE,COMMUNE,2021-12-01\n`,
    { dryRun: 'true' },
  );
  expect([right.status, right.problems]).toEqual([200, undefined]);
  const wrong = await sent(
    'planActivity',
    `${planned}\nPRG-99,${commune},Hội nghị tuyên truyền,CONFERENCE,COMMUNE,2021-12-01\n`,
  );
  expect(wrong.problems).toMatchObject([
    { line: 2, column: 'program.code', code: 'IMPORT_REFERENCE_UNKNOWN' },
  ]);
});

describe('what is refused before any row', () => {
  it.each([
    ['a mutation that is none', 'nothing', header, 404, 'NOT_FOUND'],
    ['a query', 'documents', header, 404, 'NOT_FOUND'],
    ['guesses of passwords', 'signIn', 'username,password\na,b\n', 404, 'NOT_FOUND'],
    [
      'tips, of whose sender nothing is kept',
      'crimePreventionSubmitTip',
      'unit.code,content\n26257,Có người trộm xe máy ở ấp 1\n',
      404,
      'NOT_FOUND',
    ],
    ['ballots', 'emulationAwardsVote', 'voter,candidate\na,b\n', 404, 'NOT_FOUND'],
    ['a column that nobody knows', record, 'unit.code,held\n1,2\n', 422, 'IMPORT_COLUMN_UNKNOWN'],
    ['a unit twice', record, `${header},unit\n1,2,3,4,5,6\n`, 422, 'IMPORT_COLUMN_TWICE'],
    ['without a column that must be there', record, 'unit.code,topic\n1,2\n', 422, 'IMPORT_COLUMN_MISSING'],
    ['an empty file', record, '', 400, 'FILE_EMPTY'],
    ['a header alone', record, `${header}\n`, 422, 'IMPORT_REJECTED'],
    [
      'too many rows',
      record,
      `${header}\n${'26254,2021-09-01,Họp ấp,1,1\n'.repeat(301)}`,
      413,
      'IMPORT_TOO_MANY_ROWS',
    ],
    ['too many bytes', record, 'x'.repeat(200_001), 413, 'FILE_TOO_LARGE'],
    ['what is no spreadsheet', record, strToU8('PK\u0003\u0004 and nothing else'), 422, 'IMPORT_REJECTED'],
    [
      'another encoding',
      record,
      Buffer.from(`${header}\n1,2,B\u00e0u H\u00e0m,4,5\n`, 'latin1'),
      422,
      'IMPORT_REJECTED',
    ],
  ])('%s', async (_name, what, file, status, code) => {
    const before = await sessions();
    const answer = await sent(what, file);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await sessions()).toBe(before);
  });

  it('from nobody, and from who may not', async () => {
    const file = `${header}\n${commune},2021-09-01,Họp ấp 1,40,3\n`;
    const answers = [
      await sent(record, file, {}, { 'accept-language': 'en' }),
      await sent(record, file, {}, await gate.as('police')),
    ];
    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      [401, 'UNAUTHENTICATED'],
      [403, 'FORBIDDEN'],
    ]);
  });
});

describe('docs/reference/files.md', () => {
  const blocks = pages.find(({ path }) => path === 'docs/reference/files.md')!.blocks;
  const examples = blocks.flatMap((block, at) =>
    block.language === 'http' ? [[block.place, block.code, blocks[at + 1]!] as const] : [],
  );
  it('has an example of each kind', () => {
    expect(examples).toHaveLength(5);
  });

  it.each(examples)('%s answers as the page says', async (_place, code, expected) => {
    const [head = '', ...rest] = code.split('\n\n');
    const [first = '', ...headers] = head.trim().split('\n');
    const [method = '', path = ''] = first.split(/ (.*)/);
    const response = await fetch(new URL(path, gate.url), {
      method,
      headers: {
        ...clerk,
        ...Object.fromEntries(headers.map((line) => line.split(': ') as [string, string])),
      },
      ...(method === 'POST' ? { body: rest.join('\n\n').trimEnd() } : {}),
    });
    const text = await response.text();
    if (expected.language === 'json') {
      expect(JSON.parse(text)).toMatchObject(anyWhereEllipsis(JSON.parse(expected.code)));
      return;
    }
    const lines = text.replace('\uFEFF', '').split('\r\n');
    const shown = expected.code.trim().split('\n');
    expect(lines.slice(0, 2)).toEqual(shown.slice(0, 2));
    expect(lines).toEqual(expect.arrayContaining(shown.filter((line) => line !== '…')));
  });
});

/** What an example leaves open. */
function anyWhereEllipsis(value: any): any {
  if (value === '…') return expect.any(String);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, anyWhereEllipsis(one)]));
}

it('three imports run at once; a fourth is told to come back', async () => {
  const file = `${header}\n${`${commune},2021-09-08,Họp ấp,9,1\n`.repeat(60)}`;
  const all = await Promise.all(Array.from({ length: 6 }, () => sent(record, file, { dryRun: 'true' })));
  const statuses = all.map(({ status }) => status).sort();
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 503]);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect(
    (await sent(record, `${header}\n${commune},2021-09-08,Họp ấp,9,1\n`, { dryRun: 'true' })).status,
  ).toBe(200);
}, 180_000);

describe('figures', () => {
  const values = 'unit,indicator,value';
  const key = 'fund-for-the-poor.houses';
  const figures = async () =>
    gate.bed.sql<{ value: string; state: string; reason: string | null; current: boolean }>(
      `select v.value::text, v.state, v.reason, v.superseded_at is null as current from core.data_value v
       join core.indicator i on i.id = v.indicator_id join core.period p on p.id = v.period_id
       where i.key = $1 and p.key = '2021-10' and v.unit_id in (select unit_id from core.administrative_unit_version where code = $2)
       order by v.id`,
      [key, commune],
    );

  it('are recorded as when they are entered one by one, the period said once for all rows', async () => {
    const before = await figures();
    const file = `${values}\n${commune},${key},3\n`;
    const asked = await sent('values', file, { period: '2021-10', dryRun: 'true' });
    expect([asked.status, asked.body]).toEqual([
      200,
      { rows: 1, recorded: 1, corrected: 0, unchanged: 0, dryRun: true },
    ]);
    expect(await figures()).toEqual(before);
    const done = await sent('values', file, { period: '2021-10' });
    expect([done.status, done.body.recorded]).toEqual([200, 1]);
    expect((await figures()).at(-1)).toMatchObject({ value: '3', state: 'PROVISIONAL', current: true });
    expect((await sent('values', file, { period: '2021-10' })).body.unchanged).toBe(1);
  });

  it('that differ are refused, and corrected with a reason', async () => {
    const file = `${values}\n${commune},${key},4\n`;
    const refused = await sent('values', file, { period: '2021-10' });
    expect(refused.problems).toMatchObject([{ line: 2, code: 'VALUE_ALREADY_RECORDED' }]);
    const corrected = await sent('values', file, { period: '2021-10', correct: 'đếm lại theo biên bản' });
    expect([corrected.status, corrected.body.corrected]).toEqual([200, 1]);
    expect((await figures()).at(-1)).toMatchObject({
      value: '4',
      reason: 'đếm lại theo biên bản',
      current: true,
    });
  });

  it('are refused by line and column, all or nothing', async () => {
    const before = await figures();
    const answer = await sent(
      'values',
      `${values}\n${commune},${key},5\n${elsewhere},${key},5\n${commune},no.such,5\n${commune},${key},five\n99999,${key},5\n`,
      { period: '2021-10', correct: 'lý do' },
    );
    expect([answer.status, answer.code]).toEqual([422, 'IMPORT_REJECTED']);
    expect(answer.problems.map(({ line, column }: any) => [line, column])).toEqual([
      [3, 'unit'],
      [4, 'indicator'],
      [5, 'value'],
      [6, 'unit'],
    ]);
    expect(await figures()).toEqual(before);
  });

  it('of a form are those that it asks for', async () => {
    const answer = await sent('values', `${values}\n${commune},no.such,5\n`, {
      period: '2021-10',
      template: 'commune-monthly',
    });
    expect(answer.problems).toMatchObject([{ line: 2, column: 'indicator', code: 'REPORT_ITEM_NOT_ASKED' }]);
    const none = await sent('values', `${values}\n${commune},${key},5\n`, {
      period: '2021-10',
      template: 'nothing',
    });
    expect([none.status, none.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('are not taken from nobody, nor from who may not enter them', async () => {
    const file = `${values}\n${commune},${key},3\n`;
    const answers = [
      await sent('values', file, { period: '2021-10' }, { 'accept-language': 'en' }),
      await sent('values', file, { period: '2021-10' }, await gate.as('standing')),
    ];
    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      [401, 'UNAUTHENTICATED'],
      [403, 'FORBIDDEN'],
    ]);
  });
});

describe('the lines of a report', () => {
  const lines = 'indicator,value,note';
  const houses = 'fund-for-the-poor.houses';
  const cards = 'social-care.gift-cards';
  const where = { template: 'commune-monthly', period: '2021-11' };
  /** Figures of the drafts of November, by indicator. */
  const draft = () =>
    gate.bed.sql<{ key: string; value: string; note: string | null; version: number }>(
      `select i.key, d.value::text, d.note, r.version from core.report r
       join core.report_template t on t.id = r.template_id and t.key = 'commune-monthly'
       join core.period p on p.id = r.period_id and p.key = '2021-11'
       join core.data_value d on d.report_id = r.id and d.superseded_at is null
       join core.indicator i on i.id = d.indicator_id
       where r.unit_id in (select unit_id from core.administrative_unit_version where code = $1) order by i.key`,
      [commune],
    );
  beforeAll(() => gate.bed.setBusinessDate('2021-11-20'));
  afterAll(() => gate.bed.setBusinessDate('2021-10-15'));

  it('fill its draft, and change it where the version is the one that was seen', async () => {
    const file = `# chỉ số,giá trị,ghi chú\n`;
    const asked = await sent('report', `${lines}\n${file}${houses},2,xây mới\n`, {
      ...where,
      unit: commune,
      dryRun: 'true',
    });
    expect([asked.status, asked.body]).toMatchObject([200, { rows: 1, version: 1, dryRun: true }]);
    expect(await draft()).toEqual([]);
    const begun = await sent('report', `${lines}\n${houses},2,xây mới\n`, { ...where, unit: commune });
    expect([begun.status, begun.body]).toMatchObject([200, { rows: 1, version: 1, dryRun: false }]);
    expect(await draft()).toEqual([{ key: houses, value: '2', note: 'xây mới', version: 1 }]);
    const more = `${lines}\n${houses},3,\n${cards},40,\n`;
    const blind = await sent('report', more, { ...where, unit: commune });
    expect([blind.status, blind.code]).toEqual([409, 'CONFLICT']);
    const done = await sent('report', more, { ...where, unit: commune, expectedVersion: '1' });
    expect([done.status, done.body]).toMatchObject([200, { report: begun.body.report, rows: 2, version: 2 }]);
    expect((await draft()).map(({ key, value }) => [key, value])).toEqual([
      [houses, '3'],
      [cards, '40'],
    ]);
    const [audit] = await gate.bed.sql<{ facts: any }>(
      `select facts from platform.audit_event where action = 'core:report.import' order by id desc limit 1`,
    );
    expect(audit!.facts).toMatchObject({ rows: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('are refused by line and column, all or nothing', async () => {
    const before = await draft();
    const answer = await sent(
      'report',
      `${lines}\n${houses},9,\nno.such,5,\n${cards},many,\n${houses},9,\n`,
      { ...where, unit: commune, expectedVersion: '2' },
    );
    expect([answer.status, answer.code]).toEqual([422, 'IMPORT_REJECTED']);
    expect(answer.problems.map(({ line, column, code }: any) => [line, column, code])).toEqual([
      [3, 'indicator', 'INDICATOR_NOT_FOUND'],
      [4, 'value', expect.any(String)],
      [5, null, 'REPORT_ITEM_TWICE'],
    ]);
    expect(await draft()).toEqual(before);
  });

  it('are refused as a whole where the draft would be', async () => {
    const file = `${lines}\n${houses},2,\n`;
    const told = async (...asked: Parameters<typeof sent>): Promise<[number, string]> => {
      const { status, code } = await sent(...asked);
      return [status, code];
    };
    expect(await told('report', file, { ...where, unit: elsewhere })).toEqual([403, 'OUT_OF_SCOPE']);
    expect(await told('report', file, { ...where, unit: '99999' })).toEqual([422, 'UNIT_CODE_UNKNOWN']);
    expect(await told('report', file, { ...where, unit: commune, template: 'nothing' })).toEqual([
      404,
      'NOT_FOUND',
    ]);
    expect(await told('report', file, where)).toEqual([400, 'BAD_USER_INPUT']);
    expect(await told('report', `${lines},valeu\n${houses},2,,\n`, { ...where, unit: commune })).toEqual([
      422,
      'IMPORT_COLUMN_UNKNOWN',
    ]);
    expect(await told('report', lines, { ...where, unit: commune })).toEqual([422, 'IMPORT_REJECTED']);
    expect(await told('report', file, { ...where, unit: commune }, { 'accept-language': 'en' })).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
    expect(await told('report', file, { ...where, unit: commune }, await gate.as('standing'))).toEqual([
      403,
      'FORBIDDEN',
    ]);
  });
});

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseError } from '@phoihop/database';
import type { Caller, ProblemListError } from '@phoihop/platform';
import { codes, startFiguresBed, type FiguresBed } from '../values/test-bed.js';
import { createAccount } from '../people/create-account.js';
import { csvTable } from './csv-rows.js';
import { figureRows } from './import-row.js';
import { importFile } from './import-file.js';
import { importValues, type ImportReport } from './import-values.js';

let bed: FiguresBed;
let clerk: Caller;
let district: Caller;
let folder: string;
const columns = [
  'unit',
  'indicator',
  'period',
  'value',
  'numerator',
  'denominator',
  'status',
  'source',
  'disaggregation',
  'note',
  'asOf',
] as const;
const header = columns.join(',');
type Cells = Partial<Record<(typeof columns)[number], string | number>>;
const csvLine = (cells: Cells): string => columns.map((column) => cells[column] ?? '').join(',');

beforeAll(async () => {
  bed = await startFiguresBed();
  clerk = await bed.holder(1, ['core:value.read', 'core:value.record'], '26254');
  district = await bed.holder(2, ['core:value.read', 'core:value.record'], '737');
  folder = await mkdtemp(join(tmpdir(), 'phoihop-import-'));
}, 600_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await bed?.stop();
});

const settings = ({ settings: own, userId, permissions }: Caller) => ({
  ...own,
  user_id: String(userId),
  permissions: [...permissions].join(','),
  business_date: '2021-10-15',
});

/** Imports lines of CSV as somebody, in one transaction of the serving role. */
async function load(
  lines: Iterable<string>,
  caller = district,
  correctBecause: string | null = null,
): Promise<ImportReport & { statements: number }> {
  async function* bytes() {
    yield new TextEncoder().encode(`${header}\n`);
    for (const line of lines) yield new TextEncoder().encode(`${line}\n`);
  }
  return bed.engine.database.transaction({ settings: settings(caller) }, async (session) => {
    // As `importFile` does: a batch on a busy machine takes longer than a request may.
    await session.query(`select set_config('statement_timeout', '60s', true)`);
    const audit = async (action: string, _: unknown, facts: unknown) => {
      await session.query(
        `insert into platform.audit_event (actor_id, action, subject_type, facts) values ($1, $2, 'DataValue', $3)`,
        [caller.userId, action, JSON.stringify(facts)],
      );
    };
    const target = { session, caller, clock: bed.engine.clock, audit };
    const report = await importValues(target, figureRows(csvTable(bytes())), {
      correctBecause,
      facts: () => ({}),
    });
    return { ...report, statements: session.statements };
  });
}

/** What speaks against an import: code, line and field of each mistake. */
async function refused(lines: readonly string[], caller = district, correctBecause: string | null = null) {
  const before = await count();
  const error = (await load(lines, caller, correctBecause).then(
    () => Promise.reject(new Error('It was imported.')),
    (thrown: unknown) => thrown,
  )) as ProblemListError;
  if (error.code !== 'IMPORT_REJECTED') throw error;
  expect(await count()).toBe(before);
  return error.problems.map(({ code, details }) => [code, details['line'], details.field]);
}

const count = async (): Promise<number> => {
  const [row] = await bed.place.sql<{ n: number }>('select count(*)::int as n from core.data_value');
  return row!.n;
};
const houses = (unit: string, period: string, value: number | string, more: Cells = {}) =>
  csvLine({ unit, indicator: 'works.houses', period, value, ...more });

test('records figures of every kind, provisional and in the importer’s name, with one audit row', async () => {
  const report = await load([
    houses('26254', '2021-09', 3),
    csvLine({
      unit: '26254',
      indicator: 'works.visits',
      period: '2021-09',
      numerator: '2',
      denominator: '3',
      source: 'other-source',
      note: 'ghi chú',
    }),
    csvLine({ unit: '26254', indicator: 'works.recognized', period: '2021-Q3', status: 'none' }),
    houses('26254', '2021-09', 2, { disaggregation: 'work:build' }),
    houses('26257', '2021-09', 1, { asOf: '2021-06-01' }),
  ]);
  expect(report).toMatchObject({ rows: 5, recorded: 5, corrected: 0, unchanged: 0 });
  const stored = await bed.place.sql(
    `select v.code, i.key, d.value::text, d.numerator::text, d.status, d.source, d.disaggregation as part, d.note, d.state,
       d.entered_by::int, d.as_of::text, d.program
     from core.data_value d join core.indicator i on i.id = d.indicator_id
     join core.administrative_unit_version v on v.unit_id = d.unit_id and v.valid_from = '2021-01-01' order by d.id`,
  );
  const base = { state: 'PROVISIONAL', entered_by: 2, program: 'PRG-90', as_of: '2021-09-30', note: null };
  expect(stored).toEqual([
    expect.objectContaining({ ...base, code: '26254', key: 'works.houses', value: '3', part: '' }),
    expect.objectContaining({
      ...base,
      key: 'works.visits',
      numerator: '2',
      source: 'other-source',
      note: 'ghi chú',
    }),
    expect.objectContaining({ ...base, key: 'works.recognized', status: 'none' }),
    expect.objectContaining({ ...base, value: '2', part: 'work:build' }),
    expect.objectContaining({ ...base, code: '26257', value: '1' }),
  ]);
  const audited = await bed.place.sql(
    `select facts from platform.audit_event where action = 'core:value.import'`,
  );
  expect(audited).toEqual([{ facts: { rows: 5, recorded: 5, corrected: 0, unchanged: 0 } }]);
});

test('the same file once more changes nothing', async () => {
  expect(await load([houses('26254', '2021-09', '03')])).toMatchObject({
    recorded: 0,
    unchanged: 1,
  });
});

test('figures that differ are refused, or corrected for a reason: the old one stays as superseded', async () => {
  expect(await refused([houses('26254', '2021-09', 4)])).toEqual([['VALUE_ALREADY_RECORDED', 2, 'rows[0]']]);
  expect(await load([houses('26254', '2021-09', 4)], district, 'đếm lại')).toMatchObject({ corrected: 1 });
  const kept = await bed.place.sql(
    `select d.value::text, d.superseded_at is null as counts, d.reason from core.data_value d
     join core.indicator i on i.id = d.indicator_id and i.key = 'works.houses' where d.disaggregation = ''
       and d.unit_id = ${await bed.unit('26254')} order by d.id`,
  );
  expect(kept).toEqual([
    { value: '3', counts: false, reason: null },
    { value: '4', counts: true, reason: 'đếm lại' },
  ]);
});

test('each mistake is told with its line, field and code, and nothing is half-written', async () => {
  await bed.place.sql(
    `insert into core.period_lock (period_id, unit_id, reason) select id, ${await bed.unit('737')}, 'đã chốt' from core.period where key = '2020-05'`,
  );
  expect(
    await refused([
      houses('26260', '2021-08', 1),
      houses('26260', '2021-07', -1),
      houses('99999', '2021-08', 1),
      houses('26260', '2031-08', 1),
      houses('26260', '2021-11', 1),
      houses('26260', '2021-Q2', 1),
      houses('26260', '2020-05', 1),
      houses('26260', '2021-06', 'ba'),
      houses('26260', '2021-06', '1.000'),
      houses('737', '2021-06', 1),
      csvLine({ unit: '26260', indicator: 'works.nothing', period: '2021-06', value: '1' }),
      csvLine({
        unit: '26260',
        indicator: 'works.insured',
        period: '2021-06',
        numerator: '1',
        denominator: '2',
      }),
      csvLine({
        unit: '26260',
        indicator: 'works.visits',
        period: '2021-06',
        numerator: '4',
        denominator: '3',
      }),
      csvLine({
        unit: '26260',
        indicator: 'works.visits',
        period: '2021-05',
        numerator: '4',
        denominator: '0',
      }),
      csvLine({ unit: '26260', indicator: 'works.visits', period: '2021-04', value: '1' }),
      csvLine({ unit: '26260', indicator: 'works.recognized', period: '2021-Q2', status: 'best' }),
      csvLine({ unit: '26248', indicator: 'works.recognized', period: '2021-Q2', status: 'none' }),
      houses('26260', '2021-03', 1, { source: 'hearsay' }),
      houses('26260', '2021-03', 1, { disaggregation: 'work:paint' }),
      houses('26260', '2021-03', 1, { asOf: '2021-02-30' }),
      houses('26260', '2021-08', 2),
      '26260,works.houses,2021-08,1',
      houses('26119', '2021-08', 1),
    ]),
  ).toEqual([
    ['NEGATIVE_VALUE', 3, 'rows[1].value'],
    ['UNIT_CODE_UNKNOWN', 4, 'rows[2].unit'],
    ['PERIOD_NOT_FOUND', 5, 'rows[3].period'],
    ['PERIOD_IN_FUTURE', 6, 'rows[4].period'],
    ['PERIOD_CALENDAR_MISMATCH', 7, 'rows[5].period'],
    ['PERIOD_LOCKED', 8, 'rows[6].period'],
    ['NOT_A_NUMBER', 9, 'rows[7].value'],
    ['COUNT_NOT_WHOLE', 10, 'rows[8].value'],
    ['COLLECTION_LEVEL_MISMATCH', 11, 'rows[9].unit'],
    ['INDICATOR_NOT_FOUND', 12, 'rows[10].indicator'],
    ['INDICATOR_DERIVED', 13, 'rows[11].indicator'],
    ['RATIO_ABOVE_ONE', 14, 'rows[12].numerator'],
    ['RATIO_DENOMINATOR_ZERO', 15, 'rows[13].denominator'],
    ['VALUE_KIND_MISMATCH', 16, 'rows[14].value'],
    ['UNKNOWN_STATUS', 17, 'rows[15].status'],
    ['INDICATOR_NOT_APPLICABLE', 18, 'rows[16].unit'],
    ['SOURCE_UNKNOWN', 19, 'rows[17].source'],
    ['PART_UNKNOWN', 20, 'rows[18].disaggregation'],
    ['BAD_USER_INPUT', 21, 'rows[19].asOf'],
    ['IMPORT_ROW_TWICE', 22, 'rows[20]'],
    ['IMPORT_RAGGED', 23, 'file'],
    ['OUT_OF_SCOPE', 24, 'rows[22].unit'],
  ]);
});

test('what the importer may not record is refused, unit by unit and program by program', async () => {
  expect(await refused([houses('26254', '2021-02', 1), houses('26257', '2021-02', 1)], clerk)).toEqual([
    ['OUT_OF_SCOPE', 3, 'rows[1].unit'],
  ]);
  const one = await bed.holder(3, ['core:value.read', 'core:value.record'], '737', 'PRG-90');
  expect(
    await refused([csvLine({ unit: '26254', indicator: 'works.money', period: '2021-02', value: '1' })], one),
  ).toEqual([['OUT_OF_SCOPE', 2, 'rows[0].unit']]);
});

test('row security holds for the statements of an import, should its own check be mistaken', async () => {
  const lying = { ...clerk, settings: { ...district.settings } };
  const real = clerk.settings;
  await expect(
    bed.engine.database.transaction({ settings: settings(lying) }, async (session) => {
      const query = session.query.bind(session);
      // The check sees the scopes of the district; when the figures are written those of the clerk hold.
      session.query = async (sql: string, parameters?: unknown[]) => {
        if (sql.includes('insert into core.data_value'))
          await query(`select set_config('phoihop.scopes', $1, true), set_config('phoihop.held', $2, true)`, [
            real['scopes'],
            real['held'],
          ]);
        return query(sql, parameters) as never;
      };
      async function* bytes() {
        yield new TextEncoder().encode(`${header}\n${houses('26257', '2021-02', 1)}\n`);
      }
      const target = { session, caller: lying, clock: bed.engine.clock, audit: async () => {} };
      return importValues(target, figureRows(csvTable(bytes())), { correctBecause: null, facts: () => ({}) });
    }),
  ).rejects.toMatchObject({ code: 'ROW_SECURITY' } satisfies Partial<DatabaseError>);
});

test('a figure in a report that was handed in waits for the report', async () => {
  const unit = await bed.unit('26263');
  await bed.place.sql(
    `with template as (insert into core.report_template (key, calendar, level, title_vi, title_en)
       values ('import-test', 'MONTH', 'COMMUNE', 'x', 'x') returning id),
     report as (insert into core.report (template_id, unit_id, period_id, as_of, state, submitted_at)
       select template.id, ${unit}, p.id, p.ends_on, 'SUBMITTED', now() from template, core.period p where p.key = '2021-01' returning id)
     insert into core.data_value (indicator_id, unit_id, period_id, source, value, report_id)
     select i.id, ${unit}, p.id, 'front-report', 1, report.id from report, core.indicator i, core.period p
     where i.key = 'works.houses' and p.key = '2021-01'`,
  );
  const reader = await bed.holder(4, ['core:value.read', 'core:value.record', 'core:report.read'], '737');
  for (const caller of [district, reader]) {
    expect(await refused([houses('26263', '2021-01', 2)], caller, 'đếm lại')).toEqual([
      ['REPORT_STATE', 2, 'rows[0]'],
    ]);
  }
  await bed.place.sql(`update core.report set state = 'DRAFT' where submitted_at is not null`);
  expect(await refused([houses('26263', '2021-01', 2)], district, 'đếm lại')).toHaveLength(1);
  expect(await load([houses('26263', '2021-01', 2)], reader, 'đếm lại')).toMatchObject({ corrected: 1 });
});

test('the first 200 mistakes are told, and how many there are', async () => {
  const lines = Array.from({ length: 5_000 }, () => houses('99999', '2021-08', 1));
  const error = (await load(lines).catch((thrown: unknown) => thrown)) as ProblemListError;
  expect(error.details).toMatchObject({ given: 5_000, listed: 200 });
  expect(error.problems).toHaveLength(200);
});

test('a file without rows is refused', async () => {
  expect(await refused([])).toEqual([['IMPORT_EMPTY', 1, 'file']]);
});

describe('statements', () => {
  const months = Array.from(
    { length: 60 },
    (_, n) => `${2016 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
  );
  /** Figures of the communes for the months that are open, of one source and part. */
  const figures = (more: Cells = {}): string[] =>
    codes
      .slice(1)
      .flatMap((code) =>
        months.filter((month) => month !== '2020-05').map((month) => houses(code, month, 1, more)),
      );
  const good = figures();

  test('are as many for 1, 50 and 500 figures, and the same few for each further batch', async () => {
    const counts: number[] = [];
    let at = 0;
    for (const n of [1, 50, 500]) {
      counts.push((await load(good.slice(at, at + n))).statements);
      at += n;
    }
    expect(new Set(counts)).toEqual(new Set([9]));
  });

  test('do not grow with mistakes outside the scope', async () => {
    const sent: number[] = [];
    for (const n of [1, 50, 500]) {
      await bed.engine.database
        .transaction({ settings: settings(clerk) }, async (session) => {
          async function* bytes() {
            yield new TextEncoder().encode(
              [header, ...good.filter((one) => !one.startsWith('26254')).slice(0, n), ''].join('\n'),
            );
          }
          const target = { session, caller: clerk, clock: bed.engine.clock, audit: async () => {} };
          await importValues(target, figureRows(csvTable(bytes())), {
            correctBecause: null,
            facts: () => ({}),
          }).finally(() => sent.push(session.statements));
        })
        .catch(() => {});
    }
    expect(sent[1]).toBe(sent[0]);
    expect(sent[2]).toBe(sent[0]);
  });

  test('a batch more costs six more; a figure that an earlier batch has written is there twice', async () => {
    const many = ['', 'work:build', 'work:repair']
      .flatMap((disaggregation) => figures({ source: 'other-source', disaggregation }))
      .slice(0, 2_500);
    const again = many[0]!.replace(',1,', ',2,');
    expect(await refused([...many, again])).toEqual([['IMPORT_ROW_TWICE', 2_502, 'rows[2500]']]);
    expect(await load(many)).toMatchObject({ recorded: 2_500, statements: 15 });
  });
});

describe('a file on disk', () => {
  const services = () => bed.engine.servicesFor('core');
  const account = (username: string, role: string) =>
    createAccount(
      services(),
      { username, password: 'một câu dài để thử nhập tệp', fullName: 'Người Thử', role, unitCode: '737' },
      'test',
    );
  const file = async (...lines: string[]): Promise<string> => {
    const path = join(folder, `${lines.length}-${Math.random()}.csv`);
    await writeFile(path, [header, ...lines, ''].join('\n'));
    return path;
  };
  const how = { reason: 'số liệu cũ', correct: false };

  test('becomes figures of an account, audited with the file and the reason', async () => {
    await account('nhap.so.lieu', 'commune-clerk');
    const path = await file(houses('26293', '2021-09', 7));
    expect(await importFile(services(), { path, username: 'nhap.so.lieu', ...how })).toMatchObject({
      recorded: 1,
    });
    const [audited] = await bed.place.sql<{ facts: object }>(
      `select a.facts from platform.audit_event a join core.user_account u on u.id = a.actor_id and u.username = 'nhap.so.lieu'
       where a.action = 'core:value.import'`,
    );
    expect(audited!.facts).toMatchObject({
      by: 'phoihop import',
      reason: 'số liệu cũ',
      recorded: 1,
      file: basename(path),
      sha256: createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    });
  });

  test('is refused beyond the account’s scope, to one that may not record, to nobody, and without a reason', async () => {
    const [path, elsewhere] = [
      await file(houses('26293', '2021-08', 7)),
      await file(houses('26119', '2021-08', 7)),
    ];
    const attempt = (given: Partial<Parameters<typeof importFile>[1]>) =>
      importFile(services(), { path, username: 'nhap.so.lieu', ...how, ...given }).then(
        () => 'done',
        (error: ProblemListError) => error.problems?.[0]?.code ?? error.code,
      );
    await account('xem.so.lieu', 'inspector');
    expect(await attempt({ path: elsewhere })).toBe('OUT_OF_SCOPE');
    expect(await attempt({ username: 'xem.so.lieu' })).toBe('FORBIDDEN');
    expect(await attempt({ username: 'nobody' })).toBe('NOT_FOUND');
    expect(await attempt({ path: join(folder, 'nothing.csv') })).toBe('NOT_FOUND');
    expect(await attempt({ reason: ' ' })).toBe('REASON_REQUIRED');
    await bed.place.sql(`update core.user_account set disabled_at = now() where username = 'nhap.so.lieu'`);
    expect(await attempt({})).toBe('NOT_FOUND');
  });
});

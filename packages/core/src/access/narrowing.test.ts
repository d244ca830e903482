import type { Caller, RowRule } from '@phoihop/platform';
import type { CorePart } from '../part.js';
import { becomesBauHam, startTestBed, type TestBed } from '../people/test-bed.js';
import { holdsLittle, scopeSettings } from './scopes.js';
import { unitRows } from './unit-rows.js';

const permission = 'core:value.read';
const rule = unitRows({
  unit: 'unit_id',
  program: { column: 'program' },
  organization: 'organization_id',
  read: permission,
  explanation: 'Rows of a unit and a program.',
});
const { narrowing } = rule.select as Extract<RowRule['select'], { using: string }>;
const narrowed = `(${narrowing!.ways('t').join(' or ')})`;

/** A table too large to be read for a few units: most rows are of units that are nobody's. */
const ledger: CorePart = {
  migrations: [
    {
      name: '0100_ledger',
      up: `create table core.ledger (id bigint generated always as identity primary key, unit_id bigint not null, program text, organization_id bigint);
           create index ledger_unit on core.ledger (unit_id);
           create index ledger_organization on core.ledger (organization_id) where organization_id is not null;`,
      down: 'drop table core.ledger',
    },
  ],
  tables: { ledger: rule },
};

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({ extra: [ledger] });
  await bed.place.sql(`
    insert into core.ledger (unit_id, program, organization_id)
      select 1 + n % 2000, case n / 2000 % 3 when 0 then 'PRG-27' when 1 then 'PRG-28' end, case when n % 1999 = 0 then 2 end
      from generate_series(1, 40000) n;
    ${becomesBauHam}`);
  await bed.place.sql('vacuum analyze core.ledger');
}, 600_000);
afterAll(() => bed?.stop());

const reader = (subtree: string[], exact: string[] = [], organizations = ''): Caller => ({
  userId: 4,
  roles: [],
  permissions: new Set([permission]),
  settings: { ...scopeSettings({ [permission]: { subtree, exact } }), organizations },
});

const query = <R>(caller: Caller, sql: string, business_date = '2021-10-15') =>
  bed.engine.database.read<R>({ settings: { ...caller.settings, business_date } }, sql);

test.each<[string, boolean, string[], string[]]>([
  ['a district', true, ['any.1.2.3'], []],
  ['units by themselves, however high', true, [], ['any.1', 'any.1.2.3']],
  ['a district, in one program', true, ['PRG_27.1.2.3'], ['PRG_28.1.2.4.8']],
  ['nothing', true, [], []],
  ['a province', true, ['any.1.2'], []],
  ['a province beside a district', true, ['any.1.2.3', 'PRG_27.1.5'], []],
  ['three provinces', false, ['any.1.2', 'any.1.5', 'PRG_27.1.6'], []],
  ['the nation', false, ['any.1'], []],
  ['very many', false, Array.from({ length: 21 }, (_, n) => `any.1.2.3.${n}`), []],
])('%s is little: %s', (_, little, subtree, exact) => {
  expect(holdsLittle(reader(subtree, exact), permission)).toBe(little);
});

test('beside the row rule it leaves nothing out: units, programs, lineage, the own organization', async () => {
  const callers = [
    reader(['any.1.2.3']),
    reader([], ['any.1.2.3', 'PRG_27.1.2.4.8']),
    reader(['PRG_27.1.2.3.5', 'PRG_28.1.2.3'], ['any.1.2.4.8']),
    reader(['any.1.2.9']),
    reader(['any.1.2.9'], [], '2,77'),
    reader([], [], '2'),
    reader([]),
    // All but the country itself, which nothing narrows.
    reader(['any.1.2', 'PRG_27.1.2.3']),
  ];
  const seen: number[] = [];
  for (const business_date of ['2021-10-15', '2025-08-01']) {
    for (const caller of callers) {
      const [row] = await query<{ all: number; found: number }>(
        caller,
        `select count(*)::int as all, count(*) filter (where ${narrowed})::int as found from core.ledger t`,
        business_date,
      );
      expect(row!.found).toBe(row!.all);
      seen.push(row!.all);
    }
  }
  // What is compared is not nothing: 20 rows a unit, of which 7 are of PRG-27 and 7 of PRG-28, and 20 of the
  // organization. Without a unit of the day a scope gives nothing, and the successor reads what went into it.
  expect(seen.slice(0, callers.length)).toEqual([80, 27, 55, 0, 20, 20, 0, 140]);
  expect(seen.slice(callers.length)).toEqual([0, 0, 0, 40, 60, 20, 0, 160]);
});

/** How many rows of the table PostgreSQL looked at to answer. */
async function rowsRead(caller: Caller, sql: string): Promise<number> {
  interface Step {
    'Relation Name'?: string;
    'Actual Rows': number;
    'Actual Loops': number;
    'Rows Removed by Filter'?: number;
    Plans?: Step[];
  }
  const [row] = await query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
    caller,
    `explain (analyze, timing off, format json) ${sql}`,
  );
  const read = (step: Step): number =>
    (step['Relation Name'] === 'ledger'
      ? step['Actual Loops'] * (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0))
      : 0) + (step.Plans ?? []).reduce((sum, inner) => sum + read(inner), 0);
  return read(row!['QUERY PLAN'][0].Plan);
}

test('with it a page reads the rows of the caller’s units, without it the whole table', async () => {
  const page = (where: string) => `select * from core.ledger t ${where} order by program, id limit 50`;
  const district = reader(['any.1.2.3'], [], '2');
  expect(await rowsRead(district, page(`where ${narrowed}`))).toBeLessThan(200);
  expect(await rowsRead(district, page(''))).toBe(40_000);
});

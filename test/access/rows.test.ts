import { anonymous, type Session } from '@phoihop/platform';
import { differences } from './row-check.js';
import { tablePromises } from './row-oracle.js';
import {
  countIn,
  createRowWorld,
  hidesRows,
  looksAtRows,
  nameOf,
  openTableDifferences,
  runAs,
  type RowWorld,
} from './row-world.js';

let ground: RowWorld;
beforeAll(async () => {
  ground = await createRowWorld();
}, 600_000);
afterAll(() => ground?.world.close());

describe('what is promised', () => {
  test('is said here for every table whose rule looks at the row, and for no other', () => {
    const names = ground.declared.filter(looksAtRows).map(nameOf);
    expect(tablePromises.map(({ table }) => table).sort()).toEqual(names.sort());
  });

  test('a table whose rows can be moved says what would move them out of reach', () => {
    const whole = ground.declared.filter(
      ({ update }) => typeof update === 'object' && !('columns' in update),
    );
    expect(whole.map(nameOf)).toEqual(tablePromises.filter(({ move }) => move).map(({ table }) => table));
  });

  test('columns that say where a row belongs are granted to nobody', () => {
    const granted = ground.declared.flatMap((table) =>
      typeof table.update === 'object' && 'columns' in table.update
        ? table.update.columns.map((column) => `${nameOf(table)}.${column}`)
        : [],
    );
    expect(granted.length).toBeGreaterThan(40);
    // A report and its figures may be said to be of another organization: of the caller’s own (see record.test.ts).
    expect(
      granted.filter((name) =>
        /\.(\w*unit_id|group_id|user_id|person_id|role_id|program\w*|organization_id|code)$/.test(name),
      ),
    ).toEqual(['core.report.organization_id']);
  });
});

describe('the demonstration', () => {
  /** Filled by the test itself: the demonstration has no file, and nothing that only use makes. */
  const leftEmpty = [
    'core.attachment',
    'core.attachment_link',
    'core.entry_extension',
    'core.report_dispatch',
    'core.report_inclusion',
    'core.report_version',
    'core.review_remark',
    'core.review_step',
    'platform.audit_event',
    'platform.idempotency_key',
  ];

  test('fills every table whose rows are hidden but those listed', () => {
    const empty = ground.declared.filter(
      (table) => hidesRows(table) && ground.rowsInDemo.get(nameOf(table)) === 0,
    );
    expect(empty.map(nameOf).sort()).toEqual(leftEmpty);
  });

  test('and the rows entered here fill the rest', () => {
    for (const table of ground.declared) {
      if (table.select !== 'never')
        expect([nameOf(table), ground.rows.get(nameOf(table))! > 0]).toEqual([nameOf(table), true]);
    }
  });
});

describe('without a grant no hidden row is seen', () => {
  /** Score sheets that are no draft are known to whoever may ask for sheets at all. */
  const announced = 'drafted_on is null or issued_on is not null';
  /** What everybody may know of tables that hide rows: public documents, the published activities, links between them. */
  const published: Readonly<Record<string, string>> = {
    'core.document': `confidentiality = 'PUBLIC'`,
    'core.activity': 'code is not null',
    'emulation_awards.score_sheet': announced,
    'emulation_awards.criterion': `coalesce(sheet_id, dropped_from_id) in (select id from emulation_awards.score_sheet where ${announced})`,
    'emulation_awards.sheet_step': `sheet_id in (select id from emulation_awards.score_sheet where ${announced})`,
    'core.document_link': `exists (select from core.document d where d.id = document_id and d.confidentiality = 'PUBLIC')
      and plan_id is null
      and (from_document_id is null or exists (select from core.document d where d.id = from_document_id and d.confidentiality = 'PUBLIC'))
      and (activity_id is null or exists (select from core.activity a where a.id = activity_id and a.code is not null))`,
  };
  /** The integration account reads figures with their totals, targets and what they were, and knows its own person. */
  const grantedTo: Readonly<Record<string, readonly string[]>> = {
    integration: [
      'core.data_value',
      'core.kept_total',
      'core.target',
      'core.target_version',
      'core.person',
      'core.user_account',
      'core.assignment',
    ],
  };

  test.each(['nobody', 'a session without settings', 'integration'])('%s', async (name) => {
    const { world, declared } = ground;
    const tables = declared.filter(hidesRows).map(nameOf);
    const look = async (session: Session) => {
      const seen = new Map<string, number>();
      for (const table of tables) seen.set(table, await countIn(session, table));
      return seen;
    };
    const seen =
      name === 'integration'
        ? await world.within(ground.asker(name).caller, look)
        : name === 'nobody'
          ? await world.within(anonymous, look)
          : await world.bed.engine.database.transaction({}, look);
    const granted = grantedTo[name] ?? [];
    for (const table of tables) {
      const [of] = await world.sql<{ rows: number; open: number }>(
        `select count(*)::int as rows, count(*) filter (where ${published[table] ?? 'false'})::int as open from ${table}`,
      );
      const expected = granted.includes(table) ? { more: true } : { more: false, seen: of!.open };
      expect({
        table,
        hidden: of!.rows > of!.open,
        more: seen.get(table)! > of!.open,
        ...(expected.more ? {} : { seen: seen.get(table) }),
      }).toEqual({
        table,
        hidden: true,
        ...expected,
      });
    }
    expect(tables.length).toBeGreaterThan(15);
  });

  test('somebody with an account and no role: the own person and account, and nothing else', async () => {
    const { caller, who } = ground.asker('jobless');
    await ground.world.within(caller, async (session) => {
      expect(await session.query('select id from core.person')).toEqual([{ id: who.personId }]);
      expect(await session.query('select id from core.user_account')).toEqual([{ id: who.userId }]);
      for (const table of [
        'core.assignment',
        'core.data_value',
        'core.report',
        'core.obligation',
        'core.plan',
        'core.target',
        'platform.audit_event',
      ]) {
        expect([table, await countIn(session, table)]).toEqual([table, 0]);
      }
    });
  });
});

describe('each row is seen, entered and changed by whom it is promised to', () => {
  test.each(tablePromises.map(({ table }) => table))('%s', async (table) => {
    const { world, checks } = ground;
    const promise = tablePromises.find((one) => one.table === table)!;
    const found: string[] = [];
    for (const check of checks) {
      world.bed.setBusinessDate(check.ground.rights.date);
      for (const one of check.askers) {
        found.push(
          ...(await world.within(one.caller, (session) => differences(session, check, promise, one))),
        );
      }
    }
    world.bed.setBusinessDate('2021-10-15');
    expect(found).toEqual([]);
  });

  test('what has no such rule is read by everybody, or by nobody', async () => {
    const { world, declared, asker } = ground;
    const plain = declared.filter((table) => !looksAtRows(table));
    expect(plain.length).toBeGreaterThan(10);
    for (const name of ['nobody', 'standing', 'admin']) {
      const { caller } = asker(name);
      expect(await world.within(caller, (session) => openTableDifferences(session, ground, plain))).toEqual(
        [],
      );
      for (const table of plain.filter(({ select }) => select === 'never')) {
        await expect(runAs(world, caller, `select from ${nameOf(table)}`)).rejects.toMatchObject({
          code: 'ROW_SECURITY',
        });
      }
    }
  });

  test('nobody removes a row, and nobody writes where writing is promised to nobody', async () => {
    const { world, declared, asker } = ground;
    let refused = 0;
    for (const name of ['nobody', 'standing', 'admin', 'clerk.bau-ham']) {
      for (const table of declared) {
        const at = nameOf(table);
        const sql = [`delete from ${at}`, `truncate ${at}`];
        if (table.insert === 'never') sql.push(`insert into ${at} default values`);
        for (const one of sql) {
          await expect(runAs(world, asker(name).caller, one)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
          refused += 1;
        }
      }
    }
    expect(refused).toBeGreaterThan(300);
  });
});

describe('in words', () => {
  const seenBy = <R>(name: string, sql: string): Promise<R[]> =>
    ground.world.within(ground.asker(name).caller, (session) => session.query<R>(sql));

  test('a commune clerk sees figures of the commune and of what is below it, of all programs', async () => {
    const seen = await seenBy<{ name: string; programs: number }>(
      'clerk.bau-ham',
      `select v.full_name as name, count(distinct d.program)::int as programs from core.data_value d
         join core.administrative_unit_version v on v.unit_id = d.unit_id group by 1 order by 1`,
    );
    expect(seen.map(({ name }) => name)).toEqual(['Ấp 1', 'Ấp 2', 'Xã Bàu Hàm']);
    expect(seen[2]!.programs).toBeGreaterThan(5);
  });

  test('the head of a residential area sees that area alone', async () => {
    const units = await seenBy<{ name: string }>(
      'head.bau-ham',
      `select distinct v.full_name as name from core.data_value d join core.administrative_unit_version v on v.unit_id = d.unit_id`,
    );
    expect(units).toEqual([{ name: 'Ấp 1' }]);
  });

  test('a clerk of one program sees that program in that commune', async () => {
    const bauHam = await ground.world.unit('26257');
    for (const [table, unit, program, where, none] of [
      ['core.data_value', 'unit_id', 'program', '', false],
      ['core.plan', 'unit_id', 'program_code', '', false],
      ['core.activity', 'unit_id', 'program_code', 'where code is null', false],
      ['core.target', 'home_unit_id', 'program_code', '', true],
      // The communes’ form belongs to no program: who holds one program only sees none made with it, but that of the program.
      ['core.report', 'unit_id', 'program', '', false],
      ['core.obligation', 'unit_id', 'program', '', false],
    ] as const) {
      const rows = await seenBy(
        'clerk.insurance',
        `select distinct ${unit} as unit, ${program} as program from ${table} ${where}`,
      );
      expect([table, rows]).toEqual([table, none ? [] : [{ unit: bauHam, program: 'PRG-27' }]]);
    }
  });

  test('a member organization sees its programs, and what it reported itself', async () => {
    const mine = (
      await ground.world.sql<{ program: string }>(
        `select program from core.program_participant join core.organization on organization.id = organization_id where key = 'farmers-union'`,
      )
    ).map(({ program }) => program);
    const seen = await seenBy<{ program: string; theirs: boolean; n: number }>(
      'farmers',
      `select program, coalesce(organization_id = any ((select core.own_organizations())::bigint[]), false) as theirs, count(*)::int as n
         from core.data_value group by 1, 2`,
    );
    expect(seen.filter(({ theirs }) => !theirs).length).toBeGreaterThan(3);
    expect(seen.filter(({ program, theirs }) => !theirs && !mine.includes(program))).toEqual([]);
    // PRG-24 is not theirs; the figures they reported in it are.
    expect(mine).not.toContain('PRG-24');
    expect(seen.filter(({ program }) => program === 'PRG-24')).toEqual([
      { program: 'PRG-24', theirs: true, n: 2 },
    ]);
  });
});

/** Score sheets that a district writes: drafted, written anew, issued by another, withdrawn; and who sees which. */
import { startProgramBed, tryImpossibleSteps, type ProgramBed } from '@phoihop/testing';
import emulation from '../plugin.js';
import { sheetWorkflow, type SheetState, type SheetStep } from './sheet-state.js';

let bed: ProgramBed;
let district: string;
beforeAll(async () => {
  bed = await startProgramBed([emulation]);
  district = await bed.unit('737');
}, 300_000);
afterAll(() => bed?.close());

const draft = 'emulationAwardsDraftSheet';
const change = 'emulationAwardsChangeSheet';
const issue = 'emulationAwardsIssueSheet';
const withdraw = 'emulationAwardsWithdrawSheet';
const open = 'emulationAwardsOpenYear';
const choose = 'emulationAwardsChooseSheet';
const shown = `id version state number year title ballot tieOrder legalBasis draftedOn issuedOn withdrawnOn copiedFrom { year number }
  criteria(first: 100) { nodes { number title kind maximum source indicator zeroAt fullAt perLate perMissing } }
  steps { nodes { action reason takenOn } }`;

const manual = (number: string, more: object = {}) => ({
  number,
  titleVi: `Tiêu chí ${number}`,
  titleEn: `Criterion ${number}`,
  kind: 'POINTS',
  maximum: '10',
  source: 'MANUAL',
  ...more,
});
const late = (number: string, more: object = {}) =>
  manual(number, {
    kind: 'MINUS',
    maximum: '5',
    source: 'LATENESS',
    perLate: '0.5',
    perMissing: '1',
    ...more,
  });
const reviews = (number: string, more: object = {}) =>
  manual(number, {
    source: 'INDICATOR',
    indicator: 'emulation-awards.reviews-held',
    zeroAt: '0',
    fullAt: '2',
    ...more,
  });

const heading = {
  titleVi: 'Bảng điểm thi đua năm 2023',
  titleEn: 'Score sheet 2023',
  validFrom: '2021-10-01',
  validTo: '2024-04-01',
  legalBasis: 'Quyết định số 12/QĐ-MTTQ-BTT ngày 10/10/2021',
};
const whole = {
  ...heading,
  ballot: 'SECRET',
  tieOrder: ['LEAST_MINUS', '1'],
  criteria: [manual('1'), late('2')],
};

const drafted = (more: object = {}, who = 'standing'): Promise<any> =>
  bed.change(draft, { unit: district, year: 2023, ...whole, ...more }, who, shown);
const at = (sheet: any) => ({ sheet: sheet.id, expectedVersion: sheet.version });
const issued = async (more: object = {}): Promise<any> =>
  bed.change(issue, at(await drafted(more)), 'standing.deputy', shown);

const sheetOf = async (year: number): Promise<any> => {
  const { data } = await bed.ask(
    `{ emulationAwardsScoreSheets(filter: { yearMin: ${year}, yearMax: ${year} }) { nodes { ${shown} } } }`,
    'standing',
  );
  return data.emulationAwardsScoreSheets.nodes[0];
};

describe('a sheet is written', () => {
  test('new, with lines of every source, as the next edition of its year', async () => {
    const made = await drafted({ criteria: [manual('1'), reviews('2', { kind: 'BONUS' }), late('3')] });
    expect(made).toMatchObject({
      state: 'DRAFT',
      version: 1,
      number: 1,
      year: 2023,
      ballot: 'SECRET',
      tieOrder: ['LEAST_MINUS', '1'],
      legalBasis: heading.legalBasis,
      draftedOn: '2021-10-15',
      issuedOn: null,
      copiedFrom: null,
      steps: { nodes: [{ action: 'DRAFT', reason: null, takenOn: '2021-10-15' }] },
    });
    expect(made.criteria.nodes).toEqual([
      { number: '1', title: 'Criterion 1', kind: 'POINTS', maximum: '10.00', source: 'MANUAL', indicator: null, zeroAt: null, fullAt: null, perLate: null, perMissing: null },
      { number: '2', title: 'Criterion 2', kind: 'BONUS', maximum: '10.00', source: 'INDICATOR', indicator: 'emulation-awards.reviews-held', zeroAt: '0', fullAt: '2', perLate: null, perMissing: null },
      { number: '3', title: 'Criterion 3', kind: 'MINUS', maximum: '5.00', source: 'LATENESS', indicator: null, zeroAt: null, fullAt: null, perLate: '0.50', perMissing: '1.00' },
    ]); // prettier-ignore
    expect((await drafted()).number).toBe(2);
  });

  test('as a copy of another year’s, with what is given instead', async () => {
    const past = await sheetOf(2021);
    const { criteria: _, tieOrder: __, ballot: ___, ...rest } = whole;
    const copy = await drafted({ ...rest, criteria: null, tieOrder: null, ballot: 'NAMED', copyOf: past.id });
    expect(copy).toMatchObject({
      ballot: 'NAMED',
      tieOrder: past.tieOrder,
      copiedFrom: { year: 2021, number: 1 },
    });
    expect(copy.criteria).toEqual(past.criteria);
    expect(past.criteria.nodes).toHaveLength(8);
  });

  test('anew as a whole: a line that is left out is on it no more, and is kept', async () => {
    const first = await drafted();
    const kept = await bed.sql<{ n: number }>('select count(*)::int as n from emulation_awards.criterion');
    const next = await bed.change(
      change,
      {
        ...at(first),
        ...whole,
        titleEn: 'Better',
        tieOrder: [],
        criteria: [manual('1', { maximum: '12.5' })],
      },
      'standing',
      shown,
    );
    expect(next).toMatchObject({ version: 2, tieOrder: [] });
    expect(next.criteria.nodes.map(({ number, maximum }: any) => [number, maximum])).toEqual([
      ['1', '12.50'],
    ]);
    expect(next.steps.nodes.map(({ action }: any) => action)).toEqual(['DRAFT', 'CHANGE']);
    expect(await bed.sql('select count(*)::int as n from emulation_awards.criterion')).toEqual([
      { n: kept[0]!.n + 1 },
    ]);
    const again = { ...at(first), ...whole };
    expect(await bed.refused(change, again, 'standing')).toMatchObject({
      code: 'CONFLICT',
      given: 1,
      current: 2,
    });
    const titles = async (locale: 'vi' | 'en') =>
      (
        await bed.ask(
          `{ node(id: "${first.id}") { ... on EmulationAwardsScoreSheet { title criteria { nodes { title } } } } }`,
          'standing',
          {},
          locale,
        )
      ).data.node;
    expect(await titles('en')).toEqual({ title: 'Better', criteria: { nodes: [{ title: 'Criterion 1' }] } });
    expect(await titles('vi')).toEqual({
      title: 'Bảng điểm thi đua năm 2023',
      criteria: { nodes: [{ title: 'Tiêu chí 1' }] },
    });
  });

  test('once, however often a request with its key is sent', async () => {
    const key = { idempotencyKey: '00000000-0000-4000-8000-00000000e051' };
    expect(await drafted(key)).toEqual(await drafted(key));
  });

  test.each([
    ['a number that is none', { criteria: [manual('LEAST_MINUS')] }, 'BAD_USER_INPUT', 'input.criteria[0].number'],
    ['a number twice', { criteria: [manual('1'), manual('1')] }, 'BAD_USER_INPUT', 'input.criteria[1].number'],
    ['no points', { criteria: [manual('1', { maximum: '0' })] }, 'BAD_USER_INPUT', 'input.criteria[0].maximum'],
    ['thousandths', { criteria: [manual('1', { maximum: '1.005' })] }, 'BAD_USER_INPUT', 'input.criteria[0].maximum'],
    ['no indicator', { criteria: [reviews('1', { indicator: null })] }, 'BAD_USER_INPUT', 'input.criteria[0].indicator'],
    ['one that nobody has', { criteria: [manual('1'), reviews('2', { indicator: 'no.such' })] }, 'EMULATION_INDICATOR_UNKNOWN', 'input.criteria[1].indicator'],
    ['no way between the figures', { criteria: [reviews('1', { fullAt: '0.0' })] }, 'BAD_USER_INPUT', 'input.criteria[0].fullAt'],
    ['what people judge and lateness', { criteria: [manual('1', { perLate: '1' })] }, 'BAD_USER_INPUT', 'input.criteria[0].perLate'],
    ['lateness without its price', { criteria: [late('1', { perMissing: null })] }, 'BAD_USER_INPUT', 'input.criteria[0].perMissing'],
    ['a line without words', { criteria: [manual('1', { titleVi: ' x ' })] }, 'TEXT_LENGTH', 'input.criteria[0].titleVi'],
    ['a tie by a line that is not there', { tieOrder: ['LEAST_MINUS', '9'] }, 'BAD_USER_INPUT', 'input.tieOrder[1]'],
    ['a rule twice', { tieOrder: ['1', '1'] }, 'BAD_USER_INPUT', 'input.tieOrder[1]'],
    ['an end before the beginning', { validTo: '2021-10-01' }, 'BAD_USER_INPUT', 'input.validTo'],
    ['nothing that it rests on', { legalBasis: ' ' }, 'TEXT_LENGTH', 'input.legalBasis'],
    ['a year far away', { year: 2027 }, 'BAD_USER_INPUT', 'input.year'],
    ['no ballot', { ballot: null }, 'BAD_USER_INPUT', 'input.ballot'],
  ] as const)('%s is refused, and nothing is begun', async (_, more, code, field) => {
    const count = () => bed.sql('select count(*)::int as n from emulation_awards.score_sheet');
    const before = await count();
    const input = { unit: district, year: 2023, ...whole, ...more };
    expect(await bed.refused(draft, input, 'standing')).toMatchObject({ code, field });
    expect(await count()).toEqual(before);
  }); // prettier-ignore

  test('for a district, by whoever may there', async () => {
    const input = { unit: await bed.unit('26257'), year: 2023, ...whole };
    expect(await bed.refused(draft, input, 'standing')).toMatchObject({
      code: 'UNIT_KIND',
      field: 'input.unit',
    });
    const own = { ...input, unit: district };
    for (const who of [
      'chair.bau-ham',
      'clerk.bau-ham',
      'lead.cluster4',
      'council',
      'farmers',
      'auditor',
      'admin',
    ])
      expect([who, (await bed.refused(draft, own, who))['code']]).toEqual([who, 'FORBIDDEN']);
    // An officer of a cluster writes none for the whole district.
    expect(await bed.refused(draft, own, 'officer.cluster4')).toMatchObject({ code: 'OUT_OF_SCOPE' });
  });
});

describe('a sheet is put in force', () => {
  test('by another person than wrote it, under no account; from then on it does not change', async () => {
    const first = await drafted();
    expect(await bed.refused(issue, at(first), 'standing')).toMatchObject({ code: 'SAME_PERSON' });
    const next = await bed.change(change, { ...at(first), ...whole }, 'standing.deputy', shown);
    // Now both have written it.
    for (const who of ['standing', 'standing.deputy'])
      expect([who, (await bed.refused(issue, at(next), who))['code']]).toEqual([who, 'SAME_PERSON']);
    const other = await issued();
    expect(other).toMatchObject({ state: 'IN_FORCE', issuedOn: '2021-10-15', version: 2 });
    expect(other.steps.nodes.map(({ action }: any) => action)).toEqual(['DRAFT', 'ISSUE']);
    expect(await bed.refused(change, { ...at(other), ...whole }, 'standing')).toMatchObject({
      code: 'EMULATION_SHEET_STATE',
      given: 'IN_FORCE',
      allowed: withdraw,
    });
  });

  test('not without a line that gives points', async () => {
    const empty = await drafted({ tieOrder: [], criteria: [late('1')] });
    expect(await bed.refused(issue, at(empty), 'standing.deputy')).toMatchObject({
      code: 'EMULATION_SHEET_EMPTY',
      given: 0,
      allowed: '≥ 1',
    });
  });

  test('a year is run by it, not by a draft; then it is not withdrawn, and another edition takes its place', async () => {
    const year = { year: 2024, validFrom: '2021-10-15' };
    const first = await drafted(year);
    expect(await bed.refused(open, { sheet: first.id }, 'standing')).toMatchObject({
      code: 'EMULATION_SHEET_STATE',
      given: 'DRAFT',
    });
    const sheet = await bed.change(issue, at(first), 'standing.deputy', shown);
    let run = await bed.change(open, { sheet: sheet.id }, 'standing', 'id version state');
    expect(await bed.refused(withdraw, { ...at(sheet), reason: 'soạn lại' }, 'standing')).toMatchObject({
      code: 'EMULATION_SHEET_IN_USE',
      given: 2024,
    });
    const next = await issued({ ...year, titleEn: 'Second edition' });
    expect(next.number).toBe(2);
    const to = (it: any, by: any) => ({ emulationYear: it.id, expectedVersion: it.version, sheet: by.id });
    const foreign = await issued();
    expect(await bed.refused(choose, to(run, foreign), 'standing')).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.sheet',
      given: 2023,
      allowed: 2024,
    });
    run = await bed.change(choose, to(run, next), 'standing', 'id version state sheet { number }');
    expect(run).toMatchObject({ state: 'PREPARED', sheet: { number: 2 } });
    // The first edition is free again.
    expect(
      await bed.change(withdraw, { ...at(sheet), reason: 'Đã có bản khác.' }, 'standing', shown),
    ).toMatchObject({ state: 'WITHDRAWN', withdrawnOn: '2021-10-15' });
    expect(await bed.refused(choose, to(run, sheet), 'standing')).toMatchObject({
      code: 'EMULATION_SHEET_STATE',
    });
    // Scored, it is locked.
    const id = Number(Buffer.from(run.id, 'base64url').toString().split(':')[1]);
    await bed.sql(
      `update emulation_awards.emulation_year set state = 'SELF_SCORING', launched_on = '2021-10-15' where id = $1`,
      [id],
    );
    expect(await bed.refused(choose, to(run, next), 'standing')).toMatchObject({
      code: 'EMULATION_YEAR_STATE',
      given: 'SELF_SCORING',
    });
  });
});

describe('SQL that asks nobody', () => {
  const raw = async (who: string, text: string, values: unknown[]): Promise<unknown> => {
    const { settings, userId } = await bed.as(who);
    return bed.engine.database.transaction(
      { settings: { ...settings, user_id: String(userId), business_date: '2021-10-15' } },
      (session) => session.query(text, values),
    );
  };
  const keyOf = (id: string) => Number(Buffer.from(id, 'base64url').toString().split(':')[1]);

  test('changes nothing of a sheet that was issued or loaded, and withdraws one at most', async () => {
    const set = (id: string, what: string) =>
      raw('standing', `update emulation_awards.score_sheet set ${what} where id = $1`, [keyOf(id)]);
    const [sheet, loaded] = [await issued(), await sheetOf(2021)];
    for (const { id } of [sheet, loaded])
      for (const what of [
        `title_en = 'Other'`,
        `tie_order = '{}'`,
        `valid_to = '2030-01-01'`,
        `ballot = 'NAMED', version = version + 1`,
        `state = 'WITHDRAWN', withdrawn_on = '2021-10-15', note = 'x'`,
      ])
        await expect(set(id, what)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
    await set(sheet.id, `state = 'WITHDRAWN', withdrawn_on = '2021-10-15'`);
    for (const what of [`state = 'IN_FORCE', withdrawn_on = null`, `withdrawn_on = '2021-10-14'`])
      await expect(set(sheet.id, what)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
    const draftOne = await drafted();
    await set(draftOne.id, `title_en = 'Other'`);
  });

  test('writes no step in another name, and none of another district’s sheet', async () => {
    const [foreign] = await bed.sql<{ id: number }>(
      `insert into emulation_awards.score_sheet (unit_id, year, number, title_vi, title_en, ballot, tie_order, valid_from, legal_basis)
       select unit_id, 2023, 1, 'Bảng điểm', 'Sheet', 'SECRET', '{}', '2021-01-01', 'QĐ' from core.administrative_unit_version
        where tree = 'ADMIN' and code = '731' and superseded_at is null limit 1 returning id::int`,
    );
    const own = keyOf((await drafted()).id);
    const step = (sheet: number, by: string) =>
      raw(
        'standing',
        `insert into emulation_awards.sheet_step (sheet_id, unit_id, action, taken_on, taken_by)
         select $1, mine.unit_id, 'CHANGE', '2021-10-15', ${by} from emulation_awards.score_sheet mine where mine.id = $2`,
        [sheet, own],
      );
    const [deputy] = await bed.sql<{ id: number }>(
      `select id::int from core.user_account where username = 'standing.deputy'`,
    );
    await step(own, 'platform.caller_id()');
    for (const [sheet, by] of [
      [own, `${deputy!.id}`],
      [own, 'null'],
      [foreign!.id, 'platform.caller_id()'],
    ] as const)
      await expect(step(sheet, by)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
  });
});

test('drafts are seen by those who write and issue them, sheets in force by everybody who is judged by them', async () => {
  const made = await drafted();
  const seen = async (who: string, id: string) =>
    (
      await bed.ask(
        `{ node(id: "${id}") { ... on EmulationAwardsScoreSheet { state criteria { totalCount } steps { totalCount } } } }`,
        who,
      )
    ).data.node;
  const line = async (who: string) => {
    const { data } = await bed.ask(
      `{ emulationAwardsScoreSheets(filter: { state: [DRAFT] }) { totalCount } emulationAwardsSheetSteps(filter: { sheet: "${made.id}" }) { totalCount } }`,
      who,
    );
    return [data.emulationAwardsScoreSheets.totalCount > 0, data.emulationAwardsSheetSteps.totalCount];
  };
  const others = ['officer.cluster4', 'chair.bau-ham', 'clerk.bau-ham', 'council', 'auditor'];
  for (const who of others) {
    expect([who, await seen(who, made.id)]).toEqual([who, null]);
    expect([who, await line(who)]).toEqual([who, [false, 0]]);
  }
  for (const who of ['standing', 'standing.deputy']) {
    expect(await seen(who, made.id)).toEqual({
      state: 'DRAFT',
      criteria: { totalCount: 2 },
      steps: { totalCount: 1 },
    });
    expect(await line(who)).toEqual([true, 1]);
  }
  await bed.change(issue, at(made), 'standing.deputy', 'id');
  for (const who of others)
    expect([who, await seen(who, made.id)]).toEqual([
      who,
      { state: 'IN_FORCE', criteria: { totalCount: 2 }, steps: { totalCount: 2 } },
    ]);
});

test('a step that is not possible is refused, whoever asks for it, and leaves nothing behind', async () => {
  const sheet = await drafted();
  const id = Number(Buffer.from(sheet.id, 'base64url').toString().split(':')[1]);
  const inputs: Record<SheetStep, object> = {
    emulationAwardsChangeSheet: { ...at(sheet), ...whole },
    emulationAwardsIssueSheet: at(sheet),
    emulationAwardsWithdrawSheet: { ...at(sheet), reason: 'soạn lại' },
  };
  const everybody = [
    'standing',
    'standing.deputy',
    'chair.bau-ham',
    'clerk.bau-ham',
    'lead.cluster4',
    'council',
    'admin',
  ];
  const people = Object.fromEntries(
    await Promise.all(everybody.map(async (who) => [who, (await bed.as(who)).permissions] as const)),
  );
  const wrong = await tryImpossibleSteps<SheetState, SheetStep>({
    workflow: sheetWorkflow,
    people,
    put: async (state) => {
      // What was issued does not go back, but here.
      await bed.sql('alter table emulation_awards.score_sheet disable trigger keep_issued_sheet');
      await bed.sql(
        `update emulation_awards.score_sheet set state = $2, issued_on = case when $2 = 'IN_FORCE' then date '2021-10-15' end,
           withdrawn_on = case when $2 = 'WITHDRAWN' then date '2021-10-15' end where id = $1`,
        [id, state],
      );
      await bed.sql('alter table emulation_awards.score_sheet enable trigger keep_issued_sheet');
    },
    take: (step, who) =>
      bed.ask(`mutation ($input: E${step.slice(1)}Input!) { ${step}(input: $input) { id } }`, who, {
        input: inputs[step],
      }),
    written: () =>
      bed.sql(
        `select (select json_agg(row_to_json(s) order by id) from emulation_awards.score_sheet s)::text as sheets,
           (select count(*)::int from emulation_awards.criterion) as lines, (select count(*)::int from emulation_awards.sheet_step) as steps,
           (select count(*)::int from platform.audit_event where action like 'emulation-awards:%') as audited`,
      ),
  });
  expect(wrong).toEqual([]);
}, 120_000);

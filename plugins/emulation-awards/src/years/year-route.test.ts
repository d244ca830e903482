/** The way of an emulation year (W-10), from its clusters to its end, on a year made for the test. */
import { startProgramBed, tryImpossibleSteps, type ProgramBed } from '@phoihop/testing';
import emulation from '../plugin.js';
import { loadSheets, readSheets } from '../sheets/load-sheets.js';
import { yearWorkflow, type YearState, type YearStep } from './year-state.js';

let bed: ProgramBed;
/** Of the year 2022, which is prepared before it begins. */
const known: Record<string, string> = {};
let year: { id: string; version: number; state: YearState };

const global = (type: string, id: number): string => Buffer.from(`${type}:${id}`).toString('base64url');

beforeAll(async () => {
  bed = await startProgramBed([emulation]);
  const [sheet] = (await readSheets()).filter((one) => one.year === 2020);
  await loadSheets(bed.engine.servicesFor('emulation-awards'), [
    {
      ...sheet!,
      year: 2022,
      // The first two editions of 2022 are those that the demonstration writes.
      number: 3,
      validFrom: '2021-10-01',
      validTo: '2023-04-01',
      demo: false,
      criteria: [
        { number: '1', titleVi: 'Một', titleEn: 'One', kind: 'POINTS', maximum: '10', source: 'MANUAL' },
        {
          number: '2',
          titleVi: 'Hai',
          titleEn: 'Two',
          kind: 'MINUS',
          maximum: '3',
          source: 'LATENESS',
          perLate: '1',
          perMissing: '1',
        },
      ],
    },
  ]);
  const [row] = await bed.sql<{ id: number }>(
    'select id from emulation_awards.score_sheet where year = 2022 and number = 3',
  );
  known['sheet'] = global('EmulationAwardsScoreSheet', row!.id);
  for (const [key, codes] of [
    ['first-2022', ['26254', '26257']],
    ['second-2022', ['26257', '26260']],
    ['third-2022', ['26260', '26251']],
  ] as const) {
    const [group] = await bed.sql<{ id: number }>(
      `insert into core.unit_group (key, name_vi, purpose, year, unit_id, valid_from)
       select $1, $1, 'EMULATION', 2022, unit_id, '2021-10-01' from core.administrative_unit_version where code = '737' and superseded_at is null and valid_from <= '2021-06-01' and valid_to > '2021-06-01'
       returning id`,
      [key],
    );
    await bed.sql(
      `insert into core.unit_group_member (group_id, unit_id, valid_from)
       select $1, unit_id, '2021-10-01' from core.administrative_unit_version where code = any ($2) and superseded_at is null and valid_from <= '2021-06-01' and valid_to > '2021-06-01'`,
      [group!.id, codes],
    );
    known[key] = global('UnitGroup', group!.id);
  }
}, 300_000);
afterAll(() => bed?.close());

async function step(name: string, who = 'standing', version = year.version) {
  const { data, errors } = await bed.ask(
    `mutation ($input: EmulationAwardsYearStepInput!) { emulationAwards${name}(input: $input) { id version state launchedOn closedOn } }`,
    who,
    { input: { emulationYear: year.id, expectedVersion: version } },
  );
  if (errors) return { code: errors[0]!.extensions['code'] as string, ...errors[0]!.extensions };
  year = data[`emulationAwards${name}`];
  return data[`emulationAwards${name}`];
}

const add = 'emulationAwardsAddCluster';
const cluster = async (group: string, number: number, lead: string) => ({
  emulationYear: year.id,
  group: known[group]!,
  number,
  leadUnit: await bed.unit(lead),
});

describe('clusters', () => {
  test('a year is opened by a sheet in force, once', async () => {
    const input = { sheet: known['sheet'] };
    expect(await bed.refused('emulationAwardsOpenYear', input, 'chair.bau-ham')).toMatchObject({
      code: 'FORBIDDEN',
    });
    year = await bed.change('emulationAwardsOpenYear', input, 'standing', 'id version state');
    expect(year).toMatchObject({ version: 1, state: 'PREPARED' });
    expect(await bed.refused('emulationAwardsOpenYear', input, 'standing')).toMatchObject({
      code: 'ALREADY_EXISTS',
      given: 2022,
    });
    const { data } = await bed.ask(
      '{ emulationAwardsScoreSheets(filter: { yearMax: 2020 }) { nodes { id } } }',
      'standing',
    );
    const past = { sheet: data.emulationAwardsScoreSheets.nodes[0].id };
    expect(await bed.refused('emulationAwardsOpenYear', past, 'standing')).toMatchObject({
      code: 'EMULATION_SHEET_NOT_IN_FORCE',
      given: '2021-10-15',
      allowed: '2020-01-01 – 2021-04-01',
    });
    expect(await step('Launch')).toMatchObject({ code: 'EMULATION_NO_CLUSTER' });
  });

  test('are groups of this district for this year, led by a member that did not lead the year before', async () => {
    // In 2021 the first cluster was led by Trảng Bom town; here it is let be Cây Gáo.
    await bed.sql(
      `update emulation_awards.cluster_year its set lead_unit_id = (select unit_id from core.administrative_unit_version where code = '26254' and superseded_at is null and valid_from <= '2021-06-01' and valid_to > '2021-06-01')
        from emulation_awards.emulation_year year where year.id = its.emulation_year_id and year.year = 2021 and its.number = 1`,
    );
    expect(await bed.refused(add, await cluster('first-2022', 1, '26254'), 'standing')).toMatchObject({
      code: 'EMULATION_LED_BEFORE',
      given: 'Xã Cây Gáo',
      allowed: 'Xã Bàu Hàm',
    });
    expect(await bed.refused(add, await cluster('first-2022', 1, '26260'), 'standing')).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.leadUnit',
    });
    const made = await bed.change(
      add,
      await cluster('first-2022', 1, '26257'),
      'standing',
      'number previous { emulationYear { year } } leadUnit { code } entries { nodes { unit { code } } }',
    );
    expect(made).toEqual({
      number: 1,
      previous: { emulationYear: { year: 2021 } },
      leadUnit: { code: '26257' },
      entries: { nodes: [{ unit: { code: '26254' } }, { unit: { code: '26257' } }] },
    });
    const [old] = await bed.sql<{ id: number }>(
      `select id from core.unit_group where key = 'trang-bom-cluster-1-2021'`,
    );
    known['old'] = global('UnitGroup', old!.id);
    expect(await bed.refused(add, await cluster('old', 2, '26248'), 'standing')).toMatchObject({
      code: 'EMULATION_GROUP',
    });
    expect(await bed.refused(add, await cluster('second-2022', 2, '26260'), 'standing')).toMatchObject({
      code: 'EMULATION_IN_CLUSTER',
      given: 'Xã Bàu Hàm',
    });
    expect(await bed.refused(add, await cluster('third-2022', 1, '26260'), 'standing')).toMatchObject({
      code: 'ALREADY_EXISTS',
    });
    await bed.change(add, await cluster('third-2022', 2, '26251'), 'standing', 'id');
    const [figure] = await bed.sql(
      `select value::int as value from core.data_value its join core.indicator i on i.id = its.indicator_id and i.key = 'emulation-awards.clusters'
         join core.period period on period.id = its.period_id and period.key = '2022' where its.superseded_at is null`,
    );
    expect(figure).toEqual({ value: 2 });
    const { data } = await bed.ask(
      '{ emulationAwardsEntries(first: 100) { nodes { id unit { code } emulationYear { year } cluster { id } } } }',
      'standing',
    );
    for (const one of data.emulationAwardsEntries.nodes)
      if (one.emulationYear.year === 2022) {
        known[one.unit.code] = one.id;
        known[`cluster ${one.unit.code}`] = one.cluster.id;
      }
  });
});

const inputs: Readonly<Partial<Record<YearStep, () => object | Promise<object>>>> = {
  emulationAwardsAddCluster: () => cluster('first-2022', 9, '26257'),
  emulationAwardsChooseSheet: () => ({
    emulationYear: year.id,
    expectedVersion: year.version,
    sheet: known['sheet'],
  }),
  emulationAwardsRegister: () => ({ entry: known['26257'], title: 'COLLECTIVE_EXCELLENT' }),
  emulationAwardsWithdrawRegistration: () => ({
    registration: known['registration'],
    expectedVersion: 1,
    reason: 'đổi danh hiệu',
  }),
  emulationAwardsDrawUpPact: () => ({
    cluster: known['cluster 26257'],
    content: 'Cùng thi đua, báo cáo đúng hạn.',
  }),
  emulationAwardsSignPact: () => ({ entry: known['26257'] }),
  emulationAwardsSaveSelfScores: () => ({
    entry: known['26257'],
    expectedVersion: 1,
    scores: [{ criterion: '1', points: '9' }],
  }),
  emulationAwardsSubmitSelfScores: () => ({ entry: known['26257'], expectedVersion: 1 }),
  emulationAwardsCrossScore: async () => ({
    entry: known['26254'],
    byUnit: await bed.unit('26257'),
    scores: [{ criterion: '1', points: '8' }],
  }),
  emulationAwardsReviewScores: () => ({ entry: known['26257'], scores: [{ criterion: '1', points: '8' }] }),
  emulationAwardsCorrectScore: () => ({ score: known['score'], points: '7', reason: 'cộng nhầm' }),
  emulationAwardsVote: () => ({ voter: known['26257'], candidate: known['26254'] }),
};

/** Inputs, made once. */
const given = new Map<YearStep, object>();

async function take(name: YearStep, who: string) {
  const make = inputs[name];
  const type = make ? `E${name.slice(1)}Input` : 'EmulationAwardsYearStepInput';
  if (!given.has(name))
    given.set(name, (await make?.()) ?? { emulationYear: year.id, expectedVersion: year.version });
  const input = given.get(name);
  return bed.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { id } }`, who, { input });
}

/** One of each role that holds something here, one that holds nothing, and one who holds it elsewhere. */
const everybody = [
  'standing', 'officer.cluster4', 'lead.cluster4', 'chair.bau-ham', 'clerk.bau-ham', 'farmers', 'council', 'inspector', 'auditor',
  'admin', 'chair.tay-hoa',
]; // prettier-ignore

test('a step that is not possible is refused, whoever asks for it, and leaves nothing behind', async () => {
  const id = Number(Buffer.from(year.id, 'base64url').toString().split(':')[1]);
  const row = (name: string) => Number(Buffer.from(known[name]!, 'base64url').toString().split(':')[1]);
  const [registration] = await bed.sql<{ id: number }>(
    `insert into emulation_awards.registration (entry_id, group_id, unit_id, title_id, registered_on)
     select its.id, its.group_id, its.unit_id, (select min(id) from emulation_awards.title where subject = 'UNIT'), '2021-10-15' from emulation_awards.entry its where its.id = $1 returning id`,
    [row('26257')],
  );
  const [score] = await bed.sql<{ id: number }>(
    `insert into emulation_awards.score (entry_id, emulation_year_id, group_id, unit_id, criterion_id, kind, author_unit_id, points)
     select its.id, its.emulation_year_id, its.group_id, its.unit_id, (select min(line.id) from emulation_awards.criterion line where line.sheet_id = year.sheet_id), 'FINAL', year.unit_id, 5
       from emulation_awards.entry its join emulation_awards.emulation_year year on year.id = its.emulation_year_id where its.id = $1 returning id`,
    [row('26257')],
  );
  known['registration'] = global('EmulationAwardsRegistration', registration!.id);
  known['score'] = global('EmulationAwardsScore', score!.id);
  const people = Object.fromEntries(
    await Promise.all(everybody.map(async (who) => [who, (await bed.as(who)).permissions] as const)),
  );
  const wrong = await tryImpossibleSteps<YearState, YearStep>({
    workflow: yearWorkflow,
    people,
    put: async (state) => {
      await bed.sql(
        `update emulation_awards.emulation_year set state = $2, launched_on = case when $2 <> 'PREPARED' then date '2021-10-15' end,
           closed_on = case when $2 = 'CLOSED' then date '2021-10-15' end where id = $1`,
        [id, state],
      );
    },
    take,
    written: () =>
      bed.sql(
        `select (select json_agg(row_to_json(y) order by id) from emulation_awards.emulation_year y)::text as years,
           (select json_agg(row_to_json(e) order by id) from emulation_awards.entry e)::text as entries,
           (select count(*)::int from emulation_awards.cluster_year) as clusters, (select count(*)::int from emulation_awards.registration where withdrawn_on is null) as registered,
           (select count(*)::int from emulation_awards.pact) as pacts, (select count(*)::int from emulation_awards.pact_signature) as signed,
           (select count(*)::int from emulation_awards.score) as scores, (select count(*)::int from emulation_awards.ranking) as ranked,
           (select count(*)::int from emulation_awards.ballot) as ballots, (select count(*)::int from emulation_awards.vote_result) as results,
           (select count(*)::int from platform.audit_event where action like 'emulation-awards:%') as audited`,
      ),
    // Another commune’s committee holds these permissions for itself, and sees nothing of this cluster.
    outside: (who, name) => (who === 'chair.tay-hoa' && name ? 'NOT_FOUND' : undefined),
  });
  expect(wrong).toEqual([]);
  await bed.sql('delete from emulation_awards.registration where id = $1', [registration!.id]);
  await bed.sql('delete from emulation_awards.score where id = $1', [score!.id]);
  await bed.sql(
    `update emulation_awards.emulation_year set state = 'PREPARED', launched_on = null, closed_on = null where id = $1`,
    [id],
  );
}, 600_000);

describe('the way', () => {
  const register = 'emulationAwardsRegister';

  test('launched, units register titles that the law knows; they may withdraw', async () => {
    expect(await step('Launch')).toMatchObject({ state: 'REGISTRATION', launchedOn: '2021-10-15' });
    const input = { entry: known['26257'], title: 'COLLECTIVE_EXCELLENT' };
    const key = { ...input, idempotencyKey: '00000000-0000-4000-8000-00000000e021' };
    const made = await bed.change(register, key, 'chair.bau-ham', 'id version title { code }');
    expect(await bed.change(register, key, 'chair.bau-ham', 'id version title { code }')).toEqual(made);
    expect(await bed.refused(register, input, 'chair.bau-ham')).toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await bed.refused(register, { ...input, title: 'LABOR_ADVANCED' }, 'chair.bau-ham')).toMatchObject(
      {
        code: 'EMULATION_HONOR_UNKNOWN',
        allowed: 'COLLECTIVE_ADVANCED, COLLECTIVE_EXCELLENT, EMULATION_FLAG',
      },
    );
    const figure = async () =>
      (
        await bed.sql<{ value: number }>(
          `select value::int as value from core.data_value its join core.indicator i on i.id = its.indicator_id and i.key = 'emulation-awards.units-registered'
             join core.period period on period.id = its.period_id and period.key = '2022' where its.superseded_at is null`,
        )
      ).map(({ value }) => value);
    expect(await figure()).toEqual([1]);
    const withdraw = { registration: made.id, expectedVersion: 1, reason: 'đăng ký nhầm' };
    expect(
      await bed.refused('emulationAwardsWithdrawRegistration', { ...withdraw, reason: '' }, 'chair.bau-ham'),
    ).toMatchObject({
      code: 'REASON_REQUIRED',
    });
    expect(
      await bed.refused(
        'emulationAwardsWithdrawRegistration',
        { ...withdraw, expectedVersion: 7 },
        'chair.bau-ham',
      ),
    ).toMatchObject({
      code: 'CONFLICT',
      current: 1,
    });
    expect(
      await bed.change(
        'emulationAwardsWithdrawRegistration',
        withdraw,
        'chair.bau-ham',
        'withdrawnOn withdrawalReason',
      ),
    ).toEqual({ withdrawnOn: '2021-10-15', withdrawalReason: 'đăng ký nhầm' });
    expect(await figure()).toEqual([0]);
    expect(
      await bed.refused(
        'emulationAwardsWithdrawRegistration',
        { ...withdraw, expectedVersion: 2 },
        'chair.bau-ham',
      ),
    ).toMatchObject({
      code: 'EMULATION_WITHDRAWN',
    });
    expect(await step('CloseRegistration', 'standing', 1)).toMatchObject({ code: 'CONFLICT' });
    expect(await step('CloseRegistration')).toMatchObject({ state: 'PACTS' });
  });

  test('pacts are drawn up by the lead and signed by each member; without all of them nobody scores', async () => {
    const sign = (code: string) => ({ entry: known[code] });
    expect(await bed.refused('emulationAwardsSignPact', sign('26257'), 'chair.bau-ham')).toMatchObject({
      code: 'EMULATION_NO_PACT',
    });
    const pact = { cluster: known['cluster 26257'], content: 'Hoàn thành các chỉ tiêu được giao.' };
    await bed.change('emulationAwardsDrawUpPact', pact, 'lead.cluster4', 'id');
    expect(await bed.refused('emulationAwardsDrawUpPact', pact, 'officer.cluster4')).toMatchObject({
      code: 'ALREADY_EXISTS',
    });
    await bed.change(
      'emulationAwardsDrawUpPact',
      { ...pact, cluster: known['cluster 26260'] },
      'officer.cluster4',
      'id',
    );
    expect(await bed.refused('emulationAwardsSignPact', sign('26254'), 'chair.bau-ham')).toMatchObject({
      code: 'OUT_OF_SCOPE',
    });
    for (const [code, who] of [
      ['26257', 'chair.bau-ham'],
      ['26254', 'chair.cay-gao'],
      ['26260', 'chair.song-thao'],
    ] as const)
      await bed.change('emulationAwardsSignPact', sign(code), who, 'signedOn');
    expect(await bed.refused('emulationAwardsSignPact', sign('26257'), 'chair.bau-ham')).toMatchObject({
      code: 'ALREADY_EXISTS',
    });
    expect(await step('BeginSelfScoring')).toMatchObject({
      code: 'EMULATION_NOT_DONE',
      lacking: 'pact',
      given: 1,
      units: 'Xã Thanh Bình',
    });
    await bed.change('emulationAwardsSignPact', sign('26251'), 'chair.thanh-binh', 'signedOn');
    expect(await step('BeginSelfScoring')).toMatchObject({ state: 'SELF_SCORING' });
  });

  test('scored by itself, by the others, by the officer; locked, ranked, voted by name, closed', async () => {
    const people = [
      ['26254', 'cay-gao', '26257', 'bau-ham', '9'],
      ['26257', 'bau-ham', '26254', 'cay-gao', '8.5'],
      ['26260', 'song-thao', '26251', 'thanh-binh', '8'],
      ['26251', 'thanh-binh', '26260', 'song-thao', '8'],
    ] as const;
    for (const [code, name, , , points] of people) {
      await bed.change(
        'emulationAwardsSaveSelfScores',
        { entry: known[code], expectedVersion: 1, scores: [{ criterion: '1', points }] },
        `clerk.${name}`,
        'id',
      );
      await bed.change(
        'emulationAwardsSubmitSelfScores',
        { entry: known[code], expectedVersion: 2 },
        `chair.${name}`,
        'id',
      );
    }
    expect(await step('BeginCrossScoring')).toMatchObject({ state: 'CROSS_SCORING' });
    for (const [code, , by, other, points] of people)
      await bed.change(
        'emulationAwardsCrossScore',
        {
          entry: known[code],
          byUnit: await bed.unit(by),
          scores: [{ criterion: '1', points, explanation: 'đã xem minh chứng' }],
        },
        `chair.${other}`,
        'id',
      );
    expect(await step('BeginReview')).toMatchObject({ state: 'REVIEW' });
    for (const [code, , , , points] of people)
      await bed.change(
        'emulationAwardsReviewScores',
        { entry: known[code], scores: [{ criterion: '1', points }] },
        'officer.cluster4',
        'id',
      );
    expect(await step('LockScores')).toMatchObject({ state: 'LOCKED' });
    expect(await step('Rank')).toMatchObject({ state: 'RANKED' });
    expect(await step('OpenVote')).toMatchObject({ state: 'VOTING' });
    for (const [code, name, other] of people)
      await bed.change(
        'emulationAwardsVote',
        { voter: known[code], candidate: known[other] },
        `chair.${name}`,
        'id',
      );
    expect(await step('CloseVote')).toMatchObject({ state: 'VOTED' });
    expect(await step('CloseYear')).toMatchObject({ state: 'CLOSED', closedOn: '2021-10-15' });
    const { data } = await bed.ask(
      `{ node(id: "${year.id}") { ... on EmulationAwardsYear { clusters { nodes {
          rankings(filter: { current: true }) { nodes { rank points tied unit { code } } }
          votesCast { nodes { unit { code } candidate { unit { code } } } } voteResults { nodes { votes } } } } } } }`,
      'standing',
    );
    const [first, second] = data.node.clusters.nodes;
    // Nothing of 2022 is due yet, so nothing is late.
    expect(first.rankings.nodes).toEqual([
      { rank: 1, points: '9.00', tied: false, unit: { code: '26254' } },
      { rank: 2, points: '8.50', tied: false, unit: { code: '26257' } },
    ]);
    expect(second.rankings.nodes.map(({ rank, tied }: any) => [rank, tied])).toEqual([
      [1, true],
      [1, true],
    ]);
    // The sheet wants named ballots: closed, they tell whose they are.
    expect(first.votesCast.nodes.map(({ unit, candidate }: any) => [unit.code, candidate.unit.code])).toEqual(
      [
        ['26254', '26257'],
        ['26257', '26254'],
      ],
    );
    expect(first.voteResults.nodes).toEqual([{ votes: 1 }, { votes: 1 }]);
  });
});

describe('reviews of the work', () => {
  const record = 'emulationAwardsRecordMeeting';
  const input = async (more: object = {}) => ({
    unit: await bed.unit('26257'),
    heldOn: '2021-10-10',
    kind: 'MID_YEAR',
    attendance: 40,
    summary: 'Đánh giá chín tháng.',
    ...more,
  });
  const figure = async () =>
    (
      await bed.sql<{ value: number }>(
        `select value::int as value from core.data_value its join core.indicator i on i.id = its.indicator_id and i.key = 'emulation-awards.reviews-held'
           join core.period period on period.id = its.period_id and period.key = '2021-H2'
          where its.superseded_at is null and its.unit_id = (select unit_id from core.administrative_unit_version where code = '26257' and superseded_at is null and valid_from <= '2021-06-01' and valid_to > '2021-06-01')`,
      )
    )[0]?.value;

  test('are counted for the half-year, and no more once withdrawn', async () => {
    const made = await bed.change(record, await input(), 'clerk.bau-ham', 'id version');
    expect(await figure()).toBe(1);
    const withdraw = { meeting: made.id, expectedVersion: 1, reason: 'ghi trùng' };
    expect(
      await bed.change('emulationAwardsWithdrawMeeting', withdraw, 'clerk.bau-ham', 'withdrawnOn'),
    ).toEqual({ withdrawnOn: '2021-10-15' });
    expect(await figure()).toBe(0);
  });

  test.each([
    [{ heldOn: '2021-10-16' }, 'BAD_USER_INPUT', 'input.heldOn'],
    [{ attendance: 0 }, 'BAD_USER_INPUT', 'input.attendance'],
    [{ summary: 'x' }, 'TEXT_LENGTH', 'input.summary'],
  ])('are checked: %j', async (more, code, field) => {
    expect(await bed.refused(record, await input(more), 'clerk.bau-ham')).toMatchObject({ code, field });
  });

  test('are recorded by the own commune or the officer of its cluster', async () => {
    expect(
      await bed.refused(record, await input({ unit: await bed.unit('26254') }), 'clerk.bau-ham'),
    ).toMatchObject({ code: 'OUT_OF_SCOPE' });
    await bed.change(record, await input(), 'officer.cluster4', 'id');
    expect(await bed.refused(record, await input(), 'chair.bau-ham')).toMatchObject({ code: 'FORBIDDEN' });
  });
});

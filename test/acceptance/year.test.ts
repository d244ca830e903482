/**
 * One year of Trảng Bom, 2022, through the API alone and by the accounts of its people: plans and targets in January,
 * monthly reports of sixteen communes and the town with late and returned ones, the district’s summaries, insurance
 * rising; the emulation of the year from its pacts to its awards. What every target says at each quarter is calculated by hand beside it. All figures are invented.
 */
import { award, EmulationOfTheYear, outcomes, reviewedOnce } from './year/emulation.js';
import { handIn, step, sumUp, take, type Told } from './year/monthly-reports.js';
import { pollPeople, support, tellOfCrime, totalOf } from './year/programs.js';
import { Stage, type Commune, type Given } from './year/stage.js';

let stage: Stage;
let emulation: EmulationOfTheYear;
/** The groups that are the clusters of the year, by number. */
const groups: string[] = [];
const targets: Record<string, Given> = {};
const summaries: Record<number, Given> = {};

beforeAll(async () => {
  stage = await Stage.begin();
  emulation = new EmulationOfTheYear(stage);
}, 600_000);
afterAll(() => stage?.close());

/** The officer of each commune’s cluster, by the membership of the demonstration. */
const officers: readonly (readonly [officer: string, codes: readonly string[]])[] = [
  ['officer.cluster1', ['26248', '26290', '26293', '26296', '26284']],
  ['officer.cluster2', ['26269', '26278', '26272', '26263']],
  ['officer.cluster3', ['26275', '26281', '26266', '26287']],
  ['officer.cluster4', ['26254', '26251', '26257', '26260']],
];
const officerOf = ({ code }: Commune): string => officers.find(([, codes]) => codes.includes(code))![0];

/** One house in one month of the year, by the place of the commune in the list; one card a month, two from April on. */
const told = (commune: Commune, month: number): Told => ({
  houses: stage.communes.indexOf(commune) % 12 === month - 1 ? 1 : 0,
  cards: month < 4 ? 1 : 2,
});

const day = (month: number, date: number): string =>
  `${month > 12 ? 2023 : 2022}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

async function progressOf(name: string): Promise<Record<string, unknown>> {
  const { node } = await stage.ask(
    'query ($id: ID!) { node(id: $id) { ... on Target { progress { actual state dataState } } } }',
    'standing',
    { id: targets[name]!.id },
  );
  return node.progress;
}

test('there are sixteen communes and the town', () => {
  expect(stage.communes).toHaveLength(17);
  expect(stage.communes.every(({ clerk, chair }) => clerk && chair)).toBe(true);
});

describe('January', () => {
  test('four clusters are formed for the year, each with its officer', async () => {
    const { users } = await stage.ask('{ users(first: 200) { nodes { id username } } }', 'admin');
    for (const [index, [officer, codes]] of officers.entries()) {
      const number = index + 1;
      const { id } = await stage.does(
        'admin',
        'createUnitGroup',
        {
          unit: stage.district,
          key: `trang-bom-cluster-${number}-2022`,
          nameVi: `Cụm thi đua số ${number} năm 2022`,
          purpose: 'EMULATION',
          year: 2022,
          validFrom: '2022-01-01',
          members: codes.map((code) => stage.commune(code).id),
        },
        'id',
      );
      groups.push(id);
      const user = users.nodes.find((one: Given) => one['username'] === officer).id;
      await stage.does(
        'admin',
        'createAssignment',
        { user, role: 'district-officer', group: id, validFrom: '2022-01-04' },
        'id',
      );
    }
  });

  test('the district plans its year and sets its targets', async () => {
    const plan = await stage.does(
      'standing',
      'createPlan',
      { unit: stage.district, year: 2022, title: 'Chương trình phối hợp và thống nhất hành động năm 2022' },
      'id version state',
    );
    // Who wrote a plan does not approve it.
    expect(
      await stage.isRefused('standing', 'approvePlan', { plan: plan.id, expectedVersion: plan.version }),
    ).toBe('SAME_PERSON');
    const approved = await stage.does(
      'standing.deputy',
      'approvePlan',
      { plan: plan.id, expectedVersion: plan.version },
      'state',
    );
    expect(approved).toEqual({ state: 'APPROVED' });
    const year = { calendar: 'YEAR', key: '2022' };
    const set = async (
      name: string,
      { indicator, ...input }: { indicator: string; [field: string]: unknown },
    ): Promise<void> => {
      const found = await stage.ask('query ($key: String!) { indicator(key: $key) { id } }', 'standing', {
        key: indicator,
      });
      targets[name] = await stage.does('standing', 'createTarget', {
        unit: stage.district,
        period: year,
        deadline: '2022-12-31',
        indicator: found.indicator.id,
        ...input,
      });
    };
    await set('houses', {
      indicator: 'fund-for-the-poor.houses',
      operator: 'RANGE',
      value: '10',
      valueMax: '15',
      path: 'LINEAR',
      tolerance: '0.2',
    });
    await set('cards', {
      indicator: 'social-care.gift-cards',
      operator: 'AT_LEAST',
      value: '300',
      path: 'LINEAR',
      tolerance: '0.2',
    });
    // As many clusters as there were (T-16): a structure, so both ends are the same.
    await set('clusters', {
      indicator: 'emulation-awards.clusters',
      operator: 'RANGE',
      value: '4',
      valueMax: '4',
      path: 'NONE',
      tolerance: '0',
    });
    await set('insurance', {
      indicator: 'social-insurance.health-insurance-rate',
      operator: 'AT_LEAST',
      value: '0.92',
      path: 'NONE',
      tolerance: '0',
    });
  });

  test('cards are handed down to the communes, and what is left is shown', async () => {
    const { id, version } = targets['cards']!;
    const parts = stage.communes.map((commune) => ({ unit: commune.id, value: '17' }));
    const answer = await stage.does(
      'standing',
      'allocateTarget',
      { target: id, expectedVersion: version, parts },
      'allocation { additive sum rest parts { value } }',
    );
    expect(answer['allocation']).toMatchObject({ additive: true, sum: '289', rest: '11' });
    expect(answer['allocation'].parts).toHaveLength(17);
  });

  test('a commune draws its plan up, and the district approves it', async () => {
    const commune = stage.commune('26257');
    const plan = await stage.does(
      commune.chair,
      'createPlan',
      { unit: commune.id, year: 2022, title: 'Kế hoạch năm 2022 của xã Bàu Hàm' },
      'id version state',
    );
    const approving = { plan: plan.id, expectedVersion: plan.version };
    expect(await stage.isRefused(commune.chair, 'approvePlan', approving)).toBe('SAME_PERSON');
    await stage.does('standing', 'approvePlan', approving, 'state');
  });
});

describe('the emulation movement of the year', () => {
  const each = async (act: (commune: Commune) => Promise<unknown>): Promise<void> => {
    for (const commune of stage.communes) await act(commune);
  };

  test('the district writes its score sheet and opens the year with its four clusters', async () => {
    await emulation.begin();
    await emulation.addClusters(groups);
    expect((await progressOf('clusters'))['actual']).toBe('4');
    expect(await emulation.step('Launch')).toBe('REGISTRATION');
  });

  test('every commune registers what it strives for', async () => {
    stage.on('2022-01-12');
    await each(({ code, chair }) =>
      stage.does(
        chair,
        'emulationAwardsRegister',
        { entry: emulation.entry(code).id, title: 'COLLECTIVE_EXCELLENT' },
        'id',
      ),
    );
    const year = { calendar: 'YEAR', key: '2022' };
    expect(await totalOf(stage, 'emulation-awards.units-registered', stage.district, year)).toMatchObject({
      value: '17',
    });
    expect(await emulation.step('CloseRegistration')).toBe('PACTS');
  });

  test('pacts are drawn up and signed in the four clusters (E-22)', async () => {
    stage.on('2022-01-20');
    for (const [officer, [code]] of officers)
      await stage.does(
        officer,
        'emulationAwardsDrawUpPact',
        {
          cluster: emulation.entry(code!)['cluster'].id,
          content: 'Giao ước thi đua năm 2022: hoàn thành chỉ tiêu, báo cáo đúng hạn.',
        },
        'id',
      );
    const sign = ({ code, chair }: Commune) =>
      stage.does(chair, 'emulationAwardsSignPact', { entry: emulation.entry(code).id }, 'id');
    for (const commune of stage.communes.slice(1)) await sign(commune);
    const { emulationAwardsYears } = await stage.ask(
      '{ emulationAwardsYears(filter: { yearMin: 2022, yearMax: 2022 }) { nodes { id version } } }',
      'standing',
    );
    const [{ id, version }] = emulationAwardsYears.nodes;
    const early = { emulationYear: id, expectedVersion: version };
    expect(await stage.isRefused('standing', 'emulationAwardsBeginSelfScoring', early)).toBe(
      'EMULATION_NOT_DONE',
    );
    await sign(stage.communes[0]!);
  });
});

/** Which communes do something unusual, by month and code. */
const late: Readonly<Record<number, readonly string[]>> = {
  2: ['26260'],
  6: ['26260', '26263'],
  9: ['26293'],
};
const returned: Readonly<Record<number, string>> = { 4: '26263', 10: '26275' };
const missing: Readonly<Record<number, string>> = { 5: '26251' };

describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('month %i', (month) => {
  test('seventeen reports come in, are verified and accepted; the district sums them up', async () => {
    for (const commune of stage.communes) {
      if (missing[month] === commune.code) continue;
      // Due on the fifth of the next month; those that are late come on the ninth.
      stage.on(day(month + 1, late[month]?.includes(commune.code) ? 9 : 3));
      let report = await handIn(stage, commune, month, told(commune, month));
      if (returned[month] === commune.code) {
        report = await step(stage, officerOf(commune), 'returnReport', report, {
          reason: 'Số thẻ chưa khớp với danh sách đã trao.',
        });
        report = await step(stage, commune.chair, 'submitReport', report);
      }
      stage.on(day(month + 1, 10));
      report = await take(stage, officerOf(commune), report);
      expect(report['state']).toBe('ACCEPTED');
    }
    const excused = missing[month];
    if (excused) {
      const { obligations } = await stage.ask(
        `query ($unit: ID!) { obligations(filter: { unit: $unit, status: [OVERDUE] }) { nodes { id version period { key } template { key } } } }`,
        officerOf(stage.commune(excused)),
        { unit: stage.commune(excused).id },
      );
      const [owed] = obligations.nodes.filter(
        (one: Given) => one['period'].key === `2022-${String(month).padStart(2, '0')}`,
      );
      await stage.does(officerOf(stage.commune(excused)), 'waiveObligation', {
        obligation: owed.id,
        expectedVersion: owed.version,
        reason: 'Xã bị ngập lụt, không lập được báo cáo.',
      });
    }
    summaries[month] = await sumUp(
      stage,
      month,
      excused ? `${stage.commune(excused).name} được miễn báo cáo tháng này.` : null,
    );
    const content = JSON.parse(summaries[month]['versions'].nodes[0].content);
    const cards = content.figures.find((one: Given) => one['indicator'] === 'social-care.gift-cards');
    const reporting = excused ? 16 : 17;
    expect(cards).toMatchObject({
      value: String(reporting * (month < 4 ? 1 : 2)),
      have: reporting,
      needed: 17,
    });
    expect(content.madeOf.reports).toHaveLength(reporting);
    expect(summaries[month]['dispatches'].nodes).toHaveLength(2);
  }, 60_000);

  const quarter = month / 3;
  if (Number.isInteger(quarter)) {
    test(`at the end of quarter ${quarter} every target stands where hand calculation puts it`, async () => {
      stage.on(day(month + 1, 10));
      /*
       * houses, at least 10, stretch 15: communes 0 to 16 build in month (place % 12) + 1, so two in each of the first
       * five months and one in each after: 6, then 11, 14 and 17. The path wants 10 × 99/364 … of the year, less 20 %.
       * cards, at least 300: 17 × 3 = 51; 51 + (17 + 16 + 17) × 2 = 151 (May lacks one commune); 253; 355.
       */
      const expected = {
        1: [
          ['6', 'ON_TRACK'],
          ['51', 'AT_RISK'],
        ],
        2: [
          ['11', 'ACHIEVED'],
          ['151', 'ON_TRACK'],
        ],
        3: [
          ['14', 'ACHIEVED'],
          ['253', 'ON_TRACK'],
        ],
        4: [
          ['17', 'EXCEEDED'],
          ['355', 'EXCEEDED'],
        ],
      }[quarter]!;
      const [houses, cards] = [await progressOf('houses'), await progressOf('cards')];
      expect([
        [houses['actual'], houses['state']],
        [cards['actual'], cards['state']],
      ]).toEqual(expected);
      expect([houses['dataState'], cards['dataState']]).toEqual(['ACCEPTED', 'ACCEPTED']);
    });
  }
});

describe('in the programs', () => {
  test('tips come from nobody, the police liaison alone reads them, and small counts are withheld', async () => {
    stage.on('2022-02-15');
    const [many, few] = [stage.commune('26257'), stage.commune('26248')];
    for (let sent = 1; sent <= 6; sent += 1) await tellOfCrime(stage, many);
    for (let sent = 1; sent <= 2; sent += 1) await tellOfCrime(stage, few);
    const quarter = { calendar: 'QUARTER', key: '2022-Q1' };
    expect(await totalOf(stage, 'crime-prevention.tips', many.id, quarter)).toEqual({
      value: '6',
      suppressed: false,
    });
    expect(await totalOf(stage, 'crime-prevention.tips', few.id, quarter)).toEqual({
      value: null,
      suppressed: true,
    });
    const tips =
      '{ crimePreventionTips(filter: { receivedOnFrom: "2022-01-01" }) { totalCount nodes { content } } }';
    const read = await stage.ask(tips, 'police');
    expect(read.crimePreventionTips.totalCount).toBe(8);
    const { errors } = await stage.bed.graphql(tips, { caller: await stage.bed.as('standing') });
    expect(errors![0]!.extensions['code']).toBe('FORBIDDEN');
  });

  test('people are asked whether they are satisfied, and a commune is recognized by decision', async () => {
    stage.on('2022-02-16');
    // 210 of 300 households were asked, 180 of them said yes: 70 % and 85.7 %, where 60 % and more than 80 % are wanted.
    expect(await pollPeople(stage, stage.commune('26296'), 70, 60)).toMatchObject({
      state: 'CLOSED',
      polled: 210,
      passed: true,
    });
    const commune = stage.commune('26275');
    const { newRuralAreasDossiers } = await stage.ask(
      'query ($unit: ID!) { newRuralAreasDossiers(filter: { unit: $unit, state: [APPRAISED] }) { nodes { id version level } } }',
      'standing',
      { unit: commune.id },
    );
    const [dossier] = newRuralAreasDossiers.nodes as [Given];
    const decided = await stage.does(
      'standing',
      'newRuralAreasDecideRecognition',
      {
        dossier: dossier.id,
        expectedVersion: dossier.version,
        decisionNumber: '45/QĐ-UBND',
        decidedOn: '2022-02-16',
      },
      '__typename',
    );
    expect(decided).toBeTruthy();
    const total = await totalOf(stage, 'new-rural-areas.communes-advanced', stage.district, {
      calendar: 'QUARTER',
      key: '2022-Q1',
    });
    expect(total['value']).toBe('1');
  });

  test('an outbreak is declared, and its support reaches households by a posted list', async () => {
    stage.on('2022-02-20');
    const { covid19Diseases } = await stage.ask(
      '{ covid19Diseases(filter: { code: ["DENGUE"] }) { nodes { id } } }',
      'standing',
    );
    const outbreak = await stage.does(
      'standing',
      'covid19OpenOutbreak',
      {
        unit: stage.district,
        disease: covid19Diseases.nodes[0].id,
        name: 'Sốt xuất huyết 2022',
        fromDay: '2022-02-18',
      },
      'state',
    );
    expect(outbreak).toEqual({ state: 'ACTIVE' });
    const commune = stage.commune('26260');
    expect((await support(stage, commune, 5))['state']).toBe('DELIVERED');
    expect(
      await totalOf(stage, 'covid-19.households-supported', commune.id, {
        calendar: 'MONTH',
        key: '2022-02',
      }),
    ).toEqual({ value: '5', suppressed: false });
  });
});

test('health insurance rises quarter by quarter and reaches what was promised', async () => {
  // 880, 900, 915 and 925 of 1,000 people in each commune; a share without a path is only held against what was promised.
  const quarters = [
    ['2022-03-31', 880, 'ON_TRACK'],
    ['2022-06-30', 900, 'ON_TRACK'],
    ['2022-09-30', 915, 'ON_TRACK'],
    ['2022-12-31', 925, 'ON_TRACK'],
  ] as const;
  for (const [date, insured, state] of quarters) {
    stage.on(date);
    const csv = [
      'code,insurance,group,insured,population',
      ...stage.communes.map(({ code }) => `${code},HEALTH,,${insured},1000`),
    ].join('\n');
    await stage.does(
      'officer.insurance',
      'socialInsuranceImportSnapshot',
      { date, source: 'social-insurance-agency', csv },
      '__typename',
    );
    expect([date, await progressOf('insurance')]).toEqual([
      date,
      expect.objectContaining({ actual: String(insured / 1000), state }),
    ]);
  }
  // Only after its deadline, and once the district has accepted the figures, is a share final.
  stage.on('2023-01-10');
  expect(await progressOf('insurance')).toMatchObject({ state: 'ON_TRACK', dataState: 'PROVISIONAL' });
  const { indicator } = await stage.ask(
    `{ indicator(key: "social-insurance.health-insurance-rate") { id } }`,
    'standing',
  );
  const { dataValues } = await stage.ask(
    `query ($indicator: ID!) { dataValues(filter: { indicator: $indicator, state: [PROVISIONAL], current: true, asOfFrom: "2022-12-31" },
       first: 200) { nodes { id } } }`,
    'standing',
    { indicator: indicator.id },
  );
  const shares = dataValues.nodes as Given[];
  expect(shares).toHaveLength(17);
  await stage.does('standing', 'acceptDataValues', { dataValues: shares.map(({ id }) => id) }, 'id');
  expect(await progressOf('insurance')).toMatchObject({ actual: '0.925', state: 'EXCEEDED' });
});

test('the year’s punctuality is what was seen: four late, one excused', async () => {
  stage.on('2023-01-10');
  const { lateness } = await stage.ask(
    `query ($unit: ID!) { lateness(unit: $unit, year: 2022, template: "commune-monthly") { all { owed onTime late missing waived open }
       units { unit { code } late waived } } }`,
    'standing',
    { unit: stage.district },
  );
  expect(lateness.all).toEqual({
    owed: 17 * 12,
    onTime: 17 * 12 - 5,
    late: 4,
    missing: 0,
    waived: 1,
    open: 0,
  });
  const unusual = lateness.units.filter((one: any) => one.late + one.waived > 0);
  expect(unusual.map((one: any) => [one.unit.code, one.late, one.waived]).sort()).toEqual([
    ['26251', 0, 1],
    ['26260', 2, 0],
    ['26263', 1, 0],
    ['26293', 1, 0],
  ]);
});

test('a commune corrects an accepted report; the district’s signed summary stays as it was', async () => {
  const commune = stage.commune('26257');
  const { reports } = await stage.ask(
    `query ($unit: ID!) { reports(filter: { unit: $unit, state: [ACCEPTED] }, first: 50) { nodes { id version period { key } } } }`,
    'standing',
    { unit: commune.id },
  );
  const december = reports.nodes.find((one: Given) => one['period'].key === '2022-12');
  let report = await step(stage, 'standing', 'reopenReport', december, { reason: 'Bỏ sót một thẻ.' });
  report = await stage.does(commune.clerk, 'saveReportDraft', {
    template: 'commune-monthly',
    unit: commune.id,
    period: { calendar: 'MONTH', key: '2022-12' },
    expectedVersion: report.version,
    items: [{ indicator: 'social-care.gift-cards', value: '3' }],
  });
  report = await step(stage, commune.chair, 'submitReport', report);
  await take(stage, officerOf(commune), report);
  expect((await progressOf('cards'))['actual']).toBe('356');
  const { node } = await stage.ask(
    'query ($id: ID!) { node(id: $id) { ... on Report { versions { nodes { intact content } } } } }',
    'standing',
    { id: summaries[12]!.id },
  );
  const [version] = node.versions.nodes;
  expect(version.intact).toBe(true);
  expect(
    JSON.parse(version.content).figures.find((one: Given) => one['indicator'] === 'social-care.gift-cards')
      .value,
  ).toBe('34');
});

describe('at the end of the year the emulation is judged', () => {
  const year = { calendar: 'YEAR', key: '2022' };
  /** The next of the same cluster, and the first after the last. */
  const nextTo = (index: number, place: number): Commune =>
    stage.commune(outcomes[index]![(place + 1) % outcomes[index]!.length]!.code);

  test('communes and the district review their work (E-27, E-28)', async () => {
    const hold = (who: string, unit: string, kind: string) =>
      stage.does(
        who,
        'emulationAwardsRecordMeeting',
        {
          unit,
          heldOn: stage.today,
          kind,
          attendance: 40,
          summary: 'Đánh giá công tác Mặt trận và các cuộc vận động.',
        },
        'id',
      );
    for (const [heldOn, kind] of [
      ['2022-06-28', 'MID_YEAR'],
      ['2022-12-28', 'YEAR_END'],
    ] as const) {
      stage.on(heldOn);
      for (const { id, code, clerk } of stage.communes)
        if (code !== reviewedOnce || kind === 'YEAR_END') await hold(clerk, id, kind);
      await hold('standing', stage.district, kind);
    }
    // 16 and 17; the district’s own are not counted.
    expect(await totalOf(stage, 'emulation-awards.reviews-held', stage.district, year)).toMatchObject({
      value: '33',
    });
  });

  test('every commune scores itself, and its cluster scores it', async () => {
    stage.on('2023-01-12');
    expect(await emulation.step('BeginSelfScoring')).toBe('SELF_SCORING');
    for (const outcome of outcomes.flat()) await emulation.scoreItself(stage.commune(outcome.code), outcome);
    expect(await emulation.step('BeginCrossScoring')).toBe('CROSS_SCORING');
    for (const [index, places] of outcomes.entries())
      for (const [place, outcome] of places.entries()) {
        const other = nextTo(index, place);
        const input = emulation.crossScoring(other, outcome.code, outcome);
        await stage.does(other.chair, 'emulationAwardsCrossScore', input, 'id');
      }
    // Nobody scores itself; those of another cluster are not even seen.
    const [own, foreign] = [outcomes[0]![0]!, outcomes[1]![0]!];
    const commune = stage.commune(own.code);
    const refused = async (code: string): Promise<string> =>
      stage.isRefused(commune.chair, 'emulationAwardsCrossScore', emulation.crossScoring(commune, code, own));
    expect([await refused(own.code), await refused(foreign.code)]).toEqual([
      'EMULATION_OWN_UNIT',
      'NOT_FOUND',
    ]);
  });

  test('the officers review, and the scores are locked: computed ones from the figures and reports of this very year', async () => {
    expect(await emulation.step('BeginReview')).toBe('REVIEW');
    for (const outcome of outcomes.flat())
      await emulation.review(officerOf(stage.commune(outcome.code)), outcome);
    expect(await emulation.step('LockScores')).toBe('LOCKED');
    // As the table of `year/emulation.ts` calculates them.
    expect(await emulation.finalsOf('26251')).toEqual({
      1: '24.00', 2: '19.00', 3: '11.25', 4: '5.00', 5: '3.33', 6: '10.00', 7: '10.00', 8: '2.50', 9: '0.00',
    }); // prettier-ignore
    expect(await emulation.finalsOf('26260')).toMatchObject({ 5: '6.67', 9: '1.00' });
    expect(await emulation.finalsOf('26257')).toMatchObject({ 5: '8.33', 9: '0.00' });
    expect(await emulation.finalsOf(reviewedOnce)).toMatchObject({ 6: '5.00' });
  });

  test('all four clusters are ranked as hand calculation ranks them', async () => {
    expect(await emulation.step('Rank')).toBe('RANKED');
    const places = outcomes.map((cluster) =>
      cluster.map(({ code, total, rank, tied = false, decidedBy = null }) => ({
        code,
        total,
        rank,
        tied,
        decidedBy,
      })),
    );
    // Of those who share a place, either may be named first.
    const sorted = (clusters: readonly (readonly { rank: number; code: string }[])[]) =>
      clusters.map((cluster) => [...cluster].sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1)));
    expect(sorted(await emulation.places())).toEqual(sorted(places));
  });

  test('each cluster votes in secret for its best; the first has all votes but its own', async () => {
    expect(await emulation.step('OpenVote')).toBe('VOTING');
    for (const [first, second, ...rest] of outcomes) {
      await emulation.vote(stage.commune(first!.code), second!.code);
      for (const one of [second!, ...rest]) await emulation.vote(stage.commune(one.code), first!.code);
    }
    expect(await emulation.step('CloseVote')).toBe('VOTED');
    expect(await emulation.votes()).toEqual([
      { 26248: 4, 26293: 1 },
      { 26278: 3, 26269: 1 },
      { 26281: 3, 26266: 1 },
      { 26260: 3, 26251: 1 },
    ]);
    expect(await emulation.step('CloseYear')).toBe('CLOSED');
  });

  test('who came first in each cluster is proposed, voted on by the council, and awarded by decision', async () => {
    stage.on('2023-01-18');
    for (const [index, [first]] of outcomes.entries()) {
      const commune = stage.commune(first!.code);
      const decisionNumber = `${index + 1}/QĐ-MTTQ`;
      const awarded = await award(stage, commune, { officer: officerOf(commune), decisionNumber });
      expect(awarded).toMatchObject({ state: 'AWARDED', decisionNumber, awardedOn: '2023-01-18' });
    }
    const decided = { calendar: 'YEAR', key: '2023' };
    expect(await totalOf(stage, 'emulation-awards.awards-decided', stage.district, decided)).toMatchObject({
      value: '4',
    });
    expect((await progressOf('clusters'))['actual']).toBe('4');
  });
});

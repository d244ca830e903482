/** What is put together of many communes, held against the invented rows by hand; mergers; visits; the demonstration. */
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import { loadDemo } from '../demo/load-demo.js';
import plugin from '../plugin.js';
import { fillQuarters } from '../recognitions/fill-quarters.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([plugin]);
}, 300_000);
afterAll(() => bed?.close());

const statuses = async (unit: string, who: string, asOf?: string) =>
  bed.ask(
    `{ newRuralAreasCommunesByStatus(unit: "${unit}"${asOf ? `, asOf: "${asOf}"` : ''}) { asOf counts { level communes atLeast } communes { unit { code fullName } level since recognition { decisionNumber } } } }`,
    who,
  );

describe('communes by status', () => {
  test('16 communes, the town not among them; of the business date and of a day before', async () => {
    const district = await bed.unit('737');
    const { data, errors } = await statuses(district, 'standing');
    expect(errors).toBeUndefined();
    const { counts, communes } = data.newRuralAreasCommunesByStatus;
    expect(counts).toEqual([
      { level: 'MODEL', communes: 0, atLeast: 0 },
      { level: 'ADVANCED', communes: 3, atLeast: 3 },
      { level: 'NEW_RURAL', communes: 13, atLeast: 16 },
      { level: null, communes: 0, atLeast: 16 },
    ]);
    expect(communes.map(({ unit }: any) => unit.code)).not.toContain('26248');
    expect(communes.find(({ unit }: any) => unit.code === '26293')).toMatchObject({
      level: 'ADVANCED',
      since: '2021-06-15',
    });
    // Before Giang Điền was recognized and Bình Minh lost its title: Hưng Thịnh, Quảng Tiến, Bình Minh.
    const earlier = await statuses(district, 'standing', '2021-03-09');
    expect(earlier.data.newRuralAreasCommunesByStatus.counts[1]).toEqual({
      level: 'ADVANCED',
      communes: 3,
      atLeast: 3,
    });
    expect(
      earlier.data.newRuralAreasCommunesByStatus.communes.find(({ unit }: any) => unit.code === '26278')
        .level,
    ).toBe('ADVANCED');
    const day = await statuses(district, 'standing', '2021-03-10');
    expect(day.data.newRuralAreasCommunesByStatus.counts[1].communes).toBe(2);
  });

  test('who sees a part is not given the sum of it; the own commune is whole', async () => {
    const district = await bed.unit('737');
    for (const [who, seen] of [
      ['officer.cluster4', 4],
      ['clerk.bau-ham', 1],
    ] as const) {
      const { errors } = await statuses(district, who);
      expect(errors![0]!.extensions).toMatchObject({
        code: 'NEW_RURAL_PARTLY_SEEN',
        given: seen,
        allowed: 16,
      });
    }
    const { data } = await statuses(await bed.unit('26257'), 'clerk.bau-ham');
    expect(data.newRuralAreasCommunesByStatus.counts[2]).toEqual({
      level: 'NEW_RURAL',
      communes: 1,
      atLeast: 1,
    });
    const town = await statuses(await bed.unit('26248'), 'clerk.trang-bom');
    expect(town.data.newRuralAreasCommunesByStatus.communes).toEqual([]);
    const late = await statuses(district, 'standing', '2021-10-16');
    expect(late.errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'asOf' });
  });
});

describe('the merger of 2025', () => {
  test('Bàu Hàm of 2025 (26254) holds nothing of its four predecessors’, and goes no further without a decision', async () => {
    await bed.sql(
      `insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
       select account.id, role.id, version.unit_id, 'SUBTREE', '2025-07-01' from core.user_account account, core.role role, core.administrative_unit_version version
        where (account.username, role.code) in (('standing', 'district-standing'), ('chair.bau-ham', 'commune-standing'))
          and version.code = '26254' and version.valid_from = '2025-07-01' and version.superseded_at is null`,
    );
    bed.setBusinessDate('2025-08-01');
    const { data: found } = await bed.ask(
      '{ administrativeUnit(code: "26254") { id fullName predecessors { nodes { from { fullName } } } } }',
    );
    const unit = found.administrativeUnit;
    expect(unit.fullName).toBe('Xã Bàu Hàm');
    expect(unit.predecessors.nodes).toHaveLength(4);
    const { data, errors } = await statuses(unit.id, 'standing');
    expect(errors).toBeUndefined();
    expect(data.newRuralAreasCommunesByStatus.communes).toEqual([
      { unit: { code: '26254', fullName: 'Xã Bàu Hàm' }, level: null, since: null, recognition: null },
    ]);
    // History stays with those it belongs to: all four held the first level.
    const history = await bed.ask(
      `{ newRuralAreasRecognitions(first: 50, filter: { level: [NEW_RURAL], held: true }) { nodes { unit { fullName } } } }`,
      'standing',
    );
    expect(
      history.data.newRuralAreasRecognitions.nodes.map(({ unit: { fullName } }: any) => fullName).sort(),
    ).toEqual(['Xã Bàu Hàm', 'Xã Cây Gáo', 'Xã Sông Thao', 'Xã Thanh Bình']);
    expect(
      await bed.refused(
        'newRuralAreasRegisterDossier',
        { unit: unit.id, level: 'ADVANCED' },
        'chair.bau-ham',
      ),
    ).toMatchObject({ code: 'NEW_RURAL_PREREQUISITE_MISSING', allowed: 'NEW_RURAL' });
    await bed.change(
      'newRuralAreasRegisterDossier',
      { unit: unit.id, level: 'NEW_RURAL' },
      'chair.bau-ham',
      'id',
    );
    bed.setBusinessDate('2021-10-15');
  });
});

describe('communes against criteria', () => {
  test('what was signed is counted, drafts are not; each row comes to all criteria', async () => {
    const { data, errors } = await bed.ask(
      `{ newRuralAreasCriteriaMatrix(unit: "${await bed.unit('737')}", level: ADVANCED) { year assessed set { code } columns { number }
         rows { unit { code } met notApplicable missing assessment { state } cells { criterion { number } outcome value } } } }`,
      'standing',
    );
    expect(errors).toBeUndefined();
    const { rows, columns, assessed, set, year } = data.newRuralAreasCriteriaMatrix;
    expect([year, set.code, columns.length, rows.length, assessed]).toEqual([
      2021,
      'DONG-NAI-ADVANCED-2018',
      19,
      16,
      13,
    ]);
    const row = (code: string) => rows.find(({ unit }: any) => unit.code === code);
    for (const { met, notApplicable, missing } of rows) expect(met + notApplicable + missing).toBe(19);
    expect(row('26257')).toMatchObject({ met: 18, notApplicable: 1, missing: 0 });
    expect(row('26260')).toMatchObject({ met: 0, missing: 19, assessment: null });
    expect(row('26254')).toMatchObject({ met: 16, missing: 3 });
    expect(row('26254').cells[9]).toEqual({ criterion: { number: 10 }, outcome: 'NOT_MET', value: '64.7' });
    // Corrected: the later result counts.
    expect(row('26293').cells[9]).toEqual({ criterion: { number: 10 }, outcome: 'MET', value: '65.3' });
  });
});

describe('the gap to a target', () => {
  const gap = async (level: string, who = 'standing') =>
    bed.ask(
      `{ newRuralAreasGapToTarget(unit: "${await bed.unit('737')}", level: ${level}) { target wanted reached needed recognitions { unit { code } }
         candidates { unit { code } eligible assessed missing missingCriteria { number } pollPassed dossier { state } } } }`,
      who,
    );

  test('T-03: one of two; five communes meet all criteria, and four of them have their poll', async () => {
    const { data } = await gap('ADVANCED');
    const { candidates, ...whole } = data.newRuralAreasGapToTarget;
    expect(whole).toEqual({
      target: 'T-03',
      wanted: '2',
      reached: 1,
      needed: '1',
      recognitions: [{ unit: { code: '26293' } }],
    });
    expect(candidates).toHaveLength(13);
    const missing = (code: string) => candidates.find(({ unit }: any) => unit.code === code);
    expect(candidates.slice(0, 5).map(({ unit }: any) => unit.code)).toEqual([
      '26257',
      '26263',
      '26266',
      '26275',
      '26281',
    ]);
    expect(candidates.filter(({ missing: n, pollPassed }: any) => n === 0 && pollPassed)).toHaveLength(4);
    expect(missing('26269')).toMatchObject({
      missing: 1,
      missingCriteria: [{ number: 9 }],
      pollPassed: false,
    });
    expect(candidates.at(-1)).toMatchObject({ unit: { code: '26260' }, assessed: false, missing: 19 });
  });

  test('T-04: none of one; only advanced communes could be model', async () => {
    const { data } = await gap('MODEL');
    const { candidates, ...whole } = data.newRuralAreasGapToTarget;
    expect(whole).toMatchObject({ target: 'T-04', wanted: '1', reached: 0, needed: '1' });
    expect(
      candidates
        .filter(({ eligible }: any) => eligible)
        .map(({ unit, missing }: any) => [unit.code, missing]),
    ).toEqual([
      ['26290', 1],
      ['26287', 2],
      ['26293', 4],
    ]);
  });

  test('without a target there is nothing wanted', async () => {
    const { data } = await gap('NEW_RURAL');
    expect(data.newRuralAreasGapToTarget).toMatchObject({
      target: null,
      wanted: null,
      needed: null,
      reached: 0,
    });
  });
});

describe('what core is told', () => {
  test('T-03 and T-04 stand where the titles say, with an answer of every commune and quarter', async () => {
    const { data } = await bed.ask(
      `{ targets(filter: { code: ["T-03", "T-04"] }) { nodes { code progress { actual percent state coverage { have needed } } } } }`,
      'standing',
    );
    expect(data.targets.nodes).toEqual([
      {
        code: 'T-03',
        progress: { actual: '1', percent: '50', state: 'ON_TRACK', coverage: { have: 48, needed: 48 } },
      },
      {
        code: 'T-04',
        progress: { actual: '0', percent: '0', state: 'ON_TRACK', coverage: { have: 48, needed: 48 } },
      },
    ]);
  });

  test('satisfaction is added up by counts over communes and quarters', async () => {
    const counts = await bed.sql<{ yes: number; polled: number }>(
      `select sum(total.yes)::int as yes, sum(poll.polled)::int as polled from new_rural_areas.poll
         join new_rural_areas.poll_total total on total.poll_id = poll.id join new_rural_areas.poll_question q on q.id = total.question_id and q.decisive
         join new_rural_areas.poll_rule rule on rule.id = poll.rule_id and rule.scope = 'COMMUNE'
        where poll.closed_on between '2021-04-01' and '2021-06-30'`,
    );
    const { data, errors } = await bed.ask(
      `{ indicatorAggregate(indicator: "new-rural-areas.satisfaction-rate", period: { calendar: QUARTER, key: "2021-Q2" }, unit: "${await bed.unit('737')}") { numerator denominator } }`,
      'standing',
    );
    expect(errors).toBeUndefined();
    expect(data.indicatorAggregate).toEqual({
      numerator: String(counts[0]!.yes),
      denominator: String(counts[0]!.polled),
    });
  });
});

describe('supervision visits', () => {
  const record = 'newRuralAreasRecordVisit';
  const visits = async () =>
    bed.sql<{ value: string }>(
      `select d.value::text from core.data_value d join core.indicator i on i.id = d.indicator_id join core.period p on p.id = d.period_id
         join core.administrative_unit_version v on v.unit_id = d.unit_id and v.code = '26257' and v.superseded_at is null
        where i.key = 'new-rural-areas.supervision-visits' and p.key = '2021-Q4' and d.superseded_at is null`,
    );

  test('recorded, followed up, withdrawn: the count of the quarter follows', async () => {
    const input = {
      unit: await bed.unit('26257'),
      visitedOn: '2021-10-12',
      subject: 'Sử dụng đóng góp của dân',
      findings: 'Công khai, đúng mục đích.',
      recommendation: 'Niêm yết quyết toán.',
    };
    const made = await bed.change(record, input, 'inspector', 'id version followUp');
    expect([made.version, await visits()]).toEqual([1, [{ value: '1' }]]);
    const next = {
      supervisionVisit: made.id,
      expectedVersion: 1,
      followUp: 'Đã niêm yết.',
      followedUpOn: '2021-10-11',
    };
    expect(await bed.refused('newRuralAreasFollowUpVisit', next, 'chair.bau-ham')).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.followedUpOn',
      allowed: '≥ 2021-10-12',
    });
    const followed = await bed.change(
      'newRuralAreasFollowUpVisit',
      { ...next, followedUpOn: '2021-10-15' },
      'chair.bau-ham',
      'version followUp followedUpOn',
    );
    expect(followed).toEqual({ version: 2, followUp: 'Đã niêm yết.', followedUpOn: '2021-10-15' });
    const gone = { supervisionVisit: made.id, expectedVersion: 2, reason: 'Ghi trùng.' };
    expect(
      await bed.refused('newRuralAreasWithdrawVisit', { ...gone, expectedVersion: 1 }, 'inspector'),
    ).toMatchObject({
      code: 'CONFLICT',
      current: 2,
    });
    await bed.change('newRuralAreasWithdrawVisit', gone, 'inspector', 'id');
    expect(await visits()).toEqual([{ value: '0' }]);
    expect(
      await bed.refused('newRuralAreasWithdrawVisit', { ...gone, expectedVersion: 3 }, 'inspector'),
    ).toMatchObject({
      code: 'NEW_RURAL_VISIT_WITHDRAWN',
      reason: 'Ghi trùng.',
    });
  });

  test.each([
    ['visitedOn', { visitedOn: '2021-10-16' }, 'BAD_USER_INPUT'],
    ['subject', { subject: 'ab' }, 'TEXT_LENGTH'],
    ['findings', { findings: ' ' }, 'TEXT_LENGTH'],
    ['recommendation', { recommendation: 'x'.repeat(2001) }, 'TEXT_LENGTH'],
  ])('%s is checked', async (field, more, code) => {
    const input = {
      unit: await bed.unit('26257'),
      visitedOn: '2021-10-12',
      subject: 'Nội dung',
      findings: 'Kết quả',
      ...more,
    };
    expect(await bed.refused(record, input, 'inspector')).toMatchObject({ code, field: `input.${field}` });
  });
});

describe('the demonstration', () => {
  const tables = [
    'dossier',
    'dossier_step',
    'assessment',
    'assessment_result',
    'evidence',
    'poll',
    'poll_area',
    'poll_tally',
    'poll_total',
    'recognition',
    'recheck',
    'supervision_visit',
  ];
  const counts = async () =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => {
          const [row] = await bed.sql<{ n: number }>(
            `select count(*)::int as n from new_rural_areas.${table} where demo`,
          );
          return [table, row!.n] as const;
        }),
      ),
    );

  test('is what it was said to be', async () => {
    expect(await counts()).toEqual({
      dossier: 28,
      dossier_step: 56,
      assessment: 17,
      assessment_result: 283,
      evidence: 4,
      poll: 10,
      poll_area: 31,
      poll_tally: 150,
      poll_total: 48,
      recognition: 20,
      recheck: 2,
      supervision_visit: 5,
    });
  });

  test('shows every state of every workflow', async () => {
    const states = async (table: string) =>
      (
        await bed.sql<{ state: string }>(
          `select distinct state from new_rural_areas.${table} where demo order by 1`,
        )
      ).map(({ state }) => state);
    expect(await states('dossier')).toHaveLength(10);
    expect(await states('poll')).toEqual(['CANCELLED', 'CLOSED', 'OPEN']);
    expect(await states('assessment')).toEqual(['DRAFT', 'SUBMITTED']);
  });

  test('loaded again, nothing changes, nor do the figures', async () => {
    const figures = () =>
      bed.sql(
        `select count(*)::int as n, count(*) filter (where superseded_at is null)::int as current, max(d.id)::int as last from core.data_value d
           join core.indicator i on i.id = d.indicator_id where i.key like 'new-rural-areas.%'`,
      );
    const before = [await counts(), await figures()];
    const services = bed.engine.servicesFor('new-rural-areas');
    await loadDemo(services);
    await fillQuarters(services);
    expect([await counts(), await figures()]).toEqual(before);
  });

  test('nothing in it lies after the business date, and every text says that it was invented', async () => {
    for (const [table, column] of [
      ['dossier_step', 'taken_on'],
      ['recognition', 'decided_on'],
      ['poll', 'opened_on'],
      ['assessment', 'begun_on'],
      ['supervision_visit', 'visited_on'],
    ]) {
      expect(
        await bed.sql(`select from new_rural_areas.${table} where demo and ${column} > '2021-10-15'`),
      ).toEqual([]);
    }
    const texts = await bed.sql<{ text: string }>(
      `select findings as text from new_rural_areas.supervision_visit where demo union select findings from new_rural_areas.recheck where demo
       union select appraisal_opinion from new_rural_areas.dossier where demo and appraisal_opinion is not null
       union select reason from new_rural_areas.dossier where demo and reason is not null union select note from new_rural_areas.evidence where demo`,
    );
    for (const { text } of texts) expect(text.toLowerCase()).toContain('minh họa');
  });
});

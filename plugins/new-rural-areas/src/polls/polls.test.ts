/** Satisfaction polls: who counts, what passes, who is told, and that nothing of a closed one changes. */
import { startProgramBed, tryImpossibleSteps, type ProgramBed } from '@phoihop/testing';
import plugin from '../plugin.js';
import { loadPollRules, readPollRules } from './load-poll-rules.js';
import { PollState, pollWorkflow, type PollStep } from './poll-enums.js';

let bed: ProgramBed;
let questions: { code: string }[];
beforeAll(async () => {
  bed = await startProgramBed([plugin]);
  const { data } = await bed.ask(
    '{ newRuralAreasPollQuestions(filter: { validOn: "2021-10-15" }) { nodes { code } } }',
  );
  questions = data.newRuralAreasPollQuestions.nodes;
  await withDeputies();
}, 300_000);
afterAll(() => bed?.close());

/** Each commune's Front has a vice chair, who has judged and signed nothing: `deputy.cay-gao` beside `chair.cay-gao`. */
async function withDeputies(): Promise<void> {
  await bed.sql(
    `with chair as (
       select replace(account.username, 'chair.', 'deputy.') as deputy, held.role_id, held.unit_id
         from core.user_account account join core.assignment held on held.user_id = account.id where account.username like 'chair.%'),
     person as (
       insert into core.person (full_name, unit_id, email) select 'Phó Chủ tịch', unit_id, deputy || '@trangbom.example' from chair returning id, email),
     account as (
       insert into core.user_account (username, person_id) select split_part(email, '@', 1), id from person returning id, username)
     insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
     select account.id, chair.role_id, chair.unit_id, 'SUBTREE', '2021-01-01' from account join chair on chair.deputy = account.username`,
  );
}

const open = 'newRuralAreasOpenPoll';
const tally = 'newRuralAreasEnterTally';
const close = 'newRuralAreasClosePoll';
const cancel = 'newRuralAreasCancelPoll';
const shown = 'id version state polled passed households areas { nodes { id version polled unit { code } } }';

/** A poll of a commune with three areas of 100 households, opened by its chair. */
async function opened(code: string, who: string, level = 'ADVANCED', households = 100): Promise<any> {
  const areas = await Promise.all(
    [1, 2, 3].map(async (n) => ({ unit: await bed.unit(`${code}.0${n}`), households })),
  );
  const input = { unit: await bed.unit(code), level, households: households * 3, areas };
  return bed.change(open, input, who, shown);
}

/** Answers to all questions alike; the first may differ. */
const answers = (polled: number, yes: number, firstYes = yes) =>
  questions.map(({ code }, index) => {
    const its = index === 0 ? firstYes : yes;
    return { question: code, yes: its, no: polled - its, other: 0 };
  });

const count = (area: any, polled: number, tallies: object[], who: string, more: object = {}) =>
  bed.change(
    tally,
    { pollArea: area.id, expectedVersion: area.version, polled, tallies, ...more },
    who,
    'id version polled tallies { nodes { yes no other reason supersededAt question { code } } }',
  );

const resultOf = async (poll: string, who: string) =>
  bed.ask(
    `{ newRuralAreasPollResult(poll: "${poll}") { households polled coverage coverageReached passed answers { question { code } yes no other approval reached withheld } } }`,
    who,
  );

describe('a poll passes by its counts', () => {
  const outcome = async (code: string, who: string, asked: number[], yes: number[]): Promise<any> => {
    const poll = await opened(code, who, 'NEW_RURAL');
    for (const [n, area] of poll.areas.nodes.entries())
      await count(area, asked[n]!, answers(asked[n]!, yes[n]!), who.replace('chair', 'deputy'));
    return bed.change(close, { poll: poll.id, expectedVersion: poll.version }, who, shown);
  };

  // 60 % of 300 households are 180; more than 80 % of 200 are 161.
  test.each([
    ['26284', 'chair.doi-61', [60, 60, 60], [60, 60, 60], 180, true],
    ['26251', 'chair.thanh-binh', [60, 60, 59], [60, 60, 59], 179, false],
    ['26254', 'chair.cay-gao', [70, 70, 60], [60, 60, 41], 200, true],
    ['26260', 'chair.song-thao', [70, 70, 60], [60, 60, 40], 200, false],
  ])('%s: %s asked %j, said yes %j', async (code, who, asked, yes, polled, passed) => {
    expect(await outcome(code, who, asked, yes)).toMatchObject({ state: 'CLOSED', polled, passed });
  });

  test('only a decisive question decides', async () => {
    const poll = await opened('26269', 'chair.bac-son', 'NEW_RURAL');
    for (const area of poll.areas.nodes) await count(area, 100, answers(100, 10, 81), 'deputy.bac-son');
    const closed = await bed.change(close, { poll: poll.id, expectedVersion: 1 }, 'chair.bac-son', shown);
    expect(closed.passed).toBe(true);
    const { data } = await resultOf(poll.id, 'chair.bac-son');
    expect(data.newRuralAreasPollResult).toMatchObject({
      households: 300,
      polled: 300,
      coverage: '1',
      coverageReached: true,
      passed: true,
    });
    expect(data.newRuralAreasPollResult.answers[0]).toEqual({
      question: { code: 'OVERALL' },
      yes: 243,
      no: 57,
      other: 0,
      approval: '0.81',
      reached: true,
      withheld: false,
    });
    expect(data.newRuralAreasPollResult.answers[1]).toMatchObject({
      yes: 30,
      approval: '0.1',
      reached: false,
    });
  });

  test('a district is judged by its own rule: a fifth of the households, and later nine in ten at least', async () => {
    const input = {
      unit: await bed.unit('737'),
      level: 'NEW_RURAL',
      households: 1000,
      areas: [{ unit: await bed.unit('26254.02'), households: 250 }],
    };
    bed.setBusinessDate('2022-04-01');
    const poll = await bed.change(
      open,
      input,
      'standing',
      `${shown} rule { scope minimumApproval approvalAbove validFrom }`,
    );
    expect(poll.rule).toEqual({
      scope: 'DISTRICT',
      minimumApproval: '0.9',
      approvalAbove: false,
      validFrom: '2022-03-08',
    });
    await count(poll.areas.nodes[0], 200, answers(200, 180), 'chair.cay-gao');
    expect(
      await bed.change(close, { poll: poll.id, expectedVersion: 1 }, 'standing', 'passed polled'),
    ).toEqual({ passed: true, polled: 200 });
    bed.setBusinessDate('2021-10-15');
  });

  test('what a poll must reach is a line in a file', async () => {
    const rules = await readPollRules();
    const stricter = rules.map((rule) =>
      rule.scope === 'COMMUNE' && rule.level === 'MODEL' && rule.validFrom === '2017-04-24'
        ? { ...rule, minimumCoverage: '0.7' }
        : rule,
    );
    const services = bed.engine.servicesFor('new-rural-areas');
    const before = await bed.sql('select id from new_rural_areas.poll_rule order by id');
    await loadPollRules(services, stricter);
    const poll = await opened('26296', 'chair.an-vien', 'MODEL');
    for (const area of poll.areas.nodes) await count(area, 69, answers(69, 69), 'deputy.an-vien');
    expect(await bed.change(close, { poll: poll.id, expectedVersion: 1 }, 'chair.an-vien', 'passed')).toEqual(
      { passed: false },
    );
    await loadPollRules(services);
    expect(await bed.sql('select id from new_rural_areas.poll_rule order by id')).toEqual(before);
  });
});

describe('opening', () => {
  test('never in a town; a commune with all its areas, each once, and all its households', async () => {
    const [one, two, three, foreign] = await Promise.all(
      ['26272.01', '26272.02', '26272.03', '26254.01'].map((code) => bed.unit(code)),
    );
    const area = (unit: string | undefined) => ({ unit, households: 100 });
    const input = { unit: await bed.unit('26272'), level: 'ADVANCED', households: 300 };
    const who = 'chair.ho-nai-3';
    const areas = [area(one), area(two), area(three)];
    expect(await bed.refused(open, { ...input, areas: areas.slice(1) }, who)).toMatchObject({
      code: 'NEW_RURAL_POLL_AREAS',
      field: 'input.areas',
      given: 2,
      allowed: 3,
    });
    expect(await bed.refused(open, { ...input, areas: [...areas, area(foreign)] }, who)).toMatchObject({
      code: 'NEW_RURAL_POLL_AREAS',
      field: 'input.areas[3].unit',
    });
    expect(await bed.refused(open, { ...input, areas: [...areas, area(one)] }, who)).toMatchObject({
      field: 'input.areas[3].unit',
    });
    expect(await bed.refused(open, { ...input, households: 301, areas }, who)).toMatchObject({
      code: 'NEW_RURAL_POLL_HOUSEHOLDS',
      given: 301,
      allowed: 300,
    });
    const town = { ...input, unit: await bed.unit('26248'), areas: [area(await bed.unit('26248.01'))] };
    expect(await bed.refused(open, town, 'chair.trang-bom', 'vi')).toMatchObject({
      code: 'UNIT_KIND',
      given: 'Thị trấn Trảng Bom',
    });
    const elsewhere = { ...input, unit: await bed.unit('26254'), areas: [] };
    expect(await bed.refused(open, elsewhere, who)).toMatchObject({ code: 'OUT_OF_SCOPE' });
    expect(await bed.refused(open, { ...input, areas }, 'environment')).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('one poll at a time for a level', async () => {
    const areas = await Promise.all(
      [1, 2, 3].map(async (n) => ({ unit: await bed.unit(`26257.0${n}`), households: 10 })),
    );
    const input = { unit: await bed.unit('26257'), level: 'ADVANCED', households: 30, areas };
    expect(await bed.refused(open, input, 'chair.bau-ham')).toMatchObject({ code: 'ALREADY_EXISTS' });
  });
});

/** The open poll of Bàu Hàm: its first area has counted, two have not. */
const bauHam = async (): Promise<any> => {
  const { data } = await bed.ask(
    `{ newRuralAreasPolls(filter: { unit: "${await bed.unit('26257')}" }) { nodes { ${shown} } } }`,
    'chair.bau-ham',
  );
  return data.newRuralAreasPolls.nodes[0];
};

describe('counting', () => {
  test('the head of an area sees the poll and the own area, counts it, and is not told the whole', async () => {
    const { data } = await bed.ask(
      '{ newRuralAreasPolls { totalCount nodes { id state unit { fullName } areas { nodes { unit { code } tallies { totalCount } } } } } }',
      'head.bau-ham',
    );
    expect(data.newRuralAreasPolls).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          state: 'OPEN',
          unit: { fullName: 'Xã Bàu Hàm' },
          areas: { nodes: [{ unit: { code: '26257.01' }, tallies: { totalCount: 6 } }] },
        },
      ],
    });
    const { errors } = await resultOf(data.newRuralAreasPolls.nodes[0].id, 'head.bau-ham');
    expect(errors![0]!.extensions['code']).toBe('NEW_RURAL_POLL_PARTLY_SEEN');
  });

  test('a count is corrected with a reason, and the earlier one is kept', async () => {
    const [area] = (await bauHam()).areas.nodes;
    const input = { pollArea: area.id, expectedVersion: area.version, polled: 50, tallies: answers(50, 40) };
    expect(await bed.refused(tally, input, 'head.bau-ham')).toMatchObject({ code: 'REASON_REQUIRED' });
    const after = await count(area, 50, answers(50, 40), 'head.bau-ham', {
      reason: 'Đếm nhầm một xấp phiếu.',
    });
    expect(after.polled).toBe(50);
    const kept = after.tallies.nodes.filter(({ question }: any) => question.code === 'OVERALL');
    expect(kept).toHaveLength(2);
    expect(kept[0].supersededAt).not.toBeNull();
    expect(kept[1]).toMatchObject({ yes: 40, no: 10, reason: 'Đếm nhầm một xấp phiếu.', supersededAt: null });
  });

  test.each([
    ['polled', { polled: 100_000 }, 'BAD_USER_INPUT', 'input.polled'],
    ['a sum', { polled: 51 }, 'NEW_RURAL_TALLY_SUM', 'input.tallies[0]'],
    ['a question left out', { tallies: 1 }, 'NEW_RURAL_TALLY_QUESTIONS', 'input.tallies'],
  ])('%s is checked', async (_, more: any, code, field) => {
    const [, area] = (await bauHam()).areas.nodes;
    const tallies = answers(50, 40).slice(more.tallies ?? 0);
    const input = { pollArea: area.id, expectedVersion: area.version, polled: more.polled ?? 50, tallies };
    expect(await bed.refused(tally, input, 'deputy.bau-ham')).toMatchObject({ code, field });
  });

  test('who judged the commune counts none of its ballots, under no account', async () => {
    const [, area] = (await bauHam()).areas.nodes;
    const input = { pollArea: area.id, expectedVersion: area.version, polled: 50, tallies: answers(50, 40) };
    expect(await bed.refused(tally, input, 'clerk.bau-ham')).toMatchObject({ code: 'SAME_PERSON' });
    // The clerk's person as head of the second area: the assessment is hidden from that account, and it does not help.
    await bed.sql(
      `with made as (insert into core.user_account (username, person_id) select 'clerk.as-head', person_id from core.user_account where username = 'clerk.bau-ham' returning id)
       insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
       select made.id, role.id, version.unit_id, 'EXACT', '2021-01-01' from made, core.role role, core.administrative_unit_version version
        where role.code = 'residential-head' and version.code = '26257.02' and version.superseded_at is null`,
    );
    expect(await bed.refused(tally, input, 'clerk.as-head')).toMatchObject({ code: 'SAME_PERSON' });
    expect(await bed.refused(tally, input, 'head.bau-ham')).toMatchObject({ code: 'NOT_FOUND' });
    for (const who of ['environment', 'standing', 'officer.cluster4', 'inspector'])
      expect([who, (await bed.refused(tally, input, who))['code']]).toEqual([who, 'FORBIDDEN']);
  });

  test('neither does who signed how the commune judges itself, under no account', async () => {
    const [, area] = (await bauHam()).areas.nodes;
    const input = { pollArea: area.id, expectedVersion: area.version, polled: 50, tallies: answers(50, 40) };
    expect(await bed.refused(tally, input, 'chair.bau-ham')).toMatchObject({ code: 'SAME_PERSON' });
    await bed.sql(
      `update core.user_account set person_id = (select person_id from core.user_account where username = 'chair.bau-ham') where username = 'head.bau-ham'`,
    );
    const [own] = (await bauHam()).areas.nodes;
    const again = { ...input, pollArea: own.id, expectedVersion: own.version, reason: 'Đếm lại.' };
    expect(await bed.refused(tally, again, 'head.bau-ham')).toMatchObject({ code: 'SAME_PERSON' });
    await bed.sql(
      `update core.user_account set person_id = (select min(id) from core.person where email = 'head.bau-ham@trangbom.example') where username = 'head.bau-ham'`,
    );
  });

  test('the turn of a year is no way around it, in neither order, under no account', async () => {
    const { areas } = await bauHam();
    const [, area] = areas.nodes;
    const unit = await bed.unit('26257');
    const input = { pollArea: area.id, expectedVersion: area.version, polled: 50, tallies: answers(50, 40) };
    const judges = {
      unit,
      level: 'ADVANCED',
      year: 2022,
      criteria: [{ number: 1, outcome: 'MET', value: null, note: null }],
    };
    await bed.sql(
      `insert into core.user_account (username, person_id) select 'deputy.second', person_id from core.user_account where username = 'deputy.bau-ham'`,
    );
    bed.setBusinessDate('2022-01-10');
    for (const judge of ['deputy.bau-ham', 'deputy.second']) {
      await bed.sql(
        `insert into new_rural_areas.assessor (unit_id, year, user_id) select poll_area.unit_id, 2022, account.id
           from (select poll.unit_id from new_rural_areas.poll where poll.id = (select max(poll.id) from new_rural_areas.poll
              join core.administrative_unit_version v on v.unit_id = poll.unit_id and v.code = '26257')) poll_area, core.user_account account
          where account.username = $1`,
        [judge],
      );
      expect([judge, await bed.refused(tally, input, 'deputy.bau-ham')]).toMatchObject([
        judge,
        { code: 'SAME_PERSON' },
      ]);
      await bed.sql('delete from new_rural_areas.assessor where year = 2022');
    }
    const before = await bed.sql<{ id: number; by: number }>(
      `select tally.id::int, tally.recorded_by::int as by from new_rural_areas.poll_tally tally
         join core.administrative_unit_version v on v.unit_id = tally.unit_id and v.code = '26257.01' and v.superseded_at is null order by 1 limit 1`,
    );
    for (const counter of ['clerk.bau-ham', 'clerk.as-head']) {
      await bed.sql(
        `update new_rural_areas.poll_tally set recorded_by = (select id from core.user_account where username = $2) where id = $1`,
        [before[0]!.id, counter],
      );
      expect([
        counter,
        await bed.refused('newRuralAreasRecordCriteria', judges, 'clerk.bau-ham'),
      ]).toMatchObject([counter, { code: 'SAME_PERSON' }]);
    }
    await bed.sql('update new_rural_areas.poll_tally set recorded_by = $2 where id = $1', [
      before[0]!.id,
      before[0]!.by,
    ]);
    bed.setBusinessDate('2021-10-15');
  });

  test('it is not closed before every area has counted; then its figures are those of the indicators', async () => {
    const before = await bauHam();
    const input = { poll: before.id, expectedVersion: before.version };
    expect(await bed.refused(close, input, 'chair.bau-ham')).toMatchObject({
      code: 'NEW_RURAL_POLL_INCOMPLETE',
      given: 1,
      allowed: 3,
    });
    for (const area of before.areas.nodes.slice(1))
      await count(area, 400, answers(400, 380), 'deputy.bau-ham');
    const closed = await bed.change(close, input, 'chair.bau-ham', shown);
    expect(closed).toMatchObject({ state: 'CLOSED', polled: 850 });
    const figures = await bed.sql(
      `select i.key, d.numerator::int, d.denominator::int from core.data_value d join core.indicator i on i.id = d.indicator_id join core.period p on p.id = d.period_id
        join core.administrative_unit_version v on v.unit_id = d.unit_id and v.code = '26257' and v.superseded_at is null
       where i.key like 'new-rural-areas.%-rate' and p.key = '2021-Q4' and d.superseded_at is null order by 1`,
    );
    expect(figures).toEqual([
      { key: 'new-rural-areas.poll-coverage-rate', numerator: 850, denominator: closed.households },
      { key: 'new-rural-areas.satisfaction-rate', numerator: 800, denominator: 850 },
    ]);
  });

  test('what is closed changes no more', async () => {
    const [area] = (await bauHam()).areas.nodes;
    const input = {
      pollArea: area.id,
      expectedVersion: area.version,
      polled: 50,
      tallies: answers(50, 50),
      reason: 'Đếm lại.',
    };
    expect(await bed.refused(tally, input, 'head.bau-ham')).toMatchObject({
      code: 'NEW_RURAL_POLL_STATE',
      given: 'CLOSED',
      allowed: '-',
    });
  });

  test('a count that comes while somebody closes waits, and then is refused', async () => {
    const poll = await opened('26293', 'chair.giang-dien', 'MODEL');
    for (const area of poll.areas.nodes) await count(area, 100, answers(100, 90), 'deputy.giang-dien');
    const [area] = (
      await bed.ask(
        `{ newRuralAreasPollAreas(filter: { poll: "${poll.id}" }) { nodes { id version } } }`,
        'chair.giang-dien',
      )
    ).data.newRuralAreasPollAreas.nodes;
    const late = {
      pollArea: area.id,
      expectedVersion: area.version,
      polled: 100,
      tallies: answers(100, 1),
      reason: 'Đếm lại.',
    };
    const both = await bed.engine.database.asSystem(
      'hold the poll as who closes it does',
      async (session) => {
        const id = Number(Buffer.from(poll.id, 'base64url').toString().split(':')[1]);
        await session.query(`select pg_advisory_xact_lock(hashtext('new-rural-areas poll'), $1::int)`, [id]);
        const asked = bed.refused(tally, late, 'deputy.giang-dien');
        await new Promise((resolve) => setTimeout(resolve, 300));
        await session.query(
          `update new_rural_areas.poll set state = 'CLOSED', closed_on = '2021-10-15', polled = 300, passed = true where id = $1`,
          [id],
        );
        return { asked };
      },
    );
    expect(await both.asked).toMatchObject({ code: 'NEW_RURAL_POLL_STATE', given: 'CLOSED' });
  });
});

describe('who is told what', () => {
  const closedOf = async (code: string): Promise<string> => {
    const { data } = await bed.ask(
      `{ newRuralAreasPolls(filter: { unit: "${await bed.unit(code)}", state: [CLOSED], level: [ADVANCED] }) { nodes { id } } }`,
      'standing',
    );
    return data.newRuralAreasPolls.nodes[0].id;
  };

  test('who reads results only is told yes and the share; counts of areas, no and neither are not for them', async () => {
    const id = await closedOf('26275');
    const { data, errors } = await resultOf(id, 'farmers');
    if (errors) throw new Error(JSON.stringify(errors));
    const [first] = data.newRuralAreasPollResult.answers;
    expect(first).toMatchObject({ no: null, other: null, withheld: false });
    expect(first.yes).toBeGreaterThan(0);
    const areas = await bed.ask('{ newRuralAreasPollAreas { totalCount } }', 'farmers');
    expect(areas.errors![0]!.extensions['code']).toBe('FORBIDDEN');
  });

  test('counts below the smallest cell are withheld from them, and only from them', async () => {
    const id = await closedOf('26275');
    const key = Number(Buffer.from(id, 'base64url').toString().split(':')[1]);
    const [before] = await bed.sql<{ yes: number }>(
      `select yes from new_rural_areas.poll_total t join new_rural_areas.poll_question q on q.id = t.question_id where poll_id = $1 and q.code = 'ROADS'`,
      [key],
    );
    const set = (yes: number) =>
      bed.sql(
        `update new_rural_areas.poll_total t set yes = $2 from new_rural_areas.poll_question q where q.id = t.question_id and poll_id = $1 and q.code = 'ROADS'`,
        [key, yes],
      );
    for (const [yes, shownYes] of [
      [4, null],
      [5, 5],
      [0, 0],
    ] as const) {
      await set(yes);
      const { data } = await resultOf(id, 'farmers');
      expect(data.newRuralAreasPollResult.answers[1]).toMatchObject({
        yes: shownYes,
        withheld: shownYes === null,
        ...(shownYes === null ? { approval: null } : {}),
      });
      const own = await resultOf(id, 'chair.tay-hoa');
      expect(own.data.newRuralAreasPollResult.answers[1]).toMatchObject({ yes, withheld: false });
    }
    await set(before!.yes);
  });

  test('nobody is told counts of a poll that is open or was given up', async () => {
    const poll = await opened('26263', 'chair.song-trau', 'MODEL');
    const { errors } = await resultOf(poll.id, 'chair.song-trau');
    expect(errors![0]!.extensions).toMatchObject({ code: 'NEW_RURAL_POLL_NOT_CLOSED', given: 'OPEN' });
    const input = { poll: poll.id, expectedVersion: poll.version };
    expect(await bed.refused(cancel, { ...input, reason: ' ' }, 'chair.song-trau')).toMatchObject({
      code: 'REASON_REQUIRED',
    });
    const given = await bed.change(
      cancel,
      { ...input, reason: 'Giãn cách xã hội.' },
      'chair.song-trau',
      'state cancelReason',
    );
    expect(given).toEqual({ state: 'CANCELLED', cancelReason: 'Giãn cách xã hội.' });
  });
});

test('steps that are not possible are refused by everybody, and leave nothing behind', async () => {
  const poll = await opened('26281', 'chair.trung-hoa', 'MODEL');
  const [area] = poll.areas.nodes;
  const id = Number(Buffer.from(poll.id, 'base64url').toString().split(':')[1]);
  const inputs: Record<PollStep, object> = {
    newRuralAreasEnterTally: { pollArea: area.id, expectedVersion: 1, polled: 10, tallies: answers(10, 9) },
    newRuralAreasClosePoll: { poll: poll.id, expectedVersion: 1 },
    newRuralAreasCancelPoll: { poll: poll.id, expectedVersion: 1, reason: 'Thôi.' },
  };
  const who = [
    'chair.trung-hoa',
    'head.trung-hoa',
    'head.bau-ham',
    'chair.bau-ham',
    'standing',
    'officer.cluster3',
    'environment',
    'farmers',
    'inspector',
    'auditor',
    'admin',
  ];
  const people = Object.fromEntries(
    await Promise.all(who.map(async (name) => [name, (await bed.as(name)).permissions] as const)),
  );
  const wrong = await tryImpossibleSteps<PollState, PollStep>({
    workflow: pollWorkflow,
    people,
    put: async (state) => {
      await bed.sql(
        `update new_rural_areas.poll set state = $2, closed_on = case when $2 = 'OPEN' then null else date '2021-10-15' end,
           polled = case when $2 = 'CLOSED' then 0 end, passed = case when $2 = 'CLOSED' then false end,
           cancel_reason = case when $2 = 'CANCELLED' then 'x' end where id = $1`,
        [id, state],
      );
    },
    take: (step, name) =>
      bed.ask(`mutation ($input: N${step.slice(1)}Input!) { ${step}(input: $input) { __typename } }`, name, {
        input: inputs[step],
      }),
    written: () =>
      bed.sql(
        `select (select json_agg(p) from new_rural_areas.poll p)::text as polls, (select count(*)::int from new_rural_areas.poll_tally) as tallies,
           (select count(*)::int from platform.audit_event) as audited`,
      ),
    outside: (name) => (name.endsWith('.bau-ham') ? 'NOT_FOUND' : undefined),
  });
  expect(wrong).toEqual([]);
});

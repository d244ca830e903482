/** Satisfaction polls: who opens them, what passes, and who is told. */
import { tryImpossibleSteps } from '@phoihop/testing';
import { loadPollRules, readPollRules } from './load-poll-rules.js';
import { PollState, pollWorkflow, type PollStep } from './poll-enums.js';
import { cancel, close, open, shown, startPollsBed, type PollsBed } from './test-bed.js';

let bed: PollsBed;
beforeAll(async () => {
  bed = await startPollsBed();
}, 300_000);
afterAll(() => bed?.close());

describe('a poll passes by its counts', () => {
  const outcome = async (code: string, who: string, asked: number[], yes: number[]): Promise<any> => {
    const poll = await bed.opened(code, who, 'NEW_RURAL');
    for (const [n, area] of poll.areas.nodes.entries())
      await bed.count(area, asked[n]!, bed.answers(asked[n]!, yes[n]!), who.replace('chair', 'deputy'));
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
    const poll = await bed.opened('26269', 'chair.bac-son', 'NEW_RURAL');
    for (const area of poll.areas.nodes)
      await bed.count(area, 100, bed.answers(100, 10, 81), 'deputy.bac-son');
    const closed = await bed.change(close, { poll: poll.id, expectedVersion: 1 }, 'chair.bac-son', shown);
    expect(closed.passed).toBe(true);
    const { data } = await bed.resultOf(poll.id, 'chair.bac-son');
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
    await bed.count(poll.areas.nodes[0], 200, bed.answers(200, 180), 'chair.cay-gao');
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
    const poll = await bed.opened('26296', 'chair.an-vien', 'MODEL');
    for (const area of poll.areas.nodes) await bed.count(area, 69, bed.answers(69, 69), 'deputy.an-vien');
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
    const { data, errors } = await bed.resultOf(id, 'farmers');
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
      const { data } = await bed.resultOf(id, 'farmers');
      expect(data.newRuralAreasPollResult.answers[1]).toMatchObject({
        yes: shownYes,
        withheld: shownYes === null,
        ...(shownYes === null ? { approval: null } : {}),
      });
      const own = await bed.resultOf(id, 'chair.tay-hoa');
      expect(own.data.newRuralAreasPollResult.answers[1]).toMatchObject({ yes, withheld: false });
    }
    await set(before!.yes);
  });

  test('nobody is told counts of a poll that is open or was given up', async () => {
    const poll = await bed.opened('26263', 'chair.song-trau', 'MODEL');
    const { errors } = await bed.resultOf(poll.id, 'chair.song-trau');
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
  const poll = await bed.opened('26281', 'chair.trung-hoa', 'MODEL');
  const [area] = poll.areas.nodes;
  const id = Number(Buffer.from(poll.id, 'base64url').toString().split(':')[1]);
  const inputs: Record<PollStep, object> = {
    newRuralAreasEnterTally: {
      pollArea: area.id,
      expectedVersion: 1,
      polled: 10,
      tallies: bed.answers(10, 9),
    },
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

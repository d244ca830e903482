/** Counting the ballots of a satisfaction poll: who may, what is checked, and that nothing of a closed poll changes. */
import { close, shown, startPollsBed, tally, type PollsBed } from './test-bed.js';

let bed: PollsBed;
beforeAll(async () => {
  bed = await startPollsBed();
}, 300_000);
afterAll(() => bed?.close());

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
    const { errors } = await bed.resultOf(data.newRuralAreasPolls.nodes[0].id, 'head.bau-ham');
    expect(errors![0]!.extensions['code']).toBe('NEW_RURAL_POLL_PARTLY_SEEN');
  });

  test('a count is corrected with a reason, and the earlier one is kept', async () => {
    const [area] = (await bed.bauHam()).areas.nodes;
    const input = {
      pollArea: area.id,
      expectedVersion: area.version,
      polled: 50,
      tallies: bed.answers(50, 40),
    };
    expect(await bed.refused(tally, input, 'head.bau-ham')).toMatchObject({ code: 'REASON_REQUIRED' });
    const after = await bed.count(area, 50, bed.answers(50, 40), 'head.bau-ham', {
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
    const [, area] = (await bed.bauHam()).areas.nodes;
    const tallies = bed.answers(50, 40).slice(more.tallies ?? 0);
    const input = { pollArea: area.id, expectedVersion: area.version, polled: more.polled ?? 50, tallies };
    expect(await bed.refused(tally, input, 'deputy.bau-ham')).toMatchObject({ code, field });
  });

  test('who judged the commune counts none of its ballots, under no account', async () => {
    const [, area] = (await bed.bauHam()).areas.nodes;
    const input = {
      pollArea: area.id,
      expectedVersion: area.version,
      polled: 50,
      tallies: bed.answers(50, 40),
    };
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
    const [, area] = (await bed.bauHam()).areas.nodes;
    const input = {
      pollArea: area.id,
      expectedVersion: area.version,
      polled: 50,
      tallies: bed.answers(50, 40),
    };
    expect(await bed.refused(tally, input, 'chair.bau-ham')).toMatchObject({ code: 'SAME_PERSON' });
    await bed.sql(
      `update core.user_account set person_id = (select person_id from core.user_account where username = 'chair.bau-ham') where username = 'head.bau-ham'`,
    );
    const [own] = (await bed.bauHam()).areas.nodes;
    const again = { ...input, pollArea: own.id, expectedVersion: own.version, reason: 'Đếm lại.' };
    expect(await bed.refused(tally, again, 'head.bau-ham')).toMatchObject({ code: 'SAME_PERSON' });
    await bed.sql(
      `update core.user_account set person_id = (select min(id) from core.person where email = 'head.bau-ham@trangbom.example') where username = 'head.bau-ham'`,
    );
  });

  test('the turn of a year is no way around it, in neither order, under no account', async () => {
    const { areas } = await bed.bauHam();
    const [, area] = areas.nodes;
    const unit = await bed.unit('26257');
    const input = {
      pollArea: area.id,
      expectedVersion: area.version,
      polled: 50,
      tallies: bed.answers(50, 40),
    };
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
    const before = await bed.bauHam();
    const input = { poll: before.id, expectedVersion: before.version };
    expect(await bed.refused(close, input, 'chair.bau-ham')).toMatchObject({
      code: 'NEW_RURAL_POLL_INCOMPLETE',
      given: 1,
      allowed: 3,
    });
    for (const area of before.areas.nodes.slice(1))
      await bed.count(area, 400, bed.answers(400, 380), 'deputy.bau-ham');
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
    const [area] = (await bed.bauHam()).areas.nodes;
    const input = {
      pollArea: area.id,
      expectedVersion: area.version,
      polled: 50,
      tallies: bed.answers(50, 50),
      reason: 'Đếm lại.',
    };
    expect(await bed.refused(tally, input, 'head.bau-ham')).toMatchObject({
      code: 'NEW_RURAL_POLL_STATE',
      given: 'CLOSED',
      allowed: '-',
    });
  });

  test('a count that comes while somebody closes waits, and then is refused', async () => {
    const poll = await bed.opened('26293', 'chair.giang-dien', 'MODEL');
    for (const area of poll.areas.nodes)
      await bed.count(area, 100, bed.answers(100, 90), 'deputy.giang-dien');
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
      tallies: bed.answers(100, 1),
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

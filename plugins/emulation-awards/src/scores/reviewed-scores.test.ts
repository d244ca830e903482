/** The demonstration's year 2021 from its review to the vote, with everything that is computed worked out by hand. */
import { full, lines, review, startScoresBed, type ScoresBed } from './test-bed.js';

let bed: ScoresBed;
beforeAll(async () => {
  bed = await startScoresBed();
  await bed.toReview();
}, 300_000);
afterAll(() => bed?.close());

/** Reviewed points of criteria 1 and 7 by unit; criteria 2 and 6 have 15 each. */
const decided: Readonly<Record<string, readonly [one: string, bonus: string]>> = {
  26248: ['25', '0'], 26290: ['23', '0'], 26293: ['23', '0'], 26296: ['25', '0'], 26284: ['20', '0'],
  26269: ['21.5', '0'], 26278: ['21', '0'], 26272: ['24', '0'], 26263: ['20', '0'],
  26275: ['25', '0'], 26281: ['22', '0'], 26266: ['20', '2'], 26287: ['20', '0'],
  26254: ['21', '0'], 26251: ['20', '2'], 26257: ['25', '0'], 26260: ['22', '0'],
}; // prettier-ignore

describe('the review, the lock and the ranking', () => {
  test('an officer reviews the own cluster, and nobody who scored it', async () => {
    const input = { entry: bed.entry('26257'), scores: full };
    expect(await bed.refused(review, input, 'officer.cluster1')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bed.refused(review, input, 'chair.bau-ham')).toMatchObject({ code: 'FORBIDDEN' });
    await bed.samePerson('officer.cluster4', 'clerk.bau-ham');
    expect(await bed.refused(review, input, 'officer.cluster4')).toMatchObject({ code: 'SAME_PERSON' });
    await bed.samePerson('officer.cluster4', null);
    // Placed by their officers, as the demonstration deals communes to clusters.
    const officers: Readonly<Record<string, string>> = Object.fromEntries(
      (
        await bed.sql<{ code: string; number: number }>(
          `select version.code, cluster.number from emulation_awards.entry entry join emulation_awards.cluster_year cluster on cluster.id = entry.cluster_id
             join core.administrative_unit_version version on version.unit_id = entry.unit_id and version.superseded_at is null and version.valid_from <= '2021-06-01' and version.valid_to > '2021-06-01'`,
        )
      ).map(({ code, number }) => [code, `officer.cluster${number}`]),
    );
    expect(await bed.step('LockScores')).toMatchObject({
      code: 'EMULATION_NOT_DONE',
      lacking: 'review',
      given: 17,
    });
    for (const [code, [one, bonus]] of Object.entries(decided))
      await bed.change(
        review,
        { entry: bed.entry(code), scores: lines([one, '15', '15', bonus]) },
        officers[code]!,
        'id',
      );
  });

  test('who reviewed does not lock; nobody else than the committee does', async () => {
    expect(await bed.step('LockScores', 'officer.cluster4')).toMatchObject({ code: 'FORBIDDEN' });
    await bed.samePerson('standing', 'officer.cluster2');
    expect(await bed.step('LockScores')).toMatchObject({ code: 'SAME_PERSON' });
    await bed.samePerson('standing', null);
    await bed.sql(
      `update emulation_awards.criterion set indicator = 'other-plugin.houses' where number = '4'`,
    );
    expect(await bed.step('LockScores')).toMatchObject({
      code: 'EMULATION_INDICATOR_UNKNOWN',
      given: 'other-plugin.houses',
      criterion: '4',
    });
    await bed.sql(
      `update emulation_awards.criterion set indicator = 'emulation-awards.reviews-held' where number = '4'`,
    );
    expect(await bed.step('LockScores')).toMatchObject({ state: 'LOCKED' });
    const { data } = await bed.ask(
      `{ emulationAwardsScores(first: 20, filter: { entry: "${bed.entry('26257')}", kind: [FINAL] }) { nodes { points explanation criterion { number } } } }`,
      'chair.song-thao',
    );
    const of = (number: string) =>
      data.emulationAwardsScores.nodes.find(({ criterion }: any) => criterion.number === number);
    expect([Number(of('1').points), Number(of('3').points), Number(of('8').points)]).toEqual([25, 7.5, 2]);
    expect(of('8').explanation).toBe(
      'Báo cáo chậm: 0, không gửi: 2; mỗi báo cáo 0.5 và 1 điểm, tối đa 10 điểm.',
    );
    expect(of('3').explanation).toBe('Số liệu năm: 1; từ 0 (0 điểm) đến 2 (15 điểm).');
  });

  const ranking = async (who = 'standing', current = true) => {
    const { data } = await bed.ask(
      `{ emulationAwardsYears(filter: { yearMin: 2021 }) { nodes { clusters { nodes { number rankings(filter: { current: ${current} }) { nodes { rank points tied decidedBy unit { code } } } } } } } }`,
      who,
    );
    return data.emulationAwardsYears.nodes[0].clusters.nodes.map(({ rankings }: any) =>
      rankings.nodes.map(({ rank, points, tied, decidedBy, unit }: any) => [
        unit.code,
        rank,
        Number(points),
        tied,
        decidedBy,
      ]),
    );
  };

  test('the four clusters are ranked as by hand', async () => {
    expect(await bed.step('Rank')).toMatchObject({ state: 'RANKED' });
    // Reviewed points, plus 7.5 for a registration and 10 for both criteria of reviews, less late and missing reports.
    // Hố Nai 3, Hưng Thịnh and Bàu Hàm recorded no review at all: without a figure neither criterion gives points.
    expect(await ranking()).toEqual([
      [
        ['26248', 1, 72.5, false, null],
        ['26290', 2, 70.5, true, null],
        ['26293', 2, 70.5, true, null],
        ['26296', 4, 70, false, null],
        ['26284', 5, 67, false, null],
      ],
      [
        ['26278', 1, 68.5, true, 'LEAST_MINUS'],
        ['26269', 2, 68.5, true, 'LEAST_MINUS'],
        ['26263', 3, 67, false, null],
        ['26272', 4, 61.5, false, null],
      ],
      [
        ['26275', 1, 70.5, false, null],
        ['26281', 2, 69.5, false, null],
        ['26266', 3, 69, false, null],
        ['26287', 4, 57.5, false, null],
      ],
      [
        ['26251', 1, 69.5, true, 'MOST_BONUS'],
        ['26260', 2, 69.5, true, 'MOST_BONUS'],
        ['26254', 3, 67.5, false, null],
        ['26257', 4, 60.5, false, null],
      ],
    ]);
  });

  test('each cluster sees its own', async () => {
    expect((await ranking('clerk.bau-ham')).map((one: unknown[]) => one.length)).toEqual([4]);
  });
});

describe('a locked score', () => {
  const correct = 'emulationAwardsCorrectScore';
  const finalOf = async (code: string, number: string) => {
    const { data } = await bed.ask(
      `{ emulationAwardsScores(first: 50, filter: { entry: "${bed.entry(code)}", kind: [FINAL], current: true }) { nodes { id points criterion { number } } } }`,
      'standing',
    );
    return data.emulationAwardsScores.nodes.find(({ criterion }: any) => criterion.number === number) as {
      id: string;
      points: string;
    };
  };

  test('is corrected with a reason, keeps the old one, and the cluster is ranked anew', async () => {
    const old = await finalOf('26260', '7');
    const made = await bed.change(
      correct,
      { score: old.id, points: '2.5', reason: 'Bổ sung minh chứng' },
      'standing',
      'id points reason',
    );
    expect(made).toMatchObject({ points: '2.50', reason: 'Bổ sung minh chứng' });
    const { data } = await bed.ask(
      `{ node(id: "${old.id}") { ... on EmulationAwardsScore { points supersededAt } } emulationAwardsRankings(filter: { entry: "${bed.entry('26260')}" }) { nodes { rank points supersededAt } } }`,
      'standing',
    );
    expect(data.node).toMatchObject({ points: '0.00', supersededAt: expect.any(String) });
    // 69.5 + 2.5 = 72 beats Thanh Bình’s 69.5.
    expect(data.emulationAwardsRankings.nodes).toMatchObject([
      { rank: 1, points: '72.00', supersededAt: null },
      { rank: 2, points: '69.50', supersededAt: expect.any(String) },
    ]);
    expect((await bed.audit('emulation-awards:correct-score')).at(-1)!.facts).toEqual({
      before: '0.00',
      after: '2.50',
      reason: 'Bổ sung minh chứng',
    });
    expect(
      await bed.refused(correct, { score: old.id, points: '1', reason: 'lần nữa' }, 'standing'),
    ).toMatchObject({
      code: 'EMULATION_SCORE_PAST',
    });
  });

  test('is not typed in where it is computed; it is computed anew', async () => {
    const old = await finalOf('26254', '8');
    expect(old.points).toBe('1.00');
    expect(
      await bed.refused(correct, { score: old.id, points: '0', reason: 'báo cáo bù' }, 'standing'),
    ).toMatchObject({
      code: 'EMULATION_COMPUTED',
      field: 'input.points',
    });
    // The district excuses Cây Gáo from the report of September.
    await bed.sql(
      `update core.obligation set waived_at = now(), waive_reason = 'bão lụt' where handed_in_on is null and due_on < '2021-10-15' and unit_id = (
         select unit_id from core.administrative_unit_version where code = '26254' and superseded_at is null and valid_from <= '2021-06-01' and valid_to > '2021-06-01')`,
    );
    expect(await bed.change(correct, { score: old.id, reason: 'được miễn' }, 'standing', 'points')).toEqual({
      points: '0.00',
    });
  });

  test('needs points where people judge, a reason always, and another person than reviewed', async () => {
    const { id } = await finalOf('26254', '1');
    expect(await bed.refused(correct, { score: id, reason: 'thiếu điểm' }, 'standing')).toMatchObject({
      field: 'input.points',
    });
    expect(
      await bed.refused(correct, { score: id, points: '26', reason: 'quá mức' }, 'standing'),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.points',
    });
    expect(await bed.refused(correct, { score: id, points: '2', reason: ' ' }, 'standing')).toMatchObject({
      code: 'REASON_REQUIRED',
    });
    await bed.samePerson('standing.deputy', 'officer.cluster4');
    expect(
      await bed.refused(correct, { score: id, points: '2', reason: 'sửa' }, 'standing.deputy'),
    ).toMatchObject({ code: 'SAME_PERSON' });
    await bed.samePerson('standing.deputy', null);
  });

  test.each([
    ['entered its self-scores', '26260', 'clerk.song-thao'],
    ['signed its self-scores', '26260', 'chair.song-thao'],
    ['scored it for another unit', '26254', 'chair.bau-ham'],
  ])('is not corrected by who %s', async (_, code, who) => {
    const { id } = await finalOf(code, '1');
    await bed.samePerson('standing.deputy', who);
    expect(
      await bed.refused(correct, { score: id, points: '2', reason: 'sửa điểm' }, 'standing.deputy'),
    ).toMatchObject({ code: 'SAME_PERSON', field: 'input.score' });
    await bed.samePerson('standing.deputy', null);
  });
});

describe('the vote', () => {
  const vote = 'emulationAwardsVote';
  const ballot = (voter: string, candidate: string) => ({
    voter: bed.entry(voter),
    candidate: bed.entry(candidate),
  });

  test('each unit has one vote, for another of its cluster; a secret one says nothing of whom', async () => {
    expect(await bed.step('OpenVote')).toMatchObject({ state: 'VOTING' });
    expect(await bed.refused(vote, ballot('26257', '26257'), 'chair.bau-ham')).toMatchObject({
      code: 'EMULATION_OWN_UNIT',
      field: 'input.candidate',
    });
    expect(await bed.refused(vote, ballot('26257', '26275'), 'chair.bau-ham')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await bed.refused(vote, ballot('26254', '26257'), 'chair.bau-ham')).toMatchObject({
      code: 'OUT_OF_SCOPE',
    });
    const made = await bed.change(vote, ballot('26257', '26260'), 'chair.bau-ham', 'castOn candidate { id }');
    expect(made).toEqual({ castOn: '2021-10-15', candidate: null });
    expect(await bed.refused(vote, ballot('26257', '26254'), 'chair.bau-ham')).toMatchObject({
      code: 'EMULATION_VOTED',
    });
    // A second account is the same person: neither a voice for the own unit, nor one for two units.
    await bed.samePerson('chair.cay-gao', 'chair.song-thao');
    expect(await bed.refused(vote, ballot('26254', '26260'), 'chair.cay-gao')).toMatchObject({
      code: 'EMULATION_OWN_UNIT',
      field: 'input.candidate',
    });
    await bed.samePerson('chair.cay-gao', 'chair.bau-ham');
    expect(await bed.refused(vote, ballot('26254', '26260'), 'chair.cay-gao')).toMatchObject({
      code: 'EMULATION_VOTED',
      field: 'input.voter',
    });
    await bed.samePerson('chair.cay-gao', null);
    await bed.change(vote, ballot('26254', '26260'), 'chair.cay-gao', 'id');
    await bed.change(vote, ballot('26260', '26257'), 'chair.song-thao', 'id');
    const kept = await bed.sql(`select voter_id from emulation_awards.ballot where not demo`);
    expect(kept).toEqual([{ voter_id: null }, { voter_id: null }, { voter_id: null }]);
    const audited = (await bed.audit('emulation-awards:vote')).map(({ facts }) => facts);
    expect(audited).toEqual([{}, {}, {}]);
    // The lead of the cluster holds no vote for it.
    expect(await bed.refused(vote, ballot('26251', '26257'), 'lead.cluster4')).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('is counted when it is closed, and not before', async () => {
    const results = async () =>
      (
        await bed.ask(
          `{ emulationAwardsVoteResults(first: 50) { nodes { votes unit { code } entry { emulationYear { year } } } } }`,
          'chair.bau-ham',
        )
      ).data.emulationAwardsVoteResults.nodes
        .filter(({ entry: its }: any) => its.emulationYear.year === 2021)
        .map(({ votes, unit }: any) => [unit.code, votes]);
    expect(await results()).toEqual([]);
    expect(await bed.step('CloseVote')).toMatchObject({ state: 'VOTED' });
    expect(Object.fromEntries(await results())).toEqual({ 26260: 2, 26257: 1, 26254: 0, 26251: 0 });
    expect(await bed.refused(vote, ballot('26251', '26257'), 'chair.thanh-binh')).toMatchObject({
      code: 'EMULATION_YEAR_STATE',
      given: 'VOTED',
    });
  });
});

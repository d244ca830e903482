/** The demonstration's year 2021: what is computed, worked out by hand; self-scores, and scores by others. */
import { cross, full, save, startScoresBed, submit, type ScoresBed } from './test-bed.js';

let bed: ScoresBed;
beforeAll(async () => {
  bed = await startScoresBed();
}, 300_000);
afterAll(() => bed?.close());

describe('what nobody types in', () => {
  const computed = async (code: string, who: string) => {
    const { data, errors } = await bed.ask(
      `{ emulationAwardsComputedScores(entry: "${bed.entry(code)}") { criterion { number } points explanation } }`,
      who,
    );
    if (errors) return errors[0]!.extensions['code'];
    return Object.fromEntries(
      data.emulationAwardsComputedScores.map(({ criterion, points }: any) => [
        criterion.number,
        Number(points),
      ]),
    );
  };

  test('points from indicators and from late reports are those of hand calculation', async () => {
    // 3: registered 1 of 0..2 → 15 × 1/2. 4: no review, of 2..0 → all 10, and 5: of 0..2 → none.
    // 8: An Viễn was late in June, July, August (3 × 0.5) and sent nothing for September (1 × 1).
    const [an] = await bed.sql<{ n: number }>(
      `select coalesce(sum(value), 0)::int as n from core.data_value value join core.indicator i on i.id = value.indicator_id and i.key = 'emulation-awards.reviews-held'
        where value.unit_id = (select unit_id from core.administrative_unit_version where code = '26296' and superseded_at is null and valid_from <= '2021-06-01' and valid_to > '2021-06-01')
          and value.superseded_at is null`,
    );
    const reviews = an!.n;
    expect(await computed('26296', 'standing')).toEqual({
      3: 7.5,
      4: (10 * (2 - reviews)) / 2,
      5: (10 * reviews) / 2,
      8: 2.5,
    });
    // Bàu Hàm sent nothing for August and September (2 × 1); Hố Nai 3 was excused from July, which costs nothing.
    expect(await computed('26257', 'standing')).toMatchObject({ 3: 7.5, 8: 2 });
    expect(await computed('26272', 'standing')).toMatchObject({ 8: 0 });
    // Đồi 61 was late once.
    expect(await computed('26284', 'standing')).toMatchObject({ 8: 0.5 });
  });

  test('points lost end at the maximum', async () => {
    await bed.sql(`update emulation_awards.criterion set per_missing = 7 where number = '8'`);
    expect(await computed('26257', 'standing')).toMatchObject({ 8: 10 });
    await bed.sql(`update emulation_awards.criterion set per_missing = 1 where number = '8'`);
  });

  test('a figure beyond the target gives no more than the maximum, one below the start nothing', async () => {
    await bed.sql(`update emulation_awards.criterion set zero_at = 0, full_at = 0.5 where number = '3'`);
    expect(await computed('26257', 'standing')).toMatchObject({ 3: 15 });
    await bed.sql(`update emulation_awards.criterion set zero_at = 1.5, full_at = 2 where number = '3'`);
    expect(await computed('26257', 'standing')).toMatchObject({ 3: 0 });
    // 15 × (1 − 0) / (7 − 0) = 2.142857…
    await bed.sql(`update emulation_awards.criterion set zero_at = 0, full_at = 7 where number = '3'`);
    expect(await computed('26257', 'standing')).toMatchObject({ 3: 2.14 });
    await bed.sql(`update emulation_awards.criterion set zero_at = 0, full_at = 2 where number = '3'`);
  });

  test('shown to those who see figures and reports of the unit', async () => {
    expect(await computed('26257', 'clerk.bau-ham')).toMatchObject({ 8: 2 });
    expect(await computed('26254', 'clerk.bau-ham')).toBe('OUT_OF_SCOPE');
    expect(await computed('26254', 'council')).toMatchObject({ 8: 1 });
    expect(await computed('26275', 'clerk.bau-ham')).toBe('NOT_FOUND');
    expect(await computed('26257', 'farmers')).toBe('FORBIDDEN');
  });

  test('cannot be entered as a score', async () => {
    const input = {
      entry: bed.entry('26260'),
      expectedVersion: 1,
      scores: [{ criterion: '8', points: '0' }],
    };
    expect(await bed.refused(save, input, 'clerk.song-thao')).toMatchObject({
      code: 'EMULATION_COMPUTED',
      field: 'input.scores[0].criterion',
      given: '8',
      source: 'LATENESS',
    });
  });
});

describe('self-scores', () => {
  test('are entered by one person and signed by another; two editors do not overwrite each other', async () => {
    const code = '26260';
    const made = await bed.change(
      save,
      { entry: bed.entry(code), expectedVersion: 1, scores: full.slice(0, 2) },
      'clerk.song-thao',
      'version selfScoredOn scores(filter: { current: true }) { nodes { kind points authorUnit { code } criterion { number } } }',
    );
    expect(made).toMatchObject({ version: 2, selfScoredOn: null });
    expect(made.scores.nodes).toMatchObject([
      { kind: 'SELF', points: '20.00', authorUnit: { code }, criterion: { number: '1' } },
      { kind: 'SELF', points: '15.00', authorUnit: { code }, criterion: { number: '2' } },
    ]);
    const late = { entry: bed.entry(code), expectedVersion: 1, scores: full };
    expect(await bed.refused(save, late, 'clerk.song-thao')).toMatchObject({
      code: 'CONFLICT',
      given: 1,
      current: 2,
    });
    expect(
      await bed.refused(submit, { entry: bed.entry(code), expectedVersion: 2 }, 'chair.song-thao'),
    ).toMatchObject({
      code: 'EMULATION_SCORES_MISSING',
      given: 2,
      allowed: '6, 7',
    });
    await bed.change(save, { ...late, expectedVersion: 2 }, 'clerk.song-thao', 'id');
    // A second account of the person who entered is the same person.
    await bed.samePerson('chair.song-thao', 'clerk.song-thao');
    const sign = { entry: bed.entry(code), expectedVersion: 3 };
    expect(await bed.refused(submit, sign, 'chair.song-thao')).toMatchObject({ code: 'SAME_PERSON' });
    await bed.samePerson('chair.song-thao', null);
    expect(await bed.change(submit, sign, 'chair.song-thao', 'selfScoredOn')).toEqual({
      selfScoredOn: '2021-10-15',
    });
    expect(await bed.refused(save, { ...late, expectedVersion: 4 }, 'clerk.song-thao')).toMatchObject({
      code: 'EMULATION_SUBMITTED',
      given: '2021-10-15',
    });
    // What was given again is kept.
    const [kept] = await bed.sql<{ n: number }>(
      `select count(*)::int as n from emulation_awards.score its join emulation_awards.entry on entry.id = its.entry_id
        where its.superseded_at is not null and its.kind = 'SELF' and not its.demo`,
    );
    expect(kept!.n).toBe(2);
  });

  test('a repeated request has one effect', async () => {
    const input = {
      entry: bed.entry('26257'),
      expectedVersion: await bed.versionOf('26257'),
      scores: full,
      idempotencyKey: '00000000-0000-4000-8000-00000000e001',
    };
    const first = await bed.change(save, input, 'clerk.bau-ham', 'version');
    expect(await bed.change(save, input, 'clerk.bau-ham', 'version')).toEqual(first);
    const audited = await bed.audit('emulation-awards:save-self-scores');
    expect(audited.filter(({ facts }) => facts['lines'] === 4)).toHaveLength(2);
  });

  test.each([
    [[], 'input.scores'],
    [[{ criterion: '1', points: '25.5' }], 'input.scores[0].points'],
    [[{ criterion: '1', points: '-1' }], 'input.scores[0].points'],
    [[{ criterion: '1', points: '1.005' }], 'input.scores[0].points'],
    [
      [
        { criterion: '1', points: '1' },
        { criterion: '1', points: '2' },
      ],
      'input.scores[1].criterion',
    ],
    [[{ criterion: '99', points: '1' }], 'input.scores[0].criterion'],
  ])('are checked: %j', async (scores, field) => {
    const input = { entry: bed.entry('26257'), expectedVersion: await bed.versionOf('26257'), scores };
    expect(await bed.refused(save, input, 'clerk.bau-ham')).toMatchObject({ field });
  });

  test('of another unit are not entered, and not seen while others may still copy them', async () => {
    const foreign = { entry: bed.entry('26254'), expectedVersion: 1, scores: full };
    expect(await bed.refused(save, foreign, 'clerk.bau-ham')).toMatchObject({
      code: 'OUT_OF_SCOPE',
      field: 'input.entry',
    });
    const seen = async (who: string, code: string) =>
      (
        await bed.ask(
          `{ emulationAwardsScores(filter: { entry: "${bed.entry(code)}" }) { totalCount } }`,
          who,
        )
      ).data.emulationAwardsScores.totalCount;
    expect(await seen('clerk.cay-gao', '26251')).toBe(0);
    expect(await seen('clerk.thanh-binh', '26251')).toBe(4);
    expect(await seen('officer.cluster4', '26251')).toBe(4);
    expect(await seen('standing', '26251')).toBe(4);
    expect(await seen('officer.cluster1', '26251')).toBe(0);
  });

  test('all must be handed in before others score; the refusal names who has not', async () => {
    const refused = await bed.step('BeginCrossScoring');
    expect(refused).toMatchObject({ code: 'EMULATION_NOT_DONE', lacking: 'self-scores' });
    // Two of each cluster had; Sông Thao has just done.
    expect(refused.given).toBe(17 - 8 - 1);
    expect(refused.units).toContain('Xã Bàu Hàm');
    expect(refused.units).not.toContain('Xã Sông Thao');
    await bed.change(
      submit,
      { entry: bed.entry('26257'), expectedVersion: await bed.versionOf('26257') },
      'chair.bau-ham',
      'id',
    );
    await bed.othersScoredThemselves();
    expect(await bed.step('BeginCrossScoring')).toMatchObject({ state: 'CROSS_SCORING' });
  });
});

describe('cross-scores', () => {
  const input = async (scored: string, by: string, more: object = {}) => ({
    entry: bed.entry(scored),
    byUnit: await bed.unit(by),
    scores: full,
    ...more,
  });

  test('come from another unit of the cluster, and show only to it before the review', async () => {
    const made = await bed.change(
      cross,
      await input('26254', '26257'),
      'chair.bau-ham',
      'scores(first: 50, filter: { kind: [CROSS] }) { totalCount }',
    );
    expect(made.scores.totalCount).toBe(4);
    const seen = async (who: string) =>
      (
        await bed.ask(
          `{ emulationAwardsScores(filter: { entry: "${bed.entry('26254')}", kind: [CROSS] }) { totalCount } }`,
          who,
        )
      ).data.emulationAwardsScores.totalCount;
    expect([await seen('chair.bau-ham'), await seen('clerk.cay-gao'), await seen('chair.song-thao')]).toEqual(
      [4, 0, 0],
    );
    // Self-scores are open to the cluster now, and to nobody beyond.
    const self = async (who: string) =>
      (
        await bed.ask(
          `{ emulationAwardsScores(filter: { entry: "${bed.entry('26257')}", kind: [SELF], current: true }) { totalCount } }`,
          who,
        )
      ).data.emulationAwardsScores.totalCount;
    expect([await self('chair.song-thao'), await self('chair.tay-hoa')]).toEqual([4, 0]);
  });

  test('never of the own unit', async () => {
    expect(await bed.refused(cross, await input('26257', '26257'), 'chair.bau-ham')).toMatchObject({
      code: 'EMULATION_OWN_UNIT',
      field: 'input.byUnit',
      given: 'Xã Bàu Hàm',
    });
  });

  test('never outside of the cluster', async () => {
    expect(await bed.refused(cross, await input('26275', '26257'), 'chair.bau-ham')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await bed.refused(cross, await input('26254', '26260'), 'chair.bau-ham')).toMatchObject({
      code: 'OUT_OF_SCOPE',
      field: 'input.byUnit',
    });
  });

  test('nor by somebody who acts for the unit that is scored as well', async () => {
    const [given] = await bed.sql<{ id: number }>(
      `insert into core.assignment (user_id, role_id, organization_id, unit_id, reach, valid_from)
       select its.user_id, its.role_id, null, other.unit_id, 'SUBTREE', '2021-01-01'
         from core.assignment its join core.user_account account on account.id = its.user_id and account.username = 'chair.bau-ham',
           core.administrative_unit_version other where other.code = '26254' and other.superseded_at is null and other.valid_from <= '2021-06-01' and other.valid_to > '2021-06-01'
       returning id`,
    );
    expect(await bed.refused(cross, await input('26254', '26257'), 'chair.bau-ham')).toMatchObject({
      code: 'EMULATION_OWN_UNIT',
    });
    await bed.sql('delete from core.assignment where id = $1', [given!.id]);
  });

  test('nor by somebody who acts for it with a second account', async () => {
    await bed.samePerson('chair.bau-ham', 'chair.cay-gao');
    expect(await bed.refused(cross, await input('26254', '26257'), 'chair.bau-ham')).toMatchObject({
      code: 'EMULATION_OWN_UNIT',
    });
    await bed.samePerson('chair.bau-ham', null);
  });

  test('the lead of a cluster and its officer score for nobody', async () => {
    for (const who of ['lead.cluster4', 'officer.cluster4', 'clerk.bau-ham', 'standing'])
      expect(await bed.refused(cross, await input('26254', '26257'), who)).toMatchObject({
        code: 'FORBIDDEN',
      });
  });

  test('the database refuses a cross-score of the own unit as well', async () => {
    await expect(
      bed.sql(
        `insert into emulation_awards.score (entry_id, emulation_year_id, group_id, unit_id, criterion_id, kind, author_unit_id, points)
         select entry_id, emulation_year_id, group_id, unit_id, criterion_id, 'CROSS', unit_id, 1 from emulation_awards.score where kind = 'SELF' limit 1`,
      ),
    ).rejects.toThrow();
  });

  test('every unit must have been scored by another', async () => {
    const refused = await bed.step('BeginReview');
    expect(refused).toMatchObject({ code: 'EMULATION_NOT_DONE', lacking: 'cross-scores', given: 16 });
    await bed.allCrossScored();
    expect(await bed.step('BeginReview')).toMatchObject({ state: 'REVIEW' });
  });
});

/** The demonstration's year 2021 from self-scores on, with everything that is computed worked out by hand. */
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import emulation from '../plugin.js';

let bed: ProgramBed;
let year: { id: string; version: number };
/** Global ids of the entries of 2021 by the code of the unit. */
const entries = new Map<string, string>();

beforeAll(async () => {
  bed = await startProgramBed([emulation]);
  // Other plugins feed these indicators in earnest; here they are pointed at what this one feeds.
  await bed.sql(
    `update emulation_awards.criterion set indicator = 'emulation-awards.units-registered', zero_at = 0, full_at = 2 where number = '3'`,
  );
  // Fewer is better: from 2 reviews (nothing) down to none (all).
  await bed.sql(
    `update emulation_awards.criterion set indicator = 'emulation-awards.reviews-held', zero_at = 2, full_at = 0 where number = '4'`,
  );
  const { data } = await bed.ask(
    '{ emulationAwardsYears(filter: { yearMin: 2021 }) { nodes { id version } } emulationAwardsEntries(first: 100) { nodes { id unit { code } emulationYear { year } } } }',
    'standing',
  );
  [year] = data.emulationAwardsYears.nodes;
  for (const { id, unit, emulationYear } of data.emulationAwardsEntries.nodes)
    if (emulationYear.year === 2021) entries.set(unit.code, id);
}, 300_000);
afterAll(() => bed?.close());

const entry = (code: string): string => entries.get(code)!;

/** A step of the year, by the standing committee or somebody else; the year’s new version is remembered. */
async function step(name: string, who = 'standing') {
  const { data, errors } = await bed.ask(
    `mutation ($input: EmulationAwardsYearStepInput!) { emulationAwards${name}(input: $input) { id version state } }`,
    who,
    { input: { emulationYear: year.id, expectedVersion: year.version } },
  );
  if (errors) return { code: errors[0]!.extensions['code'] as string, ...errors[0]!.extensions };
  year = data[`emulationAwards${name}`];
  return data[`emulationAwards${name}`];
}

const versionOf = async (code: string): Promise<number> =>
  (await bed.ask(`{ node(id: "${entry(code)}") { ... on EmulationAwardsEntry { version } } }`, 'standing'))
    .data.node.version;

/** Lets an account belong to the person of another, or to its own again. */
const samePerson = (account: string, other: string | null) =>
  bed.sql(
    `update core.user_account set person_id = coalesce((select person_id from core.user_account where username = $2),
       (select id from core.person where email = $1 || '@trangbom.example')) where username = $1`,
    [account, other],
  );

const manual = ['1', '2', '6', '7'] as const;
const lines = (points: readonly string[]) =>
  manual.map((criterion, index) => ({ criterion, points: points[index]! }));
const full = lines(['20', '15', '15', '0']);

const save = 'emulationAwardsSaveSelfScores';
const submit = 'emulationAwardsSubmitSelfScores';
const cross = 'emulationAwardsCrossScore';
const review = 'emulationAwardsReviewScores';

describe('what nobody types in', () => {
  const computed = async (code: string, who: string) => {
    const { data, errors } = await bed.ask(
      `{ emulationAwardsComputedScores(entry: "${entry(code)}") { criterion { number } points explanation } }`,
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
    const input = { entry: entry('26260'), expectedVersion: 1, scores: [{ criterion: '8', points: '0' }] };
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
      { entry: entry(code), expectedVersion: 1, scores: full.slice(0, 2) },
      'clerk.song-thao',
      'version selfScoredOn scores(filter: { current: true }) { nodes { kind points authorUnit { code } criterion { number } } }',
    );
    expect(made).toMatchObject({ version: 2, selfScoredOn: null });
    expect(made.scores.nodes).toMatchObject([
      { kind: 'SELF', points: '20.00', authorUnit: { code }, criterion: { number: '1' } },
      { kind: 'SELF', points: '15.00', authorUnit: { code }, criterion: { number: '2' } },
    ]);
    const late = { entry: entry(code), expectedVersion: 1, scores: full };
    expect(await bed.refused(save, late, 'clerk.song-thao')).toMatchObject({
      code: 'CONFLICT',
      given: 1,
      current: 2,
    });
    expect(
      await bed.refused(submit, { entry: entry(code), expectedVersion: 2 }, 'chair.song-thao'),
    ).toMatchObject({
      code: 'EMULATION_SCORES_MISSING',
      given: 2,
      allowed: '6, 7',
    });
    await bed.change(save, { ...late, expectedVersion: 2 }, 'clerk.song-thao', 'id');
    // A second account of the person who entered is the same person.
    await bed.sql(
      `update core.user_account set person_id = (select person_id from core.user_account where username = 'clerk.song-thao') where username = 'chair.song-thao'`,
    );
    const sign = { entry: entry(code), expectedVersion: 3 };
    expect(await bed.refused(submit, sign, 'chair.song-thao')).toMatchObject({ code: 'SAME_PERSON' });
    await bed.sql(
      `update core.user_account set person_id = (select id from core.person where email = 'chair.song-thao@trangbom.example') where username = 'chair.song-thao'`,
    );
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
      entry: entry('26257'),
      expectedVersion: await versionOf('26257'),
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
    const input = { entry: entry('26257'), expectedVersion: await versionOf('26257'), scores };
    expect(await bed.refused(save, input, 'clerk.bau-ham')).toMatchObject({ field });
  });

  test('of another unit are not entered, and not seen while others may still copy them', async () => {
    const foreign = { entry: entry('26254'), expectedVersion: 1, scores: full };
    expect(await bed.refused(save, foreign, 'clerk.bau-ham')).toMatchObject({
      code: 'OUT_OF_SCOPE',
      field: 'input.entry',
    });
    const seen = async (who: string, code: string) =>
      (await bed.ask(`{ emulationAwardsScores(filter: { entry: "${entry(code)}" }) { totalCount } }`, who))
        .data.emulationAwardsScores.totalCount;
    expect(await seen('clerk.cay-gao', '26251')).toBe(0);
    expect(await seen('clerk.thanh-binh', '26251')).toBe(4);
    expect(await seen('officer.cluster4', '26251')).toBe(4);
    expect(await seen('standing', '26251')).toBe(4);
    expect(await seen('officer.cluster1', '26251')).toBe(0);
  });

  test('all must be handed in before others score; the refusal names who has not', async () => {
    const refused = await step('BeginCrossScoring');
    expect(refused).toMatchObject({ code: 'EMULATION_NOT_DONE', lacking: 'self-scores' });
    // Two of each cluster had; Sông Thao has just done.
    expect(refused.given).toBe(17 - 8 - 1);
    expect(refused.units).toContain('Xã Bàu Hàm');
    expect(refused.units).not.toContain('Xã Sông Thao');
    await bed.change(
      submit,
      { entry: entry('26257'), expectedVersion: await versionOf('26257') },
      'chair.bau-ham',
      'id',
    );
    await bed.sql(
      `update emulation_awards.entry set self_scored_on = '2021-10-14' where self_scored_on is null and emulation_year_id = (select id from emulation_awards.emulation_year where year = 2021)`,
    );
    expect(await step('BeginCrossScoring')).toMatchObject({ state: 'CROSS_SCORING' });
  });
});

describe('cross-scores', () => {
  const input = async (scored: string, by: string, more: object = {}) => ({
    entry: entry(scored),
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
          `{ emulationAwardsScores(filter: { entry: "${entry('26254')}", kind: [CROSS] }) { totalCount } }`,
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
          `{ emulationAwardsScores(filter: { entry: "${entry('26257')}", kind: [SELF], current: true }) { totalCount } }`,
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
    await samePerson('chair.bau-ham', 'chair.cay-gao');
    expect(await bed.refused(cross, await input('26254', '26257'), 'chair.bau-ham')).toMatchObject({
      code: 'EMULATION_OWN_UNIT',
    });
    await samePerson('chair.bau-ham', null);
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
    const refused = await step('BeginReview');
    expect(refused).toMatchObject({ code: 'EMULATION_NOT_DONE', lacking: 'cross-scores', given: 16 });
    await bed.sql(
      `insert into emulation_awards.score (entry_id, emulation_year_id, group_id, unit_id, criterion_id, kind, author_unit_id, points)
       select entry.id, entry.emulation_year_id, entry.group_id, entry.unit_id, line.id, 'CROSS', other.unit_id, 1
         from emulation_awards.entry entry join emulation_awards.emulation_year year on year.id = entry.emulation_year_id and year.year = 2021
         join emulation_awards.criterion line on line.sheet_id = year.sheet_id and line.source = 'MANUAL'
         join lateral (select unit_id from emulation_awards.entry beside where beside.cluster_id = entry.cluster_id and beside.id <> entry.id order by id limit 1) other on true
       on conflict do nothing`,
    );
    expect(await step('BeginReview')).toMatchObject({ state: 'REVIEW' });
  });
});

/** Reviewed points of criteria 1 and 7 by unit; criteria 2 and 6 have 15 each. */
const decided: Readonly<Record<string, readonly [one: string, bonus: string]>> = {
  26248: ['25', '0'], 26290: ['23', '0'], 26293: ['23', '0'], 26296: ['25', '0'], 26284: ['20', '0'],
  26269: ['21.5', '0'], 26278: ['21', '0'], 26272: ['24', '0'], 26263: ['20', '0'],
  26275: ['25', '0'], 26281: ['22', '0'], 26266: ['20', '2'], 26287: ['20', '0'],
  26254: ['21', '0'], 26251: ['20', '2'], 26257: ['25', '0'], 26260: ['22', '0'],
}; // prettier-ignore

describe('the review, the lock and the ranking', () => {
  test('an officer reviews the own cluster, and nobody who scored it', async () => {
    const input = { entry: entry('26257'), scores: full };
    expect(await bed.refused(review, input, 'officer.cluster1')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bed.refused(review, input, 'chair.bau-ham')).toMatchObject({ code: 'FORBIDDEN' });
    await bed.sql(
      `update core.user_account set person_id = (select person_id from core.user_account where username = 'clerk.bau-ham') where username = 'officer.cluster4'`,
    );
    expect(await bed.refused(review, input, 'officer.cluster4')).toMatchObject({ code: 'SAME_PERSON' });
    await bed.sql(
      `update core.user_account set person_id = (select id from core.person where email = 'officer.cluster4@trangbom.example') where username = 'officer.cluster4'`,
    );
    // Placed by their officers, as the demonstration deals communes to clusters.
    const officers: Readonly<Record<string, string>> = Object.fromEntries(
      (
        await bed.sql<{ code: string; number: number }>(
          `select version.code, cluster.number from emulation_awards.entry entry join emulation_awards.cluster_year cluster on cluster.id = entry.cluster_id
             join core.administrative_unit_version version on version.unit_id = entry.unit_id and version.superseded_at is null and version.valid_from <= '2021-06-01' and version.valid_to > '2021-06-01'`,
        )
      ).map(({ code, number }) => [code, `officer.cluster${number}`]),
    );
    expect(await step('LockScores')).toMatchObject({
      code: 'EMULATION_NOT_DONE',
      lacking: 'review',
      given: 17,
    });
    for (const [code, [one, bonus]] of Object.entries(decided))
      await bed.change(
        review,
        { entry: entry(code), scores: lines([one, '15', '15', bonus]) },
        officers[code]!,
        'id',
      );
  });

  test('who reviewed does not lock; nobody else than the committee does', async () => {
    expect(await step('LockScores', 'officer.cluster4')).toMatchObject({ code: 'FORBIDDEN' });
    await bed.sql(
      `update core.user_account set person_id = (select person_id from core.user_account where username = 'officer.cluster2') where username = 'standing'`,
    );
    expect(await step('LockScores')).toMatchObject({ code: 'SAME_PERSON' });
    await bed.sql(
      `update core.user_account set person_id = (select id from core.person where email = 'standing@trangbom.example') where username = 'standing'`,
    );
    await bed.sql(
      `update emulation_awards.criterion set indicator = 'other-plugin.houses' where number = '4'`,
    );
    expect(await step('LockScores')).toMatchObject({
      code: 'EMULATION_INDICATOR_UNKNOWN',
      given: 'other-plugin.houses',
      criterion: '4',
    });
    await bed.sql(
      `update emulation_awards.criterion set indicator = 'emulation-awards.reviews-held' where number = '4'`,
    );
    expect(await step('LockScores')).toMatchObject({ state: 'LOCKED' });
    const { data } = await bed.ask(
      `{ emulationAwardsScores(first: 20, filter: { entry: "${entry('26257')}", kind: [FINAL] }) { nodes { points explanation criterion { number } } } }`,
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
    expect(await step('Rank')).toMatchObject({ state: 'RANKED' });
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
      `{ emulationAwardsScores(first: 50, filter: { entry: "${entry(code)}", kind: [FINAL], current: true }) { nodes { id points criterion { number } } } }`,
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
      `{ node(id: "${old.id}") { ... on EmulationAwardsScore { points supersededAt } } emulationAwardsRankings(filter: { entry: "${entry('26260')}" }) { nodes { rank points supersededAt } } }`,
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
    await samePerson('standing.deputy', 'officer.cluster4');
    expect(
      await bed.refused(correct, { score: id, points: '2', reason: 'sửa' }, 'standing.deputy'),
    ).toMatchObject({ code: 'SAME_PERSON' });
    await samePerson('standing.deputy', null);
  });

  test.each([
    ['entered its self-scores', '26260', 'clerk.song-thao'],
    ['signed its self-scores', '26260', 'chair.song-thao'],
    ['scored it for another unit', '26254', 'chair.bau-ham'],
  ])('is not corrected by who %s', async (_, code, who) => {
    const { id } = await finalOf(code, '1');
    await samePerson('standing.deputy', who);
    expect(
      await bed.refused(correct, { score: id, points: '2', reason: 'sửa điểm' }, 'standing.deputy'),
    ).toMatchObject({ code: 'SAME_PERSON', field: 'input.score' });
    await samePerson('standing.deputy', null);
  });
});

describe('the vote', () => {
  const vote = 'emulationAwardsVote';
  const ballot = (voter: string, candidate: string) => ({ voter: entry(voter), candidate: entry(candidate) });

  test('each unit has one vote, for another of its cluster; a secret one says nothing of whom', async () => {
    expect(await step('OpenVote')).toMatchObject({ state: 'VOTING' });
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
    await samePerson('chair.cay-gao', 'chair.song-thao');
    expect(await bed.refused(vote, ballot('26254', '26260'), 'chair.cay-gao')).toMatchObject({
      code: 'EMULATION_OWN_UNIT',
      field: 'input.candidate',
    });
    await samePerson('chair.cay-gao', 'chair.bau-ham');
    expect(await bed.refused(vote, ballot('26254', '26260'), 'chair.cay-gao')).toMatchObject({
      code: 'EMULATION_VOTED',
      field: 'input.voter',
    });
    await samePerson('chair.cay-gao', null);
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
    expect(await step('CloseVote')).toMatchObject({ state: 'VOTED' });
    expect(Object.fromEntries(await results())).toEqual({ 26260: 2, 26257: 1, 26254: 0, 26251: 0 });
    expect(await bed.refused(vote, ballot('26251', '26257'), 'chair.thanh-binh')).toMatchObject({
      code: 'EMULATION_YEAR_STATE',
      given: 'VOTED',
    });
  });
});

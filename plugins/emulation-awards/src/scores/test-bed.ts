/** For tests: the demonstration’s emulation year 2021, from self-scores on, with criteria whose points can be worked out. */
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import emulation from '../plugin.js';
import { samePersonIn, type SamePerson } from '../test-same-person.js';

const manual = ['1', '2', '6', '7'] as const;
/** Points of the criteria that people judge. */
export const lines = (points: readonly string[]) =>
  manual.map((criterion, index) => ({ criterion, points: points[index]! }));
export const full = lines(['20', '15', '15', '0']);

export const save = 'emulationAwardsSaveSelfScores';
export const submit = 'emulationAwardsSubmitSelfScores';
export const cross = 'emulationAwardsCrossScore';
export const review = 'emulationAwardsReviewScores';

export interface ScoresBed extends ProgramBed {
  /** Global id of the entry of 2021 of a unit. */
  entry(code: string): string;
  versionOf(code: string): Promise<number>;
  /** A step of the year, by the standing committee or somebody else; the year’s new version is remembered. */
  step(name: string, who?: string): Promise<any>;
  readonly samePerson: SamePerson;
  /** Whoever has not handed in self-scores yet has, past all rules. */
  othersScoredThemselves(): Promise<unknown>;
  /** Every unit is scored by another of its cluster, past all rules. */
  allCrossScored(): Promise<unknown>;
  /** Brings the year to its review: Sông Thao and Bàu Hàm score themselves, and Bàu Hàm scores Cây Gáo. */
  toReview(): Promise<void>;
}

export async function startScoresBed(): Promise<ScoresBed> {
  const bed = await startProgramBed([emulation]);
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
  let [year]: { id: string; version: number }[] = data.emulationAwardsYears.nodes;
  const entries = new Map<string, string>();
  for (const { id, unit, emulationYear } of data.emulationAwardsEntries.nodes)
    if (emulationYear.year === 2021) entries.set(unit.code, id);

  const entry = (code: string): string => entries.get(code)!;
  const step: ScoresBed['step'] = async (name, who = 'standing') => {
    const answer = await bed.ask(
      `mutation ($input: EmulationAwardsYearStepInput!) { emulationAwards${name}(input: $input) { id version state } }`,
      who,
      { input: { emulationYear: year!.id, expectedVersion: year!.version } },
    );
    const [refused] = answer.errors ?? [];
    if (refused) return { code: refused.extensions['code'] as string, ...refused.extensions };
    year = answer.data[`emulationAwards${name}`];
    return year;
  };
  const versionOf: ScoresBed['versionOf'] = async (code) =>
    (await bed.ask(`{ node(id: "${entry(code)}") { ... on EmulationAwardsEntry { version } } }`, 'standing'))
      .data.node.version;
  const scoresItself = async (code: string, commune: string): Promise<void> => {
    const input = async () => ({ entry: entry(code), expectedVersion: await versionOf(code) });
    await bed.change(save, { ...(await input()), scores: full }, `clerk.${commune}`, 'id');
    await bed.change(submit, await input(), `chair.${commune}`, 'id');
  };
  const othersScoredThemselves = () =>
    bed.sql(
      `update emulation_awards.entry set self_scored_on = '2021-10-14' where self_scored_on is null and emulation_year_id = (select id from emulation_awards.emulation_year where year = 2021)`,
    );
  const allCrossScored = () =>
    bed.sql(
      `insert into emulation_awards.score (entry_id, emulation_year_id, group_id, unit_id, criterion_id, kind, author_unit_id, points)
       select entry.id, entry.emulation_year_id, entry.group_id, entry.unit_id, line.id, 'CROSS', other.unit_id, 1
         from emulation_awards.entry entry join emulation_awards.emulation_year year on year.id = entry.emulation_year_id and year.year = 2021
         join emulation_awards.criterion line on line.sheet_id = year.sheet_id and line.source = 'MANUAL'
         join lateral (select unit_id from emulation_awards.entry beside where beside.cluster_id = entry.cluster_id and beside.id <> entry.id order by id limit 1) other on true
       on conflict do nothing`,
    );
  return Object.assign(bed, {
    entry,
    versionOf,
    step,
    samePerson: samePersonIn(bed),
    othersScoredThemselves,
    allCrossScored,
    toReview: async () => {
      await scoresItself('26260', 'song-thao');
      await scoresItself('26257', 'bau-ham');
      await othersScoredThemselves();
      expect(await step('BeginCrossScoring')).toMatchObject({ state: 'CROSS_SCORING' });
      const scores = { entry: entry('26254'), byUnit: await bed.unit('26257'), scores: full };
      await bed.change(cross, scores, 'chair.bau-ham', 'id');
      await allCrossScored();
      expect(await step('BeginReview')).toMatchObject({ state: 'REVIEW' });
    },
  });
}

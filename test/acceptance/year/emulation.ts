/**
 * The emulation year 2022: its sheet, pacts, scores, places and awards. Communes by their state code; what people judge
 * is invented, what the platform computes is calculated by hand in the table below.
 */
import type { Commune, Given, Stage } from './stage.js';

const manual = (number: string, kind: string, maximum: string, titleVi: string, titleEn: string) => ({
  number,
  kind,
  maximum,
  titleVi,
  titleEn,
  source: 'MANUAL',
});
const counted = (number: string, maximum: string, indicator: string, [zeroAt, fullAt]: [string, string]) => ({
  number,
  kind: 'POINTS',
  maximum,
  titleVi: `Kết quả theo chỉ số ${indicator}`,
  titleEn: `Result by the indicator ${indicator}`,
  source: 'INDICATOR',
  indicator,
  zeroAt,
  fullAt,
});

/** 100 points, 5 on top, at most 5 lost. */
const criteria = [
  manual('1', 'POINTS', '25', 'Tuyên truyền, vận động nhân dân', 'Winning and gathering people'),
  manual('2', 'POINTS', '20', 'Giám sát, phản biện xã hội', 'Supervision and social criticism'),
  counted('3', '15', 'social-insurance.health-insurance-rate', ['0.85', '0.95']),
  counted('4', '10', 'fund-for-the-poor.houses', ['0', '2']),
  counted('5', '10', 'social-care.gift-cards', ['17', '23']),
  counted('6', '10', 'emulation-awards.reviews-held', ['0', '2']),
  manual('7', 'POINTS', '10', 'Xây dựng tổ chức', 'Building the organization'),
  manual('8', 'BONUS', '5', 'Mô hình mới được nhân rộng', 'New models that others took up'),
  {
    ...manual('9', 'MINUS', '5', 'Báo cáo chậm hoặc không gửi', 'Reports late or never handed in'),
    source: 'LATENESS',
    perLate: '0.5',
    perMissing: '1',
  },
];

/** Who leads each cluster in 2022; the first named of each led it in 2021. */
export const leads = ['26290', '26278', '26281', '26251'];

/** The commune that reviewed its work once only, at the end of the year. */
export const reviewedOnce = '26266';

/** How a commune comes out: what the district’s officer gives for 1, 2, 7 and 8, its total, and its place. */
export interface Outcome {
  readonly code: string;
  readonly judged: readonly [string, string, string, string];
  readonly total: string;
  readonly rank: number;
  readonly tied?: true;
  readonly decidedBy?: string;
}

/*
 * What the platform computes, by hand:
 *   3  insurance 0.925 everywhere: 15 × (0.925 − 0.85) / (0.95 − 0.85) = 15 × 0.75              = 11.25
 *   4  one house each:             10 × 1/2                                                      =  5.00
 *   5  cards, 3 × 1 + 9 × 2 = 21:  10 × (21 − 17) / (23 − 17) = 10 × 4/6                         =  6.67
 *        26251 told nothing of May, 21 − 2 = 19:          10 × 2/6                               =  3.33
 *        26257 corrected December from 2 to 3, 22:        10 × 5/6                               =  8.33
 *   6  two reviews:                10 × 2/2                                                      = 10.00
 *        26266 held one:           10 × 1/2                                                      =  5.00
 *   9  each late report costs 0.5: 26293 and 26263 were late once, 26260 twice; that of 26251 was excused and costs nothing.
 *
 *   So everybody has 11.25 + 5.00 + 6.67 + 10.00 = 32.92 besides what is judged, but
 *     26251: 11.25 + 5.00 + 3.33 + 10.00 = 29.58      26257: 11.25 + 5.00 + 8.33 + 10.00 = 34.58
 *     26266: 11.25 + 5.00 + 6.67 +  5.00 = 27.92
 *     26293 and 26263: 32.92 − 0.50 = 32.42           26260: 32.92 − 1.00 = 31.92
 */
export const outcomes: readonly (readonly Outcome[])[] = [
  [
    // 52.0 + 32.92 and 52.5 + 32.42 are the same; who lost fewer points comes first.
    { code: '26248', judged: ['23', '18', '9', '2'], total: '84.92', rank: 1, tied: true, decidedBy: 'LEAST_MINUS' },
    { code: '26293', judged: ['23.5', '18', '9', '2'], total: '84.92', rank: 2, tied: true, decidedBy: 'LEAST_MINUS' },
    { code: '26290', judged: ['22', '18', '9', '1'], total: '82.92', rank: 3 },
    { code: '26284', judged: ['21', '17', '8', '0'], total: '78.92', rank: 4 },
    { code: '26296', judged: ['20', '16', '8', '0'], total: '76.92', rank: 5 },
  ],
  [
    { code: '26278', judged: ['24', '19', '9', '3'], total: '87.92', rank: 1 },
    // Equal in everything: they share the place, and the next is left out.
    { code: '26269', judged: ['22', '17', '8', '0'], total: '79.92', rank: 2, tied: true },
    { code: '26272', judged: ['22', '17', '8', '0'], total: '79.92', rank: 2, tied: true },
    { code: '26263', judged: ['20', '16', '8', '0'], total: '76.42', rank: 4 },
  ],
  [
    { code: '26281', judged: ['23', '18', '9', '2'], total: '84.92', rank: 1 },
    // 55 + 27.92 and 50 + 32.92 are the same, neither lost points; more bonus points decide.
    { code: '26266', judged: ['24', '19', '9', '3'], total: '82.92', rank: 2, tied: true, decidedBy: 'MOST_BONUS' },
    { code: '26275', judged: ['22', '18', '9', '1'], total: '82.92', rank: 3, tied: true, decidedBy: 'MOST_BONUS' },
    { code: '26287', judged: ['20', '15', '7', '0'], total: '74.92', rank: 4 },
  ],
  [
    { code: '26260', judged: ['24', '19', '9', '2'], total: '85.92', rank: 1 },
    { code: '26251', judged: ['24', '19', '10', '2.5'], total: '85.08', rank: 2 },
    { code: '26254', judged: ['22', '18', '9', '1'], total: '82.92', rank: 3 },
    { code: '26257', judged: ['21', '16', '8', '0'], total: '79.58', rank: 4 },
  ],
]; // prettier-ignore

const judgedLines = ['1', '2', '7', '8'];

/** Points for what people judge. */
const scores = (points: readonly string[]) =>
  judgedLines.map((criterion, index) => ({ criterion, points: points[index]! }));

/** The place of a commune, as it is answered. */
export interface Place {
  readonly code: string;
  readonly total: string;
  readonly rank: number;
  readonly tied: boolean;
  readonly decidedBy: string | null;
}

/** The emulation year as the district’s people take it from the sheet to its end. */
export class EmulationOfTheYear {
  #year!: Given;
  readonly #entries = new Map<string, Given>();

  constructor(readonly stage: Stage) {}

  get id(): string {
    return this.#year.id;
  }

  /** The chair copies the sheet of 2021 and writes its lines anew; the deputy puts it in force, and the year is opened by it. */
  async begin(): Promise<void> {
    const { stage } = this;
    const { emulationAwardsScoreSheets } = await stage.ask(
      '{ emulationAwardsScoreSheets(filter: { yearMin: 2021, yearMax: 2021 }) { nodes { id } } }',
      'standing',
    );
    const heading = {
      titleVi: 'Bảng điểm thi đua công tác Mặt trận năm 2022',
      titleEn: 'Score sheet of Front work 2022',
      validFrom: '2022-01-01',
      validTo: '2023-04-01',
      legalBasis: 'Quyết định số 02/QĐ-MTTQ-BTT ngày 04/01/2022 (giả định)',
    };
    const copy = await stage.does('standing', 'emulationAwardsDraftSheet', {
      ...heading,
      unit: stage.district,
      year: 2022,
      copyOf: emulationAwardsScoreSheets.nodes[0].id,
    });
    const whole = { ...heading, ballot: 'SECRET', tieOrder: ['LEAST_MINUS', 'MOST_BONUS', '1'], criteria };
    const sheet = { sheet: copy.id, expectedVersion: copy.version };
    const written = await stage.does('standing', 'emulationAwardsChangeSheet', { ...sheet, ...whole });
    const seen = { sheet: copy.id, expectedVersion: written.version };
    // A draft runs no year, and who wrote it does not put it in force.
    expect(await stage.isRefused('standing', 'emulationAwardsOpenYear', { sheet: copy.id })).toBe(
      'EMULATION_SHEET_STATE',
    );
    expect(await stage.isRefused('standing', 'emulationAwardsIssueSheet', seen)).toBe('SAME_PERSON');
    await stage.does('standing.deputy', 'emulationAwardsIssueSheet', seen);
    this.#year = await stage.does('standing', 'emulationAwardsOpenYear', { sheet: copy.id });
  }

  /** Takes the year one step on. */
  async step(name: string): Promise<string> {
    const { id: emulationYear, version: expectedVersion } = this.#year;
    const input = { emulationYear, expectedVersion };
    this.#year = await this.stage.does('standing', `emulationAwards${name}`, input, 'id version state');
    return this.#year['state'] as string;
  }

  /** The clusters take part as groups, each led by another member than the year before. */
  async addClusters(groups: readonly string[]): Promise<void> {
    const { stage } = this;
    for (const [index, group] of groups.entries()) {
      const cluster = (lead: string) => ({
        emulationYear: this.id,
        group,
        number: index + 1,
        leadUnit: stage.commune(lead).id,
      });
      if (index === 0)
        expect(await stage.isRefused('standing', 'emulationAwardsAddCluster', cluster('26248'))).toBe(
          'EMULATION_LED_BEFORE',
        );
      const added = await stage.does(
        'standing',
        'emulationAwardsAddCluster',
        cluster(leads[index]!),
        'id entries { nodes { id version unit { code } cluster { id } } }',
      );
      for (const entry of added['entries'].nodes as Given[]) this.#entries.set(entry['unit'].code, entry);
    }
  }

  entry(code: string): Given {
    return this.#entries.get(code)!;
  }

  /** The clerk enters what the commune thinks of itself: all that can be had for 1, for the rest what it will get. The chair signs. */
  async scoreItself({ code, clerk, chair }: Commune, { judged }: Outcome): Promise<void> {
    const { id, version } = this.entry(code);
    const saved = await this.stage.does(clerk, 'emulationAwardsSaveSelfScores', {
      entry: id,
      expectedVersion: version,
      scores: scores(['25', ...judged.slice(1)]),
    });
    const signed = { entry: id, expectedVersion: saved.version };
    await this.stage.does(chair, 'emulationAwardsSubmitSelfScores', signed);
  }

  /** Another commune of the cluster scores it, through its chair. */
  crossScoring(by: Commune, of: string, { judged }: Outcome): object {
    return { entry: this.entry(of).id, byUnit: by.id, scores: scores(judged) };
  }

  /** The officer of the cluster decides. */
  async review(officer: string, { code, judged }: Outcome): Promise<void> {
    const input = { entry: this.entry(code).id, scores: scores(judged) };
    await this.stage.does(officer, 'emulationAwardsReviewScores', input);
  }

  async vote(by: Commune, candidate: string): Promise<void> {
    const input = { voter: this.entry(by.code).id, candidate: this.entry(candidate).id };
    await this.stage.does(by.chair, 'emulationAwardsVote', input, 'id');
  }

  /** The places in each cluster, in the order in which they are given. */
  async places(): Promise<Place[][]> {
    const { node } = await this.stage.ask(
      `query ($id: ID!) { node(id: $id) { ... on EmulationAwardsYear { clusters(first: 9) { nodes {
         rankings(first: 9, filter: { current: true }) { nodes { rank points tied decidedBy unit { code } } } } } } } }`,
      'standing',
      { id: this.id },
    );
    return node.clusters.nodes.map(({ rankings }: Given) =>
      rankings.nodes.map(({ rank, points, tied, decidedBy, unit }: Given) => ({
        code: unit.code,
        total: points,
        rank,
        tied,
        decidedBy,
      })),
    );
  }

  /** Votes by code of those for whom somebody voted, cluster by cluster. */
  async votes(): Promise<Record<string, number>[]> {
    const { node } = await this.stage.ask(
      `query ($id: ID!) { node(id: $id) { ... on EmulationAwardsYear { clusters(first: 9) { nodes {
         voteResults(first: 9) { nodes { votes unit { code } } } } } } } }`,
      'standing',
      { id: this.id },
    );
    return node.clusters.nodes.map(({ voteResults }: Given) =>
      Object.fromEntries(
        voteResults.nodes.flatMap(({ votes, unit }: Given) => (votes > 0 ? [[unit.code, votes]] : [])),
      ),
    );
  }

  /** What counts for a commune, line by line. */
  async finalsOf(code: string): Promise<Record<string, string>> {
    const { node } = await this.stage.ask(
      `query ($id: ID!) { node(id: $id) { ... on EmulationAwardsEntry {
         scores(first: 99, filter: { kind: [FINAL], current: true }) { nodes { points criterion { number } } } } } }`,
      this.stage.commune(code).chair,
      { id: this.entry(code).id },
    );
    return Object.fromEntries(
      node.scores.nodes.map(({ points, criterion }: Given) => [criterion.number, points]),
    );
  }
}

/** A commune is proposed for a title, and what becomes of it: checked, an opinion, the council, decision, award. */
export async function award(
  stage: Stage,
  commune: Commune,
  { officer, decisionNumber }: { officer: string; decisionNumber: string },
): Promise<Given> {
  let proposal = await stage.does(commune.chair, 'emulationAwardsNominate', {
    unit: commune.id,
    subject: 'UNIT',
    year: 2022,
    title: 'COLLECTIVE_EXCELLENT',
    achievement: `Dẫn đầu cụm thi đua năm 2022: ${commune.name}.`,
  });
  const step = async (who: string, name: string, more: object = {}): Promise<void> => {
    const { id, version } = proposal;
    proposal = await stage.does(
      who,
      `emulationAwards${name}`,
      { proposal: id, expectedVersion: version, ...more },
      'id version state decisionNumber awardedOn',
    );
  };
  await step(officer, 'CheckDossier');
  const { id } = proposal;
  const opinion = { proposal: id, inFavor: true, content: 'Thống nhất đề nghị.' };
  await stage.does('farmers', 'emulationAwardsGiveOpinion', opinion, 'id');
  await step('standing', 'OpenCouncilVote');
  // Nobody has voted yet, so nothing is recommended.
  const early = { proposal: id, expectedVersion: proposal.version };
  expect(await stage.isRefused('standing', 'emulationAwardsRecommendProposal', early)).toBe(
    'EMULATION_VOTES_TOO_FEW',
  );
  await stage.does('council', 'emulationAwardsCouncilVote', { proposal: id, inFavor: true }, 'id');
  await step('standing', 'RecommendProposal');
  await step('standing.deputy', 'DecideProposal', { decisionNumber, decidedOn: stage.today });
  await step('standing', 'AwardProposal', { awardedOn: stage.today });
  return proposal;
}

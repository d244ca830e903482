import type { Caller } from '@phoihop/platform';
import type { Answer, TestBed } from '@phoihop/testing';
import { createFullBed } from '../../support/full-bed.js';

/** The first working day of the year. */
const firstDay = '2022-01-04';

/** A row as a mutation gives it back. */
export interface Given {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: any;
}

/** One commune or town of the district, with the names of its people. */
export interface Commune {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly clerk: string;
  readonly chair: string;
}

/** The platform as the people of Trảng Bom use it during a year: through the API alone, each by the own account. */
export class Stage {
  /** Who signed in since the day began. */
  readonly #callers = new Map<string, Promise<Caller>>();

  private constructor(
    readonly bed: TestBed,
    readonly district: string,
    readonly communes: readonly Commune[],
  ) {}

  /** The demonstration's people on the first working day of 2022; the figures of 2021 are what came before. */
  static async begin(): Promise<Stage> {
    const bed = await createFullBed({ businessDate: firstDay });
    const { data, errors } = await bed.graphql(
      `{ administrativeUnit(code: "737") { id children(first: 50) { nodes { id code name } } } }`,
    );
    expect(errors).toBeUndefined();
    const people = await bed.sql<{ username: string; code: string }>(
      `select account.username, version.code from core.user_account account
         join core.assignment held on held.user_id = account.id
         join core.administrative_unit_version version on version.unit_id = held.unit_id and version.superseded_at is null
          and version.valid_from <= '2022-01-04' and (version.valid_to is null or version.valid_to > '2022-01-04')
        where account.username ~ '^(clerk|chair)[.]'`,
    );
    const of = (role: string, code: string): string =>
      people.find((one) => one.code === code && one.username.startsWith(`${role}.`))!.username;
    const communes = (data.administrativeUnit.children.nodes as Omit<Commune, 'clerk' | 'chair'>[]).map(
      (unit) => ({ ...unit, clerk: of('clerk', unit.code), chair: of('chair', unit.code) }),
    );
    communes.sort((a, b) => (a.code < b.code ? -1 : 1));
    return new Stage(bed, data.administrativeUnit.id as string, communes);
  }

  #today = firstDay;

  get today(): string {
    return this.#today;
  }

  /** The day so many days later. */
  later(days: number): string {
    const day = new Date(`${this.#today}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + days);
    return day.toISOString().slice(0, 10);
  }

  /** It is another day. */
  on(day: string): void {
    this.#today = day;
    this.bed.setBusinessDate(day);
    this.#callers.clear();
  }

  #as(who: string): Promise<Caller> {
    const known = this.#callers.get(who) ?? this.bed.as(who);
    this.#callers.set(who, known);
    return known;
  }

  commune(code: string): Commune {
    return this.communes.find((one) => one.code === code)!;
  }

  async ask(source: string, who: string, variables?: Record<string, unknown>): Promise<any> {
    const { data, errors } = await this.bed.graphql(source, { caller: await this.#as(who), variables });
    expect(errors).toBeUndefined();
    return data;
  }

  /** What somebody does; it must be allowed. */
  async does<Row = Given>(who: string, field: string, input: object, selection = 'id version'): Promise<Row> {
    const { data, errors } = await this.#mutate(who, field, input, selection);
    expect([who, field, errors]).toEqual([who, field, undefined]);
    return data[field] as Row;
  }

  /** What somebody is refused: the code. */
  async isRefused(who: string, field: string, input: object): Promise<string> {
    const { data, errors } = await this.#mutate(who, field, input, '__typename');
    expect([who, field, data?.[field] ?? null]).toEqual([who, field, null]);
    return errors![0]!.extensions['code'] as string;
  }

  async #mutate(who: string, field: string, input: object, selection: string): Promise<Answer> {
    const type = inputTypes[field] ?? `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    return this.bed.graphql(`mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`, {
      caller: await this.#as(who),
      variables: { input },
    });
  }

  close(): Promise<void> {
    return this.bed.close();
  }
}

/** Where the input is not called after the mutation. */
const inputTypes: Readonly<Record<string, string>> = {
  submitReport: 'ReportStepInput',
  verifyReport: 'ReportStepInput',
  acceptReport: 'ReportStepInput',
  approvePlan: 'PlanStepInput',
  ...Object.fromEntries(
    [
      'Launch',
      'CloseRegistration',
      'BeginSelfScoring',
      'BeginCrossScoring',
      'BeginReview',
      'LockScores',
      'Rank',
      'OpenVote',
      'CloseVote',
      'CloseYear',
    ].map((step) => [`emulationAwards${step}`, 'EmulationAwardsYearStepInput']),
  ),
  ...Object.fromEntries(
    ['CheckDossier', 'OpenCouncilVote', 'RecommendProposal'].map((step) => [
      `emulationAwards${step}`,
      'EmulationAwardsProposalStepInput',
    ]),
  ),
};

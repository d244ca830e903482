/** For tests: the figures bed with two forms, and people who set deadlines, report, verify and excuse. */
import type { Caller } from '@phoihop/platform';
import { loadReportTemplates } from '../reports/load.js';
import { startFiguresBed, type Answer, type FiguresBed } from '../values/test-bed.js';
import { generateObligations } from './load.js';

const form = (key: string, calendar: 'month' | 'year' | 'campaign', vi: string, en: string) => ({
  key,
  program: null,
  calendar,
  level: 'commune' as const,
  title: { vi, en },
  items: [{ indicator: 'works.houses' }],
});

/** Permissions of a role as far as obligations go. */
const reads = ['core:value.read', 'core:report.read'];
const permissions = {
  clerk: [...reads, 'core:value.record'],
  chair: [...reads, 'core:report.submit'],
  officer: [...reads, 'core:report.verify', 'core:obligation.waive'],
  standing: [...reads, 'core:report.accept', 'core:obligation.waive', 'core:deadline.manage'],
  administrator: ['core:deadline.manage'],
} as const;

export interface ObligationsBed extends FiguresBed {
  /** Somebody of a kind over a unit. */
  person(kind: keyof typeof permissions, code: string): Promise<Caller>;
  /** Sets a deadline on a day, as the administrator of a unit. */
  setDeadline(on: string, input: Record<string, unknown>, caller?: Caller): Promise<Answer>;
  /** How many queries ran as one statement of their own, without a transaction. */
  readonly singleReads: number;
  /** Draws up a report and hands it in, on a day. */
  handIn(code: string, period: string, on: string): Promise<{ id: string; version: number }>;
  /** The obligations of one unit as of a day, by period. */
  ofUnit(code: string, today: string, caller?: Caller): Promise<Record<string, Shown>>;
  /** Makes what is owed, as of a day. */
  generate(today: string): ReturnType<typeof generateObligations>;
  /** How many rows a table has. */
  count(table?: string): Promise<number>;
}

/** An obligation as `ofUnit` shows it. */
export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly dueOn: string;
  readonly daysLate: number | null;
  readonly workingDaysLate: number | null;
}

export const codeOf = ({ errors }: Answer): string | undefined =>
  errors?.[0]?.extensions['code'] as string | undefined;

export async function startObligationsBed(): Promise<ObligationsBed> {
  const bed = await startFiguresBed();
  await bed.engine.database.asSystem('load forms', (session) =>
    loadReportTemplates(session, [
      form('test-monthly', 'month', 'Báo cáo tháng', 'Monthly report'),
      form('test-yearly', 'year', 'Báo cáo năm', 'Yearly report'),
      form('test-campaign', 'campaign', 'Báo cáo đợt vận động', 'Report of a campaign'),
    ]),
  );
  const { database } = bed.engine;
  const read = database.read.bind(database);
  let singleReads = 0;
  database.read = (...asked) => {
    singleReads += 1;
    return read(...asked);
  };
  let users = 0;
  const known = new Map<string, Promise<Caller>>();
  const person = (kind: keyof typeof permissions, code: string): Promise<Caller> => {
    const name = `${kind} ${code}`;
    if (!known.has(name)) known.set(name, bed.holder((users += 1), permissions[kind], code));
    return known.get(name)!;
  };
  const added = {
    get singleReads() {
      return singleReads;
    },
    person,
    setDeadline: async (on: string, input: Record<string, unknown>, caller?: Caller) => {
      bed.setBusinessDate(on);
      return bed.ask(
        `mutation ($input: SetReportDeadlineInput!) {
          setReportDeadline(input: $input) { id rule days months freeDay noticeDays validFrom validTo basis setOn demo unit { name } template { key } } }`,
        caller ?? (await person('administrator', '737')),
        {
          input: {
            template: 'test-monthly',
            unit: await bed.unitId('737'),
            rule: 'DAY_OF_MONTH',
            days: 5,
            basis: 'Quyết định 01',
            reason: 'theo quy chế',
            ...input,
          },
        },
      );
    },
    handIn: async (code: string, period: string, on: string) => {
      bed.setBusinessDate(on);
      const saved = await bed.ask(
        `mutation ($input: SaveReportDraftInput!) { saveReportDraft(input: $input) { id version } }`,
        await person('clerk', code),
        {
          input: {
            template: 'test-monthly',
            unit: await bed.unitId(code),
            period: { calendar: 'MONTH', key: period },
            items: [{ indicator: 'works.houses', value: 1 }],
          },
        },
      );
      const { id, version } = saved.data.saveReportDraft;
      const sent = await bed.ask(
        `mutation ($input: ReportStepInput!) { submitReport(input: $input) { id version } }`,
        await person('chair', code),
        { input: { report: id, expectedVersion: version } },
      );
      return sent.data.submitReport as { id: string; version: number };
    },
    ofUnit: async (code: string, today: string, caller?: Caller) => {
      bed.setBusinessDate(today);
      const { data, errors } = await bed.ask(
        `query ($unit: ID!) { obligations(first: 200, filter: { unit: $unit }) { nodes {
           id version status dueOn daysLate workingDaysLate handedInOn period { key } } } }`,
        caller ?? (await person('standing', '737')),
        { unit: await bed.unitId(code) },
      );
      expect(errors).toBeUndefined();
      return Object.fromEntries(data.obligations.nodes.map((node: any) => [node.period.key, node]));
    },
    generate: (today: string) =>
      database.asSystem('make obligations', (session) => generateObligations(session, today)),
    count: async (table = 'core.obligation') => {
      const [row] = await bed.place.sql<{ n: number }>(`select count(*)::int as n from ${table}`);
      return row!.n;
    },
  };
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(bed),
      ...Object.getOwnPropertyDescriptors(added),
    },
  ) as ObligationsBed;
}

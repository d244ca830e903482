import type { Subject, Subjects } from './subjects.ts';

/** What is asked of every server. */
export const workloadNames = ['point', 'nested', 'list', 'roll-up', 'write', 'overview'] as const;
export type WorkloadName = (typeof workloadNames)[number];

export interface Workload {
  /** What is asked, for the head of its table. */
  readonly title: string;
  /** How many rows a common answer holds at its leaves, or more: equal answers with nothing in them would prove nothing. */
  readonly rows: number;
  readonly rowsOf: (common: any) => number;
  /** About what; the requests of a connection go through them. */
  readonly subjects: (all: Subjects) => readonly Subject[];
  /** Changes something: each request needs a subject of its own, and what it wrote is counted and taken away again. */
  readonly writes?: true;
}

export const workloads: Readonly<Record<WorkloadName, Workload>> = {
  point: {
    title: 'one commune with its parent',
    rows: 2,
    rowsOf: (unit) => (unit.parent.code ? 2 : 1),
    subjects: ({ byUnit }) => byUnit,
  },
  nested: {
    title:
      'a district, its 17 communes, the latest 6 reports of each made with one form, the 8 figures of each with indicator',
    rows: 816,
    rowsOf: ({ units }) =>
      units.flatMap(({ reports }: any) => reports.flatMap(({ values }: any) => values)).length,
    subjects: ({ byForm }) => byForm,
  },
  list: {
    title: 'the latest 50 accepted reports of one program in the district, each with unit, form and period',
    rows: 50,
    rowsOf: (reports) => reports.length,
    subjects: ({ byForm }) => byForm,
  },
  'roll-up': {
    title:
      'the 8 targets of one program and year, each with the reporting row: in the month, since January, percent of plan, against last year',
    rows: 8,
    rowsOf: (targets) => targets.filter(({ cumulative }: any) => Number(cumulative) > 0).length,
    subjects: ({ byForm }) => byForm,
  },
  write: {
    title: 'a report with 8 figures, in one transaction',
    rows: 1,
    rowsOf: ({ state }) => (state === 'DRAFT' ? 1 : 0),
    subjects: ({ free }) => free,
    writes: true,
  },
  overview: {
    title:
      'the year’s overview: the district, its communes, all programs, their targets with progress and reporting row',
    rows: 100,
    rowsOf: ({ programs }) => programs.flatMap(({ targets }: any) => targets).length,
    subjects: ({ byForm }) => byForm.slice(0, 1),
  },
};

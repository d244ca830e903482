import type { Subject } from '../subjects.ts';
import type { WorkloadName } from '../workloads.ts';
import { graphql, type Client } from './client.ts';

type Asked = Exclude<WorkloadName, 'overview'>;

export const documents = {
  point: `query Point($code: String!) {
    unit(code: $code) { code name kind parent { code name kind } }
  }`,
  nested: `query Nested($code: String!, $form: String!) {
    unit(code: $code) {
      code name
      children {
        code name
        reports(form: $form, first: 6) {
          asOf state
          values(first: 8) { value state indicator { key titleVi } }
        }
      }
    }
  }`,
  list: `query List($district: String!, $program: String!, $state: String!) {
    reports(district: $district, program: $program, state: $state, first: 50) {
      asOf state note unit { code name } form { key } period { key }
    }
  }`,
  'roll-up': `query RollUp($unit: String!, $program: String!) {
    targets(unit: $unit, program: $program) {
      code value indicator { key } inPeriod cumulative percentOfPlan samePeriodLastYear difference
    }
  }`,
  write: `mutation Write($form: String!, $unit: String!, $period: String!, $items: [ReportItem!]!) {
    saveReport(form: $form, unit: $unit, period: $period, items: $items) { state version }
  }`,
} satisfies Record<Asked, string>;

const variables: Record<Asked, (subject: Subject) => Record<string, unknown>> = {
  point: ({ unit }) => ({ code: unit.key }),
  nested: ({ district, form }) => ({ code: district.key, form: form.key }),
  list: ({ district, program }) => ({ district: district.key, program: program.key, state: 'ACCEPTED' }),
  'roll-up': ({ district, program }) => ({ unit: district.key, program: program.key }),
  write: ({ form, unit, period, items }) => ({ form: form.key, unit: unit.key, period, items }),
};

const common: Record<Asked, (data: any) => unknown> = {
  point: ({ unit }) => unit,
  nested: ({ unit: { code, name, children } }) => ({ code, name, units: children }),
  list: ({ reports }) =>
    reports.map(({ form, period, ...report }: any) => ({ ...report, form: form.key, period: period.key })),
  'roll-up': ({ targets }) =>
    targets.map(({ indicator, ...target }: any) => ({ ...target, indicator: indicator.key })),
  write: ({ saveReport }) => saveReport,
};

/** The schema that Mercurius, Yoga and the idiomatic server share: plain lists, as one writes them by hand. */
export const plainGraph: Client = {
  request: (workload, subject) =>
    workload === 'overview' ? null : graphql(documents[workload], variables[workload](subject)),
  toCommon: (workload, { data }) => common[workload as Asked](data),
};

import type { Subject } from '../subjects.ts';
import type { WorkloadName } from '../workloads.ts';
import { graphql, nodes, type Client, type Request } from './client.ts';

export const documents = {
  point: `query Point($code: String!) {
    administrativeUnit(code: $code) { code name kind parent { code name kind } }
  }`,
  nested: `query Nested($code: String!, $form: ID!) {
    administrativeUnit(code: $code) {
      code name
      children(first: 50, orderBy: CODE_ASC) {
        nodes {
          code name
          reports(first: 6, orderBy: AS_OF_DESC, filter: { template: $form }) {
            nodes {
              asOf state
              dataValues(first: 8, orderBy: RECORDED_AT_ASC) { nodes { value state indicator { key titleVi } } }
            }
          }
        }
      }
    }
  }`,
  list: `query List($program: [String!], $state: [ReportState!]) {
    reports(first: 50, orderBy: AS_OF_DESC, filter: { program: $program, state: $state }) {
      nodes { asOf state note unit { code name } template { key } period { key } }
    }
  }`,
  'roll-up': `query RollUp($unit: ID!, $program: ID!) {
    targets(first: 50, orderBy: CODE_ASC, filter: { unit: $unit, program: $program, demo: true }) {
      nodes {
        code value
        indicator { key }
        reportingRow { inPeriod cumulative percentOfPlan cumulativeChange { samePeriodLastYear difference } }
      }
    }
  }`,
  write: `mutation Write($input: SaveReportDraftInput!) {
    saveReportDraft(input: $input) { state version }
  }`,
  overview: `query Overview($code: String!) {
    administrativeUnit(code: $code) {
      code fullName
      children(first: 50, orderBy: CODE_ASC) { nodes { code fullName kind } }
    }
    programs(first: 100, orderBy: CODE_ASC) {
      nodes {
        code titleVi status
        targets(first: 20, orderBy: CODE_ASC) {
          nodes {
            code value operator deadline quote
            indicator { key titleVi }
            progress { actual }
            reportingRow {
              inPeriod cumulative percentOfPlan
              cumulativeChange { samePeriodLastYear difference relativeChange }
            }
          }
        }
      }
    }
  }`,
} satisfies Record<WorkloadName, string>;

const variables: Record<WorkloadName, (subject: Subject) => Record<string, unknown>> = {
  point: ({ unit }) => ({ code: unit.key }),
  nested: ({ district, form }) => ({ code: district.key, form: form.globalId }),
  // The row rules leave the other districts out.
  list: ({ program }) => ({ program: [program.key], state: ['ACCEPTED'] }),
  'roll-up': ({ district, program }) => ({ unit: district.globalId, program: program.globalId }),
  write: ({ form, unit, period, items }) => ({
    input: {
      template: form.key,
      unit: unit.globalId,
      period: { calendar: 'MONTH', key: period },
      note: 'Số liệu minh họa, không có thật.',
      items,
    },
  }),
  overview: ({ district }) => ({ code: district.key }),
};

const row = ({ code, value, indicator, reportingRow }: any) => ({
  code,
  value,
  indicator: indicator.key,
  inPeriod: reportingRow.inPeriod,
  cumulative: reportingRow.cumulative,
  percentOfPlan: reportingRow.percentOfPlan,
  samePeriodLastYear: reportingRow.cumulativeChange.samePeriodLastYear,
  difference: reportingRow.cumulativeChange.difference,
});

const common: Record<WorkloadName, (data: any) => unknown> = {
  point: ({ administrativeUnit }) => administrativeUnit,
  nested: ({ administrativeUnit: { code, name, children } }) => ({
    code,
    name,
    units: nodes(children).map((unit) => ({
      code: unit.code,
      name: unit.name,
      reports: nodes(unit.reports).map(({ asOf, state, dataValues }) => ({
        asOf,
        state,
        values: nodes(dataValues),
      })),
    })),
  }),
  list: ({ reports }) =>
    nodes(reports).map(({ asOf, state, note, unit, template, period }) => ({
      asOf,
      state,
      note,
      unit,
      form: template.key,
      period: period.key,
    })),
  'roll-up': ({ targets }) => nodes(targets).map(row),
  write: ({ saveReportDraft }) => saveReportDraft,
  overview: ({ administrativeUnit: { code, fullName, children }, programs }) => ({
    unit: { code, fullName, units: nodes(children) },
    programs: nodes(programs).map(({ targets, ...program }) => ({
      ...program,
      targets: nodes(targets).map((target) => ({
        ...row(target),
        operator: target.operator,
        deadline: target.deadline,
        quote: target.quote,
        indicator: target.indicator,
        actual: target.progress.actual,
        relativeChange: target.reportingRow.cumulativeChange.relativeChange,
      })),
    })),
  }),
};

/** Phối Hợp itself, through its public schema. */
export const product: Client = {
  request: (workload, subject): Request => graphql(documents[workload], variables[workload](subject)),
  toCommon: (workload, { data }) => common[workload](data),
};

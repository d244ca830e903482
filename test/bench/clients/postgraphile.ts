import type { Subject } from '../subjects.ts';
import type { WorkloadName } from '../workloads.ts';
import { graphql, nodes, type Client, type Request } from './client.ts';

export const documents = {
  point: `query Point($code: String!) {
    unitByCode(code: $code) { code name kind parent { code name kind } }
  }`,
  nested: `query Nested($code: String!, $form: BigInt!) {
    unitByCode(code: $code) {
      code name
      children(orderBy: [CODE_ASC]) {
        nodes {
          code name
          reports(first: 6, orderBy: [AS_OF_DESC], condition: { formId: $form }) {
            nodes {
              asOf state
              dataValues(first: 8, orderBy: [RECORDED_AT_ASC]) { nodes { value state indicator { key titleVi } } }
            }
          }
        }
      }
    }
  }`,
  list: `query List($district: BigInt!, $program: String!, $state: String!) {
    allDistrictReports(
      first: 50, orderBy: [AS_OF_DESC, ROW_ID_ASC], condition: { districtId: $district, program: $program, state: $state }
    ) {
      nodes { asOf state note unit { code name } form { key } period { key } }
    }
  }`,
  'roll-up': `query RollUp($unit: BigInt!, $program: BigInt!) {
    allTargets(condition: { unitId: $unit, programId: $program, demo: true }, orderBy: [CODE_ASC]) {
      nodes {
        code value
        indicator { key }
        reportingRow { inPeriod cumulative percentOfPlan samePeriodLastYear difference }
      }
    }
  }`,
  write: `mutation Write($input: SaveReportInput!) {
    saveReport(input: $input) { result { state version } }
  }`,
  overview: `query Overview($code: String!) {
    unitByCode(code: $code) {
      code fullName
      children(orderBy: [CODE_ASC]) { nodes { code fullName kind } }
    }
    allPrograms(orderBy: [CODE_ASC]) {
      nodes {
        code titleVi status
        targets(first: 20, orderBy: [CODE_ASC]) {
          nodes {
            code value operator deadline quote
            indicator { key titleVi }
            reportingRow {
              actual inPeriod cumulative percentOfPlan samePeriodLastYear difference relativeChange
            }
          }
        }
      }
    }
  }`,
} satisfies Record<WorkloadName, string>;

const variables: Record<WorkloadName, (subject: Subject) => Record<string, unknown>> = {
  point: ({ unit }) => ({ code: unit.key }),
  nested: ({ district, form }) => ({ code: district.key, form: form.rowId }),
  list: ({ district, program }) => ({ district: district.rowId, program: program.key, state: 'ACCEPTED' }),
  'roll-up': ({ district, program }) => ({ unit: district.rowId, program: program.rowId }),
  write: ({ form, unit, period, items }) => ({
    input: { form: form.key, unit: unit.key, period, items },
  }),
  overview: ({ district }) => ({ code: district.key }),
};

const common: Record<WorkloadName, (data: any) => unknown> = {
  point: ({ unitByCode }) => unitByCode,
  nested: ({ unitByCode: { code, name, children } }) => ({
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
  list: ({ allDistrictReports }) =>
    nodes(allDistrictReports).map(({ form, period, ...report }) => ({
      ...report,
      form: form.key,
      period: period.key,
    })),
  'roll-up': ({ allTargets }) =>
    nodes(allTargets).map(({ indicator, reportingRow, ...target }) => ({
      ...target,
      indicator: indicator.key,
      ...reportingRow,
    })),
  write: ({ saveReport }) => saveReport.result,
  overview: ({ unitByCode: { code, fullName, children }, allPrograms }) => ({
    unit: { code, fullName, units: nodes(children) },
    programs: nodes(allPrograms).map(({ targets, ...program }) => ({
      ...program,
      targets: nodes(targets).map(({ reportingRow, ...target }) => ({ ...target, ...reportingRow })),
    })),
  }),
};

/** The schema that PostGraphile makes of the views. */
export const postgraphile: Client = {
  request: (workload, subject): Request => graphql(documents[workload], variables[workload](subject)),
  toCommon: (workload, { data }) => common[workload](data),
};

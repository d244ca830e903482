const ranking = (by) => `query ($unit: ID!) { unitRanking(indicator: "social-care.gift-cards", unit: $unit,
  period: { calendar: YEAR, key: "2021" }, by: ${by}, first: 50) { ranked unranked nodes { rank code fullName value percentOfPlan } } }`;

/**
 * What is asked, and how many rows the answer holds: at every size, by somebody who may read what lies under its root;
 * with `provinces`, at the largest one only, about the whole by somebody who may read so many provinces of it.
 */
export const questions = {
  'list: a page of 50 figures, filtered and ordered': {
    source: `{ dataValues(first: 50, filter: { current: true, state: [ACCEPTED], asOfFrom: "2021-01-01" }, orderBy: AS_OF_DESC) {
      nodes { value numerator denominator asOf unit { fullName } indicator { key } period { key } } } }`,
    count: ({ dataValues }) => dataValues.nodes.length,
  },
  'list: a page of 50 figures of one indicator and month': {
    source: `query { dataValues(first: 50, filter: { current: true, program: ["PRG-15"], asOfFrom: "2021-06-01", asOfTo: "2021-06-30" }, orderBy: RECORDED_AT_DESC) {
      nodes { value numerator denominator asOf unit { fullName } indicator { key } period { key } } } }`,
    count: ({ dataValues }) => dataValues.nodes.length,
  },
  'nested: a district, 17 communes, 6 reports each, 8 figures each': {
    source: `query ($district: ID!) { node(id: $district) { ... on AdministrativeUnit { fullName children(first: 17) { nodes { fullName
      reports(first: 6, orderBy: AS_OF_DESC) { nodes { state asOf
        dataValues(first: 8, filter: { current: true }) { nodes { value numerator denominator indicator { key } } } } } } } } } }`,
    count: ({ node }) =>
      node.children.nodes.reduce(
        (sum, { reports }) =>
          sum + reports.nodes.reduce((n, { dataValues }) => n + dataValues.nodes.length, 0),
        0,
      ),
  },
  'roll-up: one indicator and year of the whole': {
    source: `query ($unit: ID!) { indicatorAggregate(indicator: "social-care.gift-cards", unit: $unit, period: { calendar: YEAR, key: "2021" },
      basis: AS_REPORTED, state: PROVISIONAL_AND_ACCEPTED) { value coverage { have needed } } }`,
    count: () => 1,
  },
  'reporting row: one indicator and month of the whole': {
    source: `query ($unit: ID!) { reportingRow(indicator: "social-care.gift-cards", unit: $unit, period: { calendar: MONTH, key: "2021-09" }) {
      inPeriod cumulative inPeriodChange { samePeriodLastYear difference } cumulativeChange { samePeriodLastYear difference relativeChange } } }`,
    count: () => 1,
  },
  'ranking: a page of 50 communes of the whole by a sum of the year': {
    source: ranking('FIGURE'),
    count: ({ unitRanking }) => unitRanking.nodes.length,
  },
  'ranking: the same by percent of plan': {
    source: ranking('PERCENT_OF_PLAN'),
    count: ({ unitRanking }) => unitRanking.nodes.length,
  },
  'ranking: a page of 50 of the communes of ten provinces by percent of plan': {
    source: ranking('PERCENT_OF_PLAN'),
    count: ({ unitRanking }) => unitRanking.nodes.length,
    provinces: 10,
  },
  'roll-up: the same of the district': {
    source: `query ($district: ID!) { indicatorAggregate(indicator: "social-care.gift-cards", unit: $district, period: { calendar: YEAR, key: "2021" },
      basis: AS_REPORTED, state: PROVISIONAL_AND_ACCEPTED) { value coverage { have needed } } }`,
    count: () => 1,
  },
};

// How Mercurius and Yoga read: the statements over a pool, and rows dealt out to the parents that asked for them.
import * as sql from './statements.mjs';

/** @param {import('pg').Pool} pool */
export function makeReader(pool) {
  const rows = async (statement, ...values) => (await pool.query({ ...statement, values })).rows;
  const byId = async (statement, ids) => {
    const wanted = [...new Set(ids)];
    const found = new Map((await rows(statement, wanted)).map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  };
  return {
    unitByCode: async (code) => (await rows(sql.unitByCode, code))[0] ?? null,
    units: (ids) => byId(sql.unitsById, ids),
    forms: (ids) => byId(sql.formsById, ids),
    periods: (ids) => byId(sql.periodsById, ids),
    indicators: (ids) => byId(sql.indicatorsById, ids),
    children: async (ids) => dealOut(ids, await rows(sql.childrenOfUnits, ids), 'parentId'),
    reportsOfUnits: async (ids, { form, first }) =>
      dealOut(ids, await rows(sql.reportsOfUnits, ids, form, first), 'unitId'),
    values: async (ids, { first }) => dealOut(ids, await rows(sql.valuesOfReports, ids, first), 'reportId'),
    reportsOfDistrict: ({ district, program, state, first }) =>
      rows(sql.reportsOfDistrict, district, program, state, first),
    targets: ({ unit, program }) => rows(sql.targetsWithSums, unit, program),
    saveReport: (input) => saveReport(pool, input),
  };
}

/** The rows of each parent, in the order of the parents. */
function dealOut(ids, rows, parent) {
  const groups = new Map(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row[parent]).push(row);
  return [...groups.values()];
}

/** One report with its figures, or nothing. */
async function saveReport(pool, { form, unit, period, items }) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const saved = await client.query({ ...sql.insertReport, values: [form, unit, period] });
    const [report] = saved.rows;
    const indicators = items.map(({ indicator }) => indicator);
    const figures = items.map(({ value }) => value);
    await client.query({ ...sql.insertValues, values: [report.id, indicators, figures] });
    await client.query('commit');
    return report;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

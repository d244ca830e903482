import type { Connection } from './connection.ts';

const reports = `select id from core.report where as_of < '2019-10-01'
  and template_id in (select id from core.report_template where key like 'bench-%')`;

/**
 * Counts what the write workload has left behind and takes it away, so that every server begins with the same tables.
 * @throws Error where it is not what was answered for.
 */
export async function takeBack({ query }: Connection, answered: number): Promise<void> {
  const [counted] = await query<{ reports: string; whole: string }>(
    `select count(*) as reports, count(*) filter (where figures = 8) as whole
     from (select report.id, count(d.id) as figures from (${reports}) report
       left join core.data_value d on d.report_id = report.id group by report.id) saved`,
  );
  await query(`delete from core.data_value where report_id in (${reports})`);
  await query(`delete from core.report where id in (${reports})`);
  await query('vacuum core.report, core.data_value');
  if (Number(counted!.reports) !== answered || Number(counted!.whole) !== answered) {
    throw new Error(
      `${answered} reports were answered for, but ${counted!.reports} are there, ${counted!.whole} of them whole.`,
    );
  }
}

/** Where the three sizes begin: Trảng Bom district, Đồng Nai province, the country. */
export const roots = { district: '737', province: '75', nation: 'VN' };

/** Rows and bytes of what the figures take. */
export const sizesOf = (sql) =>
  sql(
    `select * from (
       select 'figures that count' as what, count(*)::bigint as rows, '' as bytes from core.data_value where superseded_at is null
       union all select 'figures in all', count(*), pg_size_pretty(pg_total_relation_size('core.data_value')) from core.data_value
       union all select 'reports', count(*), pg_size_pretty(pg_total_relation_size('core.report')) from core.report
       union all select 'database', null, pg_size_pretty(pg_database_size(current_database()))
     ) sizes`,
  );

-- What PostGraphile would read off tables, told of views: keys, relations, and names for both ends.
comment on view bench.unit is E'@primaryKey id\n@unique code\n@foreignKey (parent_id) references bench.unit (id)|@fieldName parent|@foreignFieldName children';
comment on view bench.program is E'@primaryKey id\n@unique code';
comment on view bench.indicator is E'@primaryKey id\n@unique key';
comment on view bench.period is E'@primaryKey id';
comment on view bench.form is E'@primaryKey id\n@unique key';
comment on view bench.report is E'@primaryKey id\n@foreignKey (unit_id) references bench.unit (id)|@fieldName unit|@foreignFieldName reports\n@foreignKey (form_id) references bench.form (id)|@fieldName form\n@foreignKey (period_id) references bench.period (id)|@fieldName period';
comment on view bench.district_report is E'@primaryKey id\n@foreignKey (unit_id) references bench.unit (id)|@fieldName unit|@foreignFieldName districtReports\n@foreignKey (form_id) references bench.form (id)|@fieldName form|@foreignFieldName districtReports\n@foreignKey (period_id) references bench.period (id)|@fieldName period|@foreignFieldName districtReports';
comment on view bench.data_value is E'@primaryKey id\n@foreignKey (report_id) references bench.report (id)|@fieldName report|@foreignFieldName dataValues\n@foreignKey (indicator_id) references bench.indicator (id)|@fieldName indicator';
comment on view bench.target is E'@primaryKey id\n@unique code\n@foreignKey (indicator_id) references bench.indicator (id)|@fieldName indicator\n@foreignKey (program_id) references bench.program (id)|@fieldName program|@foreignFieldName targets\n@foreignKey (unit_id) references bench.unit (id)|@fieldName unit|@foreignFieldName targets';
comment on view bench.reporting_row is E'@primaryKey target_id\n@foreignKey (target_id) references bench.target (id)|@fieldName target|@foreignSingleFieldName reportingRow';
comment on view bench.target_span is '@behavior -*';
comment on view bench.target_figure is '@behavior -*';

import { readOnlyRows, type Migration, type RowRule } from '@phoihop/platform';

/** What `core.caller_facts` reads; a test compares the two. */
export const tablesOfRights = [
  'assignment',
  'program_participant',
  'role',
  'unit_group',
  'unit_group_member',
  'unit_reach',
  'user_account',
] as const;

/** Who may read the numbers. */
export const rightsVersionTables: Readonly<Record<string, RowRule>> = {
  rights_version: readOnlyRows('A number that says nothing but whether somebody’s rights have changed.'),
};

/** In a statement: the number its own view of the data has. */
export const rightsVersionSql = '(select sum(version) from core.rights_version)';

/**
 * A number that grows with every change of what rights are made of, in the transaction of the change. Who asks for it in
 * the same statement as for data knows whether rights that were loaded earlier are still those of today.
 *
 * A sequence would not do: it shows a change before it is committed. The sum of what has been committed only grows. Many
 * rows, of which a transaction raises the one that is its own, so that nobody who changes rights is kept waiting by a
 * change that takes long.
 */
export const rightsVersionMigration: Migration = {
  name: '0016_rights_version',
  up: /* sql */ `
    create table core.rights_version (
      part int primary key,
      version bigint not null
    ) with (fillfactor = 10);
    insert into core.rights_version (part, version) select part, 1 from generate_series(0, 63) as part;
    comment on table core.rights_version is 'Grows whenever an account, an assignment or what scopes are made of changes.';

    create function core.rights_changed() returns trigger
      language plpgsql security definer
      set search_path = pg_catalog, public, pg_temp
    as $$
    begin
      if exists (select from changed) then
        update core.rights_version set version = version + 1
          where part = (pg_current_xact_id()::text::numeric % 64)::int;
      end if;
      return null;
    end
    $$;

    -- A part of core that is not installed has no tables.
    do $$
    declare
      the_table text;
    begin
      foreach the_table in array array[${tablesOfRights.map((table) => `'${table}'`).join(', ')}] loop
        continue when to_regclass('core.' || the_table) is null;
        execute format('create trigger rights_inserted after insert on core.%I
          referencing new table as changed for each statement execute function core.rights_changed()', the_table);
        execute format('create trigger rights_updated after update on core.%I
          referencing new table as changed for each statement execute function core.rights_changed()', the_table);
        execute format('create trigger rights_deleted after delete on core.%I
          referencing old table as changed for each statement execute function core.rights_changed()', the_table);
      end loop;
    end
    $$;
  `,
  down: /* sql */ `
    drop function core.rights_changed() cascade;
    drop table core.rights_version;
  `,
};

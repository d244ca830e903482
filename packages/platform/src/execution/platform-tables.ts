import type { Migration, TableSecurity } from '@phoihop/database';

/** What the platform itself keeps: the audit trail and idempotency keys, in the schema `platform`. */
export const platformMigrations: readonly Migration[] = [
  {
    name: '0001_platform',
    up: `
      create schema if not exists platform;
      create table platform.audit_event (
        id bigint generated always as identity primary key,
        recorded_at timestamptz not null default clock_timestamp(),
        business_date date,
        actor_id bigint,
        action text not null,
        subject_type text not null,
        subject_id bigint,
        facts jsonb not null default '{}',
        request_id text
      );
      create index audit_event_subject on platform.audit_event (subject_type, subject_id, id);
      create index audit_event_actor on platform.audit_event (actor_id, id);
      create table platform.idempotency_key (
        actor_id bigint not null,
        key uuid not null,
        request_hash text not null,
        result jsonb,
        created_at timestamptz not null default clock_timestamp(),
        primary key (actor_id, key)
      );
      create table platform.plugin_state (
        plugin_id text primary key,
        enabled boolean not null,
        changed_at timestamptz not null default clock_timestamp()
      );
      -- Whether the caller of this transaction holds a permission in some scope.
      create function platform.has_permission(wanted text) returns boolean
        language sql stable parallel safe
        return coalesce(wanted = any (string_to_array(current_setting('phoihop.permissions', true), ',')), false);
      -- The user this transaction acts for; null when nobody is signed in.
      create function platform.caller_id() returns bigint
        language sql stable parallel safe
        return nullif(current_setting('phoihop.user_id', true), '')::bigint;
      -- The business date of this transaction.
      create function platform.business_date() returns date
        language sql stable parallel safe
        return nullif(current_setting('phoihop.business_date', true), '')::date;
    `,
    down: `drop schema platform cascade;`,
  },
];

/** Row rules of the platform's tables: audit rows are added, read by who may, never changed. */
export const platformTables: readonly TableSecurity[] = [
  {
    schema: 'platform',
    table: 'audit_event',
    select: { using: `(select platform.has_permission('core:audit.read'))` },
    insert: { using: `actor_id is not distinct from (select platform.caller_id())` },
    update: 'never',
    delete: 'never',
  },
  {
    schema: 'platform',
    table: 'idempotency_key',
    select: { using: 'actor_id = (select platform.caller_id())' },
    insert: { using: 'actor_id = (select platform.caller_id())' },
    update: { using: 'actor_id = (select platform.caller_id())' },
    delete: 'never',
  },
  {
    schema: 'platform',
    table: 'plugin_state',
    select: 'always',
    insert: 'never',
    update: 'never',
    delete: 'never',
  },
];

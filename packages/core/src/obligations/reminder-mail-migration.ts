import type { Migration } from '@phoihop/platform';

/** Who was reminded by mail on which business date: nobody twice a day. */
export const reminderMailMigration: Migration = {
  name: '0029_reminder_mails',
  up: /* sql */ `
create table core.reminder_mail (
  user_id bigint not null references core.user_account (id),
  business_date date not null,
  reminders int not null check (reminders > 0),
  sent_at timestamptz not null default now(),
  primary key (user_id, business_date)
);
`,
  down: /* sql */ `drop table core.reminder_mail;`,
};

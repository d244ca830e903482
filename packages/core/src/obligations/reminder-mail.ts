import type { Caller, PluginServices } from '@phoihop/platform';
import { loadCaller } from '../access/caller.js';
import { vietnameseDate } from '../periods/calendars-dates.js';

/** Somebody who may be reminded by mail. */
export interface Remindable {
  readonly caller: Caller;
  readonly username: string;
  readonly fullName: string;
  readonly email: string;
}

/** A mail as it is handed to whoever sends mails. */
export interface ReminderMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Who can do something about what is due: with an address, signed up, and not reminded yet on the business date. */
export async function remindable(services: PluginServices): Promise<Remindable[]> {
  const { database, clock } = services;
  const accounts = await database.asSystem('whom to remind by mail', (session) =>
    session.query<{
      id: number;
      session_version: number;
      username: string;
      full_name: string;
      email: string;
    }>(
      `select account.id, account.session_version, account.username, person.full_name, person.email
         from core.user_account account join core.person on person.id = account.person_id
        where account.disabled_at is null and person.email is not null
          and not exists (select from core.reminder_mail mail
            where mail.user_id = account.id and mail.business_date = $1::date)
        order by account.id`,
      [clock.businessDate],
    ),
  );
  const people: Remindable[] = [];
  for (const { id, session_version: sessionVersion, username, full_name: fullName, email } of accounts) {
    const caller = await loadCaller(services, { userId: id, sessionVersion });
    if (caller && mayAct.some((permission) => caller.permissions.has(permission)))
      people.push({ caller, username, fullName, email });
  }
  return people;
}

const mayAct = [
  'core:report.submit',
  'core:report.verify',
  'core:report.accept',
  'core:agreement.fulfill',
  'core:agreement.manage',
];

/** One mail with all that somebody is reminded of, in Vietnamese, the longest overdue first. */
export function reminderMail(
  { fullName, email }: Pick<Remindable, 'fullName' | 'email'>,
  sentences: readonly string[],
  businessDate: string,
): ReminderMail {
  const day = vietnameseDate(businessDate);
  return {
    to: email,
    subject: `Nhắc việc ngày ${day}: ${sentences.length} việc sắp đến hạn, đến hạn hoặc quá hạn`,
    text: [
      `Kính gửi ${fullName},`,
      '',
      `Đến ngày ${day}, các việc sau sắp đến hạn, đến hạn hoặc quá hạn:`,
      '',
      ...sentences.map((sentence, index) => `${index + 1}. ${sentence}`),
      '',
      'Thư này do hệ thống Phối Hợp gửi tự động; xin đăng nhập hệ thống để xử lý, không trả lời thư này.',
      '',
    ].join('\n'),
  };
}

/** Keeps that somebody was reminded, so that it does not happen twice on a day. */
export async function keepReminderMail(
  { database, clock }: PluginServices,
  { caller }: Pick<Remindable, 'caller'>,
  reminders: number,
): Promise<void> {
  await database.asSystem('a reminder was sent by mail', (session) =>
    session.query(
      `insert into core.reminder_mail (user_id, business_date, reminders) values ($1, $2, $3) on conflict do nothing`,
      [caller.userId, clock.businessDate, reminders],
    ),
  );
}

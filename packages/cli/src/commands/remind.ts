import {
  keepReminderMail,
  remindable,
  reminderMail,
  type Remindable,
  type ReminderMail,
} from '@phoihop/core';
import type { Engine } from '@phoihop/platform/engine';
import { createTransport } from 'nodemailer';
import type { Host } from '../host.js';
import { CommandError } from '../project.js';
import { withEngine } from '../with-engine.js';

/** How many things one mail names at most; as many as the API gives at once. */
const MOST = 200;

const asked = `{ reminders(first: ${MOST}) { sentence } }`;

/** What became of a run. */
export interface Reminded {
  readonly sent: readonly string[];
  /** Whose mail could not be sent, and why. */
  readonly failed: readonly { readonly username: string; readonly message: string }[];
}

/** Everybody with something to be reminded of, asked as they are: exactly what `reminders` answers them. */
async function* duePeople(
  engine: Engine,
  failed: Reminded['failed'][number][] = [],
): AsyncGenerator<{ person: Remindable; sentences: string[] }> {
  for (const person of await remindable(engine.servicesFor('core'))) {
    const answer = await engine.graphql({ source: asked, caller: person.caller, locale: 'vi' });
    const { data, errors } = answer as { data?: { reminders: { sentence: string }[] }; errors?: Error[] };
    if (errors) {
      failed.push({ username: person.username, message: errors[0]!.message });
      continue;
    }
    const sentences = data!.reminders.map(({ sentence }) => sentence);
    if (sentences.length > 0) yield { person, sentences };
  }
}

/** Mails them, once a day each; a mail that could not be sent is tried again by the next run. */
export async function remind(
  engine: Engine,
  send: (mail: ReminderMail) => Promise<unknown>,
): Promise<Reminded> {
  const services = engine.servicesFor('core');
  const sent: string[] = [];
  const failed: Reminded['failed'][number][] = [];
  for await (const { person, sentences } of duePeople(engine, failed)) {
    try {
      await send(reminderMail(person, sentences, services.clock.businessDate));
    } catch (error) {
      failed.push({ username: person.username, message: (error as Error).message });
      continue;
    }
    await keepReminderMail(services, person, sentences.length);
    sent.push(person.username);
  }
  return { sent, failed };
}

/**
 * `phoihop remind`, to be run once a day.
 * @throws CommandError where mail is not configured, or some mail could not be sent; the others were.
 */
export async function remindCommand(host: Host, { dryRun = false } = {}): Promise<string> {
  const { mail } = host;
  if (dryRun) return withEngine(host, preview);
  if (!mail)
    throw new CommandError('No mail server is configured: set SMTP_URL and MAIL_FROM, or try --dry-run.');
  const transport = createTransport(mail.url);
  try {
    return await withEngine(host, async (engine) => {
      const { sent, failed } = await remind(engine, (one) => transport.sendMail({ from: mail.from, ...one }));
      const told = `${sent.length} people were reminded by mail`;
      if (failed.length === 0) return told;
      const reasons = failed.map(({ username, message }) => `  ${username}: ${message}`).join('\n');
      throw new CommandError(
        `${told}; ${failed.length} mails could not be sent and are tried again by the next run:\n${reasons}`,
      );
    });
  } finally {
    transport.close();
  }
}

/** Whom there is something to remind of, without sending or keeping anything. */
async function preview(engine: Engine): Promise<string> {
  const lines: string[] = [];
  for await (const { person, sentences } of duePeople(engine))
    lines.push(`  ${person.username} <${person.email}>: ${sentences.length}`);
  return [`${lines.length} people would be reminded by mail`, ...lines].join('\n');
}

/** Reminders by mail: what `reminders` answers, to each once a day, and again where a mail could not be sent. */
import type { ReminderMail } from '@phoihop/core';
import type { TestBed } from '@phoihop/testing';
import { remind } from '../../packages/cli/src/commands/remind.js';
import { createFullBed } from '../support/full-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await createFullBed({ businessDate: '2021-10-04' });
}, 600_000);
afterAll(() => bed?.close());

async function run(unreachable: string | null = null) {
  const mails: ReminderMail[] = [];
  const { sent, failed } = await remind(bed.engine, async (mail) => {
    if (mail.to === unreachable) throw new Error('550 no such mailbox');
    mails.push(mail);
  });
  return { mails, sent, failed };
}

const chair = 'chair.bau-ham@trangbom.example';

test('each person with something to do gets one mail with what the API answers, and nobody else', async () => {
  const { mails, sent, failed } = await run(chair);
  expect(failed).toEqual([{ username: 'chair.bau-ham', message: '550 no such mailbox' }]);
  expect(new Set(sent).size).toBe(sent.length);
  expect(sent).toEqual(expect.arrayContaining(['chair.cay-gao', 'officer.cluster4']));
  // A clerk hands nothing in, an auditor follows nothing up.
  expect(sent).not.toContain('clerk.bau-ham');
  expect(sent).not.toContain('auditor');
  const { data } = await bed.graphql('{ reminders(first: 200) { sentence } }', {
    caller: await bed.as('chair.cay-gao'),
    locale: 'vi',
  });
  const { subject, text } = mails.find(({ to }) => to === 'chair.cay-gao@trangbom.example')!;
  expect(data.reminders.length).toBeGreaterThan(0);
  expect(subject).toBe(
    `Nhắc việc ngày 4/10/2021: ${data.reminders.length} việc sắp đến hạn, đến hạn hoặc quá hạn`,
  );
  data.reminders.forEach(({ sentence }: { sentence: string }, index: number) =>
    expect(text).toContain(`${index + 1}. ${sentence}`),
  );
});

test('a second run on the day sends only what could not be sent', async () => {
  expect((await run()).mails.map(({ to }) => to)).toEqual([chair]);
  expect((await run()).mails).toEqual([]);
});

test('the next day everybody is reminded again', async () => {
  bed.setBusinessDate('2021-10-05');
  expect((await run()).mails.map(({ to }) => to)).toContain(chair);
});

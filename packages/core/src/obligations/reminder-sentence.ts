import type { Locale } from '@phoihop/platform';
import { vietnameseDate } from '../periods/calendars-dates.js';

/** What a reminder tells. Names are those in the language of the caller. */
export interface ReminderFacts {
  readonly unit: string;
  readonly form: string;
  readonly period: string;
  readonly dueOn: string;
  /** Days until the deadline; negative: since it. */
  readonly daysLeft: number;
  /** Whether it was handed in and given back: to be mended, whatever the deadline. */
  readonly returned?: boolean;
}

/** One sentence that says whose report is due when. */
export function reminderSentence(locale: Locale, facts: ReminderFacts): string {
  return locale === 'vi' ? vietnamese(facts) : english(facts);
}

function vietnamese({ unit, form, period, dueOn, daysLeft, returned }: ReminderFacts): string {
  const day = vietnameseDate(dueOn);
  const what = `${unit}: ${form}, kỳ ${period}`;
  if (returned) return `${what} đã bị trả lại, phải sửa và nộp lại (hạn nộp ${day}).`;
  if (daysLeft < 0) return `${what} đã quá hạn ${-daysLeft} ngày (hạn nộp ${day}).`;
  if (daysLeft === 0) return `${what} đến hạn nộp hôm nay, ${day}.`;
  return `${what} còn ${daysLeft} ngày đến hạn nộp ${day}.`;
}

function english({ unit, form, period, dueOn, daysLeft, returned }: ReminderFacts): string {
  const what = `${unit}: ${form}, ${period},`;
  if (returned) return `${what} was given back, to be mended and handed in again (it was due on ${dueOn}).`;
  if (daysLeft < 0) return `${what} is overdue by ${days(-daysLeft)} (it was due on ${dueOn}).`;
  if (daysLeft === 0) return `${what} is due today, ${dueOn}.`;
  return `${what} is due in ${days(daysLeft)}, on ${dueOn}.`;
}

const days = (number: number): string => (number === 1 ? '1 day' : `${number} days`);

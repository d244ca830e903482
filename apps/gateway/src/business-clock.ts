import type { Clock } from '@phoihop/platform';

/** Days begin and end in Việt Nam, wherever the machine stands. */
const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The clock of the programs: a fixed day, or today. */
export function businessClock(businessDate: string, now: () => Date = () => new Date()): Clock {
  return {
    get businessDate() {
      return businessDate === 'today' ? day.format(now()) : businessDate;
    },
    now,
  };
}

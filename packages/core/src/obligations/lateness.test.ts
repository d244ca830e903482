import type { Caller } from '@phoihop/platform';
import { reminderSentence } from './reminder-sentence.js';
import { codeOf, startObligationsBed, type ObligationsBed } from './test-bed.js';

let bed: ObligationsBed;
let standing: Caller;
beforeAll(async () => {
  bed = await startObligationsBed();
  standing = await bed.person('standing', '737');
  await bed.setDeadline('2021-01-04', { validFrom: '2021-01-04' });
  // Cây Gáo: January in time, February 4 days late, March 9, April 14 days late, May waived, June to September missing.
  await bed.handIn('26254', '2021-01', '2021-02-05');
  await bed.handIn('26254', '2021-02', '2021-03-09');
  await bed.handIn('26254', '2021-03', '2021-04-14');
  await bed.handIn('26254', '2021-04', '2021-05-19');
  // Bàu Hàm: January 1 day late, February 4; October handed in early.
  await bed.handIn('26257', '2021-01', '2021-02-06');
  await bed.handIn('26257', '2021-02', '2021-03-09');
  await bed.handIn('26257', '2021-10', '2021-10-14');
  bed.setBusinessDate('2021-10-15');
  const { data } = await bed.ask(
    `query ($unit: ID!) { obligations(filter: { unit: $unit, dueOnFrom: "2021-06-01", dueOnTo: "2021-06-30" }) { nodes { id version } } }`,
    standing,
    { unit: await bed.unitId('26254') },
  );
  const [{ id, version }] = data.obligations.nodes;
  const waived = await bed.ask(
    `mutation ($input: WaiveObligationInput!) { waiveObligation(input: $input) { id } }`,
    standing,
    { input: { obligation: id, expectedVersion: version, reason: 'bão lụt' } },
  );
  expect(waived.errors).toBeUndefined();
}, 600_000);
afterAll(() => bed?.stop());

const counts = 'owed onTime late missing open waived medianDaysLate';
const ask = async (args: string, caller = standing, unit = '737', today = '2021-10-15') => {
  bed.setBusinessDate(today);
  return bed.ask(
    `{ lateness(unit: "${await bed.unitId(unit)}", ${args}) { all { ${counts} } units { ${counts} unit { code } } unitCount hasNextPage } }`,
    caller,
  );
};
const lateness = async (...asked: Parameters<typeof ask>) => {
  const { data, errors } = await ask(...asked);
  expect(errors).toBeUndefined();
  return data.lateness;
};

describe('lateness', () => {
  test('is what one counts by hand', async () => {
    const { all, units, unitCount, hasNextPage } = await lateness('year: 2021');
    const of = (code: string) => units.find(({ unit }: any) => unit.code === code);
    expect(of('26254')).toMatchObject({
      owed: 12, onTime: 1, late: 3, missing: 4, open: 3, waived: 1, medianDaysLate: '9', // of 4, 9, 14
    }); // prettier-ignore
    expect(of('26257')).toMatchObject({
      owed: 12, onTime: 1, late: 2, missing: 7, open: 2, waived: 0, medianDaysLate: '2.5', // of 1, 4
    }); // prettier-ignore
    expect(of('26260')).toMatchObject({
      owed: 12, onTime: 0, late: 0, missing: 9, open: 3, waived: 0, medianDaysLate: null,
    }); // prettier-ignore
    expect(all).toEqual({
      owed: 17 * 12, onTime: 2, late: 5, missing: 4 + 7 + 15 * 9, open: 3 + 2 + 15 * 3, waived: 1, medianDaysLate: '4', // of 1, 4, 4, 9, 14
    }); // prettier-ignore
    expect([unitCount, units.length, hasNextPage]).toEqual([17, 17, false]);
    for (const { owed, onTime, late, missing, open, waived } of [all, ...units])
      expect(onTime + late + missing + open + waived).toBe(owed);
  });

  test('changes with the day: what is open becomes missing the day after the deadline', async () => {
    const asked = ['from: "2021-10-31", to: "2021-10-31"', standing, '26260'] as const;
    expect((await lateness(...asked, '2021-11-05')).all).toMatchObject({ owed: 1, open: 1, missing: 0 });
    expect((await lateness(...asked, '2021-11-06')).all).toMatchObject({ owed: 1, open: 0, missing: 1 });
  });

  test('is of the days, the form and the program asked for', async () => {
    expect((await lateness('from: "2021-01-01", to: "2021-01-31"')).all).toMatchObject({
      owed: 17,
      onTime: 1,
      late: 1,
    });
    expect((await lateness('year: 2021, template: "test-monthly"')).all.owed).toBe(204);
    expect(await lateness('first: 50')).toEqual(await lateness('year: 2021'));
    expect((await lateness('year: 2021, template: "test-yearly"')).all).toMatchObject({
      owed: 0,
      medianDaysLate: null,
    });
    expect((await lateness('year: 2021, program: "PRG-90"')).all.owed).toBe(0);
  });

  test('comes page by page, the whole the same on each', async () => {
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 3; page += 1) {
      bed.setBusinessDate('2021-10-15');
      const { data } = await bed.ask(
        `{ lateness(unit: "${await bed.unitId('737')}", year: 2021, first: 7${after}) { all { owed } unitCount hasNextPage units { unit { id code } } } }`,
        standing,
      );
      const { all, unitCount, hasNextPage, units } = data.lateness;
      expect([all.owed, unitCount, hasNextPage, units.length]).toEqual([204, 17, page < 2, page < 2 ? 7 : 3]);
      seen.push(...units.map(({ unit }: any) => unit.code));
      after = `, after: "${units.at(-1).unit.id}"`;
    }
    expect(new Set(seen).size).toBe(17);
  });

  test('is of what the caller sees', async () => {
    const chair = await bed.person('chair', '26254');
    expect(await lateness('year: 2021', chair)).toMatchObject({ all: { owed: 12, late: 3 }, unitCount: 1 });
    expect(await lateness('year: 2021', await bed.person('standing', '731'))).toMatchObject({
      all: { owed: 0 },
      units: [],
    });
    expect(codeOf(await ask('year: 2021', await bed.person('administrator', '737')))).toBe('FORBIDDEN');
  });

  test.each([
    'year: 2021, from: "2021-01-01"',
    'from: "2021-01-01"',
    'from: "2021-02-01", to: "2021-01-01"',
    'year: 20210',
  ])('is refused for %s', async (args) => {
    expect(codeOf(await ask(args))).toBe('BAD_USER_INPUT');
  });
});

test.each([
  ['lateness', () => ask('year: 2021, first: 201')],
  ['reminders', () => bed.ask('{ reminders(first: 201) { sentence } }', standing)],
])('a page of %s is as large as one of any other list', async (_, asked) => {
  const { errors } = await asked();
  expect(errors![0]!.extensions).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'first',
    given: 201,
    allowed: '0..200',
  });
});

describe('reminders', () => {
  const remind = async (caller: Caller, today: string, locale: 'vi' | 'en' = 'en', args = '') => {
    bed.setBusinessDate(today);
    const { data, errors } = await bed.ask(
      `{ reminders${args} { task daysLeft sentence obligation { status unit { code } period { key } } } }`,
      caller,
      {},
      locale,
    );
    expect(errors).toBeUndefined();
    return data.reminders as {
      task: string;
      daysLeft: number;
      sentence: string;
      obligation: { status: string; unit: { code: string }; period: { key: string } };
    }[];
  };

  test('tell the commune what to hand in, and no other commune’s', async () => {
    const mine = await remind(await bed.person('chair', '26254'), '2021-10-31');
    expect(
      mine.map(({ task, daysLeft, obligation }) => [
        obligation.period.key,
        obligation.status,
        task,
        daysLeft,
      ]),
    ).toEqual([
      ['2021-06', 'OVERDUE', 'HAND_IN', -118],
      ['2021-07', 'OVERDUE', 'HAND_IN', -87],
      ['2021-08', 'OVERDUE', 'HAND_IN', -55],
      ['2021-09', 'OVERDUE', 'HAND_IN', -26],
      ['2021-10', 'DUE', 'HAND_IN', 5],
    ]);
    expect(mine[0]!.sentence).toBe(
      'Xã Cây Gáo: Monthly report, June 2021, is overdue by 118 days (it was due on 2021-07-05).',
    );
    expect(new Set(mine.map(({ obligation }) => obligation.unit.code))).toEqual(new Set(['26254']));
  });

  test('speak Vietnamese', async () => {
    const mine = await remind(await bed.person('chair', '26254'), '2021-10-31', 'vi');
    expect(mine[0]!.sentence).toBe(
      'Xã Cây Gáo: Báo cáo tháng, kỳ Tháng 6/2021 đã quá hạn 118 ngày (hạn nộp 5/7/2021).',
    );
    expect(mine.at(-1)!.sentence).toBe(
      'Xã Cây Gáo: Báo cáo tháng, kỳ Tháng 10/2021 còn 5 ngày đến hạn nộp 5/11/2021.',
    );
  });

  test('tell officers and the standing committee what to follow up, the longest overdue first', async () => {
    for (const kind of ['officer', 'standing'] as const) {
      const all = await remind(await bed.person(kind, '737'), '2021-10-15', 'en', '(first: 200)');
      expect(all).toHaveLength(4 + 7 + 15 * 9);
      expect(new Set(all.map(({ task }) => task))).toEqual(new Set(['FOLLOW_UP']));
      const days = all.map(({ daysLeft }) => daysLeft);
      expect(days).toEqual([...days].sort((a, b) => a - b));
    }
    expect(await remind(standing, '2021-10-15', 'en', '(first: 3)')).toHaveLength(3);
  });

  test('are empty for who can do nothing about it', async () => {
    expect(await remind(await bed.person('clerk', '26254'), '2021-10-15')).toEqual([]);
    expect(await remind(await bed.person('standing', '731'), '2021-10-15')).toEqual([]);
  });

  test.each([
    [
      1,
      'Xã A: Báo cáo, kỳ Tháng 1 còn 1 ngày đến hạn nộp 5/2/2021.',
      'Xã A: Báo cáo, Tháng 1, is due in 1 day, on 2021-02-05.',
    ],
    [
      0,
      'Xã A: Báo cáo, kỳ Tháng 1 đến hạn nộp hôm nay, 5/2/2021.',
      'Xã A: Báo cáo, Tháng 1, is due today, 2021-02-05.',
    ],
    [
      -1,
      'Xã A: Báo cáo, kỳ Tháng 1 đã quá hạn 1 ngày (hạn nộp 5/2/2021).',
      'Xã A: Báo cáo, Tháng 1, is overdue by 1 day (it was due on 2021-02-05).',
    ],
  ])('say %i days in a sentence', (daysLeft, vi, en) => {
    const facts = { unit: 'Xã A', form: 'Báo cáo', period: 'Tháng 1', dueOn: '2021-02-05', daysLeft };
    expect([reminderSentence('vi', facts), reminderSentence('en', facts)]).toEqual([vi, en]);
  });
});

test('working days can be asked for', async () => {
  const { data, errors } = await bed.ask(
    `{ workingDays(from: "2021-02-08", to: "2021-02-19") { count holidaysKnown }
       unknown: workingDays(from: "2023-01-01", to: "2023-01-31") { count holidaysKnown }
       workingDayAfter(date: "2021-02-17", days: -1) { date holidaysKnown }
       holidays(filter: { dateFrom: "2021-04-01", dateTo: "2021-05-31", toCheck: true }) { nodes { date title kind toCheck } } }`,
    standing,
    {},
    'vi',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    workingDays: { count: 5, holidaysKnown: true },
    unknown: { count: 22, holidaysKnown: false },
    workingDayAfter: { date: '2021-02-09', holidaysKnown: true },
    holidays: {
      nodes: [
        { date: '2021-04-21', title: 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', kind: 'HOLIDAY', toCheck: true },
        { date: '2021-05-03', title: 'Nghỉ bù ngày 1/5', kind: 'HOLIDAY', toCheck: true },
      ],
    },
  });
  expect(
    codeOf(await bed.ask(`{ workingDays(from: "2021-02-08", to: "2021-02-07") { count } }`, standing)),
  ).toBe('BAD_USER_INPUT');
  expect(
    codeOf(await bed.ask(`{ workingDays(from: "1600-02-08", to: "2021-02-07") { count } }`, standing)),
  ).toBe('BAD_USER_INPUT');
  expect(codeOf(await bed.ask(`{ workingDayAfter(date: "2021-02-08", days: 367) { date } }`, standing))).toBe(
    'BAD_USER_INPUT',
  );
});

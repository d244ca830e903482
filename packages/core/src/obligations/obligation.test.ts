/** What is owed: where it stands on a day, how a unit is excused from it, and how it is listed. */
import type { Caller } from '@phoihop/platform';
import { codeOf, startObligationsBed, type ObligationsBed } from './test-bed.js';
import { excusing } from './test-excusing.js';

let bed: ObligationsBed;
let standing: Caller;
beforeAll(async () => {
  bed = await startObligationsBed();
  standing = await bed.person('standing', '737');
  await bed.setDeadline('2021-01-04', { validFrom: '2021-01-04' });
}, 600_000);
afterAll(() => bed?.stop());

const standings = async (period: string, days: readonly string[], code = '26254') => {
  const found = [];
  for (const day of days) {
    const { status, daysLate, workingDaysLate } = (await bed.ofUnit(code, day))[period]!;
    found.push([day, status, daysLate, workingDaysLate]);
  }
  return found;
};

describe('where an obligation stands', () => {
  test('is decided by the day: before the notice, in it, on the deadline, after', async () => {
    // September, due on Tuesday 5 October, five days of notice.
    expect(
      await standings('2021-09', ['2021-09-29', '2021-09-30', '2021-10-05', '2021-10-06', '2021-10-11']),
    ).toEqual([
      ['2021-09-29', 'NOT_YET_DUE', 0, 0],
      ['2021-09-30', 'DUE', 0, 0],
      ['2021-10-05', 'DUE', 0, 0],
      ['2021-10-06', 'OVERDUE', 1, 1],
      ['2021-10-11', 'OVERDUE', 6, 4],
    ]);
  });

  test('handed in on the deadline is in time, the day after is late', async () => {
    await bed.handIn('26254', '2021-09', '2021-10-05');
    await bed.handIn('26257', '2021-09', '2021-10-06');
    await bed.handIn('26260', '2021-05', '2021-06-12'); // due on Monday 7, handed in on Saturday 12
    expect(await standings('2021-09', ['2021-10-15'])).toEqual([['2021-10-15', 'HANDED_IN', 0, 0]]);
    expect(await standings('2021-09', ['2021-10-15'], '26257')).toEqual([
      ['2021-10-15', 'HANDED_IN_LATE', 1, 1],
    ]);
    expect(await standings('2021-05', ['2021-10-15'], '26260')).toEqual([
      ['2021-10-15', 'HANDED_IN_LATE', 5, 4],
    ]);
  });

  test('a draft is not a hand-in; the first hand-in counts when it is returned and handed in again', async () => {
    const report = await bed.handIn('26263', '2021-08', '2021-09-06');
    bed.setBusinessDate('2021-09-20');
    const officer = await bed.person('officer', '737');
    const returned = await bed.ask(
      `mutation ($input: ReturnReportInput!) { returnReport(input: $input) { id version firstSubmittedOn obligation { status dueOn } } }`,
      officer,
      { input: { report: report.id, expectedVersion: report.version, reason: 'thiếu' } },
    );
    expect(returned.data.returnReport).toMatchObject({
      firstSubmittedOn: '2021-09-06',
      obligation: { status: 'RETURNED', dueOn: '2021-09-06' },
    });
    const { data: desk } = await bed.ask(
      '{ reminders { task sentence obligation { status period { key } } } }',
      await bed.person('chair', '26263'),
    );
    expect(desk.reminders).toContainEqual({
      task: 'HAND_IN',
      sentence: expect.stringContaining('was given back, to be mended and handed in again'),
      obligation: { status: 'RETURNED', period: { key: '2021-08' } },
    });
    const again = await bed.ask(
      `mutation ($input: ReportStepInput!) { submitReport(input: $input) { id version firstSubmittedOn } }`,
      await bed.person('chair', '26263'),
      { input: { report: report.id, expectedVersion: returned.data.returnReport.version } },
    );
    expect(again.data.submitReport.firstSubmittedOn).toBe('2021-09-06');
    const accepted = await bed.ask(
      `mutation ($input: ReportStepInput!) { acceptReport(input: $input) { id obligation { status daysLate report { state } } } }`,
      await bed.holder(
        90,
        ['core:value.read', 'core:report.read', 'core:report.accept', 'core:value.accept'],
        '737',
      ),
      { input: { report: report.id, expectedVersion: again.data.submitReport.version } },
    );
    expect(accepted.data.acceptReport.obligation).toEqual({
      status: 'ACCEPTED',
      daysLate: 0,
      report: { state: 'ACCEPTED' },
    });
  });

  test('a report that was there before its deadline was known is found', async () => {
    await bed.place.sql(`delete from core.obligation where false`);
    await bed.place.sql(`update core.report set obligation_id = null;
      update core.obligation set report_id = null, handed_in_on = null, accepted = false;
      delete from core.obligation`);
    const { added } = await bed.generate('2021-10-15');
    expect(added).toBe(17 * 24);
    expect(await standings('2021-09', ['2021-10-15'], '26257')).toEqual([
      ['2021-10-15', 'HANDED_IN_LATE', 1, 1],
    ]);
    expect(await standings('2021-08', ['2021-10-15'], '26263')).toEqual([['2021-10-15', 'ACCEPTED', 0, 0]]);
    const [linked] = await bed.place.sql<{ n: number }>(
      `select count(*)::int as n from core.report r join core.obligation o on o.id = r.obligation_id and o.report_id = r.id`,
    );
    expect(linked!.n).toBe(await bed.count('core.report'));
  });
});

describe('excusing', () => {
  const { waive, withdraw, nothingWritten, withOther } = excusing(() => bed);

  test('is for the level above, with a reason', async () => {
    const { data, errors } = await waive('2021-07', await bed.person('officer', '737'));
    expect(errors).toBeUndefined();
    expect(data.waiveObligation).toMatchObject({
      status: 'WAIVED',
      daysLate: null,
      workingDaysLate: null,
      waiveReason: 'chống dịch',
    });
    const [audited] = await bed.place.sql<{ facts: any }>(
      `select facts from platform.audit_event where action = 'core:obligation.waive'`,
    );
    expect(audited!.facts).toMatchObject({ dueOn: '2021-08-05', reason: 'chống dịch' });
  });

  test('is not for whoever may hand in the unit’s reports, in either language', async () => {
    const both = await bed.holder(
      80,
      ['core:report.read', 'core:obligation.waive', 'core:report.submit'],
      '737',
    );
    await nothingWritten(async () => {
      const english = await waive('2021-08', both);
      expect([codeOf(english), english.errors![0]!.message]).toEqual([
        'OBLIGATION_OWN',
        'Whoever may hand in the reports of a unit, with this account or another, cannot excuse it from them, give it more time or take that back: the level above has to.',
      ]);
      const vietnamese = await waive('2021-08', both, {}, 'vi');
      expect(vietnamese.errors![0]!.message).toMatch(/không được tự miễn/);
      // The row rule says the same to SQL that asks nobody.
      const { settings } = both;
      const rows = await bed.engine.database.transaction(
        { settings: { ...settings, business_date: '2021-10-15' } },
        (session) =>
          session.query(`update core.obligation set waive_reason = 'x', waived_at = now() returning id`),
      );
      expect(rows).toEqual([]);
    });
  });

  test.each([
    ['without a reason', '2021-08', { reason: ' ' }, 'REASON_REQUIRED', 'Cần ghi lý do ở input.reason.'],
    ['with an old version', '2021-08', { expectedVersion: 9 }, 'CONFLICT', null],
    ['twice', '2021-07', {}, 'OBLIGATION_WAIVED', 'Đơn vị đã được miễn báo cáo này trước đó.'],
  ])('is refused %s', async (_what, period, more, code, vietnamese) => {
    await nothingWritten(async () => {
      expect(codeOf(await waive(period, standing, more))).toBe(code);
      if (vietnamese)
        expect((await waive(period, standing, more, 'vi')).errors![0]!.message).toBe(vietnamese);
    });
  });

  test('is refused once the report was handed in, and to who has no right', async () => {
    await bed.handIn('26266', '2021-06', '2021-07-20');
    await nothingWritten(async () => {
      const met = await waive('2021-06', standing);
      expect([codeOf(met), met.errors![0]!.extensions['given']]).toEqual(['OBLIGATION_MET', '2021-07-20']);
      expect(codeOf(await waive('2021-08', await bed.person('chair', '26266')))).toBe('FORBIDDEN');
    });
  });

  describe('compares persons', () => {
    test('who hands in the reports with another account is refused, of all above that unit', async () => {
      for (const [userId, code] of [
        [81, '26266'],
        [82, '737'],
      ] as const) {
        const caller = await withOther(userId, 'commune-standing', code);
        await nothingWritten(async () => {
          expect(codeOf(await waive('2021-08', caller))).toBe('OBLIGATION_OWN');
        });
      }
    });

    test('and is not for what the other account does elsewhere, did before, or does not do', async () => {
      for (const [userId, role, code, more] of [
        [83, 'commune-standing', '26260', ''],
        [84, 'commune-standing', '26266', `, '2021-10-01'`],
        [85, 'commune-clerk', '26266', ''],
      ] as const) {
        const caller = await withOther(userId, role, code, more);
        expect([userId, codeOf(await waive('2021-08', caller, { expectedVersion: 99 }))]).toEqual([
          userId,
          'CONFLICT',
        ]);
      }
    });
  });

  describe('is taken back', () => {
    test('by who may excuse, and the report is overdue by its own deadline', async () => {
      const { data, errors } = await withdraw('2021-07', await bed.person('officer', '737'));
      expect(errors).toBeUndefined();
      expect(data.withdrawWaiver).toMatchObject({
        status: 'OVERDUE',
        dueOn: '2021-08-05',
        daysLate: 71,
        waivedAt: null,
        waiveReason: null,
        waivers: {
          nodes: [
            {
              reason: 'chống dịch',
              withdrawReason: 'hết dịch',
              withdrawnAt: expect.stringMatching(/^2026-11-23/),
            },
          ],
        },
      });
      const [audited] = await bed.place.sql<{ facts: any }>(
        `select facts from platform.audit_event where action = 'core:obligation.withdraw-waiver'`,
      );
      expect(audited!.facts).toMatchObject({ dueOn: '2021-08-05', reason: 'hết dịch' });
      // Nobody was reminded of it while it was waived; now its chair is.
      const desk = await bed.ask(
        '{ reminders(first: 200) { obligation { period { key } } } }',
        await bed.person('chair', '26266'),
      );
      expect(desk.data.reminders).toContainEqual({ obligation: { period: { key: '2021-07' } } });
    });

    test('once; it can be waived again, and all of it stays on record', async () => {
      await nothingWritten(async () => {
        expect(codeOf(await withdraw('2021-07', standing))).toBe('OBLIGATION_NOT_WAIVED');
        expect(codeOf(await withdraw('2021-07', standing, { reason: ' ' }))).toBe('REASON_REQUIRED');
      });
      expect((await waive('2021-07', standing, { reason: 'dịch trở lại' })).errors).toBeUndefined();
      await nothingWritten(async () => {
        expect(codeOf(await withdraw('2021-07', standing, { expectedVersion: 1 }))).toBe('CONFLICT');
        expect(codeOf(await withdraw('2021-07', await bed.person('chair', '26266')))).toBe('FORBIDDEN');
        expect(codeOf(await withdraw('2021-07', await bed.person('standing', '731')))).toBe('NOT_FOUND');
      });
      const { data } = await bed.ask(
        `query ($id: ID!) { node(id: $id) { ... on Obligation { status waivers { nodes { reason withdrawReason } } } } }`,
        standing,
        { id: (await bed.ofUnit('26266', '2021-10-15'))['2021-07']!.id },
      );
      expect(data.node).toEqual({
        status: 'WAIVED',
        waivers: {
          nodes: [
            { reason: 'chống dịch', withdrawReason: 'hết dịch' },
            { reason: 'dịch trở lại', withdrawReason: null },
          ],
        },
      });
    });

    test('a waiver is changed by nothing else, its owner included', async () => {
      for (const change of [
        `reason = 'x'`,
        `withdrawn_at = null, withdraw_reason = null`,
        `waived_at = now()`,
      ])
        await expect(
          bed.place.sql(`update core.obligation_waiver set ${change} where withdrawn_at is not null`),
        ).rejects.toThrow('taken back once');
    });
  });

  test('of another district is not found', async () => {
    const foreign = await bed.person('standing', '731');
    await nothingWritten(async () => {
      expect(codeOf(await waive('2021-08', foreign))).toBe('NOT_FOUND');
    });
  });
});

describe('a list of obligations', () => {
  const ask = async (args: string, caller = standing): Promise<any> => {
    bed.setBusinessDate('2021-10-15');
    const answer = await bed.ask(
      `{ obligations(${args}) { totalCount nodes { dueOn status daysLate unit { code } period { key } deadline { basis } } } }`,
      caller,
    );
    expect(answer.errors).toBeUndefined();
    return answer.data.obligations;
  };

  test('is one statement, statuses, lateness and report included', async () => {
    bed.setBusinessDate('2021-10-15');
    const before = bed.singleReads;
    const { data, errors } = await bed.ask(
      `{ obligations(first: 200, filter: { status: [OVERDUE, HANDED_IN_LATE] }, orderBy: DAYS_LATE_DESC) { totalCount nodes {
           status daysLate workingDaysLate dueOn unit { name } template { title } period { label } report { state } deadline { days } } } }`,
      standing,
    );
    expect(errors).toBeUndefined();
    expect(data.obligations.nodes.length).toBeGreaterThan(100);
    expect(bed.singleReads - before).toBe(1);
    const days = data.obligations.nodes.map(({ daysLate }: any) => daysLate);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect(days[0]).toBe(252); // January, due on 5 February
  });

  test('is filtered by what stands and by where', async () => {
    // Nine months have ended: 153 reports, of which 5 handed in, 1 waived.
    const overdue = await ask('filter: { overdue: true }');
    expect(overdue.totalCount).toBe(9 * 17 - 6);
    expect((await ask('filter: { overdue: false }')).totalCount).toBe(17 * 24 - (9 * 17 - 6));
    expect((await ask('filter: { status: [WAIVED] }')).nodes).toMatchObject([
      { unit: { code: '26266' }, daysLate: null },
    ]);
    expect((await ask('filter: { daysLateMin: 250 }')).totalCount).toBe(17);
    const under = await bed.unitId('737');
    expect((await ask(`filter: { under: "${under}", dueOnTo: "2021-02-28" }`)).totalCount).toBe(17);
    expect((await ask(`filter: { under: "${await bed.unitId('731')}" }`)).totalCount).toBe(0);
    expect((await ask('filter: { program: ["PRG-90"] }')).totalCount).toBe(0);
  });

  test('shows each caller what is theirs: a commune its own, another district nothing', async () => {
    const own = await ask('first: 200', await bed.person('chair', '26254'));
    expect(new Set(own.nodes.map(({ unit }: any) => unit.code))).toEqual(new Set(['26254']));
    expect(own.totalCount).toBe(24);
    expect((await ask('first: 200', await bed.person('standing', '731'))).totalCount).toBe(0);
  });

  test('hangs on units, forms and reports', async () => {
    bed.setBusinessDate('2021-10-15');
    const { data, errors } = await bed.ask(
      `{ administrativeUnit(code: "26254") { obligations(filter: { overdue: true }) { totalCount } }
         reportTemplate(key: "test-monthly") { deadlines { nodes { basis } } } }`,
      standing,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      administrativeUnit: { obligations: { totalCount: 8 } },
      reportTemplate: { deadlines: { nodes: [{ basis: 'Quyết định 01' }] } },
    });
  });
});

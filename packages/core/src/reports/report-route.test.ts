/** The whole way of a report (W-02): verified, returned with remarks, accepted, reopened, signed anew. */
import { createHash } from 'node:crypto';
import type { Caller } from '@phoihop/platform';
import { tryImpossibleSteps } from '@phoihop/testing';
import type { ReportTemplateDeclaration } from '../programs/contribution.js';
import { ReportState } from './report-enums.js';
import { reportWorkflow, type ReportStep } from './report-state.js';
import { codeOf, known, startReportsBed, type Answer, type Known, type ReportsBed } from './test-bed.js';

const form: ReportTemplateDeclaration = {
  key: 'route-monthly',
  program: null,
  calendar: 'month',
  level: 'commune',
  title: { vi: 'Báo cáo tháng thử', en: 'Monthly report of a test' },
  verifiedFirst: true,
  items: [{ indicator: 'works.houses' }, { indicator: 'works.money' }],
};

let bed: ReportsBed;
const people: Record<string, Caller> = {};

beforeAll(async () => {
  bed = await startReportsBed({ forms: [form], people, shown });
  const reads = ['core:value.read', 'core:report.read', 'core:person.read'];
  const holder = (id: number, code: string, ...permissions: string[]) =>
    bed.holder(id, [...reads, ...permissions], code);
  people['clerk'] = await holder(1, '26254', 'core:value.record');
  people['committee'] = await holder(2, '26254', 'core:report.submit');
  people['officer'] = await holder(3, '737', 'core:report.verify');
  people['standing'] = await holder(4, '737', 'core:report.accept', 'core:value.accept');
  people['neighbor'] = await holder(5, '26257', 'core:value.record', 'core:report.submit');
  people['reader'] = await holder(6, '737');
}, 600_000);
afterAll(() => bed?.stop());

const shown = `id state version verifiedAt acceptedAt returnReason reopenReason
  dataValues(filter: { current: true }) { nodes { id value state reason indicator { key } } }
  versions { nodes { number sha256 content intact signedAt } }
  steps { nodes { action reason versionNumber remarks { nodes { reason dataValue { value indicator { key } } } } } }`;

/** Takes a step with a report, with a reason where the step wants one. */
async function take(
  step: ReportStep,
  report: Known,
  who: string,
  more: Record<string, unknown> = {},
): Promise<Answer> {
  const wantsReason = step === 'returnReport' || step === 'reopenReport';
  const input =
    step === 'saveReportDraft'
      ? {
          template: form.key,
          unit: await bed.unitId('26254'),
          period: { calendar: 'MONTH', key: report['month'] as string },
          expectedVersion: report.version,
          items: [],
        }
      : {
          report: report.id,
          expectedVersion: report.version,
          ...(wantsReason ? { reason: 'vì thử' } : {}),
          ...(step === 'sendReport' ? { recipients: [{ name: 'Đảng ủy xã' }] } : {}),
        };
  return bed.mutate(step, who, { ...input, ...more });
}

async function done(
  step: ReportStep,
  report: Known,
  who: string,
  more: Record<string, unknown> = {},
): Promise<Known> {
  return { ...known(await take(step, report, who, more)), month: report['month'] };
}

async function begin(month: string, value = 3): Promise<Known> {
  const begun = await bed.done('saveReportDraft', 'clerk', {
    template: form.key,
    unit: await bed.unitId('26254'),
    period: { calendar: 'MONTH', key: month },
    note: 'Số liệu thử.',
    items: [
      { indicator: 'works.houses', value },
      { indicator: 'works.money', value: '12.50' },
    ],
  });
  return { ...begun, month };
}

/** Everything that a step could write. */
const written = (): Promise<unknown> =>
  bed.place.sql(
    `select (select json_agg(row_to_json(r) order by id) from core.report r)::text as reports,
       (select count(*)::int from core.data_value) as figures, (select count(*)::int from core.report_version) as versions,
       (select count(*)::int from core.review_step) as steps, (select count(*)::int from core.report_dispatch) as sent, (select count(*)::int from core.review_remark) as remarks,
       (select count(*)::int from platform.audit_event) as audited`,
  );

/** Puts a report into a state, past all rules. */
async function put(state: ReportState): Promise<void> {
  const inHand = state === 'DRAFT';
  await bed.place.sql(
    `update core.report set state = $1, submitted_at = case when $2::boolean then null else now() end, submitted_by = case when $2 then null else 99 end,
       verified_at = case when $1 = 'VERIFIED' then now() end, accepted_at = case when $1 = 'ACCEPTED' then now() end,
       reopen_reason = case when $1 = 'REOPENED' then 'x' end
     where id = (select max(id) from core.report)`,
    [state, inHand],
  );
}

describe('a step that is not possible is refused, whoever asks for it, and nothing is written', () => {
  let report: Known;
  beforeAll(async () => {
    report = await begin('2021-01');
    report = await done('submitReport', report, 'committee');
  });

  test('there are such steps in every state', () => {
    const states = new Set(reportWorkflow.impossible.map(([state]) => state));
    expect(states).toEqual(new Set(Object.values(ReportState)));
    expect(reportWorkflow.impossible).toHaveLength(7 * 6 - 15);
  });

  test('each of them, and each possible one by who does not hold its permission', async () => {
    const wrong = await tryImpossibleSteps({
      workflow: reportWorkflow,
      people: Object.fromEntries(Object.entries(people).map(([who, { permissions }]) => [who, permissions])),
      put,
      take: (step, who) => take(step, report, who),
      written,
      outside: (who, step) =>
        who === 'neighbor' ? (step === 'saveReportDraft' ? 'OUT_OF_SCOPE' : 'NOT_FOUND') : undefined,
    });
    expect(wrong).toEqual([]);
  }, 600_000);
});

test('a report that was handed in before versions were kept goes on', async () => {
  const report = await begin('2021-04');
  await bed.place.sql(
    `update core.report set state = 'SUBMITTED', submitted_at = now(), submitted_by = 2 where id = (select max(id) from core.report)`,
  );
  const verified = await done('verifyReport', report, 'officer');
  expect(verified['steps'].nodes).toMatchObject([{ action: 'VERIFY', versionNumber: null }]);
});

describe('the way of a report', () => {
  let report: Known;
  let first: { sha256: string; content: string };

  test('what is handed in is signed: content, hash and step', async () => {
    report = await begin('2021-02');
    report = await done('submitReport', report, 'committee');
    expect(report['versions'].nodes).toHaveLength(1);
    const [version] = report['versions'].nodes;
    expect(version).toMatchObject({ number: 1, intact: true });
    expect(version.sha256).toBe(createHash('sha256').update(version.content, 'utf8').digest('hex'));
    expect(JSON.parse(version.content)).toEqual({
      report: {
        form: 'route-monthly',
        formVersion: expect.any(Number),
        title: 'Báo cáo tháng thử',
        version: 1,
      },
      unit: { code: '26254', name: expect.stringMatching(/^Xã /) },
      organization: null,
      period: { calendar: 'MONTH', key: '2021-02', from: '2021-02-01', to: '2021-02-28' },
      figures: [
        expect.objectContaining({ indicator: 'works.houses', part: '', value: '3', note: null }),
        expect.objectContaining({ indicator: 'works.money', part: '', value: '12.50' }),
      ],
      note: 'Số liệu thử.',
      signed: { at: '2026-11-23T08:00:00.000Z', by: '#2' },
    });
    expect(report['steps'].nodes).toMatchObject([{ action: 'SUBMIT', versionNumber: 1, reason: null }]);
    first = version;
  });

  test('it is not accepted unverified where the form says so, nor verified by who handed it in', async () => {
    const early = await take('acceptReport', report, 'standing');
    expect([codeOf(early), early.errors![0]!.extensions['given']]).toEqual([
      'REPORT_NOT_VERIFIED',
      'SUBMITTED',
    ]);
    for (const userId of [2, 1]) {
      people['both'] = { ...people['officer']!, userId };
      expect(codeOf(await take('verifyReport', report, 'both'))).toBe('SAME_PERSON');
    }
    const [figure] = report['dataValues'].nodes;
    const single = await bed.ask(
      'mutation ($input: AcceptDataValuesInput!) { acceptDataValues(input: $input) { id } }',
      people['standing']!,
      { input: { dataValues: [figure.id] } },
    );
    expect(codeOf(single)).toBe('REPORT_NOT_VERIFIED');
    delete people['both'];
  });

  test('a figure is corrected neither while the report lies above, nor unseen by who signs', async () => {
    const correct = async (of: Known, value: number): Promise<Answer> =>
      bed.ask(
        'mutation ($input: CorrectDataValueInput!) { correctDataValue(input: $input) { value } }',
        people['clerk']!,
        { input: { dataValue: of['dataValues'].nodes[0].id, value, reason: 'đếm lại' } },
      );
    expect(codeOf(await correct(report, 9))).toBe('REPORT_STATE');
    const seen = await begin('2021-05');
    expect((await correct(seen, 9)).errors).toBeUndefined();
    expect(codeOf(await take('submitReport', seen, 'committee'))).toBe('CONFLICT');
  });

  test('two who look at once: the second is told that it has changed', async () => {
    const verified = await done('verifyReport', report, 'officer');
    expect(verified['verifiedAt']).toBe('2026-11-23T08:00:00.000Z');
    const late = await take('returnReport', report, 'officer');
    expect(late.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', current: verified.version });
    report = verified;
  });

  test('it is returned with reasons for single figures', async () => {
    const [houses] = report['dataValues'].nodes;
    const before = await written();
    const remark = { dataValue: houses.id, reason: 'Đếm lại số nhà.' };
    const refused = async (remarks: unknown[]): Promise<[string | undefined, unknown]> => {
      const answer = await take('returnReport', report, 'standing', { remarks });
      return [codeOf(answer), answer.errors?.[0]?.extensions['field']];
    };
    expect(await refused([remark, remark])).toEqual(['REVIEW_REMARK_TWICE', 'input.remarks[1].dataValue']);
    expect(await refused([{ ...remark, reason: ' ' }])).toEqual([
      'REASON_REQUIRED',
      'input.remarks[0].reason',
    ]);
    const other = await begin('2021-03');
    const elsewhere = { ...remark, dataValue: other['dataValues'].nodes[0].id };
    const after = await written();
    expect(await refused([remark, elsewhere])).toEqual([
      'REVIEW_REMARK_ELSEWHERE',
      'input.remarks[1].dataValue',
    ]);
    expect(await written()).toEqual(after);
    expect(after).not.toEqual(before);
    report = await done('returnReport', report, 'standing', { remarks: [remark] });
    expect(report).toMatchObject({ state: 'RETURNED', returnReason: 'vì thử' });
    expect(report['steps'].nodes.at(-1)).toMatchObject({
      action: 'RETURN',
      reason: 'vì thử',
      remarks: {
        nodes: [{ reason: 'Đếm lại số nhà.', dataValue: { value: '3', indicator: { key: 'works.houses' } } }],
      },
    });
  });

  test('it is mended, handed in again as a second version, verified and accepted', async () => {
    report = await done('saveReportDraft', report, 'clerk', {
      items: [{ indicator: 'works.houses', value: 4 }],
    });
    expect(report['state']).toBe('RETURNED');
    report = await done('submitReport', report, 'committee');
    report = await done('verifyReport', report, 'officer');
    report = await done('acceptReport', report, 'standing');
    expect(report['dataValues'].nodes.map(({ state }: { state: string }) => state)).toEqual([
      'ACCEPTED',
      'ACCEPTED',
    ]);
    expect(report['versions'].nodes.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
    expect(report['versions'].nodes[0]).toMatchObject(first);
  });

  test('accepted, it is locked; reopened with a reason, accepted figures can be replaced, and both are kept', async () => {
    const items = [{ indicator: 'works.houses', value: 5 }];
    expect(codeOf(await take('saveReportDraft', report, 'clerk', { items }))).toBe('REPORT_STATE');
    expect(codeOf(await take('reopenReport', report, 'standing', { reason: '' }))).toBe('REASON_REQUIRED');
    report = await done('reopenReport', report, 'standing', { reason: 'Thiếu một nhà.' });
    expect(report).toMatchObject({ state: 'REOPENED', reopenReason: 'Thiếu một nhà.', acceptedAt: null });
    report = await done('saveReportDraft', report, 'clerk', { items });
    const houses = report['dataValues'].nodes.find(
      ({ indicator }: { indicator: { key: string } }) => indicator.key === 'works.houses',
    );
    expect(houses).toMatchObject({ value: '5', state: 'PROVISIONAL', reason: 'Thiếu một nhà.' });
    report = await done('submitReport', report, 'committee');
    report = await done('verifyReport', report, 'officer');
    report = await done('acceptReport', report, 'standing');
    expect(
      report['versions'].nodes.map(
        ({ content }: { content: string }) => JSON.parse(content).figures[0].value,
      ),
    ).toEqual(['3', '4', '5']);
    expect(report['versions'].nodes[0]).toMatchObject(first);
    expect(
      report['steps'].nodes.map(({ action, versionNumber }: any) => `${action} ${versionNumber}`),
    ).toEqual([
      'SUBMIT 1',
      'VERIFY 1',
      'RETURN 1',
      'SUBMIT 2',
      'VERIFY 2',
      'ACCEPT 2',
      'REOPEN 2',
      'SUBMIT 3',
      'VERIFY 3',
      'ACCEPT 3',
    ]);
  });

  test('what was signed cannot be changed, by the serving role or by the owner', async () => {
    const within = <T>(sql: string): Promise<T[]> =>
      bed.engine.database.transaction({ settings: { ...people['standing']!.settings } }, (session) =>
        session.query<T>(sql),
      );
    for (const sql of [
      `update core.report_version set content = '{}'`,
      'delete from core.report_version',
      `update core.review_step set reason = 'another'`,
      'delete from core.review_step',
      'delete from core.review_remark',
    ])
      await expect(within(sql)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
    await expect(
      bed.place.sql(`update core.report_version set content = replace(content, '12.50', '13.50')`),
    ).rejects.toThrow(/never changed/);
    await expect(
      bed.place.sql(`update core.report_version set content = '{}', sha256 = encode(sha256('{}'), 'hex')`),
    ).rejects.toThrow(/never changed/);
    await expect(bed.place.sql('delete from core.review_step')).rejects.toThrow();
  });

  test('versions and steps are seen with their report, and by nobody else', async () => {
    const ask = `{ reports { nodes { versions { totalCount } steps { totalCount } } } }`;
    const total = async (who: string): Promise<number> =>
      (await bed.ask(ask, people[who]!)).data.reports.nodes.reduce(
        (sum: number, seen: any) => sum + seen.versions.totalCount + seen.steps.totalCount,
        0,
      );
    expect(await total('reader')).toBeGreaterThan(10);
    expect(await total('neighbor')).toBe(0);
    const within = await bed.engine.database.transaction(
      { settings: { ...people['neighbor']!.settings, business_date: '2021-10-15' } },
      (session) =>
        session.query('select id from core.report_version union all select id from core.review_step'),
    );
    expect(within).toEqual([]);
  });
});

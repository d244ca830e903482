/** Reports made of those below (W-02): put together, signed, sent; what is missing is said, what was signed stays. */
import type { Caller } from '@phoihop/platform';
import type { ReportTemplateDeclaration } from '../programs/contribution.js';
import { codeOf, startReportsBed, type Known, type ReportsBed } from './test-bed.js';

const forms: readonly ReportTemplateDeclaration[] = [
  {
    key: 'parts',
    program: null,
    calendar: 'month',
    level: 'commune',
    title: { vi: 'Báo cáo xã', en: 'Report of a commune' },
    items: [{ indicator: 'works.houses' }, { indicator: 'works.money', required: false }],
  },
  {
    key: 'whole',
    program: null,
    calendar: 'month',
    level: 'district',
    title: { vi: 'Báo cáo huyện', en: 'Report of a district' },
    summarizes: 'parts',
  },
];

let bed: ReportsBed;
const people: Record<string, Caller> = {};

beforeAll(async () => {
  bed = await startReportsBed({ forms, people, shown });
  const reads = ['core:value.read', 'core:report.read', 'core:person.read', 'core:organization.read'];
  const holder = (id: number, code: string, ...permissions: string[]) =>
    bed.holder(id, [...reads, ...permissions], code);
  people['clerk'] = await holder(1, '737', 'core:value.record');
  people['committee'] = await holder(2, '737', 'core:report.submit');
  people['standing'] = await holder(
    4,
    '737',
    'core:report.accept',
    'core:value.accept',
    'core:report.summarize',
  );
  people['province'] = await holder(5, '75', 'core:report.accept', 'core:value.accept');
  people['elsewhere'] = await holder(6, '740', 'core:report.summarize');
}, 600_000);
afterAll(() => bed?.stop());

const shown = `id state version missingReason
  summary { lines { disaggregation indicator { key } aggregate { value coverage { have needed } } }
    included { number sha256 report { unit { code } } } missing { code } }
  versions { nodes { number content sha256 intact madeOf { nodes { included { sha256 report { unit { code } } } } } } }
  dispatches { nodes { versionNumber recipient organization { id } sentOn reference } }`;

const step = (field: string, report: Known, who: string, more: object = {}, selection = shown) =>
  bed.done(field, who, { report: report.id, expectedVersion: report.version, ...more }, selection);

const draft = async (template: string, code: string, more: object = {}) => ({
  template,
  unit: await bed.unitId(code),
  period: { calendar: 'MONTH', key: '2021-03' },
  items: [],
  ...more,
});

/** A report of a commune, accepted by the district. */
async function accepted(code: string, houses: number): Promise<Known> {
  const items = [{ indicator: 'works.houses', value: String(houses) }];
  const plain = 'id version';
  const begun = await bed.done('saveReportDraft', 'clerk', await draft('parts', code, { items }), plain);
  return step(
    'acceptReport',
    await step('submitReport', begun, 'committee', {}, plain),
    'standing',
    {},
    plain,
  );
}

describe('a report made of those below', () => {
  let report: Known;
  let communes: Known[];

  beforeAll(async () => {
    communes = [await accepted('26254', 3), await accepted('26257', 4)];
  });

  test('has no figures entered into it, and is begun by nobody else', async () => {
    const begin = async (who: string, more: object = {}) =>
      codeOf(await bed.mutate('saveReportDraft', who, await draft('whole', '737', more)));
    expect(await begin('clerk')).toBe('OUT_OF_SCOPE');
    expect(await begin('elsewhere')).toBe('OUT_OF_SCOPE');
    expect(await begin('standing', { items: [{ indicator: 'works.houses', value: '1' }] })).toBe(
      'REPORT_SUMMARIZES',
    );
    expect(
      codeOf(
        await bed.mutate(
          'saveReportDraft',
          'clerk',
          await draft('parts', '26260', { missingReason: 'thiếu' }),
        ),
      ),
    ).toBe('REPORT_NOT_SUMMARIZING');
    // Who makes reports of others begins none of a commune.
    expect(codeOf(await bed.mutate('saveReportDraft', 'standing', await draft('parts', '26260')))).toBe(
      'OUT_OF_SCOPE',
    );
  });

  test('puts accepted figures together and names who is missing', async () => {
    report = await bed.done('saveReportDraft', 'standing', await draft('whole', '737'));
    const { lines, included, missing } = report['summary'];
    expect(lines).toEqual([
      {
        indicator: { key: 'works.houses' },
        disaggregation: '',
        aggregate: { value: '7', coverage: { have: 2, needed: 17 } },
      },
      {
        indicator: { key: 'works.money' },
        disaggregation: '',
        aggregate: expect.objectContaining({ coverage: expect.objectContaining({ have: 0 }) }),
      },
    ]);
    expect(included.map((one: Known) => one['report'].unit.code)).toEqual(['26254', '26257']);
    expect(missing).toHaveLength(15);
  });

  test('is signed without some of them only with a reason', async () => {
    const { errors } = await bed.mutate('submitReport', 'standing', {
      report: report.id,
      expectedVersion: report.version,
    });
    expect(errors![0]!.extensions).toMatchObject({ code: 'SUMMARY_INCOMPLETE', given: 15 });
    const more = { expectedVersion: report.version, missingReason: 'Các xã còn lại bị ngập lụt.' };
    report = await bed.done('saveReportDraft', 'standing', await draft('whole', '737', more));
    // Handing in reports of communes is not enough.
    expect(
      codeOf(
        await bed.mutate('submitReport', 'committee', {
          report: report.id,
          expectedVersion: report.version,
        }),
      ),
    ).toBe('OUT_OF_SCOPE');
    report = await step('submitReport', report, 'standing');
    const [version] = report['versions'].nodes;
    expect(version.intact).toBe(true);
    const content = JSON.parse(version.content);
    expect(content.figures[0]).toMatchObject({ indicator: 'works.houses', value: '7', needed: 17, have: 2 });
    expect(content.madeOf.missing).toHaveLength(15);
    expect(content.madeOf.missingReason).toBe('Các xã còn lại bị ngập lụt.');
    const signed = version.madeOf.nodes.map(({ included }: Known) => [
      included.report.unit.code,
      included.sha256,
    ]);
    expect(content.madeOf.reports.map((one: Known) => [one['unit'], one['sha256']])).toEqual(signed);
    expect(signed).toHaveLength(2);
  });

  test('is sent, each version once to each', async () => {
    const send = (more: object) =>
      bed.mutate('sendReport', 'standing', {
        report: report.id,
        expectedVersion: report.version,
        recipients: [{ name: 'Huyện ủy Trảng Bom' }],
        ...more,
      });
    expect(codeOf(await send({ recipients: [] }))).toBe('LIMIT_EXCEEDED');
    expect(codeOf(await send({ recipients: [{}] }))).toBe('REPORT_RECIPIENT');
    expect(codeOf(await send({ recipients: [{ name: 'Huyện ủy' }, { name: 'Huyện ủy' }] }))).toBe(
      'ALREADY_EXISTS',
    );
    expect(codeOf(await send({ sentOn: '2031-01-01' }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await send({ expectedVersion: 77 }))).toBe('CONFLICT');
    const { data, errors } = await send({ reference: '15/BC-MTTQ-BTT' });
    expect(errors).toBeUndefined();
    expect(data.sendReport.dispatches.nodes).toEqual([
      {
        versionNumber: 1,
        recipient: 'Huyện ủy Trảng Bom',
        organization: null,
        sentOn: expect.any(String),
        reference: '15/BC-MTTQ-BTT',
      },
    ]);
    expect(codeOf(await send({}))).toBe('ALREADY_EXISTS');
  });

  test('stays as signed when a commune corrects its figures, and is signed anew as another version', async () => {
    const [first] = communes as [Known];
    let commune = await step('reopenReport', first, 'standing', { reason: 'nhập nhầm' }, 'id version');
    commune = await bed.done(
      'saveReportDraft',
      'clerk',
      await draft('parts', '26254', {
        expectedVersion: commune.version,
        items: [{ indicator: 'works.houses', value: '5' }],
      }),
      'id version',
    );
    commune = await step('submitReport', commune, 'committee', {}, 'id version');
    await step('acceptReport', commune, 'standing', {}, 'id version');
    report = await step('acceptReport', report, 'province');
    report = await step('reopenReport', report, 'province', { reason: 'xã đính chính' });
    expect(report['summary'].lines[0].aggregate.value).toBe('9');
    report = await step('submitReport', report, 'standing');
    const values = report['versions'].nodes.map(
      ({ content }: { content: string }) => JSON.parse(content).figures[0].value,
    );
    expect(values).toEqual(['7', '9']);
    expect(report['versions'].nodes.every(({ intact }: Known) => intact)).toBe(true);
  });
});

/** The monthly report of a commune: the rate as it was imported, the sessions as they were recorded, and words. */
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import socialInsurance from './plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([socialInsurance]);
}, 300_000);
afterAll(() => bed?.close());

const sections = `sections { key narrative figures { indicator numerator denominator } list { rows } }`;
const bauHam = async (who: string): Promise<any> => {
  const { data, errors } = await bed.ask(
    `query ($unit: ID!) { reports(filter: { unit: $unit }) { nodes { id version template { key } ${sections} } } }`,
    who,
    { unit: await bed.unit('26257') },
  );
  expect(errors).toBeUndefined();
  return data.reports.nodes.find(({ template }: any) => template.key === 'social-insurance-monthly');
};

test('takes the rate that was computed of the imported figures, and nobody enters it', async () => {
  const report = await bauHam('clerk.bau-ham');
  const [snapshot] = await bed.sql<{ insured: string; population: string }>(
    `select insured::text, population::text from social_insurance.coverage_snapshot its
       join core.administrative_unit_version unit using (unit_id)
      where unit.code = '26257' and unit.valid_from <= '2021-06-30' and insurance = 'HEALTH' and date = '2021-06-30'
        and group_id is null and its.superseded_at is null and unit.superseded_at is null
        and (unit.valid_to is null or unit.valid_to > '2021-06-30')`,
  );
  expect(report.sections[0]).toMatchObject({
    key: 'figures',
    figures: [
      {
        indicator: 'social-insurance.health-insurance-rate',
        numerator: snapshot!.insured,
        denominator: snapshot!.population,
      },
    ],
  });
  const refused = await bed.refused(
    'saveReportDraft',
    {
      template: 'social-insurance-monthly',
      unit: await bed.unit('26257'),
      period: { calendar: 'MONTH', key: '2021-06' },
      expectedVersion: report.version,
      items: [{ indicator: 'social-insurance.health-insurance-rate', numerator: '1', denominator: '2' }],
    },
    'clerk.bau-ham',
  );
  expect(refused['problems']).toMatchObject([{ code: 'INDICATOR_DERIVED' }]);
});

test('lists the sessions of the month that count, and no household', async () => {
  const list = async (): Promise<unknown> => (await bauHam('clerk.bau-ham')).sections[1].list.rows;
  const rows = [
    ['2021-06-07', 'Bàu Hàm', 'Tuyên truyền bảo hiểm y tế hộ gia đình (dữ liệu minh họa)', '52', '9'],
  ];
  expect(await list()).toEqual(rows);
  await bed.change(
    'socialInsuranceRecordOutreach',
    { unit: await bed.unit('26257'), heldOn: '2021-06-20', topic: 'Ghi nhầm', attendance: 3, registered: 0 },
    'clerk.bau-ham',
    'id',
  );
  expect(await list()).toHaveLength(2);
  await bed.sql(
    `update social_insurance.outreach_session set withdrawn = true, withdrawal_reason = 'x' where topic = 'Ghi nhầm'`,
  );
  expect(await list()).toEqual(rows);
});

test('is signed with the rate, the sessions and the words', async () => {
  const { id, version } = await bauHam('chair.bau-ham');
  const { data, errors } = await bed.ask(
    `mutation ($input: ReportStepInput!) { submitReport(input: $input) { versions { nodes { intact content ${sections} } } } }`,
    'chair.bau-ham',
    { input: { report: id, expectedVersion: version } },
  );
  expect(errors).toBeUndefined();
  const [signed] = data.submitReport.versions.nodes;
  expect(signed.intact).toBe(true);
  expect(JSON.parse(signed.content).figures).toMatchObject([
    { indicator: 'social-insurance.health-insurance-rate', title: 'Tỷ lệ dân số tham gia bảo hiểm y tế' },
  ]);
  expect(
    signed.sections.map(({ key, narrative, list }: any) => [key, narrative !== null, list?.rows.length]),
  ).toEqual([
    ['figures', false, undefined],
    ['sessions', false, 1],
    ['assessment', true, undefined],
    ['next-month', true, undefined],
  ]);
});

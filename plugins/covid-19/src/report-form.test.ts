/** The monthly report of a commune: the teams formed and the outreach held as they were recorded, and words. */
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import covid19 from './plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([covid19]);
}, 300_000);
afterAll(() => bed?.close());

const sections = `sections { key narrative list { columns { field } rows } }`;
const listOf = (report: any, key: string): string[][] =>
  report.sections.find((section: any) => section.key === key).list.rows;

const reportOf = async (month: string): Promise<any> => {
  const { data, errors } = await bed.ask(
    `query ($unit: ID!) { reports(filter: { unit: $unit }) { nodes { id version template { key } period { key } ${sections} } } }`,
    'clerk.bau-ham',
    { unit: await bed.unit('26257') },
  );
  expect(errors).toBeUndefined();
  return data.reports.nodes.find(
    ({ template, period }: any) => template.key === 'covid-19-monthly' && period.key === month,
  );
};

test('the demonstration has a draft of it with outreach and words', async () => {
  const report = await reportOf('2021-08');
  expect(report.sections.map(({ key }: any) => key)).toEqual([
    'situation',
    'teams',
    'outreach',
    'support',
    'proposals',
  ]);
  expect(report.sections[0].narrative).toMatch(/minh họa/i);
  expect(listOf(report, 'teams')).toEqual([]);
  expect(listOf(report, 'outreach')).toHaveLength(1);
});

test('lists the outreach of the month that counts, and no longer what is withdrawn', async () => {
  const [before] = listOf(await reportOf('2021-08'), 'outreach');
  const { data } = await bed.ask(
    `{ covid19Outbreaks(filter: { state: [ACTIVE] }) { nodes { id } } }`,
    'clerk.bau-ham',
  );
  const outbreak = data.covid19Outbreaks.nodes[0].id;
  const { id, version } = await bed.change(
    'covid19RecordVaccinationOutreach',
    {
      unit: await bed.unit('26257'),
      outbreak,
      heldOn: '2021-08-30',
      topic: 'Vận động người cao tuổi',
      reached: 25,
      registered: 11,
    },
    'clerk.bau-ham',
    'id version',
  );
  expect(listOf(await reportOf('2021-08'), 'outreach')).toEqual([
    before,
    ['2021-08-30', 'Bàu Hàm', 'Vận động người cao tuổi', '25', '11'],
  ]);
  await bed.change(
    'covid19WithdrawVaccinationOutreach',
    { session: id, expectedVersion: version, reason: 'Ghi trùng' },
    'clerk.bau-ham',
    'id',
  );
  expect(listOf(await reportOf('2021-08'), 'outreach')).toEqual([before]);
});

test('lists the teams formed in the month below the commune, by what they are called', async () => {
  await bed.change(
    'saveReportDraft',
    {
      template: 'covid-19-monthly',
      unit: await bed.unit('26257'),
      period: { calendar: 'MONTH', key: '2021-06' },
      items: [],
      narratives: [{ section: 'situation', text: 'Thành lập các tổ Covid cộng đồng.' }],
    },
    'clerk.bau-ham',
    'id',
  );
  const formed = await bed.sql<{ cells: string[] }>(
    `select array[team.formed_on::text, area.name, team.name, team.members::text, team.households::text] as cells
       from covid_19.community_team team
       join core.administrative_unit_version area on area.unit_id = team.unit_id and area.superseded_at is null
       left join core.administrative_unit_version commune on commune.unit_id = area.parent_id and commune.superseded_at is null
      where '26257' in (area.code, commune.code) and team.formed_on between '2021-06-01' and '2021-06-30'
        and area.valid_from <= '2021-06-20' and (area.valid_to is null or area.valid_to > '2021-06-20')
        and (commune.valid_from is null or commune.valid_from <= '2021-06-20' and (commune.valid_to is null or commune.valid_to > '2021-06-20'))
      order by team.id`,
  );
  expect(formed.length).toBeGreaterThan(0);
  expect(listOf(await reportOf('2021-06'), 'teams')).toEqual(formed.map(({ cells }) => cells));
});

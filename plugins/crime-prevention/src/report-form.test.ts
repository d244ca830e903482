/** The quarterly report of a commune: figures, the models that began, words; nothing of tips and cases. */
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import crimePrevention from './plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([crimePrevention]);
}, 300_000);
afterAll(() => bed?.close());

const sections = `sections { key narrative list { columns { field } rows } }`;
const listOf = (report: any, key: string): string[][] =>
  report.sections.find((section: any) => section.key === key).list.rows;

const draft = async (): Promise<any> =>
  bed.change(
    'saveReportDraft',
    {
      template: 'crime-prevention-quarterly',
      unit: await bed.unit('26257'),
      period: { calendar: 'QUARTER', key: '2021-Q3' },
      items: [
        { indicator: 'crime-prevention.communication-sessions', value: '4' },
        { indicator: 'crime-prevention.communication-attendance', value: '210' },
      ],
      narratives: [{ section: 'situation', text: 'Phong trào giữ vững.' }],
    },
    'clerk.bau-ham',
    `id ${sections}`,
  );

test('lists the models that began in the quarter, by kind and name', async () => {
  const kind = 'SECURITY_CAMERA';
  await bed.change(
    'crimePreventionRegisterModel',
    {
      unit: await bed.unit('26257'),
      kind,
      name: 'Camera an ninh chợ Bàu Hàm',
      members: 12,
      startedOn: '2021-08-02',
    },
    'clerk.bau-ham',
    'id',
  );
  const report = await draft();
  expect(report.sections.map(({ key }: any) => key)).toEqual(['figures', 'models', 'situation']);
  const began = await bed.sql<{ name: string }>(
    `select model.name from crime_prevention.security_model model
       join core.administrative_unit_version area on area.unit_id = model.unit_id and area.superseded_at is null
         and area.valid_from <= model.started_on and (area.valid_to is null or area.valid_to > model.started_on)
       left join core.administrative_unit_version commune on commune.unit_id = area.parent_id and commune.superseded_at is null
         and commune.valid_from <= model.started_on and (commune.valid_to is null or commune.valid_to > model.started_on)
      where '26257' in (area.code, commune.code) and model.started_on between '2021-07-01' and '2021-09-30'
      order by model.started_on, model.id`,
  );
  const rows = listOf(report, 'models');
  expect(rows.map((cells) => cells[3])).toEqual(began.map(({ name }) => name));
  expect(rows).toContainEqual([
    '2021-08-02',
    'Bàu Hàm',
    'Camera an ninh',
    'Camera an ninh chợ Bàu Hàm',
    '12',
  ]);
});

test('once signed its list is read by the treasurer, who sees no models otherwise', async () => {
  const { data } = await bed.ask(
    `query ($unit: ID!) { reports(filter: { unit: $unit }) { nodes { id version template { key } } } }`,
    'chair.bau-ham',
    { unit: await bed.unit('26257') },
  );
  const { id, version } = data.reports.nodes.find(
    ({ template }: any) => template.key === 'crime-prevention-quarterly',
  );
  const { data: submitted, errors } = await bed.ask(
    `mutation ($input: ReportStepInput!) { submitReport(input: $input) { versions { nodes { ${sections} } } } }`,
    'chair.bau-ham',
    { input: { report: id, expectedVersion: version } },
  );
  expect(errors).toBeUndefined();
  const signed = submitted.submitReport;
  const read = async (who: string): Promise<any> =>
    (
      await bed.ask(
        `query ($id: ID!) { node(id: $id) { ... on Report { versions { nodes { ${sections} } } } } }`,
        who,
        { id },
      )
    ).data.node;
  expect(listOf(signed.versions.nodes[0], 'models').length).toBeGreaterThan(0);
  expect(await read('treasurer')).toEqual(signed);
  expect(await read('clerk.song-thao')).toBeNull();
  const models = await bed.ask(`{ crimePreventionSecurityModels(first: 1) { nodes { name } } }`, 'treasurer');
  expect(models.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

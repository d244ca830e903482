/** The quarterly report: figures, the cleanups as they were recorded, and what is said in words. */
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import environment from './plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([environment]);
}, 300_000);
afterAll(() => bed?.close());

const sections = `sections { key kind narrative figures { indicator value numerator denominator } list { columns { field } rows } }`;
const draftOf = async (who: string): Promise<any> => {
  const { data, errors } = await bed.ask(
    `query ($unit: ID!) { reports(filter: { unit: $unit }) { nodes { id version state template { key } ${sections} } } }`,
    who,
    { unit: await bed.unit('26257') },
  );
  expect(errors).toBeUndefined();
  return data.reports.nodes.find(({ template }: any) => template.key === 'environment-quarterly');
};

test('the demonstration has a draft of it with something in every section', async () => {
  const { state, sections: all } = await draftOf('clerk.bau-ham');
  expect(state).toBe('DRAFT');
  expect(all.map(({ key, kind }: any) => [key, kind])).toEqual([
    ['figures', 'FIGURES'],
    ['cleanups', 'LIST'],
    ['difficulties', 'NARRATIVE'],
    ['proposals', 'NARRATIVE'],
  ]);
  const [figures, cleanups, difficulties, proposals] = all;
  expect(figures.figures).toHaveLength(2);
  expect(cleanups.list.rows.length).toBeGreaterThan(0);
  expect(difficulties.narrative).toMatch(/minh họa/i);
  expect(proposals.narrative).toMatch(/minh họa/i);
});

test('its list is what the program has recorded of the quarter below the commune, those withdrawn left out', async () => {
  const unit = await bed.unit('26257');
  const { data } = await bed.ask(
    `query ($unit: ID!) { environmentActions(filter: { under: $unit, purpose: [CLEANUP], state: [RECORDED, CONFIRMED], heldOnFrom: "2021-07-01", heldOnTo: "2021-09-30" }, orderBy: HELD_ON_ASC) {
      nodes { heldOn unit { name } place kind { title } participants wasteKg roadMeters canalMeters trees } } }`,
    'clerk.bau-ham',
    { unit },
    'vi',
  );
  const recorded = data.environmentActions.nodes.map(
    (one: any) =>
    [one.heldOn, one.unit.name, one.place, one.kind.title, one.participants, one.wasteKg, one.roadMeters, one.canalMeters, one.trees].map(String), // prettier-ignore
  );
  expect(recorded.length).toBeGreaterThan(0);
  const { sections: all } = await draftOf('clerk.bau-ham');
  expect(all[1].list.rows).toEqual(recorded);
});

test('once signed it is read by the treasurer, and not by a neighbor', async () => {
  const { id, version } = await draftOf('chair.bau-ham');
  const { data, errors } = await bed.ask(
    `mutation ($input: ReportStepInput!) { submitReport(input: $input) { state versions { nodes { intact ${sections} } } } }`,
    'chair.bau-ham',
    { input: { report: id, expectedVersion: version } },
  );
  expect(errors).toBeUndefined();
  const signed = data.submitReport;
  expect(signed).toMatchObject({ state: 'SUBMITTED', versions: { nodes: [{ intact: true }] } });
  const read = async (who: string): Promise<any> =>
    (
      await bed.ask(
        `query ($id: ID!) { node(id: $id) { ... on Report { versions { nodes { ${sections} } } } } }`,
        who,
        { id },
      )
    ).data.node;
  expect((await read('treasurer')).versions.nodes[0].sections).toEqual(signed.versions.nodes[0].sections);
  expect(await read('clerk.song-thao')).toBeNull();
});

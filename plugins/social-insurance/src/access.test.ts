import { rowSecurityOf } from '@phoihop/platform/engine';
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import socialInsurance from './plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([socialInsurance]);
}, 300_000);
afterAll(() => bed?.close());

/** Somebody for each role of the program, with what the role may do here: read figures, record them, work on gap lists. */
const people: readonly (readonly [username: string, read: boolean, record: boolean, gaps: boolean])[] = [
  ['admin', false, false, false],
  ['standing', true, false, false],
  ['officer.insurance', true, true, false],
  ['lead.cluster4', true, false, false],
  ['chair.bau-ham', true, true, true],
  ['clerk.bau-ham', true, true, true],
  ['head.bau-ham', true, false, true],
  ['farmers', true, false, false],
  ['insurance', true, false, false],
  ['treasurer', false, false, false],
  ['inspector', true, false, false],
  ['council', false, false, false],
  ['petitions', false, false, false],
  ['elections', false, false, false],
  ['auditor', true, false, false],
  ['integration', false, false, false],
];

test('there is somebody for every role but the public', async () => {
  const roles = await Promise.all(people.map(async ([username]) => (await bed.as(username)).roles));
  const known = await bed.sql<{ code: string }>(
    `select code from core.role where code <> 'public' order by code`,
  );
  expect(roles.flat().sort()).toEqual(known.map(({ code }) => code));
});

const id = (type: string) => Buffer.from(`${type}:1`).toString('base64url');
const unit = id('AdministrativeUnit');
const asked = {
  read: [
    '{ socialInsuranceCoverageSnapshots { totalCount } }',
    '{ socialInsuranceOutreachSessions { totalCount } }',
    '{ socialInsuranceCollectionAgents { totalCount } }',
    '{ administrativeUnit(code: "26257") { socialInsuranceCoverageSnapshots { totalCount } } }',
    '{ administrativeUnit(code: "26257") { socialInsuranceOutreachSessions { totalCount } } }',
    '{ administrativeUnit(code: "26257") { socialInsuranceCollectionAgents { totalCount } } }',
    `{ socialInsuranceCoverage(unit: "${unit}") { have } }`,
  ],
  record: [
    'mutation { socialInsuranceImportSnapshot(input: { date: "2021-10-01", source: "x", csv: "" }) { imported } }',
    `mutation { socialInsuranceRecordOutreach(input: { unit: "${unit}", heldOn: "2021-10-01", topic: "", attendance: 0, registered: 0 }) { id } }`,
    `mutation { socialInsuranceCorrectOutreach(input: { session: "${unit}", expectedVersion: 1, reason: "" }) { id } }`,
    `mutation { socialInsuranceWithdrawOutreach(input: { session: "${unit}", expectedVersion: 1, reason: "" }) { id } }`,
    `mutation { socialInsuranceAddCollectionAgent(input: { unit: "${unit}", name: "", validFrom: "2021-10-01" }) { id } }`,
    `mutation { socialInsuranceEndCollectionAgent(input: { agent: "${unit}", expectedVersion: 1, validTo: "2021-10-01", reason: "" }) { id } }`,
  ],
  gaps: [
    '{ socialInsuranceGapHouseholds { totalCount } }',
    `mutation { socialInsuranceNoteGap(input: { unit: "${unit}", headName: "", members: 1, uninsured: 1 }) { id } }`,
    `mutation { socialInsuranceChangeGap(input: { household: "${unit}", expectedVersion: 1, state: OPEN }) { id } }`,
  ],
};

const refusals = async (sources: readonly string[], username?: string) =>
  Promise.all(
    sources.map(async (source) => {
      const { errors } = await bed.ask(source, username);
      const code = errors?.[0]!.extensions['code'];
      return code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' ? code : 'allowed';
    }),
  );

test.each(people)(
  '%s: reads figures %s, records %s, works on gap lists %s',
  async (username, read, record, gaps) => {
    const all = (may: boolean, sources: readonly string[]) =>
      sources.map(() => (may ? 'allowed' : 'FORBIDDEN'));
    expect(await refusals(asked.read, username)).toEqual(all(read, asked.read));
    expect(await refusals(asked.record, username)).toEqual(all(record, asked.record));
    expect(await refusals(asked.gaps, username)).toEqual(all(gaps, asked.gaps));
  },
);

test('the public reads the code list of groups and nothing else', async () => {
  const everything = Object.values(asked).flat();
  expect(await refusals(everything)).toEqual(everything.map(() => 'UNAUTHENTICATED'));
  expect(await refusals(['{ socialInsuranceParticipantGroups { totalCount } }'])).toEqual(['allowed']);
});

describe('rows', () => {
  const communes = async (username: string) => {
    const { data } = await bed.ask(
      '{ socialInsuranceCoverageSnapshots(first: 200, filter: { dateFrom: "2021-08-31", dateTo: "2021-08-31", insurance: [HEALTH] }) { totalCount nodes { unit { code } } } }',
      username,
    );
    const { nodes, totalCount } = data.socialInsuranceCoverageSnapshots;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ unit: { code } }: any) => code).sort();
  };

  test('a clerk has the own commune, a cluster its four, the district all; the others are not there', async () => {
    expect(await communes('clerk.bau-ham')).toEqual(['26257']);
    expect(await communes('officer.cluster4')).toEqual(['26251', '26254', '26257', '26260']);
    expect(await communes('lead.cluster4')).toEqual(['26251', '26254', '26257', '26260']);
    expect(await communes('officer.insurance')).toHaveLength(17);
    expect(await communes('standing')).toHaveLength(17);
  });

  test('a member organization and a counterpart have them as far as they take part in the program', async () => {
    expect(await communes('farmers')).toHaveLength(17);
    expect(await communes('insurance')).toHaveLength(17);
    expect(await communes('youth')).toEqual([]);
    // The police take part in no program of this test bed: they hold nothing at all.
    expect(await refusals(asked.read.slice(0, 1), 'police')).toEqual(['FORBIDDEN']);
  });

  test('filters, counts and orders reach no row that the list does not show', async () => {
    const caygao = await bed.unit('26254');
    const { data } = await bed.ask(
      `{ a: socialInsuranceCoverageSnapshots(filter: { unit: "${caygao}" }) { totalCount } b: administrativeUnit(code: "26254") { socialInsuranceCoverageSnapshots { totalCount nodes { id } } } }`,
      'clerk.bau-ham',
    );
    expect(data.a.totalCount).toBe(0);
    expect(data.b.socialInsuranceCoverageSnapshots).toEqual({ totalCount: 0, nodes: [] });
  });

  test('figures are append-only for the serving role: only the mark of replacement can be set, nothing deleted', () => {
    const tables = rowSecurityOf(bed.engine.composition.plugins).filter(
      ({ schema }) => schema === 'social_insurance',
    );
    expect(tables).toHaveLength(5);
    for (const { delete: remove } of tables) expect(remove).toBe('never');
    expect(tables.find(({ table }) => table === 'coverage_snapshot')!.update).toMatchObject({
      columns: ['superseded_at'],
    });
    expect(tables.find(({ table }) => table === 'participant_group')).toMatchObject({
      insert: 'never',
      update: 'never',
    });
  });
});

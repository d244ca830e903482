import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import socialInsurance from '../plugin.js';
import { InsuranceKind } from './insurance-kind.js';
import { loadGroups, readGroups } from './load-groups.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([socialInsurance]);
}, 300_000);
afterAll(() => bed?.close());

const day = /^\d{4}-\d{2}-\d{2}$/;

test('the file names for every group its insurance, its titles, its validity and its legal basis', async () => {
  const groups = await readGroups();
  expect(groups.length).toBeGreaterThanOrEqual(7);
  for (const group of groups) {
    expect(group.code).toMatch(/^[A-Z][A-Z_]+$/);
    expect(Object.values(InsuranceKind)).toContain(group.insurance);
    expect(group.titleVi).toBe(group.titleVi.normalize('NFC').trim());
    expect(group.titleEn).not.toBe('');
    expect(group.validFrom).toMatch(day);
    expect(group.validTo ?? '9999-12-31').toMatch(day);
    expect((group.validTo ?? '9999-12-31') > group.validFrom).toBe(true);
    expect(group.legalBasis).toMatch(/(Luật|Nghị định) .+Điều \d+/);
  }
});

test('one code is never in force twice on one day', async () => {
  const groups = await readGroups();
  for (const one of groups) {
    for (const other of groups) {
      if (one === other || one.code !== other.code) continue;
      const apart = (one.validTo ?? '9999') <= other.validFrom || (other.validTo ?? '9999') <= one.validFrom;
      expect(apart).toBe(true);
    }
  }
});

test('what changes in the file changes in the table, and ids stay', async () => {
  const rows = () =>
    bed.sql<{ id: number; code: string; title_vi: string; valid_to: string | null }>(
      'select id::int, code, title_vi, valid_to::text from social_insurance.participant_group order by id',
    );
  const before = await rows();
  const file = await readGroups();
  const changed = file.map((group) =>
    group.code === 'HOUSEHOLD' ? { ...group, titleVi: 'Hộ gia đình', validTo: '2025-07-01' } : group,
  );
  await loadGroups(bed.engine.servicesFor('social-insurance'), changed);
  const after = await rows();
  expect(after.map(({ id, code }) => [id, code])).toEqual(before.map(({ id, code }) => [id, code]));
  expect(after.find(({ code }) => code === 'HOUSEHOLD')).toMatchObject({
    title_vi: 'Hộ gia đình',
    valid_to: '2025-07-01',
  });
  await loadGroups(bed.engine.servicesFor('social-insurance'));
  expect(await rows()).toEqual(before);
});

test('everybody may read the groups, also those who have not signed in, and ask which were in force', async () => {
  const codes = async (filter: string) => {
    const { data, errors } = await bed.ask(
      `{ socialInsuranceParticipantGroups(filter: ${filter}) { nodes { code legalBasis } } }`,
    );
    expect(errors).toBeUndefined();
    return data.socialInsuranceParticipantGroups.nodes.map(({ code }: any) => code);
  };
  expect(await codes('{ validOn: "2018-11-30", insurance: [HEALTH] }')).toHaveLength(5);
  expect(await codes('{ validOn: "2018-12-01", insurance: [HEALTH] }')).toHaveLength(6);
  expect(await codes('{ validOn: "2014-12-31" }')).toEqual([]);
  expect(await codes('{ insurance: [VOLUNTARY_SOCIAL] }')).toEqual(['VOLUNTARY']);
});

test('nobody changes the list through the serving role', async () => {
  const { database } = bed.engine;
  await expect(
    database.transaction({}, (session) =>
      session.query(`update social_insurance.participant_group set code = 'X'`),
    ),
  ).rejects.toThrow();
});

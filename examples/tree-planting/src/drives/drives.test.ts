import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import plugin from '../plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([plugin]);
}, 120_000);
afterAll(() => bed?.close());

const driveIn = async (code: string) => ({
  unit: await bed.unit(code),
  kind: 'SCATTERED',
  plantedOn: '2021-06-05',
  trees: 120,
});

test('a clerk records a planting day, and it is audited', async () => {
  const input = await driveIn('26257');
  const drive = await bed.change(
    'treePlantingRecordDrive',
    input,
    'clerk.bau-ham',
    'trees unit { fullName }',
  );
  expect(drive).toEqual({ trees: 120, unit: { fullName: 'Xã Bàu Hàm' } });
  expect(await bed.audit('tree-planting:record')).toHaveLength(1);
});

test('the clerk of another commune neither records here nor sees it', async () => {
  const input = await driveIn('26257');
  expect(await bed.refused('treePlantingRecordDrive', input, 'clerk.trang-bom')).toMatchObject({
    code: 'OUT_OF_SCOPE',
    field: 'input.unit',
  });
  const { data } = await bed.ask('{ treePlantingDrives { totalCount } }', 'clerk.trang-bom');
  expect(data.treePlantingDrives.totalCount).toBe(0);
});

test('nobody records without signing in', async () => {
  const refusal = await bed.refused('treePlantingRecordDrive', await driveIn('26257'), undefined);
  expect(refusal['code']).toBe('UNAUTHENTICATED');
});

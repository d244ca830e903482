import core, { scopeSettings } from '@phoihop/core';
import type { Caller } from '@phoihop/platform';
import { createTestBed, type TestBed } from '@phoihop/testing';
import plugin from './plugin.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed({ plugins: [core, plugin] });
}, 120_000);
afterAll(() => bed?.close());

/** Somebody who holds all permissions of this plugin over one commune and over the program. */
async function clerkOf(code: string): Promise<Caller> {
  const [reach] = await bed.sql<{ path: string }>(
    `select reach.path::text from core.unit_reach reach
       join core.administrative_unit_version version on version.unit_id = reach.unit_id
      where version.code = $1 and version.valid_to > '2021-10-15' and reach.own`,
    [code],
  );
  const scopes = { subtree: [`PRG_90.${reach!.path}`], exact: [] };
  const permissions = ['tree-planting:read', 'tree-planting:record'];
  return {
    userId: Number(code),
    roles: ['commune-clerk'],
    permissions: new Set(permissions),
    settings: scopeSettings(Object.fromEntries(permissions.map((name) => [name, scopes]))),
  };
}

const record = `mutation ($input: TreePlantingRecordDriveInput!) {
  treePlantingRecordDrive(input: $input) { id trees version unit { fullName } kind { code } }
}`;

async function inputFor(code: string, more: Record<string, unknown> = {}) {
  const { data } = await bed.graphql(`{ administrativeUnit(code: "${code}", asOf: "2021-06-05") { id } }`);
  const unit: string = data.administrativeUnit.id;
  return { input: { unit, kind: 'SCATTERED', plantedOn: '2021-06-05', trees: 120, ...more } };
}

test('a clerk records a planting day, and the commune shows it', async () => {
  const caller = await clerkOf('26257');
  const { data, errors } = await bed.graphql(record, { caller, variables: await inputFor('26257') });
  expect(errors).toBeUndefined();
  expect(data.treePlantingRecordDrive).toMatchObject({
    trees: 120,
    version: 1,
    unit: { fullName: 'Xã Bàu Hàm' },
    kind: { code: 'SCATTERED' },
  });
  const seen = `{ administrativeUnit(code: "26257") { treePlantingDrives { nodes { trees } totalCount } } }`;
  const answer = await bed.graphql(seen, { caller });
  expect(answer.data.administrativeUnit.treePlantingDrives).toEqual({
    nodes: [{ trees: 120 }],
    totalCount: 1,
  });
});

test('the clerk of another commune neither sees nor records here', async () => {
  const caller = await clerkOf('26260');
  const seen = await bed.graphql('{ treePlantingDrives { totalCount } }', { caller });
  expect(seen.data.treePlantingDrives.totalCount).toBe(0);
  const { data, errors } = await bed.graphql(record, { caller, variables: await inputFor('26257') });
  expect(data.treePlantingRecordDrive).toBeNull();
  expect(errors![0]!.extensions).toMatchObject({ code: 'OUT_OF_SCOPE', field: 'input.unit' });
});

test('nobody else may ask at all: null with a code, and no data', async () => {
  const { data, errors } = await bed.graphql('{ treePlantingDrives { totalCount } }');
  expect(data).toEqual({ treePlantingDrives: null });
  expect(errors![0]!.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a kind that was not in force on the day is refused', async () => {
  const caller = await clerkOf('26257');
  const variables = await inputFor('26257', { plantedOn: '2021-02-15' });
  const { errors } = await bed.graphql(record, { caller, variables });
  expect(errors![0]).toMatchObject({
    message: 'The kind of trees SCATTERED was not in force on 2021-02-15.',
    extensions: { code: 'TREE_KIND_NOT_IN_FORCE', field: 'input.kind' },
  });
});

test('the same key twice has one effect', async () => {
  const caller = await clerkOf('26263');
  const key = '7b1d5d8e-52c1-4f0e-9d39-0c8f8d1c6a11';
  const variables = await inputFor('26263', { idempotencyKey: key });
  const first = await bed.graphql(record, { caller, variables });
  const second = await bed.graphql(record, { caller, variables });
  expect(second).toEqual(first);
  const { data } = await bed.graphql('{ treePlantingDrives { totalCount } }', { caller });
  expect(data.treePlantingDrives.totalCount).toBe(1);
});

test('a correction asks for the version that was seen, and is written down', async () => {
  const caller = await clerkOf('26266');
  const made = await bed.graphql(record, { caller, variables: await inputFor('26266') });
  const drive: string = made.data.treePlantingRecordDrive.id;
  const correct = `mutation ($input: TreePlantingCorrectDriveInput!) {
    treePlantingCorrectDrive(input: $input) { trees version }
  }`;
  const input = { drive, expectedVersion: 1, trees: 210, reason: 'Đếm thiếu ấp 2.' };
  const { data } = await bed.graphql(correct, { caller, variables: { input } });
  expect(data.treePlantingCorrectDrive).toEqual({ trees: 210, version: 2 });
  const late = await bed.graphql(correct, { caller, variables: { input } });
  expect(late.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', given: 1, current: 2 });
  const written = await bed.sql(
    `select facts from platform.audit_event where action = 'tree-planting:correct'`,
  );
  expect(written).toMatchObject([{ facts: { before: 120, after: 210, reason: 'Đếm thiếu ấp 2.' } }]);
});

test('nothing is recorded in a quarter that is closed for the unit, or lies in a closed half year', async () => {
  await bed.sql(`
    insert into core.period_lock (period_id, unit_id, reason)
    select period.id, version.unit_id, 'Đã chốt số liệu.' from core.period period, core.administrative_unit_version version
     where period.key = '2021-H1' and version.code = '26269' and version.valid_to > '2021-10-15'`);
  const caller = await clerkOf('26269');
  const { errors } = await bed.graphql(record, { caller, variables: await inputFor('26269') });
  expect(errors![0]!.extensions).toMatchObject({
    code: 'PERIOD_LOCKED',
    field: 'input.plantedOn',
    given: '2021-Q2',
    reason: 'Đã chốt số liệu.',
  });
  const later = await bed.graphql(record, {
    caller,
    variables: await inputFor('26269', { plantedOn: '2021-07-01' }),
  });
  expect(later.data.treePlantingRecordDrive.version).toBe(1);
});

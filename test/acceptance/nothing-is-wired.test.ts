import { scopeSettings } from '@phoihop/core';
import type { Caller } from '@phoihop/platform';
import type { TestBed } from '@phoihop/testing';
import { createFullBed } from '../support/full-bed.js';

let bed: TestBed;
let province: Caller;
let ids: { province: string; trangBom: string; bauHam: string };

beforeAll(async () => {
  bed = await createFullBed();
  bed.setBusinessDate('2026-03-01');
  const { data } = await bed.graphql(`{
    province: administrativeUnit(code: "75") { id validFrom }
    trangBom: administrativeUnit(code: "26248") { id }
    bauHam: administrativeUnit(code: "26254") { id name }
  }`);
  expect(data.province.validFrom).toBe('2025-07-01');
  expect(data.bauHam.name).toBe('Bàu Hàm');
  ids = { province: data.province.id, trangBom: data.trangBom.id, bauHam: data.bauHam.id };
  province = await provinceOfficer();
}, 180_000);
afterAll(() => bed?.close());

/** Someone who holds everything that a province needs, over the province of 2025 and all programs. */
async function provinceOfficer(): Promise<Caller> {
  const [place] = await bed.sql<{ path: string }>(
    `select reach.path::text as path from core.unit_reach reach join core.administrative_unit_version version using (unit_id)
      where version.code = '75' and version.superseded_at is null and version.valid_from = '2025-07-01' and reach.own and reach.valid_from = '2025-07-01'`,
  );
  const [user] = await bed.sql<{ id: number }>(
    `select id::int as id from core.user_account where username = 'standing'`,
  );
  const permissions = [
    'core:indicator.manage',
    'core:target.manage',
    'core:target.read',
    'core:value.read',
    'core:value.record',
    'core:organization.manage',
  ];
  const scopes = Object.fromEntries(
    permissions.map((permission) => [permission, { subtree: [`any.${place!.path}`], exact: [] }]),
  );
  return {
    userId: user!.id,
    roles: ['district-standing'],
    permissions: new Set(permissions),
    settings: { ...scopeSettings(scopes), organizations: '' },
  };
}

async function change(mutation: string, type: string, input: object): Promise<any> {
  const { data, errors } = await bed.graphql(`mutation ($input: ${type}!) { ${mutation} }`, {
    caller: province,
    variables: { input },
  });
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
}

test('an indicator, a unit group and a target made by mutation in a province of 2025 answer through the same query', async () => {
  const indicator = await change('createIndicator(input: $input) { id key }', 'CreateIndicatorInput', {
    key: 'environment.trees-planted',
    program: 'PRG-26',
    titleVi: 'Số cây xanh trồng mới',
    titleEn: 'Trees planted',
    descriptionVi: 'Số cây trồng trong kỳ và còn sống cuối kỳ.',
    descriptionEn: 'Trees planted in the period and alive at its end.',
    unitOfMeasureVi: 'cây',
    unitOfMeasureEn: 'trees',
    kind: 'SUM',
    calendar: 'MONTH',
    collectionLevel: 'COMMUNE',
    mergeRule: 'SUM',
    sources: ['front-report'],
  });
  const group = await change('createUnitGroup(input: $input) { id key }', 'CreateUnitGroupInput', {
    key: 'dong-nai-green-2026',
    nameVi: 'Cụm xanh',
    nameEn: 'Green cluster',
    purpose: 'COORDINATION',
    unit: ids.province,
    members: [ids.trangBom, ids.bauHam],
    validFrom: '2026-01-01',
  });
  const target = await change('createTarget(input: $input) { id code }', 'CreateTargetInput', {
    indicator: indicator.id,
    unitGroup: group.id,
    period: { calendar: 'YEAR', key: '2026' },
    operator: 'AT_LEAST',
    value: '1000',
  });
  for (const [unit, value] of [
    [ids.trangBom, '150'],
    [ids.bauHam, '90'],
  ] as const) {
    await change('recordDataValue(input: $input) { id }', 'RecordDataValueInput', {
      indicator: indicator.key,
      unit,
      period: { calendar: 'MONTH', key: '2026-02' },
      value,
    });
  }
  const { data, errors } = await bed.graphql(
    `query ($id: ID!) { target(id: $id) { operator value unitGroup { name } progress { state actual percent coverage { have needed } } reportingRow { cumulative percentOfPlan } demo } }`,
    { caller: province, variables: { id: target.id } },
  );
  expect(errors).toBeUndefined();
  expect(data.target).toMatchObject({
    operator: 'AT_LEAST',
    unitGroup: { name: 'Green cluster' },
    progress: { actual: '240', percent: '24' },
    reportingRow: { cumulative: '240', percentOfPlan: '24' },
    demo: false,
  });
});

test('the province of 2025 may read the history its lineage leads into, and cannot change it', async () => {
  const { data } = await bed.graphql(
    `{ administrativeUnit(code: "26254", asOf: "2021-10-15") { id name dataValues(first: 1) { nodes { id value } } } }`,
    {
      caller: province,
    },
  );
  expect(data.administrativeUnit.name).toBe('Cây Gáo');
  expect(data.administrativeUnit.dataValues.nodes).toHaveLength(1);
  const { errors } = await bed.graphql(
    `mutation ($input: RecordDataValueInput!) { recordDataValue(input: $input) { id } }`,
    {
      caller: province,
      variables: {
        input: {
          indicator: 'social-care.gift-cards',
          unit: data.administrativeUnit.id,
          period: { calendar: 'MONTH', key: '2021-10' },
          value: '1',
        },
      },
    },
  );
  expect(errors![0]!.extensions.code).toBe('OUT_OF_SCOPE');
});

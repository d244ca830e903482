/** Setting, changing and handing down targets. */
import type { Caller } from '@phoihop/platform';
import { scopeSettings, scopesOfSettings } from '../access/scopes.js';
import { allParts, contributingPlugins, startTestBed, type TestBed } from '../programs/test-bed.js';

const plugins = await contributingPlugins();
const manager = ['core:target.read', 'core:target.manage', 'core:value.read', 'core:document.read'];

let bed: TestBed;
let standing: Caller;
const id = async (query: string): Promise<string> => {
  const { found } = await bed.ask(`{ found: ${query} { id } }`, standing);
  return found.id;
};
const unit = (code: string) => id(`administrativeUnit(code: "${code}")`);
const indicator = (key: string) => id(`indicator(key: "${key}")`);

beforeAll(async () => {
  bed = await startTestBed({ parts: allParts, plugins });
  standing = await bed.caller(1, manager, [{ code: '737' }]);
}, 600_000);
afterAll(() => bed?.stop());

const create = `mutation ($input: CreateTargetInput!) {
  createTarget(input: $input) { id code operator value valueMax deadline path tolerance version quote reading baseline { kind value note }
    unit { code } unitGroup { key } organization { key } homeUnit { code } period { key } program { code } indicator { key } parentTarget { id }
    progress { state reason { code } levelToReach } }
}`;
const change = `mutation ($input: ChangeTargetInput!) { changeTarget(input: $input) { value deadline version baseline { kind value note } progress { levelToReach } } }`;
const allocate = `mutation ($input: AllocateTargetInput!) {
  allocateTarget(input: $input) { version allocation { additive sum rest excess overAllocated count parts { unit { code } organization { key } value operator version } } }
}`;
const codes = (error: Record<string, unknown>) =>
  (error['problems'] as { code: string }[]).map(({ code }) => code);

const houses = async (more: object = {}) => ({
  indicator: await indicator('fund-for-the-poor.houses'),
  unit: await unit('26254'),
  period: { calendar: 'YEAR', key: '2021' },
  operator: 'AT_LEAST',
  value: '2',
  ...more,
});

test('a target is set; what is not given has a plain meaning', async () => {
  const { createTarget } = await bed.ask(create, standing, {
    input: await houses({ quote: ' 02 căn nhà ', weight: '1.5' }),
  });
  expect(createTarget).toMatchObject({
    code: null,
    operator: 'AT_LEAST',
    value: '2',
    deadline: '2021-12-31',
    path: 'NONE',
    tolerance: '0',
    version: 1,
    quote: '02 căn nhà',
    baseline: null,
    unit: { code: '26254' },
    homeUnit: { code: '26254' },
    period: { key: '2021' },
    program: { code: 'PRG-15' },
    progress: { state: 'NO_DATA', levelToReach: '2' },
  });
  const [row] = await bed.place.sql(
    `select action, facts from platform.audit_event where action = 'core:target.create'`,
  );
  expect(row!['facts']).toMatchObject({ indicator: 'fund-for-the-poor.houses', value: '2' });
});

test('a change is a fraction, with where it starts from', async () => {
  const input = {
    indicator: await indicator('traffic-safety.traffic-deaths'),
    unit: await unit('26254'),
    period: { calendar: 'TRAFFIC_YEAR', key: '2021-T' },
    operator: 'RELATIVE_DECREASE',
    value: '0.1',
    baseline: { kind: 'VALUE', value: '10', note: 'Theo công an huyện' },
  };
  const { createTarget } = await bed.ask(create, standing, { input });
  expect(createTarget).toMatchObject({
    deadline: '2021-12-15',
    baseline: { kind: 'VALUE', value: '10', note: 'Theo công an huyện' },
    progress: { levelToReach: '9' },
  });
});

test('every mistake is told at once, with a code of its own', async () => {
  const refuse = async (more: object) => bed.refused(create, standing, { input: await houses(more) });
  const wrong = await refuse({
    operator: 'RANGE',
    value: '-1',
    tolerance: '1',
    deadline: '2020-12-31',
    weight: '0',
  });
  expect(wrong).toMatchObject({ code: 'TARGET_UNSOUND', field: 'input.value' });
  expect(codes(wrong)).toEqual([
    'TARGET_NEGATIVE_VALUE',
    'TARGET_RANGE_WITHOUT_MAXIMUM',
    'TARGET_TOLERANCE_OUT_OF_RANGE',
    'TARGET_DEADLINE_BEFORE_PERIOD',
    'BAD_USER_INPUT',
  ]);
  expect(codes(await refuse({ operator: 'RELATIVE_DECREASE', value: '5' }))).toEqual([
    'TARGET_DECREASE_ABOVE_ALL',
    'TARGET_BASELINE_MISSING',
  ]);
  expect(codes(await refuse({ operator: 'HOLD_EVENTS' }))).toEqual(['TARGET_OPERATOR_KIND']);
  expect(
    codes(
      await refuse({ indicator: await indicator('social-insurance.health-insurance-rate'), value: '91' }),
    ),
  ).toEqual(['TARGET_SHARE_ABOVE_ONE']);
  expect(codes(await refuse({ baseline: { kind: 'VALUE' } }))).toEqual(['TARGET_BASELINE_VALUE']);
  expect(await refuse({ unit: null })).toMatchObject({
    code: 'BAD_USER_INPUT',
    allowed: 'unit | unitGroup | organization',
  });
  expect(await refuse({ period: { calendar: 'YEAR', key: '2021-Q1' } })).toMatchObject({
    code: 'PERIOD_CALENDAR_MISMATCH',
  });
});

test('scope is unit and program together; outside of it nothing is set', async () => {
  const oneProgram = await bed.caller(2, manager, [{ code: '26254', program: 'PRG-15' }]);
  const { createTarget } = await bed.ask(create, oneProgram, { input: await houses() });
  expect(createTarget.unit.code).toBe('26254');
  expect(
    await bed.refused(create, oneProgram, { input: await houses({ unit: await unit('26257') }) }),
  ).toMatchObject({ code: 'OUT_OF_SCOPE', field: 'input.unit' });
  const rate = { indicator: await indicator('social-insurance.health-insurance-rate'), value: '0.9' };
  expect(await bed.refused(create, oneProgram, { input: await houses(rate) })).toMatchObject({
    code: 'OUT_OF_SCOPE',
  });
  const reads = await bed.caller(3, ['core:target.read'], [{ code: '737' }]);
  expect(await bed.refused(create, reads, { input: await houses() })).toMatchObject({
    code: 'FORBIDDEN',
    field: 'Mutation.createTarget',
  });
});

test('a change keeps the old values with the reason; two at once do not overwrite each other', async () => {
  const target = await id('targetByCode(code: "T-07")');
  const input = { target, value: '320', reason: 'Nhà tài trợ bổ sung', expectedVersion: 1 };
  expect((await bed.ask(change, standing, { input })).changeTarget).toMatchObject({
    value: '320',
    version: 2,
    progress: { levelToReach: '320' },
  });
  expect(await bed.refused(change, standing, { input: { ...input, value: '310' } })).toMatchObject({
    code: 'CONFLICT',
    given: 1,
    current: 2,
  });
  expect(
    await bed.refused(change, standing, { input: { ...input, reason: ' ', expectedVersion: 2 } }),
  ).toMatchObject({ code: 'TEXT_LENGTH', field: 'input.reason' });
  expect(
    codes(await bed.refused(change, standing, { input: { ...input, valueMax: '400', expectedVersion: 2 } })),
  ).toEqual(['TARGET_MAXIMUM_WITHOUT_RANGE']);
  const [row] = await bed.place.sql(
    `select facts from platform.audit_event where action = 'core:target.change'`,
  );
  expect(row!['facts']).toMatchObject({
    reason: 'Nhà tài trợ bổ sung',
    before: { value: '300' },
    after: { value: '320' },
  });
});

test('an unknown baseline becomes known, and the level with it', async () => {
  const target = await id('targetByCode(code: "T-05")');
  const baseline = { kind: 'VALUE', value: '0.0004', note: 'Số liệu Phòng LĐTBXH' };
  const { changeTarget } = await bed.ask(change, standing, {
    input: { target, baseline, reason: 'Có số liệu gốc', expectedVersion: 1 },
  });
  expect(changeTarget).toMatchObject({ baseline, progress: { levelToReach: '0.0003' } });
});

test('parts are handed down, added to and changed; the sum is held against the whole', async () => {
  const target = await id('targetByCode(code: "T-06")');
  const [cayGao, bauHam, thanhBinh] = [await unit('26254'), await unit('26257'), await unit('26251')];
  const first = {
    target,
    parts: [
      { unit: cayGao, value: '3' },
      { unit: bauHam, value: '4', valueMax: '6' },
    ],
    expectedVersion: 1,
  };
  const { allocateTarget } = await bed.ask(allocate, standing, { input: first });
  expect(allocateTarget).toMatchObject({
    version: 2,
    allocation: { additive: true, sum: '7', rest: '3', excess: '0', overAllocated: false, count: 2 },
  });
  expect(allocateTarget.allocation.parts).toEqual([
    { unit: { code: '26254' }, organization: null, value: '3', operator: 'AT_LEAST', version: 1 },
    { unit: { code: '26257' }, organization: null, value: '4', operator: 'RANGE', version: 1 },
  ]);
  expect(await bed.refused(allocate, standing, { input: first })).toMatchObject({
    code: 'CONFLICT',
    current: 2,
  });

  const second = {
    target,
    parts: [
      { unit: bauHam, value: '6' },
      { unit: thanhBinh, value: '8' },
    ],
    expectedVersion: 2,
    reason: 'Xã Bàu Hàm đăng ký thêm',
  };
  const { allocateTarget: more } = await bed.ask(allocate, standing, { input: second });
  // A range of 10 to 15: seventeen are two more than was promised at most.
  expect(more.allocation).toMatchObject({ sum: '17', rest: '0', excess: '2', overAllocated: true, count: 3 });
  expect(more.allocation.parts[1]).toEqual({
    unit: { code: '26257' },
    organization: null,
    value: '6',
    operator: 'AT_LEAST',
    version: 2,
  });
});

test('a commune sees its own part and the target it comes from stays hidden; the sum is of all parts', async () => {
  const commune = await bed.caller(5, manager, [{ code: '26254' }]);
  const { targets } = await bed.ask(
    `{ targets { nodes { unit { code } value parentTarget { code } } } }`,
    commune,
  );
  expect(targets.nodes).toContainEqual({ unit: { code: '26254' }, value: '3', parentTarget: null });
  expect(targets.nodes.every((one: { unit: { code: string } }) => one.unit.code === '26254')).toBe(true);
  const scope = scopesOfSettings(standing.settings);
  const districtOnly: Caller = {
    ...standing,
    settings: {
      ...standing.settings,
      ...scopeSettings(
        Object.fromEntries(
          Object.entries(scope).map(([name, { subtree }]) => [name, { subtree: [], exact: subtree }]),
        ),
      ),
    },
  };
  const { targetByCode } = await bed.ask(
    `{ targetByCode(code: "T-06") { parts { totalCount } allocation { count sum parts { value } } } }`,
    districtOnly,
  );
  expect(targetByCode).toEqual({ parts: { totalCount: 0 }, allocation: { count: 3, sum: '17', parts: [] } });
});

test('what does not add up is not handed down', async () => {
  const part = async (code: string) => ({
    target: await id(`targetByCode(code: "${code}")`),
    parts: [{ unit: await unit('26254'), value: '0.9' }],
    expectedVersion: 1,
  });
  expect(await bed.refused(allocate, standing, { input: await part('T-12') })).toMatchObject({
    code: 'TARGET_NOT_ADDITIVE',
    reason: 'RATIO_NOT_SUMMED',
  });
  expect(await bed.refused(allocate, standing, { input: await part('T-11') })).toMatchObject({
    code: 'TARGET_NOT_ADDITIVE',
    reason: 'RELATIVE_CHANGE_NOT_SUMMED',
  });
  const { targetByCode } = await bed.ask(
    `{ targetByCode(code: "T-12") { allocation { additive reason { code message } sum overAllocated count } } }`,
    standing,
    {},
    'vi',
  );
  expect(targetByCode.allocation).toEqual({
    additive: false,
    reason: { code: 'RATIO_NOT_SUMMED', message: 'Tỷ lệ của các đơn vị không cộng thành tỷ lệ chung.' },
    sum: null,
    overAllocated: null,
    count: 0,
  });
});

test('receivers lie below the unit of the target, each once', async () => {
  const target = await id('targetByCode(code: "T-07")');
  const refuse = async (parts: object[]) =>
    bed.refused(allocate, standing, { input: { target, parts, expectedVersion: 2 } });
  expect(await refuse([{ unit: await unit('737'), value: '1' }])).toMatchObject({
    code: 'TARGET_PART_NOT_BELOW',
    field: 'input.parts[0].unit',
  });
  expect(
    await refuse([
      { unit: await unit('26254'), value: '1' },
      { unit: await unit('26005'), value: '1' },
    ]),
  ).toMatchObject({
    code: 'TARGET_PART_NOT_BELOW',
    field: 'input.parts[1].unit',
  });
  expect(
    await refuse([
      { unit: await unit('26254'), value: '1' },
      { unit: await unit('26254'), value: '2' },
    ]),
  ).toMatchObject({ code: 'ALREADY_EXISTS' });
  expect(await refuse([])).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.parts' });
});

test('a group of units and an organization can be promised to as well', async () => {
  await bed.place.sql(
    `with home as (select unit_id from core.administrative_unit_version where code = '737' and superseded_at is null),
       org as (insert into core.organization (key, demo) values ('farmers-union', true) returning id),
       made as (insert into core.unit_group (key, name_vi, name_en, purpose, year, unit_id, valid_from)
         select 'cluster-1', 'Cụm 1', 'Cluster 1', 'EMULATION', 2021, unit_id, '2021-01-01' from home returning id),
       named as (insert into core.organization_version (organization_id, name, kind, unit_id, valid_from)
         select org.id, 'Hội Nông dân huyện', 'SOCIO_POLITICAL_ORGANIZATION', home.unit_id, '2019-01-01' from org, home)
     insert into core.unit_group_member (group_id, unit_id, valid_from)
     select made.id, v.unit_id, '2021-01-01' from made, core.administrative_unit_version v
      where v.code in ('26254', '26257') and v.superseded_at is null and v.valid_from <= '2021-06-01' and v.valid_to > '2021-06-01'`,
  );
  const [group, organization] = [
    await id('unitGroup(key: "cluster-1")'),
    await id('organization(key: "farmers-union")'),
  ];
  const ofGroup = (
    await bed.ask(create, standing, { input: await houses({ unit: null, unitGroup: group, value: '5' }) })
  ).createTarget;
  expect(ofGroup).toMatchObject({
    unit: null,
    unitGroup: { key: 'cluster-1' },
    homeUnit: { code: '737' },
    progress: { state: 'NO_DATA', reason: { code: 'NO_DATA' } },
  });
  const ofOrganization = (
    await bed.ask(create, standing, { input: await houses({ unit: null, organization, value: '3' }) })
  ).createTarget;
  expect(ofOrganization).toMatchObject({
    organization: { key: 'farmers-union' },
    progress: { state: 'NO_DATA', reason: { code: 'ORGANIZATION_NOT_MEASURED' } },
  });
  const input = {
    target: await id('targetByCode(code: "T-08")'),
    parts: [{ organization, value: '1' }],
    expectedVersion: 1,
  };
  const { allocateTarget } = await bed.ask(allocate, standing, { input });
  expect(allocateTarget.allocation.parts).toMatchObject([
    { organization: { key: 'farmers-union' }, unit: null },
  ]);
});

test('a repeated submission sets one target', async () => {
  const input = await houses({ value: '7', idempotencyKey: '6f1d2b9e-3c4a-4e5f-8a7b-1c2d3e4f5a6b' });
  const first = await bed.ask(create, standing, { input });
  expect(await bed.ask(create, standing, { input })).toEqual(first);
  expect(await bed.place.sql(`select count(*)::int as n from core.target where value = 7`)).toEqual([
    { n: 1 },
  ]);
});

test('under a unit: its own targets and those of all below', async () => {
  const district = await unit('737');
  const { targets } = await bed.ask(
    `query ($unit: ID!) { targets(first: 200, filter: { under: $unit, indicator: "${await indicator('fund-for-the-poor.houses')}" }) { nodes { homeUnit { code } } } }`,
    standing,
    { unit: district },
  );
  const homes = new Set(targets.nodes.map((one: { homeUnit: { code: string } }) => one.homeUnit.code));
  expect(homes).toEqual(new Set(['737', '26254', '26257', '26251']));
});

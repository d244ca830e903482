/** Targets on other days: after the deadline, and in the tree of 2025. */
import type { Caller } from '@phoihop/platform';
import { allParts, contributingPlugins, report, startTestBed, type TestBed } from '../programs/test-bed.js';

const plugins = await contributingPlugins();
const manager = ['core:target.read', 'core:target.manage', 'core:value.read', 'core:document.read'];
const progress = `progress { state reason { code } actual percent dataState coverage { needed have } }`;

describe('after the deadline', () => {
  let bed: TestBed;
  let officer: Caller;
  beforeAll(async () => {
    bed = await startTestBed({ parts: allParts, plugins, businessDate: '2022-01-15' });
    officer = await bed.caller(1, manager, [{ code: '737' }]);
  }, 600_000);
  afterAll(() => bed?.stop());
  const target = async (code: string) =>
    (await bed.ask(`{ targetByCode(code: "${code}") { id ${progress} } }`, officer)).targetByCode;

  test('nothing is final while figures are not accepted; then it is', async () => {
    await report(bed, 'social-care.gift-cards', { months: 12, value: () => '1' });
    expect((await target('T-07')).progress).toMatchObject({
      state: 'AT_RISK',
      reason: { code: 'DATA_NOT_ACCEPTED' },
      actual: '204',
      dataState: 'PROVISIONAL',
    });
    await bed.place.sql(`alter table core.data_value disable trigger data_value_guarded`);
    await bed.place.sql(`update core.data_value set state = 'ACCEPTED'`);
    await bed.place.sql(`alter table core.data_value enable trigger data_value_guarded`);
    expect((await target('T-07')).progress).toMatchObject({
      state: 'MISSED',
      reason: null,
      percent: '68',
      dataState: 'ACCEPTED',
    });
  });

  test('a verdict is not spoken while a figure is missing', async () => {
    await bed.place.sql(
      `update core.data_value set superseded_at = now() where id = (select min(id) from core.data_value)`,
    );
    expect((await target('T-07')).progress).toMatchObject({
      state: 'AT_RISK',
      reason: { code: 'DATA_NOT_ACCEPTED' },
      coverage: { needed: 204, have: 203 },
    });
  });

  test('a target is not changed any more', async () => {
    const { id } = await target('T-07');
    const input = { target: id, value: '200', reason: 'Hạ chỉ tiêu', expectedVersion: 1 };
    expect(
      await bed.refused(
        `mutation ($input: ChangeTargetInput!) { changeTarget(input: $input) { value } }`,
        officer,
        { input },
      ),
    ).toMatchObject({
      code: 'TARGET_PAST_DEADLINE',
      deadline: '2021-12-31',
    });
  });
});

describe('in the tree of 2025', () => {
  let bed: TestBed;
  let province: Caller;
  beforeAll(async () => {
    bed = await startTestBed({ parts: allParts, plugins, businessDate: '2025-10-15' });
    province = await bed.caller(1, manager, [{ code: '75' }]);
  }, 600_000);
  afterAll(() => bed?.stop());

  test('a province sets a target, hands parts down to its communes and sees how they stand', async () => {
    const found = await bed.ask(
      `{ province: administrativeUnit(code: "75") { id fullName } commune: administrativeUnit(code: "26254") { id name parent { code } }
         indicator(key: "fund-for-the-poor.houses") { id } old: targetByCode(code: "T-06") { id } }`,
      province,
    );
    expect(found.commune).toMatchObject({ name: 'Bàu Hàm', parent: { code: '75' } });
    const input = {
      indicator: found.indicator.id,
      unit: found.province.id,
      period: { calendar: 'QUARTER', key: '2025-Q3' },
      operator: 'AT_LEAST',
      value: '100',
      path: 'LINEAR',
      derivedFrom: found.old?.id,
    };
    const { createTarget } = await bed.ask(
      `mutation ($input: CreateTargetInput!) { createTarget(input: $input) { id version unit { fullName } ${progress} } }`,
      province,
      { input },
    );
    expect(createTarget).toMatchObject({
      unit: { fullName: found.province.fullName },
      progress: { state: 'NO_DATA' },
    });
    const communes = createTarget.progress.coverage.needed / 3;
    expect(communes).toBeGreaterThan(90);

    const parts = {
      target: createTarget.id,
      parts: [{ unit: found.commune.id, value: '4' }],
      expectedVersion: createTarget.version,
    };
    const { allocateTarget } = await bed.ask(
      `mutation ($input: AllocateTargetInput!) { allocateTarget(input: $input) { allocation { sum rest parts { unit { name code } homeUnit { code } } } } }`,
      province,
      { input: parts },
    );
    expect(allocateTarget.allocation).toEqual({
      sum: '4',
      rest: '96',
      parts: [{ unit: { name: 'Bàu Hàm', code: '26254' }, homeUnit: { code: '26254' } }],
    });
  });

  test('the code of an abolished unit gives no right over its targets: Bàu Hàm is not Cây Gáo', async () => {
    const commune = await bed.caller(2, manager, [{ code: '26254' }]);
    const { targets } = await bed.ask(`{ targets { nodes { unit { name } } } }`, commune);
    expect(targets.nodes).toEqual([{ unit: { name: 'Bàu Hàm' } }]);
  });

  test('targets of the district that is gone are read by whoever its lineage leads into, and changed by nobody', async () => {
    const { targetByCode } = await bed.ask(
      `{ targetByCode(code: "T-07") { id unit { fullName validTo } ${progress} } }`,
      province,
    );
    expect(targetByCode).toMatchObject({ unit: { fullName: 'Huyện Trảng Bom', validTo: '2025-07-01' } });
    const input = {
      target: targetByCode.id,
      parts: [{ unit: (await bed.ask(`{ u: administrativeUnit(code: "26254") { id } }`)).u.id, value: '1' }],
      expectedVersion: 1,
    };
    expect(
      await bed.refused(
        `mutation ($input: AllocateTargetInput!) { allocateTarget(input: $input) { version } }`,
        province,
        { input },
      ),
    ).toMatchObject({
      code: 'OUT_OF_SCOPE',
    });
  });
});

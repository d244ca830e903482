/** Planning activities and recording that they took place. */
import type { Caller } from '@phoihop/platform';
import { allParts, contributingPlugins, startTestBed, type TestBed } from '../programs/test-bed.js';

const organizer = ['core:activity.read', 'core:activity.manage'];
const plugins = await contributingPlugins();

let bed: TestBed;
let district: Caller;
let commune: Caller;
let ids: Record<string, string>;

beforeAll(async () => {
  bed = await startTestBed({ parts: allParts, plugins });
  district = await bed.caller(1, organizer, [{ code: '737' }]);
  commune = await bed.caller(2, organizer, [{ code: '26254', program: 'PRG-18' }]);
  const found = await bed.ask(
    `{ market: programByCode(code: "PRG-18") { id } other: programByCode(code: "PRG-27") { id }
       unit: administrativeUnit(code: "26254") { id } neighbor: administrativeUnit(code: "26257") { id } }`,
  );
  ids = Object.fromEntries(Object.entries<{ id: string }>(found).map(([name, { id }]) => [name, id]));
}, 180_000);
afterAll(() => bed?.stop());

const plan = `mutation ($input: PlanActivityInput!) {
  planActivity(input: $input) { id code title whenText startsOn endsOn whenPrecision state place unit { code } program { code } version }
}`;
const held = `mutation ($input: RecordActivityHeldInput!) {
  recordActivityHeld(input: $input) { id state heldOn attendance place version }
}`;
const cancel = `mutation ($input: CancelActivityInput!) { cancelActivity(input: $input) { state version } }`;

const market = () => ({
  program: ids['market'],
  unit: ids['unit'],
  title: 'Phiên chợ hàng Việt tại xã',
  kind: 'MARKET',
  level: 'COMMUNE',
  startsOn: '2021-10-09',
  endsOn: '2021-10-10',
});

test('an activity is planned, recorded as held and corrected with a reason', async () => {
  const { planActivity } = await bed.ask(plan, commune, { input: { ...market(), place: ' Nhà văn hóa ' } });
  expect(planActivity).toMatchObject({
    code: null,
    whenText: 'từ ngày 9/10/2021 đến ngày 10/10/2021',
    whenPrecision: 'DAY',
    state: 'PLANNED',
    place: 'Nhà văn hóa',
    unit: { code: '26254' },
    program: { code: 'PRG-18' },
    version: 1,
  });
  const activity = planActivity.id;
  const first = await bed.ask(held, commune, {
    input: { activity, heldOn: '2021-10-09', attendance: 0, expectedVersion: 1 },
  });
  expect(first.recordActivityHeld).toMatchObject({
    state: 'HELD',
    heldOn: '2021-10-09',
    attendance: 0,
    place: 'Nhà văn hóa',
    version: 2,
  });

  const again = { activity, heldOn: '2021-10-10', attendance: 350, expectedVersion: 2 };
  expect(await bed.refused(held, commune, { input: again })).toMatchObject({
    code: 'ACTIVITY_ALREADY_HELD',
    heldOn: '2021-10-09',
  });
  const corrected = await bed.ask(held, commune, { input: { ...again, reason: 'Ghi nhầm ngày' } });
  expect(corrected.recordActivityHeld).toMatchObject({ heldOn: '2021-10-10', attendance: 350, version: 3 });
  const trail = await bed.place.sql<{ facts: unknown }>(
    `select facts from platform.audit_event where action = 'core:activity.held' order by id`,
  );
  expect(trail.map(({ facts }) => facts)).toEqual([
    { heldOn: '2021-10-09', reason: null },
    {
      heldOn: '2021-10-10',
      reason: 'Ghi nhầm ngày',
      before: { heldOn: '2021-10-09', attendance: 0, place: 'Nhà văn hóa' },
    },
  ]);
});

test('who has not seen the last version is told the current one, and nothing is written', async () => {
  const { planActivity } = await bed.ask(plan, commune, { input: market() });
  const input = { activity: planActivity.id, heldOn: '2021-10-09', expectedVersion: 7 };
  expect(await bed.refused(held, commune, { input })).toMatchObject({
    code: 'CONFLICT',
    given: 7,
    current: 1,
  });
  const { activity } = await bed.ask(`query ($id: ID!) { activity(id: $id) { state version } }`, commune, {
    id: planActivity.id,
  });
  expect(activity).toEqual({ state: 'PLANNED', version: 1 });
});

test('not tomorrow, not before the unit existed, not with fewer than nobody', async () => {
  const { planActivity } = await bed.ask(plan, commune, { input: market() });
  const refuse = (change: object) =>
    bed.refused(held, commune, {
      input: { activity: planActivity.id, heldOn: '2021-10-09', expectedVersion: 1, ...change },
    });
  expect(await refuse({ heldOn: '2021-10-16' })).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.heldOn',
    allowed: '<= 2021-10-15',
  });
  expect(await refuse({ heldOn: '1900-01-01' })).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.heldOn',
  });
  expect(await refuse({ attendance: -1 })).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.attendance',
    given: -1,
    allowed: '>= 0',
  });
  expect(await bed.refused(plan, commune, { input: { ...market(), endsOn: '2021-10-08' } })).toMatchObject({
    field: 'input.endsOn',
  });
});

test('scope is unit and program together', async () => {
  expect(await bed.refused(plan, commune, { input: { ...market(), unit: ids['neighbor'] } })).toMatchObject({
    code: 'OUT_OF_SCOPE',
    field: 'input.unit',
  });
  expect(await bed.refused(plan, commune, { input: { ...market(), program: ids['other'] } })).toMatchObject({
    code: 'OUT_OF_SCOPE',
  });
});

test('the published program is known everywhere, what a unit plans beyond it within scopes', async () => {
  const { planActivity } = await bed.ask(plan, district, { input: { ...market(), unit: ids['neighbor'] } });
  const { activity, published } = await bed.ask(
    `query ($id: ID!) { activity(id: $id) { title } published: activityByCode(code: "E-18") { title version } }`,
    commune,
    { id: planActivity.id },
  );
  expect(activity).toBeNull();
  expect(published.title).toBeTruthy();
  const { activityByCode } = await bed.ask(`{ activityByCode(code: "E-18") { id version } }`, commune);
  const input = {
    activity: activityByCode.id,
    heldOn: '2021-10-01',
    expectedVersion: activityByCode.version,
  };
  expect(await bed.refused(held, commune, { input })).toMatchObject({
    code: 'OUT_OF_SCOPE',
    field: 'input.activity',
  });
  const { recordActivityHeld } = await bed.ask(held, district, { input: { ...input, attendance: 120 } });
  expect(recordActivityHeld).toMatchObject({ state: 'HELD', attendance: 120, version: 2 });
});

test('an activity is called off once, and then nothing more happens to it', async () => {
  const { planActivity } = await bed.ask(plan, commune, { input: market() });
  const input = { activity: planActivity.id, reason: 'Dịch bệnh', expectedVersion: 1 };
  expect((await bed.ask(cancel, commune, { input })).cancelActivity).toEqual({
    state: 'CANCELLED',
    version: 2,
  });
  expect(await bed.refused(cancel, commune, { input: { ...input, expectedVersion: 2 } })).toMatchObject({
    code: 'ACTIVITY_CANCELLED',
  });
  expect(
    await bed.refused(held, commune, {
      input: { activity: planActivity.id, heldOn: '2021-10-09', reason: 'x', expectedVersion: 2 },
    }),
  ).toMatchObject({
    code: 'ACTIVITY_CANCELLED',
  });
});

test('the row rule refuses what no resolver asked about: past the API nothing is written either', async () => {
  const write = bed.engine.database.transaction(
    { settings: { ...commune.settings, business_date: '2021-10-15' } },
    (session) =>
      session.query(`update core.activity set state = 'CANCELLED' where code = 'E-01' returning id`),
  );
  expect(await write).toEqual([]);
});

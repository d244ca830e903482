/** Work plans: drawn up, approved by another person, adjusted, closed. */
import type { Caller } from '@phoihop/platform';
import { allParts, contributingPlugins, startTestBed, type TestBed } from '../programs/test-bed.js';

const planner = ['core:plan.read', 'core:plan.manage', 'core:document.read'];
const plugins = await contributingPlugins();

/** A caller as sign-in makes it: the transaction knows the person behind the account. */
const person = async (id: number, caller: Promise<Caller>): Promise<Caller> => {
  const made = await caller;
  return { ...made, settings: { ...made.settings, person: String(id) } };
};

let bed: TestBed;
let district: Caller;
let clerk: Caller;
let standing: Caller;
let reader: Caller;
let ids: Record<string, string>;

beforeAll(async () => {
  bed = await startTestBed({ parts: allParts, plugins });
  await bed.place.sql(
    `insert into core.person (id, full_name, unit_id) overriding system value
     select given.id, given.name, unit.id from (values (901, 'Một'), (902, 'Hai'), (903, 'Ba')) as given (id, name),
       (select id from core.administrative_unit limit 1) as unit`,
  );
  await bed.place.sql(
    `insert into core.user_account (id, person_id, username) overriding system value
     values (1, 901, 'mot'), (2, 902, 'hai'), (3, 903, 'nguoi-ba'), (4, 902, 'hai-khac')`,
  );
  district = await person(901, bed.caller(1, planner, [{ code: '737' }]));
  clerk = await person(902, bed.caller(2, planner, [{ code: '26254' }]));
  standing = await person(903, bed.caller(3, planner, [{ code: '26254' }]));
  reader = await person(903, bed.caller(3, ['core:plan.read'], [{ code: '737' }]));
  const found = await bed.ask(
    `{ program: programByCode(code: "PRG-27") { id } basis: documentByCode(code: "D-24") { id }
       unit: administrativeUnit(code: "26254") { id } neighbor: administrativeUnit(code: "26257") { id } district: administrativeUnit(code: "737") { id } }`,
    district,
  );
  ids = Object.fromEntries(Object.entries<{ id: string }>(found).map(([name, { id }]) => [name, id]));
}, 180_000);
afterAll(() => bed?.stop());

const create = `mutation ($input: CreatePlanInput!) {
  createPlan(input: $input) { id state version year title unit { code } program { code } parent { title } basisDocument { code } }
}`;
const approve = `mutation ($input: PlanStepInput!) { approvePlan(input: $input) { state version } }`;
const adjust = `mutation ($input: AdjustPlanInput!) { adjustPlan(input: $input) { state version title basisDocument { code } } }`;
const close = `mutation ($input: PlanStepInput!) { closePlan(input: $input) { state version } }`;

const draft = async (as: Caller, change: object = {}) =>
  (
    await bed.ask(create, as, {
      input: {
        unit: ids['unit'],
        program: ids['program'],
        year: 2021,
        title: 'Kế hoạch vận động BHYT',
        basisDocument: ids['basis'],
        ...change,
      },
    })
  ).createPlan;

test('draft, approved by another person, adjusted with a reason, approved again, closed', async () => {
  const plan = await draft(clerk);
  expect(plan).toMatchObject({
    state: 'DRAFT',
    version: 1,
    year: 2021,
    unit: { code: '26254' },
    program: { code: 'PRG-27' },
    parent: null,
    basisDocument: { code: 'D-24' },
  });
  const input = { plan: plan.id, expectedVersion: 1 };
  expect(await bed.refused(close, standing, { input })).toMatchObject({
    code: 'PLAN_STATE',
    given: 'DRAFT',
    allowed: 'setPlanItems, approvePlan',
    message:
      'The plan is a draft, so this step cannot be taken; possible are: set what is in the plan, approve the plan.',
  });
  expect((await bed.ask(approve, standing, { input })).approvePlan).toEqual({
    state: 'APPROVED',
    version: 2,
  });
  expect(await bed.refused(approve, standing, { input: { ...input, expectedVersion: 2 } })).toMatchObject({
    code: 'PLAN_STATE',
  });
  const change = {
    plan: plan.id,
    expectedVersion: 2,
    title: 'Kế hoạch vận động BHYT (điều chỉnh)',
    reason: 'Dịch COVID-19',
  };
  expect((await bed.ask(adjust, standing, { input: change })).adjustPlan).toEqual({
    state: 'ADJUSTED',
    version: 3,
    title: change.title,
    basisDocument: { code: 'D-24' },
  });
  expect(await bed.refused(close, clerk, { input: { ...input, expectedVersion: 3 } })).toMatchObject({
    code: 'PLAN_STATE',
  });
  expect(await bed.refused(approve, standing, { input: { ...input, expectedVersion: 3 } })).toMatchObject({
    code: 'SAME_PERSON',
  });
  expect((await bed.ask(approve, clerk, { input: { ...input, expectedVersion: 3 } })).approvePlan.state).toBe(
    'APPROVED',
  );
  expect((await bed.ask(close, clerk, { input: { ...input, expectedVersion: 4 } })).closePlan).toEqual({
    state: 'CLOSED',
    version: 5,
  });
  const trail = await bed.place.sql(
    `select action, facts from platform.audit_event where subject_type = 'Plan' order by id`,
  );
  expect(trail.map(({ action }) => action)).toEqual([
    'core:plan.create',
    'core:plan.approved',
    'core:plan.adjusted',
    'core:plan.approved',
    'core:plan.closed',
  ]);
  expect(trail[2]!['facts']).toMatchObject({
    from: 'APPROVED',
    reason: 'Dịch COVID-19',
    before: { title: 'Kế hoạch vận động BHYT' },
  });
});

test('who wrote a plan does not approve it, not with a second account either', async () => {
  const plan = await draft(clerk);
  const input = { plan: plan.id, expectedVersion: 1 };
  expect(await bed.refused(approve, clerk, { input })).toMatchObject({ code: 'SAME_PERSON' });
  const otherAccount = await person(902, bed.caller(4, planner, [{ code: '26254' }]));
  expect(await bed.refused(approve, otherAccount, { input })).toMatchObject({ code: 'SAME_PERSON' });
});

test('a draft is its authors’ until it is approved', async () => {
  const plan = await draft(clerk);
  const seen = async () =>
    (await bed.ask(`query ($id: ID!) { plan(id: $id) { title } }`, reader, { id: plan.id })).plan !== null;
  expect(await seen()).toBe(false);
  await bed.ask(approve, standing, { input: { plan: plan.id, expectedVersion: 1 } });
  expect(await seen()).toBe(true);
});

test('two steps in one operation each see what the one before did', async () => {
  const plan = await draft(clerk);
  const { first, second } = await bed.ask(
    `mutation ($one: PlanStepInput!, $two: PlanStepInput!) { first: approvePlan(input: $one) { state version } second: closePlan(input: $two) { state version } }`,
    standing,
    { one: { plan: plan.id, expectedVersion: 1 }, two: { plan: plan.id, expectedVersion: 2 } },
  );
  expect([first, second]).toEqual([
    { state: 'APPROVED', version: 2 },
    { state: 'CLOSED', version: 3 },
  ]);
});

test('a plan carries out one of its own unit or of one above, of the same year', async () => {
  const above = await draft(district, { unit: ids['district'], title: 'Kế hoạch của huyện' });
  expect(
    await bed.refused(create, clerk, {
      input: { unit: ids['unit'], year: 2021, title: 'x', parent: above.id },
    }),
  ).toMatchObject({ code: 'NOT_FOUND', field: 'input.parent' });
  const below = await draft(district, { parent: above.id });
  expect(below.parent).toEqual({ title: 'Kế hoạch của huyện' });
  const beside = await draft(district, { unit: ids['neighbor'], title: 'Kế hoạch xã bên' });
  expect(
    await bed.refused(create, district, {
      input: { unit: ids['unit'], year: 2021, title: 'x', parent: beside.id },
    }),
  ).toMatchObject({ code: 'PLAN_PARENT_NOT_ABOVE' });
  expect(
    await bed.refused(create, district, {
      input: { unit: ids['unit'], year: 2022, title: 'x', parent: above.id },
    }),
  ).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.parent',
    given: 2021,
    allowed: 2022,
  });
  const { plan } = await bed.ask(
    `query ($id: ID!) { plan(id: $id) { children { totalCount nodes { unit { code } } } } }`,
    district,
    { id: above.id },
  );
  expect(plan.children).toEqual({ totalCount: 1, nodes: [{ unit: { code: '26254' } }] });
});

test('another unit is out of scope, an impossible year is refused', async () => {
  expect(
    await bed.refused(create, clerk, { input: { unit: ids['neighbor'], year: 2021, title: 'x' } }),
  ).toMatchObject({ code: 'OUT_OF_SCOPE' });
  expect(
    await bed.refused(create, clerk, { input: { unit: ids['unit'], year: 1900, title: 'x' } }),
  ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.year' });
});

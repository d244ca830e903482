/** The cascade of a program (W-01): targets handed down and reconciled, plans with their content, compared and adjusted. */
import { encodeGlobalId } from '@phoihop/platform/engine';
import { startProgramBed, tryImpossibleSteps, type ProgramBed } from '@phoihop/testing';
import { loadDemoPlans } from '../demo/plans.js';
import { contributingPlugins } from '../programs/test-bed.js';
import { decimal, print } from '../values/value-rules-decimal.js';
import { planWorkflow, type PlanMutation, type PlanState } from './plan-state.js';

let bed: ProgramBed;
let district: string;
beforeAll(async () => {
  bed = await startProgramBed(await contributingPlugins());
  district = await bed.unit('737');
}, 600_000);
afterAll(() => bed?.close());

const idOf = async (type: string, sql: string): Promise<string> => {
  const [row] = await bed.sql<{ id: number }>(sql);
  return encodeGlobalId(type, row!.id);
};
const target = (code: string) => idOf('Target', `select id::int from core.target where code = '${code}'`);
const activity = (code: string) =>
  idOf('Activity', `select id::int from core.activity where code = '${code}'`);
const districtPlan = () =>
  idOf('Plan', `select id::int from core.plan where title like 'Kế hoạch thực hiện chương trình%'`);

interface Table {
  [code: string]: any;
}

async function table(who: string, more: Record<string, unknown> = {}): Promise<Table> {
  const { data, errors } = await bed.ask(
    `query ($unit: ID!, $year: Int, $program: String, $plan: ID) {
       targetAllocations(unit: $unit, year: $year, program: $program, plan: $plan) {
         target { code } meaning state reasonCode reason whole wholeMax sum rest excess partCount
         parts { unit { code } organization { key } value valueMax target { version } } withoutPart { code } } }`,
    who,
    { unit: district, ...more },
    'vi',
  );
  expect(errors).toBeUndefined();
  return Object.fromEntries(data.targetAllocations.map((row: any) => [row.target.code, row]));
}

describe('what was handed down', () => {
  test('is one table: whole, sum, rest or excess, and who has none', async () => {
    const rows = await table('standing');
    expect(rows['T-07']).toMatchObject({
      meaning: 'LEVELS',
      state: 'PARTLY',
      whole: '300',
      sum: '290',
      rest: '10',
      excess: '0',
      partCount: 16,
      withoutPart: [{ code: '26296' }],
    });
    expect(rows['T-07'].parts[0]).toMatchObject({ unit: { code: '26248' }, value: '20' });
    // A range of 10 to 15: twelve lie inside it. Of 1 to 2, three are one too many.
    expect(rows['T-06']).toMatchObject({
      meaning: 'MINIMA',
      state: 'WHOLLY',
      sum: '12',
      rest: '0',
      excess: '0',
    });
    expect(rows['T-06'].withoutPart).toHaveLength(5);
    expect(rows['T-08']).toMatchObject({
      state: 'BEYOND',
      whole: '1',
      wholeMax: '2',
      sum: '3',
      rest: '0',
      excess: '1',
    });
    // The town is no commune that could become a new rural one.
    expect(rows['T-03']).toMatchObject({ meaning: 'UNITS', state: 'WHOLLY', sum: '2' });
    expect(rows['T-03'].withoutPart).toHaveLength(14);
    expect(rows['T-03'].withoutPart).not.toContainEqual({ code: '26248' });
    expect(rows['T-14']).toMatchObject({ meaning: 'EVENTS', state: 'OWN_LEVEL', withoutPart: [] });
  });

  test('says NOT_ADDITIVE and why, rather than a wrong number', async () => {
    const rows = await table('standing');
    const none = { meaning: 'NOT_ADDITIVE', state: 'NOT_ADDITIVE', sum: null, rest: null, excess: null };
    expect(rows['T-12']).toMatchObject({
      ...none,
      reasonCode: 'RATIO_NOT_SUMMED',
      reason: 'Tỷ lệ của các đơn vị không cộng thành tỷ lệ chung.',
      whole: '0.91',
      withoutPart: null,
    });
    expect(rows['T-11']).toMatchObject({ ...none, reasonCode: 'RELATIVE_CHANGE_NOT_SUMMED' });
  });

  test('balances exactly, target by target', async () => {
    const rows = Object.values(await table('standing')).filter(({ sum }) => sum !== null);
    expect(rows.length).toBeGreaterThan(5);
    for (const { target: of, whole, wholeMax, sum, rest, excess, state } of rows) {
      const against = state === 'BEYOND' && wholeMax !== null ? wholeMax : whole;
      const balance = decimal(sum).plus(rest).minus(excess);
      if (state === 'WHOLLY' && wholeMax !== null)
        expect([of.code, balance.greaterThanOrEqualTo(whole) && balance.lessThanOrEqualTo(wholeMax)]).toEqual(
          [of.code, true],
        );
      else expect([of.code, print(balance)]).toEqual([of.code, print(decimal(against))]);
    }
  });

  test('of one line, of one plan of that unit, of a year without targets', async () => {
    expect(Object.keys(await table('standing', { program: 'PRG-10' }))).toEqual(['T-07']);
    const plan = await districtPlan();
    expect(Object.keys(await table('standing', { plan }))).toEqual(['T-03', 'T-06', 'T-07', 'T-08', 'T-12']);
    expect(await table('standing', { year: 2019 })).toEqual({});
    const { errors } = await bed.ask(
      `query ($unit: ID!, $plan: ID) { targetAllocations(unit: $unit, plan: $plan) { whole } }`,
      'standing',
      { unit: await bed.unit('26257'), plan },
    );
    expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'plan' });
  });

  test('is not told to who does not see the target, nor guessed for who does not see the parts', async () => {
    expect(await table('chair.bau-ham')).toEqual({});
    // A member organization of that line over the district’s own rows only: it sees the sum, not who has what.
    await bed.sql(`update core.assignment set reach = 'EXACT'
      where user_id = (select id from core.user_account where username = 'red-cross')`);
    const rows = await table('red-cross', { program: 'PRG-10' });
    expect(rows['T-07']).toMatchObject({ sum: '290', partCount: 16, parts: [], withoutPart: null });
  });

  test('takes few statements, however many targets', async () => {
    const { database } = bed.engine;
    const original = database.transaction.bind(database);
    const counts: number[] = [];
    database.transaction = (options, work) =>
      original(options, async (session) => {
        const result = await work(session);
        counts.push(session.statements);
        return result;
      });
    await bed.ask(
      `query ($unit: ID!) { targetAllocations(unit: $unit) { whole sum rest parts { value } } }`,
      'standing',
      { unit: district },
    );
    database.transaction = original;
    expect(counts).toHaveLength(1);
    // The unit is found, the table is made; what comes besides sets the caller’s rights.
    expect(counts[0]).toBeLessThanOrEqual(4);
  });
});

describe('handing down', () => {
  const give = async (parts: object[], more: object = {}) => ({
    target: await target('T-04'),
    parts,
    expectedVersion: 1,
    ...more,
  });
  const versions = `version allocation { sum } parts { nodes { unit { code } value version earlierVersions { nodes { version value reason } } } }`;

  test('is all or nothing, for many units at once', async () => {
    const before = await bed.sql('select count(*)::int as n from core.target');
    const refused = await bed.refused(
      'allocateTarget',
      await give([
        { unit: await bed.unit('26257'), value: '1' },
        { unit: await bed.unit('26005'), value: '1' },
      ]),
      'standing',
    );
    expect(refused).toMatchObject({ code: 'TARGET_PART_NOT_BELOW', field: 'input.parts[1].unit' });
    expect(await bed.sql('select count(*)::int as n from core.target')).toEqual(before);
  });

  test('replaces earlier parts with a reason and keeps what they were; what stays has no new version', async () => {
    const [bauHam, cayGao] = [await bed.unit('26257'), await bed.unit('26254')];
    await bed.change(
      'allocateTarget',
      await give([
        { unit: bauHam, value: '1' },
        { unit: cayGao, value: '0' },
      ]),
      'standing',
      versions,
    );
    const again = await give(
      [
        { unit: bauHam, value: '1' },
        { unit: cayGao, value: '1' },
      ],
      { expectedVersion: 2 },
    );
    expect(await bed.refused('allocateTarget', again, 'standing')).toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'input.reason',
    });
    const changed = await bed.change(
      'allocateTarget',
      { ...again, reason: 'Xã Cây Gáo đăng ký thêm' },
      'standing',
      versions,
    );
    expect(changed.allocation).toEqual({ sum: '2' });
    expect(changed.parts.nodes).toEqual([
      { unit: { code: '26257' }, value: '1', version: 1, earlierVersions: { nodes: [] } },
      {
        unit: { code: '26254' },
        value: '1',
        version: 2,
        earlierVersions: { nodes: [{ version: 1, value: '0', reason: 'Xã Cây Gáo đăng ký thêm' }] },
      },
    ]);
    expect((await bed.audit('core:target.allocate')).at(-1)!.facts).toMatchObject({
      reason: 'Xã Cây Gáo đăng ký thêm',
    });
  });

  test('a changed target keeps what it asked for', async () => {
    const changed = await bed.change(
      'changeTarget',
      { target: await target('T-07'), value: '320', reason: 'Bổ sung', expectedVersion: 1 },
      'standing',
      'value earlierVersions { nodes { version value valueMax operator deadline reason } }',
    );
    expect(changed).toEqual({
      value: '320',
      earlierVersions: {
        nodes: [
          {
            version: 1,
            value: '300',
            valueMax: null,
            operator: 'AT_LEAST',
            deadline: '2021-12-31',
            reason: 'Bổ sung',
          },
        ],
      },
    });
  });
});

describe('a plan', () => {
  const shown = `id version state title`;
  const begin = async () =>
    bed.change(
      'createPlan',
      { unit: await bed.unit('26257'), year: 2021, title: 'Kế hoạch thử', parent: await districtPlan() },
      'standing',
      shown,
    );
  const items = (plan: { id: string; version: number }, given: object[], who: string, selection = shown) =>
    bed.change(
      'setPlanItems',
      { plan: plan.id, expectedVersion: plan.version, items: given },
      who,
      selection,
    );
  const step = (name: string, plan: { id: string; version: number }, who: string, more: object = {}) =>
    bed.change(name, { plan: plan.id, expectedVersion: plan.version, ...more }, who, shown);
  const contents = `items(filter: { current: true }) { nodes { target { code } activity { code } note } }`;

  /** Steps share inputs that are not called by their name. */
  const take = async (name: string, input: object, who: string) => {
    const type =
      name === 'approvePlan' || name === 'closePlan'
        ? 'PlanStepInput'
        : `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return bed.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} } }`, who, { input });
  };
  const taken = async (
    name: string,
    plan: { id: string; version: number },
    who: string,
    more: object = {},
  ) => {
    const { data, errors } = await take(name, { plan: plan.id, expectedVersion: plan.version, ...more }, who);
    expect(errors).toBeUndefined();
    return data[name];
  };

  test('says what it contains; neither its author nor who said so approves it', async () => {
    const draft = await begin();
    const filled = await items(
      draft,
      [
        { target: await target('T-12'), note: 'Vận động tại hộ gia đình' },
        { activity: await activity('E-13') },
      ],
      'standing.deputy',
      `${shown} ${contents}`,
    );
    expect(filled).toMatchObject({
      version: 2,
      state: 'DRAFT',
      items: {
        nodes: [
          { target: { code: 'T-12' }, activity: null, note: 'Vận động tại hộ gia đình' },
          { target: null, activity: { code: 'E-13' }, note: null },
        ],
      },
    });
    for (const who of ['standing', 'standing.deputy']) {
      const { errors } = await take('approvePlan', { plan: draft.id, expectedVersion: 2 }, who);
      expect([who, errors?.[0]?.extensions['code']]).toEqual([who, 'SAME_PERSON']);
    }
    expect(await taken('approvePlan', filled, 'chair.bau-ham')).toMatchObject({ state: 'APPROVED' });
  });

  test('that is adjusted stays readable as it was, items included', async () => {
    const draft = await begin();
    const [festival, market] = [await activity('E-13'), await activity('E-18')];
    const filled = await items(draft, [{ activity: festival }, { activity: market }], 'standing');
    const approved = await taken('approvePlan', filled, 'chair.bau-ham');
    const adjusted = await step('adjustPlan', approved, 'chair.bau-ham', {
      title: 'Kế hoạch thử, điều chỉnh',
      reason: 'Dịch bệnh',
    });
    const emptied = await items(adjusted, [{ activity: festival, note: 'Quy mô nhỏ' }], 'chair.bau-ham');
    expect(emptied).toMatchObject({ state: 'ADJUSTED', version: 5 });
    const { data } = await bed.ask(
      `query ($id: ID!, $version: Int!) { plan(id: $id) {
         title earlierVersions { nodes { version title state reason } }
         before: items(filter: { inVersion: $version }) { nodes { activity { code } note } }
         now: items(filter: { current: true }) { nodes { activity { code } note addedVersion } }
         gone: items(filter: { current: false }) { nodes { activity { code } removedVersion } } } }`,
      'standing',
      { id: draft.id, version: approved.version },
    );
    expect(data.plan).toEqual({
      title: 'Kế hoạch thử, điều chỉnh',
      earlierVersions: {
        nodes: [{ version: 3, title: 'Kế hoạch thử', state: 'APPROVED', reason: 'Dịch bệnh' }],
      },
      before: {
        nodes: [
          { activity: { code: 'E-13' }, note: null },
          { activity: { code: 'E-18' }, note: null },
        ],
      },
      now: { nodes: [{ activity: { code: 'E-13' }, note: 'Quy mô nhỏ', addedVersion: 5 }] },
      gone: {
        nodes: [
          { activity: { code: 'E-13' }, removedVersion: 5 },
          { activity: { code: 'E-18' }, removedVersion: 5 },
        ],
      },
    });
  });

  test('contains what its unit or one above is to reach, each once', async () => {
    const draft = await begin();
    const refuse = (given: object[], who = 'standing') =>
      bed.refused('setPlanItems', { plan: draft.id, expectedVersion: 1, items: given }, who);
    const elsewhere = await idOf(
      'Target',
      `select part.id::int from core.target part join core.administrative_unit_version v on v.unit_id = part.unit_id and v.code = '26254'
        where part.parent_target_id is not null and v.superseded_at is null and v.valid_from < '2021-06-01' limit 1`,
    );
    expect(await refuse([{ target: elsewhere }])).toMatchObject({
      code: 'PLAN_ITEM_ELSEWHERE',
      field: 'input.items[0].target',
    });
    const festival = await activity('E-13');
    expect(await refuse([{ activity: festival }, { activity: festival }])).toMatchObject({
      code: 'ALREADY_EXISTS',
      field: 'input.items[1]',
    });
    expect(await refuse([{}])).toMatchObject({ code: 'BAD_USER_INPUT', allowed: 'target | activity' });
    // The district’s target is none that the commune sees: it plans its own part.
    expect(await refuse([{ target: await target('T-12') }], 'chair.bau-ham')).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.items[0].target',
    });
  });

  test('of the district is held against those of its communes', async () => {
    await bed.sql(`delete from core.plan_item where plan_id in (select id from core.plan where not demo)`);
    await bed.sql(`delete from core.plan_version where plan_id in (select id from core.plan where not demo)`);
    await bed.sql(`delete from core.plan where not demo`);
    const { data, errors } = await bed.ask(
      `query ($plan: ID!) { planComparison(plan: $plan) {
         items { item { target { code } activity { code } } takenUp leftOutBy { unit { code } } }
         plans { plan { unit { code } state } takenUp own } unitsWithoutPlan { code } } }`,
      'standing',
      { plan: await districtPlan() },
    );
    expect(errors).toBeUndefined();
    const { items: rows, plans, unitsWithoutPlan } = data.planComparison;
    const takenUpOf = Object.fromEntries(
      rows.map(({ item, takenUp }: any) => [item.target?.code ?? item.activity.code, takenUp]),
    );
    // 14 plans, one of them a draft. Of three communes with a market one plans nothing about it; of four that would
    // hold E-18 one has no plan, and what another took out again does not count.
    expect(takenUpOf).toEqual({
      'T-03': 0,
      'T-06': 12,
      'T-07': 14,
      'T-08': 2,
      'T-12': 0,
      'E-13': 14,
      'E-16': 7,
      'E-18': 3,
      'E-26': 0,
    });
    expect(plans).toHaveLength(14);
    expect(plans.find(({ plan }: any) => plan.unit.code === '26287')).toMatchObject({
      plan: { state: 'DRAFT' },
    });
    expect(unitsWithoutPlan).toEqual([{ code: '26284' }, { code: '26293' }, { code: '26296' }]);
    const cards = rows.find(({ item }: any) => item.target?.code === 'T-06');
    expect(cards.leftOutBy).toHaveLength(2);
    // The sum of what all take up is what is taken up of all.
    const sum = (values: number[]) => values.reduce((one, other) => one + other, 0);
    expect(sum(plans.map(({ takenUp }: any) => takenUp))).toBe(sum(Object.values(takenUpOf)));
  });

  test('takes no step that is not declared, and none for who does not hold its permission', async () => {
    const plan = await begin();
    const [{ id }] = (await bed.sql<{ id: number }>('select max(id)::int as id from core.plan')) as [
      { id: number },
    ];
    const names = [
      'standing',
      'officer.cluster4',
      'chair.bau-ham',
      'clerk.bau-ham',
      'farmers',
      'auditor',
      'admin',
    ];
    const people = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, (await bed.as(name)).permissions] as const)),
    );
    const inputs: Readonly<Record<PlanMutation, object>> = {
      setPlanItems: { items: [] },
      approvePlan: {},
      adjustPlan: { reason: 'Thử' },
      closePlan: {},
    };
    const wrong = await tryImpossibleSteps<PlanState, PlanMutation>({
      workflow: planWorkflow,
      people,
      put: async (state) => {
        await bed.sql('update core.plan set state = $2 where id = $1', [id, state]);
      },
      take: (name, who) => take(name, { plan: plan.id, expectedVersion: 1, ...inputs[name] }, who),
      written: () =>
        bed.sql(`select (select json_agg(row_to_json(p) order by id) from core.plan p)::text as plans,
          (select count(*) from core.plan_item)::int as items, (select count(*) from core.plan_version)::int as versions,
          (select count(*) from platform.audit_event)::int as audits`),
    });
    expect(wrong).toEqual([]);
  });
});

test('loading the demonstration again changes nothing', async () => {
  const counts = () =>
    bed.sql(`select (select count(*) from core.plan)::int as plans, (select count(*) from core.plan_item)::int as items,
      (select count(*) from core.target)::int as targets`);
  const before = await counts();
  await loadDemoPlans(bed.engine.servicesFor('core'));
  expect(await counts()).toEqual(before);
});

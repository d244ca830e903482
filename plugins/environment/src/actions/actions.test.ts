import { startProgramBed, tryImpossibleSteps, type Answer, type ProgramBed } from '@phoihop/testing';
import environment from '../plugin.js';
import { actionWorkflow, type ActionState, type ActionStep } from './action-state.js';

let bed: ProgramBed;
let bauHam: string;
beforeAll(async () => {
  bed = await startProgramBed([environment]);
  bauHam = await bed.unit('26257');
}, 300_000);
afterAll(() => bed?.close());

interface Known {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: any;
}

const shown =
  'id version state heldOn place participants wasteKg roadMeters canalMeters trees confirmedOn withdrawalReason organization { key }';
const cleaning = {
  purpose: 'CLEANUP',
  kind: 'CANAL_CLEARING',
  heldOn: '2021-10-03',
  place: 'Kênh N2',
  participants: 40,
  wasteKg: '120.5',
  canalMeters: 300,
};

const recorded = (more: object = {}, who = 'clerk.bau-ham'): Promise<Known> =>
  bed.change('environmentRecordAction', { unit: bauHam, ...cleaning, ...more }, who, shown);

const given: Record<ActionStep, object> = {
  environmentCorrectAction: { participants: 45, reason: 'đếm lại' },
  environmentConfirmAction: {},
  environmentReopenAction: { reason: 'sai số liệu' },
  environmentWithdrawAction: { reason: 'ghi trùng' },
};

async function take(
  step: ActionStep,
  who: string,
  { id, version }: Known,
  more: object = {},
): Promise<Answer> {
  const type = `${step[0]!.toUpperCase()}${step.slice(1)}Input`;
  return bed.ask(`mutation ($input: ${type}!) { ${step}(input: $input) { ${shown} } }`, who, {
    input: { environmentAction: id, expectedVersion: version, ...given[step], ...more },
  });
}

async function done(step: ActionStep, who: string, known: Known, more: object = {}): Promise<Known> {
  const { data, errors } = await take(step, who, known, more);
  expect(errors).toBeUndefined();
  return data[step];
}

const facts = (answer: Answer) => answer.errors?.[0]?.extensions;

/** What the indicators say of Bàu Hàm in a quarter: cleanups, participants, waste, meters, canal alone, and whether accepted. */
async function figures(quarter: string): Promise<Record<string, number | string>> {
  const rows = await bed.sql<{ key: string; part: string; value: number; state: string }>(
    `select i.key, v.disaggregation as part, v.value::float as value, v.state from core.data_value v join core.indicator i on i.id = v.indicator_id
       join core.period p on p.id = v.period_id join core.administrative_unit_version u on u.unit_id = v.unit_id and u.superseded_at is null and u.valid_from < '2021-06-01'
      where i.plugin = 'environment' and v.origin like 'EnvironmentAction%' and p.key = $1 and u.code = '26257' and v.superseded_at is null`,
    [quarter],
  );
  return Object.fromEntries(
    rows.map(({ key, part, value }) => [`${key.replace('environment.', '')}${part && ` ${part}`}`, value]),
  );
}

const difference = (after: Record<string, any>, before: Record<string, any>) =>
  Object.fromEntries(
    Object.keys(after)
      .map((key) => [key, after[key] - (before[key] ?? 0)] as const)
      .filter(([, value]) => value !== 0),
  );

test('an action counts when it is recorded, moves with its day, and no longer when it is withdrawn', async () => {
  const before = { q3: await figures('2021-Q3'), q4: await figures('2021-Q4') };
  let known = await recorded();
  expect(difference(await figures('2021-Q4'), before.q4)).toEqual({
    cleanups: 1,
    participants: 40,
    'waste-kg': 120.5,
    'meters-cleaned': 300,
    'meters-cleaned surface:canal': 300,
  });
  known = await done('environmentCorrectAction', 'clerk.bau-ham', known, {
    heldOn: '2021-09-26',
    wasteKg: '100',
  });
  expect(difference(await figures('2021-Q4'), before.q4)).toEqual({});
  expect(difference(await figures('2021-Q3'), before.q3)).toMatchObject({
    cleanups: 1,
    participants: 45,
    'waste-kg': 100,
  });
  const [corrected] = (await bed.audit('environment:correct-action')).slice(-1);
  expect(corrected!.facts).toMatchObject({
    before: { heldOn: '2021-10-03', participants: 40, wasteKg: '120.5' },
    after: { heldOn: '2021-09-26', participants: 45, wasteKg: '100' },
    reason: 'đếm lại',
  });
  known = await done('environmentWithdrawAction', 'clerk.bau-ham', known);
  expect(known).toMatchObject({ state: 'WITHDRAWN', withdrawalReason: 'ghi trùng' });
  expect(difference(await figures('2021-Q3'), before.q3)).toEqual({});
});

test('no step that is not declared is taken by anybody, and none by who may not', async () => {
  const known = await recorded();
  let version = known.version;
  const people = ['clerk.bau-ham', 'clerk.song-thao', 'chair.bau-ham', 'chair.song-thao', 'head.bau-ham', 'officer.cluster4', 'standing', 'farmers', 'police', 'admin', 'auditor', 'council']; // prettier-ignore
  const outside: Record<string, string> = {
    'clerk.song-thao': 'NOT_FOUND',
    'chair.song-thao': 'NOT_FOUND',
    'head.bau-ham': 'NOT_FOUND',
    farmers: 'ENVIRONMENT_NOT_OWN_ORGANIZATION',
  };
  const wrong = await tryImpossibleSteps<ActionState, ActionStep>({
    workflow: actionWorkflow,
    people: Object.fromEntries(
      await Promise.all(people.map(async (who) => [who, (await bed.as(who)).permissions] as const)),
    ),
    put: async (state) => {
      const [row] = await bed.sql<{ version: number }>(
        `update environment.action set state = $1, version = version + 1, confirmed_on = case when $1 = 'CONFIRMED' then date '2021-10-10' end,
           confirmed_by = case when $1 = 'CONFIRMED' then (select id from core.user_account where username = 'standing') end,
           withdrawal_reason = case when $1 = 'WITHDRAWN' then 'x' end
         where id = (select max(id) from environment.action) returning version`,
        [state],
      );
      version = row!.version;
    },
    take: (step, who) => take(step, who, { ...known, version }),
    written: () =>
      bed.sql(`select (select json_agg(t order by id) from environment.action t)::text as actions, (select count(*)::int from core.data_value) as figures,
        (select count(*)::int from platform.audit_event) as audited`),
    outside: (who) => outside[who],
  });
  expect(wrong).toEqual([]);
}, 600_000);

describe('another person confirms', () => {
  test('and what is confirmed is not changed any more until that is taken back', async () => {
    let known = await recorded();
    known = await done('environmentConfirmAction', 'chair.bau-ham', known);
    expect(known).toMatchObject({ state: 'CONFIRMED', confirmedOn: '2021-10-15' });
    expect(facts(await take('environmentCorrectAction', 'clerk.bau-ham', known))).toMatchObject({
      code: 'ENVIRONMENT_ACTION_STATE',
      given: 'CONFIRMED',
      allowed: 'environmentReopenAction',
    });
    expect(
      facts(await take('environmentReopenAction', 'chair.bau-ham', known, { reason: '' })),
    ).toMatchObject({
      code: 'REASON_REQUIRED',
    });
    known = await done('environmentReopenAction', 'chair.bau-ham', known);
    expect(known).toMatchObject({ state: 'RECORDED', confirmedOn: null });
  });

  test('than who recorded, and than who corrected', async () => {
    const own = await recorded({}, 'officer.cluster4');
    expect(facts(await take('environmentConfirmAction', 'officer.cluster4', own))).toMatchObject({
      code: 'SAME_PERSON',
    });
    const mended = await done('environmentCorrectAction', 'officer.cluster4', await recorded());
    expect(facts(await take('environmentConfirmAction', 'officer.cluster4', mended))).toMatchObject({
      code: 'SAME_PERSON',
    });
    await expect(
      bed.sql(`update environment.action set confirmed_by = recorded_by where state = 'CONFIRMED'`),
    ).rejects.toThrow(/check constraint/);
  });

  test('a figure is accepted when everything in it is confirmed', async () => {
    const thanhBinh = await bed.unit('26251');
    const state = async () =>
      (
        await bed.sql<{ state: string }>(
          `select v.state from core.data_value v join core.indicator i on i.id = v.indicator_id join core.period p on p.id = v.period_id
             join core.administrative_unit_version u on u.unit_id = v.unit_id and u.superseded_at is null and u.valid_from < '2021-06-01'
            where i.key = 'environment.cleanups' and p.key = '2019-Q2' and u.code = '26251' and v.superseded_at is null`,
        )
      )[0]?.state;
    const known = await recorded({ unit: thanhBinh, heldOn: '2019-05-05' }, 'officer.cluster4');
    expect(await state()).toBe('PROVISIONAL');
    await done('environmentConfirmAction', 'chair.thanh-binh', known);
    expect(await state()).toBe('ACCEPTED');
  });
});

describe('for which organization', () => {
  test('a representative records for the own one without naming it, corrects it, and sees it', async () => {
    const known = await recorded({}, 'farmers');
    expect(known['organization']).toEqual({ key: 'farmers-union' });
    const mended = await done('environmentCorrectAction', 'farmers', known);
    expect(mended['participants']).toBe(45);
    const { data } = await bed.ask(
      '{ organization(key: "farmers-union") { environmentActions(first: 1, filter: { demo: false }) { totalCount } } }',
      'farmers',
    );
    expect(data.organization.environmentActions.totalCount).toBe(1);
  });

  test('but for no other, and not where the organization has no part in the program', async () => {
    const [women] = await bed.sql<{ id: number }>(
      `select id::int from core.organization where key = 'womens-union'`,
    );
    const organization = Buffer.from(`Organization:${women!.id}`).toString('base64url');
    const input = { unit: bauHam, ...cleaning };
    expect(await bed.refused('environmentRecordAction', { ...input, organization }, 'farmers')).toMatchObject(
      {
        code: 'ENVIRONMENT_NOT_OWN_ORGANIZATION',
        field: 'input.organization',
      },
    );
    expect(await bed.refused('environmentRecordAction', input, 'elderly')).toMatchObject({
      code: 'OUT_OF_SCOPE',
    });
    const byClerk = await recorded({ organization });
    expect(byClerk['organization']).toEqual({ key: 'womens-union' });
  });

  test('totals by organization are for whoever sees all of the unit', async () => {
    const ask = (unit: string, who: string) =>
      bed.ask(
        `{ environmentTotals(unit: "${unit}", from: "2021-10-01", to: "2021-10-15") { organization { key } actions } }`,
        who,
      );
    const own = await ask(bauHam, 'clerk.bau-ham');
    expect(own.errors).toBeUndefined();
    expect(own.data.environmentTotals.length).toBeGreaterThan(0);
    expect(facts(await ask(await bed.unit('737'), 'clerk.bau-ham'))).toMatchObject({
      code: 'ENVIRONMENT_PARTLY_SEEN',
      field: 'unit',
    });
    expect(facts(await ask(bauHam, 'council'))).toMatchObject({ code: 'FORBIDDEN' });
    const backwards = await bed.ask(
      `{ environmentTotals(unit: "${bauHam}", from: "2021-10-02", to: "2021-10-01") { actions } }`,
      'standing',
    );
    expect(facts(backwards)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
  });
});

test.each([
  ['in the future', { heldOn: '2021-10-16' }, 'BAD_USER_INPUT', 'input.heldOn'],
  ['of nobody', { participants: 0 }, 'BAD_USER_INPUT', 'input.participants'],
  ['with less than no waste', { wasteKg: '-1' }, 'BAD_USER_INPUT', 'input.wasteKg'],
  ['weighed to the gram', { wasteKg: '1.234' }, 'BAD_USER_INPUT', 'input.wasteKg'],
  ['longer than can be', { canalMeters: 1_000_001 }, 'BAD_USER_INPUT', 'input.canalMeters'],
  ['nowhere', { place: ' ' }, 'TEXT_LENGTH', 'input.place'],
  ['of a kind of another purpose', { kind: 'WATER_SAVING' }, 'ENVIRONMENT_CODE_NOT_IN_FORCE', 'input.kind'],
  ['for the climate that weighs something', { purpose: 'CLIMATE', kind: 'WATER_SAVING', canalMeters: 0 }, 'BAD_USER_INPUT', 'input.wasteKg'],
])('an action %s is refused, and nothing is written', async (_, more, code, field) => {
  const count = () => bed.sql('select count(*)::int as n from environment.action');
  const before = await count();
  expect(await bed.refused('environmentRecordAction', { unit: bauHam, ...cleaning, ...more }, 'clerk.bau-ham')).toMatchObject({ code, field });
  expect(await count()).toEqual(before);
}); // prettier-ignore

test('what is in a closed quarter stays as it is', async () => {
  const known = await recorded({ heldOn: '2021-09-05' });
  await bed.sql(
    `insert into core.period_lock (period_id, unit_id, program, reason) select id, null, 'PRG-26', 'khóa sổ' from core.period where key = '2021-Q3'`,
  );
  for (const [step, who] of [
    ['environmentCorrectAction', 'clerk.bau-ham'],
    ['environmentWithdrawAction', 'clerk.bau-ham'],
    ['environmentConfirmAction', 'chair.bau-ham'],
  ] as const)
    expect([step, facts(await take(step, who, known))!['code']]).toEqual([step, 'PERIOD_LOCKED']);
  expect(
    await bed.refused(
      'environmentRecordAction',
      { unit: bauHam, ...cleaning, heldOn: '2021-09-06' },
      'clerk.bau-ham',
    ),
  ).toMatchObject({
    code: 'PERIOD_LOCKED',
    field: 'input.heldOn',
  });
  await bed.sql(`delete from core.period_lock where reason = 'khóa sổ'`);
});

test('of two who act on the same version one is told so; a repeated key has one effect', async () => {
  const idempotencyKey = '66666666-6666-4666-8666-666666666666';
  const known = await recorded({ idempotencyKey });
  expect((await recorded({ idempotencyKey })).id).toBe(known.id);
  await done('environmentCorrectAction', 'clerk.bau-ham', known);
  expect(facts(await take('environmentConfirmAction', 'chair.bau-ham', known))).toMatchObject({
    code: 'CONFLICT',
    current: 2,
  });
});

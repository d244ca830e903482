import { startProgramBed, tryImpossibleSteps, type Answer, type ProgramBed } from '@phoihop/testing';
import crimePrevention from '../plugin.js';
import { modelWorkflow, type ModelState, type ModelStep } from './model-state.js';

let bed: ProgramBed;
let bauHam: string;
beforeAll(async () => {
  bed = await startProgramBed([crimePrevention]);
  bauHam = await bed.unit('26257');
}, 300_000);
afterAll(() => bed?.close());

const shown = `id version state name members suspendedOn endedOn endReason demo kind { code } equipment { nodes { kind { code } pieces } }`;

interface Known {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: any;
}

const registered = (more: object = {}): Promise<Known> =>
  bed.change(
    'crimePreventionRegisterModel',
    {
      unit: bauHam,
      kind: 'SECURITY_CAMERA',
      name: 'Camera an ninh thử',
      members: 7,
      startedOn: '2021-07-05',
      ...more,
    },
    'clerk.bau-ham',
    shown,
  );

const given: Record<ModelStep, object> = {
  crimePreventionCorrectModel: { members: 9, reason: 'thêm người' },
  crimePreventionSuspendModel: { suspendedOn: '2021-10-10', reason: 'sửa chữa' },
  crimePreventionResumeModel: {},
  crimePreventionEndModel: { endedOn: '2021-10-12', reason: 'không còn cần' },
};

async function take(
  step: ModelStep,
  who: string,
  { id, version }: Known,
  more: object = {},
): Promise<Answer> {
  const type = `${step[0]!.toUpperCase()}${step.slice(1)}Input`;
  return bed.ask(`mutation ($input: ${type}!) { ${step}(input: $input) { ${shown} } }`, who, {
    input: { securityModel: id, expectedVersion: version, ...given[step], ...more },
  });
}

async function done(step: ModelStep, known: Known, more: object = {}): Promise<Known> {
  const { data, errors } = await take(step, 'clerk.bau-ham', known, more);
  expect(errors).toBeUndefined();
  return data[step];
}

const facts = (answer: Answer) => answer.errors?.[0]?.extensions;

/** What the indicators say of Bàu Hàm at the end of a quarter. */
async function figures(quarter: string): Promise<[models: number, members: number]> {
  const of = async (key: string) => {
    const { data } = await bed.ask(
      `{ indicatorAggregate(indicator: "crime-prevention.${key}", unit: "${bauHam}", period: { calendar: QUARTER, key: "${quarter}" }) { value } }`,
      'clerk.bau-ham',
    );
    return Number(data.indicatorAggregate.value);
  };
  return [await of('security-models'), await of('model-members')];
}

test('a model counts from the quarter in which it began until it rests or ends, with its members', async () => {
  const before = { q2: await figures('2021-Q2'), q3: await figures('2021-Q3'), q4: await figures('2021-Q4') };
  let known = await registered({ equipment: [{ kind: 'CAMERA', pieces: 6 }] });
  expect(known['equipment'].nodes).toEqual([{ kind: { code: 'CAMERA' }, pieces: 6 }]);
  const plus = ([models, members]: [number, number], more: number, people: number) => [
    models + more,
    members + people,
  ];
  expect(await figures('2021-Q2')).toEqual(before.q2);
  expect(await figures('2021-Q3')).toEqual(plus(before.q3, 1, 7));
  expect(await figures('2021-Q4')).toEqual(plus(before.q4, 1, 7));
  known = await done('crimePreventionCorrectModel', known, { members: 10, equipment: [{ kind: 'CAMERA', pieces: 4 }, { kind: 'TORCH', pieces: 2 }] }); // prettier-ignore
  expect(known['equipment'].nodes).toEqual([{ kind: { code: 'CAMERA' }, pieces: 4 }, { kind: { code: 'TORCH' }, pieces: 2 }]); // prettier-ignore
  // What was reported for the third quarter stays what it was.
  expect(await figures('2021-Q3')).toEqual(plus(before.q3, 1, 7));
  expect(await figures('2021-Q4')).toEqual(plus(before.q4, 1, 10));
  known = await done('crimePreventionSuspendModel', known);
  expect(await figures('2021-Q4')).toEqual(before.q4);
  known = await done('crimePreventionResumeModel', known);
  expect(await figures('2021-Q4')).toEqual(plus(before.q4, 1, 10));
  known = await done('crimePreventionEndModel', known, { endedOn: '2021-09-30' });
  expect(known).toMatchObject({ state: 'ENDED', endedOn: '2021-09-30', endReason: 'không còn cần' });
  expect(await figures('2021-Q3')).toEqual(before.q3);
  expect(await figures('2021-Q4')).toEqual(before.q4);
  const [corrected] = (await bed.audit('crime-prevention:correct-model')).slice(-1);
  expect(corrected!.facts).toMatchObject({
    before: { members: 7, equipment: { CAMERA: 6 } },
    after: { members: 10, equipment: { CAMERA: 4, TORCH: 2 } },
    reason: 'thêm người',
  });
});

test('a model of a residential area counts for its commune', async () => {
  const before = await figures('2021-Q4');
  const { data } = await bed.ask('{ administrativeUnit(code: "26257.01", asOf: "2021-10-15") { id } }');
  await registered({ unit: data.administrativeUnit.id, kind: 'SECURITY_BELL', members: 3 });
  expect(await figures('2021-Q4')).toEqual([before[0] + 1, before[1] + 3]);
});

test.each([
  ['in the future', { startedOn: '2021-10-16' }, 'BAD_USER_INPUT', 'input.startedOn'],
  ['without a name', { name: ' a ' }, 'TEXT_LENGTH', 'input.name'],
  ['of less than nobody', { members: -1 }, 'BAD_USER_INPUT', 'input.members'],
  ['of a kind that there is not', { kind: 'CASTLE' }, 'CRIME_CODE_NOT_IN_FORCE', 'input.kind'],
  ['of a kind that there was not yet', { startedOn: '2014-06-01' }, 'CRIME_CODE_NOT_IN_FORCE', 'input.kind'],
  ['with a kind of equipment twice', { equipment: [{ kind: 'LAMP', pieces: 1 }, { kind: 'LAMP', pieces: 2 }] }, 'BAD_USER_INPUT', 'input.equipment.1.kind'],
  ['with more than can be', { equipment: [{ kind: 'LAMP', pieces: 10_001 }] }, 'BAD_USER_INPUT', 'input.equipment.0.pieces'],
])('a model %s is refused, and nothing is written', async (_, more, code, field) => {
  const count = () => bed.sql('select count(*)::int as n from crime_prevention.security_model');
  const before = await count();
  const input = { unit: bauHam, kind: 'SECURITY_CAMERA', name: 'Camera', members: 1, startedOn: '2021-07-05', ...more };
  expect(await bed.refused('crimePreventionRegisterModel', input, 'clerk.bau-ham')).toMatchObject({ code, field });
  expect(await count()).toEqual(before);
}); // prettier-ignore

test('nor is one of another commune, or of the district', async () => {
  const input = { kind: 'SECURITY_CAMERA', name: 'Camera', members: 1, startedOn: '2021-07-05' };
  expect(
    await bed.refused(
      'crimePreventionRegisterModel',
      { ...input, unit: await bed.unit('26260') },
      'clerk.bau-ham',
    ),
  ).toMatchObject({ code: 'OUT_OF_SCOPE', field: 'input.unit' });
  expect(
    await bed.refused(
      'crimePreventionRegisterModel',
      { ...input, unit: await bed.unit('737') },
      'clerk.bau-ham',
    ),
  ).toMatchObject({ code: 'OUT_OF_SCOPE' });
});

test('a model that began long ago is registered today; quarters that are closed keep their figures', async () => {
  await bed.sql(
    `insert into core.period_lock (period_id, unit_id, program, reason) select id, null, 'PRG-22', 'khóa sổ' from core.period where key = '2021-Q2'`,
  );
  const before = [await figures('2021-Q1'), await figures('2021-Q2'), await figures('2021-Q3')];
  await registered({ kind: 'SECURITY_BELL', startedOn: '2010-02-03', members: 2 });
  const after = [await figures('2021-Q1'), await figures('2021-Q2'), await figures('2021-Q3')];
  expect(after.map(([models], n) => models - before[n]![0])).toEqual([1, 0, 1]);
  await bed.sql(`delete from core.period_lock where reason = 'khóa sổ'`);
});

test('a model neither rests nor ends before it began; what belongs to a closed quarter stays', async () => {
  const known = await registered();
  expect(
    facts(await take('crimePreventionEndModel', 'clerk.bau-ham', known, { endedOn: '2021-07-05' })),
  ).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.endedOn',
    allowed: '> 2021-07-05',
  });
  await bed.sql(
    `insert into core.period_lock (period_id, unit_id, program, reason) select id, null, 'PRG-22', 'khóa sổ' from core.period where key = '2021-Q3'`,
  );
  expect(
    facts(await take('crimePreventionEndModel', 'clerk.bau-ham', known, { endedOn: '2021-09-01' })),
  ).toMatchObject({
    code: 'PERIOD_LOCKED',
    field: 'input.endedOn',
  });
  expect((await done('crimePreventionEndModel', known))['state']).toBe('ENDED');
  await bed.sql(`delete from core.period_lock where reason = 'khóa sổ'`);
});

test('of two who act on the same version one is told so, also where the equipment alone has changed; a repeated key has one effect', async () => {
  const idempotencyKey = '33333333-3333-4333-8333-333333333333';
  const known = await registered({ idempotencyKey });
  expect((await registered({ idempotencyKey })).id).toBe(known.id);
  await done('crimePreventionCorrectModel', known, {
    members: null,
    equipment: [{ kind: 'LAMP', pieces: 1 }],
  });
  const late = await take('crimePreventionSuspendModel', 'clerk.bau-ham', known);
  expect(facts(late)).toMatchObject({ code: 'CONFLICT', current: known.version + 1 });
});

test('no step that is not declared is taken by anybody, and none by who may not', async () => {
  const known = await registered();
  let version = known.version;
  const people = ['clerk.bau-ham', 'clerk.song-thao', 'officer.cluster4', 'chair.bau-ham', 'standing', 'head.bau-ham', 'police', 'admin', 'auditor']; // prettier-ignore
  const wrong = await tryImpossibleSteps<ModelState, ModelStep>({
    workflow: modelWorkflow,
    people: Object.fromEntries(
      await Promise.all(people.map(async (who) => [who, (await bed.as(who)).permissions] as const)),
    ),
    put: async (state) => {
      const [row] = await bed.sql<{ version: number }>(
        `update crime_prevention.security_model set state = $1, version = version + 1, suspended_on = case when $1 = 'SUSPENDED' then date '2021-10-01' end,
           ended_on = case when $1 = 'ENDED' then date '2021-10-01' end, end_reason = case when $1 = 'ENDED' then 'x' end
         where id = (select max(id) from crime_prevention.security_model) returning version`,
        [state],
      );
      version = row!.version;
    },
    take: (step, who) => take(step, who, { ...known, version }),
    written: () =>
      bed.sql(`select (select json_agg(t order by id) from crime_prevention.security_model t)::text as models,
        (select count(*)::int from core.data_value) as figures, (select count(*)::int from platform.audit_event) as audited`),
    outside: (who) => (who === 'clerk.song-thao' ? 'NOT_FOUND' : undefined),
  });
  expect(wrong).toEqual([]);
}, 600_000);

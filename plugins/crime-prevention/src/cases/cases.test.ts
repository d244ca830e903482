import { startProgramBed, tryImpossibleSteps, type Answer, type ProgramBed } from '@phoihop/testing';
import { grants } from '../access.js';
import crimePrevention from '../plugin.js';
import { caseWorkflow, type CaseState, type CaseStep } from './case-state.js';
import { handlingRoles } from './may-handle.js';

let bed: ProgramBed;
let area: string;
beforeAll(async () => {
  bed = await startProgramBed([crimePrevention]);
  const { data } = await bed.ask('{ administrativeUnit(code: "26257.01", asOf: "2021-10-15") { id } }');
  area = data.administrativeUnit.id;
}, 300_000);
afterAll(() => bed?.close());

const shown = `id version state personName openedOn assignedOn endedOn endReason handler { username } transferredTo { name }
  reviews { nodes { reviewedOn progress note } }`;

interface Known {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: any;
}

const userId = async (username: string): Promise<string> => {
  const { userId: id } = await bed.as(username);
  return Buffer.from(`User:${id}`).toString('base64url');
};

const opened = (who = 'head.bau-ham', more: object = {}): Promise<Known> =>
  bed.change(
    'crimePreventionOpenCase',
    { unit: area, personName: 'Nguyễn Văn Thử', ground: 'RELEASED', openedOn: '2021-10-01', ...more },
    who,
    shown,
  );

async function take(step: CaseStep, who: string, known: Known, more: object = {}): Promise<Answer> {
  const inputs: Record<CaseStep, object> = {
    crimePreventionAssignCase: { handler: await userId('head.bau-ham') },
    crimePreventionReviewCase: { reviewedOn: '2021-10-15', progress: 'GOOD', note: 'Có việc làm.' },
    crimePreventionCompleteCase: { reason: 'đã ổn định' },
    crimePreventionStopCase: { reason: 'không hợp tác' },
    crimePreventionTransferCase: { reason: 'chuyển nhà', transferTo: await bed.unit('26260') },
  };
  const type = `${step[0]!.toUpperCase()}${step.slice(1)}Input`;
  return bed.ask(`mutation ($input: ${type}!) { ${step}(input: $input) { ${shown} } }`, who, {
    input: { rehabilitationCase: known.id, expectedVersion: known.version, ...inputs[step], ...more },
  });
}

async function done(step: CaseStep, who: string, known: Known, more: object = {}): Promise<Known> {
  const { data, errors } = await take(step, who, known, more);
  expect(errors).toBeUndefined();
  return data[step];
}

const codeOf = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions['code'] as string;

/** Named by the police liaison, charged to the head of the area by the chair. */
async function assigned(): Promise<Known> {
  return done('crimePreventionAssignCase', 'chair.bau-ham', await opened('police'));
}

test('the roles that may be named as helpers are those that are granted to handle cases', () => {
  const granted = Object.entries(grants).filter(([, its]) =>
    (its as readonly string[]).includes('crime-prevention:handle'),
  );
  expect(granted.map(([role]) => role).sort()).toEqual([...handlingRoles].sort());
});

test('no step that is not declared is taken by anybody, and none by who may not', async () => {
  const known = await opened('police');
  let version = known.version;
  let current: CaseState = known['state'];
  const people = ['chair.bau-ham', 'chair.song-thao', 'head.bau-ham', 'police', 'petitions', 'standing', 'clerk.bau-ham', 'auditor', 'admin', 'officer.cluster4', 'farmers']; // prettier-ignore
  const [handler] = await bed.sql<{ head: number; police: number; chair: number; unit: number }>(
    `select (select id::int from core.user_account where username = 'head.bau-ham') as head,
            (select id::int from core.user_account where username = 'police') as police,
            (select id::int from core.user_account where username = 'chair.bau-ham') as chair,
            (select min(unit_id)::int from crime_prevention.tip) as unit`,
  );
  const wrong = await tryImpossibleSteps<CaseState, CaseStep>({
    workflow: caseWorkflow,
    people: Object.fromEntries(
      await Promise.all(people.map(async (who) => [who, (await bed.as(who)).permissions] as const)),
    ),
    put: async (state) => {
      current = state;
      const begun = state !== 'OPENED';
      const ended = begun && state !== 'ACTIVE';
      const [row] = await bed.sql<{ version: number }>(
        `update crime_prevention.rehabilitation_case set state = $1, version = version + 1, handler_id = $2,
           assigned_on = $3, assigned_by = $4, ended_on = $5, ended_by = $6, end_reason = $7, transferred_to_id = $8
         where id = (select max(id) from crime_prevention.rehabilitation_case) returning version`,
        [
          state,
          begun ? handler!.head : handler!.police,
          begun ? '2021-10-10' : null,
          begun ? handler!.chair : null,
          ended ? '2021-10-12' : null,
          ended ? handler!.chair : null,
          ended ? 'x' : null,
          state === 'TRANSFERRED' ? handler!.unit : null,
        ],
      );
      version = row!.version;
    },
    take: (step, who) => take(step, who, { ...known, version }),
    written: () =>
      bed.sql(`select (select json_agg(t order by id) from crime_prevention.rehabilitation_case t)::text as cases,
        (select count(*)::int from crime_prevention.case_review) as reviews, (select count(*)::int from platform.audit_event where action <> 'platform:read') as audited`),
    // Whoever holds the permission but neither assigns here nor is named at present sees no case.
    outside: (who) =>
      ['chair.song-thao', 'petitions', current === 'OPENED' ? 'head.bau-ham' : 'police'].includes(who)
        ? 'NOT_FOUND'
        : undefined,
  });
  expect(wrong).toEqual([]);
}, 600_000);

test('it is opened, charged to a helper, reviewed and completed, each by whom it should', async () => {
  let known = await opened('police');
  expect(known).toMatchObject({ state: 'OPENED', handler: { username: 'police' }, assignedOn: null });
  known = await done('crimePreventionAssignCase', 'chair.bau-ham', known);
  expect(known).toMatchObject({
    state: 'ACTIVE',
    handler: { username: 'head.bau-ham' },
    assignedOn: '2021-10-15',
  });
  expect(codeOf(await take('crimePreventionCompleteCase', 'chair.bau-ham', known))).toBe(
    'REHABILITATION_WITHOUT_REVIEW',
  );
  known = await done('crimePreventionReviewCase', 'head.bau-ham', known);
  expect(known['reviews'].nodes).toEqual([
    { reviewedOn: '2021-10-15', progress: 'GOOD', note: 'Có việc làm.' },
  ]);
  known = await done('crimePreventionCompleteCase', 'chair.bau-ham', known);
  expect(known).toMatchObject({ state: 'COMPLETED', endedOn: '2021-10-15', endReason: 'đã ổn định' });
});

test('it is stopped or transferred with a reason, to another commune', async () => {
  const stopped = await done('crimePreventionStopCase', 'chair.bau-ham', await opened());
  expect(stopped).toMatchObject({ state: 'STOPPED', endReason: 'không hợp tác', transferredTo: null });
  const known = await assigned();
  for (const code of ['737'])
    expect(
      codeOf(
        await take('crimePreventionTransferCase', 'chair.bau-ham', known, {
          transferTo: await bed.unit(code),
        }),
      ),
    ).toBe('UNIT_KIND');
  expect(codeOf(await take('crimePreventionTransferCase', 'chair.bau-ham', known, { reason: '' }))).toBe(
    'REASON_REQUIRED',
  );
  const moved = await done('crimePreventionTransferCase', 'chair.bau-ham', known);
  expect(moved).toMatchObject({ state: 'TRANSFERRED', transferredTo: { name: 'Sông Thao' } });
}, 60_000);

describe('who reads a case', () => {
  const everybody = ['admin', 'standing', 'officer.cluster4', 'lead.cluster4', 'chair.bau-ham', 'chair.song-thao', 'clerk.bau-ham', 'head.bau-ham', 'head.song-thao', 'farmers', 'police', 'treasurer', 'inspector', 'council', 'petitions', 'elections', 'auditor', 'integration']; // prettier-ignore
  const readersOf = async ({ id }: Known): Promise<string[]> => {
    const readers: string[] = [];
    for (const who of everybody) {
      const { data } = await bed.ask(
        `{ node(id: "${id}") { ... on CrimePreventionRehabilitationCase { personName } } }`,
        who,
      );
      if (data?.node) readers.push(who);
    }
    return readers;
  };

  test('the named helper and who assigns there; no longer who had it before', async () => {
    const known = await opened('police');
    expect(await readersOf(known)).toEqual(['chair.bau-ham', 'police']);
    const given = await done('crimePreventionAssignCase', 'chair.bau-ham', known);
    expect(await readersOf(given)).toEqual(['chair.bau-ham', 'head.bau-ham']);
  });

  test('each read leaves an audit row, of its reviews too', async () => {
    const known = await done('crimePreventionReviewCase', 'head.bau-ham', await assigned());
    const before = (await bed.audit('platform:read')).length;
    await bed.ask(
      `{ node(id: "${known.id}") { ... on CrimePreventionRehabilitationCase { personName reviews { nodes { note } } } } }`,
      'chair.bau-ham',
    );
    const rows = await bed.sql<{ type: string; actor: number }>(
      `select subject_type as type, actor_id::int as actor from platform.audit_event where action = 'platform:read' order by id offset ${before}`,
    );
    const actor = (await bed.as('chair.bau-ham')).userId;
    expect(rows.sort((a, b) => (a.type < b.type ? -1 : 1))).toEqual([
      { type: 'CrimePreventionCaseReview', actor },
      { type: 'CrimePreventionRehabilitationCase', actor },
    ]);
  });

  test('others have the number of people, and small ones are withheld', async () => {
    const { data, errors } = await bed.ask(
      `{ indicatorAggregate(indicator: "crime-prevention.persons-helped", unit: "${await bed.unit('26260')}", period: { calendar: QUARTER, key: "2021-Q3" }) { value suppressed } }`,
      'standing',
    );
    expect(errors).toBeUndefined();
    expect(data.indicatorAggregate).toEqual({ value: null, suppressed: true });
  });
});

describe('separation of duties', () => {
  /** Gives somebody another role in the commune, past all rules. */
  const alsoRole = (username: string, role: string) =>
    bed.sql(
      `insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
       select account.id, role.id, unit.unit_id, 'SUBTREE', '2021-01-01' from core.user_account account, core.role role, core.administrative_unit_version unit
        where account.username = $1 and role.code = $2 and unit.code = '26257' and unit.superseded_at is null and unit.valid_from < '2021-06-01'`,
      [username, role],
    );

  test('who opened a case charges nobody with it, and nobody charges themselves', async () => {
    await alsoRole('chair.bau-ham', 'case-handler');
    const own = await opened('chair.bau-ham');
    expect(codeOf(await take('crimePreventionAssignCase', 'chair.bau-ham', own))).toBe('SAME_PERSON');
    const others = await opened('police');
    const self = { handler: await userId('chair.bau-ham') };
    expect(codeOf(await take('crimePreventionAssignCase', 'chair.bau-ham', others, self))).toBe(
      'SAME_PERSON',
    );
    await expect(
      bed.sql(
        `update crime_prevention.rehabilitation_case set state = 'ACTIVE', assigned_on = opened_on, assigned_by = opened_by where state = 'OPENED'`,
      ),
    ).rejects.toThrow(/check constraint/);
  });

  test('a helper ends no case, also where the helper assigns elsewhere', async () => {
    const known = await assigned();
    await alsoRole('head.bau-ham', 'commune-standing');
    for (const step of ['crimePreventionStopCase', 'crimePreventionTransferCase'] as const)
      expect(codeOf(await take(step, 'head.bau-ham', known))).toBe('SAME_PERSON');
    // Nor does the chair, who handles cases too by now, review another’s.
    expect(codeOf(await take('crimePreventionReviewCase', 'chair.bau-ham', known))).toBe(
      'REHABILITATION_NOT_YOURS',
    );
  });

  test('a helper holds a role that helps in the very place', async () => {
    const known = await opened('police');
    const refused = await take('crimePreventionAssignCase', 'chair.bau-ham', known, {
      handler: await userId('clerk.bau-ham'),
    });
    expect(refused.errors![0]!.extensions).toMatchObject({
      code: 'REHABILITATION_HANDLER',
      field: 'input.handler',
      allowed: 'case-handler, residential-head',
    });
  });
});

test('of two who act on the same version one is told so; a repeated key has one effect', async () => {
  const known = await assigned();
  const idempotencyKey = '22222222-2222-4222-8222-222222222222';
  const first = await take('crimePreventionReviewCase', 'head.bau-ham', known, { idempotencyKey });
  expect(await take('crimePreventionReviewCase', 'head.bau-ham', known, { idempotencyKey })).toEqual(first);
  const late = await take('crimePreventionStopCase', 'chair.bau-ham', known);
  expect(late.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', current: known.version + 1 });
});

test.each([
  ['nobody', { personName: ' ' }, 'TEXT_LENGTH', 'input.personName'],
  ['somebody born tomorrow', { birthYear: 2022 }, 'BAD_USER_INPUT', 'input.birthYear'],
  ['for no reason the law knows', { ground: 'LATE' }, 'CRIME_CODE_NOT_IN_FORCE', 'input.ground'],
  ['in the future', { openedOn: '2021-10-16' }, 'BAD_USER_INPUT', 'input.openedOn'],
])('a case of %s is refused', async (_, more, code, field) => {
  const input = {
    unit: area,
    personName: 'Nguyễn Văn Thử',
    ground: 'RELEASED',
    openedOn: '2021-10-01',
    ...more,
  };
  expect(await bed.refused('crimePreventionOpenCase', input, 'head.bau-ham')).toMatchObject({ code, field });
});

test('nor is one in another area', async () => {
  const input = {
    unit: await bed.unit('26260'),
    personName: 'Nguyễn Văn Thử',
    ground: 'RELEASED',
    openedOn: '2021-10-01',
  };
  expect(await bed.refused('crimePreventionOpenCase', input, 'head.bau-ham')).toMatchObject({
    code: 'OUT_OF_SCOPE',
    field: 'input.unit',
  });
});

/** Models and commitments: their ways, who may, and what follows for the figures. */
import { startProgramBed, tryImpossibleSteps, type Answer, type ProgramBed } from '@phoihop/testing';
import {
  commitmentWorkflow,
  type CommitmentState,
  type CommitmentStep,
} from './commitments/commitment-state.js';
import { modelWorkflow, type ModelState, type ModelStep } from './models/model-state.js';
import environment from './plugin.js';

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

const take = (step: string, who: string, input: object, selection: string): Promise<Answer> =>
  bed.ask(
    `mutation ($input: ${step[0]!.toUpperCase()}${step.slice(1)}Input!) { ${step}(input: $input) { ${selection} } }`,
    who,
    { input },
  );
const facts = (answer: Answer) => answer.errors?.[0]?.extensions;
const people = ['clerk.bau-ham', 'clerk.song-thao', 'chair.bau-ham', 'head.bau-ham', 'officer.cluster4', 'standing', 'farmers', 'police', 'admin', 'auditor', 'petitions']; // prettier-ignore
const permissionsOf = async () =>
  Object.fromEntries(
    await Promise.all(people.map(async (who) => [who, (await bed.as(who)).permissions] as const)),
  );
const organization = async (key: string): Promise<string> => {
  const [row] = await bed.sql<{ id: number }>('select id::int from core.organization where key = $1', [key]);
  return Buffer.from(`Organization:${row!.id}`).toString('base64url');
};

describe('models', () => {
  const shown = 'id version state name households endedOn endReason organization { key }';
  const given: Record<ModelStep, object> = {
    environmentCorrectModel: { households: 31, reason: 'thêm hộ' },
    environmentEndModel: { endedOn: '2021-10-12', reason: 'không còn cần' },
  };
  const registered = (more: object = {}, who = 'clerk.bau-ham'): Promise<Known> =>
    bed.change(
      'environmentRegisterModel',
      {
        unit: bauHam,
        kind: 'GREEN_SUNDAY',
        name: 'Chủ nhật xanh thử',
        households: 30,
        startedOn: '2021-07-04',
        ...more,
      },
      who,
      shown,
    );
  const step = (name: ModelStep, who: string, { id, version }: Known, more: object = {}) =>
    take(name, who, { environmentModel: id, expectedVersion: version, ...given[name], ...more }, shown);

  const figures = async (quarter: string): Promise<number[]> => {
    const values: number[] = [];
    for (const key of ['models', 'model-households']) {
      const { data } = await bed.ask(
        `{ indicatorAggregate(indicator: "environment.${key}", unit: "${bauHam}", period: { calendar: QUARTER, key: "${quarter}" }) { value } }`,
        'standing',
      );
      values.push(Number(data.indicatorAggregate.value));
    }
    return values;
  };

  test('count from the quarter in which they began until they end, with their households', async () => {
    const [q2, q3, q4] = [await figures('2021-Q2'), await figures('2021-Q3'), await figures('2021-Q4')];
    const plus = ([models, households]: number[], more: number) => [models! + 1, households! + more];
    let known = await registered();
    expect([await figures('2021-Q2'), await figures('2021-Q3')]).toEqual([q2, plus(q3, 30)]);
    known = (await step('environmentCorrectModel', 'clerk.bau-ham', known)).data.environmentCorrectModel;
    expect([await figures('2021-Q3'), await figures('2021-Q4')]).toEqual([plus(q3, 30), plus(q4, 31)]);
    expect(
      facts(await step('environmentEndModel', 'clerk.bau-ham', known, { endedOn: '2021-07-04' })),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      allowed: '> 2021-07-04',
    });
    known = (await step('environmentEndModel', 'clerk.bau-ham', known)).data.environmentEndModel;
    expect(known).toMatchObject({ state: 'ENDED', endReason: 'không còn cần' });
    expect(await figures('2021-Q4')).toEqual(q4);
  });

  test('a member organization keeps its own, and no other', async () => {
    const mine = await registered({ name: 'Thu gom bao bì thuốc', kind: 'CONTAINER_COLLECTION' }, 'farmers');
    expect(mine['organization']).toEqual({ key: 'farmers-union' });
    const ofWomen = await registered({ organization: await organization('womens-union') });
    expect(facts(await step('environmentEndModel', 'farmers', ofWomen))).toMatchObject({
      code: 'ENVIRONMENT_NOT_OWN_ORGANIZATION',
    });
    const input = {
      unit: bauHam,
      kind: 'GREEN_SUNDAY',
      name: 'Mô hình',
      households: 1,
      startedOn: '2021-07-04',
    };
    expect(
      await bed.refused(
        'environmentRegisterModel',
        { ...input, organization: await organization('womens-union') },
        'farmers',
      ),
    ).toMatchObject({ code: 'ENVIRONMENT_NOT_OWN_ORGANIZATION', field: 'input.organization' });
  });

  test.each([
    ['in the future', { startedOn: '2021-10-16' }, 'BAD_USER_INPUT', 'input.startedOn'],
    ['without a name', { name: ' a ' }, 'TEXT_LENGTH', 'input.name'],
    ['of less than nobody', { households: -1 }, 'BAD_USER_INPUT', 'input.households'],
    ['of a kind that there is not', { kind: 'CASTLE' }, 'ENVIRONMENT_CODE_NOT_IN_FORCE', 'input.kind'],
  ])('one %s is refused', async (_, more, code, field) => {
    const input = {
      unit: bauHam,
      kind: 'GREEN_SUNDAY',
      name: 'Mô hình',
      households: 1,
      startedOn: '2021-07-04',
      ...more,
    };
    expect(await bed.refused('environmentRegisterModel', input, 'clerk.bau-ham')).toMatchObject({
      code,
      field,
    });
  });

  test('of two who act on the same version one is told so; a repeated key has one effect', async () => {
    const idempotencyKey = '55555555-5555-4555-8555-555555555555';
    const known = await registered({ idempotencyKey });
    expect((await registered({ idempotencyKey })).id).toBe(known.id);
    await step('environmentCorrectModel', 'clerk.bau-ham', known);
    expect(facts(await step('environmentEndModel', 'clerk.bau-ham', known))).toMatchObject({
      code: 'CONFLICT',
      current: 2,
    });
  });

  test('no step that is not declared is taken by anybody, and none by who may not', async () => {
    const known = await registered();
    let version = known.version;
    const outside: Record<string, string> = {
      'clerk.song-thao': 'NOT_FOUND',
      'head.bau-ham': 'NOT_FOUND',
      farmers: 'ENVIRONMENT_NOT_OWN_ORGANIZATION',
    };
    const wrong = await tryImpossibleSteps<ModelState, ModelStep>({
      workflow: modelWorkflow,
      people: await permissionsOf(),
      put: async (state) => {
        const [row] = await bed.sql<{ version: number }>(
          `update environment.model set state = $1, version = version + 1, ended_on = case when $1 = 'ENDED' then date '2021-10-01' end,
             end_reason = case when $1 = 'ENDED' then 'x' end where id = (select max(id) from environment.model) returning version`,
          [state],
        );
        version = row!.version;
      },
      take: (name, who) => step(name, who, { ...known, version }),
      written: () =>
        bed.sql(`select (select json_agg(t order by id) from environment.model t)::text as models, (select count(*)::int from core.data_value) as figures,
          (select count(*)::int from platform.audit_event) as audited`),
      outside: (who) => outside[who],
    });
    expect(wrong).toEqual([]);
  }, 600_000);
});

describe('commitments of religious organizations', () => {
  const shown =
    'id version state pledge endedOn organization { name } reviews { nodes { year result note } }';
  const pledge = 'Không đốt rác, không vứt rác ra kênh mương.';
  const recorded = async (more: object = {}): Promise<Known> =>
    bed.change(
      'environmentRecordCommitment',
      {
        unit: bauHam,
        organization: await organization('religious-demo-26251'),
        pledge,
        since: '2020-06-05',
        ...more,
      },
      'clerk.bau-ham',
      shown,
    );
  const given: Record<CommitmentStep, object> = {
    environmentReviewCommitment: { year: 2021, result: 'KEPT', note: 'Đã xem tại chỗ.' },
    environmentEndCommitment: { endedOn: '2021-10-01', reason: 'thay bằng cam kết mới' },
  };
  const step = (name: CommitmentStep, who: string, { id, version }: Known, more: object = {}) =>
    take(name, who, { environmentCommitment: id, expectedVersion: version, ...given[name], ...more }, shown);

  test('are looked at once a year, by another person, and the share of those kept follows', async () => {
    const known = await recorded();
    const seen = await step('environmentReviewCommitment', 'chair.bau-ham', known);
    expect(seen.data.environmentReviewCommitment['reviews'].nodes).toEqual([
      { year: 2021, result: 'KEPT', note: 'Đã xem tại chỗ.' },
    ]);
    const again = { ...known, version: 2 };
    expect(facts(await step('environmentReviewCommitment', 'standing', again))).toMatchObject({
      code: 'ALREADY_EXISTS',
      field: 'input.year',
    });
    expect(facts(await step('environmentReviewCommitment', 'standing', again, { year: 2019 }))).toMatchObject(
      {
        code: 'BAD_USER_INPUT',
        allowed: '2020–2021',
      },
    );
    const [counted] = await bed.sql<{ kept: number; reviewed: number }>(
      `select count(*) filter (where result = 'KEPT')::int as kept, count(*)::int as reviewed from environment.commitment_review review
         join core.administrative_unit_version version on version.unit_id = review.unit_id and version.superseded_at is null and version.valid_from < '2021-06-01'
        where version.code = '26257' and year = 2021`,
    );
    const [figure] = await bed.sql(
      `select v.numerator::int as kept, v.denominator::int as reviewed from core.data_value v join core.indicator i on i.id = v.indicator_id join core.period p on p.id = v.period_id
         join core.administrative_unit_version u on u.unit_id = v.unit_id and u.superseded_at is null and u.valid_from < '2021-06-01'
        where i.key = 'environment.commitments-kept-rate' and p.key = '2021' and u.code = '26257' and v.superseded_at is null`,
    );
    expect(figure).toEqual(counted);
  });

  test('who recorded one does not judge it', async () => {
    const known = await recorded();
    await bed.sql(
      `insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
       select account.id, role.id, unit.unit_id, 'SUBTREE', '2021-01-01' from core.user_account account, core.role role, core.administrative_unit_version unit
        where account.username = 'clerk.bau-ham' and role.code = 'commune-standing' and unit.code = '26257' and unit.superseded_at is null and unit.valid_from < '2021-06-01'`,
    );
    expect(facts(await step('environmentReviewCommitment', 'clerk.bau-ham', known))).toMatchObject({
      code: 'SAME_PERSON',
    });
    await bed.sql(
      `delete from core.assignment its using core.user_account account, core.role role where account.id = its.user_id and account.username = 'clerk.bau-ham'
         and role.id = its.role_id and role.code = 'commune-standing'`,
    );
  });

  test('are those of religious organizations', async () => {
    const input = {
      unit: bauHam,
      organization: await organization('farmers-union'),
      pledge,
      since: '2021-06-05',
    };
    expect(await bed.refused('environmentRecordCommitment', input, 'clerk.bau-ham')).toMatchObject({
      code: 'ENVIRONMENT_NOT_RELIGIOUS',
      field: 'input.organization',
      given: 'SOCIO_POLITICAL_ORGANIZATION',
    });
    const short = { ...input, organization: await organization('religious-demo-26251'), pledge: 'ngắn' };
    expect(await bed.refused('environmentRecordCommitment', short, 'clerk.bau-ham')).toMatchObject({
      code: 'TEXT_LENGTH',
      field: 'input.pledge',
    });
  });

  test('no step that is not declared is taken by anybody, and none by who may not', async () => {
    const known = await recorded();
    let version = known.version;
    const outside = (who: string): string | undefined =>
      ['clerk.song-thao', 'head.bau-ham'].includes(who) ? 'NOT_FOUND' : undefined;
    const wrong = await tryImpossibleSteps<CommitmentState, CommitmentStep>({
      workflow: commitmentWorkflow,
      people: await permissionsOf(),
      put: async (state) => {
        const [row] = await bed.sql<{ version: number }>(
          `update environment.commitment set state = $1, version = version + 1, ended_on = case when $1 = 'ENDED' then date '2021-10-01' end,
             end_reason = case when $1 = 'ENDED' then 'x' end where id = (select max(id) from environment.commitment) returning version`,
          [state],
        );
        version = row!.version;
      },
      take: (name, who) => step(name, who, { ...known, version }),
      written: () =>
        bed.sql(`select (select json_agg(t order by id) from environment.commitment t)::text as commitments, (select count(*)::int from environment.commitment_review) as reviews,
          (select count(*)::int from platform.audit_event) as audited`),
      outside,
    });
    expect(wrong).toEqual([]);
  }, 600_000);
});

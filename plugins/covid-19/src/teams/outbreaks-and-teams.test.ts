import { startProgramBed, tryImpossibleSteps, type ProgramBed } from '@phoihop/testing';
import { outbreakWorkflow, type OutbreakStep } from '../outbreaks/outbreak-state.js';
import covid from '../plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([covid]);
}, 300_000);
afterAll(() => bed?.close());

const clerk = 'clerk.bau-ham';
const officer = 'officer.cluster1';

const idOf = async (field: string, filter: string): Promise<string> => {
  const { data } = await bed.ask(`{ ${field}(filter: ${filter}) { nodes { id } } }`, clerk);
  return data[field].nodes[0].id;
};
const level = (code: string) => idOf('covid19ResponseLevels', `{ code: ["${code}"] }`);
const dengue = () => idOf('covid19Diseases', '{ code: ["DENGUE"] }');

const open = async (more: object = {}, as = 'standing') =>
  bed.change(
    'covid19OpenOutbreak',
    {
      unit: await bed.unit('737'),
      disease: await dengue(),
      name: 'Sốt xuất huyết 2021',
      fromDay: '2021-08-01',
      ...more,
    },
    as,
    'id version state disease { class }',
  );

describe('outbreaks of any disease', () => {
  test('are opened with the class the disease has, take levels in force, one after the other, and are closed', async () => {
    const outbreak = await open();
    expect(outbreak).toMatchObject({ state: 'ACTIVE', version: 1, disease: { class: 'B' } });
    const set = async (code: string, fromDay: string, expectedVersion: number) => ({
      outbreak: outbreak.id,
      expectedVersion,
      level: await level(code),
      fromDay,
      decision: 'Thông báo của Ban Chỉ đạo',
    });
    expect(
      await bed.refused('covid19SetOutbreakLevel', await set('LEVEL_2', '2021-09-01', 1), 'standing'),
    ).toMatchObject({
      code: 'COVID_REFERENCE_NOT_IN_FORCE',
      field: 'input.level',
      allowed: '≥ 2021-10-11',
    });
    await bed.change('covid19SetOutbreakLevel', await set('CT_19', '2021-09-01', 1), 'standing', 'id');
    expect(
      (await bed.refused('covid19SetOutbreakLevel', await set('CT_19', '2021-09-01', 2), 'standing')).field,
    ).toBe('input.fromDay');
    await bed.change('covid19SetOutbreakLevel', await set('LEVEL_2', '2021-10-12', 2), 'standing', 'id');
    expect(
      await bed.refused('covid19SetOutbreakLevel', await set('LEVEL_3', '2021-10-13', 2), 'standing'),
    ).toMatchObject({ code: 'CONFLICT', current: 3 });
    const { data } = await bed.ask(
      `{ covid19Outbreak(id: "${outbreak.id}") { level { code } levels { nodes { fromDay level { code } } } } }`,
      clerk,
    );
    expect(data.covid19Outbreak).toEqual({
      level: { code: 'LEVEL_2' },
      levels: {
        nodes: [
          { fromDay: '2021-10-12', level: { code: 'LEVEL_2' } },
          { fromDay: '2021-09-01', level: { code: 'CT_19' } },
        ],
      },
    });
    const close = { outbreak: outbreak.id, expectedVersion: 3, toDay: '2021-07-31' };
    expect((await bed.refused('covid19CloseOutbreak', close, 'standing')).field).toBe('input.toDay');
    const closed = await bed.change(
      'covid19CloseOutbreak',
      { ...close, toDay: '2021-10-14' },
      'standing',
      'state toDay',
    );
    expect(closed).toEqual({ state: 'CLOSED', toDay: '2021-10-14' });
  });

  test('are entered by the district, not by a commune, and only in one’s own units', async () => {
    expect(
      (
        await bed.refused(
          'covid19OpenOutbreak',
          { unit: await bed.unit('26257'), disease: await dengue(), name: 'Thử', fromDay: '2021-08-01' },
          clerk,
        )
      ).code,
    ).toBe('FORBIDDEN');
    expect(
      (
        await bed.refused(
          'covid19OpenOutbreak',
          { unit: await bed.unit('738'), disease: await dengue(), name: 'Thử', fromDay: '2021-08-01' },
          'standing',
        )
      ).code,
    ).toBe('OUT_OF_SCOPE');
    expect(
      (
        await bed.refused(
          'covid19OpenOutbreak',
          { unit: await bed.unit('737'), disease: await dengue(), name: 'Thử', fromDay: '2021-10-16' },
          'standing',
        )
      ).field,
    ).toBe('input.fromDay');
  });

  test('take no other steps', async () => {
    const outbreak = (await open()).id;
    const number = Number(Buffer.from(outbreak, 'base64url').toString().split(':')[1]);
    const inputs: Record<OutbreakStep, object> = {
      covid19SetOutbreakLevel: {
        outbreak,
        expectedVersion: 1,
        level: await level('LEVEL_1'),
        fromDay: '2021-10-12',
        decision: 'Thông báo',
      },
      covid19CloseOutbreak: { outbreak, expectedVersion: 1, toDay: '2021-10-10' },
      covid19ReopenOutbreak: { outbreak, expectedVersion: 1, reason: 'còn ca' },
    };
    const names = ['standing', officer, clerk, 'chair.bau-ham', 'head.bau-ham', 'inspector', 'admin'];
    const held = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, (await bed.as(name)).permissions] as const)),
    );
    const wrong = await tryImpossibleSteps({
      workflow: outbreakWorkflow,
      people: held,
      put: async (state) => {
        await bed.sql(
          `update covid_19.outbreak set state = $2, version = 1, to_day = case when $2 = 'CLOSED' then date '2021-10-01' end where id = $1`,
          [number, state],
        );
      },
      take: async (name, who) => {
        const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
        return bed.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, who, {
          input: inputs[name],
        });
      },
      written: async () =>
        bed.sql(
          `select (select to_json(o) from covid_19.outbreak o where id = $1) as o, (select count(*) from covid_19.outbreak_level) as l, (select count(*) from platform.audit_event) as a`,
          [number],
        ),
      // Officers of a cluster declare in its communes; the outbreak is the district's.
      outside: (who) => (who === officer ? 'OUT_OF_SCOPE' : undefined),
    });
    expect(wrong).toEqual([]);
  });
});

describe('community teams', () => {
  const rate = async () =>
    bed.sql<{ numerator: string; denominator: string; state: string }>(
      `select trim_scale(v.numerator)::text as numerator, trim_scale(v.denominator)::text as denominator, v.state from core.data_value v
        join core.indicator i on i.id = v.indicator_id and i.key = 'covid-19.team-coverage'
        join core.period p on p.id = v.period_id and p.key = '2021-10'
        join core.administrative_unit_version u on u.unit_id = v.unit_id and u.code = '26257' and u.superseded_at is null and u.valid_to = '2025-07-01'
       where v.superseded_at is null`,
    );
  const areas = ['26257.01', '26257.02'];
  const form = async (households: number, code = areas[0]!, as = clerk) => ({
    field: 'covid19FormTeam',
    input: { unit: await bed.unit(code), name: 'Tổ thử', members: 3, households, formedOn: '2021-10-01' },
    as,
  });

  test('cover what hand calculation gives: 100 of 300 and 150 of 200 are 250 of 500', async () => {
    // The demonstration’s own teams and counts of the commune make way.
    await bed.sql(
      `delete from covid_19.community_team where unit_id in (select unit_id from core.administrative_unit_version where code like '26257.%')`,
    );
    await bed.sql(
      `delete from covid_19.area_households where unit_id in (select unit_id from core.administrative_unit_version where code like '26257.%')`,
    );
    const uncounted = await form(100);
    expect((await bed.refused(uncounted.field, uncounted.input, clerk)).code).toBe('COVID_AREA_NOT_COUNTED');
    for (const [at, households] of [300, 200].entries())
      await bed.change(
        'covid19RecordAreaHouseholds',
        { unit: await bed.unit(areas[at]!), households, countedOn: '2021-10-01' },
        clerk,
        'id',
      );
    expect(await rate()).toEqual([{ numerator: '0', denominator: '500', state: 'PROVISIONAL' }]);
    const first = await form(100);
    const team = await bed.change(first.field, first.input, 'head.bau-ham', 'id version');
    const second = await form(150, areas[1]);
    await bed.change(second.field, second.input, clerk, 'id');
    expect(await rate()).toEqual([{ numerator: '250', denominator: '500', state: 'PROVISIONAL' }]);
    const third = await form(201);
    expect(await bed.refused(third.field, third.input, clerk)).toMatchObject({
      code: 'COVID_TEAM_COVERS_TOO_MANY',
      given: 301,
      allowed: 300,
    });
    const change = {
      team: team.id,
      expectedVersion: team.version,
      households: 300,
      reason: 'thêm thành viên',
    };
    await bed.change('covid19ChangeTeam', change, clerk, 'id');
    expect(await bed.refused('covid19ChangeTeam', change, clerk)).toMatchObject({
      code: 'CONFLICT',
      current: 2,
    });
    expect((await bed.audit('covid-19:change-team')).at(-1)!.facts).toEqual({
      before: { members: 3, households: 100 },
      after: { members: 3, households: 300 },
      reason: 'thêm thành viên',
    });
    expect(await rate()).toMatchObject([{ numerator: '450' }]);
    const fewer = { unit: await bed.unit(areas[0]!), households: 299, countedOn: '2021-10-02' };
    expect((await bed.refused('covid19RecordAreaHouseholds', fewer, clerk)).code).toBe(
      'COVID_TEAM_COVERS_TOO_MANY',
    );
    const end = { team: team.id, expectedVersion: 2, dissolvedOn: '2021-10-10', reason: 'hết dịch' };
    await bed.change('covid19DissolveTeam', end, clerk, 'dissolvedOn');
    expect(await rate()).toMatchObject([{ numerator: '150' }]);
    expect((await bed.refused('covid19DissolveTeam', end, clerk)).code).toBe('COVID_TEAM_DISSOLVED');
  });

  test('are entered where one may, in areas where people live', async () => {
    const elsewhere = await form(10, '26248');
    expect((await bed.refused(elsewhere.field, elsewhere.input, clerk)).code).toBe('OUT_OF_SCOPE');
    const reader = await form(10);
    expect((await bed.refused(reader.field, reader.input, 'chair.bau-ham')).code).toBe('FORBIDDEN');
    const district = await form(10, '737');
    expect((await bed.refused(district.field, district.input, 'officer.cluster1')).code).toBe('OUT_OF_SCOPE');
  });
});

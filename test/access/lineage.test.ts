/** A code passes from unit to unit; the right over a unit does not pass with it. */
import { randomUUID } from 'node:crypto';
import { encodeGlobalId } from '@phoihop/platform/engine';
import type { Answer } from '@phoihop/testing';
import { appointingIn } from './appointing.js';
import { codeOf, createWorld, type World } from './world.js';
import { toldOneByOne } from './places.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());
afterEach(() => world.bed.setBusinessDate('2021-10-15'));

const { userId, appoint } = appointingIn(() => world);

describe('lineage: a code passes from unit to unit, the right does not pass with it', () => {
  const [then, now] = ['2021-10-15', '2026-05-01'];
  /** 26254 is Cây Gáo in 2021 and Bàu Hàm in 2026, of which Cây Gáo became a part. */
  const cayGao = () => world.unit('26254', then);
  const newBauHam = () => world.unit('26254', now);
  const record = async (as: string, unit: number, key: string): Promise<Answer> =>
    world.ask(
      `mutation ($unit: ID!) { recordDataValue(input: { indicator: "social-care.gift-cards", unit: $unit, period: { calendar: MONTH, key: "${key}" }, value: "3", idempotencyKey: "${randomUUID()}" }) { id unit { fullName } } }`,
      as,
      { unit: encodeGlobalId('AdministrativeUnit', unit) },
    );
  const figuresOf = async (as: string, unit: number): Promise<number> =>
    (
      await world.ask(
        'query ($unit: ID!) { dataValues(first: 0, filter: { unit: $unit }) { totalCount } }',
        as,
        {
          unit: encodeGlobalId('AdministrativeUnit', unit),
        },
      )
    ).data.dataValues.totalCount;

  test('they are two units', async () => {
    expect(await cayGao()).not.toBe(await newBauHam());
    const names = `select full_name from core.administrative_unit_version where code = '26254' order by valid_from`;
    expect(await world.sql(names)).toEqual([{ full_name: 'Xã Cây Gáo' }, { full_name: 'Xã Bàu Hàm' }]);
  });

  test('who holds the new commune reads the figures of each that went into it, and of no other', async () => {
    world.bed.setBusinessDate(now);
    for (const code of ['26254', '26251', '26257', '26260']) {
      const unit = await world.unit(code, then);
      const figures = await world.value(`select count(*)::int from core.data_value d ${toldOneByOne}`, [
        unit,
      ]);
      expect(figures).toBeGreaterThan(50);
      expect([code, await figuresOf('successor.clerk', unit)]).toEqual([code, figures]);
    }
    const all = await world.within(await world.as('successor.clerk'), (session) =>
      session.query<{ code: string }>(
        `select distinct v.code from core.data_value d join core.administrative_unit_version v using (unit_id)
          where v.valid_from <= '${then}' and v.code !~ '\\.' order by 1`,
      ),
    );
    expect(all.map(({ code }) => code)).toEqual(['26251', '26254', '26257', '26260']);
  });

  test('and enters nothing for them, however it is tried', async () => {
    world.bed.setBusinessDate(now);
    const unit = await cayGao();
    expect(codeOf(await record('successor.clerk', unit, '2021-09'))).toBe('OUT_OF_SCOPE');
    expect(codeOf(await record('successor.clerk', unit, '2026-03'))).toBe('OUT_OF_SCOPE');
    const value = await world.value('select min(id)::int from core.data_value where unit_id = $1', [unit]);
    const correct = await world.ask(
      `mutation ($value: ID!) { correctDataValue(input: { dataValue: $value, value: "9", reason: "x y z" }) { id } }`,
      'successor.clerk',
      { value: encodeGlobalId('DataValue', value) },
    );
    expect(codeOf(correct)).toBe('OUT_OF_SCOPE');
    const caller = await world.as('successor.clerk');
    const run = (sql: string) => world.within(caller, (session) => session.query(sql));
    expect(
      await run(`update core.data_value set superseded_at = now() where unit_id = ${unit} returning id`),
    ).toEqual([]);
    await expect(
      run(
        `insert into core.data_value (indicator_id, unit_id, period_id, as_of, program, source, value)
         select indicator.id, ${unit}, period.id, period.ends_on, indicator.program, 'front-report', 1
           from core.indicator, core.period where indicator.key = 'social-care.gift-cards' and period.key = '2021-11'`,
      ),
    ).rejects.toMatchObject({ code: 'ROW_SECURITY' });
  });

  test('but does for the own unit', async () => {
    world.bed.setBusinessDate(now);
    const answer = await record('successor.clerk', await newBauHam(), '2026-03');
    expect(answer.errors).toBeUndefined();
    expect(answer.data.recordDataValue.unit.fullName).toBe('Xã Bàu Hàm');
    expect(await figuresOf('successor.clerk', await newBauHam())).toBe(1);
  });

  test('in 2021 the successor’s clerk is nobody yet, and in 2026 Cây Gáo’s is nobody any more', async () => {
    const early = await world.as('successor.clerk');
    expect(early.permissions.size).toBe(0);
    world.bed.setBusinessDate(now);
    const late = await world.as('clerk.cay-gao');
    expect(late.permissions.size).toBe(0);
    expect(codeOf(await record('clerk.cay-gao', await newBauHam(), '2026-03'))).toBe('FORBIDDEN');
    for (const caller of [late, await world.as('chair.cay-gao')]) {
      await world.within(caller, async (session) => {
        expect(await session.query('select id from core.data_value')).toEqual([]);
      });
    }
  });

  test('who is given the unit of a code is given the unit of that day', async () => {
    const unitOn = async (date: string): Promise<string> =>
      (
        await world.ask(
          'query ($date: Date!) { administrativeUnit(code: "26254", asOf: $date) { id } }',
          'admin',
          { date },
        )
      ).data.administrativeUnit.id;
    const given = await appoint('admin', {
      user: await userId('jobless'),
      role: 'commune-clerk',
      unit: await unitOn(then),
    });
    expect(given.errors).toBeUndefined();
    expect((await record('jobless', await cayGao(), '2021-08')).errors?.[0]?.extensions['code']).not.toBe(
      'OUT_OF_SCOPE',
    );
    expect(codeOf(await record('jobless', await newBauHam(), '2021-08'))).toBe('OUT_OF_SCOPE');
    // The new unit is not there yet, so there is nothing to give.
    const early = await appoint('admin', {
      user: await userId('farmers'),
      role: 'commune-clerk',
      unit: await unitOn(now),
    });
    expect([codeOf(early), early.errors![0]!.extensions['allowed']]).toEqual([
      'BAD_USER_INPUT',
      'what exists on the business date',
    ]);
    world.bed.setBusinessDate(now);
    expect((await world.as('jobless')).permissions.size).toBe(0);
  });

  test('what the new commune reports is not seen from the old', async () => {
    world.bed.setBusinessDate(now);
    expect(await figuresOf('successor.clerk', await newBauHam())).toBe(1);
    world.bed.setBusinessDate(then);
    expect(await figuresOf('clerk.cay-gao', await newBauHam())).toBe(0);
    expect(await figuresOf('standing', await newBauHam())).toBe(0);
  });
});

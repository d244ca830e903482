import type { Caller } from '@phoihop/platform';
import { scopeSettings } from '../access/scopes.js';
import { startFiguresBed, type Answer, type FiguresBed } from './test-bed.js';

let bed: FiguresBed;
let clerk: Caller;

beforeAll(async () => {
  bed = await startFiguresBed();
  clerk = await bed.holder(1, ['core:value.read', 'core:value.record'], '26254');
  await bed.enter([
    ['works.houses', '26254', '2021-09', { value: 1 }],
    ['works.money', '26254', '2021-09', { value: 12.5 }],
    ['works.houses', '26257', '2021-09', { value: 2 }],
  ]);
}, 600_000);
afterAll(() => bed?.stop());

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'] as string | undefined;
const rows = async (): Promise<number> => {
  const [row] = await bed.place.sql<{ n: number }>('select count(*)::int as n from core.data_value');
  return row!.n;
};

describe('rows', () => {
  test('are seen within the scope only: counted, listed, by id', async () => {
    const stranger = await bed.holder(10, ['core:value.read'], '26260');
    const district = await bed.holder(11, ['core:value.read'], '737');
    const ask = `{ dataValues { totalCount nodes { id } } administrativeUnit(code: "26254") { dataValues(first: 1) { totalCount } } }`;
    const [none, all] = [await bed.ask(ask, stranger), await bed.ask(ask, district)];
    expect(none.data).toEqual({
      dataValues: { totalCount: 0, nodes: [] },
      administrativeUnit: { dataValues: { totalCount: 0 } },
    });
    expect(all.data.dataValues.totalCount).toBe(await rows());
    const one = await bed.ask(`{ node(id: "${all.data.dataValues.nodes[0].id}") { id } }`, stranger);
    expect(one.data.node).toBeNull();
  });

  test('of units that went into one’s own are seen, and changed by nobody', async () => {
    const district = await bed.holder(13, ['core:value.read'], '737');
    const { data } = await bed.ask(
      `{ dataValues(first: 1, filter: { current: true }) { nodes { id } } }`,
      district,
    );
    bed.setBusinessDate('2025-08-01');
    // The commune Bàu Hàm of 2025 took Cây Gáo in; it carries its old code 26254.
    const heir = await bed.unit('26254', '2025-08-01');
    const [reach] = await bed.place.sql<{ path: string }>(
      `select path::text from core.unit_reach where unit_id = ${heir} and own`,
    );
    const scopes = { subtree: [`any.${reach!.path}`], exact: [] };
    const successor: Caller = {
      userId: 14,
      roles: [],
      permissions: new Set(['core:value.read', 'core:value.record']),
      settings: {
        ...scopeSettings({ 'core:value.read': scopes, 'core:value.record': scopes }),
        organizations: '',
      },
    };
    const id = data.dataValues.nodes[0].id;
    const seen = await bed.ask(`{ node(id: "${id}") { ... on DataValue { unit { name } } } }`, successor);
    expect(seen.data.node).toEqual({ unit: { name: 'Cây Gáo' } });
    const corrected = await bed.ask(
      `mutation ($input: CorrectDataValueInput!) { correctDataValue(input: $input) { id } }`,
      successor,
      {
        input: { dataValue: id, value: '77', reason: 'x' },
      },
    );
    expect(codeOf(corrected)).toBe('OUT_OF_SCOPE');
    bed.setBusinessDate('2021-10-15');
  });

  test('that a plugin computed are not seen one by one where small counts are withheld; the aggregate has them', async () => {
    const district = await bed.holder(15, ['core:value.read'], '737');
    await bed.enter([['works.poor', '26254', '2021-01', { numerator: 7, denominator: 900 }]]);
    const seen = async () => {
      const { data, errors } = await bed.ask(
        '{ dataValues { nodes { numerator indicator { key } } } }',
        district,
      );
      expect(errors).toBeUndefined();
      return data.dataValues.nodes.filter((row: any) => row.indicator.key === 'works.poor');
    };
    expect(await seen()).toEqual([{ numerator: '7', indicator: { key: 'works.poor' } }]);
    await bed.place.sql(
      `insert into core.data_value (indicator_id, unit_id, period_id, source, numerator, denominator, origin)
       select v.indicator_id, v.unit_id, p.id, v.source, 3, 900, 'Household of 2021-02' from core.data_value v
         join core.indicator i on i.id = v.indicator_id and i.key = 'works.poor' join core.period p on p.key = '2021-02'`,
    );
    expect(await seen()).toEqual([{ numerator: '7', indicator: { key: 'works.poor' } }]);
    const aggregate = await bed.aggregate({
      indicator: 'works.poor',
      period: '2021-02',
      units: [await bed.unit('26254')],
    });
    expect(aggregate).toMatchObject({ suppressed: true, value: null });
  });

  test('of other programs are not seen by who holds one', async () => {
    const money = await bed.holder(12, ['core:value.read'], '737', 'PRG-91');
    const { data } = await bed.ask(`{ dataValues { nodes { program } } }`, money);
    expect(new Set(data.dataValues.nodes.map((row: { program: string }) => row.program))).toEqual(
      new Set(['PRG-91']),
    );
  });

  test('cannot be changed or removed, nor entered past the rules, whatever SQL the serving role runs', async () => {
    const attempt = (sql: string) =>
      bed.engine.database
        .transaction(
          { settings: { ...clerk.settings, user_id: '1', business_date: '2021-10-15', permissions: '' } },
          (session) => session.query(sql),
        )
        .then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
    expect(await attempt('update core.data_value set value = 99')).toBe('ROW_SECURITY');
    expect(await attempt('delete from core.data_value')).toBe('ROW_SECURITY');
    expect(await attempt('truncate core.data_value')).toBe('ROW_SECURITY');
    const insert = (
      unit: string,
      state: string,
    ) => `insert into core.data_value (indicator_id, unit_id, period_id, source, value, state)
      select i.id, v.unit_id, p.id, 'third', 1, '${state}' from core.indicator i, core.period p, core.administrative_unit_version v
      where i.key = 'works.houses' and p.key = '2021-08' and v.code = '${unit}' and v.valid_from = '2021-01-01'`;
    expect(await attempt(insert('26257', 'PROVISIONAL'))).toBe('ROW_SECURITY');
    expect(await attempt(insert('26254', 'ACCEPTED'))).toBe('ROW_SECURITY');
    expect(await attempt(insert('26254', 'PROVISIONAL'))).toBe('done');
  });

  test('are not changed by the owner either', async () => {
    await expect(bed.place.sql('update core.data_value set value = 99 where value = 1')).rejects.toThrow(
      'DATA_VALUE_IS_KEPT',
    );
  });
});

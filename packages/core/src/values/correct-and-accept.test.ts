import type { Caller } from '@phoihop/platform';
import { scopeSettings, scopesOfSettings } from '../access/scopes.js';
import { startFiguresBed, type Answer, type FiguresBed } from './test-bed.js';

let bed: FiguresBed;
let clerk: Caller;

beforeAll(async () => {
  bed = await startFiguresBed();
  clerk = await bed.holder(1, ['core:value.read', 'core:value.record'], '26254');
}, 600_000);
afterAll(() => bed?.stop());

const fields = `id value numerator denominator status state share asOf program source disaggregation note reason demo supersededAt
  unit { name } period { key } indicator { key }`;

async function record(input: Record<string, unknown>, caller: Caller = clerk): Promise<Answer> {
  const unit = await bed.unitId('26254');
  return bed.ask(
    `mutation ($input: RecordDataValueInput!) { recordDataValue(input: $input) { ${fields} } }`,
    caller,
    { input: { unit, ...input } },
  );
}

const month = (key: string) => ({ calendar: 'MONTH', key });
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'] as string | undefined;
describe('correcting', () => {
  const correct = (
    dataValue: string,
    input: Record<string, unknown>,
    caller: Caller = clerk,
  ): Promise<Answer> =>
    bed.ask(
      `mutation ($input: CorrectDataValueInput!) { correctDataValue(input: $input) { ${fields} } }`,
      caller,
      {
        input: { dataValue, ...input },
      },
    );
  let wrong: string;
  beforeAll(async () => {
    const { data } = await record({
      indicator: 'works.houses',
      period: month('2021-05'),
      value: '30',
      note: 'ghi chú',
    });
    wrong = data.recordDataValue.id;
  });

  test('needs a reason and another figure', async () => {
    expect(codeOf(await correct(wrong, { value: '3', reason: '  ' }))).toBe('REASON_REQUIRED');
    expect(codeOf(await correct(wrong, { value: '30', reason: 'nhầm' }))).toBe('VALUE_UNCHANGED');
    expect(codeOf(await correct(wrong, { value: '-3', reason: 'nhầm' }))).toBe('NEGATIVE_VALUE');
  });

  test('keeps the old figure, with what stands in its place', async () => {
    const { data, errors } = await correct(wrong, { value: '3', reason: 'thừa một số 0' });
    expect(errors).toBeUndefined();
    expect(data.correctDataValue).toMatchObject({
      value: '3',
      reason: 'thừa một số 0',
      note: 'ghi chú',
      state: 'PROVISIONAL',
    });
    const kept = await bed.ask(
      `{ node(id: "${wrong}") { ... on DataValue { value supersededAt supersededBy { id value } } } }`,
      clerk,
    );
    expect(kept.data.node).toEqual({
      value: '30',
      supersededAt: expect.any(String),
      supersededBy: { id: data.correctDataValue.id, value: '3' },
    });
  });

  test('is refused on a figure that no longer counts, and on what one may not see', async () => {
    expect(codeOf(await correct(wrong, { value: '4', reason: 'x' }))).toBe('VALUE_SUPERSEDED');
    const stranger = await bed.holder(7, ['core:value.read', 'core:value.record'], '26257');
    expect(codeOf(await correct(wrong, { value: '4', reason: 'x' }, stranger))).toBe('NOT_FOUND');
  });
});

describe('accepting', () => {
  const accept = (dataValues: string[], caller: Caller): Promise<Answer> =>
    bed.ask(
      `mutation ($input: AcceptDataValuesInput!) { acceptDataValues(input: $input) { id state value acceptedBy { id } } }`,
      caller,
      {
        input: { dataValues },
      },
    );
  let standing: Caller;
  const entered = async (key: string): Promise<string> => {
    const { data } = await record({ indicator: 'works.houses', period: month(key), value: '1' });
    return data.recordDataValue.id;
  };
  beforeAll(async () => {
    standing = await bed.holder(8, ['core:value.read', 'core:value.accept', 'core:person.read'], '737');
  });

  test('makes an accepted figure of each, and keeps the provisional one', async () => {
    const first = await entered('2021-01');
    const { data, errors } = await accept([first], standing);
    expect(errors).toBeUndefined();
    expect(data.acceptDataValues).toEqual([
      { id: expect.not.stringMatching(first), state: 'ACCEPTED', value: '1', acceptedBy: null },
    ]);
    expect(codeOf(await accept([data.acceptDataValues[0].id], standing))).toBe('VALUE_STATE');
    expect(codeOf(await accept([first], standing))).toBe('VALUE_SUPERSEDED');
  });

  test('is for another person than who entered, and only in one’s scope: all or none', async () => {
    const [second, third] = [await entered('2021-02'), await entered('2021-03')];
    const both = await bed.holder(1, ['core:value.read', 'core:value.record', 'core:value.accept'], '26254');
    expect(codeOf(await accept([second], both))).toBe('SAME_PERSON');
    const elsewhere = await bed.holder(9, ['core:value.accept'], '26257');
    const reader = { ...elsewhere, settings: { ...elsewhere.settings } };
    const scopes = scopesOfSettings(reader.settings);
    const wide = await bed.holder(9, ['core:value.read', 'core:person.read'], '737');
    const mixed: Caller = {
      ...wide,
      permissions: new Set(['core:value.read', 'core:value.accept', 'core:person.read']),
      settings: {
        ...wide.settings,
        ...scopeSettings({ ...scopesOfSettings(wide.settings), ...scopes }),
      },
    };
    expect(codeOf(await accept([second, third], mixed))).toBe('VALUES_NOT_ACCEPTED');
    const states = await bed.ask(
      `{ dataValues(filter: { current: true, state: [ACCEPTED] }) { totalCount } }`,
      standing,
    );
    expect(states.data.dataValues.totalCount).toBe(1);
  });

  test('a correction of an accepted figure is provisional again', async () => {
    const { data } = await bed.ask(
      `{ dataValues(filter: { current: true, state: [ACCEPTED] }) { nodes { id } } }`,
      standing,
    );
    const corrected = await bed.ask(
      `mutation ($input: CorrectDataValueInput!) { correctDataValue(input: $input) { state value } }`,
      clerk,
      { input: { dataValue: data.dataValues.nodes[0].id, value: '2', reason: 'bàn giao thêm một căn' } },
    );
    expect(corrected.data.correctDataValue).toEqual({ state: 'PROVISIONAL', value: '2' });
  });
});

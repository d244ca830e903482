import type { Caller } from '@phoihop/platform';
import { scopeSettings, scopesOfSettings } from '../access/scopes.js';
import { putDerivedValues } from './derived-value.js';
import { codes, startFiguresBed, type Answer, type FiguresBed } from './test-bed.js';

/** A report of many figures costs as many statements as one of a single figure; so does whatever happens to it. */
let bed: FiguresBed;
let clerk: Caller;
let committee: Caller;
let district: Caller;

const parts = Array.from({ length: 500 }, (_, n) => `p${n}`);

beforeAll(async () => {
  bed = await startFiguresBed();
  await bed.place.sql(
    `with indicator as (
       insert into core.indicator (key, plugin, program, title_vi, title_en, description_vi, description_en, unit_of_measure_vi,
         unit_of_measure_en, kind, disaggregations, calendar, collection_level, merge_rule, split_rule, decimals, sources)
       select 'works.many', plugin, program, title_vi, title_en, description_vi, description_en, unit_of_measure_vi, unit_of_measure_en,
         kind, jsonb_build_array(jsonb_build_object('code', 'part', 'title_vi', 'x', 'title_en', 'x', 'values',
           (select jsonb_agg(jsonb_build_object('code', part, 'title_vi', part, 'title_en', part)) from unnest($1::text[]) as part))),
         calendar, collection_level, merge_rule, split_rule, decimals, sources
       from core.indicator where key = 'works.houses' returning id),
     feeder as (
       insert into core.indicator_feeder (indicator_id, kind, valid_from) select id, 'COLLECTED', '2016-01-01' from indicator),
     form as (
       insert into core.report_template (key, calendar, level, title_vi, title_en)
       values ('many-monthly', 'MONTH', 'COMMUNE', 'Nhiều số', 'Many figures') returning id)
     insert into core.report_template_item (template_id, position, indicator_id, disaggregation, required)
     select form.id, row_number() over (), indicator.id, 'part:' || part, false from form, indicator, unnest($1::text[]) as part`,
    [parts],
  );
  const reads = ['core:value.read', 'core:report.read', 'core:person.read'];
  clerk = await bed.holder(1, [...reads, 'core:value.record'], '26254');
  committee = await bed.holder(2, [...reads, 'core:report.submit'], '26254');
  district = await bed.holder(3, [...reads, 'core:value.accept', 'core:report.accept'], '737');
}, 600_000);
afterAll(() => bed?.stop());

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'] as string | undefined;
const items = (n: number, value: unknown) =>
  parts.slice(0, n).map((part) => ({ indicator: 'works.many', disaggregation: `part:${part}`, value }));

async function save(month: string, given: readonly object[], more: object = {}): Promise<Answer> {
  const input = {
    template: 'many-monthly',
    unit: await bed.unitId('26254'),
    period: { calendar: 'MONTH', key: month },
    items: given,
    ...more,
  };
  return bed.ask(
    `mutation ($input: SaveReportDraftInput!) { saveReportDraft(input: $input) { id version } }`,
    clerk,
    { input },
  );
}
const step = (name: string, { id, version }: { id: string; version: number }, caller: Caller) =>
  bed.ask(`mutation ($input: ReportStepInput!) { ${name}(input: $input) { id version } }`, caller, {
    input: { report: id, expectedVersion: version },
  });

const sizes = { '2021-01': 1, '2021-02': 50, '2021-03': 500 };

test('a report of 1, 50 and 500 figures: saved, changed, handed in and accepted with as many statements', async () => {
  const sent: Record<string, number[]> = { save: [], change: [], submit: [], accept: [] };
  const done = async (what: string, answer: Promise<Answer>, field: string) => {
    const { data, errors } = await answer;
    expect(errors).toBeUndefined();
    sent[what]!.push(bed.statements);
    return data[field];
  };
  for (const [month, n] of Object.entries(sizes)) {
    const saved = await done('save', save(month, items(n, 1)), 'saveReportDraft');
    const changed = await done(
      'change',
      save(month, items(n, 2), { expectedVersion: saved.version }),
      'saveReportDraft',
    );
    const submitted = await done('submit', step('submitReport', changed, committee), 'submitReport');
    await done('accept', step('acceptReport', submitted, district), 'acceptReport');
    const [stored] = await bed.place.sql(
      `select count(*)::int as all, count(*) filter (where d.superseded_at is null and d.state = 'ACCEPTED' and d.value = 2)::int as accepted
       from core.data_value d join core.period p on p.id = d.period_id and p.key = $1`,
      [month],
    );
    expect(stored).toEqual({ all: 3 * n, accepted: n });
  }
  for (const counts of Object.values(sent)) expect(new Set(counts).size).toBe(1);
});

test('so do figures that are accepted one by one', async () => {
  const sent: number[] = [];
  for (const [month, n] of [
    ['2020-01', 1],
    ['2020-02', 50],
    ['2020-03', 500],
  ] as const) {
    await save(month, items(n, 1));
    const given = await bed.place.sql<{ id: number }>(
      `select d.id::int from core.data_value d join core.period p on p.id = d.period_id and p.key = $1`,
      [month],
    );
    const dataValues = given.map(({ id }) => Buffer.from(`DataValue:${id}`).toString('base64url'));
    const { errors } = await bed.ask(
      `mutation ($input: AcceptDataValuesInput!) { acceptDataValues(input: $input) { id } }`,
      district,
      { input: { dataValues } },
    );
    expect(errors).toBeUndefined();
    sent.push(bed.statements);
  }
  expect(new Set(sent).size).toBe(1);
});

describe('many mistakes are told one by one, with as many statements as one, and nothing is written', () => {
  const statementsOf = async (month: string, given: readonly object[], more: object = {}) => {
    const answer = await save(month, given, more);
    expect(codeOf(answer)).toBe('REPORT_ITEMS_INVALID');
    const { problems } = answer.errors![0]!.extensions;
    expect(problems).toHaveLength(given.length);
    const [kept] = await bed.place.sql(
      `select count(*)::int as n from core.data_value d join core.period p on p.id = d.period_id and p.key = $1`,
      [month],
    );
    expect(kept).toEqual({ n: 0 });
    return { sent: bed.statements, problems };
  };

  test.each([
    ['NEGATIVE_VALUE', -1, '.value'],
    ['COUNT_NOT_WHOLE', '1.5', '.value'],
    ['OUT_OF_RANGE', '100000000000000', '.value'],
  ])('%s', async (code, value, field) => {
    const counts = [];
    for (const n of [1, 50, 500]) {
      const { sent, problems } = await statementsOf('2019-06', items(n, value));
      expect(problems.at(-1)).toMatchObject({ code, field: `input.items[${n - 1}]${field}` });
      counts.push(sent);
    }
    expect(new Set(counts).size).toBe(1);
  });

  test('a part named twice', async () => {
    const answer = await save('2019-06', [...items(3, 1), ...items(2, 1)]);
    expect(answer.errors![0]!.extensions['problems'].map((one: any) => [one.code, one.field])).toEqual([
      ['REPORT_ITEM_TWICE', 'input.items[3]'],
      ['REPORT_ITEM_TWICE', 'input.items[4]'],
    ]);
  });

  test('figures out of scope: their names are read once', async () => {
    const counts: number[] = [];
    for (const [month, n] of [
      ['2019-01', 2],
      ['2019-02', 50],
      ['2019-03', 500],
    ] as const) {
      await save(month, items(n, 1));
      const given = await bed.place.sql<{ id: number }>(
        `select d.id::int from core.data_value d join core.period p on p.id = d.period_id and p.key = $1`,
        [month],
      );
      const stranger = await bed.holder(9, ['core:value.read', 'core:value.accept'], '26257');
      const reader: Caller = {
        ...stranger,
        settings: {
          ...stranger.settings,
          ...scopeSettings({
            ...scopesOfSettings(stranger.settings),
            'core:value.read': scopesOfSettings(district.settings)['core:value.read']!,
          }),
        },
      };
      const { errors } = await bed.ask(
        `mutation ($input: AcceptDataValuesInput!) { acceptDataValues(input: $input) { id } }`,
        reader,
        {
          input: { dataValues: given.map(({ id }) => Buffer.from(`DataValue:${id}`).toString('base64url')) },
        },
      );
      expect(errors![0]!.extensions).toMatchObject({ code: 'VALUES_NOT_ACCEPTED', given: n });
      expect(errors![0]!.extensions['problems'].every((one: any) => one.code === 'OUT_OF_SCOPE')).toBe(true);
      counts.push(bed.statements);
    }
    expect(new Set(counts).size).toBe(1);
  });

  test('more than 500: LIMIT_EXCEEDED', async () => {
    const answer = await save('2019-07', [...items(500, 1), ...items(1, 1)]);
    expect(answer.errors![0]!.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', allowed: 500 });
  });
});

describe('figures that a plugin computes', () => {
  const insured = (unitId: number, numerator: number) => ({
    indicatorKey: 'works.insured',
    unitId,
    periodId: '2021-04',
    figure: { numerator: String(numerator), denominator: '100' },
    origin: 'Snapshot:1',
  });
  const put = (values: readonly ReturnType<typeof insured>[]) =>
    bed.engine.database.asSystem('compute figures', (session) => putDerivedValues({ session }, values));

  test('of the whole nation come in with three statements, and once more change nothing', async () => {
    const units = await bed.place.sql<{ id: number }>(
      `select unit_id::int as id from core.administrative_unit_version
       where kind in ('COMMUNE', 'WARD', 'TOWN') and superseded_at is null and valid_from = '2021-01-01'`,
    );
    expect(units.length).toBeGreaterThan(10_000);
    const figures = units.map(({ id }, n) => insured(id, n % 100));
    const first = await put(figures);
    expect(first.every(({ id, changed }) => id !== null && changed)).toBe(true);
    const again = await put(figures);
    expect(again).toEqual(first.map(({ id }) => ({ id, changed: false })));
  });

  test('of several for one place in one call, the last counts', async () => {
    const unit = await bed.unit(codes[3]!);
    const [one, two] = await put([insured(unit, 71), insured(unit, 72)]);
    expect(one).toEqual(two);
    const kept = await bed.place.sql(
      `select numerator::int, superseded_at is null as counts from core.data_value where unit_id = $1 and numerator in (71, 72)`,
      [unit],
    );
    expect(kept).toEqual([{ numerator: 72, counts: true }]);
  });

  test('two who bring the same at once take turns, however many each brings', async () => {
    const units = await Promise.all(codes.map((code) => bed.unit(code)));
    const few = units.map((unit) => insured(unit, 91));
    const many = Array.from({ length: 600 }, (_, n) => insured(units[n % units.length]!, 92));
    await Promise.all([put(few), put(many), put(few)]);
    const [counted] = await bed.place.sql(
      `select count(*)::int as n from core.data_value where unit_id = any ($1::bigint[]) and superseded_at is null
         and indicator_id = (select id from core.indicator where key = 'works.insured')`,
      [units],
    );
    expect(counted).toEqual({ n: units.length });
  });
});

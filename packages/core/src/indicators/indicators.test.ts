import type { Caller } from '@phoihop/platform';
import {
  startFiguresBed,
  testIndicators,
  worksPlugin,
  type Answer,
  type FiguresBed,
} from '../values/test-bed.js';
import { corePlugin } from '../plugin.js';
import { feederOn, reportingKinds } from './indicator-facts.js';
import { loadIndicators } from './load.js';

let bed: FiguresBed;
let manager: Caller;

beforeAll(async () => {
  bed = await startFiguresBed();
  manager = await bed.holder(1, ['core:indicator.manage'], '737', 'PRG-90');
}, 600_000);
afterAll(() => bed?.stop());

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'] as string | undefined;

const sound = {
  key: 'works.wells',
  program: 'PRG-90',
  titleVi: 'Số giếng nước đã làm',
  titleEn: 'Wells made',
  descriptionVi: 'Giếng đã bàn giao.',
  descriptionEn: 'Wells handed over.',
  unitOfMeasureVi: 'giếng',
  unitOfMeasureEn: 'wells',
  kind: 'SUM',
  calendar: 'MONTH',
  collectionLevel: 'COMMUNE',
  mergeRule: 'SUM',
  sources: ['front-report'],
};
const create = (input: Record<string, unknown>, caller = manager): Promise<Answer> =>
  bed.ask(
    `mutation ($input: CreateIndicatorInput!) { createIndicator(input: $input) {
      id key plugin title description unitOfMeasure kind calendar version appliesTo splitRule overTime statuses { code title } components { numerator }
      feeders { nodes { kind validFrom } } } }`,
    caller,
    { input: { ...sound, ...input } },
  );
const change = (input: Record<string, unknown>, caller = manager): Promise<Answer> =>
  bed.ask(
    `mutation ($input: ChangeIndicatorInput!) { changeIndicator(input: $input) { version title decimals smallCellThreshold feeders { nodes { kind derivedFrom validFrom validTo } } } }`,
    caller,
    { input },
  );
const load = (indicators: typeof testIndicators, day = '2021-10-15') =>
  bed.engine.database.asSystem('load indicators', (session) =>
    loadIndicators(session, [corePlugin, worksPlugin(indicators)], day),
  );

test('indicators of every plugin are there, in the caller’s language, for everybody', async () => {
  const { data } =
    await bed.ask(`{ indicator(key: "core.committee-conferences") { plugin program kind calendar collectionLevel title titleVi titleEn reportedBy sources }
    houses: indicator(key: "works.houses") { parts { code title dividedBy } } recognized: indicator(key: "works.recognized") { appliesTo statuses { code } }
    insured: indicator(key: "works.insured") { overTime components { numerator denominator } feeders { nodes { kind derivedFrom } } } }`);
  expect(data.indicator).toMatchObject({
    plugin: 'core',
    program: 'PRG-40',
    kind: 'EVENT_COUNT',
    calendar: 'QUARTER',
    collectionLevel: 'DISTRICT',
  });
  expect(data.indicator.title).toBe(data.indicator.titleEn);
  expect(data.houses.parts).toEqual([
    { code: 'work:build', title: 'built', dividedBy: 'kind of work' },
    { code: 'work:repair', title: 'repaired', dividedBy: 'kind of work' },
  ]);
  expect(data.recognized).toEqual({ appliesTo: ['COMMUNE'], statuses: [{ code: 'advanced' }] });
  expect(data.insured).toEqual({
    overTime: 'LATEST',
    components: { numerator: 'part', denominator: 'whole' },
    feeders: { nodes: [{ kind: 'DERIVED', derivedFrom: 'Snapshot' }] },
  });
});

describe('loading', () => {
  test('again changes nothing; what a plugin changes is changed by key, what an administrator changed stays', async () => {
    expect(await load(testIndicators)).toEqual({ loaded: [] });
    const [before] = await bed.place.sql<{ id: number }>(
      `select id::int from core.indicator where key = 'works.deaths'`,
    );
    await bed.place.sql(`update core.indicator set title_vi = 'Tên do huyện đặt' where key = 'works.series'`);
    const renamed = testIndicators.map((one) =>
      one.key === 'works.deaths' ? { ...one, title: { vi: 'Số người chết', en: 'Deaths' } } : one,
    );
    expect(await load(renamed)).toEqual({ loaded: ['works.deaths'] });
    expect(
      await bed.place.sql(`select id::int, title_vi, version from core.indicator where key = 'works.deaths'`),
    ).toEqual([{ id: before!.id, title_vi: 'Số người chết', version: 2 }]);
    expect(await bed.place.sql(`select title_vi from core.indicator where key = 'works.series'`)).toEqual([
      { title_vi: 'Tên do huyện đặt' },
    ]);
    await load(testIndicators);
  });

  test('a feeder that a plugin switches takes over from the business date on', async () => {
    const switched = testIndicators.map((one) =>
      one.key === 'works.money' ? { ...one, feeder: { kind: 'derived' as const, from: 'LedgerEntry' } } : one,
    );
    await load(switched);
    const feeders = await bed.place
      .sql(`select f.kind, f.derived_from, f.valid_from::text, f.valid_to::text from core.indicator_feeder f
      join core.indicator i on i.id = f.indicator_id where i.key = 'works.money' order by f.valid_from`);
    expect(feeders).toEqual([
      { kind: 'COLLECTED', derived_from: null, valid_from: '1900-01-01', valid_to: '2021-10-15' },
      { kind: 'DERIVED', derived_from: 'LedgerEntry', valid_from: '2021-10-15', valid_to: null },
    ]);
  });

  test('an indicator whose plugin is gone stays', async () => {
    await load(testIndicators.filter(({ key }) => key !== 'works.index'));
    expect(await bed.place.sql(`select key from core.indicator where key = 'works.index'`)).toHaveLength(1);
  });
});

describe('creating', () => {
  test('adds what can be recorded at once', async () => {
    const { data, errors } = await create({});
    expect(errors).toBeUndefined();
    expect(data.createIndicator).toMatchObject({
      key: 'works.wells',
      plugin: 'works',
      title: 'Wells made',
      version: 1,
      splitRule: 'NONE',
      overTime: 'BY_KIND',
      feeders: { nodes: [{ kind: 'COLLECTED' }] },
    });
    const clerk = await bed.holder(2, ['core:value.read', 'core:value.record'], '26254');
    const recorded = await bed.ask(
      `mutation ($input: RecordDataValueInput!) { recordDataValue(input: $input) { value } }`,
      clerk,
      {
        input: {
          indicator: 'works.wells',
          unit: await bed.unitId('26254'),
          period: { calendar: 'MONTH', key: '2021-09' },
          value: 4,
        },
      },
    );
    expect(recorded.data.recordDataValue).toEqual({ value: '4' });
  });

  test('is refused twice, for other programs, without the permission', async () => {
    expect(codeOf(await create({}))).toBe('ALREADY_EXISTS');
    const elsewhere = await create({ key: 'works.ponds', program: 'PRG-91' });
    expect(elsewhere.errors![0]!.extensions).toMatchObject({ code: 'OUT_OF_SCOPE', allowed: ['PRG-90'] });
    expect(
      codeOf(await create({ key: 'works.ponds' }, await bed.holder(3, ['core:value.read'], '737'))),
    ).toBe('FORBIDDEN');
  });

  test.each([
    ['input.mergeRule', { mergeRule: 'COMPONENTS' }],
    ['input.components', { kind: 'RATIO', mergeRule: 'COMPONENTS' }],
    ['input.statuses', { kind: 'STATUS_COUNT', mergeRule: 'RECOMPUTE_STATUS' }],
    ['input.ratioOfStocks', { overTime: 'LATEST' }],
    ['input.key', { key: 'Wells' }],
    ['input.decimals', { decimals: 9 }],
    ['input.smallCellThreshold', { smallCellThreshold: 1 }],
    ['input.titleVi', { titleVi: '   ' }],
  ])('is refused where it is not sound: %s', async (field, input) => {
    const { errors } = await create({ key: 'works.unsound', ...input });
    expect(errors![0]!.extensions['code']).toBe('INDICATOR_UNSOUND');
    expect(errors![0]!.extensions['problems'].map((problem: { field: string }) => problem.field)).toContain(
      field,
    );
    expect(await bed.place.sql(`select 1 from core.indicator where key = 'works.unsound'`)).toEqual([]);
  });

  test('is refused for kinds of unit of another level', async () => {
    expect(codeOf(await create({ key: 'works.unsound', appliesTo: ['PROVINCE'] }))).toBe('BAD_USER_INPUT');
  });

  test('takes shares and statuses with their words', async () => {
    const words = { numeratorVi: 'đạt', numeratorEn: 'met', denominatorVi: 'tổng', denominatorEn: 'all' };
    const share = await create({
      key: 'works.share',
      kind: 'RATIO',
      mergeRule: 'COMPONENTS',
      components: words,
      overTime: 'LATEST',
    });
    expect(share.data.createIndicator).toMatchObject({
      components: { numerator: 'met' },
      overTime: 'LATEST',
    });
    const statuses = [{ code: 'done', titleVi: 'xong', titleEn: 'done' }];
    const status = await create({
      key: 'works.status',
      kind: 'STATUS_COUNT',
      mergeRule: 'RECOMPUTE_STATUS',
      statuses,
      appliesTo: ['COMMUNE'],
    });
    expect(status.data.createIndicator).toMatchObject({
      statuses: [{ code: 'done', title: 'done' }],
      appliesTo: ['COMMUNE'],
    });
  });
});

describe('changing', () => {
  const wells = async (): Promise<string> =>
    (await bed.ask(`{ indicator(key: "works.wells") { id } }`)).data.indicator.id;

  test('changes what is given, raises the version, and refuses an old one', async () => {
    const indicator = await wells();
    const changed = await change({
      indicator,
      expectedVersion: 1,
      titleEn: 'Wells dug',
      decimals: 1,
      smallCellThreshold: 3,
    });
    expect(changed.data.changeIndicator).toMatchObject({
      version: 2,
      title: 'Wells dug',
      decimals: 1,
      smallCellThreshold: 3,
    });
    const late = await change({ indicator, expectedVersion: 1, titleEn: 'x' });
    expect(late.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', current: 2 });
  });

  test('switches the feeder and keeps what was before', async () => {
    const indicator = await wells();
    const feeder = { kind: 'DERIVED', derivedFrom: 'Well', validFrom: '2021-07-01' };
    const { data } = await change({ indicator, expectedVersion: 2, feeder });
    expect(data.changeIndicator.feeders.nodes).toEqual([
      { kind: 'COLLECTED', derivedFrom: null, validFrom: '1900-01-01', validTo: '2021-07-01' },
      { kind: 'DERIVED', derivedFrom: 'Well', validFrom: '2021-07-01', validTo: null },
    ]);
    const back = await change({
      indicator,
      expectedVersion: 3,
      feeder: { kind: 'COLLECTED', validFrom: '2021-06-01' },
    });
    expect(back.errors![0]!.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.feeder.validFrom',
    });
    const nameless = await change({
      indicator,
      expectedVersion: 3,
      feeder: { kind: 'DERIVED', validFrom: '2021-09-01' },
    });
    expect(codeOf(nameless)).toBe('BAD_USER_INPUT');
  });

  test('is refused for other programs, and past the graph as well', async () => {
    const { data } = await bed.ask(`{ indicator(key: "core.committee-conferences") { id } }`);
    expect(codeOf(await change({ indicator: data.indicator.id, expectedVersion: 1, decimals: 2 }))).toBe(
      'OUT_OF_SCOPE',
    );
    const touched = await bed.engine.database.transaction(
      { settings: { ...manager.settings, user_id: '1' } },
      (session) =>
        session.query(
          `update core.indicator set decimals = 3 where key in ('core.committee-conferences', 'works.wells') returning key`,
        ),
    );
    expect(touched).toEqual([{ key: 'works.wells' }]);
  });
});

test('kinds that report are those of the level that it applies to', () => {
  expect(reportingKinds({ collectionLevel: 'COMMUNE', appliesTo: null })).toEqual([
    'COMMUNE',
    'WARD',
    'TOWN',
    'SPECIAL_ZONE',
  ]);
  expect(reportingKinds({ collectionLevel: 'COMMUNE', appliesTo: ['COMMUNE'] as never })).toEqual([
    'COMMUNE',
  ]);
});

test('the feeder is the one of the end of the period; before the first, the first', () => {
  const feeders = [
    { kind: 'COLLECTED' as const, from: '2020-01-01', to: '2021-07-01' },
    { kind: 'DERIVED' as const, from: '2021-07-01', to: null },
  ];
  expect(
    ['2019-12-31', '2021-06-30', '2021-07-01', '2030-01-01'].map((day) => feederOn({ feeders }, day)),
  ).toEqual(['COLLECTED', 'COLLECTED', 'DERIVED', 'DERIVED']);
});

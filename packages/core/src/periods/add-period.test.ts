import type { Caller } from '@phoihop/platform';
import { startFiguresBed, type Answer, type FiguresBed } from '../values/test-bed.js';
import { loadPeriods } from './load.js';
import { setPeriods } from './set-periods.js';

let bed: FiguresBed;
let administrator: Caller;
beforeAll(async () => {
  bed = await startFiguresBed();
  administrator = await bed.holder(1, ['core:period.manage'], '737');
}, 600_000);
afterAll(() => bed?.stop());

const term = {
  calendar: 'TERM',
  key: 'FRONT-CONGRESS-2019-2024',
  series: 'front-congress',
  labelVi: 'Nhiệm kỳ 2019-2024 của Ủy ban MTTQ huyện',
  labelEn: 'Term 2019-2024 of the district Front committee',
  startsOn: '2019-04-25',
  endsOn: '2024-04-24',
  basis: 'Nghị quyết Đại hội MTTQ Việt Nam huyện lần thứ IV',
  reason: 'bổ sung theo văn bản',
};

const add = async (more: Record<string, unknown> = {}, caller = administrator): Promise<Answer> =>
  bed.ask(
    `mutation ($input: AddPeriodInput!) { addPeriod(input: $input) {
      id key label startsOn endsOn year position series basis unit { name } calendar { key } } }`,
    caller,
    { input: { ...term, unit: await bed.unitId('737'), ...more } },
  );
const refusalOf = ({ data, errors }: Answer): object => {
  expect(data?.addPeriod ?? null).toBeNull();
  const { code, field } = errors![0]!.extensions as { code: string; field: string };
  return { code, field };
};

test('the registry has the periods whose days are known, each with what it rests on, and no year turned into days', async () => {
  expect(setPeriods().map(({ calendar, start, end }) => `${calendar} ${start} ${end}`)).toEqual([
    'CAMPAIGN 2021-06-01 2021-06-30',
    'CAMPAIGN 2021-10-17 2021-11-18',
  ]);
  const { data } = await bed.ask(
    `{ periods(filter: { calendarKey: [CAMPAIGN, TERM, MULTI_YEAR] }) { nodes { label year position series basis } } }`,
  );
  expect(data.periods.nodes).toMatchObject([
    {
      label: 'Action month for children, 2021',
      year: null,
      position: 1,
      series: 'action-month-for-children',
    },
    { label: 'Peak month for the poor, 2021', year: null, position: 2, series: 'peak-month-for-the-poor' },
  ]);
  expect(data.periods.nodes[1].basis).toContain('E-16');
});

test('an administrator adds a term with its decision; places follow the start, and who did it and why is kept', async () => {
  const later = await add({
    key: 'FRONT-CONGRESS-2024-2029',
    startsOn: '2024-04-25',
    endsOn: '2029-04-24',
    labelVi: 'Nhiệm kỳ 2024-2029',
    labelEn: 'Term 2024-2029',
  });
  expect(later.errors).toBeUndefined();
  const { data, errors } = await add();
  expect(errors).toBeUndefined();
  expect(data.addPeriod).toMatchObject({
    key: term.key,
    label: term.labelEn,
    startsOn: '2019-04-25',
    endsOn: '2024-04-24',
    year: null,
    position: 1,
    series: 'front-congress',
    basis: term.basis,
    unit: { name: 'Trảng Bom' },
    calendar: { key: 'TERM' },
  });
  const placed = await bed.ask('{ period(calendar: TERM, key: "FRONT-CONGRESS-2024-2029") { position } }');
  expect(placed.data.period.position).toBe(2);
  const written = await bed.place.sql<{ facts: object }>(
    `select facts from platform.audit_event where action = 'core:period.add' order by id`,
  );
  expect(written[1]!.facts).toMatchObject({ key: term.key, reason: 'bổ sung theo văn bản' });
});

test.each([
  [
    'days of another term of the body',
    { key: 'X-1', startsOn: '2024-04-24', endsOn: '2025-01-01' },
    'PERIOD_OVERLAPS',
    'input.startsOn',
  ],
  ['a key that is taken', { startsOn: '2014-01-01', endsOn: '2014-12-31' }, 'ALREADY_EXISTS', 'input.key'],
  ['a key that will be a quarter', { key: '2031-Q1', series: 'x' }, 'ALREADY_EXISTS', 'input.key'],
  ['a key that is none', { key: 'khóa IV', series: 'x' }, 'BAD_USER_INPUT', 'input.key'],
  ['a series that is none', { key: 'X-2', series: 'Khóa IV' }, 'BAD_USER_INPUT', 'input.series'],
  ['days the wrong way round', { key: 'X-3', endsOn: '2019-04-24' }, 'PERIOD_REVERSED', 'input.endsOn'],
  ['a calendar with a rule', { key: 'X-4', calendar: 'MONTH' }, 'PERIOD_CALENDAR_RULED', 'input.calendar'],
  ['nothing it rests on', { key: 'X-5', series: 'x', basis: '  ' }, 'TEXT_LENGTH', 'input.basis'],
  ['no reason', { key: 'X-6', series: 'x', reason: ' ' }, 'REASON_REQUIRED', 'input.reason'],
  ['no English name', { key: 'X-7', series: 'x', labelEn: '' }, 'TEXT_LENGTH', 'input.labelEn'],
])('%s is refused and nothing is written', async (_, more, code, field) => {
  const count = async (): Promise<unknown> => bed.place.sql('select count(*) from core.period');
  const before = await count();
  expect(refusalOf(await add(more))).toEqual({ code, field });
  expect(await count()).toEqual(before);
});

test('the same days are free in another series, and for another unit', async () => {
  expect((await add({ key: 'COUNCIL-2019', series: 'people-council' })).errors).toBeUndefined();
  const commune = await bed.unitId('26254');
  expect((await add({ key: 'COMMUNE-CONGRESS-2019', unit: commune })).errors).toBeUndefined();
});

test('whoever has no right over the unit, or over the whole country, adds nothing; SQL of their own neither', async () => {
  const clerk = await bed.holder(2, ['core:period.manage'], '26254');
  expect(refusalOf(await add({ key: 'Y-1', series: 'y' }, clerk))).toEqual({
    code: 'OUT_OF_SCOPE',
    field: 'input.unit',
  });
  expect(refusalOf(await add({ key: 'Y-2', series: 'y', unit: null }))).toEqual({
    code: 'OUT_OF_SCOPE',
    field: 'input.unit',
  });
  const reader = await bed.holder(3, ['core:value.read'], '737');
  expect((await add({ key: 'Y-3', series: 'y' }, reader)).errors![0]!.extensions['code']).toBe('FORBIDDEN');
  await expect(
    bed.engine.database.transaction({ settings: { held: '', scopes: '[]' } }, (session) =>
      session.query(
        `select core.add_set_period('TERM', 'Y-4', 'y', 'tên', 'name', '2019-01-01', '2019-12-31', null, 'x')`,
      ),
    ),
  ).rejects.toThrow();
});

test('loading again changes nothing, and leaves what people have added', async () => {
  await bed.place.sql(`delete from core.reference_load where key = 'periods'`);
  const all = 'select id, key, position, basis from core.period where year is null order by id';
  const before = await bed.place.sql(all);
  await bed.engine.database.asSystem('load again', (session) => loadPeriods(session));
  expect(await bed.place.sql(all)).toEqual(before);
  // The registry's days, taken before by somebody: the registry's period is not loaded beside them.
  await bed.place.sql(`update core.period set key = 'OURS' where key = 'PEAK-MONTH-FOR-THE-POOR-2021'`);
  await bed.place.sql(`delete from core.reference_load where key = 'periods'`);
  await bed.engine.database.asSystem('load again', (session) => loadPeriods(session));
  expect(await bed.place.sql(`select key from core.period where series = 'peak-month-for-the-poor'`)).toEqual(
    [{ key: 'OURS' }],
  );
});

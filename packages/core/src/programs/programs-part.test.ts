/** The registry through the API: every line, document, activity and duty of the source is there, word for word. */
import { readFileSync } from 'node:fs';
import { definePlugin } from '@phoihop/platform';
import { ContributionError, contributionsOf } from './contributions.js';
import { coreProgram } from './core-program.js';
import { loadRegistry } from './load.js';
import { allParts, contributingPlugins, startTestBed, type TestBed } from './test-bed.js';

const source = readFileSync(
  new URL('../../data/registry/coordination-program-2021.txt', import.meta.url),
  'utf8',
);
const plugins = await contributingPlugins();

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({ parts: allParts, plugins });
}, 180_000);
afterAll(() => bed?.stop());

const signedIn = { userId: 1, roles: [], permissions: new Set<string>(), settings: {} };
const reader = { ...signedIn, permissions: new Set(['core:activity.read', 'core:document.read']) };
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);

test('48 programs, their exact quotations found byte for byte in the source', async () => {
  const { programs } = await bed.ask(
    `{ programs(first: 200) { totalCount nodes { code quote quoteIsExact titleVi title } } }`,
  );
  expect(programs.totalCount).toBe(48);
  expect(programs.nodes.map((program: { code: string }) => program.code)).toEqual(numbered('PRG', 48));
  const exact = programs.nodes.filter((program: { quoteIsExact: boolean }) => program.quoteIsExact);
  expect(exact.filter((program: { quote: string }) => !source.includes(program.quote))).toEqual([]);
});

test('a program in the language of the caller, with its parent, which another plugin declares', async () => {
  const query = `{ programByCode(code: "PRG-12") { title kind status plugin source parent { code plugin } children { totalCount } } }`;
  const { programByCode } = await bed.ask(query, undefined, {}, 'en');
  expect(programByCode).toEqual({
    title: 'Supervision of new-rural work and the citizen-satisfaction poll',
    kind: 'DUTY',
    status: 'WHOLE',
    plugin: 'new-rural-areas',
    source: 'I.2.1',
    parent: { code: 'PRG-09', plugin: 'unity-campaign' },
    children: { totalCount: 0 },
  });
  const { programByCode: vietnamese } = await bed.ask(query);
  expect(vietnamese.title).toContain('Giám sát xây dựng nông thôn mới');
});

test('programs are searched without accents', async () => {
  const { programs } = await bed.ask(
    `{ programs(filter: { search: "bao hiem xa hoi" }) { nodes { code } } }`,
  );
  expect(programs.nodes).toEqual([{ code: 'PRG-27' }]);
});

test('30 plugins say what they are and whether they serve', async () => {
  const query = `{ plugins { id title version status state programs { code } } }`;
  const { plugins: before } = await bed.ask(query);
  expect(before).toHaveLength(30);
  expect(before[0]).toMatchObject({
    id: 'core',
    status: 'WHOLE',
    programs: [{ code: 'PRG-40' }, { code: 'PRG-48' }],
  });
  expect(new Set(before.map(({ state }: { state: string }) => state))).toEqual(new Set(['ENABLED']));
});

test('24 documents as they are cited; number and date where the source has them', async () => {
  const { documents } = await bed.ask(
    `{ documents(first: 200) { totalCount nodes { code number date citedAs numberParts { serial year type issuers } } } }`,
    reader,
  );
  expect(documents.totalCount).toBe(24);
  expect(
    documents.nodes.filter((document: { citedAs: string }) => !source.includes(document.citedAs)),
  ).toEqual([]);
  expect(documents.nodes[9]).toMatchObject({
    code: 'D-10',
    number: '03/CTPH-MTTQ-TCTV',
    date: '2017-12-05',
    numberParts: { serial: '03', year: null, type: 'CTPH', issuers: ['MTTQ', 'TCTV'] },
  });
  expect(documents.nodes[8]).toMatchObject({ code: 'D-09', number: null, date: null, numberParts: null });
});

test('the source document cites the 23 others, and programs cite theirs', async () => {
  const { documentByCode, programByCode } = await bed.ask(
    `{ documentByCode(code: "D-24") { links(first: 200) { totalCount } }
       programByCode(code: "PRG-21") { documentLinks { nodes { relation document { code number } program { code } } } } }`,
    reader,
  );
  expect(documentByCode.links.totalCount).toBe(23);
  expect(programByCode.documentLinks.nodes).toEqual([
    {
      relation: 'CITES',
      document: { code: 'D-12', number: '88/NQLT/CP-ĐCTUBTWMTTQVN' },
      program: { code: 'PRG-21' },
    },
  ]);
});

test('34 activities of the district; E-12 keeps the slip of the source and is read in 2021', async () => {
  const { activities, activityByCode } = await bed.ask(
    `{ activities(first: 200) { totalCount nodes { code whenText quote unit { code name } program { code } } }
       activityByCode(code: "E-12") { whenText startsOn endsOn whenPrecision whenReading state version kind } }`,
    reader,
    {},
    'en',
  );
  expect(activities.totalCount).toBe(34);
  expect([...activities.nodes].map(({ code }: { code: string }) => code).sort()).toEqual(numbered('E', 34));
  for (const activity of activities.nodes) {
    expect(source).toContain(activity.whenText);
    if (activity.quote) expect(source).toContain(activity.quote);
    expect(activity.unit).toEqual({ code: '737', name: 'Trảng Bom' });
    expect(activity.program).not.toBeNull();
  }
  expect(activityByCode).toEqual({
    whenText: 'dự kiến quý III/2020',
    startsOn: '2021-07-01',
    endsOn: '2021-09-30',
    whenPrecision: 'QUARTER',
    whenReading: expect.stringContaining('2021'),
    state: 'PLANNED',
    version: 1,
    kind: 'TRAINING',
  });
});

test('15 duties: who owes what to whom, how often', async () => {
  const { duties } = await bed.ask(
    `{ duties { totalCount nodes { code title reporter recipient frequency frequencyText quote program { code } } } }`,
    signedIn,
    {},
    'en',
  );
  expect(duties.nodes.map(({ code }: { code: string }) => code)).toEqual(numbered('R', 15));
  expect(duties.nodes[0]).toMatchObject({
    reporter: 'The Front of each level',
    frequency: 'MONTH',
    program: { code: 'PRG-05' },
  });
});

test('loading again writes nothing, and keeps what users have entered', async () => {
  await bed.place.sql(
    `update core.activity set state = 'HELD', held_on = '2021-01-20', attendance = 60 where code = 'E-05'`,
  );
  const rows = () =>
    bed.place.sql(
      `select (select max(loaded_at) from core.reference_load) at, (select array_agg(xmin::text order by id) from core.program) x`,
    );
  const before = await rows();
  const services = bed.engine.servicesFor('core');
  await loadRegistry(services);
  expect(await rows()).toEqual(before);

  const core = services.plugins.find(({ id }) => id === 'core')!;
  const [first, ...others] = coreProgram.activities;
  const changed = { ...coreProgram, activities: [{ ...first!, quote: 'Tổ chức Hội nghị' }, ...others] };
  await loadRegistry({
    ...services,
    plugins: services.plugins.map((one) => (one === core ? { ...core, program: changed } : one)),
  });
  expect(
    await bed.place.sql(
      `select code, quote, state, attendance, version from core.activity where code in ('E-01', 'E-05') order by code`,
    ),
  ).toEqual([
    { code: 'E-01', quote: 'Tổ chức Hội nghị', state: 'PLANNED', attendance: null, version: 1 },
    { code: 'E-05', quote: expect.any(String), state: 'HELD', attendance: 60, version: 1 },
  ]);
  await loadRegistry(services);
});

test('participants come when their organizations do', async () => {
  const query = `{ programByCode(code: "PRG-27") { participants { totalCount nodes { validFrom demo organization { key name } program { code } } } } }`;
  expect((await bed.ask(query, signedIn)).programByCode.participants.totalCount).toBe(0);
  await bed.place.sql(`insert into core.organization (key, demo) values ('farmers-union', true)`);
  await bed.place.sql(
    `insert into core.organization_version (organization_id, name, kind, unit_id, valid_from)
     select o.id, 'Hội Nông dân huyện', 'SOCIO_POLITICAL_ORGANIZATION', v.unit_id, '2019-01-01'
       from core.organization o, core.administrative_unit_version v
      where v.code = '737' and v.superseded_at is null`,
  );
  const services = bed.engine.servicesFor('core');
  await loadRegistry(services);
  await loadRegistry(services);
  expect((await bed.ask(query, signedIn)).programByCode.participants.nodes).toEqual([
    {
      validFrom: '2021-01-01',
      demo: true,
      organization: { key: 'farmers-union', name: 'Hội Nông dân huyện' },
      program: { code: 'PRG-27' },
    },
  ]);
  const { organization } = await bed.ask(
    `{ organization(key: "farmers-union") { programParticipations(first: 200) { totalCount } } }`,
    signedIn,
  );
  const declared = contributionsOf(services.plugins).flatMap(({ contribution }) => contribution.programs);
  expect(organization.programParticipations.totalCount).toBe(
    declared.filter(({ participants }) => participants?.includes('farmers-union')).length,
  );
});

test('what is not public asks for a sign-in or a permission', async () => {
  expect(await bed.refused(`{ duties { totalCount } }`)).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await bed.refused(`{ activities { totalCount } }`, signedIn)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await bed.refused(`{ documents { totalCount } }`, signedIn)).toMatchObject({ code: 'FORBIDDEN' });
});

test('every mistake of every contribution is told at once, with plugin and path', () => {
  const promised = coreProgram.targets[0]!;
  const plugin = (id: string, program: object) =>
    definePlugin({
      id,
      version: '1.0.0',
      title: { vi: id, en: id },
      program: { ...coreProgram, ...program } as never,
    });
  const wrong = [
    plugin('first', { targets: [{ ...promised, value: '91%' }], indicators: [] }),
    plugin('second', { status: 'HALF', indicators: [] }),
  ];
  const twice = [
    plugin('third', { indicators: [] }),
    plugin('fourth', { indicators: coreProgram.indicators }),
  ];
  expect(() => contributionsOf(wrong)).toThrow(ContributionError);
  expect(problemsOf(wrong)).toEqual(['first targets.0.value', 'second status']);
  expect(problemsOf(twice)).toContain('fourth programs.0.id');
  expect(problemsOf(twice)).toContain('fourth indicators.0.key');
});

function problemsOf(given: Parameters<typeof contributionsOf>[0]): string[] {
  try {
    contributionsOf(given);
    return [];
  } catch (error) {
    return (error as ContributionError).problems.map(({ plugin, path }) => `${plugin} ${path}`);
  }
}

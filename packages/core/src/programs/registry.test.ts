/**
 * Every line of the source program is registered, once, word for word. The contributions are read from their
 * `program.ts` files, without the platform, so that a plugin that does not compose is still checked here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { activityKinds, participantKeys, programContributionSchema } from './contribution.js';
import type { ProgramContribution } from './contribution.js';
import { coreProgram } from './core-program.js';

const root = join(import.meta.dirname, '../../../..');
const registry = (file: string) =>
  readFileSync(join(import.meta.dirname, '../../data/registry', file), 'utf8');
const source = registry('coordination-program-2021.txt');

/** The 29 plugins of the catalogue; core's lines are under `core`. */
const pluginIds = [
  'new-rural-areas',
  'unity-campaign',
  'poverty-reduction',
  'fund-for-the-poor',
  'social-care',
  'disaster-relief',
  'vietnamese-goods',
  'creative-solidarity',
  'unity-festival',
  'crime-prevention',
  'drug-and-hiv-prevention',
  'child-protection',
  'traffic-safety',
  'environment',
  'social-insurance',
  'covid-19',
  'communication',
  'public-opinion',
  'ethnic-and-religious-affairs',
  'people-diplomacy',
  'law-and-mediation',
  'supervision',
  'anti-corruption',
  'citizen-petitions',
  'grassroots-democracy',
  'voter-relations',
  'elections',
  'emulation-awards',
  'organization-building',
];

const contributions = new Map<string, ProgramContribution>([['core', coreProgram]]);
for (const id of pluginIds) {
  const module = await import(join(root, 'plugins', id, 'src/program.ts'));
  contributions.set(id, module.program);
}
const all = [...contributions.values()];
const programs = all.flatMap((contribution) => contribution.programs);
const indicators = all.flatMap((contribution) => contribution.indicators);
const targets = all.flatMap((contribution) => contribution.targets);
const activities = all.flatMap((contribution) => contribution.activities);
const duties = all.flatMap((contribution) => contribution.duties);

const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const documents = z
  .array(
    z.strictObject({
      id: z.string(),
      number: z.string().nullable(),
      date: z.iso.date().nullable(),
      type: text,
      issuer: text.nullable(),
      title: text,
      citedAs: z.string(),
      confidentiality: z.literal('public'),
      note: text.optional(),
    }),
  )
  .parse(JSON.parse(registry('documents.json')));

const organizationLevel = z.enum(['CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'RESIDENTIAL_AREA']);
const organizations = z
  .array(
    z.strictObject({
      key: z.string(),
      kind: z.string(),
      level: organizationLevel,
      title: text,
      citedAs: z.string().nullable(),
      relation: z.string(),
      origin: z.enum(['seed', 'catalogue']),
    }),
  )
  .parse(JSON.parse(registry('organizations.json')));

const actors = z
  .array(
    z.strictObject({
      key: z.string(),
      group: z.string(),
      title: text,
      citedAs: z.string(),
      organization: z.string().optional(),
      sensitive: z.boolean(),
    }),
  )
  .parse(JSON.parse(registry('actors.json')));

const codes = (file: string) =>
  z
    .array(z.strictObject({ code: z.string(), title: text }))
    .parse(JSON.parse(registry(file)))
    .map((entry) => entry.code);

/** `PRG-01` to `PRG-48` and so on: none missing, none twice. */
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
const sortedIds = (entries: { id: string }[]) => entries.map((entry) => entry.id).sort();
const expectDistinct = (keys: string[]) => expect([...keys].sort()).toEqual([...new Set(keys)].sort());
/** Those that are not a substring of the source, byte for byte. */
const notInSource = (quotes: string[]) => quotes.filter((quote) => !source.includes(quote));

describe('the inventory is whole', () => {
  test('every program line, target, activity, duty and document is registered exactly once', () => {
    expect(sortedIds(programs)).toEqual(numbered('PRG', 48));
    expect(sortedIds(targets)).toEqual(numbered('T', 16));
    expect(sortedIds(activities)).toEqual(numbered('E', 34));
    expect(sortedIds(duties)).toEqual(numbered('R', 15));
    expect(sortedIds(documents)).toEqual(numbered('D', 24));
    expect(actors).toHaveLength(43);
  });

  test('the catalogue has 29 plugins, no folder is outside it, and each one carries a program line', () => {
    expect(pluginIds).toHaveLength(29);
    const folders = readdirSync(join(root, 'plugins'), { withFileTypes: true });
    expect(
      folders
        .filter((folder) => folder.isDirectory())
        .map((folder) => folder.name)
        .sort(),
    ).toEqual([...pluginIds].sort());
    for (const [id, contribution] of contributions)
      expect({ id, lines: contribution.programs.length }).not.toEqual({ id, lines: 0 });
  });

  test('the four implied targets are T-13 to T-16, and only they', () => {
    expect(sortedIds(targets.filter((target) => target.implied))).toEqual(['T-13', 'T-14', 'T-15', 'T-16']);
  });
});

describe('every contribution is valid', () => {
  test.each([...contributions])('%s satisfies the schema', (_id, contribution) => {
    const parsed = programContributionSchema.safeParse(contribution);
    expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
  });

  test.each([...contributions])('%s names its indicators by its own id', (id, contribution) => {
    for (const { key } of contribution.indicators) expect(key.startsWith(`${id}.`)).toBe(true);
  });

  test('a plugin that is only registered has no table to derive an indicator from', () => {
    for (const contribution of all.filter(({ status }) => status === 'REGISTERED'))
      for (const indicator of contribution.indicators)
        expect(indicator.feeder).toEqual({ kind: 'collected' });
  });
});

describe('quotations are those of the source', () => {
  test('exact program quotations are found byte for byte', () => {
    const exact = programs.filter((program) => program.quoteIsExact).map((program) => program.quote);
    expect(notInSource(exact)).toEqual([]);
  });

  test('a shortened quotation is made of exact pieces, in the order of the source', () => {
    for (const program of programs.filter((line) => !line.quoteIsExact)) {
      let position = 0;
      for (const piece of program.quote.split(' … ')) {
        const found = source.indexOf(piece, position);
        expect({ id: program.id, piece, found: found >= 0 }).toEqual({ id: program.id, piece, found: true });
        position = found + piece.length;
      }
      expect(program.quote).toContain(' … ');
    }
  });

  test('targets, activities, duties and times are quoted exactly', () => {
    expect(notInSource(targets.map((target) => target.quote))).toEqual([]);
    expect(notInSource(activities.flatMap((activity) => activity.quote ?? []))).toEqual([]);
    expect(notInSource(duties.flatMap((duty) => duty.quote ?? []))).toEqual([]);
    expect(notInSource(activities.map((activity) => activity.when.text))).toEqual([]);
  });

  test('documents, organizations and actors are cited as the source cites them', () => {
    expect(notInSource(documents.map((document) => document.citedAs))).toEqual([]);
    expect(notInSource(organizations.flatMap((organization) => organization.citedAs ?? []))).toEqual([]);
    expect(notInSource(actors.map((actor) => actor.citedAs))).toEqual([]);
  });

  test('a document that has a number or a date in the registry has it in its citation', () => {
    for (const document of documents) {
      if (document.number) expect(document.citedAs).toContain(document.number);
      if (document.date) {
        const [year, month, day] = document.date.split('-').map(Number);
        const dates = [
          ...document.citedAs.matchAll(/(\d{1,2})(?:[/-]| tháng )(\d{1,2})(?:[/-]| năm )(\d{4})/g),
        ];
        expect(dates.map((match) => match.slice(1, 4).map(Number))).toContainEqual([day, month, year]);
      }
    }
  });
});

describe('references lead somewhere', () => {
  const programIds = new Set(programs.map((program) => program.id));
  const documentIds = new Set(documents.map((document) => document.id));

  test('every target has its indicator, and its indicator a program of the same plugin', () => {
    expectDistinct(indicators.map((indicator) => indicator.key));
    const keys = indicators.map((indicator) => indicator.key);
    for (const target of targets) expect(keys).toContain(target.indicator);
    for (const contribution of all) {
      const own = contribution.programs.map((program) => program.id);
      for (const indicator of contribution.indicators) expect(own).toContain(indicator.program);
    }
  });

  test('programs, parents and documents named elsewhere exist', () => {
    for (const { program } of [...activities, ...duties]) expect(programIds).toContain(program);
    for (const program of programs) {
      if (program.parent) expect(programIds).toContain(program.parent);
      for (const document of program.documents ?? []) expect(documentIds).toContain(document);
    }
    for (const target of targets) expect(documentIds).toContain(target.basisDocument);
  });

  test('participants, actors, activity kinds and sources have titles in the registry', () => {
    const organizationKeys = organizations.map((organization) => organization.key);
    expectDistinct(organizationKeys);
    expect(organizationKeys).toEqual(expect.arrayContaining([...participantKeys]));
    expect(organizationKeys).toEqual(
      expect.arrayContaining(actors.flatMap((actor) => actor.organization ?? [])),
    );
    expect(codes('activity-kinds.json').sort()).toEqual([...activityKinds].sort());
    const sources = codes('sources.json');
    for (const indicator of indicators) expect(sources).toEqual(expect.arrayContaining(indicator.sources));
  });
});

describe('the traps of the source are read as they are meant', () => {
  const target = (id: string) => targets.find((entry) => entry.id === id)!;
  const indicatorOf = (id: string) => indicators.find((entry) => entry.key === target(id).indicator)!;

  test('"đạt" means at most for malnutrition', () => {
    expect([target('T-09').operator, target('T-10').operator]).toEqual(['AT_MOST', 'AT_MOST']);
  });

  test('new rural titles count communes recognized in the year, never the town', () => {
    for (const id of ['T-03', 'T-04']) {
      expect(indicatorOf(id).appliesTo).toEqual(['commune']);
      expect(indicatorOf(id).statuses?.every((status) => status.countsNewInPeriod)).toBe(true);
    }
  });

  test('the poverty target is a relative change of a rate whose baseline is unknown', () => {
    expect(target('T-05')).toMatchObject({ operator: 'RELATIVE_DECREASE', baseline: { kind: 'UNKNOWN' } });
    expect(indicatorOf('T-05').kind).toBe('RATIO');
  });

  test('traffic deaths end on 15 December and are compared with the traffic year before', () => {
    expect(target('T-11')).toMatchObject({
      deadline: '2021-12-15',
      period: { calendar: 'traffic-year' },
      baseline: { kind: 'SAME_PERIOD_LAST_YEAR' },
    });
    expect(indicatorOf('T-11').calendar).toBe('traffic-month');
  });

  test('E-12 keeps the slip of the source and is read in 2021', () => {
    expect(activities.find((activity) => activity.id === 'E-12')?.when).toMatchObject({
      text: 'dự kiến quý III/2020',
      from: '2021-07-01',
      to: '2021-09-30',
    });
  });
});

describe('the schema refuses what cannot be meant', () => {
  const valid = coreProgram;
  const issuesOf = (changed: Partial<ProgramContribution>) =>
    programContributionSchema
      .safeParse({ ...valid, ...changed })
      .error?.issues.map((issue) => issue.path.join('.'));
  const indicator = valid.indicators[0]!;
  const promised = valid.targets[0]!;

  test('a ratio without its components', () => {
    expect(issuesOf({ indicators: [{ ...indicator, kind: 'RATIO', mergeRule: 'COMPONENTS' }] })).toEqual([
      'indicators.0.components',
    ]);
  });

  test('a status count that merges by summing', () => {
    const statuses = [{ code: 'model', title: { vi: 'Kiểu mẫu', en: 'Model' }, countsNewInPeriod: true }];
    expect(issuesOf({ indicators: [{ ...indicator, kind: 'STATUS_COUNT', statuses }] })).toEqual([
      'indicators.0.mergeRule',
    ]);
  });

  test('a range without an upper end, or with one below the lower', () => {
    expect(issuesOf({ targets: [{ ...promised, operator: 'RANGE' }] })).toEqual(['targets.0.valueMax']);
    expect(issuesOf({ targets: [{ ...promised, operator: 'RANGE', valueMax: '1' }] })).toEqual([
      'targets.0.valueMax',
    ]);
  });

  test('a relative decrease without a word on its baseline', () => {
    expect(issuesOf({ targets: [{ ...promised, operator: 'RELATIVE_DECREASE' }] })).toEqual([
      'targets.0.baseline',
    ]);
  });

  test('a percentage where a fraction belongs', () => {
    expect(issuesOf({ targets: [{ ...promised, value: '91%' }] })).toEqual(['targets.0.value']);
  });
});

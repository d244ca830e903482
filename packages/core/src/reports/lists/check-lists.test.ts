/** What a plugin must not tell of a list or a form is found when all plugins are there, before anything is loaded. */
import { describeEntities } from '@phoihop/database';
import type { Plugin } from '@phoihop/platform';
import { corePlugin } from '../../plugin.js';
import { contributionsOf, type ContributionError } from '../../programs/contributions.js';
import type {
  ProgramContribution,
  ReportListDeclaration,
  ReportTemplateDeclaration,
} from '../../programs/contribution.js';
import { worksPlugin } from '../../values/test-bed.js';
import { gatheringList, gatheringsPlugin } from '../sections/test-gatherings.js';
import { requireSoundReports } from './check-lists.js';

const title = { vi: 'Thử', en: 'Test' };
const metadata = describeEntities(
  [corePlugin, gatheringsPlugin()].flatMap(({ data }) => data!.entities) as never,
);

/** Everything that is wrong with what the tests’ plugin tells core, as `path: message`. */
function problemsOf(program: Partial<ProgramContribution>, ...others: Plugin[]): string[] {
  const plugins = [corePlugin, worksPlugin(), gatheringsPlugin(program), ...others];
  try {
    requireSoundReports(contributionsOf(plugins), { plugins, metadata });
    return [];
  } catch (error) {
    return (error as ContributionError).problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

const listWith = (changed: Partial<ReportListDeclaration>): string[] =>
  problemsOf({ reportLists: [{ ...gatheringList, ...changed }] });

const form = (changed: Partial<ReportTemplateDeclaration>): ReportTemplateDeclaration => ({
  key: 'gathering-monthly',
  program: 'PRG-91',
  calendar: 'month',
  level: 'commune',
  title,
  ...changed,
});

test('a list that is right is taken', () => {
  expect(problemsOf({})).toEqual([]);
  expect(
    problemsOf({
      reports: [form({ sections: [{ key: 'held', kind: 'LIST', title, list: gatheringList.key }] })],
    }),
  ).toEqual([]);
});

describe('a list is refused', () => {
  const cases: [string, Partial<ReportListDeclaration>, string][] = [
    [
      'of an entity that the plugin does not have',
      { entity: 'AdministrativeUnit' },
      'reportLists.0.entity: gatherings.held: AdministrativeUnit is no entity of gatherings; it has: GatheringKind, Gathering, Guest.',
    ],
    [
      'of personal data',
      { entity: 'Guest', day: 'cameOn', columns: [{ field: 'fullName', title }], where: undefined },
      'reportLists.0.entity: gatherings.held: Guest holds personal or sealed data (data.audited)',
    ],
    [
      'by what is no unit',
      { unit: 'kind' },
      'reportLists.0.unit: gatherings.held: Gathering.kind does not refer to an administrative unit; use unit.',
    ],
    [
      'by what is no day',
      { day: 'people' },
      'reportLists.0.day: gatherings.held: Gathering.people is no date; use heldOn.',
    ],
    [
      'with a condition on what is not there',
      { where: { state: 'HELD' } },
      'reportLists.0.where.state: gatherings.held: Gathering has no state; it has: id, unit, kind,',
    ],
    [
      'with a column that is not there',
      { columns: [{ field: 'guests', title }] },
      'reportLists.0.columns.0.field: gatherings.held: clients see no guests of Gathering; they see: unit, kind, heldOn, people, host, withdrawn.',
    ],
    [
      'with a column that clients never see',
      { columns: [{ field: 'secret', title }] },
      'reportLists.0.columns.0.field: gatherings.held: clients see no secret of Gathering',
    ],
    [
      'with a column further on that is not there',
      { columns: [{ field: 'kind.code', title }] },
      'reportLists.0.columns.0.field: gatherings.held: clients see no code of GatheringKind; they see: title.',
    ],
    [
      'with a bare reference',
      { columns: [{ field: 'kind', title }] },
      'reportLists.0.columns.0.field: gatherings.held: kind is a reference; take one of: kind.title.',
    ],
    [
      'with a column that not all readers of reports may see',
      { columns: [{ field: 'host', title }] },
      'reportLists.0.columns.0.field: gatherings.held: readers of reports may not all see GatheringsGathering.host: auditor, cluster-lead, commune-clerk,',
    ],
  ];
  test.each(cases)('%s', (_, changed, told) => {
    const problems = listWith(changed);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.slice(0, told.length)).toBe(told);
  });

  test('of an entity that has neither unit nor day', () => {
    expect(
      listWith({ entity: 'GatheringKind', columns: [{ field: 'title', title }], where: undefined }),
    ).toEqual([
      'reportLists.0.unit: gatherings.held: GatheringKind.unit does not refer to an administrative unit; it belongs to no unit and cannot be listed by unit.',
      'reportLists.0.day: gatherings.held: GatheringKind.heldOn is no date; it has no date and cannot be listed by period.',
    ]);
  });

  test('with every mistake at once', () => {
    expect(
      listWith({
        unit: 'kind',
        day: 'people',
        columns: [
          { field: 'x', title },
          { field: 'y', title },
        ],
      }),
    ).toHaveLength(4);
  });

  test('of another plugin’s name, and named twice', () => {
    expect(listWith({ key: 'works.held' })).toEqual([
      'reportLists.0.key: works.held does not begin with gatherings.',
    ]);
    expect(problemsOf({ reportLists: [gatheringList, gatheringList] })).toEqual([
      'reportLists.1.key: gatherings.held is declared by gatherings already.',
    ]);
  });
});

describe('a form is refused', () => {
  const items = [{ indicator: 'works.houses' }];
  const words = { key: 'words', kind: 'NARRATIVE', title } as const;

  test('with a list that its plugin does not declare; that of a plugin which is not installed stays away', () => {
    const listed = (list: string) =>
      problemsOf({ reports: [form({ sections: [words, { key: 'l', kind: 'LIST', title, list }] })] });
    expect(listed('gatherings.planned')).toEqual([
      'reports.0.sections: gathering-monthly: gatherings declares no list gatherings.planned (section l).',
    ]);
    expect(listed('elsewhere.planned')).toEqual([]);
  });

  test('with a list of another program than its own', () => {
    const sections = [{ key: 'held', kind: 'LIST', title, list: gatheringList.key } as const];
    expect(problemsOf({ reports: [form({ program: 'PRG-90', sections })] })).toEqual([
      'reports.0.sections: gathering-monthly: gatherings.held is of PRG-91, and the form of PRG-90 (section held).',
    ]);
    expect(problemsOf({ reports: [form({ program: null, sections })] })).toEqual([]);
  });

  test('that has items and sections, neither, sections of one name, or a line twice', () => {
    expect(problemsOf({ reports: [form({ items, sections: [words] })] })).toHaveLength(1);
    expect(problemsOf({ reports: [form({})] })).toHaveLength(1);
    expect(problemsOf({ reports: [form({ sections: [words, words] })] })).toEqual([
      'reports.0.sections: two sections are called words.',
    ]);
    expect(problemsOf({ reports: [form({ items: [...items, ...items] })] })).toEqual([
      'reports.0.items: works.houses is asked for twice.',
    ]);
  });

  test('that summarizes another and asks for more than words, or calls them like a section of that', () => {
    const part = form({ key: 'part', sections: [{ key: 'numbers', kind: 'FIGURES', title, items }] });
    const whole = (sections: ReportTemplateDeclaration['sections']) =>
      problemsOf({
        reports: [part, form({ key: 'whole', level: 'district', summarizes: 'part', sections })],
      });
    expect(whole([words])).toEqual([]);
    expect(whole([{ key: 'more', kind: 'FIGURES', title, items }])).toHaveLength(1);
    expect(whole([{ ...words, key: 'numbers' }])).toEqual([
      'reports.1.sections: whole: it has a section numbers of its own, and one of part.',
    ]);
  });
});

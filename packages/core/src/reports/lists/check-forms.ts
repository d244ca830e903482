import type { ReportListDeclaration, ReportTemplateDeclaration } from '../../programs/contribution.js';
import {
  problemOf,
  type ContributionProblem,
  type PluginContribution,
} from '../../programs/contributions.js';
import { sectionsOf } from '../sections/declared-sections.js';

/** Forms whose lists are not there, or are of another program, or whose sections meet those of the form they summarize. */
export function formProblems(contributions: readonly PluginContribution[]): ContributionProblem[] {
  const lists = new Map(
    contributions.flatMap(({ contribution }) =>
      (contribution.reportLists ?? []).map((list) => [list.key, list]),
    ),
  );
  const forms = contributions.flatMap(({ contribution }) => contribution.reports ?? []);
  const installed = new Set(contributions.map(({ plugin }) => plugin.id));
  return contributions.flatMap(({ plugin, contribution }) =>
    (contribution.reports ?? []).flatMap((form, index) =>
      [...listsOf(form, lists, installed), ...keysTwice(form, forms)].map((message) =>
        problemOf(plugin, `reports.${index}.sections`, `${form.key}: ${message}`),
      ),
    ),
  );
}

function listsOf(
  { program, sections = [] }: ReportTemplateDeclaration,
  lists: ReadonlyMap<string, ReportListDeclaration>,
  installed: ReadonlySet<string>,
): string[] {
  return sections.flatMap((section) => {
    if (section.kind !== 'LIST') return [];
    const list = lists.get(section.list);
    const owner = section.list.split('.')[0]!;
    if (!list) {
      // A list of a plugin that is not installed is left out, as its indicators are.
      return installed.has(owner)
        ? [`${owner} declares no list ${section.list} (section ${section.key}).`]
        : [];
    }
    // Who reads the reports of one program need not read the records of another.
    return program === null || program === list.program
      ? []
      : [`${section.list} is of ${list.program}, and the form of ${program} (section ${section.key}).`];
  });
}

function keysTwice(form: ReportTemplateDeclaration, forms: readonly ReportTemplateDeclaration[]): string[] {
  if (form.summarizes === undefined) return [];
  const keys = sectionsOf(form, forms).map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  return twice ? [`it has a section ${twice} of its own, and one of ${form.summarizes}.`] : [];
}

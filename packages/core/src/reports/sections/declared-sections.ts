import type { ReportSectionDeclaration, ReportTemplateDeclaration } from '../../programs/contribution.js';

/** How long a narrative may be where its form does not say. */
const LONGEST = 4000;

/** The one section of a form that only asks for figures. */
const figuresAlone = (items: NonNullable<ReportTemplateDeclaration['items']>): ReportSectionDeclaration => ({
  key: 'figures',
  kind: 'FIGURES',
  title: { vi: 'Số liệu', en: 'Figures' },
  items,
});

/**
 * The sections of a form in their order. One that summarizes another has the figures and lists of that form, and
 * narratives of its own after them: what communes say in words is theirs.
 */
export function sectionsOf(
  { items, sections = [], summarizes }: ReportTemplateDeclaration,
  templates: readonly ReportTemplateDeclaration[],
): readonly ReportSectionDeclaration[] {
  if (items) return [figuresAlone(items)];
  const summarized = templates.find(({ key }) => key === summarizes);
  const below = summarized ? sectionsOf(summarized, templates) : [];
  return [...below.filter(({ kind }) => kind !== 'NARRATIVE'), ...sections];
}

/** A section as its table has it. */
export function sectionRow(template: string, section: ReportSectionDeclaration, position: number) {
  const { key, kind, title } = section;
  return {
    template,
    position,
    key,
    kind,
    title_vi: title.vi,
    title_en: title.en,
    required: section.kind === 'NARRATIVE' && (section.required ?? false),
    maximum: section.kind === 'NARRATIVE' ? (section.maximum ?? LONGEST) : null,
    list: section.kind === 'LIST' ? section.list : null,
  };
}

/** Forms without the lists of plugins that are not installed, which stay away like their indicators do. */
export const withInstalledLists = (
  templates: readonly ReportTemplateDeclaration[],
  installed: { has(list: string): boolean },
): ReportTemplateDeclaration[] =>
  templates.map((template) =>
    template.sections
      ? {
          ...template,
          sections: template.sections.filter((one) => one.kind !== 'LIST' || installed.has(one.list)),
        }
      : template,
  );

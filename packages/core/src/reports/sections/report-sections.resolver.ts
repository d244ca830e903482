import type { RequestContext, Row } from '@phoihop/platform';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ListRows } from '../lists/read-list.js';
import { isSummary } from '../report-step.js';
import { ReportVersion } from '../report-version.js';
import { Report } from '../report.js';
import { draftOf, spanOf, type SignedContent, type SignedFigure } from '../signed-content.js';
import { summaryOf } from '../summary.js';
import { ReportList, ReportSection, type SectionRoot } from './report-section.js';
import { figuresBySection, rowsOf, sameLine, type SignedSection } from './sections-of-report.js';

type Shown = Omit<ReportSection, 'list'> & SectionRoot;

@Resolver(() => Report)
export class ReportSectionsResolver {
  @FieldResolver(() => [ReportSection], {
    nullable: true,
    description:
      'What would be signed if it were handed in now, section by section, as far as the caller may see it. Once it is signed, its versions say what it said then. For one report at a time: each is read by itself.',
  })
  async sections(@Root() report: Row, @Ctx() context: RequestContext): Promise<Shown[]> {
    const summary = (await isSummary(context, report)) ? await summaryOf(context, report) : undefined;
    const draft = await draftOf(context, report.id, summary);
    const bySection = figuresBySection(draft.asked, draft.figures);
    return draft.asked.map((section) => ({
      key: section.key,
      kind: section.kind,
      title: section.title,
      figures: (bySection.get(section.key) as SignedFigure[] | undefined) ?? null,
      narrative: section.text,
      maximum: section.maximum,
      list: async () => (section.kind === 'LIST' ? rowsOf(context, section, spanOf(draft), summary) : null),
    }));
  }
}

@Resolver(() => ReportVersion)
export class SignedSectionsResolver {
  @FieldResolver(() => [ReportSection], {
    nullable: true,
    description: 'What was signed, section by section, read from the content: nothing of it is looked up.',
  })
  sections(@Root() version: Row): Shown[] {
    const { sections, figures = [] } = JSON.parse(version['content'] as string) as Partial<SignedContent>;
    // Of a form that asks for figures alone no sections are signed.
    const all: readonly SignedSection[] = sections ?? [
      { key: 'figures', kind: 'FIGURES', title: 'Số liệu', figures },
    ];
    return all.map((section) => ({
      key: section.key,
      kind: section.kind,
      title: section.title,
      figures:
        section.kind === 'FIGURES'
          ? section.figures.flatMap((line) => figures.filter((figure) => sameLine(line, figure)))
          : null,
      narrative: section.kind === 'NARRATIVE' ? section.text : null,
      maximum: null,
      list: async () => (section.kind === 'LIST' ? section : null),
    }));
  }
}

@Resolver(() => ReportSection)
export class ReportListResolver {
  @FieldResolver(() => ReportList, {
    nullable: true,
    description:
      'Records of the unit and of all below it in the period; null of other sections. REPORT_LIST_TOO_LONG where there are more than a report shows.',
  })
  async list(@Root() section: SectionRoot): Promise<(ListRows & { without: readonly string[] }) | null> {
    const rows = await section.list();
    return rows && { ...rows, without: rows.without ?? [] };
  }
}

import type { RequestContext } from '@phoihop/platform';
import { readList, tooLong, type ListRows, type ListSpan } from '../lists/read-list.js';
import type { ReportSectionKind } from '../report-enums.js';
import type { Summary } from '../summary.js';

/** A section of a form and what the draft has for it. */
export interface AskedSection {
  readonly key: string;
  readonly kind: ReportSectionKind;
  readonly title: string;
  readonly required: boolean;
  readonly maximum: number | null;
  readonly list: string | null;
  /** What is said there in words. */
  readonly text: string | null;
  readonly lines: readonly FigureName[];
}

export interface FigureName {
  readonly indicator: string;
  readonly part: string;
}

/** A section as it is signed. */
export type SignedSection =
  | {
      readonly key: string;
      readonly kind: 'FIGURES';
      readonly title: string;
      readonly figures: readonly FigureName[];
    }
  | { readonly key: string; readonly kind: 'NARRATIVE'; readonly title: string; readonly text: string | null }
  | ({ readonly key: string; readonly kind: 'LIST'; readonly title: string } & ListRows);

/** How many rows a report shows at most that puts the lists of others together. */
const MOST_ROWS_TOGETHER = 5000;

/** In Vietnamese, as on the printed form; in order. Part of a statement over `core.report report`. */
export const askedSections = /* sql */ `
(select coalesce(json_agg(json_build_object('key', section.key, 'kind', section.kind, 'title', section.title_vi,
    'required', section.required, 'maximum', section.maximum, 'list', section.list, 'text', said.content,
    'lines', (select coalesce(json_agg(json_build_object('indicator', i.key, 'part', line.disaggregation) order by line.position), '[]')
      from core.report_template_item line join core.indicator i on i.id = line.indicator_id where line.section_id = section.id))
    order by section.position), '[]')
  from core.report_template_section section
  left join core.report_narrative said on said.report_id = report.id and said.section = section.key
  where section.template_id = report.template_id)`;

/** Whether a form is more than lines of figures; what is signed of one that is not names no sections. */
export const hasSections = (asked: readonly AskedSection[]): boolean =>
  asked.length > 1 || asked.some(({ kind }) => kind !== 'FIGURES');

/**
 * The figures of each section of figures, of those there are. What is on no line, because the form has lost it, stands
 * in the first.
 */
export function figuresBySection<F extends FigureName>(
  asked: readonly Pick<AskedSection, 'key' | 'kind' | 'lines'>[],
  figures: readonly F[],
): ReadonlyMap<string, readonly F[]> {
  const sections = asked.filter(({ kind }) => kind === 'FIGURES');
  const placeOf = (figure: F): string | undefined =>
    (sections.find(({ lines }) => lines.some((line) => sameLine(line, figure))) ?? sections[0])?.key;
  return new Map(sections.map(({ key }) => [key, figures.filter((figure) => placeOf(figure) === key)]));
}

export const sameLine = (a: FigureName, b: FigureName): boolean =>
  a.indicator === b.indicator && a.part === b.part;

/** The rows of a section's list as they stand now. */
export async function rowsOf(
  context: RequestContext,
  { key, list }: Pick<AskedSection, 'key' | 'list'>,
  span: ListSpan,
  summary: Summary | undefined,
): Promise<ListRows> {
  return summary ? together(context, key, list!, summary) : readList(context, list!, span);
}

const unitColumn = { field: 'unit', title: 'Đơn vị' };

/**
 * The rows of all reports that a report is made of, with the names of their units in front: as they were signed, not as
 * the records are now.
 */
async function together(
  { session }: RequestContext,
  key: string,
  list: string,
  { included }: Summary,
): Promise<ListRows> {
  const signed = await session.query<{ id: number; list: ListRows | null }>(
    `select version.id, section.list from core.report_version version
     left join lateral (select signed as list from json_array_elements(version.content::json -> 'sections') as signed
       where signed ->> 'key' = $2 and signed ->> 'kind' = 'LIST' limit 1) as section on true
     where version.id = any($1::bigint[])`,
    [included.map(({ version }) => version), key],
  );
  const parts = included.map(({ version, name }) => ({
    name,
    list: signed.find(({ id }) => id === version)?.list ?? null,
  }));
  const columns = parts.findLast((part) => part.list)?.list?.columns ?? [];
  const rows = parts.flatMap(({ name, list: part }) => {
    // A form may have got or lost columns between two signatures.
    const places = columns.map(({ field }) => part?.columns.findIndex((one) => one.field === field) ?? -1);
    return (part?.rows ?? []).map((row) => [name, ...places.map((place) => row[place] ?? null)]);
  });
  if (rows.length > MOST_ROWS_TOGETHER) throw tooLong(list, MOST_ROWS_TOGETHER);
  const without = parts.filter((part) => !part.list).map(({ name }) => name);
  return { columns: [unitColumn, ...columns], rows, ...(without.length > 0 && { without }) };
}

/** All sections as they are signed, in their order. */
export async function sectionsToSign(
  context: RequestContext,
  asked: readonly AskedSection[],
  figures: readonly FigureName[],
  span: ListSpan,
  summary: Summary | undefined,
): Promise<SignedSection[]> {
  const bySection = figuresBySection(asked, figures);
  const signed: SignedSection[] = [];
  for (const section of asked) {
    const { key, kind, title, text } = section;
    if (kind === 'LIST')
      signed.push({ key, kind, title, ...(await rowsOf(context, section, span, summary)) });
    else if (kind === 'NARRATIVE') signed.push({ key, kind, title, text });
    else
      signed.push({
        key,
        kind,
        title,
        figures: bySection.get(key)!.map(({ indicator, part }) => ({ indicator, part })),
      });
  }
  return signed;
}

import { ProblemError, type RequestContext } from '@phoihop/platform';
import { optionalText } from '../../programs/input.js';
import type { FigureRefusal } from '../../values/given-figure.js';
import type { ReportNarrativeInput } from '../report-inputs.js';
import type { TemplateSection } from '../report-place.js';

const field = 'input.narratives';
/** No form has more sections. */
const MOST = 30;

/** What is said in one section; null takes back what was said. */
export interface Narrative {
  readonly section: string;
  readonly text: string | null;
}

/**
 * Looks at everything said in words at once.
 * @throws ProblemError LIMIT_EXCEEDED
 */
export function checkNarratives(
  given: readonly ReportNarrativeInput[],
  sections: readonly TemplateSection[],
): { readonly sound: Narrative[]; readonly problems: FigureRefusal[] } {
  if (given.length > MOST)
    throw new ProblemError('LIMIT_EXCEEDED', { field, limit: field, given: given.length, allowed: MOST });
  const problems: FigureRefusal[] = [];
  const sound = given.flatMap((one, index): Narrative[] => {
    const checked = checkNarrative(one, `${field}[${index}]`, sections);
    const twice = given.findIndex(({ section }) => section === one.section) < index;
    const refused = twice
      ? { code: 'REPORT_SECTION_TWICE', details: { field: `${field}[${index}].section`, given: one.section } }
      : 'code' in checked
        ? checked
        : null;
    if (refused) problems.push(refused);
    return refused || 'code' in checked ? [] : [checked];
  });
  return { sound, problems };
}

function checkNarrative(
  { section: key, text }: ReportNarrativeInput,
  at: string,
  sections: readonly TemplateSection[],
): Narrative | FigureRefusal {
  const asked = sections.filter(({ kind }) => kind === 'NARRATIVE');
  const section = asked.find((one) => one.key === key);
  if (!section) {
    const allowed = asked.map((one) => one.key).join(', ') || '–';
    return { code: 'REPORT_SECTION_UNKNOWN', details: { field: `${at}.section`, given: key, allowed } };
  }
  try {
    return { section: key, text: optionalText(text, `${at}.text`, { maximum: section.maximum! }) };
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.code, details: error.details };
    throw error;
  }
}

/** Keeps what a draft says now in words. Sections that are not named keep what they have. */
export async function keepNarratives(
  { session }: RequestContext,
  report: number,
  narratives: readonly Narrative[],
): Promise<void> {
  if (narratives.length === 0) return;
  await session.query(
    `insert into core.report_narrative as kept (report_id, section, content)
     select $1, given.* from unnest($2::text[], $3::text[]) as given
     on conflict (report_id, section) do update set content = excluded.content`,
    [report, narratives.map(({ section }) => section), narratives.map(({ text }) => text)],
  );
}

/** Who wrote the words that stand in a report; null where they were loaded. */
export async function authorsOfNarratives(
  { session }: RequestContext,
  report: number,
): Promise<(number | null)[]> {
  const authors = await session.query<{ by: number | null }>(
    'select distinct entered_by as by from core.report_narrative where report_id = $1 and content is not null',
    [report],
  );
  return authors.map(({ by }) => by);
}

/** Keys of the sections that have to be answered in words, and are not. */
export async function missingNarratives({ session }: RequestContext, report: number): Promise<string[]> {
  const missing = await session.query<{ key: string }>(
    `select section.key from core.report r
     join core.report_template_section section on section.template_id = r.template_id and section.required
     left join core.report_narrative said on said.report_id = r.id and said.section = section.key
     where r.id = $1 and said.content is null order by section.position`,
    [report],
  );
  return missing.map(({ key }) => key);
}

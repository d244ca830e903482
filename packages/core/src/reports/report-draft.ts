import { ProblemError, ProblemListError, type RequestContext } from '@phoihop/platform';
import { requireVersion } from '../checks/seen-version.js';
import type { PeriodFact } from '../periods/period-reference.js';
import { optionalText } from '../programs/input.js';
import { checkFigures, sameFigure } from '../values/check-figures.js';
import { figureOf, ownOrganization, provisional } from '../values/data-value.resolver.js';
import type { CheckedFigure, FigureRefusal } from '../values/given-figure.js';
import { storeValues, type ValueToStore } from '../values/store-values.js';
import type { SaveReportDraftInput } from './report-inputs.js';
import { placeOf, record, type Draft, type ReportPlace, type Template } from './report-place.js';
import { reportWorkflow } from './report-state.js';
import { checkNarratives, keepNarratives } from './sections/narratives.js';

/** How many lines a report takes at once, by hand or from a file. */
export const mostItems = 500;

/**
 * Saves what is known so far of a report. Everything is checked before anything is written; what is wrong is told
 * item by item, and section by section.
 * @returns the report's id.
 * @throws ProblemError OUT_OF_SCOPE, REPORT_STATE, CONFLICT and others; ProblemListError REPORT_ITEMS_INVALID.
 */
export async function saveDraft(context: RequestContext, input: SaveReportDraftInput): Promise<number> {
  const place = await placeOf(context, input);
  const { template, unit, period, day, draft } = place;
  const organization = await ownOrganization(context, input.organization, 'input.organization');
  if (draft) {
    reportWorkflow.after('saveReportDraft', draft.state, 'input');
    requireVersion(draft, input.expectedVersion ?? null);
  }
  const missingReason = summaryReason(template, input);
  const { sound: narratives, problems: wrongWords } = checkNarratives(
    input.narratives ?? [],
    template.sections,
  );
  const { sound: checked, problems: wrongFigures } = await checkItems(context, input, place);
  refuseWrong([...wrongFigures, ...wrongWords], wrongFigures.length > 0 ? 'input.items' : 'input.narratives');
  const note = optionalText(input.note, 'input.note');
  const report = draft
    ? await touch(context, draft, { note, organization, missingReason })
    : await begin(context, { template, unit, period, day, organization, note, missingReason });
  // What was accepted elsewhere and is the same stays as it is, and is told with the report.
  const changed = checked.filter(
    (one) =>
      !one.current ||
      !sameFigure(one.fact, one.current, one.figure) ||
      (one.current.report !== report && one.current.state !== 'ACCEPTED'),
  );
  const values = changed.map(
    (one): ValueToStore => ({
      ...provisional(context, one),
      organization,
      report,
      reason: one.current?.state === 'ACCEPTED' ? draft!.reopenReason : null,
      note: optionalText(input.items[indexOf(one)]!.note, `${one.at}.note`) ?? one.current?.note ?? null,
    }),
  );
  await storeValues(context.session, values, 'input.items');
  await keepNarratives(context, report, narratives);
  await context.audit(
    'core:report.save',
    { type: 'Report', id: report },
    {
      template: input.template,
      unit,
      period: period.key,
      figures: values.length,
      narratives: narratives.length,
    },
  );
  return report;
}

/** @throws ProblemListError REPORT_ITEMS_INVALID naming everything that is wrong, figures first. */
function refuseWrong(problems: readonly FigureRefusal[], field: string): void {
  if (problems.length > 0)
    throw new ProblemListError('REPORT_ITEMS_INVALID', problems, { field, given: problems.length });
}

/**
 * What is said of a report that is made of those below: nobody enters figures into it, and of no other is anything missing.
 * @throws ProblemError REPORT_SUMMARIZES, REPORT_NOT_SUMMARIZING
 */
function summaryReason({ summarizes }: Template, input: SaveReportDraftInput): string | null {
  const { items, template, missingReason } = input;
  if (summarizes && items.length > 0)
    throw new ProblemError('REPORT_SUMMARIZES', { field: 'input.items', given: items.length });
  const reason = optionalText(missingReason, 'input.missingReason', { minimum: 3, maximum: 1000 });
  if (!summarizes && reason !== null)
    throw new ProblemError('REPORT_NOT_SUMMARIZING', { field: 'input.missingReason', given: template });
  return reason;
}

const indexOf = ({ at }: CheckedFigure): number => Number(/\[(\d+)\]/.exec(at)![1]);

async function checkItems(
  context: RequestContext,
  input: SaveReportDraftInput,
  place: ReportPlace,
): Promise<{ sound: CheckedFigure[]; problems: FigureRefusal[] }> {
  const { items } = input;
  if (items.length > mostItems) {
    throw new ProblemError('LIMIT_EXCEEDED', {
      field: 'input.items',
      limit: 'input.items',
      given: items.length,
      allowed: mostItems,
    });
  }
  const seen = new Set<string>();
  const problems: FigureRefusal[] = [];
  const checked = await checkFigures(
    context,
    items.map((item, index) => ({
      indicator: item.indicator,
      unit: place.unit,
      period: place.period,
      source: null,
      disaggregation: item.disaggregation ?? null,
      figure: figureOf(item),
      at: `input.items[${index}]`,
    })),
    { permission: record, feeder: 'COLLECTED', facts: place.facts, reportDay: place.day },
  );
  const sound = checked.flatMap((result, index) => {
    const item = items[index]!;
    const at = `input.items[${index}]`;
    const key = `${item.indicator} ${item.disaggregation ?? ''}`.trim();
    const twice = seen.has(key);
    seen.add(key);
    const refused = twice
      ? { code: 'REPORT_ITEM_TWICE', details: { field: at, given: key } }
      : 'refused' in result
        ? result.refused
        : itemRefusal(place.template, result.ok, place.draft, at);
    if (refused) problems.push(refused);
    return refused || 'refused' in result ? [] : [result.ok];
  });
  return { sound, problems };
}

/** What a report adds to the rules of single figures: it fills in its own form, and only figures that are its own. */
function itemRefusal(
  template: Template,
  one: CheckedFigure,
  draft: Draft | null,
  at: string,
): FigureRefusal | null {
  const asked = template.items.some(
    (item) => item.indicator === one.fact.key && item.part === one.disaggregation,
  );
  if (!asked) {
    const allowed = template.items
      .map(({ indicator, part }) => (part ? `${indicator} ${part}` : indicator))
      .join(', ');
    return {
      code: 'REPORT_ITEM_NOT_ASKED',
      details: { field: `${at}.indicator`, given: one.fact.key, allowed },
    };
  }
  if (!one.current || sameFigure(one.fact, one.current, one.figure)) return null;
  const own = one.current.report !== null && one.current.report === draft?.id;
  if (one.current.state === 'ACCEPTED' && !(own && draft.state === 'REOPENED')) {
    return {
      code: 'VALUE_STATE',
      details: { field: at, state: 'ACCEPTED', given: one.fact.key, allowed: 'PROVISIONAL' },
    };
  }
  return one.current.report === null || own
    ? null
    : {
        code: 'VALUE_ALREADY_RECORDED',
        details: { field: at, given: one.fact.key, allowed: 'correctDataValue' },
      };
}

async function begin(
  context: RequestContext,
  report: {
    template: Template;
    unit: number;
    period: PeriodFact;
    day: string;
    organization: number | null;
    note: string | null;
    missingReason: string | null;
  },
): Promise<number> {
  const { template, unit, period, day, organization, note, missingReason } = report;
  const [created] = await context.session.query<{ id: number }>(
    `insert into core.report (id, template_id, unit_id, organization_id, period_id, as_of, program, note, missing_reason)
     values (nextval(pg_get_serial_sequence('core.report', 'id')), $1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (template_id, unit_id, period_id) do nothing returning id`,
    [template.id, unit, organization, period.id, day, template.program, note, missingReason],
  );
  // Somebody began it a moment ago, or it is there and the caller may not see it.
  if (!created) throw new ProblemError('ALREADY_EXISTS', { field: 'input', given: period.key });
  return created.id;
}

async function touch(
  context: RequestContext,
  draft: Draft,
  said: { note: string | null; organization: number | null; missingReason: string | null },
): Promise<number> {
  await context.session.query(
    `update core.report set note = coalesce($2, note), organization_id = coalesce($3, organization_id),
       missing_reason = coalesce($4, missing_reason), version = version + 1
     where id = $1`,
    [draft.id, said.note, said.organization, said.missingReason],
  );
  return draft.id;
}

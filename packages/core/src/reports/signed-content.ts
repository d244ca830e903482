import { createHash } from 'node:crypto';
import type { RequestContext } from '@phoihop/platform';
import {
  askedSections,
  hasSections,
  sectionsToSign,
  type AskedSection,
  type SignedSection,
} from './sections/sections-of-report.js';
import type { Summary, SummaryLine } from './summary.js';

/** What of a report is signed, in the order in which it is written down. */
export interface SignedContent {
  readonly report: { form: string; formVersion: number; title: string; version: number };
  readonly unit: { code: string; name: string };
  readonly organization: string | null;
  readonly period: { calendar: string; key: string; from: string; to: string };
  /** Of a unit that ended inside the period: its last day, up to which the report tells. */
  readonly closedOn?: string;
  readonly figures: readonly SignedFigure[];
  readonly note: string | null;
  /** Where the form is more than lines of figures: its sections in their order, with their words and rows. */
  readonly sections?: readonly SignedSection[];
  /** Of a report made of those below: which these were, by their hash, which are missing, and why it is signed all the same. */
  readonly madeOf?: {
    readonly reports: readonly { unit: string; name: string; version: number; sha256: string }[];
    readonly missing: readonly { unit: string; name: string }[];
    readonly missingReason: string | null;
  };
  readonly signed: { at: string; by: string };
}

export interface SignedFigure {
  readonly indicator: string;
  readonly part: string;
  readonly title: string;
  readonly unitOfMeasure: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly status?: string | null;
  readonly note?: string | null;
  /** Of a figure put together: how many figures it needs and has, and whether it is withheld because it is small. */
  readonly needed?: number;
  readonly have?: number;
  readonly withheld?: boolean;
}

type Stored = Omit<SignedContent, 'signed' | 'report' | 'madeOf' | 'closedOn' | 'sections'> & {
  readonly unitId: number;
  readonly asked: readonly AskedSection[];
  readonly missingReason: string | null;
  readonly closedOnDay: string | null;
  readonly report: Omit<SignedContent['report'], 'version'>;
  readonly signer: string | null;
  readonly versions: number;
};

// As of the last day it is about: names of then, in Vietnamese, as on the printed form. What a program computes from
// its own records, and what was accepted elsewhere, nobody enters: where the form asks for it, it is taken as it stands.
const content = /* sql */ `
select
  json_build_object('form', form.key, 'formVersion', form.version, 'title', form.title_vi) as report,
  json_build_object('code', unit.code, 'name', unit.full_name) as unit,
  (select name.name from core.organization_version name
    where name.organization_id = report.organization_id and name.superseded_at is null
    order by (name.valid_from <= report.as_of) desc, name.valid_from desc limit 1) as organization,
  json_build_object('calendar', period.calendar_key, 'key', period.key, 'from', period.starts_on, 'to', period.ends_on) as period,
  case when report.as_of < period.ends_on then report.as_of::text end as "closedOnDay",
  (select coalesce(json_agg(json_build_object('indicator', i.key, 'part', d.disaggregation, 'title', i.title_vi,
      'unitOfMeasure', i.unit_of_measure_vi, 'value', d.value::text, 'numerator', d.numerator::text,
      'denominator', d.denominator::text, 'status', d.status, 'note', d.note)
      order by item.position nulls last, i.key collate "C", d.disaggregation collate "C"), '[]')
    from (
      select told.* from core.data_value told where told.report_id = report.id and told.superseded_at is null
      union all
      select told.* from core.report_template_item line
        join core.indicator asked on asked.id = line.indicator_id
        join core.data_value told on told.indicator_id = line.indicator_id and told.disaggregation = line.disaggregation
         and told.unit_id = report.unit_id and told.period_id = report.period_id and told.source = asked.sources[1]
         and told.superseded_at is null and told.report_id is distinct from report.id
         and (told.state = 'ACCEPTED' or (told.origin is not null and told.report_id is null))
       where line.template_id = report.template_id
    ) d
    join core.indicator i on i.id = d.indicator_id
    left join core.report_template_item item on item.template_id = report.template_id
      and item.indicator_id = d.indicator_id and item.disaggregation = d.disaggregation) as figures,
  report.note, report.missing_reason as "missingReason", report.unit_id as "unitId", ${askedSections} as asked,
  (select person.full_name from core.user_account account join core.person on person.id = account.person_id
    where account.id = platform.caller_id()) as signer,
  (select count(*)::int from core.report_version version where version.report_id = report.id) as versions
from core.report report
join core.report_template form on form.id = report.template_id
join core.period period on period.id = report.period_id
left join core.administrative_unit_version unit on unit.unit_id = report.unit_id and unit.superseded_at is null
  and unit.valid_from <= greatest(report.as_of, core.tree_begins())
  and (unit.valid_to is null or greatest(report.as_of, core.tree_begins()) < unit.valid_to)
where report.id = $1`;

/** What would be signed of a report now, but for the signature. */
export interface Draft extends Stored {
  readonly figures: readonly SignedFigure[];
}

/**
 * What a report says now.
 * @param summary What it puts together, where it is made of the reports below.
 */
export async function draftOf(
  { session }: RequestContext,
  report: number,
  summary?: Summary,
): Promise<Draft> {
  const [stored] = await session.query<Stored>(content, [report]);
  return { ...stored!, figures: summary ? summary.lines.map(putTogether) : stored!.figures };
}

/** The days and the unit that the lists of a report are read for. */
export const spanOf = ({
  unitId,
  period,
  closedOnDay,
}: Pick<Draft, 'unitId' | 'period' | 'closedOnDay'>) => ({
  unit: unitId,
  from: period.from,
  to: closedOnDay ?? period.to,
});

/**
 * Writes down what is being signed, with its hash (SHA-256, FIPS 180-4, over the UTF-8 text).
 * @param summary What it puts together, where it is made of the reports below.
 * @returns the number of the new version.
 * @throws ProblemError REPORT_LIST_TOO_LONG, REPORT_LIST_MISSING
 */
export async function signVersion(
  context: RequestContext,
  report: number,
  summary?: Summary,
): Promise<number> {
  const draft = await draftOf(context, report, summary);
  const {
    signer,
    versions,
    report: form,
    unit,
    organization,
    period,
    closedOnDay,
    figures,
    note,
    asked,
  } = draft;
  const at = context.clock.now();
  const number = versions + 1;
  const sections = hasSections(asked)
    ? await sectionsToSign(context, asked, figures, spanOf(draft), summary)
    : undefined;
  const signed: SignedContent = {
    report: { ...form, version: number },
    unit,
    organization,
    period,
    ...(closedOnDay !== null && { closedOn: closedOnDay }),
    figures,
    note,
    ...(sections && { sections }),
    ...(summary && { madeOf: madeOf(summary, draft.missingReason) }),
    signed: { at: at.toISOString(), by: signer ?? `#${context.caller.userId}` },
  };
  const text = JSON.stringify(signed);
  await context.session.query(
    `insert into core.report_version (report_id, number, content, sha256, signed_at, signed_by) values ($1, $2, $3, $4, $5, $6)`,
    [report, number, text, createHash('sha256').update(text).digest('hex'), at, context.caller.userId],
  );
  return number;
}

const putTogether = ({ key, part, title, unitOfMeasure, aggregate }: SummaryLine): SignedFigure => ({
  indicator: key,
  part,
  title,
  unitOfMeasure,
  value: aggregate?.value ?? null,
  numerator: aggregate?.numerator ?? null,
  denominator: aggregate?.denominator ?? null,
  needed: aggregate?.coverage.needed ?? 0,
  have: aggregate?.coverage.have ?? 0,
  withheld: aggregate?.suppressed ?? false,
});

const madeOf = (
  { included, missing }: Summary,
  missingReason: string | null,
): NonNullable<SignedContent['madeOf']> => ({
  reports: included.map(({ code, name, number, sha256 }) => ({ unit: code, name, version: number, sha256 })),
  missing: missing.map(({ code, name }) => ({ unit: code, name })),
  missingReason: missing.length > 0 ? missingReason : null,
});

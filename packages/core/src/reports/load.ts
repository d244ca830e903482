import type { Session } from '@phoihop/platform';
import { checksumOf, loadWhereChanged } from '../loading/load-where-changed.js';
import type { ReportTemplateDeclaration } from '../programs/contribution.js';
import { sectionRow, sectionsOf } from './sections/declared-sections.js';

/**
 * Loads the declared forms as the owner, by key. A form whose sections or lines have changed since, or some of whose
 * indicators have come or gone with their plugins, gets them anew and a higher version; reports already made keep their
 * figures and words. Forms that nobody declares are left alone.
 */
export async function loadReportTemplates(
  session: Pick<Session, 'query'>,
  templates: readonly ReportTemplateDeclaration[],
): Promise<{ alreadyLoaded: boolean }> {
  const forms = templates.map((template) => formOf(template, templates));
  // All of them first: at most starts nothing has changed, and none is asked for by itself.
  const done = await loadWhereChanged(session, {
    key: 'report-templates',
    checksum: () => checksumOfForms(session, forms),
    load: async () => {
      for (const form of forms) await loadForm(session, form);
      // Afterwards, because the form that is summarized may be one of those just entered.
      return session.query(pointAtSummarized, [JSON.stringify(forms.map(({ row }) => row))]);
    },
  });
  return { alreadyLoaded: done === null };
}

type Form = ReturnType<typeof formOf>;

/** What forms ask for, and which of the indicators are there. */
async function checksumOfForms(session: Pick<Session, 'query'>, forms: readonly Form[]): Promise<string> {
  const items = JSON.stringify(forms.flatMap((form) => form.items));
  return checksumOf(JSON.stringify(forms), JSON.stringify(await indicatorsOf(session, items)));
}

/** A form as its tables have it. */
function formOf(template: ReportTemplateDeclaration, templates: readonly ReportTemplateDeclaration[]) {
  const { key, program, calendar, level, title, verifiedFirst = false, summarizes = null } = template;
  const parts = sectionsOf(template, templates);
  return {
    row: {
      key,
      program,
      calendar: codeOf(calendar),
      level: codeOf(level),
      title_vi: title.vi,
      title_en: title.en,
      verified_first: verifiedFirst,
      summarizes,
    },
    sections: parts.map((part, index) => sectionRow(key, part, index + 1)),
    items: parts
      .flatMap((one) =>
        one.kind === 'FIGURES' ? one.items.map((item) => ({ ...item, section: one.key })) : [],
      )
      .map(({ section, indicator, part = '', required = true }, index) => ({
        template: key,
        section,
        position: index + 1,
        indicator,
        part,
        required,
      })),
  };
}

async function loadForm(session: Pick<Session, 'query'>, form: Form): Promise<void> {
  const row = JSON.stringify([form.row]);
  await loadWhereChanged(session, {
    key: `report-template ${form.row.key}`,
    checksum: () => checksumOfForms(session, [form]),
    load: async () => {
      await session.query(upsert, [row]);
      await session.query(dropItems, [row]);
      await session.query(dropSections, [row]);
      await session.query(addSections, [JSON.stringify(form.sections)]);
      return session.query(addItems, [JSON.stringify(form.items)]);
    },
  });
}

/** Those of the lines' indicators that are there. */
async function indicatorsOf(session: Pick<Session, 'query'>, items: string): Promise<string[]> {
  const [known] = await session.query<{ keys: string[] }>(
    `select coalesce(array_agg(distinct key order by key), '{}') as keys from core.indicator
     where key in (select given.indicator from json_to_recordset($1::json) as given (indicator text))`,
    [items],
  );
  return known!.keys;
}

/** As the tables and the API write it: `traffic-month` is TRAFFIC_MONTH. */
const codeOf = (name: string): string => name.replaceAll('-', '_').toUpperCase();

const upsert = /* sql */ `
insert into core.report_template as stored (key, program, calendar, level, title_vi, title_en, verified_first)
select key, program, calendar, level, title_vi, title_en, verified_first from json_to_recordset($1::json)
  as given (key text, program text, calendar text, level text, title_vi text, title_en text, verified_first boolean)
on conflict (key) do update set program = excluded.program, calendar = excluded.calendar, level = excluded.level,
  title_vi = excluded.title_vi, title_en = excluded.title_en, verified_first = excluded.verified_first, version = stored.version + 1`;

const pointAtSummarized = /* sql */ `
update core.report_template template set summarizes_id = summarized.id
from json_to_recordset($1::json) as given (key text, summarizes text)
left join core.report_template summarized on summarized.key = given.summarizes
where template.key = given.key and template.summarizes_id is distinct from summarized.id`;

const dropItems = /* sql */ `
delete from core.report_template_item item
using core.report_template template, json_to_recordset($1::json) as given (key text)
where template.id = item.template_id and template.key = given.key`;

const dropSections = dropItems.replaceAll('report_template_item', 'report_template_section');

const addSections = /* sql */ `
insert into core.report_template_section (template_id, position, key, kind, title_vi, title_en, required, maximum, list)
select template.id, given.position, given.key, given.kind, given.title_vi, given.title_en, given.required, given.maximum, given.list
from json_to_recordset($1::json) as given (template text, position int, key text, kind text, title_vi text, title_en text,
  required boolean, maximum int, list text)
join core.report_template template on template.key = given.template`;

const addItems = /* sql */ `
insert into core.report_template_item (template_id, section_id, position, indicator_id, disaggregation, required)
select template.id, section.id, given.position, indicator.id, given.part, given.required
from json_to_recordset($1::json) as given (template text, section text, position int, indicator text, part text, required boolean)
join core.report_template template on template.key = given.template
join core.report_template_section section on section.template_id = template.id and section.key = given.section
join core.indicator on indicator.key = given.indicator`;

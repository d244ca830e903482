import type { Session } from '@phoihop/platform';
import { checksumOf, loadWhereChanged } from '../loading/load-where-changed.js';
import type { ReportTemplateDeclaration } from '../programs/contribution.js';

/**
 * Loads the declared forms as the owner, by key. A form whose lines have changed since, or some of whose indicators
 * have come or gone with their plugins, gets its lines anew and a higher version; reports already made keep their
 * figures. Forms that nobody declares are left alone.
 */
export async function loadReportTemplates(
  session: Pick<Session, 'query'>,
  templates: readonly ReportTemplateDeclaration[],
): Promise<{ alreadyLoaded: boolean }> {
  const rows = JSON.stringify(
    templates.map(({ key, program, calendar, level, title, verifiedFirst = false, summarizes = null }) => ({
      key,
      program,
      calendar: codeOf(calendar),
      level: codeOf(level),
      title_vi: title.vi,
      title_en: title.en,
      verified_first: verifiedFirst,
      summarizes,
    })),
  );
  const items = JSON.stringify(
    templates.flatMap((template) =>
      itemsOf(template, templates).map(({ indicator, part = '', required = true }, index) => ({
        template: template.key,
        position: index + 1,
        indicator,
        part,
        required,
      })),
    ),
  );
  const done = await loadWhereChanged(session, {
    key: 'report-templates',
    checksum: async () => checksumOf(rows, items, JSON.stringify(await indicatorsOf(session, items))),
    load: async () => {
      await session.query(upsert, [rows]);
      await session.query(pointAtSummarized, [rows]);
      await session.query(dropItems, [rows]);
      return session.query(addItems, [items]);
    },
  });
  return { alreadyLoaded: done === null };
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

/** A form that summarizes another asks for nothing of its own. */
const itemsOf = (
  { items, summarizes }: ReportTemplateDeclaration,
  templates: readonly ReportTemplateDeclaration[],
) => items ?? templates.find(({ key }) => key === summarizes)?.items ?? [];

/** As the tables and the API write it: `traffic-month` is TRAFFIC_MONTH. */
const codeOf = (name: string): string => name.replaceAll('-', '_').toUpperCase();

const upsert = /* sql */ `
insert into core.report_template as stored (key, program, calendar, level, title_vi, title_en, verified_first)
select key, program, calendar, level, title_vi, title_en, verified_first from json_to_recordset($1::json)
  as given (key text, program text, calendar text, level text, title_vi text, title_en text, verified_first boolean)
on conflict (key) do update set program = excluded.program, calendar = excluded.calendar, level = excluded.level,
  title_vi = excluded.title_vi, title_en = excluded.title_en, verified_first = excluded.verified_first, version = stored.version + 1`;

// Afterwards, because the form that is summarized may be one of those just entered.
const pointAtSummarized = /* sql */ `
update core.report_template template set summarizes_id = summarized.id
from json_to_recordset($1::json) as given (key text, summarizes text)
left join core.report_template summarized on summarized.key = given.summarizes
where template.key = given.key and template.summarizes_id is distinct from summarized.id`;

const dropItems = /* sql */ `
delete from core.report_template_item item
using core.report_template template, json_to_recordset($1::json) as given (key text)
where template.id = item.template_id and template.key = given.key`;

const addItems = /* sql */ `
insert into core.report_template_item (template_id, position, indicator_id, disaggregation, required)
select template.id, given.position, indicator.id, given.part, given.required
from json_to_recordset($1::json) as given (template text, position int, indicator text, part text, required boolean)
join core.report_template template on template.key = given.template
join core.indicator on indicator.key = given.indicator`;

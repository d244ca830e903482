import type { PluginServices, Session } from '@phoihop/platform';
import { activitiesOf, dutiesOf, loadActivities, loadDuties } from '../activities/load.js';
import { documentsOfRegistry, linksOfRegistry, loadDocumentLinks, loadDocuments } from '../documents/load.js';
import { checksumOf, loadWhereChanged } from '../loading/load-where-changed.js';
import { requireSoundReports } from '../reports/lists/check-lists.js';
import { contributionsOf, type PluginContribution } from './contributions.js';
import { loadParticipants } from './load-participants.js';

/**
 * Loads what the composed plugins tell core under `program`, but for indicators and targets: plugins, documents,
 * programs (all of them before what refers to them), links, activities and duties. What a plugin no longer says is
 * left where it is, because figures and plans may refer to it; what users have entered on an activity is kept.
 *
 * Nothing is written when nothing has changed. A program of a plugin that is not installed is an open end: what
 * refers to it keeps its code, and is joined to it when it comes.
 *
 * @throws ContributionError naming plugin and path; nothing has been written then.
 */
export async function loadRegistry({ database, plugins, log }: PluginServices): Promise<void> {
  const contributions = contributionsOf(plugins);
  requireSoundReports(contributions, { plugins, metadata: database.orm.getMetadata() });
  const rows = rowsOf(contributions);
  await database.asSystem('load the program registry', async (session) => {
    const loaded = await loadWhereChanged(session, {
      key: 'program-registry',
      checksum: checksumOf(JSON.stringify(rows)),
      load: async () => {
        await loadRows(session, rows);
        return { plugins: rows.plugins.length, programs: rows.programs.length };
      },
    });
    if (loaded) log('program registry loaded', loaded);
    await loadParticipants(session, contributions);
  });
}

type Rows = ReturnType<typeof rowsOf>;

/** Everything that is loaded, as the tables have it. It is also what the checksum is of. */
function rowsOf(contributions: readonly PluginContribution[]) {
  return {
    plugins: contributions.map(({ plugin, contribution: { status } }) => ({
      id: plugin.id,
      version: plugin.version,
      title_vi: plugin.title.vi,
      title_en: plugin.title.en,
      description_vi: plugin.description?.vi ?? null,
      description_en: plugin.description?.en ?? null,
      status,
    })),
    programs: contributions.flatMap(({ plugin, contribution: { programs, status } }) =>
      programs.map((program) => ({
        code: program.id,
        plugin: plugin.id,
        kind: program.kind.toUpperCase(),
        title_vi: program.title.vi,
        title_en: program.title.en,
        quote: program.quote,
        quote_is_exact: program.quoteIsExact,
        source: program.source,
        parent: program.parent ?? null,
        effective_level: program.effectiveLevel ?? null,
        status,
      })),
    ),
    documents: documentsOfRegistry(),
    links: linksOfRegistry(contributions.flatMap(({ contribution }) => contribution.programs)),
    activities: activitiesOf(contributions.flatMap(({ contribution }) => contribution.activities)),
    duties: dutiesOf(contributions.flatMap(({ contribution }) => contribution.duties)),
  };
}

async function loadRows(session: Session, rows: Rows): Promise<void> {
  await session.query(replacePlugins, [JSON.stringify(rows.plugins)]);
  await session.query(upsertPrograms, [JSON.stringify(rows.programs)]);
  await session.query(setParents, [JSON.stringify(rows.programs)]);
  await loadDocuments(session, rows.documents);
  await loadDocumentLinks(session, rows.links);
  await loadActivities(session, rows.activities);
  await loadDuties(session, rows.duties);
}

const replacePlugins = /* sql */ `
with given as (select * from json_populate_recordset(null::core.plugin, $1::json)),
  gone as (delete from core.plugin where id not in (select id from given))
insert into core.plugin select * from given
on conflict (id) do update set (version, title_vi, title_en, description_vi, description_en, status) =
  (excluded.version, excluded.title_vi, excluded.title_en, excluded.description_vi, excluded.description_en, excluded.status)`;

const columns =
  'code, plugin, kind, title_vi, title_en, quote, quote_is_exact, source, effective_level, status';

const upsertPrograms = /* sql */ `
insert into core.program (${columns})
select ${columns} from json_populate_recordset(null::core.program, $1::json) order by code
on conflict (code) do update set (plugin, kind, title_vi, title_en, quote, quote_is_exact, source, effective_level, status) =
  (excluded.plugin, excluded.kind, excluded.title_vi, excluded.title_en, excluded.quote, excluded.quote_is_exact,
   excluded.source, excluded.effective_level, excluded.status)`;

const setParents = /* sql */ `
update core.program child set parent_id = parent.id
  from json_to_recordset($1::json) as given (code text, parent text)
  left join core.program parent on parent.code = given.parent
 where child.code = given.code and child.parent_id is distinct from parent.id`;

import type { PluginServices, Session } from '@phoihop/platform';
import { checksumOf, loadWhereChanged } from '../loading/load-where-changed.js';
import type { TargetDeclaration } from '../programs/contribution.js';
import { contributionsOf } from '../programs/contributions.js';
import { targetProblems } from './progress-definition.js';
import type { TargetFacts } from './target-facts.js';
import { definitionOf } from './target-facts.js';

/**
 * Loads the targets that the composed plugins declare, after units, periods, programs, documents and indicators. A
 * target that somebody has changed since (its version is above 1) is left as it is. Nothing is written when nothing
 * has changed.
 *
 * @throws Error naming the targets whose unit, period or indicator is not there, or that cannot be computed.
 */
export async function loadTargets({ database, plugins, log }: PluginServices): Promise<void> {
  const declared = contributionsOf(plugins).flatMap(({ contribution }) => contribution.targets);
  const rows = JSON.stringify(declared.map(rowOf));
  const loaded = await database.asSystem('load the declared targets', (session) =>
    loadWhereChanged(session, {
      key: 'program-targets',
      checksum: checksumOf(rows),
      load: async () => {
        await refuseUnsound(session, rows);
        return session.query<{ code: string }>(upsert, [rows]);
      },
    }),
  );
  if (loaded) log('targets loaded', { targets: loaded.length, declared: declared.length });
}

const rowOf = (target: TargetDeclaration) => ({
  code: target.id,
  indicator: target.indicator,
  tree: target.unit.tree,
  unit_code: target.unit.code,
  unit_on: target.unit.on,
  calendar: target.period.calendar.replaceAll('-', '_').toUpperCase(),
  year: Number(target.period.key),
  operator: target.operator,
  value: target.value,
  value_max: target.valueMax ?? null,
  baseline_kind: target.baseline?.kind ?? 'NONE',
  baseline_value: target.baseline?.value ?? null,
  baseline_note_vi: target.baseline?.note.vi ?? null,
  baseline_note_en: target.baseline?.note.en ?? null,
  deadline: target.deadline,
  path: target.path,
  tolerance: target.tolerance,
  quote: target.quote,
  reading_vi: target.reading.vi,
  reading_en: target.reading.en,
  document: target.basisDocument,
  implied: target.implied ?? false,
});

const ownColumns =
  'operator, value, value_max, baseline_kind, baseline_value, baseline_note_vi, baseline_note_en, deadline, path, tolerance, quote, reading_vi, reading_en, implied';

const staged = /* sql */ `
staged as (
  select given.*, indicator.id as indicator_id, indicator.program as program_code, program.id as program_id,
         version.unit_id, period.id as period_id, period.starts_on, period.ends_on, document.id as basis_document_id
    from json_to_recordset($1::json) as given (code text, indicator text, tree text, unit_code text, unit_on date,
           calendar text, year int, operator text, value numeric, value_max numeric, baseline_kind text,
           baseline_value numeric, baseline_note_vi text, baseline_note_en text, deadline date, path text,
           tolerance numeric, quote text, reading_vi text, reading_en text, document text, implied boolean)
    left join core.indicator on indicator.key = given.indicator
    left join core.program on program.code = indicator.program
    left join core.administrative_unit_version version on version.tree = given.tree and version.code = given.unit_code
      and version.superseded_at is null and version.valid_from <= given.unit_on
      and (version.valid_to is null or version.valid_to > given.unit_on)
    left join core.period on period.calendar_key = given.calendar and period.year = given.year
    left join core.document on document.code = given.document
)`;

const upsert = /* sql */ `
with ${staged}
insert into core.target as known
  (code, indicator_id, unit_id, home_unit_id, program_id, program_code, period_id, basis_document_id, ${ownColumns})
select code, indicator_id, unit_id, unit_id, program_id, program_code, period_id, basis_document_id, ${ownColumns}
  from staged order by code
on conflict (code) do update set
  (indicator_id, unit_id, home_unit_id, program_id, program_code, period_id, basis_document_id, ${ownColumns}) =
  (excluded.indicator_id, excluded.unit_id, excluded.home_unit_id, excluded.program_id, excluded.program_code,
   excluded.period_id, excluded.basis_document_id, ${ownColumns
     .split(', ')
     .map((column) => `excluded.${column}`)
     .join(', ')})
where known.version = 1
returning code`;

interface StagedTarget
  extends Pick<TargetFacts, 'operator' | 'value' | 'valueMax' | 'path' | 'tolerance' | 'deadline'> {
  code: string;
  given: { indicator: string; unit: string; period: string };
  indicator_id: number | null;
  unit_id: number | null;
  period_id: number | null;
  start: string;
  end: string;
}

/** What is missing or cannot be computed is told of all targets at once; nothing has been written then. */
async function refuseUnsound(session: Session, rows: string): Promise<void> {
  const targets = await session.query<StagedTarget>(
    `with ${staged}
     select code, json_build_object('indicator', indicator, 'unit', concat(tree, ' ', unit_code, ' on ', unit_on),
         'period', concat(calendar, ' ', year)) as given, indicator_id, unit_id, period_id, operator, value,
       value_max as "valueMax", path, tolerance, deadline, starts_on as start, ends_on as "end"
     from staged order by code`,
    [rows],
  );
  const problems = targets.flatMap((target) => {
    const { code, given } = target;
    const missing = (['indicator', 'unit', 'period'] as const).filter(
      (what) => target[`${what}_id`] === null,
    );
    if (missing.length > 0) return missing.map((what) => `${code}: there is no ${what} ${given[what]}`);
    return targetProblems(definitionOf(target, target)).map(
      ({ field, given: value, allowed }) => `${code}: ${field} is ${value}; allowed: ${allowed}`,
    );
  });
  if (problems.length > 0)
    throw new Error(
      `These declared targets cannot be loaded:\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
}

import { readFile } from 'node:fs/promises';
import type { PluginServices } from '@phoihop/platform';

/** A criterion as the files in `data/` have it. */
export interface CriterionDeclaration {
  readonly number: number;
  readonly group: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly thresholdVi: string;
  readonly thresholdEn: string;
  readonly threshold: string | null;
  readonly comparison: string | null;
  readonly unitOfMeasureVi: string | null;
  readonly unitOfMeasureEn: string | null;
}

/** A set of criteria as the files in `data/` have it. */
export interface CriteriaSetDeclaration {
  readonly code: string;
  readonly level: string;
  readonly titleVi: string;
  readonly titleEn: string;
  /** Code of the province on the first day of the set; null for the nation's. */
  readonly province: string | null;
  readonly prerequisite: string | null;
  readonly validFrom: string;
  /** The first day on which it is no longer in force. */
  readonly validTo: string | null;
  readonly legalBasis: string;
  readonly toBeChecked: boolean;
  readonly note: string | null;
  readonly criteria: readonly CriterionDeclaration[];
}

/** The sets of a file: those that are known, or those invented for the demonstration. */
export async function readCriteriaSets(
  file: 'criteria-sets' | 'criteria-sets.demo',
): Promise<readonly CriteriaSetDeclaration[]> {
  const at = new URL(`../../data/${file}.json`, import.meta.url);
  return (JSON.parse(await readFile(at, 'utf8')) as { sets: CriteriaSetDeclaration[] }).sets;
}

/**
 * Loads sets and their criteria: what has changed in the file changes in the tables, ids stay, because assessments
 * refer to them. A set that has been replaced is not taken out of the file but gets a `validTo`.
 * @throws Error where a province is not among the units.
 */
export async function loadCriteria(
  { database }: Pick<PluginServices, 'database'>,
  sets: readonly CriteriaSetDeclaration[],
  demo: boolean,
): Promise<void> {
  await database.asSystem('load the criteria of new rural communes', async (session) => {
    const [unknown] = await session.query<{ code: string }>(unknownProvinces, [JSON.stringify(sets)]);
    if (unknown) throw new Error(`The criteria set ${unknown.code} names a province that is not there.`);
    await session.query(putSets, [JSON.stringify(sets), demo]);
    await session.query(putCriteria, [JSON.stringify(sets), demo]);
  });
}

const given = /* sql */ `
  given as (
    select its.*, province.unit_id
      from jsonb_to_recordset($1::jsonb) as its (code text, level text, "titleVi" text, "titleEn" text, province text,
        prerequisite text, "validFrom" date, "validTo" date, "legalBasis" text, "toBeChecked" boolean, note text, criteria jsonb)
      -- Of a set older than the list of units, the province that the list begins with.
      left join lateral (
        select version.unit_id from core.administrative_unit_version version
         where version.tree = 'ADMIN' and version.code = its.province and version.kind in ('PROVINCE', 'MUNICIPALITY')
           and version.superseded_at is null and (version.valid_to is null or version.valid_to > its."validFrom")
         order by version.valid_from limit 1) province on true)`;

const unknownProvinces = /* sql */ `
  with ${given} select code from given where province is not null and unit_id is null limit 1`;

const putSets = /* sql */ `
  with ${given}
  insert into new_rural_areas.criteria_set (code, level, title_vi, title_en, unit_id, prerequisite, valid_from, valid_to,
    legal_basis, to_be_checked, note, demo)
  select code, level, "titleVi", "titleEn", unit_id, prerequisite, "validFrom", "validTo", "legalBasis", "toBeChecked", note, $2
    from given
  on conflict (code, valid_from) do update set level = excluded.level, title_vi = excluded.title_vi,
    title_en = excluded.title_en, unit_id = excluded.unit_id, prerequisite = excluded.prerequisite,
    valid_to = excluded.valid_to, legal_basis = excluded.legal_basis, to_be_checked = excluded.to_be_checked,
    note = excluded.note`;

const putCriteria = /* sql */ `
  with ${given}
  insert into new_rural_areas.criterion (set_id, number, topic, title_vi, title_en, threshold_text_vi, threshold_text_en,
    threshold, comparison, unit_of_measure_vi, unit_of_measure_en, demo)
  select its.id, c.number, c."group", c."titleVi", c."titleEn", c."thresholdVi", c."thresholdEn", c.threshold, c.comparison,
         c."unitOfMeasureVi", c."unitOfMeasureEn", $2
    from given
    join new_rural_areas.criteria_set its on its.code = given.code and its.valid_from = given."validFrom"
   cross join jsonb_to_recordset(given.criteria) as c (number int, "group" text, "titleVi" text, "titleEn" text,
     "thresholdVi" text, "thresholdEn" text, threshold numeric, comparison text, "unitOfMeasureVi" text, "unitOfMeasureEn" text)
  on conflict (set_id, number) do update set topic = excluded.topic, title_vi = excluded.title_vi,
    title_en = excluded.title_en, threshold_text_vi = excluded.threshold_text_vi,
    threshold_text_en = excluded.threshold_text_en, threshold = excluded.threshold, comparison = excluded.comparison,
    unit_of_measure_vi = excluded.unit_of_measure_vi, unit_of_measure_en = excluded.unit_of_measure_en`;

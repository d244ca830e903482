import { readFile } from 'node:fs/promises';
import type { PluginServices } from '@phoihop/platform';

/** A criterion as `data/score-sheets.json` has it. */
export interface CriterionDeclaration {
  readonly number: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly kind: 'POINTS' | 'BONUS' | 'MINUS';
  readonly maximum: string;
  readonly source: 'MANUAL' | 'INDICATOR' | 'LATENESS';
  readonly indicator?: string;
  readonly zeroAt?: string;
  readonly fullAt?: string;
  readonly perLate?: string;
  readonly perMissing?: string;
}

/** A sheet as the file has it; its district by tree, code and date, because a code alone is no identity. */
export interface SheetDeclaration {
  readonly unit: { readonly code: string; readonly on: string };
  readonly year: number;
  readonly number: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly ballot: 'SECRET' | 'NAMED';
  readonly tieOrder: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly legalBasis: string;
  readonly note: string | null;
  readonly demo: boolean;
  readonly criteria: readonly CriterionDeclaration[];
}

const file = new URL('../../data/score-sheets.json', import.meta.url);

export async function readSheets(): Promise<readonly SheetDeclaration[]> {
  return (JSON.parse(await readFile(file, 'utf8')) as { sheets: SheetDeclaration[] }).sheets;
}

/**
 * Loads the sheets of the file. One by which no year is run yet follows the file; one in use stays as it is, and so does
 * one of that number that was written by people.
 * @throws Error where the file says something else of a sheet in use: write a new number instead.
 */
export async function loadSheets(
  { database }: Pick<PluginServices, 'database'>,
  sheets?: readonly SheetDeclaration[],
): Promise<void> {
  const facts = JSON.stringify(sheets ?? (await readSheets()));
  await database.asSystem('load the score sheets of emulation', async (session) => {
    await session.query('select pg_advisory_xact_lock(hashtext($1))', ['emulation-awards sheets']);
    const changed = await session.query<{ sheet: string }>(changedInUse, [facts]);
    if (changed.length > 0) {
      const named = changed.map(({ sheet }) => sheet).join(', ');
      throw new Error(
        `data/score-sheets.json says something else of sheets in use (${named}), or of sheets that people wrote under these numbers. Leave them as they are and add a new number.`,
      );
    }
    await session.query(upsertSheets, [facts]);
    await session.query(dropCriteria, [facts]);
    await session.query(upsertCriteria, [facts]);
  });
}

/** Sheets of the file with the unit they name and, where they are known, their id and whether they stay as they are. */
const given = /* sql */ `
given as (
  select sheet.*, version.unit_id, known.id,
      known.drafted_on is not null or exists (select from emulation_awards.emulation_year run where run.sheet_id = known.id) as in_use
    from jsonb_to_recordset($1::jsonb) as sheet (unit jsonb, year int, number int, "titleVi" text, "titleEn" text, ballot text,
      "tieOrder" jsonb, "validFrom" date, "validTo" date, "legalBasis" text, note text, demo boolean, criteria jsonb)
    join core.administrative_unit_version version on version.tree = 'ADMIN' and version.code = sheet.unit ->> 'code'
     and version.superseded_at is null and version.valid_from <= (sheet.unit ->> 'on')::date
     and (version.valid_to is null or version.valid_to > (sheet.unit ->> 'on')::date)
    left join emulation_awards.score_sheet known on known.unit_id = version.unit_id and known.year = sheet.year and known.number = sheet.number
)`;

const criteriaOf = /* sql */ `jsonb_to_recordset(given.criteria) as line (number text, "titleVi" text, "titleEn" text, kind text,
  maximum numeric, source text, indicator text, "zeroAt" numeric, "fullAt" numeric, "perLate" numeric, "perMissing" numeric)`;

const changedInUse = /* sql */ `
with ${given}
select given.unit ->> 'code' || ' ' || given.year || '/' || given.number as sheet
  from given join emulation_awards.score_sheet known on known.id = given.id
 where given.in_use
   and ((known.title_vi, known.title_en, known.ballot, known.valid_from, known.valid_to, known.legal_basis, known.note)
     is distinct from (given."titleVi", given."titleEn", given.ballot, given."validFrom", given."validTo", given."legalBasis", given.note)
     or to_jsonb(known.tie_order) is distinct from given."tieOrder"
     or exists (
       select from (select number, "titleVi", "titleEn", kind, maximum, source, indicator, "zeroAt", "fullAt", "perLate", "perMissing" from ${criteriaOf}) wanted
       full join (select * from emulation_awards.criterion where sheet_id = known.id) line on line.number = wanted.number
        where (line.number, line.title_vi, line.title_en, line.kind, line.maximum, line.source, line.indicator, line.zero_at, line.full_at, line.per_late, line.per_missing)
          is distinct from (wanted.number, wanted."titleVi", wanted."titleEn", wanted.kind, wanted.maximum, wanted.source, wanted.indicator, wanted."zeroAt", wanted."fullAt", wanted."perLate", wanted."perMissing")))`;

const upsertSheets = /* sql */ `
with ${given}
insert into emulation_awards.score_sheet (unit_id, year, number, title_vi, title_en, ballot, tie_order, valid_from, valid_to, legal_basis, note, demo)
select unit_id, year, number, "titleVi", "titleEn", ballot, array(select jsonb_array_elements_text("tieOrder")), "validFrom", "validTo", "legalBasis", note, demo
  from given where not in_use
on conflict (unit_id, year, number) do update set title_vi = excluded.title_vi, title_en = excluded.title_en,
  ballot = excluded.ballot, tie_order = excluded.tie_order, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
  legal_basis = excluded.legal_basis, note = excluded.note, demo = excluded.demo`;

const dropCriteria = /* sql */ `
with ${given}
delete from emulation_awards.criterion line using given
 where line.sheet_id = given.id and not given.in_use
   and not exists (select from ${criteriaOf.replace('as line (', 'as kept (')} where kept.number = line.number)`;

const upsertCriteria = /* sql */ `
with ${given}
insert into emulation_awards.criterion (sheet_id, number, title_vi, title_en, kind, maximum, source, indicator, zero_at, full_at, per_late, per_missing)
select given.id, line.number, line."titleVi", line."titleEn", line.kind, line.maximum, line.source, line.indicator, line."zeroAt", line."fullAt", line."perLate", line."perMissing"
  from given cross join lateral ${criteriaOf} where not given.in_use
on conflict (sheet_id, number) do update set title_vi = excluded.title_vi, title_en = excluded.title_en, kind = excluded.kind,
  maximum = excluded.maximum, source = excluded.source, indicator = excluded.indicator, zero_at = excluded.zero_at,
  full_at = excluded.full_at, per_late = excluded.per_late, per_missing = excluded.per_missing`;

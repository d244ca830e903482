import { readFile } from 'node:fs/promises';
import type { PluginServices } from '@phoihop/platform';

/** An entry as `data/codes.json` has it. */
export interface CodeDeclaration {
  readonly list: string;
  readonly code: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly legalBasis: string;
  readonly note: string | null;
}

const file = new URL('../../data/codes.json', import.meta.url);

/** The entries of the file. */
export async function readCodes(): Promise<readonly CodeDeclaration[]> {
  return (JSON.parse(await readFile(file, 'utf8')) as { codes: CodeDeclaration[] }).codes;
}

/** Loads the code lists: what changed in the file changes in the table; ids stay, because rows refer to them. */
export async function loadCodes({ database }: Pick<PluginServices, 'database'>): Promise<void> {
  const facts = JSON.stringify(await readCodes());
  await database.asSystem('load the code lists of crime prevention', (session) =>
    session.query(
      `insert into crime_prevention.code (list, code, title_vi, title_en, valid_from, valid_to, legal_basis, note)
       select list, code, "titleVi", "titleEn", "validFrom", "validTo", "legalBasis", note
         from jsonb_to_recordset($1::jsonb) as given (list text, code text, "titleVi" text, "titleEn" text,
           "validFrom" date, "validTo" date, "legalBasis" text, note text)
       on conflict (list, code, valid_from) do update set title_vi = excluded.title_vi, title_en = excluded.title_en,
         valid_to = excluded.valid_to, legal_basis = excluded.legal_basis, note = excluded.note`,
      [facts],
    ),
  );
}

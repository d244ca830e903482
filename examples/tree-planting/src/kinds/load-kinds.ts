import { readEntries, validity, z } from '@phoihop/core';
import type { PluginServices } from '@phoihop/platform';

const file = new URL('../../data/tree-kinds.json', import.meta.url);
const kind = { code: z.string(), titleVi: z.string(), titleEn: z.string(), ...validity };

/** Loads the code list. It runs at every start: a changed file changes the rows, and their ids stay. */
export async function loadKinds({ database }: PluginServices): Promise<void> {
  const kinds = await readEntries(file, 'kinds', kind);
  await database.asSystem('load the kinds of trees', (session) =>
    session.query(
      `insert into tree_planting.tree_kind (code, title_vi, title_en, valid_from, valid_to, legal_basis)
       select code, "titleVi", "titleEn", "validFrom", "validTo", "legalBasis"
         from jsonb_to_recordset($1::jsonb) as k (code text, "titleVi" text, "titleEn" text,
           "validFrom" date, "validTo" date, "legalBasis" text)
       on conflict (code, valid_from) do update set title_vi = excluded.title_vi,
         title_en = excluded.title_en, valid_to = excluded.valid_to, legal_basis = excluded.legal_basis`,
      [JSON.stringify(kinds)],
    ),
  );
}

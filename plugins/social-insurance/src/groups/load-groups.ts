import { readFile } from 'node:fs/promises';
import type { PluginServices } from '@phoihop/platform';

const file = new URL('../../data/participant-groups.json', import.meta.url);

/** Loads the code list of groups; a changed file changes the rows, ids stay. */
export async function loadGroups({ database }: PluginServices): Promise<void> {
  const { groups } = JSON.parse(await readFile(file, 'utf8')) as { groups: object[] };
  await database.asSystem('load the participant groups of social insurance', async (session) => {
    await session.query(
      `insert into social_insurance.participant_group (code, insurance, title_vi, title_en, valid_from, valid_to, legal_basis)
       select code, insurance, "titleVi", "titleEn", "validFrom", "validTo", "legalBasis"
         from jsonb_to_recordset($1::jsonb) as g (code text, insurance text, "titleVi" text, "titleEn" text,
           "validFrom" date, "validTo" date, "legalBasis" text)
       on conflict (code, valid_from) do update set insurance = excluded.insurance, title_vi = excluded.title_vi,
         title_en = excluded.title_en, valid_to = excluded.valid_to, legal_basis = excluded.legal_basis`,
      [JSON.stringify(groups)],
    );
  });
}
